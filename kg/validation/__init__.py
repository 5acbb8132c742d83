"""Validation: what a healthy ontology has, checked."""
