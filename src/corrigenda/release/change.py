"""What changed from one state of a package to another: plain, frozen, and enough to make the second from the first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corrigenda.errors import Problem
from corrigenda.release.schema import Level, SchemaChange, Shape

Key = tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """Hold the shape of a table and its rows by key, cells in the order of the fields; an empty cell is None."""

    shape: Shape
    rows: Mapping[Key, tuple[str | None, ...]]


Contents = dict[str, Sheet]


@dataclass(frozen=True)
class RowChange:
    """Hold a row that came or went, its cells by field."""

    key: Key
    cells: Mapping[str, str | None]


@dataclass(frozen=True)
class CellChange:
    """Hold a cell that changed in a row that stayed; an empty cell is None."""

    key: Key
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class TableChange:
    """Hold everything that changed in one table; a shape is None where the table is not there."""

    name: str
    path: str
    layer: str
    before: Shape | None
    after: Shape | None
    added: tuple[RowChange, ...] = ()
    removed: tuple[RowChange, ...] = ()
    changed: tuple[CellChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed or self.before != self.after)


@dataclass(frozen=True)
class FindingChange:
    """Hold a finding that is new, gone or changed, its verdicts, its message, and why: sentences that begin with what changed.

    `cells` are the cells (table, row, field) of the reference among the causes, all of them; the field of a row that came or went is
    empty. `subject` and `severity` are those of the finding.
    """

    finding_id: str
    state: str
    before: str | None
    after: str | None
    message: str
    why: tuple[str, ...]
    subject: str = ""
    severity: str = ""
    cells: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Need:
    """Say how far a change moves the version and which cell or field forces it; `version` is the lowest that fits."""

    level: Level
    reason: str
    version: str


@dataclass(frozen=True)
class Change:
    """Hold the difference of two states of a package; false where there is none.

    `problems` lists keys that vanished without being retired, and retired ones that are used again.

    >>> import corrigenda
    >>> package = corrigenda.published_package()
    >>> change = corrigenda.diff(package, package)
    >>> bool(change), change.need.reason
    (False, 'nothing changed')
    """

    package: str
    old_version: str
    new_version: str
    tables: tuple[TableChange, ...]
    schema: tuple[SchemaChange, ...]
    findings: tuple[FindingChange, ...]
    problems: tuple[Problem, ...]
    need: Need

    def __bool__(self) -> bool:
        return bool(self.tables or self.schema)


def patch(change: Change, contents: Contents) -> Contents:
    """Return the contents after a change, given those before it."""
    result = dict(contents)
    for table in change.tables:
        if table.after is None:
            del result[table.name]
        else:
            result[table.name] = _patch_table(table, table.after, result.get(table.name))
    return result


def _patch_table(table: TableChange, after: Shape, sheet: Sheet | None) -> Sheet:
    gone = {row.key for row in table.removed}
    before = sheet.shape.names if sheet else ()
    stayed = {key: dict(zip(before, cells, strict=True)) for key, cells in (sheet.rows.items() if sheet else ()) if key not in gone}
    for cell in table.changed:
        stayed[cell.key][cell.field] = cell.after
    rows = [*stayed.items(), *((row.key, row.cells) for row in table.added)]
    return Sheet(after, {key: tuple(cells.get(name) for name in after.names) for key, cells in rows})
