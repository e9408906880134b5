"""The command that makes a page, run by tests."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from corrigenda.cli.main import main


def run(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["report", *map(str, arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "internal error" not in result.stderr, result.stderr
    return result.exit_code, result.stdout, result.stderr
