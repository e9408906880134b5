"""A package as a folder that Datasette serves: the SQLite database, and what every table, view and column of it means."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from corrigenda.adapters.exports.exported_views import make_views
from corrigenda.adapters.exports.sqlite import FLAT_CELLS, write_sqlite
from corrigenda.engine.tables import Tables
from corrigenda.package.storage.files import replacing
from corrigenda.package.tables.table import Table

# A row that another one points at is shown by the first of these fields that its table has.
_LABELS = ("label", "title", "statement", "name", "message", "name_printed", "as_printed", "phrase", "verb")


def write_datasette(tables: Tables, folder: Path) -> list[Path]:
    """Write NAME.sqlite and metadata.json into a folder and return both; `datasette FOLDER` serves it.

    Raises SetupError where a row points at no key.
    """
    names = (f"{tables.package.name}.sqlite", "metadata.json")
    with replacing(folder) as made:
        made.mkdir()
        write_sqlite(tables, made / names[0])
        (made / names[1]).write_text(json.dumps(describe_database(tables), indent=2, ensure_ascii=False) + "\n", "utf-8")
    return [folder / name for name in names]


def describe_database(tables: Tables) -> dict[str, Any]:
    """Return the metadata of the database: titles, meanings of tables and columns, and the column that names a row in links."""
    package = tables.package
    described: dict[str, Any] = {table.name: _describe(table) for table in package.tables.values()}
    views = make_views(tables)
    described |= {view.name: {"description": view.description, "columns": view.columns} for view in views}
    # What only a view reads is not listed.
    described |= {name: {"hidden": True} for name in (FLAT_CELLS, *(view.cells for view in views)) if name}
    about = package.descriptor
    licences = [one for one in about.get("licenses", []) if isinstance(one, dict)]
    told = {
        "title": about.get("title") or package.name,
        "description": " ".join(part for part in (about.get("description"), f"Data version {package.version}.") if part),
        "license": licences[0].get("title") or licences[0].get("name") if licences else None,
        "license_url": licences[0].get("path") if licences else None,
    }
    return {**{name: text for name, text in told.items() if text}, "databases": {package.name: {"tables": described}}}


def _describe(table: Table) -> dict[str, Any]:
    names = [field.name for field in table.fields]
    label = next((name for name in _LABELS if name in names), None)
    told: dict[str, Any] = {"description": table.description, "columns": {field.name: field.description for field in table.fields}}
    return told | ({"label_column": label} if label and len(table.key) == 1 else {})
