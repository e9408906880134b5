"""Drafted rows as a person reads them: in words, with what their keys mean, and with the ways in which each cell can be changed."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from functools import cached_property

from corrigenda.engine.sql import quote
from corrigenda.engine.tables import Tables
from corrigenda.package.drafts import Key, digest_cells, read_readings
from corrigenda.package.table import Table
from corrigenda.report.page.review import Choice, OtherReading, ReviewCell, ReviewFinding, ReviewRow, RowForm
from corrigenda.results.finding import Finding

# Cells that say where a row is, which nobody types.
_POSITIONS = frozenset({"passage_id", "start", "end", "sha256", "length", "article_id"})
_NAMES = ("title_printed", "name_printed", "as_printed", "label", "statement", "described", "title", "name")
_LONGEST_NAME, _MOST_OPTIONS = 160, 300
_SEARCHED = ("actors", "offices")
_SINGULAR = {"titles": "title", "firsts": "first or denial", "sums": "sum"}


class RowReader:
    """Read drafted rows from the tables of a package."""

    def __init__(self, tables: Tables, drafts: Collection[Key]) -> None:
        self.tables = tables
        wanted: dict[str, list[str]] = {}
        for name, key in drafts:
            wanted.setdefault(name, []).append(key)
        self.cells = {(name, key): cells for name, keys in wanted.items() for key, cells in tables.rows(name, keys).items()}
        self.readings = read_readings(tables.package)

    def finding(self, finding: Finding, statement: str | None) -> ReviewFinding:
        """Return a finding with the drafts under it."""
        basis = {(place.table, place.row, place.field) for place in finding.places}
        rows = tuple(self.row(key, {field for table, row, field in basis if (table, row) == key}) for key in finding.drafts)
        return ReviewFinding(finding, statement, rows, digest_all(rows))

    def row(self, key: Key, basis: Collection[str] = ()) -> ReviewRow:
        """Return one row in words; the cells on which a finding rests come first."""
        table, cells = self.tables.package.tables[key[0]], self.cells[key]
        fields = [field.name for field in table.fields if cells[field.name] and field.name not in (*_POSITIONS, *table.key)]
        shown = tuple(
            ReviewCell(name, say_field(name), cells[name], self._mean(table, name, cells[name]), name in basis)
            for name in sorted(fields, key=lambda name: name not in basis)
        )
        readings = tuple(
            OtherReading(
                one["field"] or "",
                say_field(one["field"] or ""),
                one["value"] or "",
                self._mean(table, one["field"] or "", one["value"] or ""),
                one["reason"] or "",
            )
            for one in self.readings.get(key, ())
        )
        own = {name: value for name, value in cells.items() if name != "_row"}
        return ReviewRow(*key, say_table(table), _name(key, own), digest_cells(own), shown, readings)

    def form(self, key: Key) -> RowForm:
        """Return the form that changes a row: each cell with its choices."""
        table, cells = self.tables.package.tables[key[0]], self.cells[key]
        choices = []
        for field in table.fields:
            if field.name in _POSITIONS or field.name in table.key:
                continue
            target = next((foreign.table for foreign in table.foreign_keys if foreign.fields[0] == field.name), None)
            options: tuple[tuple[str, str], ...] = ()
            if target and target not in _SEARCHED:
                options = tuple(self.labels.get(target, {}).items())
                options = options if len(options) <= _MOST_OPTIONS else ()
            values = field.constraints.get("enum") or (["true", "false"] if field.type == "boolean" else [])
            options = options or tuple((str(value), str(value)) for value in values)
            value = cells[field.name] or ""
            if options and value and value not in dict(options):
                options = ((value, value), *options)
            look_up = target if target in _SEARCHED else None
            choices.append(Choice(field.name, say_field(field.name), field.description, value, field.required, options, look_up))
        return RowForm(self.row(key), tuple(choices))

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """Return what the keys of each table mean, by table and key."""
        found: dict[str, dict[str, str]] = {}
        for name, table in self.tables.package.tables.items():
            shown = next((one for one in ("label", "statement", "title", "phrase", "verb", "name") if table.has(one)), None)
            if shown and name in self.tables.lines and len(table.key) == 1:
                key = quote(table.key[0])
                rows = self.tables.run(f"SELECT {key}, {quote(shown)} FROM {quote(name)} ORDER BY {key}")
                found[name] = {row: label or row for row, label in rows}
        return found

    def _mean(self, table: Table, field: str, value: str) -> str | None:
        """Return what the key in a cell means; None where it is no key, or means itself."""
        target = next((foreign.table for foreign in table.foreign_keys if foreign.fields[0] == field), None)
        label = self.labels.get(target, {}).get(value) if target else None
        return label if label != value else None


def digest_all(rows: Iterable[ReviewRow]) -> str:
    """Return one digest over rows as they were read."""
    return hashlib.sha256("\n".join(f"{row.table} {row.key} {row.read}" for row in rows).encode()).hexdigest()[:32]


def say_field(name: str) -> str:
    """Say the name of a field in words.

    >>> say_field("actor_id"), say_field("title_printed"), say_field("edtf")
    ('actor', 'title printed', 'date (EDTF)')
    """
    return {"edtf": "date (EDTF)"}.get(name) or name.removesuffix("_id").replace("_", " ")


def say_table(table: Table) -> str:
    """Say what a row of a table is, in one word."""
    name = table.name.replace("_", " ")
    return _SINGULAR.get(name) or name.removesuffix("s")


def _name(key: Key, cells: dict[str, str]) -> str:
    """Name a row by the words that are printed in it, or by its key."""
    words = [cells[name] for name in _NAMES if cells.get(name)]
    shown = " ".join(words[:2]) if cells.get("name_printed") and cells.get("title_printed") else words[0] if words else key[1]
    return shown if len(shown) <= _LONGEST_NAME else f"{shown[: _LONGEST_NAME - 1]}…"
