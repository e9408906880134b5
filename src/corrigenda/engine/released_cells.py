"""The confirmed cells of the reference, compared with the profile of the last release (data/baseline.json)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from corrigenda.engine.connection import Connection
from corrigenda.engine.sql import quote
from corrigenda.errors import MissingTableError, SetupError
from corrigenda.package.package import Package
from corrigenda.package.storage.files import read_json
from corrigenda.package.tables.table import Table
from corrigenda.values.traces import trace_cell

BASELINE = "data/baseline.json"
COLUMNS = {
    "released_cells": {
        "cell_id": "VARCHAR", "table_name": "VARCHAR", "row_id": "VARCHAR", "field": "VARCHAR", "words": "VARCHAR", "value": "VARCHAR",
        "release": "VARCHAR", "is_changed": "BOOLEAN",
    },
}  # fmt: skip
_FLAG = "_confirmed"
# It grows with the rows of the package.
_LARGEST = 1_000_000_000
_WORDS = {
    "actor_id": "person",
    "existed_from": "beginning",
    "existed_to": "end",
    "known_from": "day since when it is known",
    "other_id": "other side",
    "superseded": "end of use",
    "until": "last day",
    "used_from": "first use",
    "used_to": "last use",
}


def released_makers(tables: Connection, package: Package) -> dict[str, Callable[[], object]]:
    """Return what makes the table released_cells: every cell that was confirmed in the last release and still is, by the same source.

    `is_changed` says that its value is another one now. A package without a release has none. A profile that cannot be read lets
    the rule that needs it say so.
    """

    def make() -> None:
        rows = list(_compare(tables, package))
        columns = ", ".join(f"{quote(name)} {kind}" for name, kind in COLUMNS["released_cells"].items())
        tables.run(f"CREATE OR REPLACE TABLE released_cells ({columns})")
        if rows:
            cells = ", ".join("unnest(?)" for _ in COLUMNS["released_cells"])
            tables.run(f"INSERT INTO released_cells SELECT {cells}", [list(column) for column in zip(*rows, strict=True)])

    return {"released_cells": make}


def _compare(tables: Connection, package: Package) -> Iterator[tuple[Any, ...]]:
    owner = package.reference or package
    file = owner.root / BASELINE
    if not file.is_file():
        return
    baseline = _read(file)
    for table in package.layer("known"):
        then = baseline["tables"].get(table.name)
        flags = [field.name for field in table.fields if field.name.endswith(_FLAG) and table.has(field.name.removesuffix(_FLAG))]
        if not flags or not isinstance(then, dict) or "cells" not in then or list(table.key) != then.get("key"):
            continue
        yield from _compare_table(tables, table, then, flags, str(baseline.get("version")))


def _read(file: Path) -> dict[str, Any]:
    try:
        baseline = read_json(file, BASELINE, _LARGEST)
    except (SetupError, ValueError):
        raise MissingTableError(f"{BASELINE} that can be read") from None
    if not isinstance(baseline, dict) or not isinstance(baseline.get("tables"), dict):
        raise MissingTableError(f"{BASELINE} that can be read")
    return baseline


def _compare_table(tables: Connection, table: Table, then: dict[str, Any], flags: list[str], release: str) -> Iterator[tuple[Any, ...]]:
    places = {name: place for place, name in enumerate(then["fields"])}
    key, source = table.key[0], "source_id"
    for row in tables.query(f"SELECT * FROM raw.{quote(table.name)} ORDER BY _row"):
        told = then["cells"].get(row[key])
        before = told.split(" ") if isinstance(told, str) else []
        if len(before) != len(places):
            continue

        def kept(name: str, row: dict[str, Any] = row, before: list[str] = before) -> bool:
            return name in places and before[places[name]] == trace_cell(row[name])

        for flag in flags:
            field = flag.removesuffix(_FLAG)
            was_filled = field in places and before[places[field]] != "-"
            # A term that was open and has ended since is news, and no correction.
            if row[flag] == "true" and was_filled and kept(flag) and (source not in row or kept(source)):
                words = _WORDS.get(field, field.replace("_", " "))
                cell = f"{table.name}.{field} {row[key]}"
                yield cell, table.name, row[key], field, words, row[field], release, not kept(field)
