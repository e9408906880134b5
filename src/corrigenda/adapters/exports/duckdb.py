"""A package as one DuckDB database: typed tables with their keys, and what every table and field means."""

from __future__ import annotations

from pathlib import Path

from corrigenda.engine.sql import literal, quote
from corrigenda.engine.tables import Tables
from corrigenda.package.files import replacing

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
        tables.run("DETACH package")
