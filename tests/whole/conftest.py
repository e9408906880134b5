"""A package in a repository."""

from __future__ import annotations

from pathlib import Path

import pytest
from packages import copy_package
from repositories import commit_all, git


@pytest.fixture
def root(tmp_path: Path) -> Path:
    package = copy_package(tmp_path)
    (package / ".gitattributes").write_text("* text=auto eol=lf\n", "utf-8")
    git(package, "init", "-q")
    commit_all(package, "Facts as they are")
    return package
