"""A package as a workbook: one sheet a table, every cell typed by its schema, and none of them a formula."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from corrigenda.collections.forms.workbook import name_sheets
from corrigenda.engine.tables import Tables
from corrigenda.errors import SetupError
from corrigenda.package.storage.files import write_atomically
from corrigenda.package.tables.table import Table
from corrigenda.values.spreadsheet_cells import is_run

# The limits of the format, and a day that is the same in every workbook: nothing here reads a clock.
_LONGEST_CELL, _MOST_ROWS = 32_767, 1_048_575
_CREATED = datetime(1980, 1, 1, tzinfo=UTC)
_WIDTHS = {"integer": 10, "number": 14, "boolean": 10, "edtf": 14}


def write_xlsx(tables: Tables, file: Path) -> None:
    """Write each table that `load_cells` gave as a sheet, after one that explains them; dates are EDTF text.

    A text is written as text whatever it begins with, so that no cell becomes a formula, a link or a number. What a spreadsheet would
    run once somebody edits the cell is marked as text there too (the apostrophe of a spreadsheet, which is no part of the cell).
    Raises SetupError where a table or a cell is larger than a workbook can hold.
    """
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": tables.package.name, "created": _CREATED, "comments": f"Data version {tables.package.version}"})
        marked = book.add_format({"quote_prefix": True})
        head, wrapped = book.add_format({"bold": True, "bottom": 1}), book.add_format({"text_wrap": True, "valign": "top"})
        _explain(book.add_worksheet("about"), tables, head, wrapped)
        sheets = name_sheets(tables.package.tables)
        for table in tables.package.tables.values():
            _fill(book.add_worksheet(sheets[table.name]), table, tables, head, marked)
    write_atomically(file, stream.getvalue())


def _explain(sheet: Any, tables: Tables, head: Any, wrapped: Any) -> None:
    """Say on the first sheet what every field means."""
    for column, (word, width) in enumerate((("table", 18), ("field", 24), ("type", 10), ("meaning", 90))):
        sheet.set_column(column, column, width, wrapped)
        sheet.write_string(0, column, word, head)
    row = 1
    for table in tables.package.tables.values():
        for name, kind, meaning in (("", "", table.description), *((f.name, f.type, f.description) for f in table.fields)):
            for column, text in enumerate((table.name, name, kind, meaning)):
                sheet.write_string(row, column, text)
            row += 1
    sheet.freeze_panes(1, 0)


def _fill(sheet: Any, table: Table, tables: Tables, head: Any, marked: Any) -> None:
    columns = ", ".join(f'"{field.name}"' for field in table.fields)
    rows = tables.run(f'SELECT {columns} FROM "{table.name}"')
    if len(rows) > _MOST_ROWS:
        raise SetupError(f"{table.path}: has {len(rows):,} rows; a sheet holds {_MOST_ROWS:,}")
    for column, field in enumerate(table.fields):
        sheet.write_string(0, column, field.name, head)
        sheet.set_column(column, column, _WIDTHS.get(field.type, 24))
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            _write(sheet, table, number, column, value, marked)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(table.fields) - 1)


def _write(sheet: Any, table: Table, number: int, column: int, value: Any, marked: Any) -> None:
    if value is None:
        return
    if isinstance(value, bool):
        sheet.write_boolean(number, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(number, column, value)
    elif len(value) > _LONGEST_CELL:
        name = table.fields[column].name
        raise SetupError(f"{table.path}, row {number}, field {name}: has {len(value):,} characters; a cell holds {_LONGEST_CELL:,}")
    else:
        sheet.write_string(number, column, value, marked if is_run(value) else None)
