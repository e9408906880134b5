"""States that cannot be compared, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from packages import append_row, change_cell, keep_tables, path_of
from states import Table, lay, run

import corrigenda
from corrigenda.errors import SetupError
from corrigenda.package.package import open_package
from corrigenda.release.profile import profile


def test_two_packages_that_are_not_the_same_are_refused(pair: tuple[Path, Path]) -> None:
    old, new = pair
    file = new / "datapackage.json"
    file.write_text(file.read_text("utf-8").replace('"name": "corrigenda"', '"name": "other"', 1), "utf-8")
    result = run(old, new)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "not two states of one package: the name is 'corrigenda' in the old one and 'other' in the new one" in result.stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("actor_id\nx\n", "is missing in the header"),
        ("{header}\nada,too,few\n", ":2: has 3 cells"),
        ("{header}\n{row}\n{row}\n", ":3: actor_id: the key 'ada' occurs twice"),
        ("{header}\n{empty}\n", ":2: actor_id: is empty; expected a value"),
        ("{header}\n{row}", "does not end its last line"),
    ],
)
def test_a_broken_file_is_told_by_line(pair: tuple[Path, Path], content: str, words: str) -> None:
    old, new = pair
    keep_tables(old, "actors", "sources")
    keep_tables(new, "actors", "sources")
    file = path_of(new, "actors")
    header = file.read_text("utf-8").splitlines()[0]
    width = header.count(",")
    file.write_text(content.format(header=header, row="ada" + "," * width, empty="," * width), "utf-8")
    result = run(old, new)
    assert result.exit_code == 2
    assert words in result.stderr


def test_a_stray_quote_is_refused_because_readers_differ(pair: tuple[Path, Path]) -> None:
    old, new = pair
    file = path_of(new, "actors")
    file.write_text(file.read_text("utf-8").replace(",Ada,", ', "Ada",', 1), "utf-8")
    result = run(old, new)
    assert result.exit_code == 2
    assert ":2: has a quote inside a cell that is not quoted as a whole" in result.stderr


@pytest.mark.parametrize("table", ["evidence", "retired"])
def test_a_table_that_is_read_beside_the_others_is_read_strictly(pair: tuple[Path, Path], table: str) -> None:
    for root in pair:
        path_of(root, table).write_bytes(b"broken\n")
    append_row(pair[1], "findings", finding_id="r:x", evidence_digest="0" * 16, rule="r", verdict="certain", message="m")
    result = run(*pair)
    assert result.exit_code == 2
    assert f"{table}.csv:1" in result.stderr
    assert "internal error" not in result.stderr


def test_tables_of_the_same_names_but_of_other_fields_are_only_tables(tmp_path: Path) -> None:
    tables: dict[str, Table] = {name: (["k"], ["k"], [["a"]]) for name in ("retired", "findings", "evidence", "inputs", "coverage")}
    old, new = lay(tmp_path / "a", tables), lay(tmp_path / "b", tables | {"findings": (["k"], ["k"], [["b"]])})
    assert [row.key for table in corrigenda.diff(old, new).tables for row in table.added] == [("b",)]
    assert profile(open_package(old))["coverage"] == {}


def test_a_package_without_a_version_can_be_compared(pair: tuple[Path, Path]) -> None:
    for root in pair:
        file = root / "datapackage.json"
        file.write_text(file.read_text("utf-8").replace('"version": "0.1.0"', '"version": "draft"'), "utf-8")
    change_cell(pair[1], "actors", "ada", "label", "Ada L.")
    assert corrigenda.diff(*pair).need.version == "draft"


def test_a_cell_of_many_characters_is_compared(pair: tuple[Path, Path]) -> None:
    for root, letter in zip(pair, "ab", strict=True):
        file = path_of(root, "actors")
        file.write_text(file.read_text("utf-8").replace(",Ada,", f",{letter * 500_000},"), "utf-8")
    change = corrigenda.diff(*pair)
    assert corrigenda.apply(change, pair[0]) == corrigenda.contents(pair[1])


def test_packages_may_be_given_as_paths_or_opened(pair: tuple[Path, Path]) -> None:
    old, new = pair
    assert corrigenda.diff(open_package(old), str(new)) == corrigenda.diff(old, open_package(new))
    with pytest.raises(SetupError, match="no such file"):
        corrigenda.diff(old, old / "nowhere")
