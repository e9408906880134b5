"""Marks on rows that a program drafted: which rows are drafts still, who accepted the others, and what hangs on them.

The marks are in `data/drafts.csv`. A row is a draft as long as its mark names nobody who accepted it and the row has the cells that
were drafted: a person who edits a row has read it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from corrigenda.errors import SetupError
from corrigenda.package.package import Package
from corrigenda.package.tables.csv_file import read_sound, write_rows
from corrigenda.package.tables.table import Table
from corrigenda.results.draft import Drafting

TABLE, READINGS = "drafts", "readings"
Key = tuple[str, str]
Cells = Mapping[str, str | None]
_NOBODY: Mapping[Key, str] = MappingProxyType({})


@dataclass(frozen=True)
class DraftMark:
    """Hold one row of `drafts`: the row that was drafted, the digest of its cells, by what, and who accepted it on which day."""

    table: str
    row: str
    digest: str
    drafted_by: str
    accepted_by: str = ""
    accepted_on: str = ""

    @property
    def key(self) -> Key:
        """Return the table and the key of the row."""
        return self.table, self.row


def digest_cells(cells: Cells) -> str:
    """Return 16 hexadecimal digits of SHA-256 over the cells of a row that are not empty, by the names of their fields.

    A column that a later schema adds changes no digest.

    >>> digest_cells({"date_id": "a/d", "edtf": "2024-05", "anchor": None}) == digest_cells({"edtf": "2024-05", "date_id": "a/d"})
    True
    """
    text = json.dumps({name: value for name, value in cells.items() if value}, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def read_marks(package: Package) -> dict[Key, DraftMark]:
    """Return every mark by table and row; a package without the table has none. Raises SetupError where the file is not sound."""
    table = package.tables.get(TABLE)
    if table is None:
        return {}
    marks = (DraftMark(**{name: row[name] or "" for name in DraftMark.__dataclass_fields__}) for row in read_sound(table))
    return {mark.key: mark for mark in marks}


def mark_rows(
    package: Package, rows: Mapping[str, Iterable[Cells]], drafted_by: str, others: Mapping[Key, str] = _NOBODY
) -> dict[str, bytes]:
    """Return the file of marks, by the name of its table, with a mark on each of these new rows (by table, cells by field).

    `others` says of single rows that something else drafted them. Nothing is written: give what is returned to `amend` together with
    the files of the rows, so that rows and marks are one step.
    Raises SetupError where the package has no table of drafts.
    """
    marks = read_marks(package)
    for name, drafted in rows.items():
        key = _own(package, name).key[0]
        for cells in drafted:
            by = others.get((name, str(cells[key])), drafted_by)
            mark = DraftMark(name, str(cells[key]), digest_cells(cells), by)
            marks[mark.key] = mark
    return write_marks(package, marks.values())


def write_marks(package: Package, marks: Iterable[DraftMark]) -> dict[str, bytes]:
    """Return the file of marks with exactly these, by the name of its table; raises SetupError where the package has no such table."""
    return {TABLE: render_rows(_own(package, TABLE), map(vars, sorted(marks, key=lambda mark: mark.key)))}


def find_drafts(package: Package) -> frozenset[Key]:
    """Return table and key of every row that is a draft still, of the package and of the reference that it is checked against.

    Only the tables that have an open mark are read.
    """
    return _open(package, package.layer("said", "known", "kept")) | (
        _open(package.reference, package.reference.layer("known")) if package.reference else frozenset()
    )


def _own(package: Package, name: str) -> Table:
    table = package.tables.get(name)
    if table is None:
        raise SetupError(f"the package has no table '{name}'; 'corrigenda new package' makes one that has it")
    return table


def _open(package: Package, tables: Iterable[Table]) -> frozenset[Key]:
    open_marks = {key: mark.digest for key, mark in read_marks(package).items() if not mark.accepted_by}
    marked = {name for name, _ in open_marks}
    found: set[Key] = set()
    for table in tables:
        if table.name in marked:
            found.update(
                (table.name, row[table.key[0]])
                for row in read_sound(table)
                if open_marks.get((table.name, row[table.key[0]])) == digest_cells(row)
            )
    return frozenset(found)


def find_dependents(package: Package, rows: Collection[Key]) -> frozenset[Key]:
    """Return the rows that point at some rows, directly or through others, and cannot be there without them."""
    wanted = set(rows)
    gone = set(rows)
    while wanted:
        targets = {name for name, _ in wanted}
        pointing = {
            (table.name, row[table.key[0]])
            for table in package.layer("said", "known", "kept")
            if targets.intersection(foreign.table for foreign in table.foreign_keys)
            for row in read_sound(table)
            if not wanted.isdisjoint(find_targets(table, row))
        }
        wanted = pointing - gone
        gone |= wanted
    return frozenset(gone.difference(rows))


def find_targets(table: Table, row: Cells) -> Iterator[Key]:
    """Yield the rows that one row points at."""
    for foreign in table.foreign_keys:
        value = row[foreign.fields[0]]
        if value:
            yield foreign.table, value


def remove_rows(package: Package, rows: Collection[Key]) -> dict[str, bytes]:
    """Return the files of tables without some rows, those that point at others first; nothing is written."""
    files = {}
    for name in sorted({name for name, _ in rows}, key=lambda name: (-_depth(package, name), name)):
        table = package.tables[name]
        kept = [row for row in read_sound(table) if (name, row[table.key[0]]) not in rows]
        files[name] = render_rows(table, kept)
    return files


def _depth(package: Package, name: str, above: tuple[str, ...] = ()) -> int:
    """Return how many tables are above one, along its foreign keys; tables that point at one another are on one level."""
    targets = {foreign.table for foreign in package.tables[name].foreign_keys} - {name, *above}
    return max((1 + _depth(package, target, (*above, name)) for target in targets if target in package.tables), default=0)


def render_rows(table: Table, rows: Iterable[Cells]) -> bytes:
    """Return the file of a table with these rows, in the order given."""
    names = [field.name for field in table.fields]
    return write_rows(names, [[row.get(name) or None for name in names] for row in rows])


def read_readings(package: Package) -> dict[Key, tuple[Cells, ...]]:
    """Return the other readings of each row, as rows of `readings`; a package without that table has none."""
    table = package.tables.get(READINGS)
    found: dict[Key, tuple[Cells, ...]] = {}
    for row in read_sound(table) if table else ():
        key = row["table"], row["row"]
        found[key] = (*found.get(key, ()), row)
    return found


def write_readings(package: Package, readings: Iterable[Cells]) -> dict[str, bytes]:
    """Return the file of other readings with exactly these, by the name of its table; raises SetupError where there is no such table."""
    rows = sorted(readings, key=lambda row: [row[name] or "" for name in ("table", "row", "field", "value")])
    return {READINGS: render_rows(_own(package, READINGS), rows)}


def count_drafts(package: Package, drafts: Collection[Key]) -> Drafting:
    """Count how many rows of which tables are drafts still, and how many each person accepted."""
    marks = read_marks(package).values()
    return Drafting(
        tuple(sorted(Counter(table for table, _ in drafts).items())),
        tuple(sorted(Counter(mark.accepted_by for mark in marks if mark.accepted_by).items())),
    )
