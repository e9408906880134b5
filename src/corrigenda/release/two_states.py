"""Two states of a package in one engine, table by table and as text."""

from __future__ import annotations

from corrigenda.engine import structure
from corrigenda.engine.sql import quote
from corrigenda.engine.tables import Tables, read_table
from corrigenda.errors import Problem
from corrigenda.package.package import Package
from corrigenda.package.tables.csv_file import scan
from corrigenda.package.tables.row_counts import count_rows
from corrigenda.package.tables.table import Table


def open_pair(before: Package, after: Package) -> Tables:
    """Start an engine for two states of a package; `read_side` puts their tables into its schemas `before` and `after`."""
    tables = Tables(after)
    tables.run("CREATE SCHEMA before")
    tables.run("CREATE SCHEMA after")
    return tables


def read_side(tables: Tables, side: str, table: Table) -> tuple[Problem, ...]:
    """Read a table as text into the schema `side`; return what is wrong with its shape or its key.

    A file that is plainly sound is not read by two CSV readers: the engine is as strict with its rows.
    """
    count = count_rows(table)
    if count is None:
        lines = scan(table)
        if lines.problems:
            return tuple(lines.problems)
        count = len(lines.starts)
    read_table(tables, side, table, count)
    raw = f"{side}.{quote(table.name)}"
    key = quote(table.key[0]) if len(table.key) == 1 else f"row({', '.join(map(quote, table.key))})"
    # Keys that grow from row to row are there and stand once: one pass proves both, and only where it fails the rest is asked.
    if not tables.run(f"SELECT 1 FROM {raw} QUALIFY ({key} > lag({key}) OVER ()) IS FALSE LIMIT 1") and not any(
        tables.run(f"SELECT 1 FROM {raw} WHERE {quote(name)} IS NULL LIMIT 1") for name in table.key
    ):
        return ()
    lines = scan(table)
    empty = (
        (row, name, "is empty; expected a value")
        for name in table.key
        for (row,) in tables.run(f"SELECT _row FROM {raw} WHERE {quote(name)} IS NULL")
    )
    twice = ((fault.row, fault.field, fault.what) for fault in structure.repeated_keys(tables.run, table, side))
    return tuple(Problem(table.path, lines.of(row), field, what) for row, field, what in (*empty, *twice))
