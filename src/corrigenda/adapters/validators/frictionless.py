"""Structure judged by Frictionless, an independent reader of the same Table Schemas.

Frictionless leaves some things unsaid: EDTF, rows out of the order of their keys, `uniqueKeys`, and texts that
only Python takes for a number. Two checks of our own add them; everything else is its own verdict.
"""

from __future__ import annotations

import json
import site
import sys
import sysconfig
from collections.abc import Callable, Iterator
from importlib import util
from pathlib import Path
from typing import Any

import frictionless
from frictionless import errors

from corrigenda.adapters.validators.frictionless_checks import CellCheck, CellError, KeyCheck
from corrigenda.errors import Problem, SetupError
from corrigenda.package.package import Package
from corrigenda.package.storage.files import locate_inside
from corrigenda.package.tables.csv_file import Lines, scan
from corrigenda.package.tables.table import Table
from corrigenda.values.wording import show

_PROFILES = "https://datapackage.org/profiles/2.0/"
# Everything is named, so that nothing is guessed from the first rows of a file.
_DIALECT = {
    "header": True,
    "csv": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\n", "skipInitialSpace": False},
}


def judge_structure(package: Package) -> tuple[Problem, ...]:
    """Validate every row of every table with Frictionless.

    All problems are returned, with physical lines. Nothing is fetched, and no file outside the package is read.
    Hashes and sizes are checked only for a release: they are out of date while people edit.
    """
    _load_installed_plugins()
    schemas = {table.name: _read_schema(package, table) for table in package.tables.values()}
    problems: list[Problem] = []
    described = _describe(package, schemas)
    with frictionless.system.use_context(trusted=False, onerror="ignore", standards="v2"):
        try:
            judged = frictionless.Package.from_descriptor(described, basepath=str(package.root))
        except frictionless.FrictionlessException as error:
            notes = [reason.note for reason in error.reasons or [error.error]]
            return tuple(Problem("datapackage.json", 0, "", f"is refused by Frictionless: {note}") for note in notes)
        for table in package.tables.values():
            checks: list[frictionless.Check] = [CellCheck(table), KeyCheck(table, schemas[table.name].get("uniqueKeys", []))]
            # A limit of 0 is none. The default, 1,000 errors, would end the reading.
            report = judged.get_resource(table.name).validate(frictionless.Checklist(checks=checks), limit_errors=0)
            problems += _translate(table, scan(table), report)
    return tuple(sorted(set(problems)))


def judge_profile(package: Package) -> tuple[Problem, ...]:
    """Hold the descriptor and every schema against the JSON Schemas of the Data Package standard 2.0.

    Frictionless has its own idea of the standard. The schemas that the standard publishes are read
    from the package `dplib-py`, by the same authors, where it is installed: nothing is fetched.
    """
    found = util.find_spec("dplib")
    if found is None or found.origin is None:
        raise SetupError("the package 'dplib-py' is not installed; the schemas of the Data Package standard are read from it")
    from jsonschema import Draft7Validator  # type: ignore[import-untyped,unused-ignore]

    judged: dict[str, tuple[str, Any]] = {"datapackage.json": ("datapackage.json", package.descriptor)}
    for table in package.tables.values():
        judged.setdefault(table.schema_path, ("tableschema.json", _read_schema(package, table)))
    problems: list[Problem] = []
    for file, (profile, content) in judged.items():
        if content.get("$schema") != _PROFILES + profile:
            problems.append(Problem(file, 0, "$schema", f"is {content.get('$schema')!r}; expected '{_PROFILES}{profile}'"))
        schema = json.loads((Path(found.origin).parent / "profiles" / "2.0" / profile).read_text("utf-8"))
        for error in Draft7Validator(schema).iter_errors(content):
            problems.append(Problem(file, 0, "/".join(map(str, error.absolute_path)), f"does not fit the standard: {error.message}"))
    return tuple(sorted(problems))


def _read_schema(package: Package, table: Table) -> dict[str, Any]:
    """Return a schema as it is written, not as `package` understood it."""
    schema = next(resource["schema"] for resource in package.descriptor["resources"] if resource["name"] == table.name)
    if isinstance(schema, dict):
        return schema
    content: dict[str, Any] = json.loads(_inside(package, schema).read_text("utf-8"))
    return content


def _inside(package: Package, path: str) -> Path:
    """Return a file of the package; Frictionless itself would follow a link out of it."""
    file, reason = locate_inside(package.root, path)
    if file is None:
        raise SetupError(f"datapackage.json: the path '{path}' {reason}")
    return file


def _describe(package: Package, schemas: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """Return the descriptor with its schemas inside and every property named that would be guessed."""
    resources = []
    for resource in package.descriptor["resources"]:
        _inside(package, resource["path"])
        kept = {name: value for name, value in resource.items() if name not in ("hash", "bytes")}
        named = {"scheme": "file", "format": "csv", "encoding": "utf-8", "compression": "", "dialect": _DIALECT}
        resources.append({**kept, **named, "schema": _without_patterns(schemas[resource["name"]])})
    return {**package.descriptor, "resources": resources}


def _without_patterns(schema: dict[str, Any]) -> dict[str, Any]:
    """Leave patterns to the check of cells: Frictionless reads them in another dialect, in which one cell can take hours."""
    fields = []
    for field in schema["fields"]:
        constraints = {name: limit for name, limit in field.get("constraints", {}).items() if name != "pattern"}
        fields.append({**field, "constraints": constraints} if constraints else {k: v for k, v in field.items() if k != "constraints"})
    return {**schema, "fields": fields}


def _load_installed_plugins() -> None:
    """Have Frictionless look for plugins where packages are installed, not in the working folder.

    It imports every top-level module named `frictionless_…`, once, when plugins are first needed.
    """
    named = {sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")}
    installed = {Path(path).resolve() for path in named | {*site.getsitepackages(), site.getusersitepackages()}}
    installed.add(Path(frictionless.__file__).resolve().parent.parent)
    before = sys.path[:]
    # The folder of the standard library's compiled modules lies inside it.
    sys.path[:] = [entry for entry in before if {Path(entry).resolve(), Path(entry).resolve().parent} & installed]
    try:
        _ = frictionless.system.plugins
    finally:
        sys.path[:] = before


def _translate(table: Table, lines: Lines, report: Any) -> Iterator[Problem]:
    """Yield the problems of one table's report, and what `scan` saw on lines of which the report says nothing."""
    found = [error for task in report.tasks for error in task.errors] + list(report.errors)
    short = {(error.row_number, error.field_name) for error in found if error.type == "missing-cell"}
    told: set[int] = set()
    for error in found:
        row = getattr(error, "row_number", 0)
        line = _line(lines, row) if row else 1 if isinstance(error, errors.HeaderError) else 0
        told.add(line)
        if error.type == "constraint-error" and (row, error.field_name) in short:
            continue
        yield Problem(table.path, line, *_sentence(table, error))
    for task in report.tasks:
        for warning in task.warnings:
            yield Problem(table.path, 0, "", f"was not judged in full: {warning}")
    yield from (problem for problem in lines.problems if problem.line not in told)


def _line(lines: Lines, row: int) -> int:
    """Return the physical line on which a row of Frictionless starts; its row 1 is the header."""
    return 1 if row < 2 or not lines.starts else lines.of(min(row - 1, len(lines.starts)))


def _sentence(table: Table, error: Any) -> tuple[str, str]:
    """Return the field and the sentence of one error."""
    field = getattr(error, "field_name", "") or getattr(error, "label", "")
    if error.type in _SENTENCES:
        return _SENTENCES[error.type](table, error)
    return field, error.note if isinstance(error, CellError) else f"{error.title.lower()}: {error.note or error.description}"


def _constraint(_: Table, error: Any) -> tuple[str, str]:
    name, _, limit = error.note.removeprefix("constraint ").partition(" is ")
    name, limit = name.strip('"'), limit.strip('"')
    return error.field_name, "is empty; expected a value" if name == "required" else f"is {show(error.cell)}; expected {name} {limit}"


def _primary_key(table: Table, error: Any) -> tuple[str, str]:
    key = [cell for cell, field in zip(error.cells, table.fields, strict=False) if field.name in table.key]
    return table.key[0], f"the key {show(', '.join(key))} occurs twice" if any(key) else "is empty; expected a key"


def _foreign_key(table: Table, error: Any) -> tuple[str, str]:
    return error.field_names[0], f"{show(', '.join(error.field_cells))} is no key of the table {error.reference_name or table.name}"


def _length(table: Table, error: Any) -> tuple[str, str]:
    return "", f"has {len(error.cells)} cells; expected {len(table.fields)}"


_SENTENCES: dict[str, Callable[[Table, Any], tuple[str, str]]] = {
    "extra-cell": _length,
    "missing-cell": _length,
    "blank-row": lambda _, error: ("", "is an empty line; expected a row"),
    "primary-key": _primary_key,
    "foreign-key": _foreign_key,
    "type-error": lambda _, error: (error.field_name, f"is {show(error.cell)}; expected the {error.note}"),
    "constraint-error": _constraint,
    "unique-error": lambda _, error: (error.field_name, f"{show(error.cell)} occurs more than once"),
}
