"""Frames of pandas or polars as a package: each is written as CSV into a scratch folder, where it is checked as any other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Any

from corrigenda.errors import SetupError
from corrigenda.package.package import Package
from corrigenda.package.scaffold import new_package
from corrigenda.package.storage.files import write_atomically
from corrigenda.package.storage.scrap import temporary_folder
from corrigenda.package.tables.csv_file import parse_rows, write_rows
from corrigenda.package.tables.table import Table
from corrigenda.values.wording import ask_meant

LINES = "Lines are those of the frame sorted by its key; line 1 is the header."


@contextmanager
def framed_package(frames: Mapping[str, Any]) -> Iterator[Package]:
    """Give a package in a scratch folder that has the rows of these frames by the name of their table; other tables are empty.

    Generated tables are left out. Raises SetupError, a sentence for each, where a table or a column is not known,
    or where something is no frame.
    """
    with temporary_folder() as scrap:
        package = new_package(scrap / "frames", starter=True)
        problems: list[str] = []
        for name, frame in frames.items():
            table = package.tables.get(name)
            problems += [f"There is no table '{name}'; {_near(name, package.tables)}"] if table is None else _judge(table, frame)
        if problems:
            raise SetupError(*problems)
        for name, frame in frames.items():
            if package.tables[name].layer != "found":
                _write(package.tables[name], _records(frame))
        try:
            yield package
        except SetupError as error:
            is_of_row = error.sentences[0].startswith("data/")
            raise SetupError(*error.sentences, *([LINES] if is_of_row else []), problems=error.problems) from None


def _judge(table: Table, frame: Any) -> list[str]:
    """Say what of a frame is not of its table."""
    if not hasattr(frame, "columns") or not (hasattr(frame, "to_dicts") or hasattr(frame, "to_dict")):
        return [f"The table '{table.name}' is a {type(frame).__name__}; expected a frame of pandas or polars."]
    names = [field.name for field in table.fields]
    unknown = [str(column) for column in frame.columns if column not in names]
    told = [f"The table '{table.name}' has no column '{column}'; {_near(column, names)}" for column in unknown]
    missing = [name for name in table.key if name not in list(frame.columns)]
    return told + [f"The table '{table.name}' needs the column '{name}', which is its key." for name in missing]


def _near(name: str, known: Sequence[str] | Mapping[str, Any]) -> str:
    return ask_meant(name, known, 3) or f"expected one of {', '.join(known)}."


def _records(frame: Any) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = frame.to_dicts() if hasattr(frame, "to_dicts") else frame.to_dict("records")
    return records


def _write(table: Table, records: list[dict[str, Any]]) -> None:
    """Write the rows sorted by key; the program's own sources stay, for its own tables point at them."""
    names = [field.name for field in table.fields]
    _refuse_nested(table.name, names, records)
    rows: list[list[str | None]] = [[_show(record.get(name)) for name in names] for record in records]
    if table.name == "sources":
        given = {row[0] for row in rows}
        own = parse_rows(table.file.read_text("utf-8"))[1]
        rows += [[row[name] or None for name in names] for row in own if row[names[0]] not in given]
    keys = [names.index(name) for name in table.key]
    write_atomically(table.file, write_rows(names, sorted(rows, key=lambda row: [row[key] or "" for key in keys])))


def _refuse_nested(table: str, names: Sequence[str], records: list[dict[str, Any]]) -> None:
    """Raise SetupError where a cell is a list, a record or bytes: what it means in a table is for whoever made the frame to say."""
    for record in records:
        for name in names:
            value = record.get(name)
            if isinstance(value, (list, tuple, set, dict, bytes)) or getattr(value, "ndim", False):
                kind = type(value).__name__
                raise SetupError(
                    f"The table '{table}' has a value of the type {kind} in the column '{name}'; expected a text, a number or a day."
                )


def _show(value: Any) -> str | None:
    """Write a value of a frame as a cell: nothing for what is missing, days in ISO 8601, true and false in lower case."""
    if value is None or not _is_itself(value):
        return None
    if type(value).__name__ in ("bool", "bool_"):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    # A column of whole numbers with gaps is one of floats in pandas.
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _is_itself(value: Any) -> bool:
    """Tell whether a value is there: NaN and NaT are unlike themselves, and NA does not say."""
    try:
        return bool(value == value)  # noqa: PLR0124
    except TypeError:
        return False
