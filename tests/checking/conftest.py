"""A folder with one house rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from house_rule_runs import PAGE, RULE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rules = tmp_path / "house"
    rules.mkdir()
    (rules / "claim-unlikely.sql").write_text(RULE, "utf-8")
    (rules / "claim-unlikely.md").write_text(PAGE, "utf-8")
    return rules
