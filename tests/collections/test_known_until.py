"""A list that ends before an event: silence, by the rules and by the timeline."""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from conftest import SHARED
from empty_engine import Engine
from packages import append_row, read_table, write_table

from corrigenda import catalogue
from corrigenda.tasks.checking.check import run_check
from corrigenda.tasks.checking.timeline import ask_timelines
from corrigenda.tasks.reference.collect import import_collection
from corrigenda.values.edtf import parse_edtf
from corrigenda.values.names import fold

RULE = catalogue()["office-outside-tenure"]
TERMS = SHARED / "reference" / "tenures-32k.csv"


def test_a_list_to_2022_and_an_order_signed_in_2025(tmp_path: Path) -> None:
    """The sentence is "President Donald Trump signed the order on May 1, 2025"."""
    rows = "person,office,start,end,confirmed\nDonald Trump,President,2017-01-20,2021-01-20,true\nJoe Biden,President,2021-01-20,,true\n"
    (tmp_path / "list.csv").write_text(rows, "utf-8")
    root = tmp_path / "made"
    import_collection("table", tmp_path / "list.csv", root, today="2026-06-01", as_of="2022-08-13")
    lay_sentence(root, "donald-trump", "president", "2025-05-01")
    said = {f.rule for f in run_check(root).report.result.findings if f.subject == "article"}
    assert not said & {"office-outside-tenure", "impossible-timeline", "office-not-existing", "title-unlike-office"}
    undecided = [row for row in run_check(root).report.result.coverage if row.rule == "office-outside-tenure"]
    assert undecided
    assert all("inconsistent" not in repr(answer) for answer in ask_timelines(root, None, (), (), 5))
    # On a day that the list covers the same sentence clashes.
    header, dates = read_table(root, "dates")
    write_table(root, "dates", header, [["2022-05-01" if cell == "2025-05-01" else cell for cell in row] for row in dates])
    found = {f.rule: f.verdict.value for f in run_check(root).report.result.findings if f.subject == "article"}
    assert found["office-outside-tenure"] == "certain"


def lay_sentence(root: Path, person: str, office: str, day: str) -> None:
    """Lay an article of one sentence in which a person in office signs an agreement."""
    append_row(root, "articles", article_id="a", language="en", sha256="0" * 64, length="100")
    append_row(root, "passages", passage_id="a/1", article_id="a", paragraph="1", sentence="1", start="0", end="100", sha256="0" * 64)
    span = {"passage_id": "a/1", "start": "0", "end": "9"}
    append_row(root, "claims", claim_id="c", statement="An order is signed.", modality="asserted", polarity="affirmed", **span)
    append_row(root, "events", event_id="a/e", article_id="a", claim_id="c", kind_id="agreement", label="the order", tense="past", **span)
    append_row(root, "events", event_id="a/w", article_id="a", kind_id="writing", label="the writing", tense="unstated")
    append_row(root, "dates", date_id="d", kind="date", event_id="a/e", as_printed=day, edtf=day, **span)
    cells = {"mention_id": "m", "claim_id": "c", "event_id": "a/e", "actor_id": person, "office_id": office, "form": "name"}
    append_row(root, "mentions", **cells, name_printed="Trump", title_printed="President", title_time="unknown", part="agent", **span)


needs_terms = pytest.mark.skipif(
    not TERMS.is_file(), reason="the real terms are not published: ../shared/reference/tenures-32k.csv is not here"
)
# Each real file with its form, and the day at which it is cut.
CUTS = {
    "us-cabinet-holders.csv": ("table", "2012-06-30"),
    "executive.yaml": ("congress", "2008-06-30"),
    "legislators-current.yaml": ("congress", "2012-06-30"),
    "sample.ftm.json": ("followthemoney", "2020-06-30"),
    "tenures-32k.csv": ("table", "2015-06-30"),
    "tenures-32k.popolo.json": ("popolo", "2015-06-30"),
}  # fmt: skip
ASKED = 5_000
LEAST = {"tenures-32k.csv": ASKED, "tenures-32k.popolo.json": ASKED, "us-cabinet-holders.csv": 100, "legislators-current.yaml": 100}


@needs_terms
@pytest.mark.parametrize("name", CUTS)
def test_true_later_sentences_are_never_a_certain_error(tmp_path: Path, name: str) -> None:
    """The file is cut: what happened after a day is not in it. Every cell counts as confirmed, so that nothing is lowered."""
    form, cut = CUTS[name]
    file = SHARED / "collections" / name
    file = file if file.is_file() else TERMS
    if form == "popolo":
        # No collection of that form is at hand: the real terms are written in it.
        file = write_popolo(tmp_path / name)
    if file.name != name:
        pytest.skip(f"the collections are not published: ../shared/collections/{name} is not here")
    root = tmp_path / "made"
    import_collection(form, file, root, today="2026-06-10", as_of=cut, is_open=name == "us-cabinet-holders.csv")
    tables = {table: rows_of(root, table) for table in ("sources", "actors", "offices", "tenures")}
    # Nobody who wrote the list on that day could have known these.
    tables["tenures"] = [row for row in tables["tenures"] if first_day(row["start"]) <= date.fromisoformat(cut).toordinal()]
    asked = later_sentences(tables, cut)
    assert len(asked) >= (LEAST.get(name, 10))
    told = ask(tables, asked)
    assert told["certain"] == 0
    assert told["undecided"] + told["consistent"] > 0
    # Without the day of the list the same sentences are errors: the test can fail.
    blind = {**tables, "sources": [row | {"known_until": ""} for row in tables["sources"]]}
    blind["tenures"] = [row | {"as_of": row["as_of"] if row["end_state"] == "open" else ""} for row in tables["tenures"]]
    assert ask(blind, asked)["certain"] > 0 or form == "followthemoney"


def write_popolo(file: Path) -> Path:
    """Write the real terms as persons, posts and memberships."""
    with TERMS.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    people = {row["person_id"]: row["person"] for row in rows}
    posts = {row["office_id"]: row["office"] for row in rows}
    members = [
        {"person_id": row["person_id"], "post_id": row["office_id"], "start_date": row["start"], "end_date": row["end"]} for row in rows
    ]
    document = {
        "persons": [{"id": key, "name": name} for key, name in people.items()],
        "organizations": [],
        "posts": [{"id": key, "label": label} for key, label in posts.items()],
        "memberships": members,
    }
    file.write_text(json.dumps(document), "utf-8")
    return file


def first_day(text: str) -> int:
    """Return the first day that a date can mean; 0 where there is none."""
    return (parse_edtf(text).first or 0) if text else 0


def rows_of(root: Path, table: str) -> list[dict[str, str]]:
    with (root / "data" / "known" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def later_sentences(tables: dict[str, list[dict[str, str]]], cut: str) -> list[tuple[str, str, str]]:
    """Return true sentences of days after the cut, for people and offices that the cut list has: person, office, day."""
    people = {fold(row["label"]): row["actor_id"] for row in tables["actors"]}
    offices: dict[str, set[str]] = defaultdict(set)
    for row in tables["tenures"]:
        offices[row["actor_id"]].add(row["office_id"])
    limit = date.fromisoformat(cut)
    asked: dict[tuple[str, str, str], None] = {}
    with TERMS.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            person = people.get(fold(row["person"]))
            start, end = (parse_edtf(row[side]) if row[side] else None for side in ("start", "end"))
            if person is None or start is None or start.last is None:
                continue
            first = max(date.fromordinal(start.last), limit + timedelta(1))
            last = date.fromordinal(end.first) if end and end.first else date.fromisoformat(row["as_of"])
            # Somebody who held another office of the list is asked about in it as well: nobody can know that it is not so.
            for office in sorted(offices[person]) if first <= last else ():
                for day in {first, first + (last - first) / 2, last}:
                    asked.setdefault((person, office, day.isoformat()))
    ordered = list(asked)
    return ordered[:: max(1, len(ordered) // ASKED)][:ASKED]


def ask(tables: dict[str, list[dict[str, str]]], asked: list[tuple[str, str, str]]) -> Counter[str]:
    """Return how often the rule on terms gave each verdict."""
    engine = Engine()
    used = {person for person, _, _ in asked}
    terms = [row for row in tables["tenures"] if row["actor_id"] in used]
    texts = {day for _, _, day in asked} | {row[name] for row in terms for name in ("start", "end", "as_of")}
    texts |= {row["known_until"] for row in tables["sources"]}
    spans = {text: parse_edtf(text) for text in texts - {""}}
    rows: dict[str, list[dict[str, Any]]] = {
        "edtf": [{"text": text, "first_day": span.first, "last_day": span.last, "has_year": True} for text, span in sorted(spans.items())],
        "sources": [{"source_id": row["source_id"], "known_until": row["known_until"] or None} for row in tables["sources"]],
        "tenures": [
            {name: row[name] or None for name in ("tenure_id", "actor_id", "office_id", "start", "end", "end_state", "as_of", "source_id")}
            for row in terms
        ],
        "actors": [{"actor_id": row["actor_id"], "label": row["label"]} for row in tables["actors"] if row["actor_id"] in used],
        "offices": [{"office_id": row["office_id"], "label": row["label"], "holders": row["holders"]} for row in tables["offices"]],
        "articles": [{"article_id": "a"}],
        "passages": [{"passage_id": "p", "article_id": "a"}],
        "claims": [{"claim_id": "c", "passage_id": "p", "polarity": "affirmed"}],
        "kinds": [{"kind_id": "k", "needs_office": True}],
        "events": [
            {"event_id": f"e{n}", "article_id": "a", "claim_id": "c", "kind_id": "k", "tense": "unstated"} for n in range(len(asked))
        ],
        "dates": [{"date_id": f"d{n}", "event_id": f"e{n}", "kind": "date", "edtf": day} for n, (*_, day) in enumerate(asked)],
        "mentions": [
            {"mention_id": f"m{n}", "claim_id": "c", "event_id": f"e{n}", "actor_id": person, "office_id": office, "form": "name"}
            for n, (person, office, _) in enumerate(asked)
        ],
    }
    for table, cells in rows.items():
        engine.add(table, cells)
    found = Counter(row["verdict"] for row in engine.query(RULE.sql))
    engine.connection.close()
    found["consistent"] = len(asked) - found.total()
    return found
