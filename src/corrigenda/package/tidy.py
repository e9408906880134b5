"""What spreadsheets and people do to a CSV file, undone: its form is mended, the meaning of a cell is never changed."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from dataclasses import dataclass

from corrigenda.errors import Problem
from corrigenda.package.tables.csv_file import write_rows
from corrigenda.package.tables.table import Field, Table
from corrigenda.values.wording import count

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# What Excel and LibreOffice make of a date, in the forms of several countries, and the count of days that they store for it.
_TURNED_DATE = re.compile(
    r"\d{1,4}[./ -]\d{1,2}[./ -]\d{1,4}\.?|\d{1,2}[./ -]\w{3,9}\.?[./ -]\d{2,4}|\w{3,9}[./ -]\d{2,4}|\d{5}(\.\d+)?|\d{4}-\d\d-\d\d[ T].*"
)
_TURNED_NUMBER = re.compile(r"[+-]?\d[\d.]*,\d+|[+-]?\d+([,'\u2019\u202f\xa0 ]\d{3})+(\.\d+)?|.*[eE]\+\d+")


@dataclass(frozen=True)
class Tidied:
    """Hold the bytes of a file after tidying, what was changed in it, and the cells that only a person can mend.

    Where there are problems, the file is to be left as it is.
    """

    data: bytes
    changes: tuple[str, ...]
    problems: tuple[Problem, ...]


def tidy(table: Table, data: bytes) -> Tidied:
    r"""Mend the form of a table's file; printed words keep every character, because spans are proved against them.

    >>> from pathlib import Path
    >>> key, acting = Field("k", "string", "", {}), Field("acting", "boolean", "", {})
    >>> table = Table("t", "t.csv", Path("t.csv"), "", "", "", (key, acting), ("k",), (), None, None)
    >>> tidy(table, b"\xef\xbb\xbfk;acting\r\nb;TRUE\r\na;FALSE").changes[:2]
    ('a byte order mark was removed', 'lines now end in LF')
    """
    changes: list[str] = []
    text, problem = _decode(table, data, changes)
    if problem:
        return Tidied(data, (), (problem,))
    text = _end_lines(text, changes)
    names = [field.name for field in table.fields]
    header, rows, problem = _split(table, text, names, changes)
    if problem:
        return Tidied(data, (), (problem,))
    rows, problems = _arrange(table, header, rows, names, changes)
    if problems:
        return Tidied(data, (), tuple(problems))
    cells, problems = _mend_cells(table, rows, changes)
    if problems:
        return Tidied(data, (), tuple(problems))
    ordered = sorted(cells, key=lambda row: _order(table, names, row))
    if ordered != cells:
        changes.append("rows are in the order of their keys")
    made = write_rows(names, [list(row) for row in ordered])
    if made != data and not changes:
        changes.append("cells are quoted only where they need it")
    return Tidied(made, tuple(changes), ())


def _decode(table: Table, data: bytes, changes: list[str]) -> tuple[str, Problem | None]:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", Problem(table.path, line, "", "is not UTF-8; save it again as CSV UTF-8, for no program can tell which letter was meant")
    if encoding == "utf-8-sig":
        changes.append("a byte order mark was removed")
    elif encoding == "utf-16":
        changes.append("the encoding is UTF-8 instead of UTF-16")
    return text, None


def _end_lines(text: str, changes: list[str]) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        changes.append("lines now end in LF")
    if text and not text.endswith("\n"):
        text += "\n"
        changes.append("the last line has an end")
    return text


def _split(table: Table, text: str, names: list[str], changes: list[str]) -> tuple[list[str], list[list[str]], Problem | None]:
    """Read the rows by the separator under which the header has the names of the schema."""
    first, _, rest = text.partition("\n")
    if re.fullmatch(r"\ufeff?\"?sep=[,;\t]\"?", first):
        text = rest
        changes.append("a line for Excel ('sep=') was removed")
    separator, header = _read_header(text.partition("\n")[0], names)
    if separator is None:
        missing = [name for name in names if name not in header]
        return [], [], Problem(table.path, 1, missing[0] if missing else "", "is missing in the header, by ',', by ';' and by tab")
    if separator != ",":
        changes.append(f"cells are separated by ',' instead of {'a tab' if separator == chr(9) else repr(separator)}")
    limit = csv.field_size_limit(len(text) + 1)
    try:
        return header, list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))[1:], None
    except csv.Error as error:
        return [], [], Problem(table.path, 0, "", f"cannot be tidied: its quotation marks do not match ({error})")
    finally:
        csv.field_size_limit(limit)


def _read_header(line: str, names: list[str]) -> tuple[str | None, list[str]]:
    """Return the separator under which a header has the names of the schema, or None, and the header."""
    header: list[str] = []
    for separator in ",;\t":
        header = [name.strip() for name in _read_cells(line, separator)]
        if set(names) <= set(header):
            return separator, header
    return None, _read_cells(line, ",")


def _read_cells(line: str, separator: str) -> list[str]:
    """Return the cells of a line, however long they are; none where it is no line of CSV."""
    limit = csv.field_size_limit(len(line) + 1)
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return []
    finally:
        csv.field_size_limit(limit)


def _arrange(
    table: Table, header: list[str], rows: list[list[str]], names: list[str], changes: list[str]
) -> tuple[list[list[str]], list[Problem]]:
    """Drop empty rows and columns and put the columns into the order of the schema; say what cannot be placed."""
    full = [(number, row) for number, row in enumerate(rows, 2) if any(cell.strip() for cell in row)]
    if len(full) < len(rows):
        changes.append(f"{count(len(rows) - len(full), 'empty line')} removed")
    extra = {column for column, name in enumerate(header) if name not in names}
    problems = [
        Problem(table.path, 1, header[column][:60], "is not in the schema")
        for column in sorted(extra)
        if header[column] or any(row[column].strip() for _, row in full if column < len(row))
    ]
    problems += [Problem(table.path, 1, name, "occurs twice in the header") for name in names if header.count(name) > 1]
    for number, row in full:
        if (len(row) != len(header) and any(cell.strip() for cell in row[len(header) :])) or len(row) < len(header):
            problems.append(Problem(table.path, number, "", f"has {len(row)} cells; expected {len(header)}"))
    if problems:
        return [], problems
    if extra or any(len(row) > len(header) for _, row in full):
        changes.append("columns without a name and a value were removed")
    if [name for name in header if name in names] != names:
        changes.append("columns are in the order of the schema")
    places = [header.index(name) for name in names]
    return [[row[place] for place in places] for _, row in full], []


def _mend_cells(table: Table, rows: list[list[str]], changes: list[str]) -> tuple[list[list[str]], list[Problem]]:
    counts = dict.fromkeys(("blanks at the ends of a cell", "true and false in capitals", "letters in two parts (now NFC)"), 0)
    blanks, capitals, parts = counts
    problems, made = [], []
    for number, row in enumerate(rows, 2):
        cells = []
        for field, cell in zip(table.fields, row, strict=True):
            new = cell
            if not field.printed:
                new = cell.strip()
                counts[blanks] += new != cell
                if field.type == "boolean" and new.lower() in ("true", "false"):
                    counts[capitals] += new != new.lower()
                    new = new.lower()
                if not new.isascii() and not unicodedata.is_normalized("NFC", new):
                    counts[parts] += 1
                    new = unicodedata.normalize("NFC", new)
            if what := _turned(field, new):
                problems.append(Problem(table.path, number, field.name, what))
            cells.append(new)
        made.append(cells)
    changes += [f"{count(number, 'cell')} mended: {what}" for what, number in counts.items() if number]
    return made, problems


def _turned(field: Field, text: str) -> str:
    """Say why a cell looks like one that a spreadsheet has turned; empty where it does not."""
    if field.type == "edtf" and _TURNED_DATE.fullmatch(text) and not re.fullmatch(r"\d{4}-\d\d(-\d\d)?", text):
        return f"'{text}' looks like a date that a spreadsheet has changed; type it again as text, such as 2025-01-20 or 2025-01"
    if field.type in ("integer", "number") and _TURNED_NUMBER.fullmatch(text):
        return f"'{text}' looks like a number that a spreadsheet has changed; type it again with all its digits, such as 1500000.5"
    return ""


def _order(table: Table, names: list[str], row: list[str]) -> tuple[tuple[int, str], ...]:
    key = []
    for name in table.key:
        place = names.index(name)
        text = row[place]
        is_number = table.fields[place].type == "integer" and re.fullmatch(r"[+-]?[0-9]{1,18}", text)
        key.append((int(text), "") if is_number else (0, text))
    return tuple(key)
