"""Files and commands that a page of the docs shows: the files are written, each command is run, and prints what the page says."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable
from pathlib import Path

from click.testing import CliRunner
from packages import ROOT

from corrigenda.cli.main import main


def read_page(name: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the files of a page (name and text), and its blocks of commands with what they print."""
    page = (ROOT / "docs" / name).read_text("utf-8")
    files = re.findall(r"<!-- file: (\S+) -->\n```text\n(.*?)```", page, re.S)
    return files, re.findall(r"<!-- run -->\n```console\n(.*?)```", page, re.S)


def lay_files(files: Iterable[tuple[str, str]]) -> None:
    """Write the files of a page into the current folder."""
    for name, text in files:
        Path(name).write_text(text, "utf-8")


def run_block(block: str) -> None:
    """Run the commands of a block one after another; each prints what the page shows."""
    for part in re.split(r"^\$ corrigenda ", block, flags=re.M)[1:]:
        command, _, expected = part.partition("\n")
        told = CliRunner().invoke(main, shlex.split(command))
        assert told.exit_code == 0, told.output
        # How many tables and rules there are changes with the program.
        printed = "\n".join(line for line in told.stdout.splitlines() if not line.startswith("Read ") or "Source" in line)
        assert re.sub(r"\d+ tables", "N tables", printed) == re.sub(r"\d+ tables", "N tables", expected.strip())
