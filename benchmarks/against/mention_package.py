"""A package of titled mentions in dated events, a reference of terms in office, and the keys of the mentions that do not fit."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from corrigenda.package.package import Package, open_package
from corrigenda.package.scaffold import new_package

EVENTS, MENTIONS = 10, 5  # of an article, of an event
SPAN = 1_826  # days of a term; the next holder begins on the last day of the one before
FIRST_DAY = date(1990, 1, 1)
SOURCE = "corrigenda"
Row = dict[str, object]


def write_package(folder: Path, mentions: int, terms: int) -> tuple[Package, list[str]]:
    """Write a package; return it with the keys of the mentions that do not fit, which are planted here and nowhere said.

    An office has four holders, one after the other, and a person two terms at the same time in two offices. Each event is on one day;
    of a thousand mentions five name an office that the person held at another time, and of a thousand events 25 are a day after
    a term. As many are on the day on which an office changes hands, which is a day of both holders.
    """
    package = new_package(folder)
    known = {"actors": _people(terms), "names": _names(terms), "offices": _offices(terms), "tenures": _terms(terms)}
    for name, rows in known.items():
        _write(package, name, rows)
    planted: list[str] = []
    articles = range(mentions // (EVENTS * MENTIONS))
    for name, rows in {
        "articles": ({"article_id": f"a{a:06}", "sha256": "0" * 64, "length": 4000, "published": "2026-01-05"} for a in articles),
        "passages": _passages(articles), "claims": _claims(articles), "events": _events(articles), "dates": _dates(articles, terms),
        "mentions": _mentions(articles, terms, planted),
    }.items():  # fmt: skip
        _write(package, name, rows)
    return open_package(folder), planted


def _write(package: Package, name: str, rows: Iterator[Row]) -> None:
    """Write the rows of a table, sorted as they come, below those that a new package has."""
    table = package.tables[name]
    with table.file.open("a", encoding="utf-8", newline="") as stream:
        out = csv.DictWriter(stream, [field.name for field in table.fields], restval="", lineterminator="\n")
        out.writerows(rows)


def _people(terms: int) -> Iterator[Row]:
    flags = dict.fromkeys(("existed_from_confirmed", "existed_to_confirmed"), "false")
    yield {"actor_id": "zy", "label": "A state", "kind": "state", **flags, "source_id": SOURCE}
    for n in range(terms // 2):
        yield {"actor_id": f"zz-{n:06}", "label": f"Person {n:06}", "kind": "person", **flags, "source_id": SOURCE}


def _names(terms: int) -> Iterator[Row]:
    flags = dict.fromkeys(("name_confirmed", "used_from_confirmed", "used_to_confirmed", "superseded_confirmed"), "true")
    of_all = {"language": "en", "rank": "primary", **flags, "source_id": SOURCE}
    for n in range(terms // 4):
        yield {"name_id": f"zy-{n:06}/1", "office_id": f"zz/{n:06}", "name": f"Keeper of {n:06}", **of_all}
    for n in range(terms // 2):
        yield {"name_id": f"zz-{n:06}/1", "actor_id": f"zz-{n:06}", "name": f"Person {n:06}", **of_all}


def _offices(terms: int) -> Iterator[Row]:
    flags = dict.fromkeys(("existed_from_confirmed", "existed_to_confirmed"), "false")
    for n in range(terms // 4):
        yield {"office_id": f"zz/{n:06}", "label": f"Keeper of {n:06}", "state": "zy", "holders": "one", **flags, "source_id": SOURCE}


def _terms(terms: int) -> Iterator[Row]:
    said = {"acting": "false", "start_confirmed": "true", "source_id": SOURCE}
    for n in range(terms):
        start, slot = _start(n % 4), n % 4
        end = {"end": start + timedelta(SPAN), "end_state": "closed", "end_confirmed": "true"}
        is_open = {"end_state": "open", "as_of": "2026-01-01", "end_confirmed": "false"}
        term = {"tenure_id": f"zz/{n // 4:06}/{slot}", "actor_id": f"zz-{n % (terms // 2):06}", "office_id": f"zz/{n // 4:06}"}
        yield {**term, "start": start, **(end if slot < 3 else is_open), **said}


def _start(slot: int) -> date:
    return FIRST_DAY + timedelta(SPAN * slot)


def _occasions(articles: range) -> Iterator[tuple[int, int, str]]:
    """Yield the number, article and key of each event."""
    for article in articles:
        for n in range(EVENTS):
            yield article * EVENTS + n, article, f"a{article:06}/{n:02}"


def _place(n: int) -> Row:
    return {"start": 400 * n, "end": 400 * n + 390}


def _passages(articles: range) -> Iterator[Row]:
    for number, article, key in _occasions(articles):
        n = number % EVENTS
        yield {"passage_id": key, "article_id": f"a{article:06}", "paragraph": 1, "sentence": n + 1, **_place(n), "sha256": "0" * 64}


def _claims(articles: range) -> Iterator[Row]:
    for number, _, key in _occasions(articles):
        said = {"statement": "They met.", "modality": "asserted", "polarity": "affirmed"}
        yield {"claim_id": key, "passage_id": key, **_place(number % EVENTS), **said}


def _events(articles: range) -> Iterator[Row]:
    for number, article, key in _occasions(articles):
        what = {"article_id": f"a{article:06}", "label": "a meeting", "kind_id": "meeting", "tense": "past"}
        yield {"event_id": key, "claim_id": key, "passage_id": key, **_place(number % EVENTS), **what}


def _day(number: int) -> date:
    """Return the day of an event: within its slot, on the day of a change of hands, or one day after it."""
    start = _start(number % 4)
    if number % 40 in (1, 3):
        return start + timedelta(number % 40 // 3)
    return start + timedelta(2 + number * 31 % (SPAN - 3))


def _dates(articles: range, terms: int) -> Iterator[Row]:
    for number, _, key in _occasions(articles):
        start, day = 400 * (number % EVENTS) + 370, _day(number)
        row = {"date_id": key, "passage_id": key, "start": start, "end": start + 10, "event_id": key, "kind": "date"}
        yield {**row, "as_printed": day, "edtf": day}


def _mentions(articles: range, terms: int, planted: list[str]) -> Iterator[Row]:
    for number, _, event in _occasions(articles):
        for n in range(MENTIONS):
            mention, slot, key = number * MENTIONS + n, number % 4, f"{event}/{n}"
            if n == 1 and number % 40 in (1, 3):
                # The holder before: the last day of a term fits, and the day after it does not.
                slot -= 1
            elif mention % 200 == 17:
                slot = (slot + 2) % 4
            term = 4 * (mention * 7919 % (terms // 4)) + slot
            if (n == 1 and number % 40 == 3) or (mention % 200 == 17 and not (n == 1 and number % 40 in (1, 3))):
                planted.append(key)
            start = 400 * (number % EVENTS) + 60 * n
            row = {"mention_id": key, "passage_id": event, "start": start, "end": start + 50, "claim_id": event, "event_id": event}
            who = {"actor_id": f"zz-{term % (terms // 2):06}", "form": "name", "name_printed": f"Person {term % (terms // 2):06}"}
            what = {"title_printed": f"Keeper of {term // 4:06}", "office_id": f"zz/{term // 4:06}", "title_time": "event", "part": "agent"}
            yield {**row, **who, **what}
