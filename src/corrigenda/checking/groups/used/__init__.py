"""Which rows of the reference the articles of each part use; may import the links between articles and the engine."""
