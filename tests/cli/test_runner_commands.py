"""No cell, label or path commands a runner of CI: it obeys '##[…]' anywhere in a log, and '::…::' where a line begins with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from packages import change_cell

from corrigenda.cli.main import main
from corrigenda.report import FORMATS

COMMAND = re.compile(r"^\s*::\w+.*::|##\[", re.MULTILINE)
WORDS = "::error::##[error]x"


@pytest.mark.parametrize("format_", [name for name in FORMATS if name != "github" and not name.startswith("badge")])
def test_a_finding_in_every_format(package: Path, format_: str) -> None:
    change_cell(package, "mentions", "tokyo-dome/takaiti-0103", "name_printed", WORDS)
    done = CliRunner().invoke(main, ["check", str(package), "--format", format_])
    assert re.search(r"error\\?\]x", done.stdout)
    assert COMMAND.search(done.output) is None


def test_an_annotation_is_the_only_command_of_its_line(package: Path) -> None:
    change_cell(package, "mentions", "tokyo-dome/takaiti-0103", "name_printed", WORDS)
    lines = CliRunner().invoke(main, ["check", str(package), "--format", "github"]).stdout.splitlines()
    assert all(re.match(r"::(error|warning|notice) ", line) and "##[" not in line for line in lines)


@pytest.mark.parametrize("words", [WORDS, f"  {WORDS}", f"\n{WORDS}"])
def test_a_broken_cell_in_a_sentence(package: Path, words: str) -> None:
    change_cell(package, "mentions", "tokyo-dome/hegseth-0301", "actor_id", words)
    done = CliRunner().invoke(main, ["check", str(package)])
    assert done.exit_code == 2
    assert "error]x" in done.stderr
    assert COMMAND.search(done.output) is None


def test_a_folder_that_is_named_as_a_command(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package.rename(package.parent / "::error::##[error]x")
    monkeypatch.chdir(package.parent)
    done = CliRunner().invoke(main, ["check", WORDS, "--select", "office-outside-tenure"])
    assert "office-outside-tenure:tokyo-dome/hegseth-0301" in done.stdout
    assert COMMAND.search(done.output) is None
    missing = CliRunner().invoke(main, ["check", f"{WORDS}/none"])
    assert missing.exit_code == 2
    assert COMMAND.search(missing.output) is None
