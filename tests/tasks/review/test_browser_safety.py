"""The page for review in a real browser loses and overwrites nothing: two tabs, a key pressed twice, no script, a stopped program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsers import playwright
from packages import read_table
from review_visits import Open, rows_of, say

from corrigenda.package.drafts import find_drafts, read_marks
from corrigenda.package.package import open_package

pytestmark = pytest.mark.long

pytest.importorskip("starlette", reason="the page for review needs the extra 'review'")
if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_a_key_pressed_twice_decides_once(visit: Open, root: Path) -> None:
    page = visit()
    page.keyboard.press("j")
    for _ in range(3):
        page.keyboard.press("a")
    say(page, "Ada accepted the mention “Minister Ada”.")
    playwright.expect(page.locator("[data-row='dates:art/day']")).to_be_focused()
    assert len([mark for mark in read_marks(open_package(root)).values() if mark.accepted_by]) == 1


def test_a_program_that_was_stopped_is_said_whatever_is_asked(visit: Open) -> None:
    page = visit(is_cut_off=True)
    page.locator("section.draft").first.focus()
    page.keyboard.press("c")
    playwright.expect(page.locator(".change-row")).to_be_visible()
    page.route("**/*", lambda route: route.abort())
    stopped = "The program does not answer. Is it still running in the terminal? Nothing was written."
    page.locator(".change-row [data-find]").first.fill("Ben")
    say(page, stopped)
    page.locator("section.draft").nth(1).focus()
    for key in ("c", "a"):
        page.evaluate("document.querySelector('#notice').textContent = ''")
        page.keyboard.press(key)
        say(page, stopped)


def test_the_second_of_two_tabs_is_told_and_overwrites_nothing(visit: Open, root: Path) -> None:
    one, other = visit(), visit()
    one.locator("[data-row='dates:art/day'] .other").click()
    say(one, "Ada changed date (EDTF) of the date “2019”.")
    other.locator("[data-row='dates:art/day'] .accept").click()
    playwright.expect(other.locator("#notice.refused")).to_contain_text(
        "The date “2019” was changed since you read it; nothing was written."
    )
    header, rows = read_table(root, "dates")
    assert rows[0][header.index("edtf")] == "2023"


def test_a_closed_browser_loses_nothing(visit: Open) -> None:
    page = visit()
    page.locator("[data-row='mentions:art/ada'] .accept").click()
    say(page, "Ada accepted the mention “Minister Ada”.")
    page.context.close()
    again = visit()
    assert "mentions:art/ada" not in rows_of(again)
    playwright.expect(again.locator(".lead")).to_contain_text("1 drafted row was accepted (by Ada 1).")


def test_the_page_works_without_script(visit: Open, root: Path) -> None:
    page = visit(script=False)
    page.locator("[data-row='mentions:art/ada'] .accept").click()
    say(page, "Ada accepted the mention “Minister Ada”.")
    page.locator("[data-row='dates:art/day'] .change").click()
    page.locator("[name='cell:edtf']").fill("2023")
    page.get_by_role("button", name="Change and accept").click()
    say(page, "Ada changed date (EDTF) of the date “2019”.")
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
