"""The legal knowledge graph: the law of hosting health data, read, reasoned on and proved."""
