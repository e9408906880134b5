"""The page "Bring your reference": each command on it is run, and prints what the page says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest  # noqa: TC002  (annotations of tests are read when they run)
from click.testing import CliRunner
from packages import ROOT

from corrigenda.cli.main import main

PAGE = (ROOT / "docs" / "reference.md").read_text("utf-8")
FILES = re.findall(r"<!-- file: (\S+) -->\n```text\n(.*?)```", PAGE, re.S)
RUNS = re.findall(r"<!-- run -->\n```console\n(.*?)```", PAGE, re.S)


def test_the_page_prints_what_the_commands_print(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES:
        Path(name).write_text(text, "utf-8")
    assert len(RUNS) == 6
    for block in RUNS:
        for part in re.split(r"^\$ corrigenda ", block, flags=re.M)[1:]:
            command, _, expected = part.partition("\n")
            told = CliRunner().invoke(main, shlex.split(command))
            assert told.exit_code == 0, told.output
            # How many tables and rules there are changes with the program.
            printed = "\n".join(line for line in told.stdout.splitlines() if not line.startswith("Read ") or "Source" in line)
            assert re.sub(r"\d+ tables", "N tables", printed) == re.sub(r"\d+ tables", "N tables", expected.strip())


def test_what_the_page_accepts_is_certain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The walk from a file and a text to a certain error, without a row that somebody typed."""
    monkeypatch.chdir(tmp_path)
    for name, text in FILES:
        Path(name).write_text(text, "utf-8")
    commands = re.findall(r"^\$ corrigenda (.*)", RUNS[0] + RUNS[2], re.M)
    assert [command.split()[0] for command in commands] == ["import", "draft", "accept"]
    for command in commands:
        assert CliRunner().invoke(main, shlex.split(command)).exit_code == 0
    told = CliRunner().invoke(main, ["check", "draft", "--known", "reference", "-q"])
    assert "error (certain): Ann Lee does not fit as Minister of Works" in told.stdout
