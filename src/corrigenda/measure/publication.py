"""The published article and reference as worlds in which faults can be planted: read plainly, row by row.

Nobody drew them, so that less is known of them: days come from plain dates alone, and a row stands for a role only
where its own cells say so. Each world has one row in each role, so that what a fault draws belongs together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from corrigenda.measure.world import EVER, NEVER, Days, Row, Rows, Term, World, read_day
from corrigenda.package.package import Package
from corrigenda.package.tables.csv_file import read_rows

# So many worlds are read for faults of the reference alone.
_REFERENCE = 3


def read_worlds(package: Package) -> Iterator[World]:
    """Yield the package as it is, once for each thing in it that a fault could be planted in."""
    rows: Rows = {}
    for table in package.layer("said", "known"):
        key = table.key[0]
        rows[table.name] = {row[key]: {k: v for k, v in row.items() if v and k != key} for row in read_rows(table.file)[1]}
    days, terms = _days(rows), [_term(key, row) for key, row in rows.get("tenures", {}).items()]
    wider = {key: row["broader"] for key, row in rows.get("offices", {}).items() if "broader" in row}
    for number, roles in enumerate([*({} for _ in range(_REFERENCE)), *_roles(rows, days)]):
        shared = {"person": _kind(rows, "person"), "state": _kind(rows, "state"), "body": _kind(rows, "body")}
        yield World(f"planted{number}", rows, days, (NEVER, EVER), terms, wider, defaultdict(list, {**shared, **roles}))


def _kind(rows: Rows, kind: str) -> list[str]:
    return sorted(key for key, row in rows.get("actors", {}).items() if row["kind"] == kind)


def _term(key: str, row: Row) -> Term:
    """Read a term; what is not a plain date bounds nothing."""
    unknown = (NEVER, EVER)
    end = read_day(row.get("end", "")) or unknown
    if row["end_state"] == "open":
        as_of = read_day(row.get("as_of", ""))
        end = (as_of[0] if as_of else NEVER, EVER)
    return Term(key, row["actor_id"], row["office_id"], read_day(row.get("start", "")) or unknown, end)


def _days(rows: Rows) -> dict[str, Days]:
    """Return the days of each event that has one plain date."""
    dates: dict[str, list[Days | None]] = {}
    for row in rows.get("dates", {}).values():
        if row["kind"] == "date":
            dates.setdefault(row["event_id"], []).append(read_day(row.get("edtf", "")))
    return {event: found[0] for event, found in dates.items() if len(found) == 1 and found[0]}


def _roles(rows: Rows, days: dict[str, Days]) -> Iterator[dict[str, list[str]]]:
    """Yield the roles that single rows stand for."""
    dates = {
        row["event_id"]: key for key, row in sorted(rows.get("dates", {}).items()) if row["kind"] == "date" and row["event_id"] in days
    }
    titled = set()
    for key, row in sorted(rows.get("mentions", {}).items()):
        event = row.get("event_id", "")
        if "office_id" in row and "actor_id" in row and event in days:
            titled.add(event)
            yield {"act-title": [key], "act-date": [dates[event]]}
        elif row["form"] == "name" and " " in row.get("name_printed", ""):
            yield {"named": [key]}
        elif row["form"] == "term":
            yield {"term": [key]}
    yield from ({"date": [key]} for event, key in dates.items() if event not in titled)
    figures = {(row["about"], row["measure"]) for row in rows.get("figures", {}).values()}
    for key, row in sorted(rows.get("sums", {}).items()):
        if "amount" in row and (row.get("about"), row["measure"]) in figures:
            yield {"cost": [key], "figure": [f for f, one in rows["figures"].items() if one["about"] == row["about"]]}
    yield from _source_roles(rows)
    for key, row in sorted(rows.get("claims", {}).items()):
        if row.get("scope_state") and row.get("scope_state") == row.get("scope_of"):
            yield {"home": [key]}
    for key, row in sorted(rows.get("quotations", {}).items()):
        if row["use"] == "speech" and "attribution_id" in row:
            yield {"speech": [key]}


def _source_roles(rows: Rows) -> Iterator[dict[str, list[str]]]:
    """Yield claims that have sources, and named sources that are the only end of a chain."""
    ends: dict[str, list[str]] = {}
    through = {row["via"] for row in rows.get("attributions", {}).values() if "via" in row}
    for key, row in sorted(rows.get("attributions", {}).items()):
        if key not in through:
            ends.setdefault(row["claim_id"], []).append(key)
    for claim, keys in ends.items():
        if rows["claims"][claim]["modality"] == "reported":
            yield {"retold": [claim]}
        row = rows["attributions"][keys[0]]
        if len(keys) == 1 and row["naming"] == "named":
            yield {"end" if "via" in row else "quoted": keys}
