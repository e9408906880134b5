"""The rules of known events on true tellings made from real terms, and on the same tellings with one slip in each.

The terms are not part of this project: `../shared/reference/tenures-32k.csv` lies beside the checkout
(or in the folder that CORRIGENDA_SHARED names). One of SLICES slices of the people is looked at;
CORRIGENDA_ALL_TERMS=1 looks at all of them.
"""

from __future__ import annotations

import csv
import os
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random
from zlib import crc32

import pytest
from conftest import SHARED

from corrigenda import catalogue, check, load
from corrigenda.checking.case_pages import Rows, write_package

FILE = SHARED / "reference" / "tenures-32k.csv"
SLICES, TELLINGS = 20, 5_000
LOOKED_AT = range(SLICES) if os.environ.get("CORRIGENDA_ALL_TERMS") else range(1)
RULES = ("act-unlike-reference", "event-day-unlike-reference", "participant-unlike-reference", "place-unlike-reference")
WRITTEN = "2026-06-01"
SHIFTS = (-30, -20, -10, -9, -3, -2, -1, 1, 2, 3, 9, 10, 20, 30)

needs_terms = pytest.mark.skipif(
    not FILE.is_file(), reason="the real terms are not published: ../shared/reference/tenures-32k.csv is not here"
)

Term = dict[str, str]


@dataclass(frozen=True)
class Telling:
    """Hold one sentence: who took or left which office when, or was born; and by which words."""

    template: str
    person: str
    office: str
    day: str


def days(text: str) -> tuple[int, int]:
    """Return the first and last day that a year, a month or a day can mean, by looking at every day of the year."""
    start = date(int(text[:4]), 1, 1).toordinal()
    found = [day for day in range(start, start + 366) if date.fromordinal(day).isoformat().startswith(text)]
    return found[0], found[-1]


def read(part: int) -> list[Term]:
    """Read the terms of a slice of the people whose start is before their end."""
    with FILE.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if crc32(row["person_id"].encode()) % SLICES == part]
    return [row for row in rows if row["start"] and (not row["end"] or days(row["start"])[0] <= days(row["end"])[1])]


def draw(terms: list[Term], rng: Random) -> list[Telling]:
    """Draw true tellings: an office taken, in the year or on the day, an office left, and births that the reference knows nothing of."""
    tellings = []
    for term in rng.sample(terms, TELLINGS // SLICES):
        template = rng.choice(("became", "who took office", "left", "born"))
        cell = term["end"] if template == "left" and term["end"] else term["start"]
        template = "became" if template == "left" and not term["end"] else template
        day = {"became": cell[:4], "who took office": cell, "left": cell[:7], "born": str(int(cell[:4]) - 40)}[template]
        tellings.append(Telling(template, term["person_id"], term["office_id"], day))
    return tellings


def slip(telling: Telling, terms: list[Term], rng: Random) -> Telling | None:
    """Shift the year of a telling to one that is true of no term of the person in the office; None where there is none."""
    cell = "end" if telling.template == "left" else "start"
    held = [term for term in terms if (term["person_id"], term["office_id"]) == (telling.person, telling.office)]
    known = [days(term[cell]) for term in held if term[cell]]
    choices = []
    for years in SHIFTS:
        text = f"{int(telling.day[:4]) + years:04}{telling.day[4:]}".replace("-02-29", "-02-28")
        first, last = days(text)
        if text < WRITTEN[: len(text)] and all(last + 1 < one or other + 1 < first for one, other in known):
            choices.append(text)
    if telling.template == "born" or len(known) < len(held) or not choices:
        return None
    return replace(telling, day=rng.choice(choices))


def lay(terms: list[Term], tellings: list[Telling]) -> Rows:
    """Lay the rows of a package: the terms, and an article for each telling."""
    people, offices = ({term[f"{one}_id"]: term[one] for term in terms} for one in ("person", "office"))
    keys = {name: f"{stem}{n}" for stem, names in (("p", people), ("o", offices)) for n, name in enumerate(sorted(names))}
    kinds = {"became": "start-of-term", "who took office": "start-of-term", "left": "end-of-term", "born": "birth-of-person"}
    rows: Rows = {
        "sources": [{"source_id": "list", "title": "A list", "seen": "page"}],
        "actors": [{"actor_id": keys[one], "label": label, "kind": "person", "source_id": "list"} for one, label in people.items()],
        "names": [
            {"name_id": f"{keys[one]}/1", "actor_id": keys[one], "name": label, "source_id": "list"} for one, label in people.items()
        ],
        "offices": [
            {"office_id": keys[one], "label": label, "state": "land", "holders": "several", "source_id": "list"}
            for one, label in offices.items()
        ],
        "tenures": [
            {
                "tenure_id": f"t{n}", "actor_id": keys[term["person_id"]], "office_id": keys[term["office_id"]], "start": term["start"],
                "end": term["end"], "as_of": term["as_of"], "end_state": {"incumbent": "open"}.get(term["end_state"], term["end_state"]),
                "source_id": "list",
            }
            for n, term in enumerate(terms)
        ],
        "kinds": [
            {"kind_id": "appointment", "recurs": "true", "source_id": "list"},
            {
                "kind_id": "start-of-term", "broader": "appointment", "recurs": "true", "contrary": "end-of-term", "told_by": "start",
                "source_id": "list",
            },
            {"kind_id": "end-of-term", "recurs": "true", "told_by": "end", "source_id": "list"},
            {"kind_id": "birth-of-person", "recurs": "false", "once": "true", "told_by": "existed_from", "source_id": "list"},
        ],
        "articles": [], "passages": [], "claims": [], "events": [], "mentions": [], "dates": [],
    }  # fmt: skip
    for n, telling in enumerate(tellings):
        article = f"a{n:05}"
        said = {"passage_id": f"{article}/p", "start": "0", "end": "1"}
        one = {"claim_id": f"{article}/c", "event_id": f"{article}/e"}
        rows["articles"].append({"article_id": article, "published": WRITTEN})
        rows["passages"].append({"passage_id": f"{article}/p", "article_id": article, "start": "0", "end": "1"})
        rows["claims"].append({"claim_id": f"{article}/c", "modality": "asserted", "polarity": "affirmed", **said})
        rows["events"].append({"article_id": article, "kind_id": kinds[telling.template], "tense": "past", "label": "it", **one, **said})
        rows["dates"].append({"date_id": f"{article}/d", "event_id": f"{article}/e", "kind": "date", "edtf": telling.day, **said})
        person = {"actor_id": keys[telling.person], "form": "name", "name_printed": people[telling.person][:80], "part": "object"}
        title = {"title_printed": offices[telling.office][:80], "office_id": keys[telling.office]}
        if telling.template == "became":
            rows["mentions"].append({"mention_id": f"{article}/o", "form": "title", "part": "object", **title, **one, **said})
        if telling.template in ("who took office", "left"):
            person |= title
        rows["mentions"].append({"mention_id": f"{article}/m", **person, **one, **said})
    return rows


def ask(root: Path, terms: list[Term], tellings: list[Telling]) -> dict[int, str]:
    """Return the verdict on each telling that a rule of known events finds something in."""
    with load(write_package(root, lay(terms, tellings))) as tables:
        assert not tables.problems
        result = check(tables, catalogue().select(RULES))
    assert not result.not_run
    return {int(str(finding.article_id)[1:]): str(finding.verdict) for finding in result.findings}


@needs_terms
@pytest.mark.parametrize("part", LOOKED_AT)
def test_true_tellings_are_silent_and_slips_are_found(part: int, tmp_path: Path) -> None:
    rng, terms = Random(part), read(part)
    tellings = draw(terms, rng)
    told = ask(tmp_path / "true", terms, tellings)
    assert not told, [(tellings[n], verdict) for n, verdict in told.items()][:5]
    slips = [one for telling in tellings if (one := slip(telling, terms, rng))]
    found = Counter(ask(tmp_path / "slips", terms, slips).values())
    assert len(slips) > len(tellings) / 2
    assert found["certain"] >= 0.95 * len(slips), (found, len(slips))


def test_a_slip_is_true_of_no_term() -> None:
    term = {"person_id": "p", "office_id": "o", "start": "2010-02-28", "end": "2014"}
    other = term | {"start": "2011-03-01", "end": "2020"}
    shifted = [slip(Telling("became", "p", "o", "2010"), [term, other], Random(n)) for n in range(40)]
    assert "2011" not in {one.day for one in shifted if one}
    assert len({one.day for one in shifted if one}) > 5
    assert slip(Telling("born", "p", "o", "1970"), [term], Random(1)) is None
    assert slip(Telling("left", "p", "o", "2014"), [term | {"end": ""}], Random(1)) is None
