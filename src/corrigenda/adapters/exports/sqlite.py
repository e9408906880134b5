"""A package as one SQLite database: strict types, keys, foreign keys and their indexes, and views for what people ask."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from corrigenda.adapters.exports.exported_views import SCHEMA, ExportedView, make_views
from corrigenda.engine.sql import literal, quote
from corrigenda.engine.tables import Tables
from corrigenda.errors import SetupError
from corrigenda.package.package import Package
from corrigenda.package.storage.files import replacing
from corrigenda.package.tables.table import Field, ForeignKey, Table

_TYPES = {"integer": "INTEGER", "number": "REAL", "boolean": "INTEGER"}
_STORED = {"BIGINT": "INTEGER", "BOOLEAN": "INTEGER"}
FLAT = "findings_flat"
# The columns of the view that stand in no other table.
FLAT_CELLS = f"{FLAT}_cells"
# SQLite writes its own version into bytes 96 to 99 of a file and never reads it. The lock file does not hold that
# version, so the first one with strict tables is given instead.
_VERSION_AT, _VERSION = 96, (3_037_000).to_bytes(4, "big")


def write_sqlite(tables: Tables, file: Path) -> None:
    """Write each table that `load_cells` gave into a new database; dates are EDTF text, booleans 0 and 1, missing values NULL.

    The file appears whole or not at all, and the same cells give the same bytes. Raises SetupError where a row points at
    no key.
    """
    try:
        with replacing(file) as made:
            with closing(sqlite3.connect(made, isolation_level=None)) as database:
                _fill(database, tables)
            with made.open("r+b") as stream:
                stream.seek(_VERSION_AT)
                stream.write(_VERSION)
    except sqlite3.Error as error:
        raise SetupError(f"{file}: cannot be written by SQLite {sqlite3.sqlite_version}: {error}") from None


def _fill(database: sqlite3.Connection, tables: Tables) -> None:
    package = tables.package
    for setting in ("page_size = 4096", "journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF"):
        database.execute(f"PRAGMA {setting}")
    database.execute("BEGIN")
    for table in package.tables.values():
        name, fields = _stored(package, table)
        database.execute(_create(name, table, fields))
        columns = ", ".join(quote(field.name) for field in fields)
        rows = tables.run(f"SELECT {columns} FROM {quote(table.name)}")
        database.executemany(f"INSERT INTO {quote(name)} VALUES ({', '.join('?' * len(fields))})", rows)
    for table in package.tables.values():
        for statement in _indexes(table, *_stored(package, table)):
            database.execute(statement)
    if _has_view(package):
        database.execute(_view(package))
    for view in make_views(tables):
        _add_view(database, tables, view)
    database.execute("COMMIT")
    broken = database.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise SetupError(*(f"{table}, row {row}: points at no key of {target}" for table, row, target, _ in broken))


def _add_view(database: sqlite3.Connection, tables: Tables, view: ExportedView) -> None:
    """Add a view with its comments, and the table of what was worked out for it; days are text in ISO 8601."""
    if view.cells:
        source = f"{SCHEMA}.{quote(view.cells)}"
        kinds = {str(row["column_name"]): str(row["column_type"]) for row in tables.query(f"DESCRIBE {source}")}
        key, *_ = kinds
        columns = ", ".join(f"{quote(name)} {_STORED.get(kind, 'TEXT')}" for name, kind in kinds.items())
        database.execute(f"CREATE TABLE {quote(view.cells)} ({columns}, PRIMARY KEY ({quote(key)})) STRICT")
        cells = (f"CAST({quote(name)} AS VARCHAR)" if kind == "DATE" else quote(name) for name, kind in kinds.items())
        rows = tables.run(f"SELECT {', '.join(cells)} FROM {source}")
        database.executemany(f"INSERT INTO {quote(view.cells)} VALUES ({', '.join('?' * len(kinds))})", rows)
    # A database keeps the text of a view from CREATE on: comments before it would be lost.
    database.execute(f"CREATE VIEW {quote(view.name)} AS\n{view.sql}")


def _has_view(package: Package) -> bool:
    return FLAT in package.tables and "findings" in package.tables


def _stored(package: Package, table: Table) -> tuple[str, list[Field]]:
    """Return the name and fields under which a table is stored: the wide table keeps what is nowhere else."""
    if table.name != FLAT or not _has_view(package):
        return table.name, list(table.fields)
    return FLAT_CELLS, [field for field in table.fields if field.name in table.key or not _is_of_finding(package, field)]


def _is_of_finding(package: Package, field: Field) -> bool:
    # The severity of a finding is that of its rule, the one of the wide table the one that is shown.
    return field.name != "severity" and package.tables["findings"].field(field.name) is not None


def _create(name: str, table: Table, fields: list[Field]) -> str:
    parts = [_column(table, field) for field in fields]
    parts.append(f"PRIMARY KEY ({_names(table.key)})")
    for foreign in _pointers(table, fields):
        parts.append(f"FOREIGN KEY ({_names(foreign.fields)}) REFERENCES {quote(foreign.table)} ({_names(foreign.targets)})")
    body = ",\n  ".join(parts)
    return f"CREATE TABLE {quote(name)} (\n  {body}\n) STRICT"


def _column(table: Table, field: Field) -> str:
    cell = quote(field.name)
    text = f"{cell} {_TYPES.get(field.type, 'TEXT')}"
    if field.required or field.name in table.key:
        text += " NOT NULL"
    if field.constraints.get("unique"):
        text += " UNIQUE"
    if field.type == "boolean":
        text += f" CHECK ({cell} IN (0, 1))"
    if "enum" in field.constraints:
        text += f" CHECK ({cell} IN ({', '.join(literal(str(value)) for value in field.constraints['enum'])}))"
    return text


def _pointers(table: Table, fields: list[Field]) -> list[ForeignKey]:
    """Return the foreign keys whose fields are all stored."""
    names = {field.name for field in fields}
    return [foreign for foreign in table.foreign_keys if names.issuperset(foreign.fields)]


def _indexes(table: Table, name: str, stored: list[Field]) -> Iterator[str]:
    """Yield an index for each foreign key that the primary key does not serve already."""
    for fields in dict.fromkeys(foreign.fields for foreign in _pointers(table, stored)):
        if fields != table.key[: len(fields)]:
            yield f"CREATE INDEX {quote('_'.join((name, *fields)))} ON {quote(name)} ({_names(fields)})"


def _view(package: Package) -> str:
    table = package.tables[FLAT]
    cells = (f"{'f' if _is_of_finding(package, field) else 'c'}.{quote(field.name)}" for field in table.fields)
    return f"CREATE VIEW {FLAT} AS\nSELECT {', '.join(cells)}\nFROM findings AS f JOIN {FLAT_CELLS} AS c USING ({_names(table.key)})"


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(map(quote, names))
