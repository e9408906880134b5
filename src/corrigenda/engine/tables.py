"""A package as typed tables and views in an embedded engine; nothing else opens one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from threading import Timer
from typing import Any

from corrigenda.engine import structure
from corrigenda.engine.parsed_text import COLUMNS as PARSED
from corrigenda.engine.parsed_text import parse_amounts, parse_dates, parse_names
from corrigenda.engine.sql import literal, quote
from corrigenda.engine.views import make_views, view_files
from corrigenda.errors import MissingTableError, Problem, SetupError, shorten
from corrigenda.package.csv_file import Lines, scan
from corrigenda.package.files import program_folder
from corrigenda.package.package import Package, Table
from corrigenda.timeline.answer_tables import COLUMNS

_CASTS = {"integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}
# Plain RFC 4180 with LF, read in order and guessing nothing; cells may be as long as `lines` lets them be.
_CSV = """header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\\n', nullstr = '',
    parallel = false, max_line_size = 1000000000"""
# Below so many rows, the best plan costs more than it saves: these steps of the planner weigh sizes or look for what can be shared.
_FEW_ROWS = 20_000
_WEIGHING = "join_order, common_subplan, statistics_propagation, join_filter_pushdown, partial_aggregate_pushdown"

TABLES = frozenset(path.stem for path in program_folder("schemas").rglob("*.json"))


class Tables:
    """Hold the tables of a package in DuckDB, ready for rules; `problems` lists broken structure.

    Rules see typed tables (EDTF stays text), `edtf` (text, first_day, last_day, precision,
    has_year), the tables of `parsed`, worked out once for each distinct text, and the views of the folder `views`.
    """

    def __init__(self, package: Package) -> None:
        import duckdb

        self.package = package
        self.lines: dict[str, Lines] = {}
        self.missing: dict[str, str] = {}
        quiet: dict[str, str | bool | int | float | list[str]] = {
            "threads": 1,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
        try:
            self.connection = duckdb.connect(config=quiet)
        except duckdb.Error as error:
            raise SetupError(f"the engine cannot be started: {error}") from None
        self.problems: tuple[Problem, ...] = ()

    def run(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Run one statement and return its rows."""
        return self._fetch(sql, parameters)[1]

    def query(self, sql: str, most: int | None = None, seconds: float | None = None) -> list[dict[str, Any]]:
        """Run one SELECT and return its rows by column name: at most so many, and only where they take no longer than so many seconds."""
        names, rows = self._fetch(sql, most=most, seconds=seconds)
        return [dict(zip(names, row, strict=True)) for row in rows]

    def columns(self, sql: str) -> dict[str, str]:
        """Return the names and types of the columns that a SELECT gives, without running it.

        Raises SetupError where it cannot be prepared, or is anything but one SELECT.
        """
        import duckdb

        try:
            statements = self.connection.extract_statements(sql)
        except duckdb.Error as error:
            raise SetupError(f"the query does not parse: {_told(error)}") from None
        if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
            raise SetupError("the query is not one SELECT")
        return {row[0]: row[1] for row in self.run(f"DESCRIBE {sql}")}

    def lacks(self, sql: str) -> bool:
        """Tell whether a SELECT reads a table or view that the package does not have."""
        try:
            self.columns(sql)
        except MissingTableError:
            return True
        except SetupError:
            return False
        return False

    def _fetch(
        self, sql: str, parameters: Sequence[Any] = (), most: int | None = None, seconds: float | None = None
    ) -> tuple[list[str], list[tuple[Any, ...]]]:
        """Run a statement; raises MissingTableError, or SetupError where the statement itself is at fault."""
        import duckdb

        timer = Timer(seconds, self.connection.interrupt) if seconds else None
        try:
            if timer:
                timer.start()
            cursor = self.connection.execute(sql, parameters or None)
            rows = cursor.fetchall() if most is None else cursor.fetchmany(most)
            return [column[0] for column in cursor.description or []], rows
        except duckdb.CatalogException as error:
            named = re.search(r"Table with name (\w+) does not exist", str(error))
            lacking = self.missing.get(named[1], named[1] if named[1] in TABLES - set(self.package.tables) else None) if named else None
            if lacking:
                raise MissingTableError(lacking) from None
            raise SetupError(f"a query cannot be run: {_told(error)}") from None
        except duckdb.InterruptException:
            raise SetupError(f"a query takes longer than {seconds:g} seconds and was stopped") from None
        except MemoryError:
            raise SetupError("a query cannot be run: there is not enough memory for its rows") from None
        except (duckdb.Error, RuntimeError, UnicodeError) as error:
            raise SetupError(f"a query cannot be run: {_told(error)}") from None
        finally:
            if timer:
                timer.cancel()

    def rows(self, table: str, keys: Iterable[str]) -> dict[str, dict[str, Any]]:
        """Return rows by key as text, each with its number (`_row`, from 1)."""
        key = self.package.tables[table].key[0]
        wanted = f"SELECT * FROM raw.{quote(table)} WHERE {quote(key)} IN (SELECT unnest(?::VARCHAR[]))"
        names, rows = self._fetch(wanted, [sorted(keys)])
        found = (dict(zip(names, row, strict=True)) for row in rows)
        return {row[key]: row for row in found}

    def line(self, table: str, row: dict[str, str]) -> int:
        """Return the physical line of a row, given the values of its key."""
        where = " AND ".join(f"{quote(name)} = {literal(value)}" for name, value in row.items())
        found = self.run(f"SELECT _row FROM raw.{quote(table)} WHERE {where}")
        return self.lines[table].of(found[0][0])

    def close(self) -> None:
        """Close the engine."""
        self.connection.close()

    def __enter__(self) -> Tables:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def load(package: Package) -> Tables:
    """Read `said`, `known` and what is kept beside them into an engine, and judge the structure.

    Where the structure is broken, `problems` says so in full and there are no views.
    Raises SetupError where a view of the program cannot be made.
    """
    tables, wanted = _start(package, "said", "known", "kept")
    if not tables.problems:
        _type(tables, wanted)
        parse_names(tables.run, tables.lines)
        parse_amounts(tables.run, tables.lines)
        make_views(tables.query, tables.run, tables.missing)
    tables.connection.execute("SET enable_external_access = false")
    tables.connection.execute("SET lock_configuration = true")
    return tables


def judge(package: Package) -> tuple[Problem, ...]:
    """Judge the structure of what people write in a package, and do nothing else."""
    tables, _ = _start(package, "said", "known", "kept")
    tables.close()
    return tables.problems


def load_cells(package: Package) -> Tables:
    """Read every table of a package, what was found among them, as typed tables in the order of their keys, without views.

    Nothing that a package brings is run in this engine, so that it may write files. Raises SetupError with every problem where the
    structure is broken.
    """
    tables, wanted = _start(package, "said", "known", "found", "kept")
    if tables.problems:
        tables.close()
        raise SetupError(*shorten(tables.problems))
    _type(tables, wanted)
    return tables


def _start(package: Package, *layers: str) -> tuple[Tables, tuple[Table, ...]]:
    """Start an engine, read the tables of some layers as text and judge their structure."""
    reserved = sorted(set(package.tables) & (view_files().keys() | COLUMNS.keys() | PARSED.keys()))
    if reserved:
        raise SetupError(*(f"datapackage.json: the table '{name}' has the name of a table that the program makes" for name in reserved))
    tables = Tables(package)
    wanted = package.layer(*layers)
    problems = list(_read(tables, wanted))
    if sum(len(lines.starts) for lines in tables.lines.values()) < _FEW_ROWS:
        tables.run(f"SET disabled_optimizers = '{_WEIGHING}'")
    loaded = [table for table in wanted if table.name in tables.lines]
    parse_dates(tables.run, loaded)
    problems += _judge(tables, loaded)
    tables.problems = tuple(sorted(problems))
    return tables, wanted


def _read(tables: Tables, wanted: Sequence[Table]) -> Iterator[Problem]:
    """Load each file of sound shape as text, with its row number; yield what is wrong with others."""
    tables.run("CREATE SCHEMA raw")
    for table in wanted:
        lines = scan(table)
        yield from lines.problems
        if not lines.problems:
            read_table(tables, "raw", table, len(lines.starts))
            tables.lines[table.name] = lines


def read_table(tables: Tables, schema: str, table: Table, expected: int) -> None:
    """Read a file of sound shape as text into a schema, each row with its number; `expected` is how many it has."""
    columns = ", ".join(f"{literal(f.name)}: 'VARCHAR'" for f in table.fields)
    read = f"read_csv(?, columns = {{{columns}}}, {_CSV})"
    make = f"CREATE OR REPLACE TABLE {schema}.{quote(table.name)} AS SELECT row_number() OVER () AS _row, * FROM {read}"
    ((count,),) = tables.run(make, [str(table.file.resolve())])
    if count != expected:
        raise SetupError(f"{table.path}: the engine read {count} rows where the file has {expected}")


def _judge(tables: Tables, loaded: Sequence[Table]) -> Iterator[Problem]:
    faults = [*structure.judge_dates(tables.run, loaded), *structure.judge_references(tables.run, loaded)]
    for table in loaded:
        try:
            faults += structure.judge_cells(tables.run, table)
        except SetupError as error:
            raise SetupError(f"{table.schema_path}: a keyword cannot be judged: {error}") from None
        if not tables.lines[table.name].ascends:
            faults += structure.judge_keys(tables.run, table)
        faults += structure.judge_unique(tables.run, table)
    for fault in faults:
        yield Problem(fault.table.path, tables.lines[fault.table.name].of(fault.row), fault.field, fault.what)


def _type(tables: Tables, wanted: Sequence[Table]) -> None:
    for table in wanted:
        cells = ", ".join(f"CAST({quote(f.name)} AS {_CASTS.get(f.type, 'VARCHAR')}) AS {quote(f.name)}" for f in table.fields)
        tables.run(f"CREATE TABLE {quote(table.name)} AS SELECT {cells} FROM raw.{quote(table.name)}")


def _told(error: Exception) -> str:
    """Return what the engine says on one line, without the query and its advice on settings."""
    return " ".join(re.split(r"LINE |Possible solutions:", str(error))[0].split())
