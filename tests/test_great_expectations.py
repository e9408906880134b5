"""Updates beside the last release: what Great Expectations says of them, and its pages without a network."""

from __future__ import annotations

import json
import os
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from packages import ROOT, change_cell, keep_tables, read_table, small_package, write_table

pytest.importorskip("great_expectations", reason="the extra 'update' is not installed")

from corrigenda.adapters.bounds import read_bounds
from corrigenda.adapters.great_expectations import Update, judge_update, run_update
from corrigenda.errors import SetupError
from corrigenda.package import open_package
from corrigenda.profile import profile, write_baseline

DEFAULT = (ROOT / "bounds.toml").read_text("utf-8").split("\n[tables.", 1)[0]


def _lay(tmp_path: Path, persons: int = 40) -> Path:
    """Lay two tables of which a release can be made: sources and many actors."""
    root = small_package(tmp_path)
    keep_tables(root, "sources", "actors")
    header, _ = read_table(root, "actors")
    kinds = ["person"] * persons + ["body"] * 10 + ["state"] * 5
    rows = [
        {"actor_id": f"a{number:03}", "label": f"A {number}", "kind": kind, "topic": "law" if number % 2 else "", "source_id": "almanac"}
        for number, kind in enumerate(kinds)
    ]
    write_table(root, "actors", header, [[row.get(name, "") for name in header] for row in rows])
    return root


def _release(root: Path, **changes: Any) -> Path:
    """Write the profile of the package as it is as that of the last release, with some parts added."""
    content = profile(open_package(root))
    content["tables"].update(changes)
    file = root.parent / "baseline.json"
    write_baseline(content, file)
    return file


def _bounds(root: Path, text: str = "") -> Path:
    file = root.parent / "bounds.toml"
    file.write_text(DEFAULT + text, "utf-8")
    return file


@contextmanager
def _offline(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    with monkeypatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", refuse)
        patch.setattr(socket.socket, "connect", refuse)
        yield


def test_the_same_package_is_within_every_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _lay(tmp_path)
    with _offline(monkeypatch):
        update = run_update(open_package(root), _release(root), _bounds(root), tmp_path / "docs")
    assert update.problems == ()
    # Places and rows of both tables; fill of 4 fields of sources and 5 of actors; values of two lists, of which one stays.
    assert update.evaluated == 2 + 2 + _filled(root) + 2 + 1
    assert os.environ["GX_ANALYTICS_ENABLED"] == "false"


def _filled(root: Path) -> int:
    """Count the fields whose share of filled cells can fall below its bound."""
    tables = profile(open_package(root))["tables"]
    return sum(
        counts["filled"] / table["rows"] > max(0.05, 3 / table["rows"]) for table in tables.values() for counts in table["fields"].values()
    )


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Update, Path]:
    """Break an update in every way that the suite judges."""
    tmp_path = tmp_path_factory.mktemp("update")
    root = _lay(tmp_path)
    lost = {"rows": 3, "fields": {"gone_id": {"filled": 3}}}
    baseline = _release(root, gone=lost)
    content = json.loads(baseline.read_text("utf-8"))
    content["tables"]["sources"]["fields"]["shelf"] = {"filled": 1}
    baseline.write_text(json.dumps(content), "utf-8")
    header, rows = read_table(root, "actors")
    kind, topic = header.index("kind"), header.index("topic")
    kept = [row for row in rows if row[kind] != "state"][:40]
    for row in kept[:8]:
        row[kind] = "weapon"
    for row in kept:
        row[topic] = ""
    write_table(root, "actors", header, kept)
    return run_update(open_package(root), baseline, _bounds(root), tmp_path / "build" / "docs"), root


@pytest.mark.parametrize(
    ("file", "field", "words"),
    [
        ("datapackage.json", "", ["lacks the table 'gone'", "may_go in bounds.toml"]),
        ("data/known/sources.csv", "shelf", ["is lost with all its cells", "may_go in bounds.toml"]),
        ("data/known/actors.csv", "", ["has 40 rows", "had 55", "rows_lost = 0.1", "of bounds.toml allow 45 to 110"]),
        ("data/known/actors.csv", "topic", ["filled in 0.0%", "49.1%", "fill_lost = 0.05", "no less than 41.6%"]),
        ("data/known/actors.csv", "kind", ["has 'weapon' in 8 of 40 cells", "values_new = 0.05", "allow 3 such cells"]),
        ("data/known/actors.csv", "kind", ["no longer has 'body' (10 cells", "'state' (5 cells", "values_always = 3 of bounds.toml"]),
    ],
)
def test_an_implausible_update_is_told(broken: tuple[Update, Path], file: str, field: str, words: list[str]) -> None:
    told = [p.what for p in broken[0].problems if (p.file, p.field) == (file, field) and all(word in p.what for word in words)]
    assert len(told) == 1


def test_nothing_else_is_told(broken: tuple[Update, Path]) -> None:
    assert len(broken[0].problems) == 6


def test_the_pages_refer_to_no_other_host_and_read_without_scripts(broken: tuple[Update, Path]) -> None:
    update, root = broken
    folder = update.page.parent
    pages = list(folder.rglob("*.html"))
    assert {page.suffix for page in folder.rglob("*") if page.is_file()} == {".html", ""}
    assert len(pages) == 4, "index, package, sources and actors"
    for page in pages:
        text = page.read_text("utf-8")
        assert not re.search(r"(src|href|url|@import)\W{1,3}(https?:)?//", text), page
        assert "http" not in re.sub(r"https?://example\.org", "", text), page
        assert "<script" not in text
        assert str(root) not in text
        for target in re.findall(r'href="([^"#]+)"', text):
            assert (page.parent / target).resolve().is_file(), f"{page} links to {target}"
    index = update.page.read_text("utf-8")
    assert f"{update.evaluated} expectations were evaluated, 6 problems found" in index
    assert "no longer has &#x27;body&#x27;" in index
    actors = next((folder / "validations" / "actors").rglob("*.html")).read_text("utf-8")
    assert "Observed Value" in actors


def test_an_override_with_a_reason_moves_one_bound(broken: tuple[Update, Path], tmp_path: Path) -> None:
    root = broken[1]
    text = (
        '[tables.actors]\nreason = "Half are moved."\nrows_lost = 0.5\n'
        '[tables.actors.fields.topic]\nreason = "Read anew."\nfill_lost = 1.0\n'
        '[tables.gone]\nreason = "Merged."\nmay_go = true\n'
        '[tables.sources.fields.shelf]\nreason = "Never used."\nmay_go = true\n'
    )
    problems = judge_update(open_package(root), root.parent / "baseline.json", _bounds(root, text), tmp_path / "docs")
    assert [(p.file, p.field) for p in problems] == [("data/known/actors.csv", "kind")] * 2


def test_docs_are_made_anew_but_no_folder_of_somebody_is_removed(tmp_path: Path) -> None:
    root = _lay(tmp_path, persons=5)
    baseline, bounds = _release(root), _bounds(root)
    docs = tmp_path / "docs"
    run_update(open_package(root), baseline, bounds, docs)
    (docs / "stale.html").write_text("stale", "utf-8")
    run_update(open_package(root), baseline, bounds, docs)
    assert not (docs / "stale.html").exists()
    own = tmp_path / "own"
    own.mkdir()
    (own / "thesis.txt").touch()
    with pytest.raises(SetupError, match="was not made as Data Docs"):
        run_update(open_package(root), baseline, bounds, own)
    assert [path.name for path in own.iterdir()] == ["thesis.txt"]
    assert not list(tmp_path.glob(".data-docs-*"))


def test_a_table_that_is_empty_now_is_told_by_its_rows(tmp_path: Path) -> None:
    root = _lay(tmp_path)
    baseline = _release(root)
    write_table(root, "actors", read_table(root, "actors")[0], [])
    problems = judge_update(open_package(root), baseline, _bounds(root), tmp_path / "docs")
    assert [(p.file, p.field) for p in problems] == [("data/known/actors.csv", "")]


def test_an_update_is_not_judged_where_the_set_up_is_broken(tmp_path: Path) -> None:
    root = _lay(tmp_path)
    baseline, bounds = _release(root), _bounds(root)
    with pytest.raises(SetupError, match="there is no"):
        judge_update(open_package(root), root / "none.json", bounds, tmp_path / "docs")
    change_cell(root, "actors", "a001", "label", "bad\x00byte")
    with pytest.raises(SetupError, match="control character"):
        judge_update(open_package(root), baseline, bounds, tmp_path / "docs")
    assert not (tmp_path / "docs").exists()


KNOWN = {"actors": {"kind", "topic"}, "sources": {"seen"}}


def test_the_bounds_of_the_repository_are_sound() -> None:
    package = open_package(ROOT)
    known = {table.name: {field.name for field in table.fields} for table in package.tables.values()}
    bounds = read_bounds(ROOT / "bounds.toml", known)
    assert bounds.of("findings")["rows_lost"] > bounds.of("actors")["rows_lost"] == bounds.default["rows_lost"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[tables.actor]\nreason='r'\nrows_lost=1.0", "no table of the package or of the last release; is 'actors' meant"),
        ("[tables.actors]\nrows_lost=1.0", r"\[tables.actors\] has no reason"),
        ("[tables.actors]\nreason=' '\nrows_lost=1.0", r"\[tables.actors\] has no reason"),
        ("[tables.actors]\nreason='r'", "moves nothing"),
        ("[tables.actors]\nreason='r'\nrow_lost=1.0", "'row_lost', which is no bound of it; is 'rows_lost' meant"),
        ("[tables.actors]\nreason='r'\nrows_lost=1.5", "rows_lost = 1.5; expected a share between 0 and 1"),
        ("[tables.actors]\nreason='r'\nrows_lost=nan", "rows_lost = nan; expected a share"),
        ("[tables.actors]\nreason='r'\nrows_lost=true", "rows_lost = True; expected a share"),
        ("[tables.actors]\nreason='r'\nrows_gained=inf", "rows_gained = inf; expected a share of 0 or more"),
        ("[tables.actors]\nreason='r'\nrows_always=1.5", "rows_always = 1.5; expected a whole number"),
        ("[tables.actors]\nreason='r'\nmay_go=1", "may_go = 1; expected true or false"),
        ("[tables.actors.fields.kinds]\nreason='r'\nfill_lost=1.0", "no field of the table; is 'kind' meant"),
        ("[tables.actors.fields.kind]\nfill_lost=1.0", "has no reason"),
        ("[tables.actors.fields.kind]\nreason='r'\nrows_lost=1.0", "'rows_lost', which is no bound of it"),
        ("[tables]\nactors=1", "expected a table of bounds"),
        ("[other]\n", "'other' is not known here"),
        ("[default]\n", "is not TOML"),
    ],
)
def test_malformed_bounds_are_refused(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "bounds.toml"
    file.write_text(DEFAULT + text, "utf-8")
    with pytest.raises(SetupError, match=words):
        read_bounds(file, KNOWN)


def test_every_fault_of_the_bounds_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "bounds.toml"
    file.write_text("[default]\nrows_lost = 2\n[tables.x]\n", "utf-8")
    with pytest.raises(SetupError) as caught:
        read_bounds(file, KNOWN)
    assert len(caught.value.sentences) == 8
