"""Tables of several files, or in Parquet, gathered into one CSV each, which is judged by the same rules as any other."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from corrigenda.engine.connection import Connection
from corrigenda.engine.sql import literal
from corrigenda.errors import Problem, SetupError
from corrigenda.package.csv_file import Lines
from corrigenda.package.package import Package
from corrigenda.package.row_counts import measure
from corrigenda.package.table import Table, is_parquet

# Which rows came from which file: its path, how many rows it has, and its lines, None where it has none.
Parts = tuple[tuple[str, int, Lines | None], ...]


def place_in(parts: Parts, row: int) -> tuple[str, int]:
    """Return the file and the line of a row of a gathered table; in Parquet, the number of the row in the file."""
    for path, rows, lines in parts:
        if row <= rows:
            return path, row if lines is None else lines.of(row)
        row -= rows
    raise ValueError(f"the parts have no row {row} more")


def gather(engine: Connection, table: Table, folder: Path) -> tuple[Table, Parts, list[Problem]]:
    """Gather the files of a table into one CSV in a folder; return the table with that file, where its rows are from, and what is wrong.

    Each file is judged by itself first: a header in another order in the second one is a fault of that file.
    """
    parts: list[tuple[str, int, Lines | None]] = []
    problems: list[Problem] = []
    made = folder / f"{table.name}.csv"
    with made.open("wb") as whole:
        for number, (path, file) in enumerate(table.parts):
            plain = folder / f"{table.name}-{number}.csv" if is_parquet(path) else file
            try:
                if plain is not file:
                    _write_csv(engine, file, plain)
            except SetupError as error:
                problems.append(Problem(path, 0, "", f"is no Parquet that can be read: {error}"))
                continue
            lines = measure(replace(table, path=path, file=plain, parts=()))
            problems += lines.problems
            parts.append((path, lines.rows, None if plain is not file else lines))
            if not lines.problems:
                with plain.open("rb") as stream:
                    header = stream.readline()
                    if not parts[:-1]:
                        whole.write(header)
                    shutil.copyfileobj(stream, whole)
    return replace(table, file=made, parts=()), tuple(parts), problems


def _write_csv(engine: Connection, file: Path, made: Path) -> None:
    """Write the columns of a Parquet file as text, as a CSV would have them."""
    source = f"read_parquet({literal(str(file.resolve()))})"
    engine.run(f"COPY (SELECT COLUMNS(*)::VARCHAR FROM {source}) TO {literal(str(made.resolve()))} (FORMAT csv, HEADER true)")


def gather_all(engine: Connection, package: Package, layers: Sequence[str]) -> tuple[Package, dict[str, Parts], list[Problem]]:
    """Return a package whose tables of some layers are one CSV each, the parts of those that were not, and what is wrong with these.

    A table with something wrong has no parts. What is gathered lasts as long as the engine.
    """
    wanted = [table for table in package.layer(*layers) if table.parts]
    if not wanted:
        return package, {}, []
    folder = Path(tempfile.mkdtemp(prefix="corrigenda-"))
    weakref.finalize(engine, shutil.rmtree, folder, True)
    tables, problems = dict(package.tables), list[Problem]()
    parts: dict[str, Parts] = {}
    for table in wanted:
        tables[table.name], own, found = gather(engine, table, folder)
        parts[table.name] = () if found else own
        problems += found
    return replace(package, tables=tables), parts, problems
