"""What can be: the axioms as constraints, the worlds that meet them all, and what clashes."""
