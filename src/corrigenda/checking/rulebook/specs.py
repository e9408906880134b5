"""What the header of a rule says of cells and of other findings: what is pointed at, what could be changed, what is folded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Yields(StrEnum):
    """Say into which findings of the same article those of a rule are folded, in the words of its header.

    A date that is certainly wrong is one fault, however many titles, names and lifetimes do not fit it. An act of somebody who
    was dead or out of office then is no fault of its own where a title in that event does not fit its date either.
    """

    SAME_ROWS = "to findings on the same rows"
    SHARED_DATE = "to certain errors that rest on the same date"
    WRONG_DATE = "to certain errors about the same date"


@dataclass(frozen=True)
class PlaceSpec:
    """Say which field of which table a finding points at, and which column of the query holds the key.

    Where a rule points at cells of many tables, `{column}` in place of the table or the field names the column of the
    query that holds it; a list of fields points at each of them.
    """

    table: str
    column: str
    field: str
    role: str

    @property
    def columns(self) -> tuple[str, ...]:
        """Return the columns of the query that the place is taken from."""
        return (self.column, *(part[1:-1] for part in (self.table, self.field) if part.startswith("{")))

    def table_in(self, row: Mapping[str, Any]) -> str:
        """Return the name of the table for one row of the query."""
        return str(row[self.table[1:-1]]) if self.table.startswith("{") else self.table

    def fields_in(self, row: Mapping[str, Any]) -> list[str]:
        """Return the names of the fields for one row of the query."""
        return keys_in(row[self.field[1:-1]]) if self.field.startswith("{") else [self.field]


@dataclass(frozen=True)
class RepairSpec:
    """Say which cell could be changed, to what, and what that allows; texts are templates."""

    table: str
    column: str
    field: str
    value: str | None
    allows: str


def key_of(table: str) -> str:
    """Return the name of the key column of a table: that of `xs` is `x_id`.

    >>> key_of("tenures"), key_of("categories"), key_of("completeness"), key_of("ties")
    ('tenure_id', 'category_id', 'completeness_id', 'tie_id')
    """
    if table.endswith("ies") and len(table) > len("ties"):
        return table[:-3] + "y_id"
    return (table[:-1] if table.endswith("s") and not table.endswith("ss") else table) + "_id"


def keys_in(value: Any) -> list[str]:
    """Return the keys in a column of a query: none, one, or a list of them.

    >>> keys_in(None), keys_in("a"), keys_in(["b", None, "a", "b"])
    ([], ['a'], ['a', 'b'])
    """
    if value is None:
        return []
    return sorted({key for key in value if key is not None}) if isinstance(value, list) else [value]
