"""The page of a report: its data, its map, its sentences, and that it is the same whenever it is made."""

from __future__ import annotations

import base64
import hashlib
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from packages import ROOT, copy_package, empty_package, keep_tables, small_package
from pages import PAYLOAD, large_page, poison, steady

from corrigenda.errors import SetupError
from corrigenda.report.page.card import make_cards
from corrigenda.report.page.chart import Chart, Track
from corrigenda.report.page.html import render_html
from corrigenda.report.page.markdown import render_outline
from corrigenda.report.page.model import Page, read_page, write_page
from corrigenda.report.page.svg import WIDE, draw
from corrigenda.report.summary import cover, tell_cover, tell_findings
from corrigenda.report.template import _environment
from corrigenda.results.coverage import ArticleCoverage, Coverage
from corrigenda.results.finding import Result
from corrigenda.tasks.page import make_page

pytest.importorskip("jinja2", reason="the report needs the extra 'report'")
from report_pages import run

GOLD = Path(__file__).parent / "gold"

SOME = ("anonymous-chain", "name-outside-use", "year-missing")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Page:
    return steady(make_page(small_package(tmp_path_factory.mktemp("small")), select=SOME))


def hold_to_gold(name: str, text: str) -> None:
    actual = Path(__file__).parents[2] / "actual" / name
    if text != (GOLD / name).read_text("utf-8"):
        actual.parent.mkdir(exist_ok=True)
        actual.write_text(text, "utf-8")
        pytest.fail(f"{actual} is not {GOLD / name}; look at both, and copy the first over the second where it is meant")


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
        ([], "Say where the report goes"),
        (["-o", "a", "--format", "json"], "Say where the report goes"),
        (["--from", "page.json", "--select", "year-missing", "--format", "json"], "leave out the options about a run"),
        (["--format", "json", "--as-of", "soon"], "--as-of is 'soon'"),
        (["--format", "json", "--select", "no-rule"], "There is no rule 'no-rule'"),
        (["--single-file", "/dev/null/page.html"], "/dev/null: cannot be made"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(arguments: list[str], expected: str) -> None:
    code, _, said = run(ROOT, *arguments)
    assert code == 2
    assert expected in said
