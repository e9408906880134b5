"""Where a cell stands: the stretch of the file that a region names is that cell and nothing else; whether keys grow."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from packages import read_table, write_table

from corrigenda.package.package import open_package
from corrigenda.package.tables.csv_file import scan


@pytest.mark.parametrize(
    ("keys", "ascends"),
    [
        ([], True),
        (["a", "b", "b/1", "é"], True),
        (["B", "a"], True),
        (["a", "a"], False),
        (["b", "a"], False),
        (["a", ""], False),
        (["a", "c", "b", "d"], False),
    ],
)
def test_keys_that_grow_from_row_to_row_are_seen_to(package: Path, keys: list[str], ascends: bool) -> None:
    header, _ = read_table(package, "actors")
    write_table(package, "actors", header, [[key, *header[1:]] for key in keys])
    assert scan(open_package(package).tables["actors"]).ascends is ascends


def test_keys_of_two_parts_grow_by_the_first_part_first(package: Path) -> None:
    for rows, ascends in (([["a", "z"], ["b", "a"]], True), ([["a", "z"], ["a", "b"]], False)):
        header, _ = read_table(package, "retired")
        write_table(package, "retired", header, [[*row, *header[2:]] for row in rows])
        assert scan(open_package(package).tables["retired"]).ascends is ascends


def test_numbers_as_keys_grow_otherwise_than_text(package: Path) -> None:
    table = open_package(package).tables["actors"]
    fields = tuple(replace(field, type="integer") if field.name in table.key else field for field in table.fields)
    assert scan(table).ascends
    assert not scan(replace(table, fields=fields)).ascends


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\x1f\x8b\x08\x00rest", "is packed with gzip"),
        (b"PK\x03\x04rest", "is a workbook or a ZIP archive"),
        ("claim_id\n".encode("utf-16"), "is UTF-16; save it as CSV UTF-8, or run 'corrigenda tidy'"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "run 'git lfs pull'"),
        (b"<!DOCTYPE html><html></html>\n", "is a web page"),
        (b"actor_id\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n", "has the marks of a merge conflict; resolve it first"),
    ],
)
def test_a_file_that_is_no_csv_is_one_sentence(package: Path, data: bytes, expected: str) -> None:
    table = open_package(package).tables["actors"]
    table.file.write_bytes(data)
    (problem,) = scan(table).problems
    assert expected in problem.what


@pytest.mark.parametrize("data", [b"actor_id\n=======\n", b"actor_id\na <<<<<<< b\n"])
def test_signs_of_a_conflict_alone_are_cells(package: Path, data: bytes) -> None:
    table = open_package(package).tables["actors"]
    table.file.write_bytes(data)
    assert not [problem for problem in scan(table).problems if "conflict" in problem.what]
