"""datapackage.json to a Package: its tables, where they lie and what their schemas demand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from corrigenda.descriptor import lint_descriptor, lint_schema
from corrigenda.errors import Problem, SetupError

_LARGEST = 10_000_000
_SAID = 200
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
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
    """Hold one table of a package: its name, file and schema."""

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

    @property
    def layer(self) -> str:
        """Return `said`, `known`, `found`, or `kept` for what is kept by hand beside them."""
        folder = PurePosixPath(self.path).parent.name
        return folder if folder in ("said", "known", "found") else "kept"

    def field(self, name: str) -> Field | None:
        """Return the field of that name, or None."""
        return next((field for field in self.fields if field.name == name), None)


@dataclass(frozen=True)
class Package:
    """Hold what a descriptor says: name, version and the tables by name."""

    root: Path
    name: str
    version: str
    descriptor: dict[str, Any]
    tables: dict[str, Table]

    def layer(self, *layers: str) -> tuple[Table, ...]:
        """Return the tables of some layers, in the order of the descriptor."""
        return tuple(table for table in self.tables.values() if table.layer in layers)


def open_package(path: str | Path = ".") -> Package:
    """Open the package in a folder, or the one whose datapackage.json is named.

    Raises SetupError with one sentence for each thing that is wrong with the descriptor, the
    schemas or the paths; all of them are reported at once.
    """
    path = Path(path)
    file = path / "datapackage.json" if path.is_dir() else path
    root = file.parent
    try:
        descriptor = _read_json(file, file.name)
    except ValueError as error:
        raise SetupError(f"the path of the package cannot be used: {error}") from None
    problems = lint_descriptor(descriptor)
    if problems:
        raise SetupError(*problems[:_SAID], *([f"and {len(problems) - _SAID:,} more problems"] if len(problems) > _SAID else []))
    tables: dict[str, Table] = {}
    for resource in descriptor["resources"]:
        problems += _unsafe(root, resource)
        try:
            schema, schema_path = _schema_of(root, resource)
        except SetupError as error:
            problems += error.sentences
            continue
        found = lint_schema(schema, schema_path)
        problems += found
        if not found:
            tables[resource["name"]] = _table(root, resource, schema, schema_path)
    if not problems:
        problems += _misplaced(tables)
        problems += _dangling(tables)
    if problems:
        raise SetupError(*problems)
    return Package(root, descriptor["name"], descriptor.get("version", ""), descriptor, tables)


def _read_json(file: Path, shown: str) -> Any:
    try:
        if file.exists() and not file.is_file():
            raise SetupError(Problem(shown, 0, "", "is not a file"))
        if file.exists() and file.stat().st_size > _LARGEST:
            raise SetupError(Problem(shown, 0, "", f"is larger than {_LARGEST:,} bytes"))
        text = file.read_bytes().decode("utf-8")
        value = json.loads(text, object_pairs_hook=_no_duplicates, parse_constant=_no_constant)
        json.dumps(value, ensure_ascii=False).encode()
        return value
    except UnicodeEncodeError:
        raise SetupError(Problem(shown, 0, "", "has half of a character (a lone surrogate)")) from None
    except FileNotFoundError:
        raise SetupError(Problem(shown, 0, "", f"there is no such file in {file.parent}")) from None
    except OSError as error:
        raise SetupError(Problem(shown, 0, "", f"cannot be read: {error.strerror}")) from None
    except UnicodeDecodeError as error:
        raise SetupError(Problem(shown, 0, "", f"is not UTF-8 at byte {error.start}")) from None
    except json.JSONDecodeError as error:
        raise SetupError(Problem(shown, error.lineno, "", f"is not JSON: {error.msg}")) from None
    except (ValueError, RecursionError) as error:
        raise SetupError(Problem(shown, 0, "", f"is not JSON: {error}")) from None


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number of JSON")


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise ValueError(f"the property '{twice}' stands twice in one object")
    return result


def locate_inside(root: Path, path: str) -> tuple[Path | None, str]:
    """Return the file that a path of the package means, or None and why it is refused."""
    if "://" in path:
        return None, "is a URL; only files of the package are read"
    if "\\" in path or "\0" in path or PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts or path[1:2] == ":":
        return None, "leaves the package; expected a relative path with '/' inside it"
    file = root / path
    try:
        if not file.resolve().is_relative_to(root.resolve()):
            return None, "leads out of the package through a symbolic link"
        file.stat()
    except FileNotFoundError:
        pass
    except (OSError, RuntimeError, ValueError) as error:
        return None, f"cannot be followed ({getattr(error, 'strerror', None) or 'a loop of symbolic links'})"
    return file, ""


def _unsafe(root: Path, resource: dict[str, Any]) -> list[str]:
    shown = f"datapackage.json: the table '{resource['name']}'"
    path = resource["path"]
    file, reason = locate_inside(root, path)
    if file is None:
        return [f"{shown} has the path '{path}', which {reason}"]
    if not file.is_file():
        return [f"{shown} has the path '{path}', but there is no such file"]
    return []


def _schema_of(root: Path, resource: dict[str, Any]) -> tuple[Any, str]:
    schema = resource["schema"]
    if isinstance(schema, dict):
        return schema, f"the schema of '{resource['name']}' in datapackage.json"
    file, reason = locate_inside(root, schema)
    if file is None:
        raise SetupError(f"datapackage.json: the table '{resource['name']}' has the schema '{schema}', which {reason}")
    return _read_json(file, schema), schema


def _table(root: Path, resource: dict[str, Any], schema: dict[str, Any], schema_path: str) -> Table:
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
    return Table(
        name=resource["name"],
        path=resource["path"],
        file=root / resource["path"],
        schema_path=schema_path,
        title=schema.get("title", resource["name"]),
        description=schema.get("description", ""),
        fields=fields,
        key=tuple(_listed(schema["primaryKey"])),
        foreign_keys=foreign_keys,
        hash=resource.get("hash"),
        bytes=resource.get("bytes"),
    )


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _misplaced(tables: dict[str, Table]) -> list[str]:
    """List tables that share a file, and generated ones that would be written to where something else may lie."""
    problems = []
    places: dict[PurePosixPath, str] = {}
    for table in tables.values():
        place = PurePosixPath(table.path)
        if place in places:
            problems.append(f"datapackage.json: the tables '{places[place]}' and '{table.name}' have the same path '{table.path}'")
        places[place] = table.name
        if table.layer == "found" and table.path != f"data/found/{table.name}.csv":
            problems.append(f"datapackage.json: the table '{table.name}' has the path '{table.path}'; expected data/found/{table.name}.csv")
    return problems


def _dangling(tables: dict[str, Table]) -> list[str]:
    problems = []
    for table in tables.values():
        for foreign in table.foreign_keys:
            target = tables.get(foreign.table)
            if target is None:
                problems.append(
                    f"{table.schema_path}: a foreign key points at the table '{foreign.table}', which the package does not have"
                )
            elif foreign.targets != target.key:
                problems.append(
                    f"{table.schema_path}: a foreign key points at {foreign.table}.{', '.join(foreign.targets)}, which is not its key"
                )
    return problems
