"""Case pages: a rule's examples in Markdown, read as packages and as what is to be found in them.

A page is `# <rule>`, words for the reader, and cases `## <what the case shows>`; near misses come
first and are called `## Silent: …`. A case holds tables, each under a line with the table's name,
and then what is to be found, a line each:

    finds nothing
    certain KEY: message
    possible KEY: message
    undecided KEY: reason

A finding may be followed by `doubt: …`, `places: table.field of row, …` and `repair: …` lines; these
are compared where they are given. Tables before the first case belong to every case; a row of a
case with the same key replaces the cells that it names. Only cells that matter are written. A table
called `released TABLE` holds rows as they were in the last release.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from corrigenda.checking.case_pages.rows import Rows, expect_that, merge, schemas
from corrigenda.errors import SetupError
from corrigenda.package.storage.files import read_text

_EXPECTED = re.compile(r"(certain|possible|undecided) (.+?): (.+)")
# What comes before the name of a table of the last release.
RELEASED = "released "
_DETAIL = re.compile(r"(doubt|places|repair): (.+)")


@dataclass
class Expected:
    """Hold one row that a rule returns: verdict, key, message or reason, and what else is compared where given."""

    verdict: str
    key: str
    text: str
    details: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class Case:
    """Hold one case: the rule, what the case shows, its rows by table, those of the last release, and what is to be found."""

    rule: str
    title: str
    rows: Rows
    expected: list[Expected] = field(default_factory=list)
    finds_nothing: bool = False
    released: Rows = field(default_factory=dict)

    @property
    def is_silent(self) -> bool:
        """Tell whether the case is a near miss."""
        return self.title.startswith("Silent: ")


def read_page(file: Path) -> list[Case]:
    """Read the cases of one page; raises SetupError at a line that is no part of one."""
    return parse_page(read_text(file), file.name)


def parse_page(text: str, name: str) -> list[Case]:
    """Read the cases of the text of a page, named as its file is."""
    first, *parts = re.split(r"^## ", text, flags=re.M)
    heading = re.match(r"# ([a-z-]+)\n", first)
    if not heading:
        raise SetupError(f"{name}: does not start with '# <rule>'")
    expect_that(heading[1] == name.removesuffix(".md"), f"{name}: is about {heading[1]}")
    shared, _ = _read_tables(name, first.split("\n")[1:])
    released = _take_released(shared)
    cases = []
    for part in parts:
        title, *lines = part.split("\n")
        rows, words = _read_tables(name, lines)
        before = merge(released, _take_released(rows))
        case = Case(heading[1], title.strip(), merge(shared, rows), released=before)
        for line in words:
            _expect(case, line)
        expect_that(
            case.finds_nothing != bool(case.expected), f"{name}: '{title}' says neither or both of what it finds and that it finds nothing"
        )
        expect_that(not case.is_silent or case.finds_nothing, f"{name}: '{title}' is called silent and finds something")
        cases.append(case)
    return cases


def _take_released(rows: Rows) -> Rows:
    """Take the tables of the last release, called `released TABLE`, from the others."""
    return {name.removeprefix(RELEASED): rows.pop(name) for name in list(rows) if name.startswith(RELEASED)}


def _read_tables(name: str, lines: list[str]) -> tuple[Rows, list[str]]:
    """Separate tables (a line with the name, then Markdown rows) from other lines."""
    rows: Rows = {}
    words: list[str] = []
    header: list[str] | None = None
    for line in (line.strip() for line in lines):
        if line.startswith("|"):
            cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            if header is None:
                expect_that(bool(words), f"{name}: a table without its name: {line}")
                header, table = cells, words.pop().strip("`:")
                expect_that(table.removeprefix(RELEASED) in schemas(), f"{name}: there is no table '{table}'")
                listed = rows.setdefault(table, [])
            elif not all(re.fullmatch(r":?-+:?", cell) for cell in cells):
                expect_that(len(cells) == len(header), f"{name}: {len(cells)} cells under {len(header)} names: {line}")
                listed.append(dict(zip(header, cells, strict=True)))
        else:
            header = None if line else header
            words += [line] if line else []
    return rows, words


def _expect(case: Case, line: str) -> None:
    found, detail = _EXPECTED.fullmatch(line), _DETAIL.fullmatch(line)
    if line == "finds nothing":
        case.finds_nothing = True
    elif found:
        case.expected.append(Expected(found[1], found[2], found[3]))
    elif detail and case.expected:
        case.expected[-1].details.setdefault(detail[1], []).append(detail[2])
    else:
        is_prose = not re.match(r"(certain|possible|undecided|doubt|places|repair|finds)\b", line)
        expect_that(is_prose, f"{case.rule}: cannot read: {line}")
