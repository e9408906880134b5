"""baseline.json, the profile of the last release: read strictly, and compared with a package to name the version it needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from corrigenda.errors import Problem, SetupError
from corrigenda.package.package import Package
from corrigenda.package.storage.files import read_json
from corrigenda.package.tables.csv_file import read_sound
from corrigenda.package.tables.table import Table
from corrigenda.release.change import Need
from corrigenda.release.profile import FORMAT_VERSION, digest_rows, digest_words, key_of, other_words, pointed_at, shape_of, trace
from corrigenda.release.retired_keys import is_lasting, judge_reused, lost_key, retired_keys
from corrigenda.release.schema import FieldShape, KeyShape, Level, Shape, compare_shapes
from corrigenda.release.version import MADE_ANEW, OTHER_WORDS, Ground, corrected_cell, gone_row, is_enough, new_row, show_cell, weigh
from corrigenda.values.wording import show

# It grows with the rows of the package.
_LARGEST = 1_000_000_000


def read_profile(file: Path) -> dict[str, Any]:
    """Read a profile that was written earlier; raise SetupError where it is missing or is none."""
    if not file.exists():
        raise SetupError(f"there is no {file}; expected the profile of the last release")
    content = read_json(file, str(file), _LARGEST)
    version = content.get("format_version") if isinstance(content, dict) else None
    if version != FORMAT_VERSION:
        raise SetupError(f"{file} has the format_version {version!r}; expected {FORMAT_VERSION}")
    problems = list(_lint(content, str(file)))
    if problems:
        raise SetupError(*problems)
    return dict(content)


def judge_version(package: Package, released: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Say whether the declared version is too low for what changed since the last release."""
    need = need_since(package, released)
    if is_enough(package.version, need):
        return ()
    what = f"{package.version} is too low after {released['version']}: {need.reason}; expected {need.version} or later"
    return (Problem("datapackage.json", 0, "version", what),)


def need_since(package: Package, released: Mapping[str, Any]) -> Need:
    """Return the version that a package needs after its last release, and the cell or field that forces it."""
    if package.name != released["name"]:
        raise SetupError(f"the profile is that of '{released['name']}', and the package is '{package.name}'")
    return weigh(grounds_since(package, released), released["version"])


def grounds_since(package: Package, released: Mapping[str, Any]) -> Iterator[Ground]:
    """Yield all that changed since the last release, schemas first, then rows and cells."""
    names = dict.fromkeys((*package.tables, *released["tables"]))
    for name in names:
        table, then = package.tables.get(name), released["tables"].get(name)
        for change in compare_shapes(name, _shape(then) if then else None, shape_of(table) if table else None):
            yield Ground(change.level, change.place, change.what)
    for place in other_words(released["words"], digest_words(package)):
        yield Ground(Level.PATCH, place, OTHER_WORDS, place.partition(".")[0], "descriptions in other words")
    pointed = pointed_at(package)
    for name, table in package.tables.items():
        then = released["tables"].get(name)
        if name == "findings" and then:
            yield from _compare_findings(table, then)
        elif then and "cells" in then and table.key == tuple(then["key"]):
            yield from _compare_cells(table, then, name in pointed)
        elif then and "digest" in then and digest_rows(read_sound(table)) != then["digest"]:
            yield Ground(Level.PATCH, table.path, MADE_ANEW)


def judge_keys_since(package: Package, released: Mapping[str, Any]) -> tuple[Problem, ...]:
    """List the keys of the last release that are gone without being retired, and the retired ones in use."""
    retired = retired_keys(package)
    problems = list(judge_reused(package, retired))
    for name, then in released["tables"].items():
        table = package.tables.get(name)
        if table is None or not is_lasting(table) or table.key != tuple(then["key"]):
            continue
        here = {key_of(table, row) for row in read_sound(table)}
        gone = (key for key in then["cells"] if key not in here and key not in retired.get(name, ()))
        problems += [lost_key(table.path, name, key) for key in gone]
    return tuple(sorted(problems))


def _compare_findings(table: Table, then: Mapping[str, Any]) -> Iterator[Ground]:
    """Yield the findings that came, went or read otherwise: they follow from the rest and are no data of their own."""
    now = {key_of(table, row): trace(list(row.values())) for row in read_sound(table)}
    for key in sorted(now.keys() | then["cells"].keys()):
        if now.get(key) != then["cells"].get(key):
            state = "changed" if key in now and key in then["cells"] else "new" if key in now else "gone"
            yield Ground(Level.PATCH, f"finding {state}", key)


def _compare_cells(table: Table, then: Mapping[str, Any], is_pointed_at: bool) -> Iterator[Ground]:
    """Yield the rows that came or went and the cells that changed, compared with the traces of the last release."""
    names = list(then["fields"])
    stayed = [field.name for field in table.fields if field.name in then["fields"]]
    gone = dict(then["cells"])
    for row in read_sound(table):
        key = key_of(table, row)
        old = gone.pop(key, None)
        if old is None:
            yield new_row(table.path, (key,))
            continue
        before = dict(zip(names, old.split(" "), strict=True))
        for name in stayed:
            if trace([row[name]]) != before[name]:
                yield corrected_cell(table.path, (key,), name, f"→ {show_cell(row[name] or None)}")
    for key in gone:
        yield gone_row(table.path, (key,), is_pointed_at)


def _shape(then: Mapping[str, Any]) -> Shape:
    return Shape(
        tuple(FieldShape(name, field["type"], field["constraints"]) for name, field in then["fields"].items()),
        tuple(then["key"]),
        tuple(KeyShape(tuple(fields), table, tuple(targets)) for fields, table, targets in then["foreign_keys"]),
        tuple(map(tuple, then.get("unique_keys", ()))),
    )


def _lint(content: dict[str, Any], file: str) -> Iterator[str]:
    """Yield what makes a profile useless; a count that is missing must not pass for nothing to judge."""
    tables = content.get("tables")
    if not all(isinstance(content.get(prop), str) for prop in ("name", "version")) or not isinstance(tables, dict) or not tables:
        yield f"{file} has no name, version or tables; expected a profile of a package"
        return
    if not isinstance(content.get("words"), dict) or not _are_texts(list(content["words"].values())):
        yield f"{file} has no words; expected a digest of each title and description"
    shares = content.get("coverage")
    if not isinstance(shares, dict) or not all(_is_covered(article) for article in shares.values()):
        yield f"{file}: coverage is {show(str(shares))}; expected the shares judged and decided of each article"
    if "changes" in content and not (
        _are_texts(content["changes"])
        and isinstance(content.get("released"), str)
        and isinstance(content.get("since", 0), (str, type(None)))
    ):
        yield f"{file}: what was released is not described in full; expected released, since and changes"
    for name, table in tables.items():
        if not isinstance(table, dict) or not _is_count(table.get("rows")) or not isinstance(table.get("fields"), dict):
            yield f"{file}: the table '{name}' has no rows or no fields; expected a count and an object"
            continue
        yield from _lint_table(f"{file}: the table '{name}'", table)
        for field, counts in table["fields"].items():
            yield from _lint_field(f"{file}: the field '{name}.{field}'", counts, table["rows"])


def _lint_field(where: str, counts: Any, rows: int) -> Iterator[str]:
    if not isinstance(counts, dict) or not _is_count(counts.get("filled")) or counts["filled"] > rows:
        yield f"{where} has no count of filled cells; expected at most {rows}"
    elif not isinstance(counts.get("values", {}), dict) or not all(map(_is_count, counts.get("values", {}).values())):
        yield f"{where} has values without counts; expected an object of counts"
    elif not isinstance(counts.get("type"), str) or not isinstance(counts.get("constraints"), dict):
        yield f"{where} has no type or no constraints; expected a text and an object"


def _lint_table(where: str, table: dict[str, Any]) -> Iterator[str]:
    if not _are_texts(table.get("key")) or not all(map(_is_pointer, table.get("foreign_keys") or ())):
        yield f"{where} has no key, or a foreign key that is none; expected names of fields"
    if not isinstance(table.get("unique_keys", []), list) or not all(map(_are_texts, table.get("unique_keys", []))):
        yield f"{where} has a unique key that is none; expected names of fields"
    cells = table.get("cells")
    if not isinstance(table.get("digest"), str) and not (
        isinstance(cells, dict)
        and len(cells) == table["rows"]
        and all(isinstance(row, str) and row.count(" ") == len(table["fields"]) - 1 for row in cells.values())
    ):
        yield f"{where} has neither a digest nor a trace of {table['rows']} rows with {len(table['fields'])} cells"


def _is_pointer(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 3 and _are_texts(value[0]) and isinstance(value[1], str) and _are_texts(value[2])


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(part, str) for part in value)


def _is_covered(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(value.get(name), (int, float)) for name in ("judged", "decided"))


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0
