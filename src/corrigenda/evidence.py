"""From the rows that a rule returns to findings with their places, doubt and repairs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from corrigenda.errors import SetupError
from corrigenda.finding import Finding, Place, Repair, Verdict
from corrigenda.rule import PlaceSpec, Rule, fill
from corrigenda.structure import literal, quote
from corrigenda.tables import Tables


def build_finding(tables: Tables, rule: Rule, row: dict[str, Any], article: str | None, claim: str | None) -> Finding:
    """Turn one row that a rule returned into a finding; certain becomes possible where its basis is unconfirmed.

    The verdict of the row is lowered with it. Raises SetupError where message or places stay empty.
    """
    places = tuple(place for spec in rule.places for place in _places(tables, spec, row))
    places = tuple(place for spec in rule.places for place in _places(tables, spec, row))
    message = fill(rule.message, row)
    if message is None or not places:
        raise SetupError(f"rules/{rule.name}.sql: the row {row[rule.key]!r} leaves its message or its places empty")
    verdict, doubt = Verdict(row["verdict"]), None
    if verdict is Verdict.CERTAIN:
        doubt = unconfirmed(tables, places)
        verdict = row["verdict"] = Verdict.POSSIBLE if doubt else verdict
    repairs = []
    for spec in rule.repairs:
        key, allows = row[spec.column], fill(spec.allows, row)
        value = fill(spec.value, row) if spec.value else None
        if key is None or allows is None or (spec.value and value is None):
            continue
        repairs += [Repair(spec.table, one, spec.field, value, allows) for one in _keys(key)]
    return Finding(
        rule.name, row[rule.key], verdict, rule.severity, rule.subject, article, claim, message, places, tuple(repairs), doubt, _printed(tables, places[0])
    )


def _keys(value: Any) -> list[str]:
    return sorted(set(value)) if isinstance(value, list) else [value]


def _places(tables: Tables, spec: PlaceSpec, row: dict[str, Any]) -> Iterable[Place]:
    if row[spec.column] is None:
        return
    table = tables.package.tables[spec.table]
    for key in _keys(row[spec.column]):
        where = {table.key[0]: key}
        cells = tables.run(f"SELECT {quote(spec.field)} FROM raw.{quote(table.name)} WHERE {quote(table.key[0])} = {literal(key)}")
        yield Place(table.name, table.path, tables.line(table.name, where), key, spec.field, cells[0][0], spec.role)


def unconfirmed(tables: Tables, places: Iterable[Place]) -> str | None:
    """Say which basis cells are unconfirmed or assumed, or return None.

    A cell with a flag of its own (`start_confirmed` beside `start`) is judged by it; another cell
    of the reference by whether the source of its row was seen at all.
    """
    reasons = []
    for place in places:
        table = tables.package.tables[place.table]
        if place.role != "basis":
            continue
        where = f"WHERE {quote(table.key[0])} = {literal(place.row)}"
        flag = f"{place.field}_confirmed"
        if table.field(flag):
            if tables.run(f"SELECT {quote(flag)} FROM raw.{quote(table.name)} {where}")[0][0] != "true":
                reasons.append(f"{place.table}.{place.field} of {place.row} is unconfirmed")
        elif table.layer == "known" and table.field("source_id") and not place.field.endswith("_confirmed"):
            seen = tables.run(f"SELECT seen FROM raw.{quote(table.name)} JOIN raw.sources USING (source_id) {where}")
            if seen and seen[0][0] == "not-seen":
                reasons.append(f"{place.table}.{place.field} of {place.row} rests on a source that was not seen")
        elif place.table == "relations" and tables.run(f"SELECT basis FROM raw.relations {where}")[0][0] == "assumed":
            reasons.append(f"the relation {place.row} is assumed")
    return "; ".join(dict.fromkeys(reasons)) or None


def _printed(tables: Tables, place: Place) -> str | None:
    """Return the words printed in the row of a place, a title before its name."""
    table = tables.package.tables[place.table]
    names = sorted((f.name for f in table.fields if f.printed), key=lambda name: name != "title_printed")
    if not names:
        return None
    cells = tables.run(f"SELECT {', '.join(map(quote, names))} FROM raw.{quote(table.name)} WHERE {quote(table.key[0])} = {literal(place.row)}")[0]
    return " ".join(cell for cell in cells if cell) or None


def source_titles(tables: Tables, findings: Iterable[Finding]) -> dict[tuple[str, str], str]:
    """Return the title of the source behind each row of the reference that a finding rests on."""
    titles: dict[tuple[str, str], str] = {}
    for finding in findings:
        for place in finding.places:
            table = tables.package.tables[place.table]
            if table.layer == "known" and table.field("source_id") and (place.table, place.row) not in titles:
                found = tables.run(f"SELECT s.title FROM {quote(table.name)} t JOIN sources s USING (source_id) WHERE t.{quote(table.key[0])} = {literal(place.row)}")
                if found:
                    titles[place.table, place.row] = found[0][0]
    return titles
