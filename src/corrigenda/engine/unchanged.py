"""Files that are read more than once in a run: what another program changes meanwhile would be of two states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from corrigenda.errors import SetupError
from corrigenda.package.tables.table import Table

Marks = Mapping[str, tuple[int, ...]]


def mark_files(tables: Iterable[Table]) -> dict[str, tuple[int, ...]]:
    """Return by table what changes where its file is written to or replaced; a file that is not there has nothing."""
    return {table.name: _mark(table) for table in tables}


def demand_unchanged(tables: Iterable[Table], marks: Marks) -> None:
    """Raise SetupError for each file that was changed since it was marked."""
    changed = [table.path for table in tables if _mark(table) != marks[table.name]]
    if changed:
        raise SetupError(*(f"{path}: was changed while it was read; run the command again" for path in changed))


def _mark(table: Table) -> tuple[int, ...]:
    try:
        found = table.file.stat()
    except OSError:
        return ()
    return found.st_mtime_ns, found.st_size, found.st_ino
