"""How much of a package is drafted: what nobody has accepted yet, and who accepted the rest."""

from __future__ import annotations

from dataclasses import dataclass

from corrigenda.values.wording import count


@dataclass(frozen=True)
class Drafting:
    """Count the rows that are drafts still, by table, and the rows that each person accepted."""

    open: tuple[tuple[str, int], ...] = ()
    accepted: tuple[tuple[str, int], ...] = ()

    @property
    def rows(self) -> int:
        """Return the number of rows that are drafts still."""
        return sum(number for _, number in self.open)

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say how much is drafted and who accepted what; say nothing if nothing ever was.

        >>> print(*Drafting((("dates", 12), ("mentions", 1)), (("Ada", 3), ("Ben", 1))).sentences)  # doctest: +NORMALIZE_WHITESPACE
        13 rows are drafts that nobody has accepted (dates 12, mentions 1); no finding that rests on them is certain.
        4 drafted rows were accepted (by Ada 3, Ben 1).
        """
        drafts = ", ".join(f"{table} {number:,}" for table, number in self.open)
        people = ", ".join(f"{name} {number:,}" for name, number in self.accepted)
        number = sum(number for _, number in self.accepted)
        first = f"{count(self.rows, 'row')} {'is a draft' if self.rows == 1 else 'are drafts'} that nobody has accepted ({drafts})"
        second = f"{count(number, 'drafted row')} {'was' if number == 1 else 'were'} accepted (by {people})."
        return (*([f"{first}; no finding that rests on them is certain."] if self.open else []), *([second] if self.accepted else []))
