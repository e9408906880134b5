"""CSV files as rows on physical lines: encoding, header and shape, before any engine reads them."""

from __future__ import annotations

import csv
import io
import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corrigenda.errors import Problem
from corrigenda.finding import Region
from corrigenda.package import Table

LONGEST_CELL = 1_000_000
_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass
class Lines:
    """Hold the physical line on which each row starts, and what is wrong with the shape."""

    starts: array[int] = field(default_factory=lambda: array("I"))
    problems: list[Problem] = field(default_factory=list)

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
    text, suspicious = _decode(data)
    if text.startswith("\ufeff"):
        lines.problems.append(Problem(table.path, 1, "", "starts with a byte order mark; expected plain UTF-8"))
        text = text[1:]
    if "\r" in text:
        lines.problems.append(
            Problem(table.path, text.count("\n", 0, text.index("\r")) + 1, "", "has a carriage return; expected lines that end in LF")
        )
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text and not text.endswith("\n"):
        lines.problems.append(
            Problem(table.path, text.count("\n") + 1, "", "does not end its last line; expected LF at the end of the file")
        )
    names = [f.name for f in table.fields]
    rows = records(text, table.path, lines.problems)
    header = next(rows, (1, []))[1]
    lines.problems += _header(table.path, header, names)
    for line, row in rows:
        lines.starts.append(line)
        # A column too many is one problem of the header and not one of every row.
        if len(row) != len(header):
            what = f"has {len(row)} cells; expected {len(header)} ({', '.join(header)})" if row else "is an empty line; expected a row"
            lines.problems.append(Problem(table.path, line, "", what))
        if suspicious or (row and max(map(len, row)) > LONGEST_CELL):
            lines.problems += _cells(table.path, line, row, names)
    return lines


def records(text: str, path: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Yield the first physical line and the cells of each record; stop where quoting breaks, which is put to the problems."""
    limit = csv.field_size_limit(len(text) + 1)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for row in reader:
            yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        problems.append(Problem(path, line, "", f"is not CSV from here on: {error}"))
    finally:
        csv.field_size_limit(limit)


def find_cell(text: Sequence[str], line: int, position: int) -> Region:
    """Return where the cell at a position (from 0) of the record that starts on a physical line stands, quotes included.

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


def read_rows(file: Path) -> tuple[list[str], list[dict[str, str]]]:
    """Read a CSV of ours as header and rows of text; the file is known to be sound."""
    return parse_rows(file.read_bytes().decode("utf-8"))


def parse_rows(text: str) -> tuple[list[str], list[dict[str, str]]]:
    """Read a CSV as header and rows of text, however long a cell is; raises csv.Error where its quoting breaks."""
    limit = csv.field_size_limit(len(text) + 1)
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
        return list(reader.fieldnames or []), list(reader)
    finally:
        csv.field_size_limit(limit)


def write_rows(names: list[str], rows: list[list[str | None]]) -> bytes:
    """Write header and rows as RFC 4180 CSV with LF line ends, UTF-8."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(names)
    writer.writerows(rows)
    return stream.getvalue().encode()


def _decode(data: bytes) -> tuple[str, bool]:
    """Return the text and whether some cell needs a closer look."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("utf-8", "surrogateescape"), True
    return text, bool(_UNREADABLE.search(text))


def _header(path: str, found: list[str], names: list[str]) -> list[Problem]:
    if found == names:
        return []
    counts, known = Counter(found), set(names)
    problems = [Problem(path, 1, name, "stands twice in the header") for name in sorted(counts) if counts[name] > 1]
    problems += [Problem(path, 1, name, "is missing in the header") for name in names if name not in counts]
    problems += [Problem(path, 1, name[:60], "is not in the schema") for name in counts if name not in known]
    return problems or [Problem(path, 1, "", f"has its columns in another order; expected {', '.join(names)}")]


def _cells(path: str, line: int, row: list[str], names: list[str]) -> Iterator[Problem]:
    for position, cell in enumerate(row):
        name = names[position] if position < len(names) else f"column {position + 1}"
        if len(cell) > LONGEST_CELL:
            yield Problem(path, line, name, f"has {len(cell):,} characters; expected at most {LONGEST_CELL:,}")
        bad = _UNREADABLE.search(cell)
        if bad:
            code = ord(bad.group())
            shown = f"the byte 0x{code - 0xDC00:02X}, which is not UTF-8" if code >= 0xD800 else f"the control character U+{code:04X}"
            yield Problem(path, line, name, f"has {shown}, at character {bad.start() + 1}")
