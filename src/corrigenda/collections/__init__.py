"""Public collections of people, offices and terms, read into the tables of data/known."""

FORMS = ("followthemoney", "table", "congress", "popolo")
