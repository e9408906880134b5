"""Situations that people met, each made small: what is rightly expected of the program in each of them.

The rows are not published here; they are used from the folder `shared/cases` next to the checkout, where that is at hand.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from packages import ROOT

from corrigenda import Finding, Result, catalogue
from corrigenda.checking.runner import check
from corrigenda.engine.tables import load
from corrigenda.package.package import Package, open_package
from corrigenda.package.scaffold import new_package
from corrigenda.package.tables.csv_file import write_rows

CASES = ROOT.parent / "shared" / "cases"
TODAY = "2026-11-28"
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason=f"the situations are not published: {CASES} is not here")


def make(name: str, root: Path) -> Package:
    """Add the rows of a situation to a new package, in the order of their keys."""
    new_package(root)
    for file in sorted((CASES / name).glob("*.*.csv")):
        layer, table, _ = file.name.split(".")
        target = root / "data" / layer / f"{table}.csv"
        with target.open(newline="", encoding="utf-8") as stream:
            reader = csv.DictReader(stream)
            names, rows = list(reader.fieldnames or []), list(reader)
        with file.open(newline="", encoding="utf-8") as stream:
            added = [{name: row.get(name) or "" for name in names} for row in csv.DictReader(stream)]
        key = names[0]
        # A key that a new package brings and a desk gives as well would be there twice.
        rows = sorted([*rows, *added], key=lambda row: row[key])
        target.write_bytes(write_rows(names, [[row[name] for name in names] for row in rows]))
    return open_package(root)


def judge(name: str, tmp_path: Path) -> Result:
    with load(make(name, tmp_path / "package")) as tables:
        assert tables.problems == ()
        return check(tables, catalogue(), as_of=TODAY)


def told(result: Result, level: str | None = None, verdict: str | None = None, subject: str | None = None) -> set[str]:
    """Return the rules that found something, of a level, a verdict and a subject where these are given."""
    return {f.rule for f in result.findings if level in (None, f.level) and verdict in (None, f.verdict) and subject in (None, f.subject)}


def one(result: Result, rule: str) -> Finding:
    (finding,) = (f for f in result.findings if f.rule == rule)
    return finding


def heavier_than_a_note(result: Result) -> set[str]:
    return told(result, "error") | told(result, "warning")


@pytest.mark.parametrize(
    "name",
    [
        "anniversary-too-early-right", "birth-year-right", "first-composer-right", "own-handover-and-missing-start", "parts-only-rounded",
        "parts-rounded-no-hedge", "two-holders-without-dates", "two-offices-one-person",
    ],
)  # fmt: skip
def test_nothing_is_found_where_nothing_is_wrong(name: str, tmp_path: Path) -> None:
    assert heavier_than_a_note(judge(name, tmp_path)) == set()


@pytest.mark.parametrize(
    ("name", "rule", "place"),
    [
        ("anniversary-too-early", "gap-mismatch", "dates.duration"),
        ("between-two-events", "office-outside-tenure", "mentions.title_printed"),
        ("birth-year", "event-day-unlike-reference", "dates.edtf"),
        ("date-after-publication", "tense-mismatch", "dates.edtf"),
        ("first-composer", "first-contradicted", "firsts.as_printed"),
        ("married-name-too-early", "name-outside-use", "mentions.name_printed"),
        ("parts-exceed-total", "parts-unlike-total", "sums.amount"),
        ("parts-rounded-billions", "parts-unlike-total", "sums.amount"),
    ],
)
def test_what_is_wrong_is_found_for_certain_at_its_cell(name: str, rule: str, place: str, tmp_path: Path) -> None:
    result = judge(name, tmp_path)
    finding = one(result, rule)
    assert finding.verdict == "certain"
    assert place in {f"{p.table}.{p.field}" for p in finding.places}
    assert told(result, verdict="certain") - told(result, "note") == {rule}


def test_an_old_name_soon_after_is_a_soft_finding_at_most(tmp_path: Path) -> None:
    assert told(judge("married-name-old-form-later", tmp_path), "error") == set()


def test_people_who_are_not_named_are_a_note(tmp_path: Path) -> None:
    assert "anonymous-chain" in told(judge("anonymous-official-without-state", tmp_path), "note")


@pytest.mark.parametrize("name", ["ministry-renamed", "ministry-renamed-superseded"])
def test_a_title_out_of_use_is_found_and_the_title_of_that_time_is_named(name: str, tmp_path: Path) -> None:
    findings = [f for f in judge(name, tmp_path).findings if f.level != "note"]
    assert len(findings) == 1
    with (CASES / name / "known.names.csv").open(encoding="utf-8") as stream:
        titles = [row["name"] for row in csv.DictReader(stream)]
    assert sum(title in findings[0].message for title in titles) >= 2


def test_a_gap_between_two_own_terms_is_doubted_or_mended_in_the_reference(tmp_path: Path) -> None:
    finding = one(judge("gap-between-own-terms", tmp_path), "office-outside-tenure")
    assert finding.verdict == "possible" or any((r.table, r.field) == ("tenures", "end") for r in finding.repairs)


def test_two_people_of_one_name_are_told_apart(tmp_path: Path) -> None:
    finding = one(judge("same-name-two-people", tmp_path), "office-outside-tenure")
    assert finding.verdict == "certain"
    assert "jack-w" in finding.message or re.search(r"Jack Moor \(", finding.message)
    assert (finding.repairs[0].table, finding.repairs[0].field) == ("mentions", "actor_id")


def test_an_acting_holder_beside_the_regular_one_is_no_clash(tmp_path: Path) -> None:
    result = judge("acting-beside-regular", tmp_path)
    assert heavier_than_a_note(result) == set()
    assert not [r for f in result.findings for r in f.repairs if (r.table, r.field) == ("tenures", "end")]


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("term-after-death", "error"),
        ("term-before-birth", "error"),
        ("term-starts-in-the-future", "error"),
        ("one-term-told-twice", "error"),
    ],
)
def test_a_reference_that_contradicts_itself_is_a_certain_error(name: str, level: str, tmp_path: Path) -> None:
    result = judge(name, tmp_path)
    findings = [f for f in result.findings if f.subject == "reference" and f.level == level and f.verdict == "certain"]
    assert len(findings) == 1


def test_a_term_listed_twice_names_its_person_and_has_no_repair_without_days(tmp_path: Path) -> None:
    result = judge("one-term-told-twice", tmp_path)
    (finding,) = (f for f in result.findings if f.subject == "reference" and f.level == "error")
    with (CASES / "one-term-told-twice" / "known.tenures.csv").open(encoding="utf-8") as stream:
        terms = list(csv.DictReader(stream))
    with (CASES / "one-term-told-twice" / "known.actors.csv").open(encoding="utf-8") as stream:
        labels = {row["actor_id"]: row["label"] for row in csv.DictReader(stream)}
    assert labels[terms[0]["actor_id"]] in finding.message
    starts = {term["start"] for term in terms}
    assert not [r for r in finding.repairs if r.field == "end" and r.value in starts]


def test_a_term_of_a_hundred_years_is_worth_a_look(tmp_path: Path) -> None:
    assert (
        told(judge("term-of-a-hundred-years", tmp_path), subject="reference") - told(judge("two-offices-one-person", tmp_path / "b"))
        != set()
    )


def test_each_pair_of_the_reference_that_runs_backwards_is_an_error(tmp_path: Path) -> None:
    result = judge("reference-reversed-pairs", tmp_path)
    tables = {place.table for f in result.findings if f.subject == "reference" and f.level == "error" for place in f.places}
    assert {"actors", "names", "offices", "milestones", "figures"} <= tables


def test_an_article_of_a_later_day_than_the_run_is_found(tmp_path: Path) -> None:
    findings = [f for f in judge("published-in-the-future", tmp_path).findings if f.level != "note"]
    assert any("published" in {p.field for p in f.places} for f in findings)


def test_a_season_is_read_or_refused_with_the_reason(tmp_path: Path) -> None:
    with load(make("season-in-reference", tmp_path / "package")) as tables:
        assert all("no such day" not in problem.what for problem in tables.problems)


DESK: dict[str, Callable[[set[tuple[str, str]]], bool]] = {
    "f1-dateline": lambda found: ("office-outside-tenure", "certain") in found,
    "f2-gap": lambda found: ("gap-mismatch", "certain") in found,
    "f3-published": lambda found: not {rule for rule, _ in found} & {"date-underdetermined", "year-missing"},
    "f4-demonym": lambda found: "title-unlike-office" not in {rule for rule, _ in found},
    "f5-first": lambda found: "first-contradicted" in {rule for rule, _ in found},
    "f6-term": lambda found: "office-outside-tenure" not in {rule for rule, _ in found},
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Result:
    return judge("desk-six-articles", tmp_path_factory.mktemp("desk"))


@pytest.mark.parametrize("article", DESK)
def test_what_a_desk_met_in_six_articles(article: str, desk: Result) -> None:
    found = {(f.rule, str(f.verdict)) for f in desk.findings if f.article_id == article}
    assert DESK[article](found), found


def test_terms_known_by_month_and_by_day_may_touch(desk: Result) -> None:
    assert "tenures-overlap" not in told(desk)
