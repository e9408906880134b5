"""A region points at exactly one cell of a CSV text."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from corrigenda.package.tables.csv_file import write_rows
from corrigenda.values.regions import find_cell

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
