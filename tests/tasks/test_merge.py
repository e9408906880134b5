"""Merges of real repositories: what is generated is made anew, what people wrote is never guessed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from packages import change_cell, copy_package
from repositories import commit_all, git

from corrigenda.cli.main import main
from corrigenda.errors import SetupError
from corrigenda.tasks.check import run_check
from corrigenda.tasks.merge import settle

WHEN = "tokyo-dome/announced-may-2024"
WHO = "tokyo-dome/takaiti-0103"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    package = copy_package(tmp_path)
    git(package, "init", "-q")
    commit_all(package, "Facts as they are")
    return package


def branch(root: Path, name: str, table: str, key: str, field: str, value: str) -> None:
    """Make a branch off the first commit with one cell changed and everything generated anew."""
    git(root, "checkout", "-qb", name, "main")
    change_cell(root, table, key, field, value)
    run_check(root, write=True)
    commit_all(root, name)


def conflicts(root: Path) -> set[str]:
    return set(git(root, "diff", "--name-only", "--diff-filter=U").split())


def test_two_updates_that_touch_other_cells_are_settled_by_one_command(root: Path) -> None:
    branch(root, "one", "dates", WHEN, "edtf", "2024-04")
    branch(root, "two", "mentions", WHO, "name_printed", "Sanae Takaichi")
    git(root, "merge", "-q", "one", check=False)
    assert "datapackage.json" in conflicts(root) or "data/found/findings.csv" in conflicts(root)
    told = CliRunner().invoke(main, ["settle", str(root)])
    assert told.exit_code == 0, told.stderr
    assert conflicts(root) == set()
    git(root, "commit", "-qm", "Merged")
    assert git(root, "status", "--porcelain") == ""
    assert run_check(root, locked=True).exit_code() == 0
    assert "2024-04" in (root / "data/said/dates.csv").read_text("utf-8")
    assert "Takaiti" not in (root / "data/found/findings.csv").read_text("utf-8")


def test_a_table_that_one_side_brings_is_kept(root: Path) -> None:
    branch(root, "one", "dates", WHEN, "edtf", "2024-04")
    git(root, "checkout", "-qb", "two", "main")
    file = root / "datapackage.json"
    descriptor = json.loads(file.read_text("utf-8"))
    descriptor["version"] = "9.9.9"
    file.write_text(json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n", "utf-8")
    change_cell(root, "mentions", WHO, "name_printed", "Sanae Takaichi")
    run_check(root, write=True)
    commit_all(root, "two")
    git(root, "merge", "-q", "one", check=False)
    settle(root)
    assert json.loads(file.read_text("utf-8"))["version"] == "9.9.9"
    assert run_check(root, locked=True).exit_code() == 0


def test_rows_that_people_wrote_are_left_to_them(root: Path) -> None:
    branch(root, "one", "dates", WHEN, "edtf", "2024-04")
    branch(root, "two", "dates", WHEN, "edtf", "2024-06")
    git(root, "merge", "-q", "one", check=False)
    before = {name: (root / name).read_bytes() for name in conflicts(root)}
    with pytest.raises(SetupError, match=r"data/said/dates\.csv: has a conflict in rows that people wrote"):
        settle(root)
    assert {name: (root / name).read_bytes() for name in conflicts(root)} == before


def test_the_descriptor_itself_may_be_in_conflict(root: Path) -> None:
    for name, version in (("one", "1.0.0"), ("two", "2.0.0")):
        git(root, "checkout", "-qb", name, "main")
        file = root / "datapackage.json"
        descriptor = json.loads(file.read_text("utf-8")) | {"version": version}
        file.write_text(json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n", "utf-8")
        commit_all(root, name)
    git(root, "merge", "-q", "one", check=False)
    with pytest.raises(SetupError, match="has a conflict outside its hashes"):
        settle(root)


def test_a_side_that_is_no_json_is_told(root: Path) -> None:
    for name in ("one", "two"):
        git(root, "checkout", "-qb", name, "main")
        (root / "datapackage.json").write_text(f"{{ {name}", "utf-8")
        commit_all(root, name)
    git(root, "merge", "-q", "one", check=False)
    with pytest.raises(SetupError, match=r"datapackage\.json: one side of the merge \(stage 2\) is no JSON"):
        settle(root)


def test_nothing_to_settle_and_no_repository(root: Path, tmp_path: Path) -> None:
    assert settle(root) == ("there is no conflict to settle",)
    (tmp_path / "plain").mkdir()
    told = CliRunner().invoke(main, ["settle", str(tmp_path / "plain")])
    assert told.exit_code == 2
    assert "not a git repository" in told.stderr
    assert len(told.stderr.splitlines()) == 1


def test_a_merge_that_breaks_the_structure_is_told(root: Path) -> None:
    branch(root, "one", "dates", WHEN, "edtf", "2024-04")
    branch(root, "two", "mentions", WHO, "name_printed", "Sanae Takaichi")
    change_cell(root, "dates", "tokyo-dome/announcement-march-19", "edtf", "some day")
    commit_all(root, "A date that is none")
    git(root, "merge", "-q", "one", check=False)
    with pytest.raises(SetupError, match="some day"):
        settle(root)
