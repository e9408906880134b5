"""The page of a report in a real browser: Debian's Chromium driven by Playwright, where both are at hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browsers import SHOTS, Open, axe, launched, playwright, visiting
from packages import ROOT, copy_package
from pages import large_page, poison

pytestmark = pytest.mark.long

pytest.importorskip("jinja2", reason="the report needs the extra 'report'")
if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("published") / "page.html", ROOT)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    with visiting(browser) as visit:
        yield visit


def write(file: Path, package: Path, **asked: Any) -> Path:
    from corrigenda.report.page.html import render_html
    from corrigenda.tasks.page import make_page

    file.write_text(render_html(make_page(package, as_of="2026-11-22", **asked)), "utf-8")
    return file


def shown(page: Page) -> int:
    return page.locator("article.finding:visible").count()


def test_filters_hide_what_does_not_fit_and_show_it_again(visit: Open, published: Path) -> None:
    page = visit(published)
    every, status = page.locator("article.finding").count(), page.locator("#shown")
    assert shown(page) < every, "notes are folded"
    assert every > 20
    playwright.expect(status).to_have_text(f"{every} findings")
    page.get_by_role("checkbox", name="note").uncheck()
    playwright.expect(page.locator("article.finding.note:visible")).to_have_count(0)
    playwright.expect(page.locator("#group-note")).to_be_hidden()
    page.get_by_role("checkbox", name="certain").uncheck()
    possible = page.locator("article.finding.possible:not(.note)").count()
    playwright.expect(status).to_have_text(f"{possible} of {every} findings")
    assert shown(page) == possible > 0
    page.get_by_role("button", name="Show all").click()
    playwright.expect(status).to_have_text(f"{every} findings")
    playwright.expect(page.locator("details.group[open], details.also[open]")).to_have_count(0)
    page.get_by_role("combobox", name="Rule").select_option("office-outside-tenure")
    playwright.expect(status).to_have_text(f"1 of {every} findings")
    page.get_by_role("button", name="Show all").click()
    page.get_by_role("combobox", name="Rule").select_option("factive-over-anonymous")
    playwright.expect(page.locator("article.finding:visible")).to_have_count(1)
    assert page.locator("details.also[open]").count() == 1, "what is looked for is not folded away"
    page.get_by_role("button", name="Show all").click()
    page.get_by_role("searchbox", name="Text").fill("HEGSETH")
    playwright.expect(page.locator("article.finding:visible", has_not_text="Hegseth")).to_have_count(0)
    assert 0 < shown(page) < every
    page.get_by_role("searchbox", name="Text").fill("no such words")
    playwright.expect(status).to_have_text(f"0 of {every} findings")


def test_the_page_is_whole_without_script(visit: Open, published: Path) -> None:
    page, other = visit(published, script=False), visit(published)
    assert shown(page) == shown(other)
    assert page.locator("#filters").is_hidden()
    assert page.locator("#theme").is_hidden()
    page.locator("details.group > summary").click()
    assert page.locator("article.finding.note:visible").count() > 5
    page.locator("label[for=step-1-1]").click()
    assert page.locator(".panel-1").first.is_visible()
    assert page.locator(".panel-0").first.is_hidden()


def test_a_permalink_shows_its_finding_even_where_a_filter_hides_it(visit: Open, published: Path) -> None:
    anchor = "office-outside-tenure:tokyo-dome/hegseth-0301"
    page = visit(published, anchor=f"#{anchor}")
    finding = page.locator(f'[id="{anchor}"]')
    playwright.expect(finding).to_be_in_viewport()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 20})  # the browser may come late with its own scroll
    page.get_by_role("checkbox", name="error").uncheck()
    playwright.expect(finding).to_be_hidden()
    page.locator(f'.sheet a[href="#{anchor}"]').first.click()
    page.evaluate("location.hash = ''")
    page.evaluate("hash => { location.hash = hash }", anchor)
    playwright.expect(finding).to_be_in_viewport()
    folded = page.locator("details.group article.finding").last
    page.evaluate("hash => { location.hash = hash }", folded.get_attribute("id"))
    playwright.expect(folded).to_be_in_viewport()
    page.locator(f'[id="{anchor}"] a.rule').click()
    playwright.expect(page.locator('[id="rule-office-outside-tenure"]')).to_have_attribute("open", "")


def test_the_keyboard_reaches_everything(visit: Open, published: Path) -> None:
    page = visit(published)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    playwright.expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    playwright.expect(page.locator("#findings-title")).to_be_in_viewport()
    page.locator("#step-1-0").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator(".panel-1").first.is_visible()
    assert page.locator("label[for=step-1-1]").evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    note = page.locator("article.finding .note-to summary").first
    note.focus()
    page.keyboard.press("Enter")
    playwright.expect(page.locator("article.finding .note-to button").first).to_be_visible()


def test_a_note_is_copied_as_plain_text(visit: Open, published: Path) -> None:
    page = visit(published)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("article.finding .note-to summary").first.click()
    button = page.locator("article.finding .note-to button").first
    button.click()
    playwright.expect(button).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith('For the desk, about the article "tokyo-dome"\n')
    assert copied.endswith("It does not say which side is right.")


def test_the_button_turns_the_theme_and_it_stays(visit: Open, published: Path) -> None:
    page = visit(published)
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Use dark colours").click()
    dark = page.evaluate(paper)
    assert dark != light
    page.reload()
    assert page.evaluate(paper) == dark
    page.get_by_role("button", name="Use light colours").click()
    assert page.evaluate(paper) == light


def test_markup_in_any_cell_stays_text_and_runs_nothing(visit: Open, tmp_path: Path) -> None:
    root = copy_package(tmp_path)
    poison(root)
    page = visit(write(tmp_path / "page.html", root))
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 1
    assert page.locator("style").count() == 1
    assert page.locator("article.finding", has_text="<script>alert(1)</script>").count() > 10
    assert "<script>alert(1)</script>" in (page.locator("svg.chart.wide").first.text_content() or "")


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_themes_are_accessible_and_nothing_is_wider_than_the_screen(visit: Open, published: Path, scheme: str, width: int) -> None:
    page = visit(published, scheme=scheme, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    playwright.expect(page.locator(".verdict")).to_be_in_viewport(ratio=1)
    playwright.expect(page.locator(".worst .message")).to_be_in_viewport(ratio=1)
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"report-{width}-{scheme}.png", full_page=True)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    judged = axe.Axe().run(page, options={"resultTypes": ["violations"]}).response
    told = [(v["id"], v["help"], [n["target"] for n in v["nodes"][:3]]) for v in judged["violations"]]
    assert told == [], json.dumps(told, indent=1)


def test_a_text_laid_in_is_accessible_too(visit: Open, tmp_path: Path, article: Path, text: str) -> None:
    page = visit(write(tmp_path / "page.html", ROOT, texts=[text]))
    assert "Behind closed doors" in (page.locator(".sheet p").first.text_content() or "")
    judged = axe.Axe().run(page, context=".map").response
    assert [v["id"] for v in judged["violations"]] == []


def test_the_page_jumps_and_does_not_glide(visit: Open, published: Path) -> None:
    page = visit(published)
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_on_paper_every_step_and_every_row_is_open(visit: Open, published: Path) -> None:
    page = visit(published, script=False, scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for panel in page.locator(".panel").all():
        assert panel.is_visible()
    assert page.locator("nav").first.is_hidden()


def test_two_thousand_findings_are_shown_and_filtered(visit: Open, tmp_path: Path) -> None:
    from corrigenda.report.page.html import render_html

    file = tmp_path / "page.html"
    file.write_text(render_html(large_page(10_000)), "utf-8")
    page = visit(file)
    page.get_by_role("searchbox", name="Text").fill("claim number 1321 ")
    playwright.expect(page.locator("#shown")).to_have_text("1 of 2000 findings", timeout=60_000)
    page.get_by_role("button", name="Show all").click()
    playwright.expect(page.locator("#shown")).to_have_text("2000 findings", timeout=60_000)
