"""The page for review in a real browser: by mouse, by keyboard alone, without script, on a wide and a narrow screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsers import SHOTS, axe, launched, playwright
from drafted_article import ON, TENURE, TEXT, lay
from packages import read_table

from corrigenda.package.drafts import find_drafts, read_marks
from corrigenda.package.package import open_package
from corrigenda.tasks.review.server import serve_review

pytestmark = pytest.mark.long

pytest.importorskip("starlette", reason="the page for review needs the extra 'review'")
if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# A slow machine is no failure.
playwright.expect.set_options(timeout=60_000)
Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay(tmp_path)


@pytest.fixture
def visit(browser: Browser, root: Path) -> Iterator[Open]:
    """Serve the review and open it; no request leaves the machine, nothing is said on the console, nothing pops up."""
    contexts, said, links = [], [], []

    with serve_review(root, TEXT, "Ada", lambda: ON, lambda line: links.append(line.split(": ", 1)[1])) as link:
        links.append(link)

        def visit(*, width: int = 1400, script: bool = True) -> Page:
            context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script)
            contexts.append(context)
            page = context.new_page()
            own = link.split("/?")[0]
            page.on("request", lambda request: None if request.url.startswith(own) else said.append(f"request to {request.url}"))
            page.on("console", lambda message: None if "40" in message.text or "422" in message.text else said.append(message.text))
            page.on("pageerror", lambda error: said.append(f"error: {error}"))
            page.on("dialog", lambda dialog: said.append(f"dialog: {dialog.message}"))
            page.goto(links[-1])
            return page

        yield visit
        for context in contexts:
            context.close()
    assert said == []


def rows_of(page: Page) -> list[str]:
    return [str(row.get_attribute("data-row")) for row in page.locator("section.draft").all()]


def say(page: Page, words: str) -> None:
    playwright.expect(page.locator("#notice")).to_have_text(words)


@pytest.mark.parametrize("width", [1400, 390])
def test_the_page_is_accessible_and_as_wide_as_the_screen(visit: Open, width: int) -> None:
    page = visit(width=width)
    for path in ("/", "/rest", "/row?table=mentions&row=art/ada"):
        page.goto(f"{page.url.split('/', 3)[0]}//{page.url.split('/')[2]}{path}")
        found = axe.Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        SHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SHOTS / f"review-{width}{path.split('?')[0].replace('/', '-')}.png", full_page=True)


def test_a_change_on_the_page_is_accessible_as_well(visit: Open) -> None:
    page = visit()
    page.locator("section.draft .change").first.click()
    playwright.expect(page.locator("section.draft .change-row")).to_be_visible()
    found = axe.Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_first_finding_is_settled_by_keys_alone(visit: Open, root: Path) -> None:
    page = visit()
    assert rows_of(page) == ["mentions:art/ada", "dates:art/day", "claims:art/signed", "events:art/signing"]
    page.keyboard.press("j")
    playwright.expect(page.locator("section.draft").first).to_be_focused()
    page.keyboard.press("a")
    say(page, "Ada accepted mentions art/ada.")
    # The next row has the focus, so that the next key decides about it.
    playwright.expect(page.locator("[data-row='dates:art/day']")).to_be_focused()
    for told in ("dates art/day", "claims art/signed", "events art/signing"):
        page.keyboard.press("a")
        say(page, f"Ada accepted {told}.")
    playwright.expect(page.locator(".others")).to_contain_text("error · certain")
    playwright.expect(page.locator(".sure a")).to_contain_text("1 finding is certain now: ")
    assert {table for table, _ in find_drafts(open_package(root))} == {"claims", "sums"}


def test_the_next_reading_is_taken_and_the_finding_goes(visit: Open, root: Path) -> None:
    page = visit()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("o")
    say(page, "Ada changed edtf of dates art/day.")
    playwright.expect(page.locator(f"[data-finding='{TENURE}']")).to_have_count(0)
    assert read_marks(open_package(root))["dates", "art/day"].accepted_by == "Ada"


def test_a_row_is_changed_with_a_look_up_by_keys_alone(visit: Open, root: Path) -> None:
    page = visit()
    page.keyboard.press("j")
    page.keyboard.press("c")
    field = page.locator("section.draft .change-row [name='cell:actor_id']")
    field.focus()
    field.fill("")
    field.press_sequentially("Ben")
    playwright.expect(page.locator("#found-actor_id option[value=ben]")).to_have_count(1)
    field.fill("ben")
    field.press("Enter")
    say(page, "Ada changed actor_id of mentions art/ada.")
    header, rows = read_table(root, "mentions")
    assert rows[0][header.index("actor_id")] == "ben"
    page.keyboard.press("j")
    page.keyboard.press("c")
    playwright.expect(page.locator(".change-row :is(select, input[type=text])").first).to_be_focused()
    page.keyboard.press("Escape")
    playwright.expect(page.locator(".change-row")).to_have_count(0)


def test_keys_that_are_typed_into_a_field_decide_nothing(visit: Open, root: Path) -> None:
    before = find_drafts(open_package(root))
    page = visit()
    page.keyboard.press("j")
    page.keyboard.press("c")
    field = page.locator(".change-row input[type=text]").first
    field.press_sequentially("arof")
    assert "arof" in field.input_value()
    assert find_drafts(open_package(root)) == before


def test_a_row_is_rejected_and_all_rows_are_accepted(visit: Open, root: Path) -> None:
    page = visit()
    page.locator("[data-row='mentions:art/ada'] .reject").click()
    say(page, "Rejected mentions art/ada.")
    assert read_table(root, "mentions")[1] == []
    page.locator(".accept-rest").click()
    playwright.expect(page.locator("#notice")).to_contain_text("Ada accepted")
    playwright.expect(page.locator(".accept-rest")).to_have_count(0)


def test_a_word_of_the_text_leads_to_its_row(visit: Open) -> None:
    page = visit()
    page.locator(".article a", has_text="2019").click()
    playwright.expect(page.locator("[data-row='dates:art/day']")).to_be_focused()
    link = page.locator(".article a", has_text="1.5 million euros")
    anchor = (link.get_attribute("href") or "").partition("#")[2]
    link.click()
    playwright.expect(page.locator(f"#{anchor}")).to_contain_text("1.5 million euros")


def test_the_second_of_two_tabs_is_told_and_overwrites_nothing(visit: Open, root: Path) -> None:
    one, other = visit(), visit()
    one.locator("[data-row='dates:art/day'] .other").click()
    say(one, "Ada changed edtf of dates art/day.")
    other.locator("[data-row='dates:art/day'] .accept").click()
    playwright.expect(other.locator("#notice.refused")).to_contain_text("Dates art/day was changed since you read it; nothing was written.")
    header, rows = read_table(root, "dates")
    assert rows[0][header.index("edtf")] == "2023"


def test_a_closed_browser_loses_nothing(visit: Open) -> None:
    page = visit()
    page.locator("[data-row='mentions:art/ada'] .accept").click()
    say(page, "Ada accepted mentions art/ada.")
    page.context.close()
    again = visit()
    assert "mentions:art/ada" not in rows_of(again)
    playwright.expect(again.locator(".lead")).to_contain_text("1 drafted row was accepted (by Ada 1).")


def test_the_page_works_without_script(visit: Open, root: Path) -> None:
    page = visit(script=False)
    page.locator("[data-row='mentions:art/ada'] .accept").click()
    say(page, "Ada accepted mentions art/ada.")
    page.locator("[data-row='dates:art/day'] .change").click()
    page.locator("[name='cell:edtf']").fill("2023")
    page.get_by_role("button", name="Change and accept").click()
    say(page, "Ada changed edtf of dates art/day.")
    header, rows = read_table(root, "dates")
    assert rows[0][header.index("edtf")] == "2023"


def test_a_page_of_another_origin_cannot_decide(visit: Open, browser: Browser, root: Path) -> None:
    before = find_drafts(open_package(root))
    page = visit()
    host = page.url.split("/")[2]
    evil = page.context.new_page()
    form = f"<form method=post action='http://{host}/accept'><input name=rest value=1><button>x</button></form>"
    evil.route("http://evil.example/", lambda route: route.fulfill(body=form, content_type="text/html"))
    evil.goto("http://evil.example/")
    with evil.expect_response(f"http://{host}/accept") as answer:
        evil.locator("button").click()
    assert answer.value.status == 403
    assert find_drafts(open_package(root)) == before
