"""What is written from a hostile package: no formula, no turned text, no file of the package replaced, nothing half written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hostile_runs import run
from packages import change_cell, copy_package, path_of, read_table

from corrigenda.errors import SetupError
from corrigenda.package.package import open_package
from corrigenda.package.storage.files import replacing
from corrigenda.values.spreadsheet_cells import is_run

pytestmark = pytest.mark.long


def test_no_cell_of_the_flat_table_becomes_a_formula(package: Path) -> None:
    change_cell(package, "actors", "pete-hegseth", "label", '=cmd|"/c calc"!A0')
    assert run("check", package, "--write")[0] == 0
    _, rows = read_table(package, "findings_flat")
    assert any('=cmd|"/c calc"!A0' in cell for row in rows for cell in row)
    assert not [cell for row in rows for cell in row if is_run(cell)]


@pytest.mark.parametrize("label", ['=cmd|"/c calc"!A0', "＝1+1", "\u3000=1", "@SUM(A1)", "＋1"])
def test_no_cell_of_what_was_found_is_run_by_a_spreadsheet(package: Path, label: str) -> None:
    change_cell(package, "actors", "pete-hegseth", "label", label)
    change_cell(package, "mentions", "tokyo-dome/hegseth-0301", "name_printed", label)
    assert run("check", package, "--write")[0] == 0
    seen = set()
    for table in open_package(package).layer("found"):
        _, rows = read_table(package, table.name)
        assert not [cell for row in rows for cell in row if is_run(cell)], table.name
        seen |= {table.name for row in rows for cell in row if cell.startswith("'")}
    assert {"findings", "findings_flat", "evidence"} <= seen
    # What was written so is not stale, and the cells that people wrote are as they wrote them.
    assert run("check", package, "--locked")[0] in (0, 1)
    assert [row[1] for row in read_table(package, "actors")[1] if row[0] == "pete-hegseth"] == [label]


def test_no_key_can_be_run_by_a_spreadsheet(package: Path) -> None:
    tables = open_package(package).tables
    for table in (table for table in tables.values() if table.layer in ("said", "known")):
        pattern = table.field(table.key[0])
        assert pattern is not None
        assert str(pattern.constraints.get("pattern", "")).startswith("^[a-z0-9]"), table.name


@pytest.mark.parametrize("name", ["text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown"])
def test_no_format_turns_the_reading_direction(package: Path, name: str) -> None:
    change_cell(package, "actors", "pete-hegseth", "label", "Pete\u202eHegseth\u2028x")
    _, shown, _ = run("check", package, "--format", name)
    assert "Hegseth" in shown
    assert "\u202e" not in shown
    assert "\u2028" not in shown


def test_authoring_writes_nothing_beside_a_broken_table(package: Path, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("One sentence.", "utf-8")
    path_of(package, "passages").write_bytes(b"\xff")
    before = path_of(package, "articles").read_bytes()
    code, _, said = run("new", "article", "--text", tmp_path / "x.txt", "--package", package)
    assert code == 2
    assert "data/said/passages.csv" in said
    assert path_of(package, "articles").read_bytes() == before
    assert run("new", "article", "--text", tmp_path / "x.txt", "--package", package, "--title", "a\x1bb")[0] == 2


@pytest.mark.parametrize("own", ["datapackage.json", "schemas/said/claims.json", "data/said/claims.csv", "data/found/findings.csv"])
def test_no_output_replaces_what_a_package_is_read_from(package: Path, tmp_path: Path, own: str) -> None:
    before = (package / own).read_bytes()
    (tmp_path / "link").symlink_to(package / own)
    for target in (package / own, package / "data" / ".." / own, tmp_path / "link"):
        for arguments in (
            ("check", package, "--also", "json", target),
            ("report", package, "--single-file", target),
            ("export", "sqlite", package, "-o", target),
            ("export", "annotations", package, "-o", target),
        ):
            code, shown, said = run(*arguments)
            assert (code, shown) == (2, "")
            assert said == f"{target}: is a file of the package; expected another name\n"
    assert (package / own).read_bytes() == before


def test_two_outputs_do_not_take_one_file(package: Path, tmp_path: Path) -> None:
    """Only the last one was left."""
    done = run("check", package, "--also", "json", tmp_path / "two.out", "--also", "sarif", f"{tmp_path}/./two.out")
    assert (done[0], f"{tmp_path}/two.out is to be written twice" in " ".join(done[2].split())) == (2, True)
    assert not (tmp_path / "two.out").exists()
    assert run("check", package, "--also", "json", os.devnull, "--also", "sarif", os.devnull)[0] == 0


@pytest.mark.parametrize("option", ["--title", "--url", "--licence"])
def test_a_word_that_is_no_text_is_refused_before_anything_is_read(tmp_path: Path, option: str) -> None:
    """Bytes that are no UTF-8 went as far as the file that was written, and were an internal error there."""
    done = run("import", "table", "nowhere.csv", "-o", tmp_path / "p", option, "\udcff")
    assert done == (2, "", f"{option.strip('-').title()} is not UTF-8: \\udcff.\n")


def test_a_folder_is_told_before_anything_is_checked(package: Path, tmp_path: Path) -> None:
    for arguments in (("check", package, "--also", "json", tmp_path), ("report", package, "--single-file", tmp_path)):
        assert run(*arguments) == (2, "", f"{tmp_path}: is a folder; expected the name of a file\n")


def test_the_reference_of_another_package_is_no_target(package: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = copy_package(tmp_path / "other")
    code, _, said = run("check", package, "--known", other, "--also", "json", other / "data" / "known" / "tenures.csv")
    assert code == 2
    assert "is a file of the package" in said


def write_half(target: Path) -> None:
    with replacing(target) as made:
        made.write_text("half", "utf-8")
        raise OSError("the disk is full")


def test_what_is_not_whole_takes_no_place(tmp_path: Path) -> None:
    target = tmp_path / "kept"
    target.write_text("kept", "utf-8")
    with pytest.raises(SetupError, match="kept: cannot be written: the disk is full; nothing was written"):
        write_half(target)
    assert [file.name for file in tmp_path.iterdir()] == ["kept"]
    with replacing(target) as one, replacing(target) as other:
        one.write_text("one", "utf-8")
        other.write_text("other", "utf-8")
    assert target.read_text("utf-8") == "one"


@pytest.mark.parametrize("day", ["20260101", "2026-W01-1", "2026-1-1", "2026-02-30", ""])
def test_a_day_is_written_in_one_way(package: Path, day: str) -> None:
    code, _, said = run("check", package, "--as-of", day)
    assert code == 2
    assert said == f"--as-of is '{day}'; expected a day such as 2026-03-19\n"


def test_a_long_cell_that_is_allowed_can_be_kept(package: Path) -> None:
    finding = "office-outside-tenure:tokyo-dome/hegseth-0301"
    assert run("waive", finding, "--reason", "x" * 200_000, "--by", "d", "--package", package)[0] == 0
    assert run("waive", finding, "--reason", "short", "--by", "d", "--package", package)[0] == 0
    assert run("check", package)[0] == 0


@pytest.mark.parametrize(("option", "cell"), [("--url", "no address"), ("--published", "yesterday"), ("--title", "x" * 1_000_001)])
def test_an_article_that_would_break_a_table_is_not_written(package: Path, tmp_path: Path, option: str, cell: str) -> None:
    (tmp_path / "new.txt").write_text("One sentence.", "utf-8")
    before = {file: file.read_bytes() for file in package.rglob("*.csv")}
    code, _, said = run("new", "article", "--text", tmp_path / "new.txt", "--package", package, option, cell)
    assert code == 2
    assert f"data/said/articles.csv: {option[2:]}: " in said
    assert {file: file.read_bytes() for file in package.rglob("*.csv")} == before


def test_a_package_in_the_making_takes_another_article(package: Path, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("One sentence.", "utf-8")
    change_cell(package, "events", "tokyo-dome/writing", "tense", "unsure")
    assert run("new", "article", "--text", tmp_path / "new.txt", "--package", package)[0] == 0
