"""Why: the steps from the facts to a conclusion, in sentences of the ontology’s own words."""
