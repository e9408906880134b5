"""The rule of titles and terms on tens of thousands of real terms, beside a procedure that looks at every day.

The terms are not part of this project: `../shared/reference/tenures-32k.csv` lies beside the checkout
(or in the folder that CORRIGENDA_SHARED names). One of SLICES slices of the people is looked at;
CORRIGENDA_ALL_TERMS=1 looks at all of them.
"""

from __future__ import annotations

import csv
import os
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any
from zlib import crc32

import pytest
from conftest import SHARED
from empty_engine import Engine

from corrigenda import catalogue

FILE = SHARED / "reference" / "tenures-32k.csv"
SLICES = 20
LOOKED_AT = range(SLICES) if os.environ.get("CORRIGENDA_ALL_TERMS") else range(1)
WIDTHS = {"day": 10, "month": 7, "year": 4}
# No day that is asked about comes after FAR: an end that nobody knows can be as late as that.
BEGIN, FAR = date(1700, 1, 1).toordinal(), date(2060, 12, 31).toordinal()
RULE = catalogue()["office-outside-tenure"]

Term = dict[str, str]
Held = dict[tuple[str, str], list[Term]]

needs_terms = pytest.mark.skipif(
    not FILE.is_file(), reason="the real terms are not published: ../shared/reference/tenures-32k.csv is not here"
)


@cache
def meaning(text: str) -> tuple[int, ...]:
    """Return every day that a year, a month or a day can mean, by looking at every day of the year."""
    start = date(int(text[:4]), 1, 1).toordinal()
    return tuple(day for day in range(start, start + 366) if date.fromordinal(day).isoformat().startswith(text))


def days(first: int, last: int, begin: int = BEGIN) -> int:
    """Return a set of days as an integer with a bit for each day from `begin` on."""
    return ((1 << (last - first + 1)) - 1) << (first - begin)


def last_days(term: Term, first: int) -> list[int]:
    """Return every last day that a term of this first day can have; where nobody knows it, the nearest and the farthest.

    An open term holds on the day up to which it is known, so that it cannot start later.
    """
    known = meaning(term["end"] or term["as_of"]) if term["end_state"] != "unknown" else (first,)
    ends = [last for last in known if last >= first]
    return ends if term["end"] or not ends else [*ends, FAR]


def completions(term: Term, *, every: bool) -> Iterator[tuple[int, int]]:
    """Give first and last day of every completion of a term, or for each first day its nearest and its farthest last day."""
    for first in meaning(term["start"]):
        ends = last_days(term, first)
        yield from ((first, last) for last in (ends if every or not ends else {min(ends), max(ends)}))


def held(term: Term, *, every: bool = False) -> tuple[int, int, int]:
    """Return the days on which a term possibly and surely holds, and on which it surely does if an end that nobody knows is far away."""
    spans = list(completions(term, every=every))
    if not spans:
        # A term that ends before it starts tells nothing.
        return days(BEGIN, FAR), 0, days(BEGIN, FAR)
    begin = min(first for first, _ in spans)
    may, sure, far = 0, -1, -1
    for first, last in spans:
        span = days(first, last, begin)
        may |= span
        sure &= span
        far &= span if term["end"] else days(first, FAR, begin)
    return may << (begin - BEGIN), sure << (begin - BEGIN), far << (begin - BEGIN)


def after_the_list(terms: list[Term]) -> list[tuple[int, int, int]]:
    """Return the days after the last one up to which all terms are known, of which nothing is known; none where an end is open."""
    known = [meaning(term["as_of"])[0] for term in terms if term["as_of"]]
    if not known or any(held(term)[0] & days(FAR, FAR) for term in terms):
        return []
    beyond = days(max(known) + 1, FAR)
    return [(beyond, 0, beyond)]


@cache
def asked_days(event: str) -> int:
    """Return the days that an event can mean as a set, each looked at by itself."""
    begin = meaning(event)[0]
    return sum(days(day, day, begin) for day in meaning(event)) << (begin - BEGIN)


def judge(event: str, terms: list[tuple[int, int, int]]) -> str:
    """Judge a title by every day that its event can mean."""
    asked = asked_days(event)
    may, sure, far = 0, 0, 0
    for term in terms:
        may, sure, far = may | term[0], sure | term[1], far | term[2]
    if not asked & may:
        return "certain"
    return "consistent" if not asked & ~sure else "undecided" if not asked & ~far else "possible"


def read(part: int, width: int) -> Held:
    """Read the terms of a slice of the people, by person and office, no more precise than asked."""
    found: Held = {}
    with FILE.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if crc32(row["person_id"].encode()) % SLICES == part:
                state = {"incumbent": "open"}.get(row["end_state"], row["end_state"])
                term = {"start": row["start"][:width], "end": row["end"][:width], "as_of": row["as_of"], "end_state": state}
                found.setdefault((row["person_id"], row["office_id"]), []).append(term)
    return found


def draw(terms: list[Term]) -> Iterator[tuple[str, int]]:
    """Give days worth a question, each with what it is: within, at the edges of, beside and between terms, and far from all of them."""
    ends = []
    for term in terms:
        first, last = meaning(term["start"])[0], meaning(term["start"])[-1]
        yield from (("first day", first), ("first day", last), ("day before", first - 1), ("day after the first", last + 1))
        if term["end"]:
            nearest, farthest = meaning(term["end"])[0], meaning(term["end"])[-1]
            ends.append((first, farthest))
            inside = first + crc32(term["start"].encode()) % max(1, nearest - first + 1)
            yield from (
                ("last day", nearest),
                ("last day", farthest),
                ("day after", farthest + 1),
                ("day before the last", nearest - 1),
                ("inside", inside),
            )
        elif term["end_state"] == "open":
            known = meaning(term["as_of"])[0]
            yield from (("known to", known + more) for more in (-400, -1, 0, 1, 400))
        else:
            yield from (("end unknown", last + more) for more in (1, 400, 8000))
    ends.sort()
    yield from (("gap", (last + first) // 2) for (_, last), (first, _) in pairwise(ends) if first > last + 1)
    yield from (("far", first - 1000) for first, _ in ends[:1])
    yield from (("far", last + 1000) for _, last in ends[-1:])


def questions(terms: list[Term]) -> dict[str, str]:
    """Return every event that is asked about, as printed with a day, a month or a year, and what it is."""
    return {
        date.fromordinal(day).isoformat()[:width]: what for what, day in draw(terms) for width in WIDTHS.values() if BEGIN <= day <= FAR
    }


def ask(held_by: Held) -> dict[tuple[str, str, str], str]:
    """Return what the rule says of each title in each event that is worth a question, built straight into tables."""
    engine = Engine()
    asked = [(person, office, text) for (person, office), terms in held_by.items() for text in questions(terms)]
    listed = [(person, office, term) for (person, office), terms in held_by.items() for term in terms]
    texts = {text for *_, text in asked} | {term[name] for *_, term in listed for name in ("start", "end", "as_of") if term[name]}
    rows: dict[str, list[dict[str, Any]]] = {
        "edtf": [{"text": text, "first_day": meaning(text)[0], "last_day": meaning(text)[-1], "has_year": True} for text in sorted(texts)],
        "tenures": [
            {"tenure_id": f"t{n}", "actor_id": person, "office_id": office} | {name: cell or None for name, cell in term.items()}
            for n, (person, office, term) in enumerate(listed)
        ],
        "actors": [{"actor_id": person, "label": person} for person in sorted({person for person, _ in held_by})],
        "offices": [{"office_id": office, "label": office, "holders": "several"} for office in sorted({office for _, office in held_by})],
        "articles": [{"article_id": "a"}],
        "passages": [{"passage_id": "p", "article_id": "a"}],
        "claims": [{"claim_id": "c", "passage_id": "p", "polarity": "affirmed"}],
        "kinds": [{"kind_id": "k", "needs_office": True}],
        "events": [
            {"event_id": f"e{n}", "article_id": "a", "claim_id": "c", "kind_id": "k", "tense": "unstated"} for n in range(len(asked))
        ],
        "dates": [{"date_id": f"d{n}", "event_id": f"e{n}", "kind": "date", "edtf": text} for n, (*_, text) in enumerate(asked)],
        "mentions": [
            {"mention_id": f"m{n}", "claim_id": "c", "event_id": f"e{n}", "actor_id": person, "office_id": office, "form": "name"}
            for n, (person, office, _) in enumerate(asked)
        ],
    }
    for table, cells in rows.items():
        engine.add(table, cells)
    found = {row["mention_id"]: row["verdict"] for row in engine.query(RULE.sql)}
    engine.connection.close()
    return {question: found.get(f"m{n}", "consistent") for n, question in enumerate(asked)}


def compare(held_by: Held) -> Counter[tuple[str, str]]:
    """Hold what the rule says beside the look at every day; return how often each verdict was given on what."""
    told = ask(held_by)
    days_held = {key: [*map(held, terms), *after_the_list(terms)] for key, terms in held_by.items()}
    slow = {(person, office, text): judge(text, days_held[person, office]) for person, office, text in told}
    unlike = [(key, told[key], slow[key], held_by[key[:2]]) for key in told if told[key] != slow[key]]
    assert unlike == [], f"{len(unlike)} of {len(told)} differ"
    return Counter((verdict, questions(held_by[key[:2]])[key[2]]) for key, verdict in told.items())


@needs_terms
@pytest.mark.parametrize("precision", WIDTHS)
@pytest.mark.parametrize("part", LOOKED_AT)
def test_the_rule_is_exact_on_real_terms(precision: str, part: int) -> None:
    counts = compare(read(part, WIDTHS[precision]))
    assert {verdict for verdict, _ in counts} == {"certain", "possible", "consistent", "undecided"}
    assert {what for _, what in counts} >= {"gap", "far", "inside", "known to", "end unknown", "day before", "day after"}
    assert counts.total() > 10_000


@needs_terms
def test_terms_with_start_and_end_swapped_tell_nothing() -> None:
    swapped = {
        key: [term | {"start": term["end"], "end": term["start"]} if term["end"] else term for term in terms]
        for key, terms in read(SLICES - 1, 10).items()
    }
    assert any(term["end"] and term["end"] < term["start"] for terms in swapped.values() for term in terms)
    compare(swapped)


@needs_terms
@pytest.mark.parametrize("precision", WIDTHS)
def test_nearest_and_farthest_last_days_say_what_every_completion_says(precision: str) -> None:
    terms = [term for listed in read(1, WIDTHS[precision]).values() for term in listed][:: 200 if precision == "year" else 20]
    assert all(held(term) == held(term, every=True) for term in terms)


def test_the_look_at_every_day_is_right() -> None:
    term = {"start": "2023-12", "end": "2024-02", "end_state": "closed", "as_of": "2025-01-01"}
    assert judge("2024-01", [held(term)]) == "consistent"
    assert judge("2024", [held(term)]) == "possible"
    assert judge("2023-11-30", [held(term)]) == "certain"
    unknown = term | {"end": "", "end_state": "unknown"}
    assert judge("2024-06", [held(unknown)]) == "undecided"
    assert judge("2023-12", [held(unknown)]) == "possible"
    assert judge("2024-06", [held(unknown | {"end_state": "open"})]) == "consistent"
    assert judge("2025", [held(unknown | {"end_state": "open"})]) == "undecided"
    assert judge("2025-12", [held(unknown | {"start": "2025", "end_state": "open", "as_of": "2025-08-18"})]) == "undecided"
    assert judge("2023", [held(term | {"start": "2024-03", "end": "2024-02"})]) == "undecided"
