"""Suites that others wrote, OWL 2 and the SPARQL 1.1 Protocol, from a folder outside."""
