"""The profile of a package: its shapes, how many rows, how full each field, which values a closed list has, and a trace of each row.

The profile of the last release is kept as baseline.json. An update is compared with it: what it may change, which
version it needs, and that no key is lost. Cells are not in it, only six hexadecimal digits of each, so that a changed
one can be named without keeping all data twice.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from corrigenda.package.package import Package
from corrigenda.package.storage.files import write_atomically
from corrigenda.package.tables.csv_file import read_sound
from corrigenda.package.tables.table import Table
from corrigenda.release.schema import FieldShape, KeyShape, Shape
from corrigenda.values.traces import trace_cell

FORMAT_VERSION = 2
Rows = list[dict[str, str]]
_COVER = {
    "passages": ("passage_id", "article_id"),
    "claims": ("passage_id",),
    "unjudged": ("article_id",),
    "coverage": ("article_id", "claims_decided", "claims_undecided"),
}


def profile(package: Package) -> dict[str, Any]:
    """Describe the tables of a package and count their rows, filled cells and values of closed lists.

    The result is plain JSON and depends on descriptor, schemas and cells alone. Raises SetupError where a file is not
    of sound shape: what cannot be read cannot be counted.
    """
    rows = {table.name: read_sound(table) for table in package.tables.values()}
    return {
        "format_version": FORMAT_VERSION,
        "name": package.name,
        "version": package.version,
        "words": digest_words(package),
        "coverage": _cover(rows) if all(table in rows and package.tables[table].has(*fields) for table, fields in _COVER.items()) else {},
        "tables": {table.name: _profile_table(table, rows[table.name]) for table in package.tables.values()},
    }


def shape_of(table: Table) -> Shape:
    """Return what readers of a table rely on: fields, types, constraints and keys."""
    return Shape(
        tuple(FieldShape(field.name, field.type, field.constraints) for field in table.fields),
        table.key,
        tuple(KeyShape(foreign.fields, foreign.table, foreign.targets) for foreign in table.foreign_keys),
        table.unique_keys,
    )


def pointed_at(package: Package) -> set[str]:
    """Return the tables that foreign keys of others point at."""
    return {foreign.table for table in package.tables.values() for foreign in table.foreign_keys if foreign.table != table.name}


def digest_words(package: Package) -> dict[str, str]:
    """Return digests of what describes a package, its tables and fields and changes no cell, by place; paths are not in them."""
    left_out = ("version", "resources", "created", "$schema")
    told: dict[str, Any] = {"datapackage.json": {name: value for name, value in package.descriptor.items() if name not in left_out}}
    for table in package.tables.values():
        told[table.name] = [table.title, table.description]
        told |= {f"{table.name}.{field.name}": field.description for field in table.fields}
    return {place: hashlib.sha256(json.dumps(words, sort_keys=True).encode()).hexdigest()[:8] for place, words in told.items()}


def other_words(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """Return the places that are described in other words than before; what is new or gone is reported by the shapes."""
    return [place for place, words in after.items() if before.get(place, words) != words]


def trace(cells: Sequence[str | None]) -> str:
    """Return six hexadecimal digits of SHA-256 for each cell, '-' for an empty one.

    >>> trace(["ada", ""])
    'fdee43 -'
    """
    return " ".join(map(trace_cell, cells))


def digest_rows(rows: Rows) -> str:
    """Return a digest of all cells of some rows."""
    return hashlib.sha256(json.dumps([list(row.values()) for row in rows], ensure_ascii=False).encode()).hexdigest()[:16]


def key_of(table: Table, row: Mapping[str, str]) -> str:
    """Return the key of a row as one text; parts are joined by ', '."""
    return ", ".join(row[name] for name in table.key)


def write_profile(profile: dict[str, Any], file: Path) -> None:
    """Write a profile, whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(file, render_profile(profile))


def render_profile(profile: dict[str, Any]) -> bytes:
    """Return a profile as a file whose difference reads well."""
    return (json.dumps(profile, indent=1, ensure_ascii=False) + "\n").encode()


def _profile_table(table: Table, rows: Rows) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for field in table.fields:
        values = Counter(row[field.name] for row in rows if row[field.name])
        fields[field.name] = {"type": field.type, "constraints": field.constraints, "filled": values.total()}
        if "enum" in field.constraints or field.type == "boolean":
            fields[field.name]["values"] = dict(sorted(values.items()))
    told: dict[str, Any] = {
        "rows": len(rows),
        "key": list(table.key),
        "foreign_keys": [[list(foreign.fields), foreign.table, list(foreign.targets)] for foreign in table.foreign_keys],
        "fields": fields,
    }
    if table.unique_keys:
        told["unique_keys"] = [list(names) for names in table.unique_keys]
    if table.layer == "found" and table.name != "findings":
        # Made again by the program: which of its rows came or went follows from the others.
        return {**told, "digest": digest_rows(rows)}
    return {**told, "cells": {key_of(table, row): trace([row[name] for name in fields]) for row in rows}}


def _cover(rows: dict[str, Rows]) -> dict[str, dict[str, float]]:
    """Return for each article which share of its claims some rule judges, and which share of the judgements is decided."""
    article_of = {row["passage_id"]: row["article_id"] for row in rows["passages"]}
    claims = Counter(article_of.get(row["passage_id"], "") for row in rows["claims"])
    unjudged = Counter(row["article_id"] for row in rows["unjudged"])
    decided, undecided = Counter[str](), Counter[str]()
    for row in rows["coverage"]:
        decided[row["article_id"]] += int(row["claims_decided"] or 0)
        undecided[row["article_id"]] += int(row["claims_undecided"] or 0)
    return {
        article: {
            "judged": _share(count - unjudged[article], count),
            "decided": _share(decided[article], decided[article] + undecided[article]),
        }
        for article, count in sorted(claims.items())
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
