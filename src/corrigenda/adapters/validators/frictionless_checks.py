"""Checks that Frictionless runs for us: the form of cells, patterns, the order of rows and `uniqueKeys`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

import frictionless
from frictionless import errors

from corrigenda.adapters.validators.cells import misread, read_pattern
from corrigenda.package.tables.table import Table
from corrigenda.values.wording import show


class CellError(errors.CellError):  # type: ignore[misc, unused-ignore]
    """Name a cell and say in a sentence what was expected of it."""

    type = "corrigenda-cell"
    template = "{note}"


class CellCheck(frictionless.Check):
    """Judge the form of cells that Frictionless takes as text, or reads more freely than the schemas mean."""

    type = "corrigenda-cells"
    Errors: ClassVar = [CellError]

    def __init__(self, table: Table) -> None:
        super().__init__()
        self._table = table

    def validate_row(self, row: Any) -> Iterable[frictionless.Error]:
        """Yield an error for each cell that is misread and has none yet."""
        faulty = {error.field_name for error in row.errors if isinstance(error, errors.CellError)}
        for number, (field, text) in enumerate(zip(self._table.fields, row.cells, strict=False), 1):
            if not text or field.name in faulty:
                continue
            expected = misread(field, text)
            pattern = field.constraints.get("pattern")
            if not expected and pattern and not read_pattern(pattern).fullmatch(text):
                expected = f"text that matches {pattern}"
            if expected:
                note = f"is {show(text)}; expected {expected}"
                place = {"row_number": row.row_number, "field_name": field.name, "field_number": number}
                yield CellError(note=note, cells=list(row.cells), cell=text, **place)


class KeyCheck(frictionless.Check):
    """Judge the order of rows by their key, and `uniqueKeys`."""

    type = "corrigenda-keys"
    Errors: ClassVar = [CellError]

    def __init__(self, table: Table, unique: list[Any]) -> None:
        super().__init__()
        self._table = table
        self._unique = [(key,) if isinstance(key, str) else tuple(key) for key in unique]
        self._last: tuple[Any, ...] = ()
        self._seen: dict[tuple[str, ...], set[tuple[Any, ...]]] = {key: set() for key in self._unique}

    def validate_row(self, row: Any) -> Iterable[frictionless.Error]:
        """Yield an error where a row comes before its place or repeats a key."""
        key = tuple(row.get(name) for name in self._table.key)
        if None not in key:
            if self._last and key < self._last:
                name, note = self._table.key[-1], "comes after a greater key; expected rows sorted by key"
                yield CellError.from_row(row, field_name=name, note=f"{show(str(row.get(name)))} {note}")
            self._last = key
        for names in self._unique:
            values = tuple(row.get(name) for name in names)
            if None not in values and values in self._seen[names]:
                note = f"{show(', '.join(map(str, values)))} occurs twice; expected {', '.join(names)} to be unique"
                yield CellError.from_row(row, field_name=names[0], note=note)
            self._seen[names].add(values)
