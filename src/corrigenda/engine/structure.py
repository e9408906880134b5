"""Structure judged by SQL derived from the Table Schemas.

Each keyword of our schemas becomes a condition for the cells that should not be there, each foreign key a query for
the keys that are not. One query a table asks for all its conditions, one for all that point at a table; only where it
finds something is each asked for by itself, so that a clean package is cheap.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Any

from corrigenda.engine.sql import literal, quote
from corrigenda.errors import SHOWN
from corrigenda.package.package import Field, ForeignKey, Table
from corrigenda.values.wording import show

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
    "integer": (r"[+-]?\d{1,18}", "an integer"),
    "number": (r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?", "a number"),
    "duration": (r"P(\d{1,4}Y)?(\d{1,5}M)?(\d{1,5}W)?(\d{1,6}D)?", "a duration such as P1Y, P6M, P2W or P10D"),
    "uri": (r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+", "a URI such as https://example.org/page"),
}


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
        yield f"abs(TRY_CAST({cell} AS DOUBLE)) > 1e18", "at most 1e18"
    if "enum" in limits:
        yield f"{cell} NOT IN ({', '.join(literal(v) for v in limits['enum'])})", _cut(f"one of {', '.join(limits['enum'])}")
    if "pattern" in limits:
        yield f"NOT regexp_full_match({cell}, {literal(limits['pattern'])})", _cut(f"text that matches {limits['pattern']}")
    if "minimum" in limits and numeric:
        yield f"TRY_CAST({cell} AS DOUBLE) < {limits['minimum']}", f"at least {limits['minimum']}"
    if "maximum" in limits and numeric:
        yield f"TRY_CAST({cell} AS DOUBLE) > {limits['maximum']}", f"at most {limits['maximum']}"
    if "maxLength" in limits:
        yield f"length({cell}) > {limits['maxLength']}", f"at most {limits['maxLength']} characters"


def _cut(text: str) -> str:
    return text if len(text) <= 200 else text[:197] + "…"


def judge_cells(run: Run, table: Table) -> Iterator[RowProblem]:
    """List every cell that breaks a keyword of its field; dates are judged by `judge_dates`."""
    checks = [(field.name, condition, expected) for field in table.fields for condition, expected in conditions(field)]
    raw = f"raw.{quote(table.name)}"
    if not checks or not run(f"SELECT 1 FROM {raw} WHERE {' OR '.join(f'({condition})' for _, condition, _ in checks)} LIMIT 1"):
        return
    for name, condition, expected in checks:
        for row, value in run(f"SELECT _row, {quote(name)} FROM {raw} WHERE {condition}"):
            yield RowProblem(table, row, name, _say(value, expected))


def judge_dates(run: Run, tables: Collection[Table]) -> Iterator[RowProblem]:
    """List every cell whose text is no EDTF."""
    if not run("SELECT 1 FROM edtf WHERE error IS NOT NULL LIMIT 1"):
        return
    for table in tables:
        for name in (f.name for f in table.fields if f.type == "edtf"):
            joined = f"raw.{quote(table.name)} AS r JOIN edtf AS e ON e.text = r.{quote(name)}"
            for row, value, error in run(f"SELECT r._row, e.text, e.error FROM {joined} WHERE e.error IS NOT NULL"):
                yield RowProblem(table, row, name, f"{show(value)} is not EDTF: {error}")


def judge_references(run: Run, tables: Collection[Table]) -> Iterator[RowProblem]:
    """List every row that points at a key which is not there.

    Foreign keys into tables that were not loaded are left out: those tables have problems of their own.
    """
    loaded = {table.name for table in tables}
    pointing: dict[str, list[tuple[Table, ForeignKey]]] = {name: [] for name in sorted(loaded)}
    for table in tables:
        for foreign in table.foreign_keys:
            if foreign.table in loaded:
                pointing[foreign.table].append((table, foreign))
    for target, foreigns in pointing.items():
        if foreigns and run(f"SELECT 1 FROM {_lost(target, foreigns)} LIMIT 1"):
            for table, foreign in foreigns:
                lost = run(f"SELECT * FROM {_lost(target, [(table, foreign)])}")
                near = _near_keys(run, target, foreign, [values[0] for _, *values in lost if len(values) == 1])
                for row, *values in lost:
                    meant = f"; is {show(near[values[0]])} meant?" if values[0] in near else ""
                    yield RowProblem(table, row, foreign.fields[0], f"{show(', '.join(values))} is no key of the table {target}{meant}")


def _near_keys(run: Run, target: str, foreign: ForeignKey, values: list[str]) -> dict[str, str]:
    """Return the key that each value most likely means, for as many values as are shown; a value that is like none has none."""
    # Needed only where something is wrong.
    from rapidfuzz import fuzz, process

    keys = [key for (key,) in run(f"SELECT DISTINCT {quote(foreign.targets[0])} FROM raw.{quote(target)} ORDER BY ALL")]
    found = {value: process.extractOne(value, keys, scorer=fuzz.ratio, score_cutoff=_LIKE) for value in list(dict.fromkeys(values))[:SHOWN]}
    return {value: near[0] for value, near in found.items() if near}


def _lost(target: str, foreigns: list[tuple[Table, ForeignKey]]) -> str:
    """Return the SQL of every row that points at a table, with the values it does so by, without those that meet a key of it."""
    pointing = []
    for table, foreign in foreigns:
        cells = [quote(name) for name in foreign.fields]
        named = ", ".join(f"{cell} AS key_{n}" for n, cell in enumerate(cells))
        filled = " AND ".join(f"{cell} IS NOT NULL" for cell in cells)
        pointing.append(f"SELECT _row, {named} FROM raw.{quote(table.name)} WHERE {filled}")
    same = " AND ".join(f"t.{quote(key)} = r.key_{n}" for n, key in enumerate(foreigns[0][1].targets))
    return f"({' UNION ALL '.join(pointing)}) AS r ANTI JOIN raw.{quote(target)} AS t ON {same}"


def _say(value: str | None, expected: str) -> str:
    if value is None:
        return f"is empty; expected {expected}"
    if expected.startswith(("at ", "one of", "text that")):
        return f"is {show(value)}; expected {expected}"
    return f"{show(value)} is not {expected}"


def judge_keys(run: Run, table: Table) -> Iterator[RowProblem]:
    """List rows whose key is not unique or that do not stand in the order of the key."""
    raw, keys = f"raw.{quote(table.name)}", [quote(name) for name in table.key]
    order = [
        f"TRY_CAST({key} AS BIGINT)" if f and f.type == "integer" else key for key, f in zip(keys, map(table.field, table.key), strict=True)
    ]
    # Keys that grow from row to row are unique and in order: one pass proves both.
    now, before = f"row({', '.join(order)})", f"lag(row({', '.join(order)})) OVER (ORDER BY _row)"
    unsorted = run(f"SELECT _row, {keys[-1]}, {now} < {before} FROM {raw} QUALIFY {now} <= {before}")
    if unsorted:
        yield from repeated_keys(run, table)
    for row, value, is_behind in unsorted:
        if is_behind:
            yield RowProblem(table, row, table.key[-1], f"{show(value)} comes after a greater key; expected rows sorted by key")


def repeated_keys(run: Run, table: Table, schema: str = "raw") -> Iterator[RowProblem]:
    """List rows whose key stands in an earlier row."""
    keys = ", ".join(map(quote, table.key))
    nth = f"row_number() OVER (PARTITION BY {keys} ORDER BY _row)"
    for row, value in run(f"SELECT _row, concat_ws(', ', {keys}) FROM {schema}.{quote(table.name)} QUALIFY {nth} > 1"):
        yield RowProblem(table, row, table.key[0], f"the key {show(value)} occurs twice")


def judge_unique(run: Run, table: Table) -> Iterator[RowProblem]:
    """List every cell whose value occurs more than once in a field that has none twice."""
    for name in (f.name for f in table.fields if f.constraints.get("unique")):
        cell, raw = quote(name), f"raw.{quote(table.name)}"
        for row, value in run(f"SELECT _row, {cell} FROM {raw} WHERE {cell} IS NOT NULL QUALIFY count(*) OVER (PARTITION BY {cell}) > 1"):
            yield RowProblem(table, row, name, f"{show(value)} occurs more than once")
