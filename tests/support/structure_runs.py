"""The command that checks a package of broken structure, run by tests."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from corrigenda.cli.main import main


def check(root: Path, *arguments: str) -> tuple[int, str]:
    """Run the check and return its exit code and what it says, without columns; a traceback fails the test."""
    before = {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}
    result = CliRunner().invoke(main, ["check", str(root), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert {file: file.read_bytes() for file in root.rglob("*") if file.is_file()} == before
    return result.exit_code, re.sub(r"(\.csv:\d+):\d+: ", r"\1: ", result.stderr)
