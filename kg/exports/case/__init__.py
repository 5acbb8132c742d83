"""A case and its answer in the formats of other tools and of people."""
