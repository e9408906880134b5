"""What a title or a term means, judged by looking at every day and every completion: slow, and without a line of the views."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

from hypothesis import strategies as st

START, DAYS, FAR = date(2023, 12, 1), 130, date(2030, 1, 1)
Reading = list[date]


CALENDAR = [(date(2022, 1, 1) + timedelta(days=offset)) for offset in range(1461)]


@cache
def meaning(text: str) -> Reading:
    """Return the days that a text of one of three precisions can mean, by looking at every day."""
    return [day for day in CALENDAR if day.isoformat().startswith(text)]


days = st.integers(0, DAYS).map(lambda offset: START + timedelta(days=offset))
texts = st.builds(lambda day, width: day.isoformat()[:width], days, st.sampled_from([4, *[7] * 4, *[10] * 8]))


@st.composite
def terms(draw: st.DrawFn) -> dict[str, Any]:
    """Draw one term: closed, or open with a day up to which it is known; one completion at least makes sense."""
    start, end = draw(texts), draw(texts)
    kind = draw(st.sampled_from(["closed", "closed", "open", "unknown"]))
    if min(meaning(start)) > max(meaning(end)):
        start, end = end, start
    known = draw(days.map(date.isoformat))
    as_of = max(known, min(meaning(start)).isoformat()) if kind == "open" else None
    return {"start": start, "end": end if kind == "closed" else None, "end_state": kind, "as_of": as_of}


def spans(term: dict[str, Any]) -> list[tuple[date, date]]:
    """Return for every first day of a term its nearest and its farthest last day; an end that nobody knows can be far away."""
    found = []
    for start in meaning(term["start"]):
        ends = meaning(term["end"]) if term["end"] else [date.fromisoformat(term["as_of"] or start.isoformat()), FAR]
        after = [end for end in ends if end >= start]
        if after and (term["end"] or after[0] < FAR or not term["as_of"]):
            found += [(start, after[0]), (start, after[-1])]
    return found


def naive_office(event: str, held: list[dict[str, Any]]) -> str:
    """Judge a title day by day: whether each day of the event fits under all, some or no completions of the terms."""
    completions = [spans(term) for term in held]
    if not any(start <= day <= end for day in meaning(event) for listed in completions for start, end in listed):
        return "certain"
    if all(any(all(start <= day <= end for start, end in listed) for listed in completions) for day in meaning(event)):
        return "consistent"
    went_on = [[span for span in listed if term["end"] or span[1] == FAR] for term, listed in zip(held, completions, strict=True)]
    if all(any(all(start <= day <= end for start, end in listed) for listed in went_on) for day in meaning(event)):
        return "undecided"
    return "possible"


def naive_overlap(one: dict[str, Any], other: dict[str, Any]) -> str:
    """Judge two closed terms by every completion: whether each starts before the other ends."""
    if one["end"] == other["start"] or other["end"] == one["start"]:
        return "consistent"
    flags = {a < d and c < b for a, b in spans(one) for c, d in spans(other)}
    return "certain" if flags == {True} else "possible" if True in flags else "consistent"
