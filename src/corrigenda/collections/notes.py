"""A story's own list: names, titles and figures as a reporter keeps them, joined with a reference for one run."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from corrigenda.collections.entries import Entry, OfficeEntry, PersonEntry, Reading
from corrigenda.collections.forms.columns import COLUMNS, Row
from corrigenda.collections.forms.table import open_table
from corrigenda.collections.forms.table_rows import read_person, reader_of
from corrigenda.collections.name_keys import NameKeys
from corrigenda.collections.origin import Origin
from corrigenda.collections.rows import make_rows
from corrigenda.collections.staging import Staging, staged
from corrigenda.collections.states import state_names
from corrigenda.collections.update import merge_table, read_cells
from corrigenda.errors import Problem, SetupError
from corrigenda.package.package import Package
from corrigenda.package.tables.csv_file import Lines, read_rows, read_sound, scan
from corrigenda.package.tables.table import Table
from corrigenda.results.finding import Finding, Place, Result
from corrigenda.values.names import fold
from corrigenda.values.wording import count

SOURCE = "the-desks-notes"
TITLE = "The desk's notes"
_NEEDED = ("sources", "actors", "offices", "names", "tenures", "milestones", "participants", "figures")
_OF_TIES = ("ties", "completeness")
_EXPECTED = "expected a CSV with a column 'name', and others such as variants, title, start, end, measure, amount, day, relation and other"
_FREE = ("note", "notes", "comment")
# Lines that share a cell with a row are compared with it where so few have that cell.
_FEW = 20


@dataclass(frozen=True)
class JoinedTable:
    """Hold a table of the reference with the rows of the notes among its own: the lines of both, and which rows are of the notes."""

    joined: Lines
    own: Lines
    note_rows: tuple[int, ...]
    note_lines: tuple[int, ...]

    def home(self, line: int) -> tuple[bool, int]:
        """Return for a line of the joined file whether its row is of the notes, and the line on which it is there or in the reference."""
        row = bisect_right(self.joined.starts, line)
        before = bisect_right(self.note_rows, row)
        if before and self.note_rows[before - 1] == row:
            return True, self.note_lines[before - 1]
        return False, line - self.joined.of(row) + self.own.of(row - before) if row else line


@dataclass(frozen=True)
class Joined:
    """Hold a package whose reference has the notes in it, where each row of it is at home, and what to say of the joining."""

    package: Package
    file: str
    tables: dict[str, JoinedTable]
    sentences: tuple[str, ...]

    def point_home(self, result: Result) -> Result:
        """Return the result with each place where its row is at home: in the notes, or on its line of the reference."""
        return replace(
            result,
            findings=tuple(self._move(finding) for finding in result.findings),
            left_out=tuple(self._move(finding) for finding in result.left_out),
        )

    def tell_home(self, problem: Problem) -> Problem:
        """Return a problem of structure with the file and the line where its row is at home."""
        name = next((name for name in self.tables if self.package.tables[name].path == problem.file), None)
        if name is None or not problem.line:
            return problem
        is_noted, line = self.tables[name].home(problem.line)
        return replace(problem, file=self.file if is_noted else problem.file, line=line, column=0)

    def _move(self, finding: Finding) -> Finding:
        return replace(finding, places=tuple(self._place(place) for place in finding.places))

    def _place(self, place: Place) -> Place:
        if place.table not in self.tables:
            return place
        is_noted, line = self.tables[place.table].home(place.line)
        if is_noted:
            return replace(place, path=self.file, line=line, region=None)
        region = place.region
        if region is not None:
            moved = line - place.line
            region = replace(region, start_line=region.start_line + moved, end_line=region.end_line + moved)
        return replace(place, line=line, region=region)


@contextmanager
def join_notes(package: Package, file: Path, day: str) -> Iterator[Joined]:
    """Put the rows of a story's own list into the reference of a package, in files that are gone when the block ends.

    Whoever has a name that one actor of the reference has is that actor, and an office likewise; others are new, with the key of the
    column person_id or one made from the name. `day` is the day up to which the notes are known. Raises SetupError with a sentence
    and the line where a row cannot be read, or a name is that of several.
    """
    lacking = [name for name in (*_NEEDED, "kinds") if name not in package.tables]
    if lacking:
        raise SetupError(f"--notes: the package has no table {', '.join(lacking)}; name a reference with --known.")
    problems = [problem for name in _NEEDED for problem in scan(package.tables[name]).problems]
    if problems:
        raise SetupError(*problems[:50])
    with staged(reading := Reading(), day, state_names(), "en") as (staging, scrap):
        names = NameKeys(package, staging)
        settled = _Settled(names)
        texts = _stage(file, staging, reading, settled)
        _drop_known_names(package, staging)
        origin = Origin(SOURCE, TITLE, day, is_stated=True)
        kinds, tie_kinds = (
            frozenset(row[key] for row in read_cells(package.tables[table])) if table in package.tables else frozenset()
            for table, key in (("kinds", "kind_id"), ("tie_kinds", "tie_kind_id"))
        )
        rows = make_rows(staging, origin, names.find, kinds, tie_kinds)
        tables: dict[str, Table] = {}
        for name in (*_NEEDED, *(_OF_TIES if reading.read["ties"] else ())):
            target = scrap / f"{name}.csv"
            merge_table(package.tables[name], rows[name], SOURCE, target)
            tables[name] = replace(package.tables[name], file=target)
        staging.close()
        _refuse_losses(file, reading)
        labels = {row["actor_id"]: row["label"] for row in read_sound(tables["actors"])}
        labels |= {row["office_id"]: row["label"] for row in read_sound(tables["offices"])}
        homes = {name: _compare(package.tables[name], table, texts, labels) for name, table in tables.items()}
        joined = replace(package, tables={**package.tables, **tables})
        yield Joined(joined, str(file), homes, tuple(_tell(file, len(texts), settled)))


def _stage(file: Path, staging: Staging, reading: Reading, settled: _Settled) -> dict[int, set[str]]:
    """Put every row of the notes into the staging; return the texts of the cells of each line."""
    table = open_table(file, _EXPECTED)
    words = {word for listed in COLUMNS.values() for word in listed}
    unknown = [name for name in table.header if fold(name).replace(" ", "").replace("_", "") not in {*words, *_FREE}]
    if "person" not in table.places or unknown:
        told = f"the column {unknown[0][:40]!r} is not known" if unknown and "person" in table.places else "there is no column 'name'"
        raise SetupError(f"{file}, line 1: {told}; {_EXPECTED}.")
    texts: dict[int, set[str]] = {}
    for number, row in table.rows():
        if not (cells := {name: cell for name, cell in row.items() if cell}):
            continue
        place = f"line {number}"
        if not cells.get("person") and not cells.get("about"):
            raise SetupError(f"{file}, {place}: has no name; {_EXPECTED}.")
        texts[number] = {part.strip() for cell in cells.values() for part in (cell, *cell.split(";"))}
        entries = list(_read(cells, reading, place, file))
        for entry in entries:
            settled.settle(entry, cells, staging, f"{file}, {place}")
        staging.put(entries)
    if not texts:
        raise SetupError(f"{file}: has no row; {_EXPECTED}.")
    return texts


# Cells that say nothing without one another.
_TOGETHER = (("measure", "amount", "day"), ("relation", "other"), ("event", "kind", "day"))


def _read(cells: Row, reading: Reading, place: str, file: Path) -> Iterator[Entry]:
    """Read a row by the cells that it has; a figure is about whoever is named."""
    for group in _TOGETHER:
        if group[0] in cells and not set(group) <= cells.keys():
            lacking = " and ".join(name for name in group if name not in cells)
            raise SetupError(f"{file}, {place}: has a cell {group[0]} and no {lacking}.")
    if "measure" in cells:
        name = cells.get("about") or cells.get("person", "")
        yield PersonEntry(cells.get("person_id") or name, name, kind=cells.get("kind", "body"), is_implied=True)
        cells = {**cells, "about": name, "event": f"{cells['measure']} of {name}"}
    read = reader_of(cells) or read_person
    # A reporter who writes the first of January means it.
    days = {f"{name}_precision": "11" for name in ("start", "end", "born", "died", "day")}
    yield from read({"person": "", **days, **cells}, reading, place, "en", True)


@dataclass
class _Settled:
    """Hold the names of the notes that are of the reference, and those that are not."""

    names: NameKeys
    known: dict[str, str] = field(default_factory=dict)
    own: dict[str, None] = field(default_factory=dict)

    def settle(self, entry: Entry, cells: Row, staging: Staging, place: str) -> None:
        """Give a person or an office the key that the reference has for it, or the one that the notes give."""
        if isinstance(entry, PersonEntry):
            keys, label, column = self.names.known(entry.id) or self.names.known(entry.name), entry.name, "person_id"
        elif isinstance(entry, OfficeEntry):
            keys, label, column = self.names.offices(entry.id) or self.names.offices(entry.label), entry.label, "office_id"
        else:
            return
        if len(keys) > 1:
            told = ", ".join(sorted(keys)[:5])
            raise SetupError(
                f"{place}: {len(keys)} entries of the reference are called '{label}' ({told}); put the key of one of them into the "
                f"column {column}."
            )
        if keys:
            staging.given[entry.id or label] = next(iter(keys))
            self.known.setdefault(label, next(iter(keys)))
            return
        self.own.setdefault(label)
        own = cells.get(column, "")
        if own and own == entry.id:
            staging.given[own] = own


def _refuse_losses(file: Path, reading: Reading) -> None:
    if reading.lost:
        raise SetupError(*(f"{file}, {reading.first[reason]}: {reason}" for reason in reading.lost), "Mend the notes; nothing was checked.")


def _compare(own: Table, joined: Table, texts: dict[int, set[str]], labels: dict[str, str]) -> JoinedTable:
    """Say which rows of a joined table are of the notes, each with the line of them that it most likely comes from."""
    rows = read_rows(joined.file)[1]
    places = [number for number, row in enumerate(rows, 1) if row.get("source_id") == SOURCE]
    told: dict[str, list[int]] = defaultdict(list)
    for line, cell in ((line, cell) for line, said in texts.items() for cell in said):
        told[cell].append(line)
    lines = []
    for number in places:
        cells = set(rows[number - 1].values()) | {labels[cell] for cell in rows[number - 1].values() if cell in labels}
        # A row has a cell of its own, mostly the name; comparing each with every line takes minutes for long notes.
        shared = sorted(cells & told.keys(), key=lambda cell: (len(told[cell]), cell))
        near = {line for place, cell in enumerate(shared) if not place or len(told[cell]) <= _FEW for line in told[cell]}
        lines.append(max(near or texts, key=lambda line: (len(cells & texts[line]), -line)))
    return JoinedTable(scan(joined), scan(own), tuple(places), tuple(lines))


def _drop_known_names(package: Package, staging: Staging) -> None:
    """Leave out the names that the reference has of the same actor or office already."""
    given = set(staging.given.values())
    known = ((owner, row["name"]) for row in read_cells(package.tables["names"]) if (owner := row["actor_id"] or row["office_id"]) in given)
    staging.database.executemany("DELETE FROM names WHERE coalesce(actor, office) = ? AND name = ?", list(known))


def _tell(file: Path, rows: int, settled: _Settled) -> Iterator[str]:
    parts = [
        f"{count(len(found), what)} ({', '.join(sorted(found)[:5])}{', …' if len(found) > 5 else ''})"
        for found, what in ((settled.known, "known name"), (settled.own, "new name"))
        if found
    ]
    yield f"{TITLE} ({file}): {count(rows, 'row')} with {' and '.join(parts)}."
