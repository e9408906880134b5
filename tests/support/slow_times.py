"""Tenses, orders, lifetimes and markers judged by looking at every day: slow, and without a line of the views."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from slow_procedures import FAR, meaning, spans

DAY = timedelta(days=1)


def naive_order(relation: str, event: str, other: str) -> str:
    """Judge an order by every pair of days; a day apart may be another time zone."""

    def fits(slack: timedelta) -> bool:
        pairs = ((a, b) for a in meaning(event) for b in meaning(other))
        if relation in ("before", "not-after"):
            return any(a <= b + slack for a, b in pairs)
        if relation == "after":
            return any(b <= a + slack for a, b in pairs)
        return any(abs(a - b) <= slack for a, b in pairs)

    return "consistent" if fits(0 * DAY) else "possible" if fits(DAY) else "certain"


def naive_tense(tense: str, text: str, told: Sequence[str], published: str | None) -> str:
    """Judge a tense by every day of the event and of writing, given the texts of all others told as past or present.

    Without a day of publication the writing can be as late as one likes, so that nothing but a clash can be told of
    what is to come, and what is over is known to be so by a later thing alone. What is told as over and is dated after the publication
    says nothing of the writing: it is what does not fit.
    """
    firsts = [meaning(other)[0] for other in told]
    since = max((first for first in firsts if not published or first <= meaning(published)[-1]), default=None)
    writing = [day for day in meaning(published) if since is None or day >= since] or meaning(published) if published else []
    if not published and since:
        writing = [since, FAR]
    days = meaning(text)

    def fits(slack: timedelta) -> bool:
        if tense == "future":
            return any(day >= written - slack for day in days for written in writing)
        return any(day <= written + slack for day in days for written in writing)

    if writing and not fits(0 * DAY):
        return "possible" if fits(DAY) else "certain"
    if tense == "present" and writing and not any(day + DAY >= written for day in days for written in writing):
        return "possible"
    if published or (tense != "future" and since and days[0] <= since):
        return "consistent"
    return "undecided"


def naive_lifetime(text: str, since: str | None, until: str | None) -> str:
    """Judge a part in an event by every completion of birth and death."""
    lives = [(a, b) for a in (meaning(since) if since else [date.min]) for b in (meaning(until) if until else [date.max]) if a <= b]
    flags = {all(a <= day <= b for a, b in lives) for day in meaning(text)}
    if not any(a <= day <= b for day in meaning(text) for a, b in lives):
        return "certain"
    return "consistent" if flags == {True} else "possible"


def naive_former(published: str, held: list[dict[str, Any]]) -> str:
    """Judge "former" at the time of writing: certain, consistent, or anything between (None of the two)."""
    days = meaning(published)
    completions = [(term, spans(term)) for term in held]

    def holds(term: dict[str, Any], day: date, span: tuple[date, date]) -> bool:
        return span[0] < day < span[1] or (term["end_state"] == "open" and span[0] < day <= span[1])

    if all(start > max(days) for _, listed in completions for start, _ in listed):
        return "certain"
    if any(all(holds(term, day, span) for day in days for span in listed) for term, listed in completions):
        return "certain"
    if not any(span[0] < days[-1] and days[0] < span[1] for _, listed in completions for span in listed):
        return "consistent"
    return "between"
