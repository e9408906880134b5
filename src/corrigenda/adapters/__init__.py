"""Other people's libraries, one module each, imported only where somebody asks for it.

An adapter reads a Package and answers with Problems; nothing outside this folder knows the library.
"""
