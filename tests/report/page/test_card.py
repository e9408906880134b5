"""The cards of findings on the page, and the sentence above them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from packages import append_row, change_cell, read_table, small_package
from pages import large_page

from corrigenda.report import render
from corrigenda.report.page.card import anchor_of, make_cards
from corrigenda.report.page.groups import find_worst, group_cards, tell_worst
from corrigenda.report.page.html import chain_ends, render_html
from corrigenda.report.page.markdown import render_outline
from corrigenda.report.page.model import Article, Page, Source
from corrigenda.report.page.render import render_page
from corrigenda.results.finding import Finding, Place, Result, Severity, Verdict
from corrigenda.results.known_source import KnownSource
from corrigenda.results.reliability import Reliability
from corrigenda.tasks.page import make_page

pytest.importorskip("jinja2", reason="the report needs the extra 'report'")


FIGURES = Reliability("r", 500, 498, 400, 399, 250, 249, 497, 20000, 0, 3, 4, 4, "year-shifted: 498 of 500", 1, "0" * 16, "0" * 16)


def test_what_was_measured_of_a_rule_stands_with_its_findings(published: Page) -> None:
    figures = dict.fromkeys((rule.name for rule in published.report.rules), FIGURES)
    told = replace(published, report=replace(published.report, reliability=figures))
    assert render_html(told).count("finds 498 of 500 injected errors") > len(published.report.open_findings)


def test_anchors_are_the_fingerprints_and_never_the_same(published: Page) -> None:
    anchors = [card.anchor for card in make_cards(published)]
    assert len(set(anchors)) == len(anchors)
    assert "office-outside-tenure:tokyo-dome/hegseth-0301" in anchors
    html = render_html(published)
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(set(ids)) == len(ids)
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    assert anchor_of("a:<b>") != anchor_of("a:<c>")


def test_a_waiver_and_a_response_stand_beside_their_finding(package: Path) -> None:
    finding_id = "office-outside-tenure:tokyo-dome/hegseth-0301"
    digest = next(f for f in make_page(package).report.result.findings if f.fingerprint == finding_id).evidence_digest
    told = {"finding_id": finding_id, "evidence_digest": digest}
    append_row(package, "waivers", **told, reason="Settled with the writer", by="The desk")
    append_row(
        package, "responses", response_id="r", **told, by="The publisher", standing="publisher", received="2026-03-20",
        statement="They read it as 2025.", outcome="open", url="javascript:alert(1)",
    )  # fmt: skip
    page = make_page(package, as_of="2026-11-22")
    html, markdown = render_html(page), render_outline(page)
    assert page.report.waived == 1
    for text in (html, markdown):
        assert "Settled with the writer (The desk)" in text
        assert "They read it as 2025." in text
    assert "accepted by a waiver" in html
    assert "javascript:" not in html


def test_the_first_sentence_says_what_cannot_all_be_true(published: Page) -> None:
    html = render_html(published)
    told = re.search(r'<p class="verdict">(.*?)</p>', html)
    assert told is not None
    for part in (
        "These cannot all be true: ",
        "is dated 2024",
        ", and Pete Hegseth was Secretary of Defense at the time (from 25 January 2025).",
    ):
        assert part in told[1]
    places = [
        html.index(part) for part in ('class="verdict"', 'class="worst', 'class="sums"', 'id="findings"', 'id="map-1"', 'id="coverage"')
    ]
    assert places == sorted(places)
    assert html.count(published.report.package_digest) == 1
    assert html.index(published.report.package_digest) > html.index("<footer")


def test_without_an_error_the_first_sentence_claims_none() -> None:
    page = large_page(30)
    findings = page.report.result.findings

    def told(*kept: Finding) -> str:
        report = replace(page.report, result=replace(page.report.result, findings=kept))
        return tell_worst(report, find_worst(make_cards(replace(page, report=report))))

    assert told() == "Nothing was found that cannot be true."
    assert told(*(f for f in findings if f.level is Severity.NOTE)) == "Nothing was found that cannot be true. There are 10 notes."
    warnings = [f for f in findings if f.level is Severity.WARNING]
    assert told(*warnings) == "Nothing was found that certainly cannot be true. Look at this first."
    assert told(*(f.waive("Settled.") for f in warnings)) == "Nothing was found that cannot be true."
    assert told(*findings) == findings[0].message


def test_every_source_is_a_link_or_says_that_none_is_kept() -> None:
    page = large_page(1)
    sources = (
        KnownSource("Sworn <in>", "The Ministry", "2025-01-25", "https://example.org/a(b)|c", seen="page"),
        KnownSource("New cabinet", "AP", seen="excerpt"),
        KnownSource("A list", url="javascript:alert(1)", known_until="2022-08"),
    )
    finding = replace(page.report.result.findings[0], sources=sources)
    page = replace(page, report=replace(page.report, result=replace(page.report.result, findings=(finding,))))
    html, markdown = render_html(page), render_outline(page)
    assert html.count('<a href="https://example.org/a(b)|c" rel="noreferrer nofollow">Sworn &lt;in&gt;</a>') == 2, "on top and on the card"
    assert "The Ministry, 2025-01-25, the original was seen" in html
    assert "AP, seen as an excerpt or copy, no link kept" in html
    assert 'href="javascript' not in html
    for told in (markdown, render(page.report, "markdown")):
        assert "Known from: [Sworn &lt;in&gt;](https://example.org/a%28b%29%7Cc) (The Ministry, 2025-01-25" in told
        assert "Known from: New cabinet (AP, seen as an excerpt or copy, no link kept)" in told
        assert "Known from: A list (as of 2022-08)" in told
    assert "Known from: New cabinet (AP, seen as an excerpt or copy, no link kept)" in make_cards(page)[0].note


def test_findings_on_the_same_cells_are_one_card() -> None:
    page = large_page(3)
    (error, warning, note) = page.report.result.findings
    cells = error.places
    near = replace(warning, places=(replace(cells[0], field="scope"), cells[1]))
    further = replace(note, places=(*cells, replace(cells[0], field="scope")))
    context = replace(warning, places=(replace(warning.places[0]), *(replace(place, role="context") for place in cells)))

    def grouped(*findings: Finding) -> list[list[int]]:
        report = replace(page.report, result=replace(page.report.result, findings=findings))
        return [
            [c.number for c in (lead.card, *lead.others)]
            for _, ones in group_cards(make_cards(replace(page, report=report)))
            for lead in ones
        ]

    assert grouped(error, near) == [[1], [2]], "one cell of two"
    half = replace(warning, places=(cells[0], replace(cells[1], field="end")))
    assert grouped(error, half) == [[1], [2]], "the first cell of two"
    assert grouped(error, context) == [[1], [2]], "only as context"
    assert grouped(error, replace(warning, places=cells[1:])) == [[1, 2]], "fewer cells"
    assert grouped(error, further) == [[1, 2]], "more cells"
    assert grouped(error, warning, note) == [[1], [2], [3]]


def test_chains_end_where_nobody_is_named() -> None:
    ends = (Source("sources", "anonymous", None, (), ("c1",)),)
    sources = (Source("Paper", "named", None, (), ("c1", "c2"), ends), Source("Ada", "named", None, (), ("c3",)))
    article = Article("a", None, None, None, None, None, "", 0, sources=sources)
    assert chain_ends(article) == [("named", 1), ("anonymous", 1)]


def test_a_chain_that_is_long_or_runs_in_a_circle_is_cut(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    for n in range(1, 60):
        via = f"art/link-{n - 1:02}" if n > 1 else "art/named"
        row = {
            "passage_id": "art/01.01",
            "start": "0",
            "end": "20",
            "claim_id": "art/meets",
            "described": "a friend",
            "naming": "anonymous",
        }
        append_row(root, "attributions", attribution_id=f"art/link-{n:02}", via=via, **row)
    change_cell(root, "attributions", "art/unnamed", "via", "art/unnamed")
    header, rows = read_table(root, "attributions")
    from packages import write_table

    write_table(root, "attributions", header, sorted(rows))
    (source,) = make_page(root).articles[0].sources
    depth = 0
    while source.rests_on:
        (source,), depth = source.rests_on, depth + 1
    assert depth == 12
    assert render_html(make_page(root))


def test_a_rule_nobody_has_heard_of_and_a_finding_without_anything_have_their_card() -> None:
    place = Place("new_table", "data/said/new_table.csv", 2, "k", "f", None, "basis")
    finding = Finding("brand-new-rule", "k", Verdict.POSSIBLE, Severity.ERROR, "reference", None, None, "does not fit", (place,))
    page = large_page(1)
    page = replace(page, report=replace(page.report, result=Result((finding,)), rules=()), rows=())
    for as_ in ("html", "markdown", "json"):
        assert "brand-new-rule" in render_page(page, as_)
    assert "not measured" in render_html(page)
