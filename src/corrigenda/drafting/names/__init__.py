"""Who and what a text names, with titles. It may import drafting.wording, package and values."""
