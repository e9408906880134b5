"""Tables of several files, or in Parquet, gathered into one CSV each, which is judged by the same rules as any other."""

from __future__ import annotations

import re
import shutil
import weakref
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from corrigenda.engine.connection import Connection
from corrigenda.engine.limits import limits_of
from corrigenda.engine.sql import literal, quote
from corrigenda.errors import LimitError, Problem, SetupError
from corrigenda.package.package import Package
from corrigenda.package.storage.scrap import temporary_folder
from corrigenda.package.tables.csv_file import Lines
from corrigenda.package.tables.row_counts import measure
from corrigenda.package.tables.table import Table, is_parquet

# What a file may unpack to, in bytes: always so many, more in proportion to its size, and never beyond; archives have the same limits.
_ALWAYS, _TIMES_ITS_SIZE, _NEVER = 100_000_000, 100, 4_000_000_000
# What names several files at once, and how it is written to mean itself.
_SIGNS, _ONE_OF = re.compile(r"([*?[])"), r"[\1]"
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
            except LimitError as error:
                problems.append(Problem(path, 0, "", f"unpacks to more than may be: its text {error.what}"))
                continue
            except SetupError:
                problems.append(Problem(path, 0, "", "is no Parquet that can be read; expected a whole file"))
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
    """Write the columns of a Parquet file as text, as a CSV would have them; raises LimitError where that is out of all proportion.

    A few hundred bytes can hold a billion rows, or one long text a million times: nothing is written before it is counted.
    """
    size = file.stat().st_size
    # Brackets and stars in a path would name other files.
    source = f"read_parquet({literal(_SIGNS.sub(_ONE_OF, str(file.resolve())))})"
    most = max(_ALWAYS, min(_TIMES_ITS_SIZE * size, _NEVER))
    with _limited(engine, size):
        columns = engine.columns(f"SELECT * FROM {source}")
        ((rows,),) = engine.run(f"SELECT count(*) FROM {source}")
        if rows * len(columns) > most:
            raise LimitError(f"has {rows:,} rows")
        cells = " + ".join(f"coalesce(strlen({quote(column)}::VARCHAR), 0)" for column in columns)
        ((length,),) = engine.run(f"SELECT coalesce(sum({cells}), 0) FROM {source}")
        if length > most:
            raise LimitError(f"is {length:,} bytes long")
        engine.run(f"COPY (SELECT COLUMNS(*)::VARCHAR FROM {source}) TO {literal(str(made.resolve()))} (FORMAT csv, HEADER true)")


@contextmanager
def _limited(engine: Connection, size: int) -> Iterator[None]:
    """Stop each statement that takes more than one over a file of this size may."""
    before, engine.limits = engine.limits, limits_of(size // 10, size)
    try:
        yield
    finally:
        engine.limits = before


def gather_all(engine: Connection, package: Package, layers: Sequence[str]) -> tuple[Package, dict[str, Parts], list[Problem]]:
    """Return a package whose tables of some layers are one CSV each, the parts of those that were not, and what is wrong with these.

    A table with something wrong has no parts. What is gathered lasts as long as the engine.
    """
    wanted = [table for table in package.layer(*layers) if table.parts]
    if not wanted:
        return package, {}, []
    scrap = ExitStack()
    folder = scrap.enter_context(temporary_folder())
    weakref.finalize(engine, scrap.close)
    tables, problems = dict(package.tables), list[Problem]()
    parts: dict[str, Parts] = {}
    for table in wanted:
        tables[table.name], own, found = gather(engine, table, folder)
        parts[table.name] = () if found else own
        problems += found
    return replace(package, tables=tables), parts, problems
