"""A report of many articles: a front page that works without a server, a page each, and none of them near a megabyte."""

from __future__ import annotations

import html as html_of
import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from packages import ROOT
from pages import large_page, many

from corrigenda.cli.main import main
from corrigenda.report.page.card import make_cards
from corrigenda.report.page.many.division import divide_articles, divide_cards, name_file
from corrigenda.report.page.many.front import make_entry, sum_coverage, tell_front
from corrigenda.report.page.many.render import render_fronts, render_many
from corrigenda.report.page.model import Page, write_page
from corrigenda.report.page.render import render_folder
from corrigenda.results.coverage import Coverage
from corrigenda.results.finding import Severity, Verdict
from corrigenda.tasks.page import make_page, write_report

pytest.importorskip("jinja2", reason="the report needs the extra 'report'")
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def published() -> Page:
    return make_page(ROOT, as_of="2026-11-22")


@pytest.fixture(scope="module")
def files(published: Page) -> dict[str, str]:
    number = len([f for f in published.report.result.findings if f.article_id]) + 1
    return dict(render_many(many(published, number)))


def entries_of(front: str) -> list[str]:
    (listed,) = re.findall(r'<ol class="entries".*?</ol>', front, re.DOTALL)
    return re.findall(r"<li .*?</li>", listed, re.DOTALL)


def test_every_link_leads_to_a_file_and_to_a_place_in_it(files: dict[str, str]) -> None:
    ids = {name: set(re.findall(r'\sid="([^"]+)"', text)) for name, text in files.items() if name.endswith(".html")}
    for name in ids:
        folder = Path(name).parent
        targets = re.findall(r'href="([^"]+)"', files[name])
        assert targets
        for target in targets:
            file, _, anchor = html_of.unescape(target).partition("#")
            if not file.startswith(("https:", "http:")):
                path = str(folder / file).replace("articles/../", "") if file else name
                assert path in files, (name, target)
                assert not anchor or anchor in ids[path], (name, target)


def test_the_front_page_has_the_worst_articles_first_and_says_what_does_not_fit(files: dict[str, str]) -> None:
    entries = entries_of(files["index.html"])
    levels = [re.findall(r'<li class="(\w+)"', entry)[0] for entry in entries]
    assert levels == sorted(levels, key=["error", "warning", "note", "none"].index)
    assert set(levels) == {"error", "warning", "note", "none"}
    assert "These cannot all be true" in entries[0]
    assert "Nothing found that does not fit" in entries[-1]
    assert sum("The reference" in entry for entry in entries) == 1
    assert "more findings" not in files["index.html"], "each page has its own findings"
    errors = levels.count("error")
    assert f"In {errors} of {len(entries) - 1} articles something certainly cannot be true." in files["index.html"]


def test_an_entry_can_be_found_by_rule_person_and_office(files: dict[str, str]) -> None:
    front = files["index.html"]
    for kind, value in (("rules", "office-outside-tenure"), ("people", "Person 3"), ("offices", "President of the United States")):
        (listed,) = re.findall(rf'<select name="{kind}">(.*?)</select>', front)
        options = dict(re.findall(r'<option value="(\d+)">([^<]+)</option>', listed))
        number = next(number for number, name in options.items() if name == value)
        having = [entry for entry in entries_of(front) if re.search(rf'data-{kind}="(?:\d+ )*{number}(?: \d+)*"', entry)]
        assert 0 < len(having) < len(entries_of(front)) or kind == "offices"
        if kind == "people":
            assert len(having) == len(range(3, len(entries_of(front)) - 1, 7))


def test_a_page_of_an_article_is_as_that_of_a_package_with_this_article_alone(files: dict[str, str], published: Page) -> None:
    alone = dict(render_folder(published))["index.html"]
    number = len([f for f in published.report.result.findings if f.article_id])
    text = files[f"articles/desk_{published.articles[0].article_id}-{number:04}.html"]
    for part in ("verdict", "worst finding", 'class="map"', 'class="timeline"', 'class="sources"', 'class="coverage"'):
        assert part in text
        assert part in alone
    assert "../index.html" in text
    assert "../rules.html#rule-office-outside-tenure" in text
    assert '<details class="rule-page"' not in text, "what is said of the rules is in one place"
    assert files["rules.html"].count('<details class="rule-page"') == alone.count('<details class="rule-page"')


def test_each_page_runs_only_its_own_style_and_script(files: dict[str, str]) -> None:
    for name, text in files.items():
        if name.endswith(".html"):
            assert len(re.findall(r"<script>", text)) == 1
            assert "default-src 'none'; " in text
            assert not re.search(r"\s(style|on\w+)=", re.sub(r"<(style|script)>.*?</\1>", "", text, flags=re.DOTALL))


def test_a_thousand_articles_make_no_page_of_a_megabyte(published: Page) -> None:
    page = many(published, 1_000)
    entries, sizes = [], []
    for number, (file, own) in enumerate(divide_articles(page)):
        cards = make_cards(own)
        entries.append(make_entry(file, own, cards))
        if number == 999:
            sizes += [len(text.encode()) for _, text in render_many(own)]
    fronts = {name: text for name, text in render_fronts(page, entries) if name != "rules.html"}
    assert list(fronts) == ["index.html", "report.md"]
    assert len(entries_of(fronts["index.html"])) == 1_001
    assert 300_000 < max(sizes + [len(text.encode()) for text in fronts.values()]) < MEGABYTE


def test_what_would_not_fit_on_one_front_page_is_on_the_next(published: Page) -> None:
    ((file, own), *_) = divide_articles(published)
    entry = replace(make_entry(file, own, make_cards(own)), name="日" * 110, sentence='"' * 240)
    files = dict(render_fronts(published, [replace(entry, file=f"articles/a-{n:04}") for n in range(2_500)]))
    fronts = [name for name in files if name.startswith("index")]
    assert len(fronts) > 2
    assert sum(len(entries_of(files[name])) for name in fronts) == 2_500
    assert max(len(text.encode()) for text in files.values()) < MEGABYTE
    assert 'href="index-2.html" rel="next"' in files["index.html"]
    assert 'href="index.html" rel="prev"' in files["index-2.html"]
    assert "[The next articles](report-2.md)" in files["report.md"]


def test_many_findings_of_one_article_are_on_several_pages_each_once() -> None:
    page = large_page(400)
    two = replace(page, articles=(*page.articles, replace(page.articles[0], article_id="other", passages=(), claims=())))
    files = dict(render_many(two))
    own = {name: text for name, text in files.items() if name.startswith("articles/long") and name.endswith(".html")}
    assert len(own) > 1
    shown = Counter(anchor for text in own.values() for anchor in re.findall(r'<article class="finding[^>]* id="([^"]+)"', text))
    assert set(shown.values()) == {1}
    assert len(shown) == 400
    assert max(len(text.encode()) for text in own.values()) < MEGABYTE
    first = own["articles/long.html"]
    assert 'class="map"' in first
    elsewhere = re.findall(r'href="(long__\d+\.html)#([^"]+)"', first)
    assert elsewhere
    for file, anchor in elsewhere:
        assert f'id="{anchor}"' in own[f"articles/{file}"]
    assert [sum(map(len, divide_cards(make_cards(page)))), divide_cards([])] == [400, [()]]


def test_no_key_of_an_article_leads_out_of_the_folder() -> None:
    names = [name_file(key) for key in ("a/b", "a-b", "../../etc/passwd", "A", "a b", "a" * 300, "<b>", "")]
    assert len(set(names)) == len(names)
    for name in names:
        assert re.fullmatch(r"[a-z0-9][a-z0-9._-]*", name)


def test_one_article_is_written_as_before_and_many_have_a_front_page(published: Page, tmp_path: Path) -> None:
    assert [path.name for path in write_report(published, tmp_path / "one")] == ["index.html", "report.md", "page.json"]
    stored = tmp_path / "page.json"
    stored.write_text(write_page(many(published, 3)), "utf-8")
    result = CliRunner().invoke(main, ["report", "--from", str(stored), "-o", str(tmp_path / "many")])
    assert result.exit_code == 0, result.output
    assert result.stdout == f"{tmp_path / 'many' / 'index.html'}\n"
    assert "10 more files belong to it" in result.stderr
    outline = (tmp_path / "many" / "report.md").read_text("utf-8")
    for name in re.findall(r"\]\(([^)]+)\)", outline):
        assert (tmp_path / "many" / name).is_file()
    assert json.loads(stored.read_text("utf-8"))["articles"][0]["people"]


def test_an_article_whose_worst_finding_rests_on_a_draft_says_so(published: Page) -> None:
    drafted = tuple(replace(finding, is_drafted=True) for finding in published.report.result.findings)
    page = replace(published, report=replace(published.report, result=replace(published.report.result, findings=drafted)))
    front = dict(render_many(many(page, 3)))["index.html"]
    assert "(draft)</span>" in entries_of(front)[0]


def test_the_front_page_of_clean_articles_says_so(published: Page) -> None:
    page = many(published, 2, findings=0)
    entries = [make_entry(file, own, make_cards(own)) for file, own in divide_articles(page)]
    assert tell_front(entries) == "In none of 2 articles was anything found that certainly cannot be true."
    doubtful = replace(entries[0], level=Severity.WARNING, verdict=Verdict.POSSIBLE)
    assert tell_front([doubtful]).endswith("Look at 1 article with warnings next.")


def test_the_front_page_says_what_was_counted_and_not_kept(published: Page) -> None:
    cut = replace(published.report, result=replace(published.report.result, cut=(("year-missing", 5),)))
    front = dict(render_many(many(replace(published, report=cut), 2)))["index.html"]
    assert "And 5 more findings of year-missing; they were counted and not kept." in front


def test_coverage_is_added_up_by_rule() -> None:
    one = Coverage("r", "a", 1, 2, 3, 4, 5, 6, (("no day", 4),))
    other = Coverage("r", "b", 1, 0, 0, 1, None, None, (("no day", 1),))
    known = Coverage("r", None, 0, 1, 0, 0, None, None, ())
    summed = sum_coverage([one, other, known], "all")
    assert summed == (Coverage("r", "all", 2, 2, 3, 5, 5, 6, (("no day", 5),)), replace(known))
