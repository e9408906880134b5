"""Small packages for tests: copies of the published one in which one thing is changed."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from corrigenda import open_package
from corrigenda.release.profile import profile, write_profile

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "src" / "corrigenda" / "rules"


@cache
def _profile() -> dict[str, Any]:
    return profile(open_package(ROOT))


def copy_package(tmp_path: Path) -> Path:
    """Copy descriptor, schemas and data of the repository into a folder of a test.

    The copy is of the version 0.1.0, whatever the published one is, so that tests can speak of versions.
    """
    root = tmp_path / "package"
    root.mkdir()
    shutil.copy(ROOT / "datapackage.json", root)
    shutil.copytree(ROOT / "schemas", root / "schemas")
    shutil.copytree(ROOT / "data", root / "data")
    descriptor = (root / "datapackage.json").read_text("utf-8")
    published = json.loads(descriptor)["version"]
    assert f'"version": "{published}"' in descriptor
    (root / "datapackage.json").write_text(descriptor.replace(f'"version": "{published}"', '"version": "0.1.0"'), "utf-8")
    # Tests begin at a release, also where the repository itself is between two of them.
    kept = json.loads((root / "data" / "baseline.json").read_text("utf-8"))
    released = {"released": kept["released"]} if "released" in kept else {}
    write_profile({**_profile(), **released, "version": "0.1.0"}, root / "data" / "baseline.json")
    return root


def path_of(root: Path, table: str) -> Path:
    """Return the file of a table."""
    resources = json.loads((root / "datapackage.json").read_text("utf-8"))["resources"]
    return root / next(str(resource["path"]) for resource in resources if resource["name"] == table)


def read_table(root: Path, table: str) -> tuple[list[str], list[list[str]]]:
    """Return the header and the rows of a table as text."""
    header, *rows = csv.reader(io.StringIO(path_of(root, table).read_text("utf-8"), newline=""))
    return header, rows


def write_table(root: Path, table: str, header: list[str], rows: list[list[str]]) -> None:
    """Write header and rows as they stand, in the order given."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows([header, *rows])
    path_of(root, table).write_bytes(stream.getvalue().encode())


def change_cell(root: Path, table: str, key: str, field: str, value: str) -> int:
    """Put a value into the row whose first cell is the key; return the physical line of the row.

    A pair of key and field that is not there fails the test, so that it cannot pass for nothing.
    """
    header, rows = read_table(root, table)
    row = next(row for row in rows if row[0] == key)
    assert row[header.index(field)] != value, f"{table}.{field} of {key} is {value!r} already"
    row[header.index(field)] = value
    write_table(root, table, header, rows)
    return line_of(root, table, rows.index(row))


def append_row(root: Path, table: str, **cells: str) -> int:
    """Add a row at the end, other cells empty; return its physical line."""
    header, rows = read_table(root, table)
    assert set(cells) <= set(header), f"{table} has no {set(cells) - set(header)}"
    rows.append([cells.get(name, "") for name in header])
    write_table(root, table, header, rows)
    return line_of(root, table, len(rows) - 1)


def line_of(root: Path, table: str, position: int) -> int:
    """Return the physical line of a row by its position, counted without a CSV reader's help."""
    _, rows = read_table(root, table)
    return 2 + sum(1 + sum(cell.count("\n") for cell in row) for row in rows[:position])


def edit_json(file: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change a descriptor or a schema."""
    document = json.loads(file.read_text("utf-8"))
    change(document)
    file.write_text(json.dumps(document), "utf-8")


def resource_of(descriptor: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the entry of a table in a descriptor."""
    found: dict[str, Any] = next(r for r in descriptor["resources"] if r["name"] == name)
    return found


def empty_package(tmp_path: Path) -> Path:
    """Copy the package without its rows: a ground on which a test lays every row itself."""
    root = copy_package(tmp_path)
    for resource in json.loads((root / "datapackage.json").read_text("utf-8"))["resources"]:
        header, _ = read_table(root, resource["name"])
        write_table(root, resource["name"], header, [])
    return root


def small_package(tmp_path: Path) -> Path:
    """Lay a package of few rows, all of them invented and sound, in the schemas of the repository."""
    root = empty_package(tmp_path)
    for table, rows in SMALL.items():
        for cells in rows:
            append_row(root, table, **{**FILLED.get(table, {}), **cells})
    return root


def snapshot(root: Path) -> dict[str, bytes]:
    """Return the bytes of each file in a folder, by its path."""
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in sorted(root.rglob("*")) if file.is_file()}


def keep_tables(root: Path, *names: str) -> None:
    """Take all other tables out of the descriptor, for tests of libraries whose time grows with each table."""
    file = root / "datapackage.json"
    descriptor = json.loads(file.read_text("utf-8"))
    descriptor["resources"] = [resource for resource in descriptor["resources"] if resource["name"] in names]
    assert {resource["name"] for resource in descriptor["resources"]} == set(names)
    file.write_text(json.dumps(descriptor), "utf-8")


_SEEN = {"source_id": "almanac"}
FILLED = {
    "actors": {"existed_from_confirmed": "false", "existed_to_confirmed": "false", **_SEEN},
    "offices": {"state": "land", "holders": "one", "existed_from_confirmed": "true", "existed_to_confirmed": "false", **_SEEN},
    "tenures": {"office_id": "land/minister", "acting": "false", "start_confirmed": "true", "end_confirmed": "true", **_SEEN},
    "names": {
        "language": "en", "rank": "primary", "name_confirmed": "true", "used_from_confirmed": "false",
        "used_to_confirmed": "false", "superseded_confirmed": "false", **_SEEN,
    },
    "figures": {
        "extent": "total", "day": "2024", "known_from": "2024", "amount_confirmed": "true", "known_from_confirmed": "true", **_SEEN,
    },
    "claims": {"modality": "asserted", "polarity": "affirmed"},
    "events": {"article_id": "art", "kind_id": "meeting", "tense": "past"},
    "relations": {"relation": "before"},
}  # fmt: skip
_FIRST = {"passage_id": "art/01.01", "start": "0", "end": "20"}
_SECOND = {"passage_id": "art/02.01", "start": "101", "end": "140"}
SMALL: dict[str, list[dict[str, str]]] = {
    "sources": [
        {"source_id": "almanac", "title": "An almanac\nin two lines", "published": "2023", "url": "https://example.org/a", "seen": "page"},
    ],
    "kinds": [{"kind_id": "meeting", "label": "a meeting", "needs_office": "true", "lasts": "false", "reason": "Invented.", **_SEEN}],
    "actors": [
        {"actor_id": "ada", "label": "Ada", "kind": "person", "state": "land"},
        {"actor_id": "ben", "label": "Ben", "kind": "person", "state": "land"},
        {"actor_id": "land", "label": "Land", "kind": "state"},
        {"actor_id": "press", "label": "Press", "kind": "body"},
    ],
    "offices": [{"office_id": "land/minister", "label": "Minister", "existed_from": "1900", "existed_to": ""}],
    "tenures": [
        {"tenure_id": "land/minister/ada", "actor_id": "ada", "start": "2020-01", "end": "2024-05-31", "end_state": "closed"},
        {"tenure_id": "land/minister/ben", "actor_id": "ben", "start": "2024-05-31", "end_state": "open", "as_of": "2025-06-01"},
    ],
    "names": [
        {"name_id": "ada/1", "actor_id": "ada", "name": "Ada", "used_from": "1950", "used_to": "1950"},
        {"name_id": "land/minister/1", "office_id": "land/minister", "name": "Minister"},
    ],
    "figures": [
        {"figure_id": "land/cost", "label": "a cost", "measure": "cost", "about": "land", "amount": "1.5e6", "currency": "EUR"},
    ],
    "phrases": [
        {"phrase_id": "a-year-later", "phrase": "a year later", "kind": "gap", "inner_from": "P1Y", "reason": "Invented.", **_SEEN},
    ],
    "articles": [{"article_id": "art", "sha256": "0" * 64, "length": "200"}],
    "passages": [
        {"passage_id": "art/01.01", "article_id": "art", "paragraph": "1", "sentence": "1", "start": "0", "end": "100", "sha256": "1" * 64},
        {
            "passage_id": "art/02.01", "article_id": "art", "paragraph": "2", "sentence": "1", "start": "101", "end": "200",
            "sha256": "2" * 64,
        },
    ],
    "claims": [
        {"claim_id": "art/meets", "statement": "They met.", **_FIRST},
        {"claim_id": "art/scoped", "statement": "At home.", "scope_state": "land", "reason": "Said so.", **_SECOND},
    ],
    "events": [
        {"event_id": "art/later", "claim_id": "art/scoped", "label": "later", **_SECOND},
        {"event_id": "art/meeting", "claim_id": "art/meets", "label": "meeting", "about": "land", **_FIRST},
        {"event_id": "art/writing", "label": "writing"},
    ],
    "dates": [
        {"date_id": "art/day", "event_id": "art/meeting", "kind": "date", "as_printed": "in May 2023", "edtf": "2023-05", **_FIRST},
        {
            "date_id": "art/gap", "event_id": "art/later", "kind": "gap", "as_printed": "a year later", "anchor": "art/meeting",
            "duration": "P1Y", "direction": "after", "phrase_id": "a-year-later", **_SECOND,
        },
    ],
    "relations": [
        {"relation_id": "art/assumed", "event_id": "art/meeting", "other": "art/writing", "basis": "assumed", "reason": "Readers do."},
        {"relation_id": "art/printed", "event_id": "art/meeting", "other": "art/later", "basis": "printed", "reason": "Before.", **_SECOND},
    ],
    "mentions": [
        {
            "mention_id": "art/ada", "claim_id": "art/meets", "event_id": "art/meeting", "actor_id": "ada", "form": "name",
            "name_printed": "Ada", "title_printed": "Minister", "office_id": "land/minister", "title_time": "event",
            "name_time": "unknown", "part": "agent", "reason": "She signed as such.", **_FIRST,
        },
    ],
    "sums": [
        {
            "sum_id": "art/cost", "claim_id": "art/meets", "about": "land", "measure": "cost", "extent": "total",
            "as_printed": "1.5 million euros", "amount": "1500000", "currency": "EUR", **_FIRST,
        },
    ],
    "attributions": [
        {"attribution_id": "art/named", "claim_id": "art/meets", "actor_id": "ben", "naming": "named", **_FIRST},
        {"attribution_id": "art/unnamed", "claim_id": "art/meets", "described": "officials", "naming": "anonymous", **_SECOND},
    ],
}  # fmt: skip
