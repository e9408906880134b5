"""The words of a text and what the tables of words say of them. It may import package and values."""
