"""What a file must hold, and what the ontology must be."""
