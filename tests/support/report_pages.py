"""The command that makes a page, run by tests."""

from __future__ import annotations

from pathlib import Path

import hostile_runs


def run(*arguments: str | Path) -> tuple[int, str, str]:
    return hostile_runs.run("report", *arguments)
