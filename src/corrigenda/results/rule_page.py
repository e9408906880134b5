"""The page of a rule as plain data: its parts, one flagged and one silent example, how reliable it was measured to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """Hold one case of a rule: its heading, its rows by table, and a line for each thing that is found; none where nothing is."""

    heading: str
    tables: Mapping[str, tuple[Mapping[str, str], ...]]
    outcome: tuple[str, ...]


@dataclass(frozen=True)
class RulePage:
    """Hold everything that a page says of a rule; `parts` are its named paragraphs in order, `places` (cell, role) pairs.

    >>> RulePage("r", "note", "article", "time", "0.3.0", "A date has no year.", (), "dates", (), "Not measured.").summary
    'A date has no year.'
    """

    name: str
    severity: str
    subject: str
    topic: str
    since: str
    summary: str
    parts: tuple[tuple[str, str], ...]
    judges: str
    places: tuple[tuple[str, str], ...]
    reliability: str
    examples: tuple[Example, ...] = ()

    def __str__(self) -> str:
        """Write the parts of the page, without examples.

        >>> print(RulePage("r", "note", "article", "time", "0.3.0", "No year.", (("To settle", "Ask."),), "dates", (), "Not measured."))
        r (note): No year.
        To settle: Ask.
        Reliability: Not measured.
        """
        parts = (*self.parts, ("Reliability", self.reliability))
        return "\n".join([f"{self.name} ({self.severity}): {self.summary}", *(f"{heading}: {text}" for heading, text in parts)])
