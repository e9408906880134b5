"""A package as SQLite and Parquet: the same rows with the same types, and keys that a database holds."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pytest
from packages import FILLED, ROOT, append_row, change_cell, copy_package, read_table, small_package, write_table

from corrigenda.adapters.exports.exported_views import exported_views
from corrigenda.adapters.exports.parquet import write_parquet
from corrigenda.adapters.exports.sqlite import write_sqlite
from corrigenda.engine.tables import load_cells
from corrigenda.errors import SetupError
from corrigenda.package.package import Package, open_package

_READ: dict[str, Any] = {"integer": int, "number": float, "boolean": {"true": True, "false": False}.__getitem__}


def _write(root: Path, folder: Path) -> Package:
    package = open_package(root)
    with load_cells(package) as tables:
        write_sqlite(tables, folder / "all.sqlite")
        write_parquet(tables, folder / "parquet")
    return package


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Lay a package with cells that lose something where types are guessed."""
    root = small_package(tmp_path)
    change_cell(root, "actors", "ada", "label", '007, "Ada"\nof Land')
    change_cell(root, "tenures", "land/minister/ada", "note", "00123")
    append_row(root, "actors", actor_id="none", label="NULL", kind="person", **FILLED["actors"])
    header, rows = read_table(root, "actors")
    write_table(root, "actors", header, sorted(rows))
    return root


@pytest.fixture
def database(small: Path, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    _write(small, tmp_path)
    with closing(sqlite3.connect(tmp_path / "all.sqlite")) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


def _expected(root: Path, package: Package, name: str) -> list[tuple[Any, ...]]:
    """Read the CSV with nothing but its schema."""
    kinds = [field.type for field in package.tables[name].fields]
    _, rows = read_table(root, name)
    return [tuple(_READ.get(kind, str)(cell) if cell else None for cell, kind in zip(row, kinds, strict=True)) for row in rows]


@pytest.mark.parametrize("which", ["published", "small"])
def test_every_cell_is_in_both_with_its_type(which: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    root = ROOT if which == "published" else request.getfixturevalue("small")
    package = _write(root, tmp_path)
    with closing(sqlite3.connect(tmp_path / "all.sqlite")) as database, duckdb.connect() as engine:
        for name, table in package.tables.items():
            expected = _expected(root, package, name)
            columns = ", ".join(f'"{field.name}"' for field in table.fields)
            stored = database.execute(f'SELECT {columns} FROM "{name}"').fetchall()
            assert sorted(stored, key=repr) == sorted(
                (tuple(int(c) if c is True or c is False else c for c in row) for row in expected), key=repr
            )
            assert engine.execute(f"SELECT * FROM '{tmp_path}/parquet/{name}.parquet'").fetchall() == expected
            described = engine.execute(f"DESCRIBE SELECT * FROM '{tmp_path}/parquet/{name}.parquet'").fetchall()
            kinds = {"integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}
            assert [row[:2] for row in described] == [(field.name, kinds.get(field.type, "VARCHAR")) for field in table.fields]


def test_the_wide_findings_are_a_view_and_the_rest_are_tables(tmp_path: Path) -> None:
    package = _write(ROOT, tmp_path)
    with closing(sqlite3.connect(tmp_path / "all.sqlite")) as database:
        kinds = dict(database.execute("SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view')"))
    assert kinds.pop("findings_flat") == "view"
    assert kinds.pop("findings_flat_cells") == "table"
    asked = {name: kind for view in exported_views() for name, kind in ((view.name, "view"), (view.cells, "table")) if name}
    assert kinds == dict.fromkeys(set(package.tables) - {"findings_flat"}, "table") | asked


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM actors WHERE actor_id = 'ada'", "FOREIGN KEY"),
        ("UPDATE mentions SET actor_id = 'nobody'", "FOREIGN KEY"),
        ("INSERT INTO retired VALUES ('a', 'b', '1', 'r'), ('a', 'b', '2', 's')", "UNIQUE"),
        ("UPDATE tenures SET acting = 2", "CHECK"),
        ("UPDATE tenures SET end_state = 'ajar'", "CHECK"),
        ("UPDATE actors SET label = NULL", "NOT NULL"),
        ("UPDATE passages SET start = 'first'", "cannot store TEXT"),
    ],
)
def test_the_database_refuses_what_the_schemas_refuse(database: sqlite3.Connection, statement: str, words: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match=words):
        database.execute(statement)


def test_the_other_way_round_it_takes_what_the_schemas_take(database: sqlite3.Connection) -> None:
    database.execute("UPDATE tenures SET acting = 1, note = NULL")
    database.execute("UPDATE mentions SET actor_id = NULL, office_id = NULL")
    database.execute("DELETE FROM mentions")


def test_each_foreign_key_has_its_index(database: sqlite3.Connection) -> None:
    plan = database.execute("EXPLAIN QUERY PLAN SELECT * FROM mentions WHERE actor_id = 'ada'").fetchall()
    assert "USING INDEX mentions_actor_id" in plan[0][3]


def test_the_same_cells_give_the_same_bytes_over_what_was_there(small: Path, tmp_path: Path) -> None:
    def snapshot() -> dict[Path, bytes]:
        return {file: file.read_bytes() for file in tmp_path.rglob("*") if file.suffix in (".sqlite", ".parquet")}

    _write(small, tmp_path)
    first = snapshot()
    _write(small, tmp_path)
    assert snapshot() == first
    assert first[tmp_path / "all.sqlite"][96:100] == (3_037_000).to_bytes(4, "big")
    change_cell(small, "tenures", "land/minister/ada", "note", "00124")
    _write(small, tmp_path)
    changed = {file.name for file, data in snapshot().items() if data != first[file]}
    assert changed == {"all.sqlite", "tenures.parquet"}


def test_a_target_that_cannot_be_written_is_a_sentence_and_leaves_nothing(small: Path, tmp_path: Path) -> None:
    target = tmp_path / "kept.sqlite"
    target.mkdir()
    with load_cells(open_package(small)) as tables, pytest.raises(SetupError, match="nothing was written"):
        write_sqlite(tables, target)
    assert not list(tmp_path.glob(".*"))


def test_broken_structure_is_told_in_full(tmp_path: Path) -> None:
    root = copy_package(tmp_path)
    change_cell(root, "findings", read_table(root, "findings")[1][0][0], "verdict", "guessed")
    change_cell(root, "actors", "alabama", "kind", "")
    with pytest.raises(SetupError) as caught:
        load_cells(open_package(root))
    assert [re.sub(r"^(\S+?:\d+)(:\d+)?: (\w+):.*", r"\1: \3", sentence) for sentence in caught.value.sentences] == [
        "data/found/findings.csv:2: verdict",
        "data/known/actors.csv:3: kind",
    ]
