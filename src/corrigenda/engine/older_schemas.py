"""The fields of a table as rules read them, also where its schema is older than the program and lacks some."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache

from corrigenda.engine.sql import quote
from corrigenda.errors import SetupError
from corrigenda.package.storage.files import program_folder
from corrigenda.package.tables.table import Table

_CASTS = {"integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}
_NEW = "the schemas that 'corrigenda new package FOLDER' writes"


@cache
def _own_fields() -> dict[str, dict[str, tuple[str, bool]]]:
    """Return the fields of the tables that this program knows: by table and name the type, and whether each row needs a value."""
    known = {}
    for path in program_folder("schemas").rglob("*.json"):
        schema = json.loads(path.read_text("utf-8"))
        key = schema.get("primaryKey", ())
        known[path.stem] = {
            field["name"]: (field["type"], field["name"] in key or bool(field.get("constraints", {}).get("required")))
            for field in schema["fields"]
        }
    return known


def list_lacking(table: Table) -> dict[str, tuple[str, bool]]:
    """Return the fields that the program has and a table does not: by name the type, and whether each row needs a value.

    >>> from corrigenda import published_package
    >>> list_lacking(published_package().tables["claims"])
    {}
    """
    return {name: field for name, field in _own_fields().get(table.name, {}).items() if not table.has(name)}


def cast_fields(table: Table) -> str:
    """Return what selects the typed fields of a table from its text, those that it lacks as empty."""
    fields = [(quote(field.name), field.type, quote(field.name)) for field in table.fields]
    fields += [("NULL", type_, quote(name)) for name, (type_, _) in list_lacking(table).items()]
    return ", ".join(f"CAST({cell} AS {_CASTS.get(type_, 'VARCHAR')}) AS {name}" for cell, type_, name in fields)


def demand_fields(tables: Iterable[Table]) -> None:
    """Raise SetupError where tables lack fields that rules cannot do without, a sentence for each table.

    A field that may be empty is taken as empty, so that a package outlives the program that it was made with.
    """
    sentences = []
    for table in tables:
        lacking = [name for name, (_, is_needed) in list_lacking(table).items() if is_needed]
        if lacking:
            named = ", ".join(f"'{name}'" for name in lacking)
            sentences.append(f"{table.schema_path}: the table '{table.name}' lacks {named}, which rules read; expected {_NEW}")
    if sentences:
        raise SetupError(*sentences)
