"""datapackage.json to a Package: its tables, where they lie and what their schemas demand."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from corrigenda.errors import MissingTableError, Problem, SetupError
from corrigenda.package.descriptor import lint_descriptor, lint_schema
from corrigenda.package.storage.files import WORDS, locate_inside, program_folder, read_json
from corrigenda.package.storage.journal import refuse_unfinished
from corrigenda.package.tables.table import Table, read_table
from corrigenda.values.wording import first_few

_SHOWN = 200

_NO_PACKAGE = (
    "No data package is there: 'corrigenda demo' shows one that comes with the program, 'corrigenda draft --text FILE' makes one from a "
    "text, and 'corrigenda new package FOLDER' makes an empty one."
)


class TablesByName(dict[str, Table]):
    """Hold tables by name; to ask for one that a package lacks is no fault of the program but a sentence about the package.

    >>> TablesByName()["attributions"]
    Traceback (most recent call last):
    corrigenda.errors.MissingTableError: the package has no table attributions
    """

    def __missing__(self, name: str) -> Table:
        raise MissingTableError(name)


@dataclass(frozen=True)
class Package:
    """Hold what a descriptor says: name, version and the tables by name; `reference` is the other package that the known ones are of.

    >>> from corrigenda import published_package
    >>> package = published_package()
    >>> package.tables["tenures"].path
    'data/known/tenures.csv'
    """

    root: Path
    name: str
    version: str
    descriptor: dict[str, Any] = field(repr=False)
    tables: dict[str, Table] = field(repr=False)
    reference: Package | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "tables", TablesByName(self.tables))

    def layer(self, *layers: str) -> tuple[Table, ...]:
        """Return the tables of some layers, in the order of the descriptor.

        >>> from corrigenda import published_package
        >>> [table.name for table in published_package().layer("said")][:3]
        ['articles', 'passages', 'claims']
        """
        return tuple(table for table in self.tables.values() if table.layer in layers)

    def files(self) -> Iterator[Path]:
        """Yield every file that the package is read from, those of its reference among them.

        >>> from corrigenda import published_package
        >>> next(published_package().files()).name
        'datapackage.json'
        """
        yield self.root / "datapackage.json"
        yield from (table.file for table in self.tables.values())
        yield from (file for table in self.tables.values() for _, file in table.parts)
        yield from (self.root / table.schema_path for table in self.tables.values())
        if self.reference:
            yield from self.reference.files()

    def refuse_targets(self, targets: Collection[Path]) -> None:
        """Raise SetupError where a file that is to be written is a folder, or one that the package is read from.

        >>> from corrigenda import published_package
        >>> published_package().refuse_targets([Path("report.html")])
        """
        own = set(map(os.path.realpath, self.files()))
        problems = [f"{target}: is a file of the package; expected another name" for target in targets if os.path.realpath(target) in own]
        problems += [f"{target}: is a folder; expected the name of a file" for target in targets if target.is_dir()]
        if problems:
            raise SetupError(*problems)


def open_package(path: str | Path = ".", known: str | Path | None = None, *, with_parts: bool = False) -> Package:
    """Open the package in a folder, or the one whose datapackage.json is named.

    With `known`, the reference is that of another package: its tables of `data/known` take the place of
    all that the package has of its own, and foreign keys that point at the reference are judged there.
    A table of words that the other one lacks is that of the program.
    Only what asks for it `with_parts` gets tables of several files or in Parquet.
    Raises SetupError with one sentence for each thing that is wrong with the descriptor, the
    schemas or the paths; all of them are reported at once.

    >>> from corrigenda import published_package
    >>> open_package(published_package().root).version == published_package().version
    True
    """
    package = _open(Path(path))
    refuse_unfinished(package.root)
    if known is not None:
        package = _join(package, _open(Path(known)))
    problems = _misplaced(package.tables) + _dangling(package.tables, package.reference)
    if not with_parts:
        problems += [
            f"datapackage.json: the table '{table.name}' is of several files or Parquet; only 'corrigenda check' reads those"
            for table in package.tables.values()
            if table.parts
        ]
    if problems:
        raise SetupError(*problems)
    return package


def _open(path: Path) -> Package:
    file = path / "datapackage.json" if path.is_dir() else path
    root = file.parent
    if not file.exists():
        raise SetupError(Problem(file.name, 0, "", f"there is no such file in {root}"), _NO_PACKAGE)
    try:
        descriptor = read_json(file, file.name)
    except ValueError as error:
        raise SetupError(f"the path of the package cannot be used: {error}") from None
    problems = lint_descriptor(descriptor)
    if problems:
        raise SetupError(*first_few(problems, "problem", _SHOWN))
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
            tables[resource["name"]] = read_table(root, resource, schema, schema_path)
    if problems:
        raise SetupError(*problems)
    return Package(root, descriptor["name"], descriptor.get("version", ""), descriptor, tables)


def _join(package: Package, other: Package) -> Package:
    """Put the reference of another package in the place of the own one; its paths are relative to the own folder."""
    tables = {name: table for name, table in package.tables.items() if table.layer != "known"}
    problems = []
    for table in (*other.layer("known"), *_lacking_words(other)):
        own = package.tables.get(table.name)
        if own is not None and own.layer != "known":
            problems.append(f"datapackage.json: the table '{table.name}' is of the reference in {other.name} and of {own.path} here")
        elif own is not None and (lacking := sorted({f.name for f in own.fields if f.required} - {f.name for f in table.fields})):
            # A column that may be empty has come since that reference was made.
            problems.append(f"the table '{table.name}' of {other.name} lacks {', '.join(lacking)}, which {own.schema_path} has")
        shown, parts = _show(table.file, package.root), tuple((_show(file, package.root), file) for _, file in table.parts)
        tables[table.name] = replace(table, path=shown, parts=parts, schema_path=f"{other.name}: {table.schema_path}")
    if not other.layer("known"):
        problems.append(f"{other.name} has no table of data/known, so that it is no reference")
    if problems:
        raise SetupError(*problems)
    return replace(package, tables=tables, reference=other)


def _lacking_words(other: Package) -> list[Table]:
    """Return the tables of words of the program that an older reference lacks; where they point at its rows is not judged."""
    lacking = [name for name in WORDS if name not in other.tables]
    if not lacking or not other.layer("known"):
        return []
    own = _open(program_folder("data").parent).tables
    return [replace(own[name], foreign_keys=()) for name in lacking]


def _show(file: Path, root: Path) -> str:
    return str(PurePosixPath(Path(os.path.relpath(file, root)).as_posix()))


def _unsafe(root: Path, resource: dict[str, Any]) -> list[str]:
    paths = resource["path"] if isinstance(resource["path"], list) else [resource["path"]]
    return [problem for path in paths for problem in _unsafe_path(root, resource["name"], path)]


def _unsafe_path(root: Path, name: str, path: str) -> list[str]:
    shown = f"datapackage.json: the table '{name}'"
    file, reason = locate_inside(root, path)
    if file is None:
        return [f"{shown} has the path '{path}', which {reason}"]
    if not file.is_file():
        return [f"{shown} has the path '{path}', but there is no such file"]
    if file.suffix.lower() in (".gz", ".zip", ".bz2", ".xz", ".zst"):
        return [f"{shown} has the path '{path}', which is packed; unpack it and name the CSV"]
    return []


def _schema_of(root: Path, resource: dict[str, Any]) -> tuple[Any, str]:
    schema = resource["schema"]
    if isinstance(schema, dict):
        return schema, f"the schema of '{resource['name']}' in datapackage.json"
    file, reason = locate_inside(root, schema)
    if file is None:
        raise SetupError(f"datapackage.json: the table '{resource['name']}' has the schema '{schema}', which {reason}")
    return read_json(file, schema), schema


def _misplaced(tables: dict[str, Table]) -> list[str]:
    """List tables that share a file, and generated ones that would be written to where something else may lie."""
    problems = []
    places: dict[PurePosixPath, str] = {}
    for table in tables.values():
        for path in [path for path, _ in table.parts] or [table.path]:
            place = PurePosixPath(path)
            if place in places:
                problems.append(f"datapackage.json: the tables '{places[place]}' and '{table.name}' have the same path '{path}'")
            places[place] = table.name
        if table.layer == "found" and (table.path != f"data/found/{table.name}.csv" or table.parts):
            problems.append(f"datapackage.json: the table '{table.name}' has the path '{table.path}'; expected data/found/{table.name}.csv")
    return problems


def _dangling(tables: dict[str, Table], reference: Package | None) -> list[str]:
    problems, lacking = [], set()
    for table in tables.values():
        for foreign in table.foreign_keys:
            target = tables.get(foreign.table)
            if target is None and (program_folder("schemas") / "known" / f"{foreign.table}.json").is_file():
                lacking.add(foreign.table)
            elif target is None:
                problems.append(
                    f"{table.schema_path}: a foreign key points at the table '{foreign.table}', which the package does not have"
                )
            elif foreign.targets != target.key:
                problems.append(
                    f"{table.schema_path}: a foreign key points at {foreign.table}.{', '.join(foreign.targets)}, which is not its key"
                )
    if lacking:
        which = f"datapackage.json: the package lacks tables of the reference that its articles point at: {', '.join(sorted(lacking))}; "
        none = "name the package that has them with --known PATH; a command without that option needs a package with both"
        problems.append(which + (none if reference is None else f"{reference.name} is older: import it again into a new package"))
    return problems
