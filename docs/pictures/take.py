"""Take the pictures of docs/first_article.md, docs/review.md and the published report again: run the commands, open Chromium.

    python docs/pictures/take.py

It needs corrigenda with the extras author, import, report and review, Playwright, and a Chromium (CORRIGENDA_CHROMIUM names another).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from corrigenda.tasks.review.server import serve_review

HERE = Path(__file__).parent
WIDE = {"width": 1400, "height": 900}


def walk(page: str, folder: Path) -> None:
    """Write the files of the page into a folder, and run its commands there up to the review."""
    for name, text in re.findall(r"<!-- file: (\S+) -->\n```text\n(.*?)```", page, re.S):
        (folder / name).write_text(text, "utf-8")
    for line in re.findall(r"^\$ corrigenda ((?:import|draft) .*)$", page, re.M):
        subprocess.run([sys.executable, "-m", "corrigenda", *_split(line)], cwd=folder, check=True, capture_output=True)


def _split(line: str) -> list[str]:
    return [quoted or plain for quoted, plain in re.findall(r'"([^"]*)"|(\S+)', line)]


@contextmanager
def opened() -> Iterator[Page]:
    """Open a page of a fresh browser."""
    chromium = os.environ.get("CORRIGENDA_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--headless", "--no-sandbox", "--disable-gpu"])
        yield browser.new_context(viewport=WIDE, color_scheme="light").new_page()  # type: ignore[arg-type]
        browser.close()


def main() -> None:
    """Take the pictures."""
    text = (HERE.parent / "first_article.md").read_text("utf-8")
    with tempfile.TemporaryDirectory() as scrap, opened() as page:
        folder = Path(scrap)
        walk(text, folder)
        article = (folder / "article.txt").read_text("utf-8")
        with serve_review(folder / "story", article, "Ada", lambda: "2026-03-13", print, known=folder / "reference") as link:
            page.goto(link)
            page.locator("section.draft").first.wait_for()
            page.screenshot(path=HERE / "first-article-draft.png")
            page.set_viewport_size({"width": 1200, "height": 820})
            page.screenshot(path=HERE / "review.png")
            page.set_viewport_size(WIDE)  # type: ignore[arg-type]
            page.keyboard.press("j")
            page.keyboard.press("f")
            page.get_by_text("error · certain").first.wait_for()
            page.evaluate("window.scrollTo(0, 0)")
            page.screenshot(path=HERE / "first-article-certain.png")
        command = [sys.executable, "-m", "corrigenda", "report", "story", "--known", "reference", "-o", "report"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
        page.goto((folder / "report" / "index.html").as_uri())
        page.screenshot(path=HERE / "first-article-report.png")
        subprocess.run([sys.executable, "-m", "corrigenda", "demo", "-o", "demo"], cwd=folder, check=True, capture_output=True)
        page.set_viewport_size({"width": 1200, "height": 720})
        page.goto((folder / "demo" / "index.html").as_uri())
        page.screenshot(path=HERE / "report.png")


if __name__ == "__main__":
    main()
