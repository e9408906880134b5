"""Tables without rows, made from the Table Schemas, in an engine of their own: ground on which views and rules are prepared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import duckdb

from corrigenda.checking.case_pages.rows import schemas
from corrigenda.engine.anchored_dates import COLUMNS as ANCHORED
from corrigenda.engine.likely_pairs import COLUMNS as PAIRED
from corrigenda.engine.parsed_text import COLUMNS as PARSED
from corrigenda.engine.released_cells import COLUMNS as RELEASED
from corrigenda.engine.sql import words_of
from corrigenda.engine.tables import RUN_DAY
from corrigenda.engine.views import view_files
from corrigenda.errors import SetupError
from corrigenda.timeline.answer_tables import COLUMNS as SOLVED

_TYPES = {"integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}


def columns() -> dict[str, dict[str, str]]:
    """Return the columns of every table that a view or rule can read, with their types."""
    own = {name: {f.name: _TYPES.get(f.type, "VARCHAR") for f in table.fields} for name, table in schemas().items()}
    return own | PARSED | RUN_DAY | ANCHORED | PAIRED | SOLVED | RELEASED


class Engine:
    """Hold the tables of the schemas and the views over them, each computed when a query first reads it, and again once rows change.

    They are computed as the program does: a view that takes in all that it reads takes seconds to plan.
    """

    def __init__(self, renamed: Mapping[tuple[str, str], str] | None = None) -> None:
        self.connection = duckdb.connect(config={"threads": 1})
        for table, fields in columns().items():
            names = {(renamed or {}).get((table, name), name): kind for name, kind in fields.items()}
            self.connection.execute(
                f'CREATE TABLE "{table}" ({", ".join(f"""{chr(34)}{name}{chr(34)} {kind}""" for name, kind in names.items())})'
            )
        self.waiting = dict(view_files())
        self.filled: set[str] = set()

    def make(self, names: Iterable[str]) -> None:
        """Compute the views of these names, and what they read."""
        for name in sorted(self.waiting.keys() & names):
            sql = self.waiting.pop(name, None)
            if sql is not None:
                self.make(words_of(sql))
                self.connection.execute(f'CREATE TABLE "{name}" AS {sql}')

    def add(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Add rows; cells that are not named stay empty."""
        self._forget()
        self.filled.add(table)
        fields, listed = columns()[table], list(rows)
        cells = ", ".join(f"unnest(?::{kind}[])" for kind in fields.values())
        self.connection.execute(f'INSERT INTO "{table}" SELECT {cells}', [[row.get(name) for row in listed] for name in fields])

    def clear(self, tables: Sequence[str]) -> None:
        """Take all rows out of some tables."""
        self._forget()
        for table in sorted(self.filled & set(tables)):
            self.connection.execute(f'DELETE FROM "{table}"')
        self.filled -= set(tables)

    def _forget(self) -> None:
        for name in view_files().keys() - self.waiting.keys():
            self.connection.execute(f'DROP TABLE "{name}"')
        self.waiting = dict(view_files())

    def query(self, sql: str) -> list[dict[str, Any]]:
        """Run one SELECT and return its rows by column name."""
        self.make(words_of(sql))
        cursor = self.connection.execute(sql)
        names = [column[0] for column in cursor.description or []]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def columns(self, sql: str) -> dict[str, str]:
        """Return the names and types of the columns that a query gives, without running it; raises SetupError where it cannot."""
        self.make(words_of(sql))
        try:
            if len(self.connection.extract_statements(sql)) != 1:
                raise SetupError("the query is not one SELECT")
            return {str(row[0]): str(row[1]) for row in self.connection.execute(f"DESCRIBE {sql}").fetchall()}
        except duckdb.Error as error:
            raise SetupError(str(error)) from None
