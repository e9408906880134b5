"""A package as Parquet, one file a table: types from the Table Schemas, dates as EDTF text, missing values as nulls."""

from __future__ import annotations

from pathlib import Path

from corrigenda.engine.sql import literal, quote
from corrigenda.engine.tables import Tables
from corrigenda.package.files import replacing

# Said by name, so that a later version of the engine does not choose for us.
_FORM = "FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v1, ROW_GROUP_SIZE 122880"


def write_parquet(tables: Tables, folder: Path) -> list[Path]:
    """Write each table that `load_cells` gave into a folder and return the files; rows stand in the order of their keys.

    The files appear once all of them are whole. The same cells give the same bytes under one version of the engine.
    """
    package = tables.package
    with replacing(folder) as made:
        made.mkdir()
        for table in package.tables.values():
            told = {"package": package.name, "version": package.version, "table": table.name, "description": table.description}
            about = ", ".join(f"{quote(name)}: {literal(value)}" for name, value in told.items())
            columns = ", ".join(quote(field.name) for field in table.fields)
            file = literal(str(made / f"{table.name}.parquet"))
            tables.run(f"COPY (SELECT {columns} FROM {quote(table.name)}) TO {file} ({_FORM}, KV_METADATA {{{about}}})")
    return [folder / f"{name}.parquet" for name in package.tables]
