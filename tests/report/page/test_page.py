"""The page of a report: its data, its map, its sentences, and that it is the same whenever it is made."""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from packages import ROOT, append_row, change_cell, copy_package, empty_package, keep_tables, path_of, read_table, small_package
from pages import PAYLOAD, large_page, poison, steady

from corrigenda.cli.main import main
from corrigenda.errors import SetupError
from corrigenda.report import render
from corrigenda.report.page.card import anchor_of, make_cards
from corrigenda.report.page.chart import Chart, Track
from corrigenda.report.page.groups import find_worst, group_cards, tell_worst
from corrigenda.report.page.html import chain_ends, render_html
from corrigenda.report.page.map import Block, lay_out, strip
from corrigenda.report.page.markdown import render_outline
from corrigenda.report.page.model import Article, Page, PagePassage, PrintedWords, Source, read_page, write_page
from corrigenda.report.page.render import render_page
from corrigenda.report.page.svg import NARROW, WIDE, draw
from corrigenda.report.summary import cover, tell_cover, tell_findings
from corrigenda.report.template import _environment
from corrigenda.results.coverage import ArticleCoverage, Coverage
from corrigenda.results.finding import Finding, Place, Result, Severity, Verdict
from corrigenda.results.known_source import KnownSource
from corrigenda.results.reliability import Reliability
from corrigenda.tasks.page import make_page

pytest.importorskip("jinja2", reason="the report needs the extra 'report'")
GOLD = Path(__file__).parent / "gold"
FIGURES = Reliability("r", 500, 498, 400, 399, 250, 249, 497, 20000, 0, 3, 4, 4, "year-shifted: 498 of 500", 1, "0" * 16, "0" * 16)
SOME = ("anonymous-chain", "name-outside-use", "year-missing")


@pytest.fixture(scope="module")
def published() -> Page:
    return make_page(ROOT, as_of="2026-11-22")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return steady(make_page(small_package(tmp_path_factory.mktemp("small")), select=SOME))


def run(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["report", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "internal error" not in result.stderr, result.stderr
    return result.exit_code, result.stdout, result.stderr


def hold_to_gold(name: str, text: str) -> None:
    actual = Path(__file__).parents[2] / "actual" / name
    if text != (GOLD / name).read_text("utf-8"):
        actual.parent.mkdir(exist_ok=True)
        actual.write_text(text, "utf-8")
        pytest.fail(f"{actual} is not {GOLD / name}; look at both, and copy the first over the second where it is meant")


def blocks_of(page: Page) -> list[Block]:
    paragraphs, _ = lay_out(page.articles[0], make_cards(page))
    return [block for blocks in paragraphs for block in blocks]


def test_page_data_outline_and_picture_are_what_they_were(small: Page) -> None:
    chart = small.articles[0].chart
    assert chart is not None
    # What was measured of the rules changes with every measurement.
    plain = replace(small, report=replace(small.report, reliability={}))
    hold_to_gold("page.json", write_page(plain))
    hold_to_gold("report.md", render_outline(plain))
    hold_to_gold("timeline.svg", draw(chart, WIDE, "chart-1-0") + "\n")


def test_a_stored_page_gives_the_same_page(published: Page) -> None:
    html = render_html(published)
    again = read_page(write_page(published))
    assert again == published
    assert render_html(again) == html
    assert render_html(published) == html


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"format_version": "3"}', '{"format_version": "1", "report": {"package": 3}}', "[" * 20_000, "\x00"]
)
def test_a_stored_page_that_is_none_is_refused_in_a_sentence(text: str, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="stored page"):
        read_page(text)
    (tmp_path / "page.json").write_text(text, "utf-8")
    code, _, said = run("--from", tmp_path / "page.json", "--single-file", tmp_path / "page.html")
    assert code == 2
    assert "stored page" in said
    assert not (tmp_path / "page.html").exists()


@pytest.mark.parametrize(
    ("part", "other"),
    [
        ('"first": "20', '"first": "soon'),
        ('"kind": "said"', '"kind": "said onload=alert(1)"'),
        ('"verdict": "possible"', '"verdict": "sure"'),
    ],
)
def test_a_stored_page_with_a_value_that_cannot_be_drawn_is_refused(small: Page, part: str, other: str) -> None:
    text = write_page(small)
    assert part in text
    with pytest.raises(SetupError, match="the stored page cannot be read"):
        read_page(text.replace(part, other))


def test_the_page_runs_only_its_own_style_and_script(published: Page) -> None:
    html = render_html(published)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy is not None
    for tag in ("style", "script"):
        (inside,) = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]
    assert policy[1].startswith("default-src 'none'; ")
    assert not re.search(r"\s(style|on\w+)=", re.sub(r"<(style|script)>.*?</\1>", "", html, flags=re.DOTALL))
    assert not re.search(r'\s(src|srcset|action|data)="', html)


def test_markup_in_any_cell_stays_text(tmp_path: Path) -> None:
    root = copy_package(tmp_path)
    assert {"claims.statement", "dates.as_printed", "events.label", "actors.label", "sources.title"} <= poison(root)
    page = make_page(root)
    assert page.report.result.findings
    html, markdown = render_html(page), render_outline(page)
    assert html.count("&lt;script&gt;alert(1)") > 100
    for text in (html, markdown, page._repr_html_() or ""):
        # Counted, for a failing `in` would compare a long page letter by letter.
        assert [text.count(part) for part in ("<script>alert", "<img", "49</style>")] == [0, 0, 0]


def test_what_turns_the_reading_direction_is_shown_as_its_code_point() -> None:
    page = large_page(1)
    finding = replace(page.report.result.findings[0], message="a\u202eb")
    html = render_html(replace(page, report=replace(page.report, result=Result((finding,)))))
    assert "\u202e" not in html
    assert "a&lt;U+202E&gt;b" in html
    drawn = draw(Chart("consistent", True, 1, "2020-01-01", "2020-01-01", (Track("e", "said", "a\u202eb", ("c\u202ed",)),)), WIDE, "c")
    assert "\u202e" not in drawn
    assert drawn.count("&lt;U+202E&gt;") == 2


def test_the_map_is_to_scale(published: Page) -> None:
    for block in blocks_of(published):
        assert sum(len(p.text) if p.text is not None else sum(p.bars) for p in block.pieces) == block.passage.end - block.passage.start


def test_the_strip_has_one_bar_a_sentence_to_scale_and_as_high_as_its_worst_finding(published: Page) -> None:
    article = published.articles[0]
    paragraphs, _ = lay_out(article, make_cards(published))
    bars = strip(article, paragraphs)
    assert len(bars) == len(article.passages)
    for bar, block in zip(bars, (block for blocks in paragraphs for block in blocks), strict=True):
        assert bar.width * article.length == pytest.approx((block.passage.end - block.passage.start) * 940, abs=article.length / 100)
        assert bar.level == (min(block.cards, key=lambda c: list(Severity).index(c.finding.level)).finding.level if block.cards else None)
    heights: dict[str | None, int] = {bar.level: bar.height for bar in bars}
    assert heights["error"] > heights["warning"] > heights["note"] > heights[None]
    assert strip(article, paragraphs * 100) == []


def test_words_whose_place_is_not_known_are_never_cut(published: Page) -> None:
    article = published.articles[0]
    paragraphs, _ = lay_out(article, make_cards(published))
    known = {word for passage in article.passages for words in passage.words for word in (words.words or "").split()}
    loose = [piece.text for blocks in paragraphs for block in blocks for piece in block.pieces if piece.text and not piece.is_exact]
    assert loose
    assert {word for text in loose for word in text.split()} <= known


def test_a_text_laid_in_is_shown_whole_and_marked_where_it_is_meant(article: Path, text: str) -> None:
    blocks = blocks_of(make_page(ROOT, texts=[text]))
    _, _, said = run(ROOT, "--text", article, "--format", "json")
    assert "do not publish it" in said
    for block in blocks:
        assert "".join(p.text or "" for p in block.pieces) == text[block.passage.start : block.passage.end]
    marked = {c.finding.rule: "".join(p.text or "" for p in b.pieces if p.level == "error") for b in blocks for c in b.cards}
    assert marked["office-outside-tenure"] == "Defense Secretary Pete Hegseth"


def test_no_sentence_of_the_article_is_in_a_page_without_its_text(published: Page, text: str) -> None:
    html = render_html(published)
    for block in blocks_of(published):
        sentence = text[block.passage.start : block.passage.end]
        assert sentence not in html
        assert sum(len(p.text) for p in block.pieces if p.text) < len(sentence)


def test_every_finding_about_the_article_stands_in_the_map_once_or_is_named_beneath(published: Page) -> None:
    cards = [card for card in make_cards(published) if card.finding.subject == "article"]
    paragraphs, nowhere = lay_out(published.articles[0], cards)
    shown = [card.number for blocks in paragraphs for block in blocks for card in block.cards] + [card.number for card in nowhere]
    assert sorted(shown) == [card.number for card in cards]
    ends = [card.number for blocks in paragraphs for block in blocks for piece in block.pieces for card in piece.ends]
    assert sorted([*ends, *(card.number for card in nowhere)]) == sorted(shown)


def lay(*words: PrintedWords, text: str | None = None) -> list[tuple[str | int, bool]]:
    article = Article("a", None, None, None, None, None, "", 40, (PagePassage("a/1", 1, 1, 100, 140, words, text),))
    paragraphs, _ = lay_out(article, [])
    return [(piece.text if piece.text is not None else sum(piece.bars), piece.is_exact) for piece in paragraphs[0][0].pieces]


def test_printed_words_stand_where_they_are_and_never_over_each_other() -> None:
    ada, lady = PrintedWords("mentions", "m", 110, 113, "Ada"), PrintedWords("mentions", "n", 105, 113, "Lady Ada")
    assert lay(ada) == [(10, True), ("Ada", True), (27, True)]
    assert lay(ada, lady) == [(5, True), ("Lady Ada", True), (27, True)]
    assert lay(replace(ada, end=130, is_exact=False)) == [(18, True), ("Ada", False), (19, True)]
    assert lay(replace(ada, end=112)) == [(40, True)], "words longer than their span"
    assert lay(replace(ada, start=90, end=93)) == [(40, True)], "words of another passage"
    assert lay() == [(40, True)]


def test_a_clean_result_says_of_how_much() -> None:
    claims = [f"c{n}" for n in range(50)]
    row = Coverage("r", "a", 0, 0, 6, 0, 6, 0, ())
    little = Result(coverage=(row,), articles=(ArticleCoverage("a", facts=6, names=10, unjudged=34),))
    much = replace(little, articles=(ArticleCoverage("a", facts=45, unjudged=5),))
    low, high = cover(little, claims), cover(much, claims)
    assert tell_findings(0, low) == "Nothing found that does not fit; the facts of 12% of the claims could be judged"
    assert tell_findings(0, high) == "Nothing found that does not fit; the facts of 90% of the claims could be judged"
    assert tell_findings(0, replace(low, undecided=2)) == (
        "Nothing found that does not fit; the facts of 12% of the claims could be judged, and 2 rows could not be decided"
    )
    assert tell_findings(0, replace(low, undecided=6)) == "Nothing could be decided"
    assert tell_cover(low).startswith("Of 50 claims 6 (12%) could be judged on facts, 10 on names alone")
    assert tell_cover(low, is_whole=False).endswith("Only some rules were asked for.")
    assert low.steps == [("facts", 0.12), ("names", 0.32), ("sourcing", 0.32)]
    assert tell_findings(0, cover(Result(), claims)) == "Nothing could be judged"
    assert cover(Result(), claims).share == 0
    page = large_page(1)
    shown = [render_html(replace(page, report=replace(page.report, result=r))) for r in (little, much)]
    assert ['class="covered low"' in html for html in shown] == [True, False]
    assert "finding nothing proves little" in shown[0]
    assert "Nearly all of it was compared" in shown[1]


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


def test_two_articles_have_their_parts_and_no_id_twice(published: Page) -> None:
    (one,) = published.articles
    html = render_html(replace(published, articles=(one, replace(one, article_id="other", title="Another one"))))
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(set(ids)) == len(ids)
    assert {"map-1", "map-2", "timeline-2", "sources-2"} <= set(ids)
    assert '<option value="other">Another one</option>' in html


def test_a_note_to_the_desk_is_complete_and_neutral(published: Page) -> None:
    cards = make_cards(published)
    note = " ".join(next(c for c in cards if c.finding.rule == "office-outside-tenure").note)
    for part in ('Printed: "Defense Secretary Pete Hegseth"', "2025-01-25", "data/said/mentions.csv:", "To settle: ", "How sure: certain"):
        assert part in note
    for card in cards:
        assert not re.search(r"\b(false|wrong|liar|fake|mistake|error by)\b", " ".join(card.note), re.IGNORECASE)
        assert card.finding.fingerprint in card.note[-2]


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
    assert "The Ministry, 2025-01-25, the page itself was seen" in html
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


@pytest.mark.parametrize("lacking", ["attributions", "dates", "events", "sums", "waivers"])
def test_a_package_that_lacks_a_table_has_its_page(tmp_path: Path, lacking: str) -> None:
    import json

    root = empty_package(tmp_path)
    names = [r["name"] for r in json.loads((root / "datapackage.json").read_text("utf-8"))["resources"]]
    keep_tables(root, *(name for name in names if name != lacking))
    code, said, trouble = run(root, "--format", "markdown")
    if code == 2:
        assert lacking in trouble, "a table that others point at cannot be left out"
    else:
        assert "did not run" in said or lacking == "waivers"


def test_an_empty_package_says_that_nothing_could_be_judged(tmp_path: Path) -> None:
    html = render_html(make_page(empty_package(tmp_path)))
    assert "Nothing could be judged" in html
    assert "There are no claims yet." in html


def test_a_rule_that_did_not_run_is_named_on_top_with_the_reason() -> None:
    page = large_page(1)
    result = replace(page.report.result, not_run=(("year-missing", "the package has no table dates"),))
    html = render_html(replace(page, report=replace(page.report, result=result)))
    assert html.index("1 rule did not run.") < html.index("the package has no table dates") < html.index("<nav")


def test_a_rule_nobody_has_heard_of_and_a_finding_without_anything_have_their_card() -> None:
    place = Place("new_table", "data/said/new_table.csv", 2, "k", "f", None, "basis")
    finding = Finding("brand-new-rule", "k", Verdict.POSSIBLE, Severity.ERROR, "reference", None, None, "does not fit", (place,))
    page = large_page(1)
    page = replace(page, report=replace(page.report, result=Result((finding,)), rules=()), rows=())
    for as_ in ("html", "markdown", "json"):
        assert "brand-new-rule" in render_page(page, as_)
    assert "not measured" in render_html(page)


def test_a_notebook_shows_a_small_safe_table(published: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    page = large_page(30)
    first, *others = page.report.result.findings
    findings = (replace(first, message=PAYLOAD), *others)
    shown = replace(page.report, result=replace(page.report.result, findings=findings))._repr_html_()
    assert shown is not None
    assert "&lt;script&gt;" in shown
    assert "10 more findings." in shown
    assert published._repr_html_() == published.report._repr_html_()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    _environment.cache_clear()
    assert published._repr_html_() is None


def test_the_command_writes_the_same_files_twice(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    for name in ("one", "two"):
        code, said, _ = run(root, "-o", tmp_path / name / "deep", "--as-of", "2026-11-22")
        assert code == 0
        assert [Path(line).name for line in said.splitlines()] == ["index.html", "report.md", "page.json"]
    for name in ("index.html", "report.md", "page.json"):
        assert (tmp_path / "one" / "deep" / name).read_bytes() == (tmp_path / "two" / "deep" / name).read_bytes()
    code, _, _ = run("--from", tmp_path / "one" / "deep" / "page.json", "--single-file", tmp_path / "again.html")
    assert code == 0
    assert (tmp_path / "again.html").read_bytes() == (tmp_path / "one" / "deep" / "index.html").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], "say where the report goes"),
        (["-o", "a", "--format", "json"], "say where the report goes"),
        (["--from", "page.json", "--select", "year-missing", "--format", "json"], "leave out the options about a run"),
        (["--format", "json", "--as-of", "soon"], "--as-of is 'soon'"),
        (["--format", "json", "--select", "no-rule"], "there is no rule 'no-rule'"),
        (["--single-file", "/dev/null/page.html"], "/dev/null: cannot be made"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(arguments: list[str], expected: str) -> None:
    code, _, said = run(ROOT, *arguments)
    assert code == 2
    assert expected in said


def test_a_text_that_is_not_that_of_the_article_is_not_laid_in(tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another text.", "utf-8")
    code, _, said = run(ROOT, "--text", other, "--single-file", tmp_path / "page.html")
    assert code == 2
    assert "which is that of no article of the package" in said
    assert not (tmp_path / "page.html").exists()


def test_a_text_beside_which_a_row_does_not_fit_is_not_laid_in(package: Path, article: Path, tmp_path: Path) -> None:
    row = read_table(package, "dates")[1][0]
    header = read_table(package, "dates")[0]
    line = change_cell(package, "dates", row[0], "start", str(int(row[header.index("start")]) + 1))
    code, _, said = run(package, "--text", article, "--single-file", tmp_path / "page.html")
    assert code == 2
    assert f"{path_of(package, 'dates').relative_to(package)}:{line}: " in said
    assert not (tmp_path / "page.html").exists()
