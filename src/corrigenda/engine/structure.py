"""Structure judged by SQL derived from the Table Schemas.

Each keyword of our schemas becomes a condition for the cells that should not be there, each foreign key a query for
the keys that are not. Keys, enums and bounds are judged by value, as the standard means them: 1 and 01 are one integer.
One query asks for all conditions of all tables, one for all that point at another row; only where it finds something is each
table and each condition asked for by itself, so that a clean package is cheap.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

from corrigenda.engine.sql import literal, quote
from corrigenda.errors import SHOWN, SetupError
from corrigenda.package.tables.table import Field, ForeignKey, Table
from corrigenda.values.wording import ask_meant, show

Run = Callable[[str], list[tuple[Any, ...]]]
# How like a key a value must be, of 100, so that the key is what it means.
_LIKE = 80


@dataclass(frozen=True)
class RowProblem:
    """Point at one cell of a raw table by row (from 1), with its value and what was expected."""

    table: Table
    row: int
    field: str
    what: str


_TYPES = {
    "integer": (r"[+-]?\d{1,18}", "an integer of at most 18 digits"),
    "number": (r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?", "a number"),
    "duration": (r"P(\d{1,4}Y)?(\d{1,5}M)?(\d{1,5}W)?(\d{1,6}D)?", "a duration such as P1Y, P6M, P2W or P10D"),
    "uri": (r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+", "a URI such as https://example.org/page"),
}
# Exact, and wide enough for what a cell of the type may hold.
_VALUES = {"integer": "BIGINT", "number": "DECIMAL(38, 18)"}


def value_of(cell: str, type_: str) -> str:
    """Return the SQL of the value that a cell has in its type: numbers exactly, with 18 places after the point; all else is its text.

    >>> value_of("x", "integer")
    'TRY_CAST(x AS BIGINT)'
    """
    return f"TRY_CAST({cell} AS {_VALUES[type_]})" if type_ in _VALUES else cell


def conditions(field: Field) -> Iterator[tuple[str, str]]:
    """Yield (SQL condition of a bad cell, what was expected) for one field."""
    cell, limits = quote(field.name), field.constraints
    if field.required:
        yield f"{cell} IS NULL", "a value"
    numeric = field.type in ("integer", "number")
    if field.type == "boolean":
        yield f"{cell} NOT IN ('true', 'false')", "true or false"
    if field.type in _TYPES:
        pattern, expected = _TYPES[field.type]
        bad = f"NOT regexp_full_match({cell}, {literal(pattern)})"
        yield (f"({bad} OR {cell} = 'P')" if field.type == "duration" else bad), expected
    if field.type == "number":
        # What has not the form of a number (NaN, INF) was named by its form already.
        yield f"regexp_full_match({cell}, {literal(_TYPES['number'][0])}) AND abs(TRY_CAST({cell} AS DOUBLE)) > 1e18", "at most 1e18"
    if "enum" in limits:
        listed = ", ".join(value_of(literal(str(each)), field.type) for each in limits["enum"])
        yield f"{value_of(cell, field.type)} NOT IN ({listed})", _cut(f"one of {', '.join(map(str, limits['enum']))}")
    if "pattern" in limits:
        yield f"NOT regexp_full_match({cell}, {literal(limits['pattern'])})", _cut(f"text that matches {limits['pattern']}")
    if "minimum" in limits and numeric:
        yield f"{value_of(cell, field.type)} < {limits['minimum']}", f"at least {limits['minimum']}"
    if "maximum" in limits and numeric:
        yield f"{value_of(cell, field.type)} > {limits['maximum']}", f"at most {limits['maximum']}"
    if "maxLength" in limits:
        yield f"length({cell}) > {limits['maxLength']}", f"at most {limits['maxLength']} characters"


def _cut(text: str) -> str:
    return text if len(text) <= 200 else text[:197] + "…"


def judge_cells(run: Run, tables: Collection[Table]) -> Iterator[RowProblem]:
    """List every cell that breaks a keyword of its field; dates are judged by `judge_dates`."""
    checks = {table.name: [(field, *each) for field in table.fields for each in conditions(field)] for table in tables}
    bad = {
        name: f"FROM raw.{quote(name)} WHERE {' OR '.join(f'({condition})' for _, condition, _ in each)}"
        for name, each in checks.items()
        if each
    }
    try:
        if not bad or not run(f"{' UNION ALL '.join(f'SELECT 1 {rows}' for rows in bad.values())} LIMIT 1"):
            return
    except SetupError:
        raise SetupError(*(sentence for table in tables for sentence in refused_patterns(run, table))) from None
    for table in tables:
        if table.name in bad and run(f"SELECT 1 {bad[table.name]} LIMIT 1"):
            # One pass over all rows: each condition is asked of the few that break any.
            run(f"CREATE OR REPLACE TEMP TABLE bad_rows AS SELECT * {bad[table.name]}")
            for field, condition, expected in checks[table.name]:
                for row, value in run(f"SELECT _row, {quote(field.name)} FROM bad_rows WHERE {condition} ORDER BY _row"):
                    yield RowProblem(table, row, field.name, _say(value, expected, _near_word(field, value)))
            run("DROP TABLE bad_rows")


def refused_patterns(run: Run, table: Table) -> Iterator[str]:
    """Say which patterns the engine cannot read; the dialect is that of RE2, without look-around or back-references."""
    for field in table.fields:
        pattern = field.constraints.get("pattern", "")
        try:
            run(f"SELECT regexp_full_match('', {literal(pattern)})")
        except SetupError as error:
            reason = str(error).rpartition("Error: ")[2].splitlines()[0]
            yield f"{table.schema_path}: field '{field.name}' has the pattern {show(pattern)}, which RE2 cannot read: {reason}"


def judge_dates(run: Run, tables: Collection[Table]) -> Iterator[RowProblem]:
    """List every cell whose text is no EDTF."""
    if not run("SELECT 1 FROM edtf WHERE error IS NOT NULL LIMIT 1"):
        return
    for table in tables:
        for name in (f.name for f in table.fields if f.type == "edtf"):
            joined = f"raw.{quote(table.name)} AS r JOIN edtf AS e ON e.text = r.{quote(name)}"
            for row, value, error in run(f"SELECT r._row, e.text, e.error FROM {joined} WHERE e.error IS NOT NULL"):
                yield RowProblem(table, row, name, f"{show(value)} is not EDTF: {error}")


def judge_references(run: Run, tables: Collection[Table], targets: Collection[Table]) -> Iterator[RowProblem]:
    """List every row that points at a key which is not there.

    Foreign keys into tables that are not among the targets are left out: those tables have problems of their own.
    """
    whole = {table.name: table for table in targets}
    pointing: dict[str, list[tuple[Table, ForeignKey]]] = {name: [] for name in sorted(whole)}
    for table in tables:
        for foreign in table.foreign_keys:
            if foreign.table in whole:
                pointing[foreign.table].append((table, foreign))
    pointed = {name: foreigns for name, foreigns in pointing.items() if foreigns}
    lost_keys = " UNION ALL ".join(f"SELECT 1 FROM {_lost(whole[name], foreigns)}" for name, foreigns in pointed.items())
    if not pointed or not run(f"{lost_keys} LIMIT 1"):
        return
    for name, foreigns in pointed.items():
        target = whole[name]
        if run(f"SELECT 1 FROM {_lost(target, foreigns)} LIMIT 1"):
            for table, foreign in foreigns:
                lost = run(f"SELECT * FROM {_lost(target, [(table, foreign)])}")
                near = _near_keys(run, target, foreign, [values[0] for _, *values in lost if len(values) == 1])
                for row, *values in lost:
                    meant = f"; is {show(near[values[0]])} meant?" if values[0] in near else ""
                    yield RowProblem(table, row, foreign.fields[0], f"{show(', '.join(values))} is no key of the table {name}{meant}")


def _near_keys(run: Run, target: Table, foreign: ForeignKey, values: list[str]) -> dict[str, str]:
    """Return the key that each value most likely means, for as many values as are shown; a value that is like none has none."""
    # Needed only where something is wrong.
    from rapidfuzz import fuzz, process

    keys = [key for (key,) in run(f"SELECT DISTINCT {quote(foreign.targets[0])} FROM raw.{quote(target.name)} ORDER BY ALL")]
    found = {value: process.extractOne(value, keys, scorer=fuzz.ratio, score_cutoff=_LIKE) for value in list(dict.fromkeys(values))[:SHOWN]}
    return {value: near[0] for value, near in found.items() if near}


def _lost(target: Table, foreigns: list[tuple[Table, ForeignKey]]) -> str:
    """Return the SQL of every row that points at a table, with the values it does so by, without those that meet a key of it."""
    pointing = []
    for table, foreign in foreigns:
        cells = [quote(name) for name in foreign.fields]
        named = ", ".join(f"{cell} AS key_{n}" for n, cell in enumerate(cells))
        filled = " AND ".join(f"{cell} IS NOT NULL" for cell in cells)
        pointing.append(f"SELECT _row, {named} FROM raw.{quote(table.name)} WHERE {filled}")
    same = []
    for n, (name, field) in enumerate(_fields(target, foreigns[0][1].targets)):
        same.append(f"{value_of(f't.{name}', field.type)} = {value_of(f'r.key_{n}', field.type)}")
    return f"({' UNION ALL '.join(pointing)}) AS r ANTI JOIN raw.{quote(target.name)} AS t ON {' AND '.join(same)}"


def _fields(table: Table, names: Collection[str]) -> list[tuple[str, Field]]:
    """Return the fields of these names, each with its quoted name."""
    by_name = {field.name: field for field in table.fields}
    return [(quote(name), by_name[name]) for name in names]


def _values(table: Table, names: Collection[str]) -> str:
    """Return the SQL of what these cells are worth, one after the other."""
    return ", ".join(value_of(cell, field.type) for cell, field in _fields(table, names))


def _filled(names: Collection[str]) -> str:
    return " AND ".join(f"{quote(name)} IS NOT NULL" for name in names)


def _say(value: str | None, expected: str, meant: str = "") -> str:
    if value is None:
        return f"is empty; expected {expected}"
    if expected.startswith(("at ", "one of", "text that")):
        return f"is {show(value)}; expected {expected}{meant}"
    return f"{show(value)} is not {expected}{meant}"


def _near_word(field: Field, value: str | None) -> str:
    """Say which of the words that a field allows a value most likely means; empty where it is like none."""
    words = ["true", "false"] if field.type == "boolean" else list(map(str, field.constraints.get("enum", [])))
    meant = ask_meant((value or "").strip().lower(), words)
    return f"; {meant}" if meant else ""


def judge_keys(run: Run, table: Table) -> Iterator[RowProblem]:
    """List rows whose key is empty, is not unique or that are not in the order of the key."""
    raw = f"raw.{quote(table.name)}"
    for field in (field for field in table.fields if field.name in table.key and not field.required):
        for (row,) in run(f"SELECT _row FROM {raw} WHERE {quote(field.name)} IS NULL"):
            yield RowProblem(table, row, field.name, _say(None, "a value, because it is part of the key"))
    # Keys that grow from row to row are unique and in order: one pass proves both.
    now, last = f"row({_values(table, table.key)})", quote(table.key[-1])
    before = f"lag({now}) OVER (ORDER BY _row)"
    unsorted = run(f"SELECT _row, {last}, {now} < {before} FROM {raw} WHERE {_filled(table.key)} QUALIFY {now} <= {before}")
    if unsorted:
        yield from repeated_keys(run, table)
    for row, value, is_behind in unsorted:
        if is_behind:
            yield RowProblem(table, row, table.key[-1], f"{show(value)} comes after a greater key; expected rows sorted by key")


def repeated_keys(run: Run, table: Table, schema: str = "raw") -> Iterator[RowProblem]:
    """List rows whose key is that of an earlier row."""
    nth = f"row_number() OVER (PARTITION BY {_values(table, table.key)} ORDER BY _row)"
    shown, source = f"concat_ws(', ', {', '.join(map(quote, table.key))})", f"{schema}.{quote(table.name)}"
    for row, value in run(f"SELECT _row, {shown} FROM {source} WHERE {_filled(table.key)} QUALIFY {nth} > 1"):
        yield RowProblem(table, row, table.key[0], f"the key {show(value)} occurs twice")


def judge_unique(run: Run, table: Table) -> Iterator[RowProblem]:
    """List every cell whose value occurs more than once in a field, or fields, that have none twice; empty cells are like no other."""
    single = [(field.name,) for field in table.fields if field.constraints.get("unique")]
    for names in (*single, *table.unique_keys):
        shown, raw = f"concat_ws(', ', {', '.join(map(quote, names))})", f"raw.{quote(table.name)}"
        often = f"count(*) OVER (PARTITION BY {_values(table, names)}) > 1"
        for row, value in run(f"SELECT _row, {shown} FROM {raw} WHERE {_filled(names)} QUALIFY {often}"):
            what = "" if len(names) == 1 else f" in {' and '.join(names)} together"
            yield RowProblem(table, row, names[0], f"{show(value)} occurs more than once{what}")
