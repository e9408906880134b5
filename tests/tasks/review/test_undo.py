"""Decisions of a review taken back: the last one first, and none where somebody else has written since."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from review_clients import Reviewed, notice

from corrigenda.cli.main import main
from corrigenda.package.drafts import read_marks
from corrigenda.package.package import open_package

pytest.importorskip("starlette", reason="the page for review needs the extra 'review'")


def test_the_last_decisions_are_undone_one_after_the_other(reviewed: Reviewed) -> None:
    files = {file: file.read_bytes() for file in sorted((reviewed.root / "data").rglob("*.csv"))}
    first = reviewed.ask("/")[1]
    assert "/undo" not in first
    reviewed.ask("/change", {**reviewed.read("dates", "art/day"), "cell:edtf": "2023"})
    reviewed.ask("/reject", reviewed.read("sums", "art/cost", "/rest"))
    status, text = reviewed.ask("/undo", {})
    assert (status, notice(text)) == (200, "Undone: rejected the sum “1.5 million euros”.")
    status, text = reviewed.ask("/undo", {})
    assert (status, notice(text)) == (200, "Undone: Ada changed date (EDTF) of the date “2019”.")
    assert {file: file.read_bytes() for file in files} == files
    assert reviewed.ask("/")[1] == first
    status, text = reviewed.ask("/undo", {})
    assert (status, notice(text)) == (409, "There is nothing to undo.")


def test_what_another_program_wrote_since_is_not_undone(reviewed: Reviewed) -> None:
    reviewed.ask("/accept", reviewed.read("dates", "art/day"))
    run = ["accept", "mentions:art/ada", "--by", "Eve", "--package", str(reviewed.root)]
    assert CliRunner().invoke(main, run).exit_code == 0
    before = read_marks(open_package(reviewed.root))
    status, text = reviewed.ask("/undo", {})
    assert status == 409
    assert notice(text) == "The files were changed since by another program or another tab; nothing was undone."
    assert read_marks(open_package(reviewed.root)) == before
