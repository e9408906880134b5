"""The ties of a collection as rows of ties, and what the file says it has all of as rows of completeness."""

from __future__ import annotations

from collections.abc import Callable

from corrigenda.collections.keys import slug
from corrigenda.collections.origin import Origin, Rows, source_key
from corrigenda.collections.staging import Staging
from corrigenda.collections.terms import is_end_said, settle_end

_NOBODY = "a tie of which one side is no actor, or the name of several, was left out"
_TWICE = "a tie that is in the file twice was read once"
_MAKE = """
    CREATE TABLE resolved (key TEXT, actor TEXT, relation TEXT, other TEXT, place TEXT, start TEXT, "end" TEXT, end_state TEXT, as_of TEXT,
        source TEXT, confirmed INTEGER, complete_since TEXT, other_complete_since TEXT)"""
_READ = """
    SELECT coalesce(a.key, ''), tie.actor_name, tie.relation, coalesce(o.key, ''), tie.other_name, tie.start, tie."end", tie.end_state,
        tie.as_of, tie.source, tie.confirmed, tie.complete_since, tie.other_complete_since
    FROM ties AS tie LEFT JOIN actors AS a ON a.id = tie.actor LEFT JOIN actors AS o ON o.id = tie.other"""


def resolve_ties(staging: Staging, find_actor: Callable[[str], str | None], kinds: frozenset[str]) -> None:
    """Find who is on each side of each tie, and give it a key: actor, kind, the other side, and the year of a start that is known."""
    staging.database.execute(_MAKE)
    for own, actor_name, relation, its, other_name, start, *rest in staging.rows(_READ):
        place = f"{actor_name} {relation} {other_name}"
        if relation not in kinds:
            reason = f"a tie of the kind '{(relation or '')[:30]}', which the table tie_kinds does not have, was left out"
            staging.reading.lose(reason, place)
            continue
        actor, other = own or find_actor(actor_name or ""), its or find_actor(other_name or "")
        if not actor or not other:
            staging.reading.lose(_NOBODY, place)
            continue
        year = f"-{start[:4]}" if start and start[:4].isdigit() else ""
        key = f"{actor}/{slug(relation)}/{other.replace('/', '-')}{year}"
        cells = (key, actor, relation, other, place, start, *rest)
        staging.database.execute("INSERT INTO resolved VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", cells)


def make_ties(staging: Staging, origin: Origin) -> Rows:
    """Yield the rows of ties; one that is there twice is read once."""
    columns = 'key, actor, relation, other, place, start, "end", end_state, as_of, source, confirmed'
    before = None
    for key, actor, relation, other, place, start, end, state, as_of, source, confirmed in staging.rows(
        f'SELECT {columns} FROM resolved ORDER BY key, start, "end"'
    ):
        if key == before:
            staging.reading.change(_TWICE, place or "")
            continue
        before = key
        row = settle_end(staging, origin, place or "", start, end, state or "unknown", as_of)
        if row is not None:
            yield row | {
                "tie_id": key or "",
                "actor_id": actor or "",
                "relation": relation or "",
                "other_id": other or "",
                "other_id_confirmed": "true" if confirmed else "false",
                "start_confirmed": "true" if confirmed and start else "false",
                "end_confirmed": "true" if confirmed and is_end_said(row["end_state"], state) else "false",
                "source_id": source_key(origin, source) if source else origin.source_id,
            }


def make_completeness(staging: Staging, origin: Origin) -> Rows:
    """Yield for whom the file has all ties of a kind, and since when; it has them up to the day up to which it is known."""
    sql = """
        SELECT actor || '/' || relation AS key, relation, actor, max(since), min(confirmed) FROM (
            SELECT actor, relation, complete_since AS since, confirmed FROM resolved WHERE complete_since IS NOT NULL
            UNION ALL
            SELECT other, relation, other_complete_since, confirmed FROM resolved WHERE other_complete_since IS NOT NULL
        ) GROUP BY key, relation, actor ORDER BY key"""
    for key, relation, actor, since, confirmed in staging.rows(sql):
        yield {
            "completeness_id": key or "",
            "relation": relation or "",
            "actor_id": actor or "",
            "since": since or "",
            "until": origin.known_until,
            "until_confirmed": "true" if confirmed else "false",
            "source_id": origin.source_id,
        }
