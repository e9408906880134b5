"""Imports run one way: the contracts in pyproject.toml, held by import-linter."""

from __future__ import annotations

import subprocess
import sys

import pytest
from packages import ROOT


def test_imports_run_one_way() -> None:
    pytest.importorskip("importlinter", reason="import-linter holds the layers")
    code = "from importlinter.cli import lint_imports; import sys; sys.exit(lint_imports())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout
