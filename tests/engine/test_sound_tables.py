"""What was found sound is not judged again while its file is the same, and nothing that is wrong since is missed for that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from packages import copy_package, path_of, read_table, write_table

from corrigenda import open_package
from corrigenda.engine import structure
from corrigenda.engine.sql import quote
from corrigenda.engine.tables import load
from corrigenda.package.storage.cache import Cache


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Give the tables whose cells were judged since the list was emptied."""
    seen: list[str] = []
    judge = structure.judge_cells

    def watched(run, tables):  # type: ignore[no-untyped-def]
        seen.extend(table.name for table in tables)
        return judge(run, tables)

    monkeypatch.setattr(structure, "judge_cells", watched)
    return seen


def put(table: str, field: str, value: str) -> Callable[[Path], None]:
    """Return what puts a value into the first row of a table."""

    def change(root: Path) -> None:
        header, rows = read_table(root, table)
        rows[0][header.index(field)] = value
        write_table(root, table, header, rows)

    return change


def remove(table: str) -> Callable[[Path], None]:
    """Return what removes the first row of a table."""

    def change(root: Path) -> None:
        header, rows = read_table(root, table)
        write_table(root, table, header, rows[1:])

    return change


def double(table: str) -> Callable[[Path], None]:
    """Return what writes the first row of a table twice."""

    def change(root: Path) -> None:
        header, rows = read_table(root, table)
        write_table(root, table, header, [rows[0], *rows])

    return change


def test_only_tables_whose_files_changed_are_judged(tmp_path: Path, judged: list[str]) -> None:
    root, cache = copy_package(tmp_path), Cache(tmp_path / "cache")
    with load(open_package(root), cache) as tables:
        assert set(judged) == tables.lines.keys()
    for change, changed in ((lambda _: None, []), (put("claims", "statement", "Something else."), ["claims"])):
        judged.clear()
        change(root)
        with load(open_package(root), cache) as tables, load(open_package(root)) as fresh:
            assert judged[: len(changed)] == changed
            assert len(judged) == len(changed) + len(fresh.lines)
            assert tables.problems == ()
            assert {name: lines.rows for name, lines in tables.lines.items()} == {name: lines.rows for name, lines in fresh.lines.items()}
            for name in ("edtf", "dates", "tenures"):
                rows = f"SELECT * FROM {quote(name)} ORDER BY ALL"
                assert tables.run(rows) == fresh.run(rows)


@pytest.mark.parametrize(
    "change",
    [
        put("mentions", "form", "nothing"),
        put("tenures", "start", "2021-02-30"),
        put("tenures", "actor_id", "nobody"),
        put("events", "claim_id", "no/claim"),
        remove("offices"),
        remove("passages"),
        double("actors"),
        lambda root: path_of(root, "kinds").write_bytes(b"kind_id\n"),
    ],
    ids=["a word", "a day", "a key of the reference", "a key of the article", "no office", "no passage", "a key twice", "no columns"],
)
def test_what_is_wrong_since_is_found(change: Callable[[Path], None], tmp_path: Path) -> None:
    root, cache = copy_package(tmp_path), Cache(tmp_path / "cache")
    load(open_package(root), cache).close()
    change(root)
    # What is broken was never sound, however often it is read.
    with load(open_package(root)) as fresh:
        assert fresh.problems
    for _ in range(2):
        with load(open_package(root), cache) as tables:
            assert tables.problems == fresh.problems


def test_an_entry_that_is_none_is_not_believed(tmp_path: Path, judged: list[str]) -> None:
    root, cache = copy_package(tmp_path), Cache(tmp_path / "cache")
    load(open_package(root), cache).close()
    [entry] = [file for file in cache.folder.iterdir() if file.is_file()]
    for broken in (b"[]", b'{"claims": 1}', b"\xff"):
        cache.write(entry.name, broken)
        judged.clear()
        with load(open_package(root), cache) as tables:
            assert set(judged) == tables.lines.keys()
            assert tables.problems == ()
