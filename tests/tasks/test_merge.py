"""Merges of real repositories: what people wrote is merged by git, and what is generated is made again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from packages import change_cell, copy_package
from repositories import commit_all, git

from corrigenda.errors import SetupError
from corrigenda.tasks.checking.check import run_check

WHEN = "tokyo-dome/announced-may-2024"
TERM = "us/secretary-of-defense/pete-hegseth"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    package = copy_package(tmp_path)
    git(package, "init", "-q")
    commit_all(package, "Facts as they are")
    return package


def branch(root: Path, name: str, table: str, key: str, field: str, value: str) -> None:
    """Make a branch off the first commit with one cell changed and everything generated again."""
    git(root, "checkout", "-qb", name, "main")
    change_cell(root, table, key, field, value)
    run_check(root, write=True)
    commit_all(root, name)


def conflicts(root: Path) -> set[str]:
    return set(git(root, "diff", "--name-only", "--diff-filter=U").split())


def test_two_updates_of_other_cells_conflict_only_in_what_a_run_writes_again(root: Path) -> None:
    branch(root, "one", "dates", WHEN, "edtf", "2024-04")
    branch(root, "two", "tenures", TERM, "start", "2025-01-24")
    git(root, "merge", "-q", "one", check=False)
    assert "data/found/findings.csv" in conflicts(root)
    assert not {path for path in conflicts(root) if not path.startswith("data/found/")}
    run_check(root, write=True)
    git(root, "add", "data/found")
    git(root, "commit", "-qm", "Merged")
    assert git(root, "status", "--porcelain") == ""
    assert run_check(root, locked=True).exit_code() == 0
    assert "2024-04" in (root / "data/said/dates.csv").read_text("utf-8")
    assert "24 January 2025" in (root / "data/found/findings.csv").read_text("utf-8")


def test_an_update_of_the_descriptor_merges_with_one_of_the_rows(root: Path) -> None:
    branch(root, "one", "dates", WHEN, "edtf", "2024-04")
    git(root, "checkout", "-qb", "two", "main")
    file = root / "datapackage.json"
    descriptor = json.loads(file.read_text("utf-8")) | {"version": "9.9.9"}
    file.write_text(json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n", "utf-8")
    commit_all(root, "two")
    git(root, "merge", "-q", "--no-edit", "one")
    assert json.loads(file.read_text("utf-8"))["version"] == "9.9.9"
    assert run_check(root, locked=True).exit_code() == 0


def test_marks_of_a_conflict_in_rows_that_people_wrote_are_reported_and_nothing_is_written(root: Path) -> None:
    branch(root, "one", "dates", WHEN, "edtf", "2024-04")
    branch(root, "two", "dates", WHEN, "edtf", "2024-06")
    git(root, "merge", "-q", "one", check=False)
    before = {name: (root / name).read_bytes() for name in conflicts(root)}
    with pytest.raises(SetupError, match=r"data/said/dates\.csv"):
        run_check(root, write=True)
    assert {name: (root / name).read_bytes() for name in conflicts(root)} == before
