"""The rows of a case, completed to a package whose structure is sound."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from corrigenda.errors import SetupError
from corrigenda.package.package import Package, open_package
from corrigenda.package.scaffold import new_package
from corrigenda.package.storage.scrap import temporary_folder
from corrigenda.package.tables.csv_file import write_rows
from corrigenda.package.tables.table import Field, Table

Row = dict[str, str]
Rows = dict[str, list[Row]]
_DEFAULTS = ("en", "0" * 64, "USD")


def expect_that(holds: bool, sentence: str) -> None:
    """Raise SetupError with a sentence where something does not hold."""
    if not holds:
        raise SetupError(sentence)


def merge(shared: Rows, own: Rows) -> Rows:
    """Return the rows of a page with those of one case, which replace the cells that they name."""
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
    with temporary_folder() as folder:
        return {table.name: table for table in new_package(folder / "cases").layer("said", "known", "kept")}


def complete(rows: Rows) -> Rows:
    """Fill cells that a row needs and rows that a key points at, so that the structure is sound."""
    full: Rows = {name: [] for name in schemas()}
    waiting = [(name, row) for name, listed in rows.items() for row in listed]
    written = {(name, row[schemas()[name].key[0]]) for name, row in waiting}
    while waiting:
        name, row = waiting.pop(0)
        table = schemas()[name]
        unknown = set(row) - {f.name for f in table.fields}
        expect_that(not unknown, f"the table {name} has no field {', '.join(sorted(unknown))}")
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
        write_table(root, name, cells_of(name, listed))
    return open_package(root)


def cells_of(name: str, rows: list[Row]) -> list[list[str | None]]:
    """Return the cells of rows in the order of fields and keys."""
    table = schemas()[name]
    ordered = sorted(rows, key=lambda row: [row[name] for name in table.key])
    return [[row[f.name] or None for f in table.fields] for row in ordered]


def write_table(root: Path, name: str, cells: list[list[str | None]]) -> None:
    """Write the file of one table."""
    table = schemas()[name]
    (root / table.path).write_bytes(write_rows([f.name for f in table.fields], cells))
