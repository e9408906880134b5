"""What can be wrong with the set-up; bad data is a result and never raised from here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# So many problems of a file are shown; all are found and counted.
SHOWN = 50


@dataclass(frozen=True, order=True)
class Problem:
    """State one thing that makes a package unreadable or its structure unsound.

    `file` is relative to the package, `line` the physical line (1 is the header) and 0 where
    the whole file is meant; `field` is empty where no single field is meant.

    >>> print(Problem("data/said/dates.csv", 4, "edtf", "'2024-13' is no EDTF date"))
    data/said/dates.csv, line 4, field edtf: '2024-13' is no EDTF date
    """

    file: str
    line: int
    field: str
    what: str

    def __str__(self) -> str:
        place = self.file
        if self.line:
            place += f", line {self.line}"
        if self.field:
            place += f", field {self.field}"
        return f"{place}: {self.what}"


def shorten(problems: Iterable[Problem], most: int = SHOWN) -> list[str]:
    """Say at most so many problems of each file, and how many more there are; all of them were found.

    >>> shorten([Problem("a.csv", n, "", "x") for n in range(1, 5)], 2)[-1]
    'a.csv: and 2 more problems'
    """
    told: dict[str, list[Problem]] = {}
    for problem in problems:
        told.setdefault(problem.file, []).append(problem)
    sentences = []
    for file, found in told.items():
        sentences += [str(problem) for problem in found[:most]]
        if len(found) > most:
            sentences.append(f"{file}: and {len(found) - most:,} more problem{'s' * (len(found) - most != 1)}")
    return sentences


class SetupError(Exception):
    """Say in sentences why nothing can be judged at all.

    >>> SetupError("there is no datapackage.json").sentences
    ('there is no datapackage.json',)
    """

    def __init__(self, *sentences: object) -> None:
        self.sentences = tuple(str(sentence) for sentence in sentences)
        super().__init__("\n".join(self.sentences))


class MissingTableError(SetupError):
    """Say that a query needs a table or view that is not there; `table` is the one the package lacks."""

    def __init__(self, table: str) -> None:
        self.table = table
        super().__init__(f"the package has no table {table}")
