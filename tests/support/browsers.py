"""A real browser for tests of pages: Debian's Chromium driven by Playwright; where one of both is missing, the tests are skipped."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from packages import ROOT

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright drives the browser")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe judges whether a page is accessible")
# A busy machine may take longer than the five seconds of the library to scroll or to answer.
playwright.expect.set_options(timeout=30_000)
if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

Open = Callable[..., "Page"]

CHROMIUM = os.environ.get("CORRIGENDA_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
if CHROMIUM is None:
    pytest.skip("there is no Chromium: apt-get install chromium", allow_module_level=True)

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
SHOTS = ROOT / "build" / "screenshots"


@contextmanager
def launched() -> Iterator[Browser]:
    """Start a browser in a fresh folder of its own, which Playwright removes at the end."""
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def visiting(browser: Browser) -> Iterator[Open]:
    """Open pages, and hold each to the end: no request leaves the files, nothing is said on the console, nothing pops up."""
    contexts, told = [], []

    def visit(file: Path, *, width: int = 1400, script: bool = True, scheme: str = "light", anchor: str = "") -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, java_script_enabled=script)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()

        def note(request: Request) -> None:
            if not request.url.startswith(("file://", "data:")):
                told.append(f"request to {request.url}")

        page.on("request", note)
        page.on("console", lambda message: told.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: told.append(f"error: {error}"))
        page.on("dialog", lambda dialog: told.append(f"dialog: {dialog.message}"))
        page.goto(f"{file.as_uri()}{anchor}")
        return page

    yield visit
    for context in contexts:
        context.close()
    assert told == []
