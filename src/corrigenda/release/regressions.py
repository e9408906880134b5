"""What a change of the reference does that a person has to accept: findings that went by it, confirmed cells with another value."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from corrigenda.package.package import Package
from corrigenda.package.tables.csv_file import read_rows, scan
from corrigenda.package.tables.table import Table
from corrigenda.release.change import CellChange, Change, FindingChange, TableChange
from corrigenda.release.version import show_cell, show_key
from corrigenda.results.change_rules import CHANGED, LOST
from corrigenda.results.finding import Finding, Place, Severity, Verdict
from corrigenda.values.regions import find_cell
from corrigenda.values.wording import sentence

_MOST = 50


def find_regressions(change: Change, new: Package, ignored: Collection[str] = ()) -> tuple[Finding, ...]:
    """Return what a person has to accept about a change of the reference, as findings on the cells that changed.

    `ignored` names findings that are still shown, as part of others.
    """
    rows = _RowPlaces(new)
    lost = sorted((one for one in change.findings if _is_lost(one) and one.finding_id not in ignored), key=_weight)
    return (*filter(None, (_lost(one, rows) for one in lost)), *_changed_cells(change.tables, rows))


def _is_lost(one: FindingChange) -> bool:
    is_weaker = one.state == "gone" or (one.before == Verdict.CERTAIN and one.after == Verdict.POSSIBLE)
    return is_weaker and one.subject == "article" and one.severity != Severity.NOTE


def _weight(one: FindingChange) -> tuple[bool, bool, str]:
    return one.before != Verdict.CERTAIN, one.severity != Severity.ERROR, one.finding_id


def _lost(one: FindingChange, rows: _RowPlaces) -> Finding | None:
    """Return the finding about one that went; None where no table of the reference that it could go by is left."""
    places = tuple(rows.place(*cell) for cell in one.cells if cell[0] in rows.package.tables)[:_MOST]
    if not places:
        return None
    went = "is gone" if one.state == "gone" else "is no longer certain"
    why = "; ".join(reason.removeprefix("reference: ") for reason in one.why)
    message = f"The finding {one.finding_id} {went}, because the reference changed ({why}). It said: {one.message}"
    return Finding(LOST, one.finding_id, Verdict.CERTAIN, Severity.WARNING, "reference", None, None, message, places)


def _changed_cells(tables: Iterable[TableChange], rows: _RowPlaces) -> Iterator[Finding]:
    changes = list(tables)
    moved = {row.key[0] for change in changes if change.name == "sources" for row in (*change.added, *change.removed)}
    # A source that was only seen again says what it said.
    seen_again = "seen_on"
    moved |= {cell.key[0] for change in changes if change.name == "sources" for cell in change.changed if cell.field != seen_again}
    for change in changes:
        if change.layer != "known":
            continue
        touched = {(cell.key, cell.field) for cell in change.changed}
        for cell in change.changed:
            row = rows.cells(change.name, cell.key[0])
            flag = f"{cell.field}_confirmed"
            is_new_source = (cell.key, "source_id") in touched or row.get("source_id") in moved
            if cell.before is not None and row.get(flag) == "true" and (cell.key, flag) not in touched and not is_new_source:
                yield _changed(change.name, cell, row, rows)


def _changed(table: str, cell: CellChange, row: dict[str, str], rows: _RowPlaces) -> Finding:
    told = f"{show_cell(cell.before)} → {show_cell(cell.after)}"
    message = sentence(
        f"{table}.{cell.field} of {show_key(cell.key)} is confirmed by the source {row.get('source_id') or '(none)'}, "
        f"and its value changed without another source: {told}"
    )
    place = rows.place(table, cell.key[0], cell.field)
    key = f"{table}/{cell.key[0]}/{cell.field}"
    return Finding(CHANGED, key, Verdict.CERTAIN, Severity.WARNING, "reference", None, None, message, (place,))


class _RowPlaces:
    """Hold the rows of the new state that places point at, read once a table."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.read: dict[str, tuple[Table, list[str], dict[str, tuple[int, dict[str, str]]]]] = {}

    def cells(self, name: str, key: str) -> dict[str, str]:
        """Return the row of a key; empty where there is none."""
        return self._table(name)[2].get(key, (0, {}))[1]

    def place(self, name: str, key: str, field: str) -> Place:
        """Return the place of a cell; of a whole row it is its key, and a row that is gone is placed on the header."""
        table, text, rows = self._table(name)
        line, cells = rows.get(key, (1, {}))
        shown = field or table.key[0]
        position = [f.name for f in table.fields].index(shown)
        return Place(name, table.path, line, key, shown, cells.get(shown) or None, "basis", find_cell(text, line, position))

    def _table(self, name: str) -> tuple[Table, list[str], dict[str, tuple[int, dict[str, str]]]]:
        if name not in self.read:
            table = self.package.tables[name]
            starts = scan(table).starts
            rows = {row[table.key[0]]: (line, row) for line, row in zip(starts, read_rows(table.file)[1], strict=True)}
            self.read[name] = table, table.file.read_text("utf-8").split("\n"), rows
        return self.read[name]
