"""A package as typed tables and views in an embedded engine; nothing else opens one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from corrigenda.engine import anchored_dates, likely_pairs, parsed_text, released_cells, structure
from corrigenda.engine.connection import Connection
from corrigenda.engine.likely_pairs import FEW
from corrigenda.engine.limits import limits_of
from corrigenda.engine.older_schemas import cast_fields, demand_fields
from corrigenda.engine.parts import Parts, gather_all, place_in
from corrigenda.engine.sound_tables import SoundTables
from corrigenda.engine.sql import literal, quote
from corrigenda.engine.unchanged import demand_unchanged, mark_files
from corrigenda.engine.views import row_makers, view_files, view_makers
from corrigenda.errors import Problem, SetupError, shorten
from corrigenda.package.package import Package, open_package
from corrigenda.package.storage.cache import Cache
from corrigenda.package.storage.files import program_folder
from corrigenda.package.tables.csv_file import Lines, readable_rows, scan
from corrigenda.package.tables.row_counts import measure
from corrigenda.package.tables.table import Table
from corrigenda.timeline.answer_tables import COLUMNS

# Plain RFC 4180 with LF, read in order and guessing nothing; cells may be as long as `csv_file` lets them be.
_CSV = """header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\\n', nullstr = '',
    parallel = false, max_line_size = 1000000000"""
RUN_DAY = {"run_day": {"day": "INTEGER"}}  # for the rule that asks whether an article is of a later day than the run
TABLES = frozenset(path.stem for path in program_folder("schemas").rglob("*.json"))


class Tables(Connection):
    """Hold the tables of a package in DuckDB, ready for rules; `problems` lists broken structure.

    Rules see typed tables (EDTF stays text), `edtf` (text, first_day, last_day, precision, has_year), the tables of `parsed_text`, worked
    out once for each distinct text, the answers of the timeline and the views. Each is made when a query first reads it. With
    `is_bounded`, the tables of a large package are in files, and a part of them in memory.

    >>> from corrigenda import published_package
    >>> load(published_package()).query("SELECT start FROM tenures WHERE actor_id = 'sanae-takaichi'")
    [{'start': '2025-10-21'}]
    """

    def __init__(self, package: Package, *, is_bounded: bool = False) -> None:
        super().__init__(sum(table.file.stat().st_size for table in package.tables.values()) if is_bounded else 0)
        self.package = package
        self.lines: dict[str, Lines] = {}
        self.missing = {name: name for name in TABLES - set(package.tables)}
        self.problems: tuple[Problem, ...] = ()
        self.parts: dict[str, Parts] = {}
        self.marks = mark_files(package.tables.values())

    def rows(self, table: str, keys: Iterable[str]) -> dict[str, dict[str, Any]]:
        """Return rows by key as text, each with its number (`_row`, from 1)."""
        key = self.package.tables[table].key[0]
        wanted = f"SELECT * FROM raw.{quote(table)} WHERE {quote(key)} IN (SELECT unnest(?::VARCHAR[]))"
        names, rows = self._fetch(wanted, [sorted(keys)])
        return {row[key]: row for row in (dict(zip(names, row, strict=True)) for row in rows)}

    def line(self, table: str, row: dict[str, str]) -> int:
        """Return the physical line of a row, given the values of its key."""
        where = " AND ".join(f"{quote(name)} = {literal(value)}" for name, value in row.items())
        return self.place(self.package.tables[table], self.run(f"SELECT _row FROM raw.{quote(table)} WHERE {where}")[0][0])[1]

    def place(self, table: Table, row: int) -> tuple[str, int]:
        """Return the path of the file that a row of a table is in, and its line there."""
        parts = self.parts.get(table.name)
        return place_in(parts, row) if parts else (table.path, self.lines[table.name].of(row))


def load(package: Package | Path | str, cache: Cache | None = None) -> Tables:
    """Read `said`, `known` and what is kept with them into an engine, and judge the structure: where it is broken, there are no views.

    With a cache, only tables whose files have changed since they were found sound are judged, and what points from or to them.

    >>> from corrigenda import published_package
    >>> load(published_package()).problems
    ()
    """
    package = package if isinstance(package, Package) else open_package(package)
    tables, wanted = _start(package, "said", "known", "kept", is_bounded=True, cache=cache)
    if not tables.problems:
        demand_fields(wanted)
        tables.void = list_void(tables)
        tables.makers |= list_makers(tables, wanted)
        tables.limit(limits_of(sum(lines.rows for lines in tables.lines.values()), sum(table.file.stat().st_size for table in wanted)))
    tables.connection.execute("SET enable_external_access = false; SET lock_configuration = true")
    return tables


def list_void(tables: Tables) -> dict[str, str]:
    """Return the tables that have no rows as a package is loaded, and the view of what is crowded where no table has so many."""
    rows = {name: lines.rows for name, lines in tables.lines.items()}
    return {name: name for name in (*rows, "crowds") if not rows.get(name, max(rows.values(), default=0) > FEW)}


def list_makers(tables: Tables, wanted: Iterable[Table]) -> dict[str, Callable[[], object]]:
    """Return what makes the typed tables, and everything between these and the rules."""
    return {table.name: partial(_type, tables, table) for table in wanted} | {
        **parsed_text.parsed_makers(tables.run, tables.lines),
        "run_day": partial(set_run_day, tables, None),
        **row_makers(tables),
        **released_cells.released_makers(tables, tables.package),
        **view_makers(tables.run),
    }


def set_run_day(tables: Tables, day: int | None) -> None:
    """Say on which day (an ordinal) the rules are run; None where nothing may depend on it."""
    tables.makers.pop("run_day", None)
    tables.run("CREATE OR REPLACE TABLE run_day AS SELECT unnest(?::INTEGER[]) AS day", [[] if day is None else [day]])


def judge(package: Package) -> tuple[Problem, ...]:
    """Judge the structure of what people write in a package, and do nothing else."""
    with _start(package, "said", "known", "kept")[0] as tables:
        return tables.problems


def load_cells(package: Package) -> Tables:
    """Read every table of a package into an engine that may write files; raises SetupError where the structure is broken."""
    tables, wanted = _start(package, "said", "known", "found", "kept")
    if tables.problems:
        tables.close()
        raise SetupError(*shorten(tables.problems))
    tables.makers = list_makers(tables, wanted)
    tables.make([table.name for table in wanted])
    return tables


def _start(package: Package, *layers: str, is_bounded: bool = False, cache: Cache | None = None) -> tuple[Tables, tuple[Table, ...]]:
    """Start an engine, read the tables of some layers as text and judge their structure."""
    worked_out = (made.COLUMNS for made in (parsed_text, released_cells, anchored_dates, likely_pairs))
    if reserved := sorted(set(package.tables) & set(view_files()).union(COLUMNS, RUN_DAY, *worked_out)):
        raise SetupError(*(f"datapackage.json: the table '{name}' has the name of a table that the program makes" for name in reserved))
    tables = Tables(package, is_bounded=is_bounded)
    tables.package, tables.parts, problems = gather_all(tables, package, layers)
    tables.marks |= mark_files(tables.package.tables[name] for name in tables.parts)
    wanted = tuple(table for table in tables.package.layer(*layers) if tables.parts.get(table.name, True))
    faulty: dict[str, Lines] = {}
    problems += _read(tables, wanted, faulty)
    tables.plan_for(sum(lines.rows for lines in tables.lines.values()))
    loaded = [table for table in wanted if table.name in tables.lines]
    rests = [rest for table in wanted if table.name in faulty for rest in _read_rest(tables, table, faulty[table.name])]
    known = SoundTables(cache, wanted)
    sound = () if faulty else known.among(loaded)
    judged = [table for table in loaded if table not in sound]
    parsed_text.parse_dates(tables.run, [*judged, *rests])
    named = {(problem.file, problem.line) for problem in problems}
    problems += (problem for problem in judge_read(tables, judged, rests, sound) if (problem.file, problem.line) not in named)
    tables.problems = tuple(sorted(problems))
    demand_unchanged(wanted, tables.marks)
    if not problems:
        known.keep()
        tables.makers |= {"edtf": partial(_parse_again, tables, loaded)} if sound else {}
    return tables, wanted


def _parse_again(tables: Tables, loaded: Sequence[Table]) -> None:
    """Parse the days of all tables, as where none was judged before: no limit stops that, whatever a cache knows."""
    limits, tables.limits = tables.limits, None
    try:
        parsed_text.parse_dates(tables.run, loaded)
    finally:
        tables.limits = limits


def _read(tables: Tables, wanted: Sequence[Table], faulty: dict[str, Lines]) -> Iterator[Problem]:
    """Load each file of sound shape as text, with its row number; yield what is wrong with others, which are put to the faulty ones."""
    tables.run("CREATE SCHEMA raw")
    for table in wanted:
        lines = measure(table)
        try:
            if not lines.problems:
                read_table(tables, "raw", table, lines.rows)
                tables.lines[table.name] = lines
                continue
        except SetupError:
            # Rows whose cells are too many and too few by turns come out even where they are only counted.
            lines = scan(table) if lines.counted else lines
            if not lines.problems:
                raise
        yield from lines.problems
        faulty[table.name] = lines


def _read_rest(tables: Tables, table: Table, lines: Lines) -> Iterator[Table]:
    """Load the rows that can be read of a file whose form is at fault, so that its other faults are named in the same run.

    Yields the table with the columns that it has; nothing but its structure may be asked of it.
    """
    present = tuple(field for field in table.fields if lines.header.count(field.name) == 1)
    if not present:
        return
    names = {field.name for field in present}
    rows = list(readable_rows(table, lines))
    columns = [[row[lines.header.index(field.name)] or None for _, row in rows] for field in present]
    named = ", ".join(f"unnest(?::VARCHAR[]) AS {quote(field.name)}" for field in present)
    tables.run(f"CREATE TABLE raw.{quote(table.name)} AS SELECT unnest(?::BIGINT[]) AS _row, {named}", [[n for n, _ in rows], *columns])
    tables.lines[table.name] = lines
    yield replace(
        table,
        fields=present,
        key=table.key if names.issuperset(table.key) else (),
        foreign_keys=tuple(foreign for foreign in table.foreign_keys if names.issuperset(foreign.fields)),
    )


def read_table(tables: Tables, schema: str, table: Table, expected: int) -> None:
    """Read a file of sound shape as text into a schema, each row with its number; `expected` is how many it has."""
    columns = ", ".join(f"{literal(f.name)}: 'VARCHAR'" for f in table.fields)
    read = f"read_csv(?, columns = {{{columns}}}, {_CSV})"
    make = f"CREATE OR REPLACE TABLE {schema}.{quote(table.name)} AS SELECT row_number() OVER () AS _row, * FROM {read}"
    ((count,),) = tables.run(make, [str(table.file.resolve())])
    if count != expected:
        raise SetupError(f"{table.path}: the engine read {count} rows where the file has {expected}")


def judge_read(tables: Tables, loaded: Sequence[Table], rests: Sequence[Table] = (), sound: Sequence[Table] = ()) -> Iterator[Problem]:
    """Judge tables. Of the rests only a part was read: keys that point at them are not judged; of sound ones only keys are judged."""
    tables_read = [*loaded, *rests]
    faults = [*structure.judge_dates(tables.run, tables_read), *structure.judge_references(tables.run, tables_read, [*loaded, *sound])]
    faults += structure.judge_references(tables.run, sound, loaded)
    faults += structure.judge_cells(tables.run, tables_read)
    for table in tables_read:
        if table.key and not tables.lines[table.name].ascends:
            faults += structure.judge_keys(tables.run, table)
        faults += structure.judge_unique(tables.run, table)
    for fault in faults:
        yield Problem(*tables.place(fault.table, fault.row), fault.field, fault.what)


def _type(tables: Tables, table: Table) -> None:
    tables.run(f"CREATE OR REPLACE TABLE {quote(table.name)} AS SELECT {cast_fields(table)} FROM raw.{quote(table.name)}")
