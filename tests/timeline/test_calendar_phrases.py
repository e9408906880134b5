"""What counts from the day of writing is the same day in the views and in the timeline, and clashes there with what is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from corrigenda import Tables, catalogue, load
from corrigenda.checking.case_pages.rows import Rows, write_package
from corrigenda.checking.runner import check
from corrigenda.timeline.solution import read_timelines
from corrigenda.values.day_runs import write_run

PHRASES = [
    {"phrase_id": "yesterday", "kind": "date", "unit": "day", "first_unit": "-1", "last_unit": "-1"},
    {"phrase_id": "last-month", "kind": "date", "unit": "month", "first_unit": "-1", "last_unit": "-1"},
]


def make(root: Path, date: dict[str, str], tense: str = "past", dateline: str | None = None, published: str = "2022-05-06") -> Tables:
    rows: Rows = {
        "articles": [{"article_id": "article", "published": published}],
        "kinds": [{"kind_id": kind, "needs_office": "true", "recurs": "true"} for kind in ("signing", "writing")],
        "phrases": PHRASES,
        "events": [
            {"event_id": "act", "article_id": "article", "kind_id": "signing", "label": "the act", "tense": tense},
            {"event_id": "writing", "article_id": "article", "kind_id": "writing", "label": "the article is written", "tense": "present"},
        ],
        "dates": [{"date_id": "d", "event_id": "act", "kind": "date", **date}],
        "mentions": [{"mention_id": "m", "event_id": "act", "actor_id": "ann", "office_id": "chief", "title_printed": "Chief"}],
        "tenures": [
            {"tenure_id": "t", "actor_id": "ann", "office_id": "chief", "start": "2010-01-01", "end": "2015-12-31", "end_state": "closed"}
        ],
    }
    if dateline:
        rows["dates"].append({"date_id": "w", "event_id": "writing", "kind": "date", "as_printed": "PARIS", "edtf": dateline})
    return load(write_package(root / "package", rows))


@pytest.mark.parametrize(
    ("date", "tense", "days"),
    [
        ({"as_printed": "yesterday", "phrase_id": "yesterday"}, "past", "2022-05-05"),
        ({"as_printed": "last month", "phrase_id": "last-month"}, "past", "2022-04"),
        ({"as_printed": "on Monday", "weekday": "monday"}, "past", "2022-05-02"),
        ({"as_printed": "on Monday", "weekday": "monday"}, "future", "2022-05-09"),
        ({"as_printed": "on Dec. 26", "edtf": "XXXX-12-26"}, "future", "2022-12-26"),
        ({"as_printed": "on Dec. 26", "edtf": "XXXX-12-26"}, "past", "2021-12-26"),
        ({"as_printed": "in March", "edtf": "XXXX-03"}, "past", "2022-03"),
        ({"as_printed": "from May 1 to 3", "edtf": "XXXX-05-01/XXXX-05-03"}, "past", "2022-05-01/2022-05-03"),
    ],
)
def test_the_views_and_the_timeline_count_the_same_days(date: dict[str, str], tense: str, days: str, tmp_path: Path) -> None:
    with make(tmp_path, date, tense) as tables:
        (row,) = tables.query("SELECT first_day, last_day FROM stated_days WHERE event_id = 'act'")
        timeline = read_timelines(tables.query, drop=["m"])["article"]
        findings = check(tables, catalogue(), as_of="2026-11-28").findings
    assert write_run(row["first_day"], row["last_day"]) == days
    assert timeline.left is not None
    assert write_run(*timeline.left["act"]) == days
    # The day that was counted clashes with the term that is known, and the message says how it was counted.
    (finding,) = (f for f in findings if f.rule == "office-outside-tenure")
    assert finding.verdict == "certain"
    assert f'("{date["as_printed"]}", counted from 6 May 2022)' in finding.message
    assert not {f.rule for f in findings} & {"year-missing", "date-underdetermined", "undated-event"}


@pytest.mark.parametrize(("dateline", "days"), [("2022-05-04", "2022-05-03"), (None, "2022-05-05")])
def test_a_dateline_goes_before_the_day_of_publication(dateline: str | None, days: str, tmp_path: Path) -> None:
    with make(tmp_path, {"as_printed": "yesterday", "phrase_id": "yesterday"}, dateline=dateline) as tables:
        (row,) = tables.query("SELECT first_day, last_day FROM stated_days WHERE event_id = 'act'")
        timeline = read_timelines(tables.query, drop=["m"])["article"]
    assert write_run(row["first_day"], row["last_day"]) == days
    assert timeline.diagnosis.consistent


@pytest.mark.parametrize(("dateline", "verdict"), [("2021-05-05", "possible"), ("2022-05-09", "certain")])
def test_a_dateline_of_another_year_or_after_the_publication_clashes(dateline: str, verdict: str, tmp_path: Path) -> None:
    with make(tmp_path, {"as_printed": "in 2012", "edtf": "2012"}, dateline=dateline) as tables:
        found = {(f.rule, str(f.verdict)) for f in check(tables, catalogue(), as_of="2026-11-28").findings}
    assert ("impossible-timeline", verdict) in found


def test_without_a_day_of_writing_nothing_is_counted(tmp_path: Path) -> None:
    with make(tmp_path, {"as_printed": "yesterday", "phrase_id": "yesterday"}, published="") as tables:
        assert tables.query("SELECT * FROM stated_days") == []
        assert tables.query("SELECT * FROM anchored_dates") == []


def test_by_a_day_without_its_year_has_a_last_day_alone(tmp_path: Path) -> None:
    with make(tmp_path, {"as_printed": "by Oct. 28", "edtf": "../XXXX-10-28"}, "future") as tables:
        (row,) = tables.query("SELECT first_day, last_day, stated FROM stated_days WHERE event_id = 'act'")
        timeline = read_timelines(tables.query, drop=["m"])["article"]
    assert (row["first_day"], write_run(row["last_day"], row["last_day"])) == (None, "2022-10-28")
    assert row["stated"] == '../2022-10-28 ("by Oct. 28", counted from 2022-05-06)'
    assert timeline.left is not None
    assert write_run(*timeline.left["act"]) == "2022-05-06/2022-10-28"
