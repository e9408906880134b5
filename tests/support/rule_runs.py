"""One rule run over a few rows of its tables alone, for comparing its verdicts with those of a slow procedure."""

from __future__ import annotations

from functools import cache
from typing import Any

from empty_engine import Engine, columns

from corrigenda import catalogue
from corrigenda.values.edtf import parse_edtf

Rows = list[dict[str, Any]]


@cache
def engine() -> Engine:
    return Engine()


def edtf_rows(*found: str | None) -> Rows:
    """Return the row of each distinct date text, as a loaded package has it."""
    rows = []
    for text in sorted({text for text in found if text}):
        span = parse_edtf(text)
        rows.append({"text": text, "first_day": span.first, "last_day": span.last, "precision": span.precision, "has_year": span.has_year})
    return rows


def verdicts(name: str, **tables: Rows) -> dict[str, str]:
    """Run one rule over these rows alone and return its verdicts by key; what it does not return is not there."""
    assert all(set(row) <= set(columns()[table]) for table, rows in tables.items() for row in rows)
    rule = catalogue()[name]
    engine().clear(list(columns()))
    for table, rows in tables.items():
        engine().add(table, rows)
    return {row[rule.key]: row["verdict"] for row in engine().query(rule.sql)}
