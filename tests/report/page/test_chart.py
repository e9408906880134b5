"""The picture of the days on the page: its bars, its labels and its ends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from packages import change_cell, small_package
from pages import PAYLOAD

from corrigenda.report.page.chart import Chart, Track
from corrigenda.report.page.html import render_html
from corrigenda.report.page.model import Page
from corrigenda.report.page.svg import NARROW, WIDE, draw
from corrigenda.tasks.page import make_page

pytest.importorskip("jinja2", reason="the report needs the extra 'report'")


def test_the_picture_ties_a_clash_to_both_its_bars_and_counts_the_days_between(published: Page) -> None:
    chart = published.articles[0].chart
    assert chart is not None
    told = draw(chart, WIDE, "c")
    assert "239 days apart" in told
    assert told.count('class="knot lane-1"') == 2
    assert "Pete Hegseth as Secretary of Defense" in told
    for mend in chart.mends:
        assert "given-up" in draw(chart, NARROW, "c", mend)
        assert "days apart" not in draw(chart, NARROW, "c", mend)
    assert chart.mends[0].changes[0].instead == "2025 or later"


def test_a_row_with_nothing_to_see_says_why_and_an_open_term_ends_in_an_arrow() -> None:
    def drawn(track: Track) -> str:
        return draw(Chart("consistent", True, 1, "2020-01-01", "2020-12-31", (track,)), NARROW, "c")

    assert "no date is printed, and nothing limits it" in drawn(Track("e", "said", "a talk"))
    assert "outside the days shown" in drawn(Track("e", "said", "a talk", (), (("2010-01-01", "2010-01-02"),)))
    assert "its days are not known" in drawn(Track("k", "known", "a term"))
    shown = drawn(Track("k", "known", "a term", (), (("2020-03-01", None),)))
    assert 'class="empty"' not in shown
    assert shown.count('class="tip known"') == 1
    assert 'class="tip' not in drawn(Track("k", "known", "a term", (), (("2020-03-01", "2020-04-01"),)))


def test_no_line_down_the_narrow_picture_crosses_a_label(published: Page) -> None:
    chart = published.articles[0].chart
    assert chart is not None
    shown = draw(chart, NARROW, "c")
    labels = [float(y) for y in re.findall(r'<text x="[^"]+" y="([^"]+)"[^>]*class="(?:label|under)"', shown)]
    lines = re.findall(r'<path d="M[\d.]+,([\d.]+) L[\d.]+,([\d.]+)"[^>]*class="(?:year|quarter|distance drop)"', shown)
    assert len(labels) > 10
    assert len(lines) > 10
    assert not [(y, line) for y in labels for line in lines if float(line[0]) < y - 1 < float(line[1])]


@pytest.mark.parametrize("days", [((None, None),), (("0001-01-01", "9999-12-31"),), (("2020-01-01", "2019-01-01"),), ()])
def test_the_picture_copes_with_any_days(days: tuple[tuple[str | None, str | None], ...]) -> None:
    tracks = (Track("e", "said", PAYLOAD, (PAYLOAD,), days, days[0] if days else (None, None)), Track("k", "known", "", (), days))
    drawn = draw(Chart("consistent", True, 1, "2020-01-01", "2020-01-01", tracks), NARROW, "c")
    assert "<script" not in drawn
    assert drawn.endswith("</svg>")


@pytest.mark.parametrize("edtf", ["0001", "9999-12-31", "XXXX-02-29"])
def test_a_picture_of_dates_at_the_ends_of_the_calendar_is_made(tmp_path: Path, edtf: str) -> None:
    root = small_package(tmp_path)
    change_cell(root, "dates", "art/day", "edtf", edtf)
    assert render_html(make_page(root)).count('class="chart wide"') >= 1
