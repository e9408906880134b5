"""Imports run one way: the contracts in pyproject.toml, checked by import-linter, and shown to refuse what they should."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from packages import ROOT

# One import for each contract that it breaks.
PLANTED = {
    "imports run down the rooms": ("values/names.py", "from corrigenda.results import finding as planted"),
    "only the engine opens an engine": ("tasks/checking/check.py", "import duckdb as planted"),
    "reports know results, and nothing of how they were found": (
        "report/timeline.py", "from corrigenda.timeline.network import solver as planted",
    ),
    "no two modules of a room need one another": ("results/coverage.py", "from corrigenda.results import finding as planted"),
    "what draws worlds and plants faults knows nothing of the rules": (
        "measure/world.py", "from corrigenda.checking import catalogue as planted",
    ),
}  # fmt: skip


def lint(folder: Path, source: Path) -> subprocess.CompletedProcess[str]:
    code = "from importlinter.cli import lint_imports; import sys; sys.exit(lint_imports(no_cache=True))"
    environment = {**os.environ, "PYTHONPATH": str(source), "COLUMNS": "200"}
    return subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=False)  # noqa: S603


@pytest.fixture(autouse=True)
def linter() -> None:
    pytest.importorskip("importlinter", reason="import-linter checks the contracts")


def test_imports_run_one_way() -> None:
    done = lint(ROOT, ROOT / "src")
    assert done.returncode == 0, done.stdout
    assert f"{len(PLANTED)} kept, 0 broken" in done.stdout, "each contract is one that the next test breaks"


def test_an_import_that_a_contract_forbids_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "src"
    shutil.copytree(ROOT / "src" / "corrigenda", source / "corrigenda", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for file, line in PLANTED.values():
        planted = source / "corrigenda" / file
        planted.write_text(planted.read_text("utf-8").replace("\nfrom __future__ import annotations\n", f"\n{line}\n", 1), "utf-8")
    done = lint(tmp_path, source)
    assert done.returncode != 0
    for name in PLANTED:
        assert f"{name} BROKEN" in done.stdout
