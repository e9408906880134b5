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
    assert len(RUNS) == 5
    for block in RUNS:
        for part in re.split(r"^\$ corrigenda ", block, flags=re.M)[1:]:
            command, _, expected = part.partition("\n")
            told = CliRunner().invoke(main, shlex.split(command))
            assert told.exit_code == 0, told.output
            # How many tables and rules there are changes with the program.
            printed = "\n".join(line for line in told.stdout.splitlines() if not line.startswith("Read ") or "Source" in line)
            assert re.sub(r"\d+ tables", "N tables", printed) == re.sub(r"\d+ tables", "N tables", expected.strip())
