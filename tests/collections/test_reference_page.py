"""The page "Bring your reference": each command on it is run, and prints what the page says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest  # noqa: TC002  (annotations of tests are read when they run)
from click.testing import CliRunner
from page_runs import lay_files, read_page, run_block

from corrigenda.cli.main import main

FILES, RUNS = read_page("reference.md")


def test_the_page_prints_what_the_commands_print(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    lay_files(FILES)
    assert len(RUNS) == 6
    for block in RUNS:
        run_block(block)


def test_what_the_page_accepts_is_certain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The walk from a file and a text to a certain error, without a row that somebody typed."""
    monkeypatch.chdir(tmp_path)
    lay_files(FILES)
    commands = re.findall(r"^\$ corrigenda (.*)", RUNS[0] + RUNS[2], re.M)
    assert [command.split()[0] for command in commands] == ["import", "draft", "accept"]
    for command in commands:
        assert CliRunner().invoke(main, shlex.split(command)).exit_code == 0
    told = CliRunner().invoke(main, ["check", "draft", "--known", "reference", "-q"])
    assert "error (certain): Ann Lee does not fit as Minister of Works" in told.stdout
