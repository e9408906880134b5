"""Structure judged by SQL derived from the Table Schemas.

Each keyword of our schemas becomes a condition for the cells that should not be there. One scan a
table counts them all; only what was counted is listed, so that a clean package costs one query a table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from corrigenda.package import Field, Table

Run = Callable[[str], list[tuple[Any, ...]]]


@dataclass(frozen=True)
class Fault:
    """Point at one cell of a raw table by row (from 1), with its value and what was expected."""

    table: Table
    row: int
    field: str
    what: str


def quote(name: str) -> str:
    """Quote a name for SQL.

    >>> quote('end')
    '"end"'
    """
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Quote a text for SQL.

    >>> literal("it's")
    "'it''s'"
    """
    return "'" + text.replace("'", "''") + "'"


_TYPES = {
    "integer": (r"[+-]?\d{1,18}", "an integer"),
    "number": (r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?", "a number"),
    "boolean": ("true|false", "true or false"),
    "duration": (r"P(\d{1,4}Y)?(\d{1,5}M)?(\d{1,5}W)?(\d{1,6}D)?", "a duration such as P1Y, P6M, P2W or P10D"),
    "uri": (r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+", "a URI such as https://example.org/page"),
}


def conditions(field: Field) -> Iterator[tuple[str, str]]:
    """Yield (SQL condition of a bad cell, what was expected) for one field."""
    cell, limits = quote(field.name), field.constraints
    if field.required:
        yield f"{cell} IS NULL", "a value"
    numeric = field.type in ("integer", "number")
    if field.type in _TYPES:
        pattern, expected = _TYPES[field.type]
        bad = f"NOT regexp_full_match({cell}, {literal(pattern)})"
        yield (f"({bad} OR {cell} = 'P')" if field.type == "duration" else bad), expected
    if field.type == "edtf":
        yield f"{cell} IN (SELECT text FROM edtf WHERE error IS NOT NULL)", "EDTF"
    if "enum" in limits:
        yield f"{cell} NOT IN ({', '.join(literal(v) for v in limits['enum'])})", f"one of {', '.join(limits['enum'])}"
    if "pattern" in limits:
        yield f"NOT regexp_full_match({cell}, {literal(limits['pattern'])})", f"text that matches {limits['pattern']}"
    if "minimum" in limits and numeric:
        yield f"TRY_CAST({cell} AS DOUBLE) < {limits['minimum']}", f"at least {limits['minimum']}"
    if "maximum" in limits and numeric:
        yield f"TRY_CAST({cell} AS DOUBLE) > {limits['maximum']}", f"at most {limits['maximum']}"
    if "maxLength" in limits:
        yield f"length({cell}) > {limits['maxLength']}", f"at most {limits['maxLength']} characters"


def judge_cells(run: Run, table: Table) -> Iterator[Fault]:
    """List every cell that breaks a keyword of its field."""
    checks = [(field, condition, expected) for field in table.fields for condition, expected in conditions(field)]
    raw = f"raw.{quote(table.name)}"
    if not checks:
        return
    counts = run(f"SELECT {', '.join(f'count(*) FILTER (WHERE {condition})' for _, condition, _ in checks)} FROM {raw}")[0]
    for (field, condition, expected), count in zip(checks, counts, strict=True):
        if not count:
            continue
        if field.type == "edtf" and expected == "EDTF":
            rows = run(f"SELECT r._row, {quote(field.name)}, error FROM {raw} r JOIN edtf ON text = {quote(field.name)} WHERE error IS NOT NULL")
        else:
            rows = run(f"SELECT _row, {quote(field.name)}, NULL FROM {raw} WHERE {condition}")
        for row, value, reason in rows:
            what = f"is empty; expected {expected}" if value is None else f"{show(value)} is not {reason and 'EDTF: ' + reason or expected}"
            if value is not None and expected.startswith(("at ", "one of", "text that")):
                what = f"is {show(value)}; expected {expected}"
            yield Fault(table, row, field.name, what)


def judge_keys(run: Run, table: Table) -> Iterator[Fault]:
    """List rows whose key is not unique or that do not stand in the order of the key."""
    raw, keys = f"raw.{quote(table.name)}", [quote(name) for name in table.key]
    field = table.key[0]
    again = f"SELECT _row, concat_ws(', ', {', '.join(keys)}) FROM {raw} QUALIFY row_number() OVER (PARTITION BY {', '.join(keys)} ORDER BY _row) > 1"
    for row, value in run(again):
        yield Fault(table, row, field, f"the key {show(value)} stands twice")
    order = [f"TRY_CAST({key} AS BIGINT)" if f and f.type == "integer" else key for key, f in zip(keys, map(table.field, table.key), strict=True)]
    now, before = f"row({', '.join(order)})", f"lag(row({', '.join(order)})) OVER (ORDER BY _row)"
    for row, value in run(f"SELECT _row, {keys[-1]} FROM {raw} QUALIFY {now} < {before}"):
        yield Fault(table, row, table.key[-1], f"{show(value)} stands after a greater key; expected rows in the order of their keys")
    for f in table.fields:
        if f.constraints.get("unique"):
            cell = quote(f.name)
            for row, value in run(f"SELECT _row, {cell} FROM {raw} WHERE {cell} IS NOT NULL QUALIFY count(*) OVER (PARTITION BY {cell}) > 1"):
                yield Fault(table, row, f.name, f"{show(value)} stands more than once")


def judge_foreign_keys(run: Run, table: Table, loaded: set[str]) -> Iterator[Fault]:
    """List rows that point at a key which is not there; tables that were not loaded are left out."""
    for foreign in table.foreign_keys:
        if foreign.table not in loaded:
            continue
        pairs = list(zip(foreign.fields, foreign.targets, strict=True))
        same = " AND ".join(f"t.{quote(target)} = r.{quote(name)}" for name, target in pairs)
        filled = " AND ".join(f"r.{quote(name)} IS NOT NULL" for name, _ in pairs)
        value = f"concat_ws(', ', {', '.join('r.' + quote(name) for name, _ in pairs)})"
        sql = f"SELECT r._row, {value} FROM raw.{quote(table.name)} r WHERE {filled} AND NOT EXISTS (SELECT 1 FROM raw.{quote(foreign.table)} t WHERE {same})"
        for row, value in run(sql):
            yield Fault(table, row, foreign.fields[0], f"{show(value)} is no key of the table {foreign.table}")


def show(value: str) -> str:
    """Quote a value for a sentence: control characters escaped, long ones cut.

    >>> show("a\\nb")
    "'a\\\\nb'"
    """
    text = repr(value)
    text = re.sub(r"[\u202a-\u202e\u2066-\u2069]", lambda m: f"\\u{ord(m.group()):04x}", text)
    return text if len(text) <= 80 else f"{text[:77]}…' ({len(value):,} characters)"
