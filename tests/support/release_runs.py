"""Releases made by the command, for tests."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from corrigenda.cli.main import main

EPOCH = "1790000000"

DAY = "2026-09-21"

NAME = "corrigenda-data-0.1.0"


def run(*arguments: object, epoch: str | None = EPOCH) -> Result:
    result = CliRunner().invoke(main, [*map(str, arguments)], env={"SOURCE_DATE_EPOCH": epoch})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def declare(root: Path, version: str) -> None:
    file = root / "datapackage.json"
    descriptor = json.loads(file.read_text("utf-8"))
    descriptor["version"] = version
    file.write_text(json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n", "utf-8")
