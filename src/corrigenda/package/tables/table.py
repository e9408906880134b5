"""One table of a package: its fields, its key and what its schema demands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from corrigenda.package.descriptor import EDTF

PRINTED = "http://www.w3.org/ns/oa#exact"


@dataclass(frozen=True)
class Field:
    """Describe one column: its type (`edtf` for dates as EDTF text), meaning and constraints."""

    name: str
    type: str
    description: str
    constraints: dict[str, Any]
    printed: bool = False

    @property
    def required(self) -> bool:
        """Tell whether every row needs a value."""
        return bool(self.constraints.get("required"))


@dataclass(frozen=True)
class ForeignKey:
    """Say that the values of some fields stand in a table as its fields."""

    fields: tuple[str, ...]
    table: str
    targets: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """Hold one table of a package: its name, file and schema.

    A table of several files, or in Parquet, has them as `parts`, path and file; the engine gathers them into one CSV.
    """

    name: str
    path: str
    file: Path
    schema_path: str
    title: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]
    hash: str | None
    bytes: int | None
    unique_keys: tuple[tuple[str, ...], ...] = ()
    parts: tuple[tuple[str, Path], ...] = ()

    @property
    def layer(self) -> str:
        """Return `said`, `known`, `found`, or `kept` for what is kept by hand with them."""
        folder = PurePosixPath(self.path).parent.name
        return folder if folder in ("said", "known", "found") else "kept"

    def field(self, name: str) -> Field | None:
        """Return the field of that name, or None."""
        return next((field for field in self.fields if field.name == name), None)

    def has(self, *names: str) -> bool:
        """Tell whether there are fields of all these names."""
        return {field.name for field in self.fields}.issuperset(names)


def read_table(root: Path, resource: dict[str, Any], schema: dict[str, Any], schema_path: str) -> Table:
    """Return the table of a resource and its schema, both of which are sound."""
    fields = tuple(
        Field(
            entry["name"],
            "edtf" if entry.get("rdfType") == EDTF else "uri" if entry.get("format") == "uri" else entry.get("type", "string"),
            entry.get("description", ""),
            entry.get("constraints", {}),
            printed=entry.get("rdfType") == PRINTED,
        )
        for entry in schema["fields"]
    )
    foreign_keys = tuple(
        ForeignKey(
            tuple(_listed(entry["fields"])),
            entry["reference"].get("resource") or resource["name"],
            tuple(_listed(entry["reference"]["fields"])),
        )
        for entry in schema.get("foreignKeys", [])
    )
    paths = _listed(resource["path"])
    return Table(
        name=resource["name"],
        path=paths[0],
        file=root / paths[0],
        schema_path=schema_path,
        title=schema.get("title", resource["name"]),
        description=schema.get("description", ""),
        fields=fields,
        key=tuple(_listed(schema["primaryKey"])),
        foreign_keys=foreign_keys,
        hash=resource.get("hash"),
        bytes=resource.get("bytes"),
        unique_keys=tuple(tuple(_listed(entry)) for entry in schema.get("uniqueKeys", [])),
        parts=tuple((path, root / path) for path in paths) if isinstance(resource["path"], list) or is_parquet(paths[0]) else (),
    )


def is_parquet(path: str) -> bool:
    """Tell whether a file is Parquet, by its name."""
    return path.lower().endswith(".parquet")


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
