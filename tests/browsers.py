"""A real browser for tests of pages: Debian's Chromium driven by Playwright; where one of both is missing, the tests are skipped."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from packages import ROOT

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright drives the browser")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe judges whether a page is accessible")
if TYPE_CHECKING:
    from playwright.sync_api import Browser

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
