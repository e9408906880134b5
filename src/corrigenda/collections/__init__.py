"""Public collections of people, offices and terms, read into the tables of data/known; may import the package, results and values."""

FORMS = ("followthemoney", "table", "congress", "popolo")
