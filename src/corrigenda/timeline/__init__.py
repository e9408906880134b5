"""The network of time statements of an article and its solver; may import values alone."""
