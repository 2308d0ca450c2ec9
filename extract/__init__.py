"""Articles to triples."""
