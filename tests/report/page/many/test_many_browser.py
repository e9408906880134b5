"""The front page of many articles in a real browser, opened from the disk: Debian's Chromium driven by Playwright."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsers import SHOTS, Open, axe, launched, playwright, visiting
from packages import ROOT
from pages import many

from corrigenda.tasks.page import make_page, write_report

pytest.importorskip("jinja2", reason="the report needs the extra 'report'")
if TYPE_CHECKING:
    from playwright.sync_api import Browser

ARTICLES = 20


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    with visiting(browser) as visit:
        yield visit


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Path:
    page = many(make_page(ROOT, as_of="2026-11-22"), ARTICLES)
    return write_report(page, tmp_path_factory.mktemp("many"))[0]


def test_words_and_filters_leave_the_articles_that_fit(visit: Open, front: Path) -> None:
    page = visit(front)
    status, entries = page.locator("#shown"), page.locator(".entries > li:visible")
    playwright.expect(status).to_have_text(f"{ARTICLES + 1} shown")
    page.get_by_role("searchbox", name="Words").fill("TOWN 0003")
    playwright.expect(entries).to_have_count(1)
    page.get_by_role("button", name="Show all").click()
    playwright.expect(entries).to_have_count(ARTICLES + 1)
    page.get_by_role("combobox", name="Person").select_option(label="Person 3")
    playwright.expect(status).to_have_text(f"3 of {ARTICLES + 1} shown")
    page.get_by_role("button", name="Show all").click()
    page.get_by_role("combobox", name="Worst finding").select_option("none")
    playwright.expect(entries).to_have_count(1)
    page.get_by_role("button", name="Show all").click()
    page.get_by_role("combobox", name="Rule").select_option(label="group-source")
    playwright.expect(entries).not_to_have_count(ARTICLES + 1)
    first = entries.first.get_by_role("link")
    name = first.text_content() or ""
    first.click()
    playwright.expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.get_by_role("link", name="All articles").click()
    playwright.expect(page.get_by_role("heading", level=1)).to_have_text("corrigenda")


def test_without_script_it_is_a_plain_list(visit: Open, front: Path) -> None:
    page = visit(front, script=False)
    assert page.locator("#filters").is_hidden()
    assert page.locator(".entries > li:visible").count() == ARTICLES + 1
    page.locator(".entries a").first.click()
    assert page.locator("article.finding").count() > 10


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (390, "dark")])
def test_it_is_accessible_and_no_wider_than_the_screen(visit: Open, front: Path, scheme: str, width: int) -> None:
    page = visit(front, scheme=scheme, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    playwright.expect(page.locator(".verdict")).to_be_in_viewport(ratio=1)
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"front-{width}-{scheme}.png", full_page=True)
    judged = axe.Axe().run(page, options={"resultTypes": ["violations"]}).response
    told = [(v["id"], v["help"], [n["target"] for n in v["nodes"][:3]]) for v in judged["violations"]]
    assert told == [], json.dumps(told, indent=1)
