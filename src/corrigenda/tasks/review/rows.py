"""Drafted rows as a person reads them: in words, with what their keys mean, and with the ways in which each cell can be changed."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from functools import cached_property

from corrigenda.engine.sql import literal, quote
from corrigenda.engine.tables import Tables
from corrigenda.package.drafts import Cells, Key, digest_cells, read_readings
from corrigenda.package.tables.table import Table
from corrigenda.report.page.review import Choice, OtherReading, ReviewCell, ReviewFinding, ReviewRow, RowForm
from corrigenda.results.finding import Finding
from corrigenda.values.passages import digest

# Cells that say where a row is, which nobody types.
_POSITIONS = frozenset({"passage_id", "start", "end", "sha256", "length", "article_id"})
_NAMES = ("title_printed", "name_printed", "as_printed", "label", "statement", "described", "title", "name")
_LONGEST_NAME, _LONGEST_IN_SENTENCE, _MOST_OPTIONS = 160, 60, 300
_SEARCHED = ("actors", "offices")
_SINGULAR = {"titles": "title", "firsts": "first or denial", "sums": "sum"}


class RowReader:
    """Read drafted rows from the tables of a package."""

    def __init__(self, tables: Tables, drafts: Collection[Key], text: str) -> None:
        self.tables, self.text = tables, text
        own = f"SELECT passage_id FROM passages JOIN articles USING (article_id) WHERE articles.sha256 = {literal(digest(text))}"
        self.passages = {passage for (passage,) in tables.run(own)}
        wanted: dict[str, list[str]] = {}
        for name, key in drafts:
            wanted.setdefault(name, []).append(key)
        self.cells = {(name, key): cells for name, keys in wanted.items() for key, cells in tables.rows(name, keys).items()}
        self.readings = read_readings(tables.package)

    def finding(self, finding: Finding, statement: str | None) -> ReviewFinding:
        """Return a finding with the drafts under it; a drafted claim is shown in the words of the text, another one as it is stated."""
        basis = {(place.table, place.row, place.field) for place in finding.places}
        rows = tuple(self.row(key, {field for table, row, field in basis if (table, row) == key}) for key in finding.drafts)
        claim = self.cells.get(("claims", finding.claim_id or ""))
        return ReviewFinding(finding, self._words(claim) if claim else statement, rows, digest_all(rows))

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
        return ReviewRow(*key, say_table(table), self._name(key, own), digest_cells(own), shown, readings, self._span(own))

    def form(self, key: Key, basis: Collection[str] = ()) -> RowForm:
        """Return the form that changes a row: each cell with its choices, those on which a finding rests first."""
        table, cells = self.tables.package.tables[key[0]], self.cells[key]
        choices = []
        for field in sorted(table.fields, key=lambda field: field.name not in basis):
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

    def _span(self, cells: Cells) -> tuple[int, int] | None:
        """Return where a row is in the text; None where it says so of no place in this one."""
        start, end = cells.get("start"), cells.get("end")
        return (int(start), int(end)) if start and end and cells.get("passage_id") in self.passages else None

    def _words(self, cells: Cells) -> str | None:
        """Return the words of the text that a row is about."""
        span = self._span(cells)
        return f"“{_cut(' '.join(self.text[slice(*span)].split()))}”" if span else None

    def _name(self, key: Key, cells: Cells) -> str:
        """Name a row by what is printed in it, by its words in the text, or by its key; what a drafted claim states says nothing yet."""
        words = [str(cells[name]) for name in _NAMES if cells.get(name)]
        if not words or key[0] == "claims":
            return self._words(cells) or _cut(words[0] if words else key[1])
        return _cut(" ".join(words[:2]) if cells.get("name_printed") and cells.get("title_printed") else words[0])

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
        # What a drafted claim says is in the text alone.
        drafted = {key: self._words(cells) for (name, key), cells in self.cells.items() if name == "claims"}
        found["claims"] = found.get("claims", {}) | {key: words for key, words in drafted.items() if words}
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


def name_row(row: ReviewRow) -> str:
    """Name a row in a sentence, such as: the date “2019”."""
    return f"the {row.kind} “{_cut(row.name.strip('“”'), _LONGEST_IN_SENTENCE)}”"


def _cut(words: str, most: int = _LONGEST_NAME) -> str:
    return words if len(words) <= most else f"{words[: most - 1]}…"
