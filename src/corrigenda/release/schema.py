"""The shape of a table: fields, types, constraints and keys; and what a change of it means to those who read the data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any


class Level(IntEnum):
    """Say which part of a version a change moves (the recipe for data versions of the Data Package standard)."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


@dataclass(frozen=True)
class FieldShape:
    """Hold what a reader can rely on in one column."""

    name: str
    type: str
    constraints: Mapping[str, Any]


@dataclass(frozen=True)
class KeyShape:
    """Say that some fields point at fields of a table."""

    fields: tuple[str, ...]
    table: str
    targets: tuple[str, ...]

    def __str__(self) -> str:
        return f"{', '.join(self.fields)} → {self.table}.{', '.join(self.targets)}"


@dataclass(frozen=True)
class Shape:
    """Hold the fields of a table in their order, its primary key, its foreign keys and the fields that are unique together."""

    fields: tuple[FieldShape, ...]
    key: tuple[str, ...]
    foreign_keys: tuple[KeyShape, ...] = ()
    unique_keys: tuple[tuple[str, ...], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the fields."""
        return tuple(field.name for field in self.fields)


@dataclass(frozen=True)
class SchemaChange:
    """Say what changed in a table or one of its fields (`field` is empty for the table), and how far it reaches."""

    table: str
    field: str
    what: str
    level: Level

    @property
    def place(self) -> str:
        """Name the table, or its field."""
        return f"{self.table}.{self.field}" if self.field else self.table

    def __str__(self) -> str:
        return f"{self.place} {self.what}"


def compare_shapes(table: str, before: Shape | None, after: Shape | None) -> Iterator[SchemaChange]:
    """Yield every difference of two shapes of a table; None is a table that is not there."""
    if before is None or after is None:
        if after is not None:
            yield SchemaChange(table, "", "is a new table", Level.MINOR)
        elif before is not None:
            yield SchemaChange(table, "", "is gone", Level.MAJOR)
        return
    old, new = ({field.name: field for field in shape.fields} for shape in (before, after))
    yield from (SchemaChange(table, name, "is gone", Level.MAJOR) for name in old if name not in new)
    yield from (SchemaChange(table, name, "is a new field", Level.MAJOR) for name in new if name not in old)
    stayed = [name for name in new if name in old]
    if stayed != [name for name in old if name in new]:
        yield SchemaChange(table, "", "has its fields in another order", Level.MAJOR)
    for name in stayed:
        yield from _compare_fields(table, old[name], new[name])
    yield from _compare_keys(table, before, after)


def _compare_keys(table: str, before: Shape, after: Shape) -> Iterator[SchemaChange]:
    if before.key != after.key:
        yield SchemaChange(table, "", f"has another key: {', '.join(before.key)} → {', '.join(after.key)}", Level.MAJOR)
    for key in after.foreign_keys:
        if key not in before.foreign_keys:
            yield SchemaChange(table, key.fields[0], f"has a new foreign key: {key}", Level.MAJOR)
    for key in before.foreign_keys:
        if key not in after.foreign_keys:
            yield SchemaChange(table, key.fields[0], f"no longer has the foreign key {key}", Level.MINOR)
    for names in after.unique_keys:
        if names not in before.unique_keys:
            yield SchemaChange(table, names[0], f"has a new unique key: {', '.join(names)}", Level.MAJOR)
    for names in before.unique_keys:
        if names not in after.unique_keys:
            yield SchemaChange(table, names[0], f"no longer has the unique key {', '.join(names)}", Level.MINOR)


def _compare_fields(table: str, before: FieldShape, after: FieldShape) -> Iterator[SchemaChange]:
    if before.type != after.type:
        yield SchemaChange(table, after.name, f"has another type: {before.type} → {after.type}", Level.MAJOR)
    for name in sorted(before.constraints.keys() | after.constraints.keys()):
        old, new = before.constraints.get(name), after.constraints.get(name)
        # `required: false` demands as little as no constraint at all.
        if (None if old is False else old) != (None if new is False else new):
            told = f"has another constraint {name}: {_show(old)} → {_show(new)}"
            yield SchemaChange(table, after.name, told, Level.MINOR if _is_wider(name, old, new) else Level.MAJOR)


def _is_wider(name: str, old: Any, new: Any) -> bool:
    """Tell whether every cell that fitted the old constraint fits the new one."""
    if new is None or new is False:
        return True
    if old is None:
        return False
    if name == "enum":
        return set(new) >= set(old)
    if name == "minimum":
        return bool(new <= old)
    if name in ("maximum", "maxLength"):
        return bool(new >= old)
    return False


def _show(value: Any) -> str:
    if value is None or value is False:
        return "none"
    if value is True:
        return "yes"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
