"""How reliable a rule is by measurement: a row of `data/found/reliability.csv`, and the sentence that tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from corrigenda.values.wording import count


@dataclass(frozen=True)
class Reliability:
    """Hold what the benchmark found of one rule; the fields are those of the table, which describes them.

    >>> print(Reliability("year-missing", 500, 498, 0, 0, 0, 0, 0, 20_000, 0, 0, 0, 0, "year-dropped: 498 of 500", 1, "", ""))
    finds 498 of 500 injected errors; 0 false alarms in 20,000 rows without errors
    """

    rule: str
    planted: int
    found: int
    planted_certain: int
    found_certain: int
    found_own: int
    first_place: int
    among_places: int
    clean_rows: int
    clean_certain: int
    clean_possible: int
    published_planted: int
    published_found: int
    faults: str
    seed: int
    digest: str
    benchmark: str

    def __str__(self) -> str:
        """Say how many injected errors the rule finds, and how often it is wrong where there is no error.

        >>> numbers = dict.fromkeys((f.name for f in fields(Reliability)), 0) | {"rule": "r", "faults": "", "digest": "", "benchmark": ""}
        >>> print(Reliability(**numbers | {"planted": 500, "found": 498, "clean_rows": 20000, "clean_possible": 3}))
        finds 498 of 500 injected errors; 0 false alarms in 20,000 rows without errors (and 3 that are only possible)
        >>> print(Reliability(**numbers | {"planted": 306, "found": 200}))
        finds 200 of 306 injected errors; false alarms not measured
        >>> print(Reliability(**numbers | {"clean_rows": 20000}))
        recall not measured; 0 false alarms in 20,000 rows without errors
        """
        found = f"finds {self.found:,} of {self.planted:,} injected errors" if self.planted else "recall not measured"
        doubts = f" (and {self.clean_possible:,} that are only possible)" if self.clean_possible else ""
        alarms = f"{count(self.clean_certain, 'false alarm')} in {count(self.clean_rows, 'row')} without errors{doubts}"
        return f"{found}; {alarms if self.clean_rows else 'false alarms not measured'}"

    @property
    def cells(self) -> list[str | None]:
        """Return the row of the table."""
        return [str(getattr(self, field.name)) for field in fields(self)]


def read_reliability(rows: Mapping[str, Mapping[str, Any]]) -> dict[str, Reliability]:
    """Return the measured rules by name from rows of the table; one that cannot be read is left out."""
    known = {}
    for name, row in rows.items():
        try:
            cells: dict[str, Any] = {f.name: int(row[f.name]) if f.type == "int" else row[f.name] for f in fields(Reliability)}
        except (KeyError, ValueError, TypeError):
            continue
        known[name] = Reliability(**cells)
    return known
