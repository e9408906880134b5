"""The page for review in a real browser: by mouse, by keyboard alone, without script, on a wide and a narrow screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsers import SHOTS, axe, playwright
from drafted_article import TENURE
from packages import read_table
from review_visits import Open, rows_of, say

from corrigenda.package.drafts import find_drafts, read_marks
from corrigenda.package.package import open_package

pytestmark = pytest.mark.long

pytest.importorskip("starlette", reason="the page for review needs the extra 'review'")


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
    say(page, "Ada accepted the mention “Minister Ada”.")
    # The next row has the focus, so that the next key decides about it.
    playwright.expect(page.locator("[data-row='dates:art/day']")).to_be_focused()
    for told in ("the date “2019”", "the claim “Minister Ada signed in 2019.”", "the event “Ada signs”"):
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
    say(page, "Ada changed date (EDTF) of the date “2019”.")
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
    say(page, "Ada changed actor of the mention “Minister Ada”.")
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


def test_the_key_for_a_whole_finding_decides_nothing_under_no_finding(visit: Open, root: Path) -> None:
    before = find_drafts(open_package(root))
    page = visit()
    page.goto(f"{page.url.partition('#')[0]}rest")
    page.keyboard.press("j")
    playwright.expect(page.locator("section.draft").first).to_be_focused()
    page.keyboard.press("f")
    page.keyboard.press("j")
    playwright.expect(page.locator("main[aria-busy]")).to_have_count(0)
    playwright.expect(page.locator("#notice")).to_be_hidden()
    assert find_drafts(open_package(root)) == before


def test_a_row_is_rejected_and_all_rows_are_accepted(visit: Open, root: Path) -> None:
    page = visit()
    page.locator("[data-row='mentions:art/ada'] .reject").click()
    say(page, "Rejected the mention “Minister Ada”.")
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


def test_the_words_of_the_row_with_the_focus_are_shown_in_the_text(visit: Open) -> None:
    page = visit()
    page.locator("[data-row='dates:art/day']").focus()
    assert page.locator(".article .in-focus").all_text_contents() == ["2019"]
    page.locator("[data-row='claims:art/signed']").focus()
    assert "".join(page.locator(".article .in-focus").all_text_contents()) == "Minister Ada signed in 2019."
    page.goto(f"{page.url.partition('#')[0]}rest")
    page.locator("[data-row='claims:art/cost']").focus()
    assert "".join(page.locator(".article .in-focus").all_text_contents()).startswith("It cost 1.5 million euros")


@pytest.mark.parametrize("width", [1400, 390])
def test_what_was_done_is_in_sight_and_can_be_undone_by_a_key(visit: Open, root: Path, width: int) -> None:
    before = find_drafts(open_package(root))
    page = visit(width=width)
    page.locator("[data-row='events:art/signing']").focus()
    page.keyboard.press("r")
    say(page, "Rejected the event “Ada signs”, and 2 rows (dates 1, mentions 1) with it.")
    playwright.expect(page.locator("#notice")).to_be_in_viewport()
    playwright.expect(page.locator(".undo")).to_be_in_viewport()
    page.keyboard.press("u")
    say(page, "Undone: rejected the event “Ada signs”, and 2 rows (dates 1, mentions 1) with it.")
    playwright.expect(page.locator(".undo")).to_have_count(0)
    assert find_drafts(open_package(root)) == before
