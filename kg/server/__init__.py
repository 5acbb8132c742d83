"""The SPARQL endpoint, the IRIs and the REST interface."""
