"""What was read, as rows of the tables of data/known, in the order of their keys."""

from __future__ import annotations

from collections.abc import Callable

from corrigenda.collections.origin import Origin, Rows, source_key
from corrigenda.collections.staging import Staging
from corrigenda.collections.terms import make_terms
from corrigenda.collections.ties import make_completeness, make_ties, resolve_ties

MADE = "This form was made from the full title; nobody has confirmed it."
ASSUMED = "Whether one person holds it at a time was not stated."


def make_rows(
    staging: Staging,
    origin: Origin,
    find_actor: Callable[[str], str | None],
    kinds: frozenset[str],
    tie_kinds: frozenset[str],
) -> dict[str, Rows]:
    """Return the rows of each table, cells by field; a missing field is empty.

    `find_actor` gives the key of an actor by a name that an event, a figure or a tie prints.
    """
    resolve_ties(staging, find_actor, tie_kinds)
    return {
        "sources": _sources(staging, origin),
        "actors": _actors(staging, origin),
        "offices": _offices(staging, origin),
        "names": _names(staging, origin),
        "tenures": make_terms(staging, origin),
        "milestones": _milestones(staging, origin, find_actor, kinds),
        "participants": _participants(staging, origin, find_actor, kinds),
        "figures": _figures(staging, origin, find_actor),
        "ties": make_ties(staging, origin),
        "completeness": make_completeness(staging, origin),
    }


def _sources(staging: Staging, origin: Origin) -> Rows:
    own = {
        "source_id": origin.source_id,
        "title": origin.title,
        "publisher": "",
        "known_until": origin.known_until,
        "url": origin.url or "",
        "licence": origin.licence or "",
        "seen": "page",
        "seen_on": origin.seen_on,
    }
    named = staging.rows("SELECT source FROM terms WHERE source IS NOT NULL UNION SELECT source FROM ties WHERE source IS NOT NULL")
    others = [{**own, "source_id": source_key(origin, text or ""), "title": (text or "")[:200], "url": ""} for (text,) in named]
    yield from sorted({row["source_id"]: row for row in [own, *others]}.values(), key=lambda row: row["source_id"])


def _actors(staging: Staging, origin: Origin) -> Rows:
    states = {str(row[0]) for row in staging.rows("SELECT DISTINCT state FROM offices WHERE state IS NOT NULL")}
    found = staging.rows(
        "SELECT key, label, kind, born, died, born_seen, died_seen "
        "FROM (SELECT *, row_number() OVER (PARTITION BY key ORDER BY id) AS place FROM actors) "
        "WHERE place = 1 ORDER BY key"
    )
    rows = (
        {
            "actor_id": key or "",
            "label": label or "",
            "kind": kind or "",
            "existed_from": born or "",
            "existed_to": died or "",
            "existed_from_confirmed": "true" if born_seen else "false",
            "existed_to_confirmed": "true" if died_seen else "false",
            "source_id": origin.source_id,
        }
        for key, label, kind, born, died, born_seen, died_seen in found
    )
    made = (
        {
            "actor_id": state,
            "label": staging.states.get(state, (state.upper() if len(state) <= 3 else state.replace("-", " ").title(),))[0],
            "kind": "state",
            "existed_from_confirmed": "false",
            "existed_to_confirmed": "false",
            "source_id": origin.source_id,
        }
        for state in sorted(states)
    )
    yield from unite(rows, made, "actor_id")


def unite(first: Rows, second: Rows, key: str) -> Rows:
    """Yield two lists of rows in one order; where both have a key, the first is taken."""
    from heapq import merge

    last = None
    for row in merge(first, second, key=lambda row: row[key]):
        if row[key] != last:
            yield row
        last = row[key]


def _offices(staging: Staging, origin: Origin) -> Rows:
    found = staging.rows("SELECT key, min(label), min(state), min(holders) FROM offices GROUP BY key ORDER BY key")
    for key, label, state, holders in found:
        yield {
            "office_id": key or "",
            "label": label or "",
            "state": state or "",
            "holders": holders or "several",
            "existed_from_confirmed": "false",
            "existed_to_confirmed": "false",
            "source_id": origin.source_id,
            "note": "" if holders else ASSUMED,
        }


def _names(staging: Staging, origin: Origin) -> Rows:
    for key, actor, office, name, language, rank, is_made, confirmed in staging.rows("SELECT * FROM names ORDER BY key"):
        yield {
            "name_id": key or "",
            "actor_id": actor or "",
            "office_id": office or "",
            "name": name or "",
            "language": language or "",
            "rank": rank or "",
            "name_confirmed": "true" if confirmed else "false",
            "used_from_confirmed": "false",
            "used_to_confirmed": "false",
            "superseded_confirmed": "false",
            "source_id": origin.source_id,
            "note": MADE if is_made else "",
        }


def _milestones(staging: Staging, origin: Origin, find_actor: Callable[[str], str | None], kinds: frozenset[str]) -> Rows:
    for key, label, kind, day, about, known, confirmed in staging.rows("SELECT * FROM events ORDER BY key"):
        if kind not in kinds:
            staging.reading.lose(
                f"an event of the kind '{(kind or '')[:30]}', which the table kinds does not have, was left out", label or ""
            )
            continue
        subject = find_actor(about) if about else None
        if about and not subject:
            staging.reading.change("what an event is about was left out, because no actor has that name", f"{label}: {about}")
        yield {
            "milestone_id": key or "",
            "label": label or "",
            "kind_id": kind or "",
            "about": subject or "",
            "day": day or "",
            "known_from": known or "",
            "day_confirmed": "true" if confirmed else "false",
            "known_from_confirmed": "false",
            "source_id": origin.source_id,
        }


def _participants(staging: Staging, origin: Origin, find_actor: Callable[[str], str | None], kinds: frozenset[str]) -> Rows:
    sql = "SELECT p.key, p.event, p.name, p.part, e.kind FROM parts AS p JOIN events AS e ON e.key = p.event ORDER BY p.key"
    for key, event, name, part, kind in staging.rows(sql):
        actor = find_actor(name or "")
        if kind in kinds and actor:
            yield {
                "participant_id": key or "",
                "milestone_id": event or "",
                "actor_id": actor,
                "part": part or "",
                "actor_id_confirmed": "false",
                "source_id": origin.source_id,
            }


def _figures(staging: Staging, origin: Origin, find_actor: Callable[[str], str | None]) -> Rows:
    for key, label, measure, about, extent, amount, currency, unit, day, known, confirmed in staging.rows(
        "SELECT * FROM figures ORDER BY key"
    ):
        subject = find_actor(about or "")
        if not subject:
            staging.reading.lose("a figure about something that no actor is called was left out; import it as an actor first", about or "")
            continue
        yield {
            "figure_id": key or "",
            "label": label or "",
            "measure": measure or "",
            "about": subject,
            "extent": extent or "",
            "amount": amount or "",
            "currency": currency or "",
            "unit": unit or "",
            "day": day or "",
            "known_from": known or "",
            "amount_confirmed": "true" if confirmed else "false",
            "known_from_confirmed": "false",
            "source_id": origin.source_id,
        }
