"""Where a cell is in the text of a CSV file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Region:
    """Hold where a cell is in its file: lines and columns count from 1 in code points; the end is the first column after it."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int


def find_cell(text: Sequence[str], line: int, position: int) -> Region:
    """Return where the cell at a position (from 0) of the record that starts on a physical line is, quotes included.

    `text` holds the lines of a file whose shape is sound.

    >>> find_cell(["a,b", 'x,"y', 'z",w'], 2, 1)
    Region(start_line=2, start_column=3, end_line=3, end_column=3)
    """
    row, column = line - 1, 0
    for current in range(position + 1):
        start = row, column
        is_quoted = text[row][column : column + 1] == '"'
        if is_quoted:
            column += 1
            while True:
                end = text[row].find('"', column)
                if end < 0:
                    row, column = row + 1, 0
                elif text[row][end + 1 : end + 2] == '"':
                    column = end + 2
                else:
                    column = end + 1
                    break
        else:
            comma = text[row].find(",", column)
            column = len(text[row]) if comma < 0 else comma
        if current < position:
            column += 1
    return Region(start[0] + 1, start[1] + 1, row + 1, column + 1)
