"""A release that is refused, or broken off: nothing of it is left, and it can be made later."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from packages import change_cell, read_table, snapshot, write_table
from release_runs import DAY, NAME, declare, run

from corrigenda.package.drafts import mark_rows
from corrigenda.package.package import open_package
from corrigenda.package.tables.csv_file import read_rows
from corrigenda.tasks.publishing.release import make_release

pytestmark = pytest.mark.long


def test_drafts_are_no_release(root: Path, tmp_path: Path) -> None:
    package = open_package(root)
    package.tables["drafts"].file.write_bytes(mark_rows(package, {"sums": read_rows(package.tables["sums"].file)[1]}, "a test")["drafts"])
    assert run("check", root, "--write").exit_code == 0
    result = run("release", root, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "data/drafts.csv: rows are still drafts that nobody has accepted (sums 3)" in result.output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("epoch", ["", "yesterday", "-1", "1.5", "999999999999", "١"])
def test_an_epoch_that_is_none_is_a_sentence(root: Path, tmp_path: Path, epoch: str) -> None:
    result = run("release", root, "-o", tmp_path / "out", epoch=epoch)
    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH is" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_stale_state_is_refused_with_its_rows(root: Path, tmp_path: Path) -> None:
    change_cell(root, "dates", "tokyo-dome/announced-may-2024", "edtf", "2025-05")
    declare(root, "0.1.1")
    before = snapshot(root)
    result = run("release", root, "-o", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (1, "Nothing was released.\n")
    assert "tokyo-dome/announced-may-2024" in result.stderr
    assert "data/found is out of date" in result.stderr
    assert not (tmp_path / "out").exists()
    assert snapshot(root) == before


def test_a_version_that_is_too_low_is_refused(root: Path, tmp_path: Path) -> None:
    change_cell(root, "sources", read_table(root, "sources")[1][0][0], "title", "Another title")
    run("check", root, "--write")
    result = run("release", root, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "version: 0.1.0 is too low after 0.1.0: data/known/sources.csv" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_lost_key_is_refused(root: Path, tmp_path: Path) -> None:
    header, (lost, *rows) = read_table(root, "citations")
    write_table(root, "citations", header, rows)
    declare(root, "1.0.0")
    run("check", root, "--write")
    result = run("release", root, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert result.stderr == f"data/known/citations.csv: the key '{lost[0]}' of citations is gone; expected it in the table retired\n"
    header, rows = read_table(root, "retired")
    write_table(root, "retired", header, sorted([*rows, ["citations", lost[0], "1.0.0", "Not used."]]))
    run("check", root, "--write")
    assert run("release", root, "-o", tmp_path / "out").exit_code == 0


def test_broken_structure_is_refused(root: Path, tmp_path: Path) -> None:
    change_cell(root, "actors", "alabama", "kind", "town")
    before = snapshot(root)
    result = run("release", root, "-o", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "data/known/actors.csv:3:17: kind: is 'town'" in result.stderr
    assert not (tmp_path / "out").exists()
    assert snapshot(root) == before


def test_another_folder_in_its_place_is_left_alone(root: Path, tmp_path: Path) -> None:
    other = tmp_path / "out" / NAME
    other.mkdir(parents=True)
    (other / "thesis.txt").write_text("mine", "utf-8")
    before = snapshot(root)
    result = run("release", root, "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "is there already and is not this release" in result.stderr
    assert snapshot(tmp_path / "out") == {f"{NAME}/thesis.txt": b"mine"}
    assert snapshot(root) == before


def test_a_folder_that_cannot_be_made_leaves_nothing(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    before = snapshot(tmp_path)
    result = run("release", root, "-o", tmp_path / "file")
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert snapshot(tmp_path) == before


def test_a_run_that_was_broken_off_leaves_no_folder_and_can_be_repeated(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from corrigenda.tasks.publishing import release

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(release, "open_state", stop)
        with pytest.raises(KeyboardInterrupt):
            make_release(root, tmp_path / "out", DAY)
    assert list((tmp_path / "out").iterdir()) == []
    with monkeypatch.context() as patch:
        patch.setattr(release, "write_together", stop)
        with pytest.raises(KeyboardInterrupt):
            make_release(root, tmp_path / "out", DAY)
    assert make_release(root, tmp_path / "out", DAY).problems == ()


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda folder: (folder / "data/known/actors.csv").unlink(), "the release is not whole, data/known/actors.csv is missing"),
        (lambda folder: (folder / "schemas/known/actors.json").write_text("{}"), "schemas/known/actors.json is not what SHA256SUMS says"),
        (lambda folder: (folder / "datapackage.json").unlink(), "there is no datapackage.json"),
        (lambda folder: (folder / "SHA256SUMS").write_text("0  ../x\n"), "SHA256SUMS names '../x', which leaves the package"),
    ],
)
def test_a_release_that_is_not_whole_is_refused(root: Path, released: Path, tmp_path: Path, damage: object, words: str) -> None:
    folder = tmp_path / "half"
    shutil.copytree(released / NAME, folder)
    assert callable(damage)
    damage(folder)
    result = run("diff", folder, root)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert words in result.stderr
