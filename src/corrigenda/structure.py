"""Structure judged by SQL derived from the Table Schemas.

Each keyword of our schemas becomes a condition for the cells that should not be there, each foreign key one for
rows. One query a table counts them all; only what was counted is listed, so that a clean package is cheap.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from corrigenda.package import Field, ForeignKey, Table

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
    if field.type == "edtf":
        yield f"{cell} IN (SELECT text FROM edtf WHERE error IS NOT NULL)", "EDTF"
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


def judge_rows(run: Run, table: Table, loaded: set[str]) -> Iterator[Fault]:
    """List every cell that breaks a keyword of its field, and every row that points at a key which is not there.

    Foreign keys into tables that were not loaded are left out: those tables have problems of their own.
    """
    checks = [(field.name, quote(field.name), condition, expected) for field in table.fields for condition, expected in conditions(field)]
    for foreign in table.foreign_keys:
        if foreign.table in loaded:
            shown = f"concat_ws(', ', {', '.join('r.' + quote(name) for name in foreign.fields)})"
            checks.append((foreign.fields[0], shown, _points_nowhere(foreign), f"a key of the table {foreign.table}"))
    raw = f"raw.{quote(table.name)} AS r"
    counts = (
        run(f"SELECT {', '.join(f'count(*) FILTER (WHERE {condition})' for _, _, condition, _ in checks)} FROM {raw}")[0] if checks else ()
    )
    for (field, shown, condition, expected), count in zip(checks, counts, strict=True):
        if count and expected == "EDTF":
            rows = run(f"SELECT r._row, {shown}, error FROM {raw} JOIN edtf ON text = {shown} WHERE error IS NOT NULL")
        else:
            rows = run(f"SELECT r._row, {shown}, NULL FROM {raw} WHERE {condition}") if count else []
        for row, value, reason in rows:
            yield Fault(table, row, field, _say(value, expected, reason))


def _say(value: str | None, expected: str, reason: str | None) -> str:
    if value is None:
        return f"is empty; expected {expected}"
    if reason:
        return f"{show(value)} is not EDTF: {reason}"
    if expected.startswith("a key of"):
        return f"{show(value)} is no {expected.removeprefix('a ')}"
    if expected.startswith(("at ", "one of", "text that")):
        return f"is {show(value)}; expected {expected}"
    return f"{show(value)} is not {expected}"


def judge_keys(run: Run, table: Table) -> Iterator[Fault]:
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
            yield Fault(table, row, table.key[-1], f"{show(value)} stands after a greater key; expected rows in the order of their keys")
    for f in table.fields:
        if f.constraints.get("unique"):
            cell = quote(f.name)
            for row, value in run(
                f"SELECT _row, {cell} FROM {raw} WHERE {cell} IS NOT NULL QUALIFY count(*) OVER (PARTITION BY {cell}) > 1"
            ):
                yield Fault(table, row, f.name, f"{show(value)} stands more than once")


def repeated_keys(run: Run, table: Table, schema: str = "raw") -> Iterator[Fault]:
    """List rows whose key stands in an earlier row."""
    keys = ", ".join(map(quote, table.key))
    nth = f"row_number() OVER (PARTITION BY {keys} ORDER BY _row)"
    for row, value in run(f"SELECT _row, concat_ws(', ', {keys}) FROM {schema}.{quote(table.name)} QUALIFY {nth} > 1"):
        yield Fault(table, row, table.key[0], f"the key {show(value)} stands twice")


def _points_nowhere(foreign: ForeignKey) -> str:
    """Return the SQL condition of a row of `r` that points at no key."""
    pairs = list(zip(foreign.fields, foreign.targets, strict=True))
    target = f"raw.{quote(foreign.table)}"
    if len(pairs) == 1:
        # An uncorrelated list of keys is planned in half the time of a correlated search. An empty cell is in no
        # list, not even in an empty one, and has to be left out by name.
        ((name, key),) = pairs
        return f"r.{quote(name)} IS NOT NULL AND r.{quote(name)} NOT IN (SELECT {quote(key)} FROM {target} WHERE {quote(key)} IS NOT NULL)"
    filled = " AND ".join(f"r.{quote(name)} IS NOT NULL" for name, _ in pairs)
    same = " AND ".join(f"t.{quote(key)} = r.{quote(name)}" for name, key in pairs)
    return f"{filled} AND NOT EXISTS (SELECT 1 FROM {target} AS t WHERE {same})"


def show(value: str) -> str:
    r"""Quote a value for a sentence: control characters escaped, long ones cut.

    >>> show("a\nb")
    "'a\\nb'"
    """
    text = repr(value)
    text = re.sub(r"[\u202a-\u202e\u2066-\u2069]", lambda m: f"\\u{ord(m.group()):04x}", text)
    return text if len(text) <= 80 else f"{text[:77]}…' ({len(value):,} characters)"
