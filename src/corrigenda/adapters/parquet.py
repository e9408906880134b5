"""A package as Parquet, one file a table: types from the Table Schemas, dates as EDTF text, missing values as nulls."""

from __future__ import annotations

from pathlib import Path

from corrigenda.structure import literal, quote
from corrigenda.tables import Tables

# Said by name, so that a later version of the engine does not choose for us.
_FORM = "FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v1, ROW_GROUP_SIZE 122880"


def write_parquet(tables: Tables, folder: Path) -> list[Path]:
    """Write each table that `load_cells` gave into a folder and return the files; rows stand in the order of their keys.

    The same cells give the same bytes under one version of the engine.
    """
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for table in tables.package.tables.values():
        file = folder / f"{table.name}.parquet"
        told = {"package": tables.package.name, "version": tables.package.version, "table": table.name, "description": table.description}
        about = ", ".join(f"{quote(name)}: {literal(value)}" for name, value in told.items())
        columns = ", ".join(quote(field.name) for field in table.fields)
        tables.run(f"COPY (SELECT {columns} FROM {quote(table.name)}) TO {literal(str(file))} ({_FORM}, KV_METADATA {{{about}}})")
        files.append(file)
    return files
