"""A workbook that `corrigenda export xlsx` wrote and a person edited, taken back cell by cell."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from corrigenda.errors import Problem, SetupError
from corrigenda.package.package import Package
from corrigenda.package.tables.csv_file import read_sound, write_rows
from corrigenda.package.tables.table import Field, Table

_LARGEST = 500_000_000
_LONGEST_NAME = 31
# The sheet that explains the others, and the one that Excel keeps for itself.
_RESERVED = ("about", "history")
_TURNED = "is a date of the spreadsheet; format the cell as text and type it again, such as 2025-01"


def name_sheets(tables: Iterable[str]) -> dict[str, str]:
    """Return the name of the sheet of each table: at most 31 characters, none twice whatever their case, none that is reserved.

    >>> list(name_sheets(["claims", "history", "a_table_with_a_name_that_is_too_long", "a_table_with_a_name_that_is_too_wide"]).values())
    ['claims', 'history~2', 'a_table_with_a_name_that_is_too', 'a_table_with_a_name_that_is_t~2']
    """
    names: dict[str, str] = {}
    taken = set(_RESERVED)
    for table in tables:
        name, number = table[:_LONGEST_NAME], 1
        while name.lower() in taken:
            number += 1
            name = f"{table[: _LONGEST_NAME - len(str(number)) - 1]}~{number}"
        taken.add(name.lower())
        names[table] = name
    return names


def read_workbook(package: Package, file: Path) -> dict[str, bytes]:
    """Return the new bytes of each table that a person writes and whose sheet differs from it.

    A sheet that is not there leaves its table as it is, a row that is not there is taken out. Raises SetupError for what is no
    workbook, and for each cell that cannot be taken back, by sheet and cell.
    """
    import openpyxl

    _demand_small(file)
    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=False)
    except Exception as error:
        raise SetupError(f"{file}: cannot be read as a workbook (.xlsx): {type(error).__name__}.") from None
    try:
        named = name_sheets(package.tables)
        sheets = {table.name: table for table in package.layer("said", "known", "kept") if named[table.name] in book.sheetnames}
        if not sheets:
            raise SetupError(f"{file}: has no sheet with the name of a table; expected a workbook of 'corrigenda export xlsx'.")
        problems: list[Problem] = []
        changed = {}
        for name, table in sheets.items():
            before = read_sound(table)
            rows = list(_read_sheet(table, _rows(book, named[name], file), before, problems))
            names = [field.name for field in table.fields]
            if {tuple(row.items()) for row in before} != {tuple(row.items()) for row in rows} or len(rows) != len(before):
                ordered = sorted(rows, key=lambda row: [row[key] for key in table.key])
                changed[name] = write_rows(names, [[row[one] for one in names] for row in ordered])
    finally:
        book.close()
    if problems:
        raise SetupError(*map(str, problems[:50]), f"{len(problems)} cells of {file} cannot be taken back; nothing was written.")
    return changed


def _demand_small(file: Path) -> None:
    """Refuse a file that is no archive, or one that grows beyond measure when it is unpacked."""
    try:
        with zipfile.ZipFile(file) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except OSError as error:
        raise SetupError(f"{file}: cannot be read: {error.strerror}") from None
    except (zipfile.BadZipFile, ValueError):
        raise SetupError(f"{file}: is no workbook (.xlsx).") from None
    if size > _LARGEST:
        raise SetupError(f"{file}: is larger than {_LARGEST:,} bytes when it is unpacked.")


def _rows(book: Any, name: str, file: Path) -> Iterator[Sequence[Any]]:
    """Yield the rows of a sheet, which the library reads one by one; raises SetupError where it cannot."""
    try:
        yield from book[name].iter_rows()
    except Exception as error:
        raise SetupError(f"{file}: the sheet {name} cannot be read: {type(error).__name__}.") from None


def _read_sheet(
    table: Table, rows: Iterator[Sequence[Any]], before: list[dict[str, str]], problems: list[Problem]
) -> Iterator[dict[str, str]]:
    """Yield the rows of a sheet as text by field, in the order of the fields."""
    names = [field.name for field in table.fields]
    known = {tuple(row[key] for key in table.key): row for row in before}
    header = [str(cell.value).strip() if cell.value is not None else "" for cell in next(rows, ())]
    lacking = [name for name in names if name not in header]
    if lacking:
        problems.append(Problem(f"sheet {table.name}", 1, lacking[0], "is missing in the header"))
        return
    places = {name: header.index(name) for name in names}
    for number, cells in enumerate(rows, 2):
        if all(cell.value is None for cell in cells):
            continue
        row = {}
        for field in table.fields:
            cell = cells[places[field.name]] if places[field.name] < len(cells) else None
            text, what = _read_cell(field, cell)
            if what:
                problems.append(Problem(f"sheet {table.name}", number, field.name, what))
            row[field.name] = text
        earlier = known.get(tuple(row[key] for key in table.key))
        yield {name: _keep_form(table.field(name), text, earlier[name] if earlier else "") for name, text in row.items()}


def _read_cell(field: Field, cell: Any) -> tuple[str, str]:
    """Return the text of a cell, and what is wrong with it."""
    value = None if cell is None else cell.value
    text, what = "", ""
    if value is None:
        pass
    elif cell.data_type in ("f", "e"):
        what = f"is a formula or an error of the spreadsheet ({str(value)[:40]}); expected a plain value"
    elif isinstance(value, bool):
        text = "true" if value else "false"
    elif isinstance(value, datetime | date):
        text, what = _read_day(field, value, str(cell.number_format))
    elif isinstance(value, float) and field.type == "edtf":
        what = f"'{value}' {_TURNED}"
    elif isinstance(value, int | float):
        is_whole = isinstance(value, int) or (value.is_integer() and abs(value) < 2**53)
        text = str(int(value)) if is_whole else repr(value)
    elif isinstance(value, str):
        text = value.replace("\r\n", "\n").replace("\r", "\n")
        text = text if field.printed else text.strip()
        text = text.lower() if field.type == "boolean" and text.lower() in ("true", "false") else text
    else:
        what = f"'{value}' is no text, no number and no truth value"
    return text, what


def _read_day(field: Field, value: datetime | date, shown: str) -> tuple[str, str]:
    """Take a date of the spreadsheet where its cell shows year, month and day; what shows less was typed as less."""
    letters = re.sub(r'"[^"]*"|\[[^\]]*\]', "", shown).lower()
    is_day = all(letter in letters for letter in "ymd") and not (isinstance(value, datetime) and value.time() != time(0))
    if field.type == "edtf" and is_day:
        return value.strftime("%Y-%m-%d"), ""
    return "", f"'{value}' {_TURNED}"


def _keep_form(field: Field | None, text: str, before: str) -> str:
    """Keep how a number was written where the spreadsheet has only written it in another way."""
    if field is not None and field.type in ("number", "integer") and text != before:
        try:
            if float(text) == float(before):
                return before
        except ValueError:
            pass
    return text
