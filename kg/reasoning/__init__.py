"""Reasoning: the axioms of a day, a case, and what follows of it, exactly and with proofs."""
