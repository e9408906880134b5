"""The page for review opened in a real browser, by tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from browsers import playwright
from drafted_article import ON, TEXT

from corrigenda.tasks.review.server import serve_review

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# A slow machine is no failure.
playwright.expect.set_options(timeout=60_000)
Open = Callable[..., "Page"]


@contextmanager
def visiting_review(browser: Browser, root: Path) -> Iterator[Open]:
    """Serve the review and open it; no request leaves the machine, nothing is said on the console, nothing pops up."""
    contexts, said, links = [], [], []

    with serve_review(root, TEXT, "Ada", lambda: ON, lambda line: links.append(line.split(": ", 1)[1])) as link:
        links.append(link)

        def visit(*, width: int = 1400, script: bool = True, is_cut_off: bool = False) -> Page:
            context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=script)
            contexts.append(context)
            page = context.new_page()
            own = link.split("/?")[0]
            expected = ("40", "422", *(["ERR_FAILED"] if is_cut_off else []))
            page.on("request", lambda request: None if request.url.startswith(own) else said.append(f"request to {request.url}"))
            page.on("console", lambda message: None if any(one in message.text for one in expected) else said.append(message.text))
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
