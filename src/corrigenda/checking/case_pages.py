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
case with the same key replaces the cells that it names. Only cells that matter are written.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from corrigenda.checking.catalogue import Catalogue
from corrigenda.checking.runner import check
from corrigenda.engine.tables import Tables, load, replace_rows
from corrigenda.errors import SetupError, shorten
from corrigenda.package.csv_file import write_rows
from corrigenda.package.files import read_text
from corrigenda.package.package import Field, Package, Table, open_package
from corrigenda.package.scaffold import new_package
from corrigenda.results.finding import Finding

Row = dict[str, str]
Rows = dict[str, list[Row]]
_EXPECTED = re.compile(r"(certain|possible|undecided) (.+?): (.+)")
_DETAIL = re.compile(r"(doubt|places|repair): (.+)")
_DEFAULTS = ("en", "0" * 64, "USD")


@dataclass
class Expected:
    """Hold one row that a rule returns: verdict, key, message or reason, and what else is compared where given."""

    verdict: str
    key: str
    text: str
    details: dict[str, list[str]] = field(default_factory=dict)


@dataclass
class Case:
    """Hold one case: the rule, what the case shows, its rows by table, and what is to be found."""

    rule: str
    title: str
    rows: Rows
    expected: list[Expected] = field(default_factory=list)
    finds_nothing: bool = False

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
    _expect_that(heading[1] == name.removesuffix(".md"), f"{name}: is about {heading[1]}")
    shared, _ = _read_tables(name, first.split("\n")[1:])
    cases = []
    for part in parts:
        title, *lines = part.split("\n")
        rows, words = _read_tables(name, lines)
        case = Case(heading[1], title.strip(), _merge(shared, rows))
        for line in words:
            _expect(case, line)
        _expect_that(
            case.finds_nothing != bool(case.expected), f"{name}: '{title}' says neither or both of what it finds and that it finds nothing"
        )
        _expect_that(not case.is_silent or case.finds_nothing, f"{name}: '{title}' is called silent and finds something")
        cases.append(case)
    return cases


def _read_tables(name: str, lines: list[str]) -> tuple[Rows, list[str]]:
    """Separate tables (a line with the name, then Markdown rows) from other lines."""
    rows: Rows = {}
    words: list[str] = []
    header: list[str] | None = None
    for line in (line.strip() for line in lines):
        if line.startswith("|"):
            cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            if header is None:
                _expect_that(bool(words), f"{name}: a table without its name: {line}")
                header, table = cells, words.pop().strip("`:")
                _expect_that(table in schemas(), f"{name}: there is no table '{table}'")
                listed = rows.setdefault(table, [])
            elif not all(re.fullmatch(r":?-+:?", cell) for cell in cells):
                _expect_that(len(cells) == len(header), f"{name}: {len(cells)} cells under {len(header)} names: {line}")
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
        _expect_that(is_prose, f"{case.rule}: cannot read: {line}")


def _expect_that(holds: bool, sentence: str) -> None:
    if not holds:
        raise SetupError(sentence)


def _merge(shared: Rows, own: Rows) -> Rows:
    merged: Rows = {}
    for table in [*shared, *(name for name in own if name not in shared)]:
        rows = number(table, shared.get(table, []))
        key = schemas()[table].key[0]
        named = {row[key]: row for row in rows}
        for row in number(table, own.get(table, [])):
            if row[key] in named:
                named[row[key]].update(row)
            else:
                rows.append(row)
        merged[table] = rows
    return merged


def number(table: str, rows: list[Row]) -> list[Row]:
    """Give rows without a key one: `date`, `date-2`, `date-3` for the table dates."""
    key = schemas()[table].key[0]
    stem = stem_of(key)
    return [{key: stem if position == 1 else f"{stem}-{position}"} | row for position, row in enumerate(rows, 1)]


def stem_of(name: str) -> str:
    """Return the name of a field as a key or text that its pattern allows."""
    return name.removesuffix("_id").replace("_", "-")


@cache
def schemas() -> dict[str, Table]:
    """Return the tables that a case can have: all of this program that people write."""
    with tempfile.TemporaryDirectory() as folder:
        return {table.name: table for table in new_package(Path(folder) / "cases").layer("said", "known", "kept")}


def complete(rows: Rows) -> Rows:
    """Fill cells that a row needs and rows that a key points at, so that the structure is sound."""
    full: Rows = {name: [] for name in schemas()}
    waiting = [(name, row) for name, listed in rows.items() for row in listed]
    written = {(name, row[schemas()[name].key[0]]) for name, row in waiting}
    while waiting:
        name, row = waiting.pop(0)
        table = schemas()[name]
        unknown = set(row) - {f.name for f in table.fields}
        _expect_that(not unknown, f"the table {name} has no field {', '.join(sorted(unknown))}")
        row = {f.name: row.get(f.name) or (default(f, table) if f.required else "") for f in table.fields}
        full[name].append(row)
        for foreign in table.foreign_keys:
            value, target = row[foreign.fields[0]], schemas()[foreign.table].key[0]
            if value and (foreign.table, value) not in written:
                written.add((foreign.table, value))
                waiting.append((foreign.table, {target: value}))
    return full


def default(f: Field, table: Table) -> str:
    """Return the value of a needed cell that a case does not name."""
    if "enum" in f.constraints:
        return str(f.constraints["enum"][0])
    if f.type == "boolean":
        return "true" if f.name.endswith("_confirmed") else "false"
    if f.type in ("integer", "number"):
        return str(f.constraints.get("minimum", 1))
    if f.type == "edtf":
        return "2000"
    pattern = f.constraints.get("pattern", ".*")
    return next(text for text in (stem_of(f.name), *_DEFAULTS) if re.fullmatch(pattern, text))


def write_package(root: Path, rows: Rows) -> Package:
    """Write a package with these rows, typed by the schemas of this program, and open it."""
    new_package(root)
    for name, listed in complete(rows).items():
        _write(root, name, _cells_of(name, listed))
    return open_package(root)


def _cells_of(name: str, rows: list[Row]) -> list[list[str | None]]:
    """Return the cells of rows in the order of fields and keys."""
    table = schemas()[name]
    ordered = sorted(rows, key=lambda row: [row[name] for name in table.key])
    return [[row[f.name] or None for f in table.fields] for row in ordered]


def _write(root: Path, name: str, cells: list[list[str | None]]) -> None:
    table = schemas()[name]
    (root / table.path).write_bytes(write_rows([f.name for f in table.fields], cells))


class CaseRunner:
    """Run cases one after the other in one engine, which holds a package without rows between them.

    A package and an engine cost many times what a case costs, so that a case puts in its own rows alone. They are judged as the
    structure of any package is.
    """

    def __init__(self, root: Path) -> None:
        """Write the empty package to a folder that is not there yet."""
        self.tables = load(write_package(root, {}))

    def run(self, case: Case, rules: Catalogue, inspect: Callable[[Tables], object] | None = None) -> list[Expected]:
        """Run the rule of a case over its rows and return what it says in the form of a page.

        `inspect` is given the tables and views afterwards.
        """
        cells = {name: _cells_of(name, listed) for name, listed in complete(case.rows).items() if listed}
        for name, listed in cells.items():
            _write(self.tables.package.root, name, listed)
        with replace_rows(self.tables, cells) as problems:
            if problems:
                raise SetupError(*(f"{case.rule}.md, '{case.title}': {sentence}" for sentence in shorten(problems)))
            said = run_rule(case.rule, rules, self.tables)
            if inspect:
                inspect(self.tables)
            return said

    def close(self) -> None:
        """Close the engine."""
        self.tables.close()

    def __enter__(self) -> CaseRunner:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def run_rule(name: str, rules: Catalogue, tables: Tables) -> list[Expected]:
    """Run one rule over tables and return what it says in the form of a page."""
    chosen = rules.select([name])
    result = check(tables, chosen, timeline=False)
    if result.not_run:
        raise SetupError(f"{name}.md: the rule did not run: {result.not_run[0][1]}")
    undecided = [Expected("undecided", entry.row, entry.reason) for entry in result.undecided]
    return [*map(_told, result.findings), *undecided]


def compare_case(case: Case, said: list[Expected]) -> list[str]:
    """Say where what a rule said differs from what the page expects; details are compared where the page gives them.

    A finding that is doubted must have its doubt on the page.
    """
    problems = []
    wanted, found = ({(row.verdict, row.key): row for row in rows} for rows in (case.expected, said))
    for verdict, key in sorted(wanted.keys() | found.keys()):
        expected, told = wanted.get((verdict, key)), found.get((verdict, key))
        if told is None:
            problems.append(f"does not say {verdict} {key}: {wanted[verdict, key].text}")
            continue
        if expected is None:
            problems.append(f"says {verdict} {key}: {told.text}")
            continue
        if expected.text != told.text:
            problems.append(f"says {verdict} {key}: {told.text}; expected {expected.text}")
        problems += [
            f"says {name} of {key}: {told.details.get(name)}; expected {texts}"
            for name, texts in expected.details.items()
            if told.details.get(name) != texts
        ]
        if told.details.get("doubt") and "doubt" not in expected.details:
            problems.append(f"doubts {key}: {told.details['doubt'][0]}; expected the page to say so (doubt: …)")
    return [f"{case.rule}, '{case.title}': {problem}" for problem in problems]


def _told(finding: Finding) -> Expected:
    details = {
        "doubt": [finding.doubt] if finding.doubt else [],
        "places": [", ".join(f"{place.table}.{place.field} of {place.row}" for place in finding.places)],
        "repair": [f"{r.table}.{r.field} of {r.row}{'' if r.value is None else ' = ' + r.value}: {r.allows}" for r in finding.repairs],
    }
    return Expected(finding.verdict, finding.key, finding.message, details)
