"""Typed frames of the tables, and rows judged one by one, with Pandera on pandas.

The schemas are derived from the Table Schemas. Every cell is read as text and converted here, never by
`coerce`: one bad cell is one problem, costs no more than a good one and hides no other.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, overload

import pandas as pd
import pandera.pandas as pa

from corrigenda.adapters.exports.frames import is_exported, view_frame
from corrigenda.adapters.validators.cells import misread, read_pattern
from corrigenda.adapters.validators.row_checks import RowCheck, checks_for, resolve
from corrigenda.errors import Problem, SetupError
from corrigenda.package.package import Package, open_package
from corrigenda.package.tables.csv_file import LONGEST_CELL, Lines, scan
from corrigenda.package.tables.table import Field, Table
from corrigenda.values.wording import ask_meant, show

_TEXT = pd.StringDtype("python", na_value=pd.NA)
_READ: Mapping[str, tuple[Any, Callable[[str], Any]]] = {
    "integer": (pd.Int64Dtype(), int),
    "number": (pd.Float64Dtype(), float),
    "boolean": (pd.BooleanDtype(), lambda text: text == "true"),
}
_MOST_WORDS = 8


@dataclass
class _TypedTable:
    """Hold one table as it was read: its text, its typed frame and the cells that are not of their type."""

    table: Table
    lines: Lines
    text: list[list[str]] = field(default_factory=list)
    frame: pd.DataFrame = field(default_factory=pd.DataFrame)
    misread: dict[tuple[int, str], str] = field(default_factory=dict)


@overload
def frames(table: str, package: str | Path | Package = ".") -> pd.DataFrame: ...
@overload
def frames(table: None = None, package: str | Path | Package = ".") -> dict[str, pd.DataFrame]: ...
def frames(table: str | None = None, package: str | Path | Package = ".") -> pd.DataFrame | dict[str, pd.DataFrame]:
    """Load one table as a frame whose types are those of its schema, or without a name all tables by their names.

    Integers become Int64, numbers Float64, booleans boolean, all else (EDTF too) text; what is
    missing is NA. A view that every export has (docs/questions.md) is loaded by its name, its days as datetime64.
    Raises SetupError where there is no such table or view or where the rows are not sound.

    >>> import tempfile, corrigenda
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     package = corrigenda.new_package(f"{folder}/news")
    ...     tables = corrigenda.frames(package=package)
    >>> len(tables["tenures"]), str(tables["tenures"]["acting"].dtype)
    (0, 'boolean')
    """
    opened = package if isinstance(package, Package) else open_package(package)
    if table is None:
        return _all_frames(opened)
    if table not in opened.tables and is_exported(table):
        return view_frame(opened, table)
    if table not in opened.tables:
        hint = ask_meant(table, opened.tables, 3) or f"there are {', '.join(opened.tables)}"
        raise SetupError(f"there is no table '{table}'; {hint}")
    sheets: dict[str, _TypedTable] = {}
    problems = _judge(opened, opened.tables[table], sheets)
    if problems:
        raise SetupError(*problems)
    return sheets[table].frame


def _all_frames(package: Package) -> dict[str, pd.DataFrame]:
    sheets: dict[str, _TypedTable] = {}
    problems = [problem for table in package.tables.values() for problem in _judge(package, table, sheets)]
    if problems:
        raise SetupError(*problems)
    return {name: sheets[name].frame for name in package.tables}


def judge_rows(package: Package) -> tuple[Problem, ...]:
    """Judge every cell and every row of every table by itself; foreign rows are joined where a check needs them.

    All problems are returned, with physical lines; no number of them ends the reading.
    """
    sheets: dict[str, _TypedTable] = {}
    problems = [problem for table in package.tables.values() for problem in _judge(package, table, sheets)]
    return tuple(sorted(set(problems)))


def derive_schema(table: Table) -> pa.DataFrameSchema:
    """Derive the Pandera schema of a table: a column for each field, and the key unique.

    The checks that read several columns are in `row_checks`.
    """
    return pa.DataFrameSchema({field.name: _derive_column(field) for field in table.fields}, checks=[_key_check(table)], strict=False)


def _derive_column(field: Field) -> pa.Column:
    limits, checks = field.constraints, []
    if "minimum" in limits:
        checks.append(pa.Check.ge(limits["minimum"], error=f"at least {limits['minimum']}"))
    if "maximum" in limits:
        checks.append(pa.Check.le(limits["maximum"], error=f"at most {limits['maximum']}"))
    if "enum" in limits:
        values = [_READ[field.type][1](str(each)) if field.type in _READ else each for each in limits["enum"]]
        checks.append(pa.Check.isin(values, error=f"one of {', '.join(map(str, limits['enum']))}"))
    if "maxLength" in limits:
        checks.append(pa.Check.str_length(max_value=limits["maxLength"], error=f"at most {limits['maxLength']} characters"))
    if "pattern" in limits:
        # Pandera's own match is content with the beginning of a text.
        whole = read_pattern(limits["pattern"]).fullmatch
        checks.append(pa.Check(lambda cell: whole(cell) is not None, element_wise=True, error=f"text that matches {limits['pattern']}"))
    if limits.get("unique"):
        checks.append(pa.Check(lambda cells: ~cells.duplicated(keep=False), error="a value that occurs only once"))
    if field.printed:
        words = f"at most {_MOST_WORDS} words as printed"
        checks.append(pa.Check(lambda cell: len(cell.split()) <= _MOST_WORDS, element_wise=True, error=words))
    if field.type in ("edtf", "duration", "uri"):
        checks.append(pa.Check(lambda cell: not misread(field, cell), element_wise=True, error=f"<{field.type}>"))
    return pa.Column(_READ.get(field.type, (_TEXT, str))[0], checks=checks, nullable=not field.required)


def _row_check(name: str, check: RowCheck) -> pa.Check:
    return pa.Check(lambda rows: check.holds(rows).fillna(True).astype(bool), error=name)


def _key_check(table: Table) -> pa.Check:
    return pa.Check(lambda rows: ~rows.duplicated(list(table.key), keep="first"), error="<key>")


def _judge(package: Package, table: Table, sheets: dict[str, _TypedTable]) -> list[Problem]:
    """Run the schema and the row checks of one table; sheets that were read are kept for joins."""
    sheet = _sheet(table, sheets)
    if sheet.lines.problems:
        unjudged = "has rows that were not judged one by one, because the file is not of sound shape"
        return [*sheet.lines.problems, Problem(table.path, 0, "", unjudged)]
    checks = dict(checks_for(package, table))
    rows = _join(package, table, {use for check in checks.values() for use in check.uses}, sheets)
    schema = derive_schema(table)
    schema.checks += [_row_check(name, check) for name, check in checks.items()]
    problems = [Problem(table.path, sheet.lines.of(row + 1), name, what) for (row, name), what in sheet.misread.items()]
    try:
        schema.validate(rows, lazy=True)
    except pa.errors.SchemaErrors as error:
        failures = error.failure_cases[["column", "check", "index"]].drop_duplicates()
        for column, check, row in failures.itertuples(index=False, name=None):
            if pd.isna(row):
                raise SetupError(f"{table.schema_path}: Pandera could not judge '{check}': {error}") from None
            told = _tell(sheet, rows, int(row), column, check, checks)
            if told:
                problems.append(Problem(table.path, sheet.lines.of(int(row) + 1), *told))
    return problems


def _tell(sheet: _TypedTable, rows: pd.DataFrame, row: int, column: str, check: str, checks: dict[str, RowCheck]) -> tuple[str, str] | None:
    """Return field and sentence of one failure; None where the cell was already reported as not of its type."""
    if check in checks:
        uses = checks[check].uses
        if any((row, use) in sheet.misread for use in uses):
            return None
        values = ", ".join(f"{use} is {'empty' if pd.isna(rows.at[row, use]) else show(str(rows.at[row, use]))}" for use in uses)
        return uses[0], f"{values}; expected {checks[check].expected}"
    if check == "<key>":
        key = [sheet.text[row][position] for position, known in enumerate(sheet.table.fields) if known.name in sheet.table.key]
        return sheet.table.key[0], f"the key {show(', '.join(key))} occurs twice"
    if (row, column) in sheet.misread:
        return None
    found = sheet.table.field(column)
    text = sheet.text[row][sheet.table.fields.index(found)] if found else ""
    if check == "not_nullable":
        return column, "is empty; expected a value"
    expected = misread(found, text) if found and check == f"<{found.type}>" else check
    return column, f"is {show(text)}; expected {expected}"


def _sheet(table: Table, sheets: dict[str, _TypedTable]) -> _TypedTable:
    """Read a table once: its text, and the typed frame in which a cell that is not of its type is missing."""
    if table.name in sheets:
        return sheets[table.name]
    sheet = sheets[table.name] = _TypedTable(table, scan(table))
    if not sheet.lines.problems:
        sheet.text = _read_text(table)
    columns = {}
    for position, known in enumerate(table.fields):
        dtype, convert = _READ.get(known.type, (_TEXT, str))
        cells: list[Any] = [row[position] or None for row in sheet.text]
        if known.type in _READ:
            # Columns repeat their values: each distinct text is read once.
            wrong = {text: expected for text in set(cells) if text is not None and (expected := misread(known, text))}
            faults = {row: f"is {show(text)}; expected {wrong[text]}" for row, text in enumerate(cells) if text in wrong}
            sheet.misread.update({(row, known.name): what for row, what in faults.items()})
            value = {text: convert(text) for text in set(cells) - set(wrong) if text is not None}
            cells = [value.get(text) for text in cells]
        columns[known.name] = pd.array(cells, dtype=dtype)
    sheet.frame = pd.DataFrame(columns)
    return sheet


def _read_text(table: Table) -> list[list[str]]:
    limit = csv.field_size_limit(LONGEST_CELL)
    try:
        with table.file.open(encoding="utf-8", newline="") as stream:
            return list(csv.reader(stream, strict=True))[1:]
    finally:
        csv.field_size_limit(limit)


def _join(package: Package, table: Table, uses: set[str], sheets: dict[str, _TypedTable]) -> pd.DataFrame:
    """Return a table's frame with the dotted columns that its checks read; NA where a key leads nowhere."""
    rows = sheets[table.name].frame.copy()
    for use in sorted(use for use in uses if "." in use):
        place = resolve(package, table, use)
        if place is None:
            continue
        target = package.tables[place[0]]
        beyond = _sheet(target, sheets).frame
        # A key that is there twice is reported in its own table; here its first row counts.
        values = beyond.drop_duplicates(list(target.key)).set_index(target.key[0])[place[1]]
        rows[use] = pd.array(values.reindex(rows[use.partition(".")[0]]).array, dtype=values.dtype)
    return rows
