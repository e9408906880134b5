"""A strict lint of datapackage.json and of Table Schemas.

The standard lets unknown properties pass in silence, so a misspelt `primarykey` would switch a
check off. Here every property must be one that the Data Package standard (v2) or this project
knows, and every keyword must be one that the structure check judges.
"""

from __future__ import annotations

import re
from typing import Any

from corrigenda.values.wording import ask_meant

PACKAGE = {
    "$schema",
    "name",
    "id",
    "title",
    "description",
    "homepage",
    "version",
    "created",
    "keywords",
    "contributors",
    "sources",
    "licenses",
    "image",
    "resources",
}
RESOURCE = {
    "name",
    "path",
    "title",
    "description",
    "format",
    "mediatype",
    "encoding",
    "bytes",
    "hash",
    "schema",
    "profile",
    "type",
    "licenses",
    "sources",
    "dialect",
}
SCHEMA = {"$schema", "name", "title", "description", "fields", "fieldsMatch", "primaryKey", "uniqueKeys", "foreignKeys", "missingValues"}
FIELD = {"name", "title", "description", "type", "format", "rdfType", "constraints", "trueValues", "falseValues", "example"}
CONSTRAINTS = {"required", "unique", "enum", "pattern", "minimum", "maximum", "maxLength"}
TYPES = {"string", "integer", "number", "boolean", "duration"}
# What no judge looks at would be a promise that nobody keeps.
_MEANT_FOR = {"minimum": ("integer", "number"), "maximum": ("integer", "number"), "maxLength": ("string",), "pattern": ("string",)}
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
NAME = re.compile(r"[a-z][a-z0-9_]*")


def lint_descriptor(descriptor: Any) -> list[str]:
    """List what is wrong with a descriptor, one sentence each; paths are judged elsewhere."""
    where = "datapackage.json"
    if not isinstance(descriptor, dict):
        return [f"{where}: expected an object with name and resources"]
    problems = _unknown(where, descriptor, PACKAGE)
    for prop in ("version", "title", "description", "$schema", "id", "homepage", "created"):
        if not isinstance(descriptor.get(prop, ""), str):
            problems.append(f"{where}: {prop} is {_short(descriptor[prop])}; expected a text")
    problems += _lint_credits(where, descriptor)
    name = descriptor.get("name")
    if not isinstance(name, str) or not re.fullmatch(r"[a-z0-9][a-z0-9._-]*", name):
        problems.append(f"{where}: name is {name!r}; expected lower-case letters, digits, '.', '_' and '-'")
    resources = descriptor.get("resources")
    if not isinstance(resources, list) or not resources:
        return [*problems, f"{where}: resources is {_short(resources)}; expected a list of tables"]
    seen: set[str] = set()
    for position, resource in enumerate(resources, 1):
        problems += _lint_resource(f"{where}: table {position}", resource)
        if isinstance(resource, dict) and isinstance(resource.get("name"), str):
            if resource["name"] in seen:
                problems.append(f"{where}: the table '{resource['name']}' occurs twice")
            seen.add(resource["name"])
    return problems


def _lint_resource(where: str, resource: Any) -> list[str]:
    if not isinstance(resource, dict):
        return [f"{where} is {_short(resource)}; expected an object with name, path and schema"]
    problems = _unknown(where, resource, RESOURCE)
    name = resource.get("name")
    if not isinstance(name, str) or not NAME.fullmatch(name):
        problems.append(f"{where} has the name {_short(name)}; expected lower-case letters, digits and '_'")
    else:
        where += f" ('{name}')"
    for prop, kind, expected in (
        ("hash", str, "a text"),
        ("bytes", int, "a number"),
        ("title", str, "a text"),
        ("description", str, "a text"),
    ):
        if prop in resource and (not isinstance(resource[prop], kind) or isinstance(resource[prop], bool)):
            problems.append(f"{where} has the {prop} {_short(resource[prop])}; expected {expected}")
    path = resource.get("path")
    paths = path if isinstance(path, list) else [path]
    if not paths or not all(isinstance(one, str) and one for one in paths) or len(set(paths)) < len(paths):
        problems.append(f"{where} has the path {_short(path)}; expected the path of a file, or a list of paths")
        paths = []
    if not isinstance(resource.get("schema"), (str, dict)) or not resource.get("schema"):
        problems.append(f"{where} has no schema; expected the path of a Table Schema")
    is_parquet = bool(paths) and str(paths[0]).lower().endswith(".parquet")
    form, media = ("parquet", "application/vnd.apache.parquet") if is_parquet else ("csv", "text/csv")
    for prop, expected in (("encoding", "utf-8"), ("format", form), ("mediatype", media)):
        if str(resource.get(prop, expected)).lower() != expected:
            problems.append(f"{where} has the {prop} {_short(resource[prop])}; expected {expected}")
    problems += _lint_credits(where, resource)
    if "dialect" in resource:
        problems.append(f"{where} has a dialect; expected plain CSV (RFC 4180) without one")
    return problems


def _lint_credits(where: str, described: dict[str, Any]) -> list[str]:
    """List licences and sources that say nothing that a reader could use."""
    problems = []
    for prop, names in (("licenses", ("name", "path")), ("sources", ("title", "path"))):
        entries = described.get(prop, [])
        if not isinstance(entries, list):
            problems.append(f"{where}: {prop} is {_short(entries)}; expected a list")
            continue
        for entry in entries:
            if not isinstance(entry, dict) or not any(isinstance(entry.get(name), str) and entry[name] for name in names):
                problems.append(f"{where}: an entry of {prop} is {_short(entry)}; expected an object with {' or '.join(names)} as text")
    return problems


def lint_schema(schema: Any, where: str) -> list[str]:
    """List what is wrong with a Table Schema, one sentence each."""
    if not isinstance(schema, dict) or not isinstance(schema.get("fields"), list) or not schema["fields"]:
        return [f"{where}: expected a Table Schema with a list of fields"]
    problems = _unknown(where, schema, SCHEMA)
    names: list[str] = []
    for field in schema["fields"]:
        if not isinstance(field, dict) or not isinstance(field.get("name"), str) or not NAME.fullmatch(field["name"]):
            problems.append(f"{where}: a field is {_short(field)}; expected an object with a name of lower-case letters, digits and '_'")
            continue
        names.append(field["name"])
        problems += _lint_field(f"{where}: field '{field['name']}'", field)
    problems += [f"{where}: the field '{name}' occurs twice" for name in sorted(set(names)) if names.count(name) > 1]
    if schema.get("missingValues", [""]) != [""]:
        problems.append(f'{where}: missingValues is {_short(schema["missingValues"])}; expected [""]')
    if schema.get("fieldsMatch", "exact") not in ("exact", ["exact"]):
        problems.append(f"{where}: fieldsMatch is {_short(schema['fieldsMatch'])}; expected exact")
    return problems + _lint_keys(where, schema, names)


def _lint_keys(where: str, schema: dict[str, Any], names: list[str]) -> list[str]:
    problems: list[str] = []
    for prop in ("uniqueKeys", "foreignKeys"):
        if not isinstance(schema.get(prop, []), list):
            return [*problems, f"{where}: {prop} is {_short(schema[prop])}; expected a list"]
    keys = [("primaryKey", schema.get("primaryKey"))]
    keys += [("uniqueKeys", key) for key in schema.get("uniqueKeys", [])]
    for foreign in schema.get("foreignKeys", []):
        if _is_foreign_key(foreign):
            keys.append(("foreignKeys", foreign["fields"]))
        else:
            expected = "as many fields as the reference has, which names a resource"
            problems.append(f"{where}: a foreign key is {_short(foreign)}; expected {expected}")
    for prop, key in keys:
        listed = [key] if isinstance(key, str) else key
        if not isinstance(listed, list) or not listed or not all(isinstance(x, str) for x in listed):
            problems.append(f"{where}: {prop} is {_short(key)}; expected names of fields")
        else:
            problems += [f"{where}: {prop} names the field '{x}', which is not there" for x in listed if x not in names]
    return problems


def _is_foreign_key(foreign: Any) -> bool:
    """Tell whether a foreign key has fields and a reference with as many, in the forms that the standard allows."""
    reference = foreign.get("reference") if isinstance(foreign, dict) else None
    if not isinstance(reference, dict) or not isinstance(reference.get("resource", ""), str):
        return False
    sides: list[Any] = [[side] if isinstance(side, str) else side for side in (foreign.get("fields"), reference.get("fields"))]
    return all(isinstance(side, list) and side and all(isinstance(x, str) for x in side) for side in sides) and len(sides[0]) == len(
        sides[1]
    )


def _lint_field(where: str, field: dict[str, Any]) -> list[str]:
    problems = _unknown(where, field, FIELD)
    if not isinstance(field.get("type", "string"), str) or field.get("type", "string") not in TYPES:
        problems.append(f"{where} has the type {_short(field['type'])}; expected one of {', '.join(sorted(TYPES))}")
    if field.get("format", "default") not in ("default", "uri"):
        problems.append(f"{where} has the format {_short(field['format'])}; expected default or uri")
    if field.get("rdfType") == EDTF and field.get("type", "string") != "string":
        problems.append(f"{where} is EDTF text with the type {_short(field['type'])}; expected the type string")
    if field.get("type") == "boolean" and (field.get("trueValues"), field.get("falseValues")) != (["true"], ["false"]):
        problems.append(f'{where} is a boolean; expected trueValues ["true"] and falseValues ["false"]')
    constraints = field.get("constraints", {})
    if not isinstance(constraints, dict):
        return [*problems, f"{where} has constraints that are no object"]
    return problems + _lint_constraints(where, constraints, str(field.get("type", "string")))


def _lint_constraints(where: str, constraints: dict[str, Any], type_: str) -> list[str]:
    problems = _unknown(f"{where}, constraints", constraints, CONSTRAINTS)
    # Whether it is a pattern of RE2 is for the engine to say, which judges cells by it.
    if not isinstance(constraints.get("pattern", ""), str):
        problems.append(f"{where} has the pattern {_short(constraints['pattern'])}; expected a text")
    kinds = (str, int, float) if type_ in ("integer", "number") else (str,)
    listed = constraints.get("enum", [])
    if not isinstance(listed, list) or any(isinstance(each, bool) or not isinstance(each, kinds) for each in listed):
        problems.append(f"{where} has an enum that is no list of {'numbers' if len(kinds) > 1 else 'texts'}")
    for name in constraints.keys() & _MEANT_FOR.keys():
        if type_ not in _MEANT_FOR[name]:
            problems.append(
                f"{where} has a {name}, which means nothing for the type {type_}; expected it with the type {' or '.join(_MEANT_FOR[name])}"
            )
    for bound in ("minimum", "maximum", "maxLength"):
        if bound in constraints and (isinstance(constraints[bound], bool) or not isinstance(constraints[bound], (int, float))):
            problems.append(f"{where} has the {bound} {_short(constraints[bound])}; expected a number")
        elif bound in constraints and abs(constraints[bound]) > 1e18:
            problems.append(f"{where} has the {bound} {_short(constraints[bound])}; expected at most 1e18")
    for flag in ("required", "unique"):
        if not isinstance(constraints.get(flag, False), bool):
            problems.append(f"{where} has {flag} as {_short(constraints[flag])}; expected true or false")
    return problems


def _unknown(where: str, found: dict[str, Any], known: set[str]) -> list[str]:
    problems = []
    for prop in found:
        if prop not in known:
            meant = ask_meant(prop, sorted(known))
            problems.append(f"{where} has the property '{prop}', which is not known here" + (f"; {meant}" if meant else ""))
    return problems


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"
