"""The profile of a package: how many rows, how full each field, which values a closed list has.

The profile of the last release is kept as baseline.json, and an update is judged beside it. Keys are
not in it: which of them came or went is told row by row by the difference of two releases.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from corrigenda.errors import SetupError
from corrigenda.files import write_output
from corrigenda.lines import read_rows, scan
from corrigenda.package import Package, Table

FORMAT_VERSION = 1


def profile(package: Package) -> dict[str, Any]:
    """Count rows, filled cells and the values of closed lists, table by table.

    The result is plain JSON and depends on the cells alone. Raises SetupError where a file is not
    of sound shape: what cannot be read cannot be counted.
    """
    return {
        "format_version": FORMAT_VERSION,
        "name": package.name,
        "version": package.version,
        "tables": {table.name: _profile_table(table) for table in package.tables.values()},
    }


def read_baseline(file: Path) -> dict[str, Any]:
    """Read a profile that was written earlier; raise SetupError where it is missing or is none."""
    try:
        content = json.loads(file.read_bytes().decode("utf-8"))
    except FileNotFoundError:
        raise SetupError(f"there is no {file}; expected the profile of the last release") from None
    except OSError as error:
        raise SetupError(f"{file} cannot be read: {error.strerror}") from None
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise SetupError(f"{file} is not JSON: {error}") from None
    version = content.get("format_version") if isinstance(content, dict) else None
    if version != FORMAT_VERSION:
        raise SetupError(f"{file} has the format_version {version!r}; expected {FORMAT_VERSION}")
    problems = _lint(content, str(file))
    if problems:
        raise SetupError(*problems)
    return dict(content)


def write_baseline(profile: dict[str, Any], file: Path) -> None:
    """Write a profile, whole or not at all, in a form whose difference reads well."""
    text = json.dumps(profile, indent=1, ensure_ascii=False)
    write_output(file, text)


def _profile_table(table: Table) -> dict[str, Any]:
    lines = scan(table)
    if lines.problems:
        raise SetupError(*lines.problems)
    _, rows = read_rows(table.file)
    fields: dict[str, Any] = {}
    for field in table.fields:
        values = Counter(row[field.name] for row in rows if row[field.name])
        fields[field.name] = {"filled": values.total()}
        if "enum" in field.constraints or field.type == "boolean":
            fields[field.name]["values"] = dict(sorted(values.items()))
    return {"rows": len(rows), "fields": fields}


def _lint(content: dict[str, Any], file: str) -> list[str]:
    """List what makes a profile useless; a count that is missing must not pass for nothing to judge."""
    tables = content.get("tables")
    if not isinstance(content.get("version"), str) or not isinstance(tables, dict) or not tables:
        return [f"{file} has no version or no tables; expected a profile of a package"]
    problems = []
    for name, table in tables.items():
        if not isinstance(table, dict) or not _count(table.get("rows")) or not isinstance(table.get("fields"), dict):
            problems.append(f"{file}: the table '{name}' has no rows or no fields; expected a count and an object")
            continue
        for field, counts in table["fields"].items():
            if not isinstance(counts, dict) or not _count(counts.get("filled")) or counts["filled"] > table["rows"]:
                problems.append(f"{file}: the field '{name}.{field}' has no count of filled cells; expected at most {table['rows']}")
            elif not isinstance(counts.get("values", {}), dict) or not all(map(_count, counts.get("values", {}).values())):
                problems.append(f"{file}: the field '{name}.{field}' has values without counts; expected an object of counts")
    return problems


def _count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
