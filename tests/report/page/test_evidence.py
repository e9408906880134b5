"""The days under a finding as a small picture: only where there are some, and nothing in it that is not in the rows."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from packages import ROOT

from corrigenda.report.page.evidence import DaysPicture, EvidenceBar, draw_days, picture_days
from corrigenda.report.page.html import render_html
from corrigenda.report.page.model import CitedRow, Page
from corrigenda.results.finding import Finding, Place, Severity, Verdict
from corrigenda.results.timeline import EventDays
from corrigenda.tasks.page import make_page

pytest.importorskip("jinja2", reason="the report needs the extra 'report'")
EVENT = ("dates", "d", "edtf", "2024-05", (("date_id", "d"), ("event_id", "e"), ("edtf", "2024-05")))
TERM = ("tenures", "t", "start", "2025-01-25", (("tenure_id", "t"), ("start", "2025-01-25"), ("end_state", "open")))
Cited = tuple[str, str, str, str, tuple[tuple[str, str], ...]]


@pytest.fixture(scope="module")
def published() -> Page:
    return make_page(ROOT, as_of="2026-11-22")


def picture(published: Page, *cited: Cited, role: str = "basis") -> DaysPicture | None:
    places = tuple(Place(table, "x.csv", 2, key, field, value, role) for table, key, field, value, _ in cited)
    rows = tuple(CitedRow(table, key, "x.csv", 2, cells, f"the {table}") for table, key, _, _, cells in cited)
    finding = Finding("rule", "k", Verdict.CERTAIN, Severity.ERROR, "article", "a", None, "It does not fit.", places)
    return picture_days(finding, replace(published, rows=rows, events={"e": "the talk"}))


def test_a_finding_without_days_of_two_rows_has_no_picture(published: Page) -> None:
    assert picture(published) is None
    assert picture(published, EVENT) is None
    assert picture(published, TERM) is None
    assert picture(published, TERM, TERM) is None
    assert picture(published, EVENT, TERM, role="context") is None
    assert picture(published, EVENT, ("tenures", "t", "start", "", (("end_state", "unknown"),))) is None
    assert picture(published, EVENT, ("tenures", "t", "start", "XXXX", (("start", "XXXX"),))) is None
    assert picture(published, EVENT, ("mentions", "m", "start", "10", (("start", "10"),))) is None, "a place in the text is no day"


def test_term_event_and_distance_are_in_words_too(published: Page) -> None:
    shown = picture(published, EVENT, TERM)
    assert shown is not None
    assert shown.text == "the tenures (known): from 25 January 2025; ‘the talk’ (said): May 2024; 239 days apart."
    drawn = draw_days(shown, "days-1")
    assert 'aria-labelledby="days-1"' in drawn
    assert drawn.count('class="tip known"') == 1, "an open term ends in an arrow"
    assert "239 days apart" in drawn


def test_a_date_in_words_is_that_of_its_event(published: Page) -> None:
    report = published.report
    counted = EventDays("e", "a", "2024-05-14", "2024-05-14", "2024-05-14")
    page = replace(published, report=replace(report, result=replace(report.result, timeline=(counted,))))
    tuesday = ("dates", "d", "as_printed", "Tuesday", (("date_id", "d"), ("event_id", "e"), ("as_printed", "Tuesday")))
    shown = picture(page, tuesday, TERM)
    assert shown is not None
    assert shown.text.endswith("‘the talk’ (said): 14 May 2024; 256 days apart.")
    assert picture(published, tuesday, TERM) is None, "nothing is known of the event"


def test_what_touches_is_not_apart(published: Page) -> None:
    near = ("tenures", "t", "end", "2024-05-01", (("start", "2024"), ("end", "2024-05-01")))
    shown = picture(published, EVENT, near)
    assert shown is not None
    assert shown.apart is None
    assert "apart" not in draw_days(shown, "d")
    long_ago = ("milestones", "m", "day", "1999", (("day", "1999"),))
    told = picture(published, EVENT, long_ago)
    assert told is not None
    assert told.text.endswith("24 to 25 years apart.")


def test_no_line_crosses_words() -> None:
    bars = tuple(EvidenceBar("known", "basis", f"term {n}", 700_000 + n, 700_010 + n, "then") for n in range(3))
    shown = DaysPicture((*bars, EvidenceBar("said", "basis", "talk", 701_000, 701_000, "later")), (0, 3, 990))
    drawn = draw_days(shown, "d")
    texts = [float(y) for y in re.findall(r'<text x="[\d.]+" y="([\d.]+)" class="(?:label|under)"', drawn)]
    lines = [(float(a), float(b)) for a, b in re.findall(r'<path d="M[\d.]+,([\d.]+) L[\d.]+,([\d.]+)" class="distance drop"', drawn)]
    assert len(texts) == 8
    assert len(lines) == 4
    for top, end in lines:
        assert not any(top < y and end > y - 10 for y in texts)


def test_in_the_published_report_the_first_card_has_its_picture(published: Page) -> None:
    html = render_html(published)
    assert html.count('class="days-of"') == 1 + sum(
        picture_days(finding, published) is not None for finding in published.report.result.findings
    )
    (told,) = re.findall(r'id="days-worst">([^<]*)<', html)
    assert told == (
        "Lloyd Austin as Secretary of Defense (known): 22 January 2021 to 20 January 2025; Pete Hegseth as Secretary of Defense (known): "
        "from 25 January 2025; ‘Trump and Hegseth announce the programme’ (said): May 2024; 239 days apart."
    )


def test_markup_in_a_label_stays_text() -> None:
    bars = (EvidenceBar("known", "basis", "<b>\u202e", 1, None, "<i>"), EvidenceBar("said", "basis", "x", 9, 9, "y"))
    drawn = draw_days(DaysPicture(bars, None), 'a"b')
    assert "<b>" not in drawn
    assert "\u202e" not in drawn
    assert 'labelledby="a&#34;b"' in drawn
