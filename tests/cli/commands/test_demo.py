"""What somebody sees who has nothing but the program: a finding, why it happens, and what to do next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from click.testing import CliRunner
from packages import ROOT

from corrigenda.cli.main import main
from corrigenda.package.package import open_package

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


def test_the_demo_copies_the_published_package(tmp_path: Path) -> None:
    shown = CliRunner().invoke(main, ["demo", "--copy", str(tmp_path / "published")])
    assert shown.exit_code == 0, shown.output
    package = open_package(tmp_path / "published")
    assert (package.root / "data" / "LICENSE.md").is_file()
    for table in package.tables.values():
        assert table.file.read_bytes() == (ROOT / table.path).read_bytes()
    again = CliRunner().invoke(main, ["demo", "--copy", str(tmp_path / "published")])
    assert (again.exit_code, "is there already and not empty" in again.output) == (2, True)
