"""The page "Your first article in fifteen minutes": from two files to a certain finding, by its commands and one key in the browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from packages import ROOT
from page_runs import lay_files, read_page, run_block
from review_clients import accept_finding

from corrigenda.cli.main import main
from corrigenda.package.drafts import read_marks
from corrigenda.package.package import open_package

for needed in ("starlette", "jinja2", "sentencex", "ijson"):
    pytest.importorskip(needed, reason="the walk needs the extras author, import, report and review")

FILES, RUNS = read_page("first_article.md")
PAGE = (ROOT / "docs" / "first_article.md").read_text("utf-8")
FINDING = "office-outside-tenure:article/dora-quill-0101"
MOST_CELLS = 5


def test_the_walk_ends_with_a_certain_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lay_files(FILES)
    assert [re.search(r"corrigenda (\S+)", block)[1] for block in RUNS] == ["import", "draft", "report"]  # type: ignore[index]
    run_block(RUNS[0])
    run_block(RUNS[1])
    accept_all_under_the_finding()
    accepted = [mark for mark in read_marks(open_package(Path("story"), Path("reference"))).values() if mark.accepted_by]
    assert 0 < len(accepted) <= MOST_CELLS
    assert {mark.accepted_by for mark in accepted} == {"Ada"}
    run_block(RUNS[2])
    checked = CliRunner().invoke(main, ["check", "story", "--known", "reference", "-q"])
    assert "error (certain): Dora Quill does not fit as Mayor of Port Selby" in checked.stdout
    assert "certain" in Path("report/index.html").read_text("utf-8")


def accept_all_under_the_finding() -> None:
    """Do in the page for review what the key `f` does, as the browser sends it."""
    from corrigenda.tasks.review.server import serve_review

    root, text = Path("story"), Path("article.txt").read_text("utf-8")
    with serve_review(root, text, "Ada", lambda: "2026-03-13", print, known=Path("reference")) as first:
        accept_finding(first, FINDING)


def test_every_picture_of_the_page_is_there_and_small() -> None:
    pictures = re.findall(r"\]\((pictures/\S+)\)", PAGE)
    assert len(pictures) == 3
    for name in pictures:
        assert 5_000 < (ROOT / "docs" / name).stat().st_size < 250_000


def test_no_step_of_the_page_opens_a_table() -> None:
    assert not re.search(r"data/said|data/known|\.csv`? (?:in|with) (?:an|your) editor", PAGE)
