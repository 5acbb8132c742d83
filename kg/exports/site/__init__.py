"""The ontology and the law as a static site: a page a term, a page a provision, offline."""
