"""What the tests of releases share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from packages import small_package


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Lay the small package twice."""
    old = small_package(tmp_path)
    new = tmp_path / "new"
    shutil.copytree(old, new)
    return old, new
