"""CSV files as rows on physical lines: encoding, header and shape, before any engine reads them."""

from __future__ import annotations

import csv
import io
import re
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corrigenda.errors import Problem, SetupError, shorten
from corrigenda.package.tables.file_kinds import recognise
from corrigenda.package.tables.table import Table

LONGEST_CELL = 1_000_000
UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass
class Lines:
    """Hold the physical line on which each row starts, and what is wrong with the shape.

    Where `ascends`, the keys grow from row to row as text, so that they are unique and in order. `header` is empty where the
    file is no CSV at all. The rows of the table `counted` were only counted: their lines are read when one is first asked for, and
    need not be where the file `is_plain`, so that each row is one line.
    """

    starts: array[int] = field(default_factory=lambda: array("I"))
    problems: list[Problem] = field(default_factory=list)
    ascends: bool = True
    header: list[str] = field(default_factory=list)
    counted: Table | None = None
    count: int = 0
    is_plain: bool = False

    @property
    def rows(self) -> int:
        """Return how many rows there are."""
        return self.count if self.counted else len(self.starts)

    def of(self, row: int) -> int:
        """Return the physical line of a row; rows count from 1, the header is line 1."""
        if self.counted and self.is_plain:
            return row + 1
        if self.counted:
            self.starts, self.counted = scan(self.counted).starts, None
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
        line = text.count("\n", 0, text.index("\r")) + 1
        problems.append(Problem(path, line, "", "has a carriage return; expected lines that end in LF"))
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
    key = [names.index(name) for name in table.key if header == names]
    lines.ascends = not any(table.fields[position].type in ("integer", "number") for position in key)
    before: list[str] = []
    for line, row in rows:
        lines.starts.append(line)
        # A column too many is one problem of the header and not one of every row.
        if len(row) != len(header):
            what = f"has {len(row)} cells; expected {len(header)} ({', '.join(header)})" if row else "is an empty line; expected a row"
            lines.problems.append(Problem(table.path, line, "", what))
        elif lines.ascends:
            now = [row[position] for position in key]
            lines.ascends, before = all(now) and before < now, now
        if suspicious or (row and max(map(len, row)) > LONGEST_CELL):
            lines.problems += _cells(table.path, line, row, names)


def _physical_lines(text: str) -> Iterator[str]:
    """Yield lines with their ends; a stream over the text would hold it once more, at four bytes a character."""
    start = 0
    while (end := text.find("\n", start) + 1) > 0:
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


def records(text: str, path: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Yield the first physical line and the cells of each record; stop where quoting breaks, which is put to the problems."""
    limit = csv.field_size_limit(len(text) + 1)
    reader = csv.reader(_physical_lines(text), strict=True)
    line = 1
    try:
        for row in reader:
            yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        problems.append(Problem(path, line, "", f"is not CSV from here on: {error}"))
    finally:
        csv.field_size_limit(limit)


def readable_rows(table: Table, lines: Lines) -> Iterator[tuple[int, list[str]]]:
    """Yield number and cells of each row that is as long as the header, from a file whose form is at fault elsewhere."""
    text = _plain_lines(table.path, table.file.read_bytes().decode("utf-8", "replace"), [])
    if '"' in text and _stray_quote(text) is not None:
        return
    rows = records(text, table.path, [])
    next(rows, None)
    for number, (_, row) in enumerate(rows, 1):
        if len(row) == len(lines.header) and max(map(len, row)) <= LONGEST_CELL:
            yield number, row


def _stray_quote(text: str) -> int | None:
    """Return where a quote neither begins nor ends a cell nor is doubled inside one, or None; readers differ over those."""
    parts = text.split('"')
    if len(parts) % 2 == 0:
        return text.rindex('"')
    last = len(parts) - 1
    for position in range(0, len(parts), 2):
        part = parts[position]
        starts, ends = position and part[:1] not in ",\n", position < last and part[-1:] not in ",\n"
        if starts or ends:
            start = sum(map(len, parts[:position])) + position
            return start - 1 if starts else start + len(part)
    return None


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


def read_sound(table: Table) -> list[dict[str, str]]:
    """Read the rows of a table as text; raises SetupError with every problem where its file is of no sound shape."""
    problems = scan(table).problems
    if problems:
        raise SetupError(*shorten(problems))
    return read_rows(table.file)[1]


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
    return text, bool(UNREADABLE.search(text))


def _other_separator(found: list[str], names: list[str]) -> str | None:
    """Return what separates the names of a header that a spreadsheet of another country wrote, so that it is one cell."""
    return next((mark for mark in ";\t|" if len(found) == 1 < len(names) and names[0] + mark in found[0]), None)


def _header(path: str, found: list[str], names: list[str]) -> list[Problem]:
    if found == names:
        return []
    if separator := _other_separator(found, names):
        return [Problem(path, 1, "", f"the separator is {separator.replace(chr(9), 'a tab')} and not a comma")]
    counts, known = Counter(found), set(names)
    problems = [Problem(path, 1, name, "occurs twice in the header") for name in sorted(counts) if counts[name] > 1]
    problems += [Problem(path, 1, name, "is missing in the header") for name in names if name not in counts]
    problems += [Problem(path, 1, name[:60], "is not in the schema") for name in counts if name not in known]
    return problems or [Problem(path, 1, "", f"has its columns in another order; expected {', '.join(names)}")]


def _cells(path: str, line: int, row: list[str], names: list[str]) -> Iterator[Problem]:
    for position, cell in enumerate(row):
        name = names[position] if position < len(names) else f"column {position + 1}"
        if len(cell) > LONGEST_CELL:
            yield Problem(path, line, name, f"has {len(cell):,} characters; expected at most {LONGEST_CELL:,}")
        bad = UNREADABLE.search(cell)
        if bad:
            code = ord(bad.group())
            shown = f"the byte 0x{code - 0xDC00:02X}, which is not UTF-8" if code >= 0xD800 else f"the control character U+{code:04X}"
            yield Problem(path, line, name, f"has {shown}, at character {bad.start() + 1}")
