"""An archive kept as Parquet: read as a package, and what was found written next to it, on a disk or in object storage."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from corrigenda.checking.findings.found_tables import render_found
from corrigenda.engine.tables import TABLES, Tables
from corrigenda.errors import SetupError
from corrigenda.package.tables.table import Table
from corrigenda.results.finding import Result

if TYPE_CHECKING:
    import pyarrow

_SUFFIX = ".parquet"


def is_parquet(place: str) -> bool:
    """Tell whether a place is a folder of Parquet files and no data package: one below an address, or a local one with such files."""
    if "://" in place:
        return True
    folder = Path(place)
    return folder.is_dir() and not (folder / "datapackage.json").exists() and any(folder.glob(f"*{_SUFFIX}"))


def read_parquet(place: str) -> dict[str, Any]:
    """Return the tables of a folder by name, as frames of pandas; a table may be a file or a folder of files.

    `place` is a local folder or an address that pyarrow knows (s3://, gs://, abfs://, hdfs://). Raises SetupError where it cannot be
    read.
    """
    import pyarrow
    import pyarrow.parquet
    from pyarrow import fs

    files, root = _open(place)
    try:
        names = {Path(info.path).name.removesuffix(_SUFFIX): info.path for info in files.get_file_info(fs.FileSelector(root))}
        # Views that an export adds are worked out again.
        wanted = sorted(names.keys() & TABLES)
        return {name: pyarrow.parquet.read_table(names[name], filesystem=files).to_pandas() for name in wanted}
    except (OSError, OverflowError, TypeError, ValueError, pyarrow.ArrowException) as error:
        # A day of the year -4000 is a ValueError of Python.
        raise SetupError(f"{place}: cannot be read as Parquet: {error}") from None


def save_found(tables: Tables, result: Result, place: str) -> list[str]:
    """Write the tables of what was found into a folder, one Parquet file each, with the types of their schemas; return their names."""
    import pyarrow
    import pyarrow.parquet

    files, root = _open(place)
    by_path = {table.path: table for table in tables.package.layer("found")}
    made = {by_path[path].name: _read(data, by_path[path]) for path, data in render_found(tables, result).items()}
    try:
        files.create_dir(root, recursive=True)
        for name, table in made.items():
            pyarrow.parquet.write_table(table, f"{root}/{name}{_SUFFIX}", filesystem=files, compression="zstd")
    except (OSError, pyarrow.ArrowException) as error:
        raise SetupError(f"{place}: cannot be written: {error}") from None
    return sorted(made)


def _open(place: str) -> tuple[Any, str]:
    from pyarrow import fs

    if "://" not in place:
        return fs.LocalFileSystem(), str(Path(place).resolve())
    try:
        found: tuple[Any, str] = fs.FileSystem.from_uri(place.rstrip("/"))
    except (OSError, ValueError) as error:
        raise SetupError(f"{place}: is no place that can be opened: {error}") from None
    return found


def _read(data: bytes, table: Table) -> pyarrow.Table:
    """Read the file of a table that the program made, with the types of its schema."""
    import pyarrow
    from pyarrow import csv

    kinds = {"integer": pyarrow.int64(), "number": pyarrow.float64(), "boolean": pyarrow.bool_()}
    types = {field.name: kinds.get(field.type, pyarrow.string()) for field in table.fields}
    options = csv.ConvertOptions(column_types=types, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=True)
    return csv.read_csv(pyarrow.BufferReader(data), parse_options=csv.ParseOptions(newlines_in_values=True), convert_options=options)
