"""A package as one DuckDB database: typed tables with their keys, views for what people ask, and what every one and its fields mean."""

from __future__ import annotations

from pathlib import Path

from corrigenda.adapters.exports.exported_views import SCHEMA, ExportedView, make_views
from corrigenda.engine.sql import literal, quote
from corrigenda.engine.tables import Tables
from corrigenda.package.storage.files import replacing

_TYPES = {"integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}


def write_duckdb(tables: Tables, file: Path) -> None:
    """Write each table that `load_cells` gave into a new database; dates are EDTF text, missing values NULL.

    The file appears whole or not at all.
    """
    with replacing(file) as made:
        # Small blocks: by default each column of each small table takes a quarter of a megabyte.
        tables.run(f"ATTACH {literal(str(made))} AS package (BLOCK_SIZE 16384)")
        for table in tables.package.tables.values():
            name = f"package.{quote(table.name)}"
            cells = [f"{quote(f.name)} {_TYPES.get(f.type, 'VARCHAR')}{' NOT NULL' * f.required}" for f in table.fields]
            key = ", ".join(map(quote, table.key))
            tables.run(f"CREATE TABLE {name} ({', '.join(cells)}, PRIMARY KEY ({key}))")
            tables.run(f"INSERT INTO {name} SELECT {', '.join(quote(f.name) for f in table.fields)} FROM memory.main.{quote(table.name)}")
            tables.run(f"COMMENT ON TABLE {name} IS {literal(table.description)}")
            for field in table.fields:
                tables.run(f"COMMENT ON COLUMN {name}.{quote(field.name)} IS {literal(field.description)}")
        views = make_views(tables)
        for view in views:
            _add_cells(tables, view)
        # A view looks for its tables where it was made.
        tables.run("USE package")
        for view in views:
            _add_view(tables, view)
        tables.run("USE memory")
        tables.run("DETACH package")


def _add_cells(tables: Tables, view: ExportedView) -> None:
    if view.cells:
        tables.run(f"CREATE TABLE package.{quote(view.cells)} AS FROM memory.{SCHEMA}.{quote(view.cells)}")
        meaning = literal(f"Worked out for the view {view.name} when this was exported.")
        tables.run(f"COMMENT ON TABLE package.{quote(view.cells)} IS {meaning}")


def _add_view(tables: Tables, view: ExportedView) -> None:
    tables.run(f"CREATE VIEW {quote(view.name)} AS {view.sql}")
    tables.run(f"COMMENT ON VIEW {quote(view.name)} IS {literal(view.description)}")
    for name, meaning in view.columns.items():
        tables.run(f"COMMENT ON COLUMN {quote(view.name)}.{quote(name)} IS {literal(meaning)}")
