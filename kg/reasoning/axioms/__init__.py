"""What the ontology says: OWL axioms read, checked, and kept as the theory of a day."""
