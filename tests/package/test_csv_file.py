"""Where a cell stands: the stretch of the file that a region names is that cell and nothing else; whether keys grow."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packages import read_table, write_table

from corrigenda.package.csv_file import find_cell, scan, write_rows
from corrigenda.package.package import open_package

CELLS = st.text(alphabet='ab,"\n é🙂', max_size=6)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=4))
def test_a_region_is_the_cell(rows: list[list[str]]) -> None:
    text = write_rows(["x", "y", "z"], [[cell or None for cell in row] for row in rows]).decode()
    lines = text.split("\n")
    line = 2
    for row in rows:
        for position, cell in enumerate(row):
            region = find_cell(lines, line, position)
            stretch = lines[region.start_line - 1 : region.end_line]
            stretch[-1] = stretch[-1][: region.end_column - 1]
            stretch[0] = stretch[0][region.start_column - 1 :]
            read = next(csv.reader(io.StringIO("\n".join(stretch), newline="")), [""])
            assert read == [cell] or (read == [] and cell == "")
        line += 1 + sum(cell.count("\n") for cell in row)


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
