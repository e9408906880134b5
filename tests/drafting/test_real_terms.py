"""Sentences made of real terms, drafted and accepted as they are: what is surely outside a term is found, and nothing else is certain.

The terms are not part of this project: `../shared/reference/tenures-32k.csv` (or the folder that CORRIGENDA_SHARED names).
CORRIGENDA_TERMS is how many of them are drawn.
"""

from __future__ import annotations

import csv
import os
import random
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import SHARED

from corrigenda.collections.keys import slug
from corrigenda.package.package import Package
from corrigenda.package.scaffold import new_package
from corrigenda.package.tables.csv_file import read_rows, write_rows
from corrigenda.tasks.checking.check import checking
from corrigenda.tasks.drafting.draft import draft_texts
from corrigenda.tasks.drafting.texts import ArticleText

FILE = SHARED / "reference" / "tenures-32k.csv"
NUMBER = int(os.environ.get("CORRIGENDA_TERMS", "40"))
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
ACTS = ("signed an order on trade", "announced a new budget", "met trade unions in the capital", "opened a hospital", "visited a school")
Row = dict[str, str]

pytestmark = pytest.mark.skipif(
    not FILE.is_file(), reason="the real terms are not published: ../shared/reference/tenures-32k.csv is not here"
)


def read_terms() -> tuple[list[Row], dict[tuple[str, str], list[Row]]]:
    """Return the closed terms known by day that a sentence can print, and all terms by person and office."""
    with FILE.open(encoding="utf-8", newline="") as stream:
        every = [row for row in csv.DictReader(stream) if row["person"].isprintable()]
    held: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in every:
        held[row["person_id"], row["office_id"]].append(row)
    plain = [
        row for row in every
        if len(row["start"]) == len(row["end"]) == 10 and "1950" < row["start"] < row["end"] < "2024"
        and len(row["person"].split()) > 1 and len(row["office"].split()) <= 8 and len(row["office"]) <= 70
    ]  # fmt: skip
    return plain, held


def is_surely_out(day: date, terms: list[Row]) -> bool:
    """Tell whether a day is in no term of a person in an office, whatever an imprecise or unknown end means."""
    return all(term["start"] > day.isoformat() or (term["end"] and f"{term['end']}-99-99" < day.isoformat()) for term in terms)


def put(package: Package, name: str, new: list[Row]) -> None:
    table = package.tables[name]
    rows = {row[table.key[0]]: row for row in [*read_rows(table.file)[1], *new]}
    names = [field.name for field in table.fields]
    table.file.write_bytes(write_rows(names, [[rows[key].get(field) or None for field in names] for key in sorted(rows)]))


def make_reference(folder: Path, people: set[str], held: dict[tuple[str, str], list[Row]]) -> None:
    """Make a reference of all terms of some people, every day of it confirmed."""
    package = new_package(folder, starter=True)
    put(package, "sources", [{"source_id": "terms", "title": "Terms", "seen": "page"}])
    unsure = dict.fromkeys(("existed_from_confirmed", "existed_to_confirmed"), "false") | {"source_id": "terms"}
    rows = [row for (person, _), terms in held.items() if person in people for row in terms]
    put(package, "actors", [{"actor_id": f"p.{slug(row['person_id'])}", "label": row["person"], "kind": "person"} | unsure for row in rows])
    put(package, "offices", [
        {"office_id": f"o.{slug(row['office_id'])}", "label": row["office"], "holders": "several"} | unsure for row in rows
    ])  # fmt: skip
    put(package, "tenures", [
        {
            "tenure_id": f"t{number:05}", "actor_id": f"p.{slug(row['person_id'])}", "office_id": f"o.{slug(row['office_id'])}",
            "start": row["start"], "end": row["end"], "as_of": row["as_of"], "acting": "false", "source_id": "terms",
            "end_state": {"incumbent": "open"}.get(row["end_state"], row["end_state"]), "start_confirmed": "true", "end_confirmed": "true",
        }
        for number, row in enumerate(rows)
    ])  # fmt: skip


def write_sentence(term: Row, day: date, choice: random.Random) -> str:
    person, title, act = term["person"], term["office"], choice.choice(ACTS)
    printed = choice.choice([f"{MONTHS[day.month - 1]} {day.day}, {day.year}", f"{day.day} {MONTHS[day.month - 1]} {day.year}"])
    return choice.choice(
        [f"{title} {person} {act} on {printed}.", f"On {printed}, {title} {person} {act}.", f"{person}, {title}, {act} on {printed}."]
    )


def test_real_terms_are_found_once_accepted_and_nothing_else_is_certain(tmp_path: Path) -> None:
    choice = random.Random(3)  # noqa: S311
    plain, held = read_terms()
    drawn = choice.sample(plain, NUMBER)
    make_reference(tmp_path / "known", {term["person_id"] for term in drawn}, held)
    texts, expected = [], set()
    for number, term in enumerate(drawn):
        start, end = date.fromisoformat(term["start"]), date.fromisoformat(term["end"])
        day = choice.choice(
            [
                start + (end - start) / 2,
                start - timedelta(days=choice.randint(40, 900)),
                end + timedelta(days=choice.randint(40, 900)),
                start,
                end,
            ]
        )
        written = day + timedelta(days=choice.randint(0, 4))
        texts.append(ArticleText(f"a{number:04}", write_sentence(term, day, choice), {"published": written.isoformat()}))
        terms = held[term["person_id"], term["office_id"]]
        if is_surely_out(day, terms) and is_surely_out(written, terms):
            expected.add(f"a{number:04}")
    draft_texts(texts, tmp_path / "p", known=tmp_path / "known")
    # Everything is accepted: no mark is left.
    marks = tmp_path / "p" / "data" / "drafts.csv"
    marks.write_text(marks.read_text("utf-8").splitlines(keepends=True)[0], "utf-8")
    with checking(tmp_path / "p", known=tmp_path / "known") as checked:
        findings = [one for one in checked.report.open_findings if one.subject == "article" and one.severity != "note"]
    certain = {one.article_id for one in findings if one.rule == "office-outside-tenure" and str(one.verdict) == "certain"}
    missed = expected - certain
    assert len(missed) <= len(expected) // 100, [next(one.text for one in texts if one.article_id == key) for key in missed]
    assert {one.article_id for one in findings if str(one.verdict) == "certain"} <= expected
