"""What was read, as rows of the tables of data/known, in the order of their keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corrigenda.collections.keys import slug
from corrigenda.collections.staging import Staging
from corrigenda.values.edtf import parse_edtf

Cells = dict[str, str]
Rows = Iterator[Cells]
_NOBODY = "a term of a person or an office that is not in the file was left out"
_PLANNED = "a last day that comes after the day up to which the file is known was read as a plan: the term is open"
_REVERSED = "a term that ends before it starts was left out"
_TWICE = "a term that is in the file twice was read once"
MADE = "This form was made from the full title; nobody has confirmed it."
ASSUMED = "Whether one person holds it at a time was not stated."


@dataclass(frozen=True)
class Origin:
    """Say where the rows come from: the row of the table sources; `is_stated` where somebody has given the day of the file."""

    source_id: str
    title: str
    known_until: str
    licence: str | None = None
    url: str | None = None
    publisher: str | None = None
    is_stated: bool = False


def make_rows(staging: Staging, origin: Origin, find_actor: Callable[[str], str | None], kinds: frozenset[str]) -> dict[str, Rows]:
    """Return the rows of each table, cells by field; a missing field is empty.

    `find_actor` gives the key of an actor by a name that an event or a figure prints.
    """
    return {
        "sources": _sources(staging, origin),
        "actors": _actors(staging, origin),
        "offices": _offices(staging, origin),
        "names": _names(staging, origin),
        "tenures": _tenures(staging, origin),
        "milestones": _milestones(staging, origin, find_actor, kinds),
        "participants": _participants(staging, origin, find_actor, kinds),
        "figures": _figures(staging, origin, find_actor),
    }


def _sources(staging: Staging, origin: Origin) -> Rows:
    own = {
        "source_id": origin.source_id,
        "title": origin.title,
        "publisher": origin.publisher or "",
        "known_until": origin.known_until,
        "url": origin.url or "",
        "licence": origin.licence or "",
        "seen": "page",
    }
    named = staging.rows("SELECT DISTINCT source FROM terms WHERE source IS NOT NULL")
    others = [{**own, "source_id": _source_key(origin, text or ""), "title": (text or "")[:200], "url": ""} for (text,) in named]
    yield from sorted({row["source_id"]: row for row in [own, *others]}.values(), key=lambda row: row["source_id"])


def _source_key(origin: Origin, text: str) -> str:
    return f"{origin.source_id}/{slug(text)}"


def _actors(staging: Staging, origin: Origin) -> Rows:
    states = {str(row[0]) for row in staging.rows("SELECT DISTINCT state FROM offices WHERE state IS NOT NULL")}
    found = staging.rows(
        "SELECT key, label, kind, born, died FROM (SELECT *, row_number() OVER (PARTITION BY key ORDER BY id) AS place FROM actors) "
        "WHERE place = 1 ORDER BY key"
    )
    rows = (
        {
            "actor_id": key or "",
            "label": label or "",
            "kind": kind or "",
            "existed_from": born or "",
            "existed_to": died or "",
            "existed_from_confirmed": "false",
            "existed_to_confirmed": "false",
            "source_id": origin.source_id,
        }
        for key, label, kind, born, died in found
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
    for key, actor, office, name, language, rank, is_made in staging.rows("SELECT * FROM names ORDER BY key"):
        yield {
            "name_id": key or "",
            "actor_id": actor or "",
            "office_id": office or "",
            "name": name or "",
            "language": language or "",
            "rank": rank or "",
            "name_confirmed": "false",
            "used_from_confirmed": "false",
            "used_to_confirmed": "false",
            "superseded_confirmed": "false",
            "source_id": origin.source_id,
            "note": MADE if is_made else "",
        }


def _tenures(staging: Staging, origin: Origin) -> Rows:
    """Number the terms of a person in an office by the year of their start, so that a later term leaves earlier keys alone."""
    sql = """
        SELECT o.key || '/' || replace(a.key, '/', '-') AS pair, a.key, o.key, t.start, t."end", t.end_state, t.as_of, t.acting, t.source,
            t.confirmed
        FROM terms AS t LEFT JOIN actors AS a ON a.id = t.person LEFT JOIN offices AS o ON o.id = t.office
        ORDER BY pair, t.start, t."end", t.end_state"""
    waiting: list[Cells] = []
    before: tuple[str | None, ...] = ()
    pair_before = None
    for pair, actor, office, start, end, state, as_of, acting, source, confirmed in staging.rows(sql):
        place = f"{actor or 'a person'} as {office or 'an office'} from {start or 'an unknown day'}"
        if pair is None:
            staging.reading.lose(_NOBODY, place)
            continue
        if (pair, start, end, state) == before:
            staging.reading.change(_TWICE, place)
            continue
        before = (pair, start, end, state)
        if pair != pair_before:
            yield from sorted(waiting, key=lambda row: row["tenure_id"])
            waiting, pair_before = [], pair
        row = _term(staging, origin, place, start, end, state or "unknown", as_of)
        if row is None:
            continue
        year = (start or "undated")[:4].replace("X", "0") if start and start[:1].isdigit() else "undated"
        taken = {one["tenure_id"] for one in waiting}
        number = next(n for n in range(1, 10_000) if f"{pair}/{year}{f'-{n}' if n > 1 else ''}" not in taken)
        row |= {
            "tenure_id": f"{pair}/{year}{f'-{number}' if number > 1 else ''}",
            "actor_id": actor or "",
            "office_id": office or "",
            "acting": "true" if acting else "false",
            "start_confirmed": "true" if confirmed and start else "false",
            "end_confirmed": "true" if confirmed and row["end_state"] == "closed" else "false",
            "source_id": _source_key(origin, source) if source else origin.source_id,
        }
        waiting.append(row)
    yield from sorted(waiting, key=lambda row: row["tenure_id"])


def _term(staging: Staging, origin: Origin, place: str, start: str | None, end: str | None, state: str, as_of: str | None) -> Cells | None:
    """Settle when a term ends, given the day up to which it is known."""
    # A file cannot know more than its day allows, whatever a row in it says.
    if as_of and origin.is_stated and (parse_edtf(as_of).last or 0) > (parse_edtf(origin.known_until).last or 0):
        as_of = origin.known_until
    known = as_of or origin.known_until
    limit = parse_edtf(known).last or 0
    note = ""
    if end and (parse_edtf(end).first or 0) > limit:
        staging.reading.change(_PLANNED, place)
        note = f"The source gives {end} as the last day, which comes after the day up to which it is known."
        end, state = None, "open"
    first = parse_edtf(start).first if start else None
    last = parse_edtf(end).last if end else None
    if first is not None and last is not None and last < first:
        staging.reading.lose(_REVERSED, place)
        return None
    if state == "open" and first is not None and first > limit:
        # A term that begins after the day up to which the file is known is a plan as a whole.
        staging.reading.lose("a term that starts after the day up to which the file is known was left out", place)
        return None
    return {
        "start": start or "",
        "end": end or "",
        "end_state": state,
        "as_of": known if state == "open" or as_of else "",
        "note": note,
    }


def _milestones(staging: Staging, origin: Origin, find_actor: Callable[[str], str | None], kinds: frozenset[str]) -> Rows:
    for key, label, kind, day, about, known in staging.rows("SELECT * FROM events ORDER BY key"):
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
            "day_confirmed": "false",
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
    for key, label, measure, about, extent, amount, currency, unit, day, known in staging.rows("SELECT * FROM figures ORDER BY key"):
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
            "amount_confirmed": "false",
            "known_from_confirmed": "false",
            "source_id": origin.source_id,
        }
