"""What the reference offers an article: milestones that an event can be, computed and never linked by hand, and who held an office."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from corrigenda.timeline.network.solver import Bounds, Either, Statement, Within, events_of
from corrigenda.values.edtf import EARLIEST, LATEST
from corrigenda.values.spoken_dates import say_date, say_day
from corrigenda.values.wording import name_event

Query = Callable[[str], list[dict[str, Any]]]
# What giving up a milestone costs: it is only taken for granted that the event is this one.
_COST = 1


@dataclass(frozen=True)
class Candidate:
    """Hold one milestone for one event: its first and last day, since when it was known, and the event of writing.

    It `is_settled` where its day and the day from which it was known are confirmed, and `is_known` where that was
    before the article can have been written and the printed date of the event allows it.
    """

    first: int
    last: int
    known: int
    writing: str
    label: str
    milestone: str = ""
    is_settled: bool = False
    is_known: bool = False


@dataclass(frozen=True)
class Holder:
    """Hold one person's term in an office: who, and its first and last possible day."""

    actor: str
    label: str
    first: int
    last: int

    def __str__(self) -> str:
        start = f"from {say_day(self.first)}" if self.first > EARLIEST else ""
        end = f"until {say_day(self.last)}" if self.last < LATEST else ""
        return f"{self.label} ({' '.join(filter(None, (start, end))) or 'without known days'})"


class Reference:
    """Read what is asked for, and only when it is asked for."""

    def __init__(self, query: Query) -> None:
        self._query = query

    @cached_property
    def candidates(self) -> dict[str, list[Candidate]]:
        """Return the candidates of every event: the same kind or a narrower one, the same thing, and all its people took part."""
        sql = """
            SELECT ev.event_id, e.first_day, e.last_day, k.first_day AS known, w.event_id AS writing,
                m.label, m.day, m.milestone_id,
                coalesce(m.day_confirmed AND m.known_from_confirmed, FALSE) AS is_settled,
                coalesce(k.last_day <= d.first_day, FALSE)
                    AND coalesce(e.first_day <= p.last_day, TRUE) AND coalesce(p.first_day <= e.last_day, TRUE) AS is_known
            FROM events AS ev
            JOIN events AS w ON w.article_id = ev.article_id AND w.kind_id = 'writing'
            JOIN writing_days AS d ON d.article_id = ev.article_id
            LEFT JOIN stated_days AS p ON p.event_id = ev.event_id
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
        found: dict[str, list[Candidate]] = {}
        for row in self._query(sql):
            key, known = row["milestone_id"], row["known"] or EARLIEST
            days = row["first_day"], row["last_day"], known
            label = f"{name_event(row['label'])} ({say_date(row['day'])})"
            candidate = Candidate(*days, row["writing"], label, key, row["is_settled"], row["is_known"])
            found.setdefault(row["event_id"], []).append(candidate)
        return found

    def milestones(self, statements: Iterable[Statement], assumed: Iterable[str] = ()) -> Iterator[Statement]:
        """Yield that an event is a milestone: the only one that it can be, where that is settled, or one that is assumed by key.

        The only candidate is taken for granted where its day is confirmed, it was known before the article can have been
        written, and the printed date of the event allows it; where that date does not, it is another event or a
        finding of the rules on events, and no evidence here.
        """
        events = dict.fromkeys(event for s in statements for event in events_of(s.constraint))
        wanted = set(assumed)
        for event in events:
            found = self.candidates.get(event, [])
            asked = [c for c in found if c.milestone in wanted]
            for candidate in asked or [c for c in found if len(found) == 1 and c.is_settled and c.is_known]:
                text = f"the known event {candidate.label} is meant{'' if asked else ' (taken for granted)'}"
                within = Within(event, ((candidate.first, candidate.last),))
                cells = (("milestones", candidate.milestone, "day"),)
                yield Statement(f"{event}.milestone.{candidate.milestone}", within, "assumed", _COST, text, cells, "milestone")

    @cached_property
    def _holders(self) -> dict[str, list[Holder]]:
        sql = """
            SELECT DISTINCT t.mention_id, n.actor_id, a.label, n.start_first, n.end_last
            FROM titles AS t
            JOIN office_terms AS n ON n.office_id = t.office_id AND n.actor_id <> t.actor_id
            JOIN actors AS a ON a.actor_id = n.actor_id
            ORDER BY t.mention_id, n.start_first, n.actor_id"""
        found: dict[str, list[Holder]] = {}
        for row in self._query(sql):
            holder = Holder(row["actor_id"], row["label"], row["start_first"], row["end_last"])
            found.setdefault(row["mention_id"], []).append(holder)
        return found

    def holders(self, title: Statement, left: Bounds) -> tuple[Holder, ...]:
        """Return who else held the office of a title on the days left for the event to which the title belongs."""
        constraint = title.constraint.options[0] if isinstance(title.constraint, Either) else title.constraint
        if not isinstance(constraint, Within) or title.part != "title":
            return ()
        first, last = left.get(constraint.event, (EARLIEST, LATEST))
        return tuple(h for h in self._holders.get(title.row, ()) if max(h.first, first) <= min(h.last, last))


def doubt_days(candidates: Sequence[Candidate], days: tuple[int, int], left: Bounds) -> str | None:
    """Say that none of the candidates is on the days left for an event; None where one is, or there is none.

    What became known only after the article can have been written is no candidate.
    """
    first, last = days
    known = known_by(candidates, left)
    if not known or any(c.first <= last and first <= c.last for c in known):
        return None
    nearest = min(known, key=lambda c: max(first - c.last, c.first - last))
    return f"no known event of that kind is on the days that this leaves; the nearest is {nearest.label}"


def known_by(candidates: Iterable[Candidate], left: Bounds) -> list[Candidate]:
    """Return the candidates that can have been known when the article was written."""
    return [c for c in candidates if c.known <= left.get(c.writing, (EARLIEST, LATEST))[1]]
