"""Other people's libraries, one module each, imported only where somebody asks for it.

An adapter reads a Package and answers with Problems; nothing outside this folder knows the library. It may import all rooms below it.
"""

# The forms in which a package is exported, and what each is written to; a folder holds one file a table.
FORMS = {
    "sqlite": "a file",
    "duckdb": "a file",
    "xlsx": "a file",
    "parquet": "a folder",
    "datasette": "a folder",
    "claimreview": "a file",
    "annotations": "a file",
}
