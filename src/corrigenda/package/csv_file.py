"""CSV files as rows on physical lines: encoding, header and shape, before any engine reads them."""

from __future__ import annotations

import csv
import io
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from corrigenda.errors import Problem, SetupError, shorten
from corrigenda.package.file_kinds import recognise
from corrigenda.package.table import Table
from corrigenda.values.regions import find_cell

LONGEST_CELL = 1_000_000
TAB = "\t"
_CONTROLS = bytes({*range(32), 127} - {9, 10})
_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass
class Lines:
    """Hold the physical line on which each row starts, and what is wrong with the shape.

    Where `ascends`, the keys grow from row to row as text, so that they are unique and in order. `header` is empty where the
    file is no CSV at all.
    """

    starts: array[int] = field(default_factory=lambda: array("I"))
    problems: list[Problem] = field(default_factory=list)
    ascends: bool = True
    header: list[str] = field(default_factory=list)

    def of(self, row: int) -> int:
        """Return the physical line of a row; rows count from 1, the header is line 1."""
        return self.starts[row - 1]


def scan(table: Table) -> Lines:
    """Read the shape of a table's file: every problem of encoding, header, cells and row lengths.

    A quoted cell may span lines, so rows and lines differ; the line is that of the row's start.
    """
    lines = Lines()
    try:
        data = table.file.read_bytes()
    except OSError as error:
        lines.problems.append(Problem(table.path, 0, "", f"cannot be read: {error.strerror}"))
        return lines
    other = recognise(data)
    if other:
        lines.problems.append(Problem(table.path, other[0], "", other[1]))
        return lines
    text, suspicious = _decode(data)
    text = _plain_lines(table.path, text, lines.problems)
    stray = _stray_quote(text) if '"' in text else None
    _scan_rows(table, text, lines, suspicious=suspicious)
    if stray is not None and not lines.problems:
        what = "has a quote inside a cell that is not quoted as a whole; expected it doubled in a quoted cell"
        lines.problems.append(Problem(table.path, text.count("\n", 0, stray) + 1, "", what))
    return lines


def _plain_lines(path: str, text: str, problems: list[Problem]) -> str:
    """Return a text with lines that end in LF and no byte order mark; what it had is put to the problems."""
    if text.startswith("\ufeff"):
        problems.append(Problem(path, 1, "", "starts with a byte order mark; expected plain UTF-8"))
        text = text[1:]
    if "\r" in text:
        problems.append(
            Problem(path, text.count("\n", 0, text.index("\r")) + 1, "", "has a carriage return; expected lines that end in LF")
        )
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text and not text.endswith("\n"):
        problems.append(Problem(path, text.count("\n") + 1, "", "does not end its last line; expected LF at the end of the file"))
    return text


def _scan_rows(table: Table, text: str, lines: Lines, *, suspicious: bool) -> None:
    names = [f.name for f in table.fields]
    rows = records(text, table.path, lines.problems)
    header = next(rows, (1, []))[1]
    lines.problems += _header(table.path, header, names)
    lines.header = header
    if _other_separator(header, names):
        return
