"""The walk of docs/review.md, as a new user takes it: each line that it prints is run, and the page is opened from the terminal."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from drafted_article import TENURE, TEXT, lay
from packages import ROOT
from review_clients import accept_finding

from corrigenda.cli.main import main
from corrigenda.package.drafts import find_drafts, read_marks
from corrigenda.package.package import open_package

PAGE = (ROOT / "docs" / "review.md").read_text("utf-8")
LINES = [line for block in re.findall(r"^```\n(.*?)^```", PAGE, re.M | re.S) for line in block.splitlines()]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = lay(tmp_path)
    (root / "article.txt").write_bytes(TEXT.encode())
    monkeypatch.chdir(root)
    return root


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    return result.output


def test_the_page_has_lines_to_run() -> None:
    assert len(LINES) == 4


@pytest.mark.parametrize("line", LINES)
def test_each_line_of_the_walk_runs(root: Path, line: str) -> None:
    before = find_drafts(open_package(root))
    name, *arguments = line.split()
    assert name == "corrigenda"
    run(*arguments)
    assert find_drafts(open_package(root)) < before


def test_the_report_says_how_much_is_drafted_and_who_accepted_what(root: Path) -> None:
    pytest.importorskip("jinja2", reason="the report needs the extra 'report'")
    run("report", "--single-file", "page.html")
    assert "6 rows are drafts that nobody has accepted" in (root / "page.html").read_text("utf-8")
    run("accept", TENURE, "--by", "Ada")
    run("report", "--single-file", "page.html")
    text = (root / "page.html").read_text("utf-8")
    assert "2 rows are drafts that nobody has accepted" in text
    assert "4 drafted rows were accepted (by Ada 4)." in text


def test_a_timeline_of_drafts_says_so_and_no_draft_is_published_as_a_review(root: Path) -> None:
    assert "6 rows are drafts that nobody has accepted" in run("timeline")
    review = (
        "review",
        TENURE,
        "--by",
        "Ada",
        "--published",
        "2026-03-21",
        "--url",
        "https://example.org/",
        "--summary",
        "It does not fit.",
    )
    result = CliRunner().invoke(main, review)
    assert (result.exit_code, result.output) == (
        2, f"{TENURE} rests on drafts that nobody has accepted; run 'corrigenda accept {TENURE}' first\n",
    )  # fmt: skip
    run("accept", TENURE, "--by", "Ada")
    assert run(*review) == f"data/reviews.csv: added {TENURE}\n"


# Whoever runs the tests in the background has told its children to ignore an interrupt.
START = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from corrigenda.cli.main import main; main()"


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is a signal of POSIX here")
def test_the_page_is_opened_from_the_terminal_and_stopped_by_ctrl_c(root: Path) -> None:
    pytest.importorskip("starlette", reason="the page for review needs the extra 'review'")
    command = re.search(r"^    corrigenda (review-draft .*)$", PAGE, re.M)
    assert command
    started = subprocess.Popen(  # noqa: S603  (our own command)
        [sys.executable, "-c", START, *command[1].split()], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    try:
        assert started.stdout is not None
        accept_finding(started.stdout.readline().split()[-1], TENURE)
        started.send_signal(signal.SIGINT)
        assert started.wait(60) == 0
        assert "Stopped. What you decided is in the package." in str(started.stderr and started.stderr.read())
    finally:
        started.kill()
        started.communicate()
    assert {mark.accepted_by for mark in read_marks(open_package(root)).values()} == {"", "Ada"}


def test_what_the_page_lacks_is_said_in_a_sentence(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = CliRunner().invoke(main, ["review-draft", ".", "--text", "article.txt", "--by", "Ada"])
    assert result.exit_code == 2
    assert "pip install 'corrigenda[review]'" in result.output
