"""Rows that a language model proposes for a text, each proved before it is one. It may import drafting.said and the rooms below it.

The order of trust: the text, then the tables of words, then the model. A model says where words are and which of the listed values they
have; the words have to be in the sentence that it names, values are read by the program itself, and links to the reference are found by
the program alone. No cell holds words of the model's own.
"""
