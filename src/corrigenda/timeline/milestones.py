"""Milestones that an event of an article can be, computed from what they are and never linked by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from corrigenda.timeline.solver import Bounds
from corrigenda.values.edtf import LATEST


@dataclass(frozen=True)
class Candidate:
    """Hold one milestone for one event: its first and last day, since when it was known, and the event of writing."""

    first: int
    last: int
    known: int
    writing: str
    label: str


Candidates = dict[str, list[Candidate]]


def read_candidates(query: Callable[[str], list[dict[str, Any]]]) -> Candidates:
    """Return the candidates of every event: the same kind or a narrower one, the same thing, and all its people took part."""
    sql = """
        SELECT ev.event_id, e.first_day, e.last_day, k.first_day AS known, w.event_id AS writing, concat(m.label, ' (', m.day, ')') AS label
        FROM events AS ev
        JOIN events AS w ON w.article_id = ev.article_id AND w.kind_id = 'writing'
        JOIN kind_scope AS s ON s.kind_id = ev.kind_id
        JOIN milestones AS m ON m.kind_id = s.counts_id AND m.about = ev.about
        JOIN edtf AS e ON e.text = m.day
        JOIN edtf AS k ON k.text = m.known_from
        WHERE e.first_day IS NOT NULL AND e.last_day IS NOT NULL
            AND EXISTS (SELECT 1 FROM mentions AS n WHERE n.event_id = ev.event_id AND n.part = 'agent')
            AND NOT EXISTS (
                SELECT 1 FROM mentions AS n JOIN actors AS a ON a.actor_id = n.actor_id
                WHERE n.event_id = ev.event_id AND n.part = 'agent' AND a.kind = 'person'
                    AND n.actor_id NOT IN (SELECT p.actor_id FROM participants AS p WHERE p.milestone_id = m.milestone_id))
        ORDER BY ev.event_id, e.first_day, m.milestone_id"""
    found: Candidates = {}
    for row in query(sql):
        candidate = Candidate(row["first_day"], row["last_day"], row["known"] or 1, row["writing"], row["label"])
        found.setdefault(row["event_id"], []).append(candidate)
    return found


def doubt_days(candidates: Sequence[Candidate], days: tuple[int, int], left: Bounds) -> str | None:
    """Say that none of the candidates lies in the days left for an event; None where one does, or there is none.

    What became known only after the article can have been written is no candidate.
    """
    first, last = days
    known = [c for c in candidates if c.known <= left.get(c.writing, (1, LATEST))[1]]
    if not known or any(c.first <= last and first <= c.last for c in known):
        return None
    nearest = min(known, key=lambda c: max(first - c.last, c.first - last))
    return f"no known milestone of that kind lies in the days that this leaves; the nearest is {nearest.label}"
