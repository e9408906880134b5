"""What somebody sees who has nothing but the program: a finding, why it happens, and what to do next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from click.testing import CliRunner

from corrigenda.cli.main import main

if TYPE_CHECKING:
    import pytest


def test_the_demo_shows_the_worst_finding_and_what_to_do_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shown = CliRunner().invoke(main, ["demo", "--as-of", "2026-11-28"])
    assert shown.exit_code == 0, shown.output
    for words in ("error · certain · office-outside-tenure", "Why it happens:", "corrigenda draft --text FILE", "corrigenda new package"):
        assert words in shown.output
    assert list(tmp_path.iterdir()) == []


def test_the_demo_makes_the_page_where_it_is_asked_for(tmp_path: Path) -> None:
    shown = CliRunner().invoke(main, ["demo", "-o", str(tmp_path / "report"), "--as-of", "2026-11-28"])
    assert shown.exit_code == 0, shown.output
    assert "Pete Hegseth" in (tmp_path / "report" / "index.html").read_text("utf-8")
