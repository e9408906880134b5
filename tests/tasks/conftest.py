"""The published package, ready for a release, and a release of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from packages import copy_package
from release_runs import run


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the published package with all that is generated made anew, as the last release."""
    root = copy_package(tmp_path_factory.mktemp("written"))
    assert run("check", root, "--write").exit_code == 0
    assert run("update", root, "--accept").exit_code == 0
    (root / "CHANGELOG.md").write_text("# Changelog\n\n## 0.1.0\n\nFirst version.\n", "utf-8")
    return root


@pytest.fixture
def root(written: Path, tmp_path: Path) -> Path:
    shutil.copytree(written, tmp_path / "package")
    return tmp_path / "package"


@pytest.fixture(scope="session")
def released(written: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("released") / "deep" / "out"
    package = out.parent.parent / "package"
    shutil.copytree(written, package)
    result = run("release", package, "-o", out)
    assert result.exit_code == 0, result.output
    return out
