"""What can be wrong with the set-up; bad data is a result and never raised from here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

# So many problems of a file are shown; all are found and counted.
SHOWN = 50
# The extra that installs each optional library.
_EXTRAS = {
    "frictionless": "structure",
    "dplib": "structure",
    "pandera": "rows",
    "pandas": "rows",
    "great_expectations": "update",
    "sentencex": "author",
    "xlsxwriter": "export",
    "ijson": "import",
    "openpyxl": "import",
    "yaml": "import",
    "drawsvg": "report",
    "jinja2": "report",
    "markupsafe": "report",
    "pyarrow": "spark",
    "pyspark": "spark",
    "starlette": "review",
    "uvicorn": "review",
}


@dataclass(frozen=True, order=True)
class Problem:
    """State one thing that makes a package unreadable or its structure unsound.

    `file` is relative to the package, `line` the physical line (1 is the header) and 0 where
    the whole file is meant; `field` is empty where no single field is meant, `column` (from 1) is 0 where it is not known.

    >>> print(Problem("data/said/dates.csv", 4, "edtf", "'2024-13' is no EDTF date", 31))
    data/said/dates.csv:4:31: edtf: '2024-13' is no EDTF date
    """

    file: str
    line: int
    field: str
    what: str
    column: int = 0

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return ": ".join(part for part in (place, self.field, self.what) if part)


def shorten(problems: Iterable[Problem], most: int = SHOWN) -> list[str]:
    """Say at most so many problems of each file, and how many more there are; all of them were found.

    >>> shorten([Problem("a.csv", n, "", "x") for n in range(1, 5)], 2)[-1]
    'a.csv: and 2 more problems'
    """
    sentences = []
    for file, found in _by_file(problems).items():
        sentences += [str(problem) for problem in found[:most]]
        if len(found) > most:
            sentences.append(f"{file}: and {len(found) - most:,} more problem{'s' * (len(found) - most != 1)}")
    return sentences


def sort_worst_first(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Group problems by file, the worst file first: one that cannot be read, then a wrong header, then broken rows, then cells.

    >>> cell, header = Problem("a.csv", 2, "day", "x"), Problem("b.csv", 1, "day", "is missing in the header")
    >>> [problem.file for problem in sort_worst_first([cell, header])]
    ['b.csv', 'a.csv']
    """
    files = {file: sorted(found, key=_weight) for file, found in _by_file(sorted(problems)).items()}
    return tuple(problem for found in sorted(files.values(), key=lambda found: _weight(found[0])[0]) for problem in found)


def _weight(problem: Problem) -> tuple[int, int, str]:
    return (0 if not problem.line else 1 if problem.line == 1 else 2 if not problem.field else 3, problem.line, problem.field)


def _by_file(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    grouped: dict[str, list[Problem]] = {}
    for problem in problems:
        grouped.setdefault(problem.file, []).append(problem)
    return grouped


class SetupError(Exception):
    """Say in sentences why nothing can be judged at all; `problems` are those of structure that the sentences are about.

    >>> SetupError("there is no datapackage.json").sentences
    ('there is no datapackage.json',)
    """

    def __init__(self, *sentences: object, problems: Iterable[Problem] = ()) -> None:
        self.sentences = tuple(str(sentence) for sentence in sentences)
        self.problems = tuple(problems)
        super().__init__("\n".join(self.sentences))


class MissingTableError(SetupError):
    """Say that a query needs a table or view that is not there; `table` is the one the package lacks."""

    def __init__(self, table: str) -> None:
        self.table = table
        super().__init__(f"the package has no table {table}")


class NoRoomError(SetupError):
    """Say that there is no room for files that are needed for a while; no input is at fault."""

    def __init__(self, place: str, reason: str) -> None:
        advice = "make room there, or name another folder in the environment variable TMPDIR; nothing was written"
        super().__init__(f"{place}: temporary files cannot be written: {reason}; {advice}")


class LimitError(SetupError):
    """Say that a query, or a table that it reads, takes more time, memory or rows than it may."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(f"its query {what}")


def advise_extra(error: ModuleNotFoundError) -> str | None:
    """Say which extra of this program installs a library that is missing; None where it is no library of an extra.

    >>> advise_extra(ModuleNotFoundError(name="pandera.pandas"))
    "This needs pandera, which is not installed. Run pip install 'corrigenda[rows]'; in a checkout, pip install '.[rows]'."
    """
    library = str(error.name).split(".")[0]
    extra = _EXTRAS.get(library)
    if extra is None:
        return None
    how = f"Run pip install 'corrigenda[{extra}]'; in a checkout, pip install '.[{extra}]'."
    return f"This needs {library}, which is not installed. {how}"
