"""The law in the formats of other legal tools: vocabularies, shapes, texts, rules, policies."""
