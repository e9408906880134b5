"""Nouns in the plural, as one of them is written."""

from __future__ import annotations


def in_singular(word: str, measure: str) -> str:
    """Return a noun as a unit is written: one of it; a `measure` of its own ("other") keeps what only looks like a plural.

    >>> [in_singular(word, "count") for word in ("people", "cities", "matches", "headaches", "tonnes", "pct")]
    ['person', 'city', 'match', 'headache', 'tonne', 'percent']
    """
    if word in ("people", "%", "percent", "per", "pct"):
        return "person" if word == "people" else "percent"
    if measure == "other" and word.endswith("ss"):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")) and not word.endswith("aches"):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
