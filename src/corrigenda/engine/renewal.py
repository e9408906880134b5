"""Loaded tables brought up to date: files that have changed are read again, and only what their rows reach is made again."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any

from corrigenda.engine import parsed_text
from corrigenda.engine.connection import Maker
from corrigenda.engine.released_cells import COLUMNS as RELEASED
from corrigenda.engine.sql import needed, quote
from corrigenda.engine.tables import Tables, judge_read, list_makers, list_void
from corrigenda.engine.unchanged import demand_unchanged, mark_files
from corrigenda.errors import Problem
from corrigenda.package.package import Package
from corrigenda.package.tables.csv_file import read_rows
from corrigenda.package.tables.row_counts import measure
from corrigenda.package.tables.table import Table
from corrigenda.timeline.answer_tables import COLUMNS as ANSWERS

_DATES = "edtf"
# Of a table with more rows than this the rows are read again where they are compared, so that they take no memory in between.
_FEW = 2_000
Rows = list[tuple[Any, ...]]


@dataclass(frozen=True)
class Renewal:
    """Say what is wrong with the new rows of tables, or else which tables and views have other rows now than they had before."""

    problems: tuple[Problem, ...] = ()
    moved: frozenset[str] = frozenset()


def renew(tables: Tables, package: Package, changed: Collection[str], seen: dict[str, Rows]) -> Renewal:
    """Read the files of the changed tables again, judge their structure, and make again what was made of rows that are others now.

    `package` is the same one as before with the same schemas; its files may be at other places. What nothing has read yet waits for it
    as before. `seen` holds the rows of small views from one renewal to the next. Where the new rows have a problem, the tables are as
    they were. Raises SetupError where a file is changed meanwhile.
    """
    if not changed:
        tables.package, tables.marks = package, mark_files(package.tables.values())
        return Renewal()
    before = tables.package, tables.lines, tables.marks, tables.makers
    tables.package, tables.lines, tables.marks, tables.makers = package, dict(tables.lines), mark_files(package.tables.values()), {}
    replaced = [package.tables[name] for name in sorted(changed)]
    sound = [package.tables[name] for name in tables.lines if name not in changed]
    dates = _read(tables, _DATES)
    tables.run("BEGIN")
    try:
        problems = list(_replace(tables, replaced, sound))
        demand_unchanged(replaced, tables.marks)
    except BaseException:
        tables.run("ROLLBACK")
        tables.package, tables.lines, tables.marks, tables.makers = before
        raise
    if problems:
        tables.run("ROLLBACK")
        tables.package, tables.lines, tables.marks, tables.makers = before
        return Renewal(tuple(sorted(problems)))
    tables.run("COMMIT")
    tables.makers = before[-1]
    # What is compared with the last release is read from a file of its own.
    moved = {*changed, *RELEASED, *((_DATES,) if _read(tables, _DATES) != dates else ())}
    # What is made again says by itself whether it has rows now.
    made = {name: name for name in tables.void if name in tables.reads and name not in tables.lines}
    tables.void = made | list_void(tables)
    _make_again(tables, [*replaced, *sound], moved, seen)
    return Renewal(moved=frozenset(moved))


@contextmanager
def replace_rows(tables: Tables, rows: Mapping[str, Sequence[Sequence[str | None]]]) -> Iterator[tuple[Problem, ...]]:
    """Put other rows into some tables of a sound package and give what is wrong with them; at the end all is as it was before.

    The files of these tables hold the same rows already. What is made from the rows goes with them, so nothing may have been made
    before. All is one transaction: the first statement that fails ends it.
    """
    lines, makers, missing, void = tables.lines, tables.makers, tables.missing, tables.void
    replaced = [tables.package.tables[name] for name in sorted(rows)]
    tables.lines, tables.makers, tables.missing = dict(lines), {}, dict(missing)
    tables.marks |= mark_files(replaced)
    tables.run("BEGIN")
    try:
        for table in replaced:
            tables.lines[table.name] = measure(table)
            columns = [list(column) for column in zip(*rows[table.name], strict=True)] or [[] for _ in table.fields]
            cells = ", ".join("unnest(?::VARCHAR[])" for _ in table.fields)
            if lines[table.name].rows:
                tables.run(f"DELETE FROM raw.{quote(table.name)}")
            tables.run(f"INSERT INTO raw.{quote(table.name)} SELECT row_number() OVER (), * FROM (SELECT {cells})", columns)
        parsed_text.parse_dates(tables.run, (tables.package.tables[name] for name, lines in tables.lines.items() if lines.rows))
        problems = [problem for table in replaced for problem in tables.lines[table.name].problems] or list(judge_read(tables, replaced))
        tables.makers, tables.void = dict(makers), list_void(tables)
        yield tuple(sorted(problems))
    finally:
        tables.run("ROLLBACK")
        tables.lines, tables.makers, tables.missing, tables.void = lines, makers, missing, void


def _replace(tables: Tables, replaced: Sequence[Table], sound: Sequence[Table]) -> list[Problem]:
    """Put the rows of files into their raw tables; return what is wrong with them."""
    for table in replaced:
        tables.lines[table.name] = measure(table)
    if problems := [problem for table in replaced for problem in tables.lines[table.name].problems]:
        return problems
    for table in replaced:
        rows = read_rows(table.file)[1]
        columns = [[row[field.name] or None for row in rows] for field in table.fields]
        cells = ", ".join(f"unnest(?::VARCHAR[]) AS {quote(field.name)}" for field in table.fields)
        made = f"CREATE OR REPLACE TABLE raw.{quote(table.name)} AS SELECT unnest(?::BIGINT[]) AS _row, {cells}"
        tables.run(made, [list(range(1, len(rows) + 1)), *columns])
    parsed_text.parse_dates(tables.run, [*replaced, *sound])
    return list(judge_read(tables, replaced, sound=sound))


def _make_again(tables: Tables, loaded: Sequence[Table], moved: set[str], seen: dict[str, Rows]) -> None:
    """Look through all that was made, each after what it was made from; what has other rows in the end is put to the moved ones.

    What is asked for in between waits in the same way as when it is made for the first time, so that nothing is read before its turn.
    """
    makers = list_makers(tables, loaded)
    made = [name for name in tables.reads if name in makers and name not in tables.makers and name not in ANSWERS]
    groups: list[tuple[str, ...]] = [(name,) for name in made]
    if not tables.reads.keys().isdisjoint(ANSWERS) and tables.makers.keys().isdisjoint(ANSWERS):
        groups.append(tuple(ANSWERS))
    for group in groups:
        reads = {name: tables.reads[name] for name in group if name in tables.reads}
        waits = partial(_look_through, tables, group, reads, makers, moved, seen)
        tables.makers |= dict.fromkeys(group, waits)
    tables.make([name for group in groups for name in group])
    moved.discard(_DATES)


def _look_through(
    tables: Tables, group: tuple[str, ...], reads: dict[str, set[str]], makers: dict[str, Callable[[], object]], moved: set[str],
    seen: dict[str, Rows],
) -> None:  # fmt: skip
    """Make tables again that one function makes together, if something that they were made from has other rows."""
    for name in group:
        tables.makers.pop(name, None)
        tables.reads.pop(name, None)
    words = set().union(*reads.values())
    tables.make(words)
    reached = words & moved
    # A day is looked up by its text: what reads other tables as well gets a new text from one of these, which then has moved.
    if not reached or (reached == {_DATES} and not (words & makers.keys()).issubset(group)):
        tables.reads |= reads
        return
    before = {name: seen[name] if name in seen else _read(tables, name) for name in group}
    if not any(before.values()) and all(_is_void_again(tables, makers[name]) for name in group):
        # What lacks a table of rows that it joins has none now either.
        tables.reads |= reads
        return
    moved.update(group)
    for name in group:
        tables.run(f"DROP TABLE {quote(name)}")
        tables.makers[name] = makers[name]
    tables.make(group)
    for name in group:
        if name not in tables.missing:
            after = _read(tables, name)
            if after == before[name]:
                moved.discard(name)
            seen.pop(name, None)
            if len(after) <= _FEW:
                seen[name] = after


def _is_void_again(tables: Tables, maker: Callable[[], object]) -> bool:
    """Tell whether what a maker makes can have no rows, as its tables are now."""
    return isinstance(maker, Maker) and not tables.missing and any(map(tables.is_void, sorted(needed(maker.of))))


def _read(tables: Tables, name: str) -> Rows:
    return tables.run(f"SELECT * FROM {quote(name)}")
