"""From the rows that rules return to findings with their places, doubt and repairs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from corrigenda.checking.rulebook.catalogue import Rule
from corrigenda.checking.rulebook.specs import PlaceSpec, keys_in
from corrigenda.engine.sql import quote
from corrigenda.engine.tables import Tables
from corrigenda.engine.unchanged import demand_unchanged
from corrigenda.errors import SetupError
from corrigenda.results.finding import Finding, Place, Repair, Verdict
from corrigenda.results.known_source import KnownSource
from corrigenda.values.regions import find_cell
from corrigenda.values.spoken_dates import say_dates
from corrigenda.values.templates import fill
from corrigenda.values.wording import sentence

Row = dict[str, Any]
# Cells that a finding keeps; a row can point at all rows of a table.
_PLACES = 200
# What a sentence calls the rows of the reference, and the cells that a verdict can rest on.
_ROWS = {
    "actors": "", "citations": "the cited report", "figures": "the known figure", "milestones": "the known event",
    "names": "the name", "offices": "the office", "participants": "a known event", "signs": "a currency sign", "tenures": "a known term",
    "ties": "a known tie",
}  # fmt: skip
_CELLS = {
    "actor_id": "a participant", "as_of": "the last known day", "existed_from": "the beginning", "existed_to": "the end",
    "known_from": "the day when it became known", "name": "the spelling", "other_id": "the other side", "superseded": "the end of use",
    "used_from": "the first use", "used_to": "the last use",
}  # fmt: skip


class Evidence:
    """Hold the rows of the package that findings point at, and their sources, read once a table."""

    def __init__(self, tables: Tables, returned: Iterable[tuple[Rule, Row]]) -> None:
        self.tables = tables
        wanted: dict[str, set[str]] = {}
        pairs = list(returned)
        for rule, row in pairs:
            for spec in rule.places:
                wanted.setdefault(spec.table_in(row), set()).update(keys_in(row.get(spec.column)))
        self.rows = {name: tables.rows(name, keys) for name, keys in sorted(wanted.items())}
        demand_unchanged([tables.package.tables[name] for name in self.rows], tables.marks)
        self.text = {name: tables.package.tables[name].file.read_text("utf-8").split("\n") for name in self.rows}
        cited = {row["source_id"] for rows in self.rows.values() for row in rows.values() if row.get("source_id")}
        self.sources = tables.rows("sources", cited) if cited and "sources" in tables.lines else {}
        self.corrections = {
            name: tables.query(f"SELECT * FROM {quote(name)}") for name in sorted({r.corrections for r, _ in pairs if r.corrections})
        }

    def build(self, rule: Rule, row: Row, article: str | None, claim: str | None) -> Finding:
        """Turn one row that a rule returned into a finding; certain becomes possible where its basis is unconfirmed.

        The verdict of the row is lowered with it. Raises SetupError where message or places stay empty.
        """
        try:
            pointed = (place for spec in rule.places for place in self._places(rule, spec, row))
            places = tuple(islice(pointed, _PLACES))
            more = sum(1 for _ in pointed)
            message = fill(rule.message, row)
        except KeyError as error:
            raise SetupError(f"{rule.file}: the header names the column {error}, which the query does not return") from None
        if message is None or not places:
            raise SetupError(f"{rule.file}: the row {row[rule.key]!r} leaves its message or its places empty")
        doubt = self.doubt(places) if row["verdict"] == Verdict.CERTAIN else None
        if doubt:
            row["verdict"] = Verdict.POSSIBLE
        return Finding(
            rule.name, row[rule.key], Verdict(row["verdict"]), rule.severity, rule.subject, article, claim, sentence(say_dates(message)),
            places, tuple(self._repairs(rule, row)), doubt, self._printed(places[0]), sources=self._known_sources(places),
            more_places=more,
        )  # fmt: skip

    def _places(self, rule: Rule, spec: PlaceSpec, row: Row) -> Iterator[Place]:
        table = self.tables.package.tables[spec.table_in(row)]
        fields = spec.fields_in(row)
        if unknown := set(fields) - {f.name for f in table.fields}:
            raise SetupError(f"{rule.file}: points at {table.name}.{min(unknown)}, which is not there")
        for key in keys_in(row[spec.column]):
            cells = self.rows[table.name].get(key)
            if cells is None:
                raise SetupError(f"{rule.file}: points at {table.name} {key!r}, which is not there")
            yield from point_at(self.tables, table.name, cells, fields, spec.role, self.text[table.name])

    def doubt(self, places: Iterable[Place]) -> str | None:
        """Say which basis cells are unconfirmed or assumed, or return None.

        A cell with a flag of its own (`start_confirmed` for `start`) is judged by it; another cell
        of the reference by whether the source of its row was seen at all.
        """
        reasons = []
        for place in places:
            cells = self.rows[place.table][place.row]
            if place.role != "basis":
                continue
            if f"{place.field}_confirmed" in cells:
                if cells[f"{place.field}_confirmed"] != "true":
                    reasons.append(f"nobody has confirmed {_name_cell(place, cells)}")
            elif self._source(cells).get("seen") == "not-seen" and not place.field.endswith("_confirmed"):
                reasons.append(f"nobody has seen the source of {_name_cell(place, cells)}")
            elif place.table == "relations" and cells["basis"] == "assumed":
                reasons.append("an order of events is only taken for granted")
        return "; ".join(dict.fromkeys(reasons)) or None

    def _repairs(self, rule: Rule, row: Row) -> Iterator[Repair]:
        option = 0
        for spec in rule.repairs:
            allows = fill(spec.allows, row)
            value = fill(spec.value, row, is_cell=True) if spec.value else None
            if allows is not None and (value is not None or not spec.value):
                for key in keys_in(row[spec.column]):
                    option += 1
                    yield Repair(spec.table, key, spec.field, value, say_dates(allows), option)
        for change in self.corrections.get(rule.corrections or "", []):
            if change[rule.key] == row[rule.key]:
                cell = change["table_name"], change["row_id"], change["field"]
                yield Repair(*cell, change["value"], change["allows"], option + change["position"])

    def _source(self, cells: Row) -> Row:
        return self.sources.get(cells.get("source_id") or "", {})

    def _known_sources(self, places: Iterable[Place]) -> tuple[KnownSource, ...]:
        """Return the sources behind the rows of the reference that a finding points at."""
        found = (self._source(self.rows[place.table][place.row]) for place in places)
        names = ("publisher", "published", "url", "known_until", "seen", "seen_on")
        named = [cells for cells in found if cells.get("title")]
        return tuple(dict.fromkeys(KnownSource(cells["title"], **{name: cells.get(name) for name in names}) for cells in named))

    def _printed(self, place: Place) -> str | None:
        """Return the words printed in the row of a place: a title with its name, else the cell itself or the first printed one."""
        cells = self.rows[place.table][place.row]
        printed = {f.name: cells[f.name] for f in self.tables.package.tables[place.table].fields if f.printed and cells[f.name]}
        if place.table == "mentions":
            return " ".join(printed[name] for name in ("title_printed", "name_printed") if name in printed) or None
        return printed.get(place.field) or next(iter(printed.values()), None)


def point_at(tables: Tables, name: str, cells: Row, fields: Collection[str], role: str, lines: Sequence[str]) -> Iterator[Place]:
    """Yield the places of some fields of a row that `Tables.rows` returned; `lines` are those of its file, read once for many rows."""
    table = tables.package.tables[name]
    path, line = tables.place(table, cells["_row"])
    for position, field in enumerate(table.fields):
        if field.name in fields:
            # A stretch of a file is named where the table is one file.
            region = None if name in tables.parts else find_cell(lines, line, position)
            yield Place(name, path, line, cells[table.key[0]], field.name, cells[field.name], role, region)


def _name_cell(place: Place, cells: Row) -> str:
    """Name a cell of the reference in a sentence, without its key and its column."""
    row = _ROWS.get(place.table, "a row of the reference")
    if not row.startswith("a "):
        row += f' "{cells["name"]}"' if place.table == "names" else f" ‘{cells['label']}’" if cells.get("label") else ""
    return f"{_CELLS.get(place.field, f'the {place.field}'.replace('_', ' '))} of {row.strip() or 'a row of the reference'}"
