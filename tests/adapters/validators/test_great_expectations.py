"""Updates beside the last release: what Great Expectations says of them, and its pages without a network."""

from __future__ import annotations

import json
import os
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from packages import read_table, write_table

pytest.importorskip("great_expectations", reason="the extra 'update' is not installed")
from updates import lay, release, write_bounds

from corrigenda.adapters.validators.great_expectations import Update, run_update
from corrigenda.errors import SetupError
from corrigenda.package.package import open_package
from corrigenda.release.profile import profile


@contextmanager
def _offline(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    with monkeypatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", refuse)
        patch.setattr(socket.socket, "connect", refuse)
        yield


def test_the_same_package_is_within_every_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = lay(tmp_path)
    with _offline(monkeypatch):
        update = run_update(open_package(root), release(root), write_bounds(root), tmp_path / "docs")
    assert update.problems == ()
    # Places, rows and keys of both tables, and the retired keys; fill of 4 fields of sources and 5 of actors; values of two
    # lists, of which one stays.
    assert update.evaluated == 2 + 2 + 2 + 1 + filled(root) + 2 + 1
    assert os.environ["GX_ANALYTICS_ENABLED"] == "false"


def filled(root: Path) -> int:
    """Count the fields whose share of filled cells can fall below its bound."""
    tables = profile(open_package(root))["tables"]
    return sum(
        counts["filled"] / table["rows"] > max(0.05, 3 / table["rows"]) for table in tables.values() for counts in table["fields"].values()
    )


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Update, Path]:
    """Break an update in every way that the suite judges."""
    tmp_path = tmp_path_factory.mktemp("update")
    root = lay(tmp_path)
    field = {"type": "string", "constraints": {}}
    lost = {"rows": 3, "key": ["gone_id"], "foreign_keys": [], "fields": {"gone_id": {**field, "filled": 3}}, "digest": ""}
    released = release(root, gone=lost)
    content = json.loads(released.read_text("utf-8"))
    content["tables"]["sources"]["fields"]["shelf"] = {**field, "filled": 1}
    content["tables"]["sources"]["cells"]["almanac"] += " 123456"
    released.write_text(json.dumps(content), "utf-8")
    header, rows = read_table(root, "actors")
    kind, topic = header.index("kind"), header.index("topic")
    kept = [row for row in rows if row[kind] != "state"][:40]
    for row in kept[:8]:
        row[kind] = "weapon"
    for row in kept:
        row[topic] = ""
    write_table(root, "actors", header, kept)
    return run_update(open_package(root), released, write_bounds(root), tmp_path / "build" / "docs"), root


@pytest.mark.parametrize(
    ("file", "field", "words"),
    [
        ("datapackage.json", "", ["lacks the table 'gone'", "may_go in bounds.toml"]),
        ("data/known/sources.csv", "shelf", ["is lost with all its cells", "may_go in bounds.toml"]),
        ("data/known/actors.csv", "", ["has 40 rows", "had 55", "rows_lost = 0.1", "of bounds.toml allow 45 to 110"]),
        ("data/known/actors.csv", "actor_id", ["no longer has 'actors: a040', 'actors: a041'", "expected it, or its key in retired"]),
        ("data/known/actors.csv", "topic", ["filled in 0.0%", "49.1%", "fill_lost = 0.05", "no less than 41.6%"]),
        ("data/known/actors.csv", "kind", ["has 'weapon' in 8 of 40 cells", "values_new = 0.05", "allow 3 such cells"]),
        ("data/known/actors.csv", "kind", ["no longer has 'body' (10 cells", "'state' (5 cells", "values_always = 3 of bounds.toml"]),
    ],
)
def test_an_implausible_update_is_told(broken: tuple[Update, Path], file: str, field: str, words: list[str]) -> None:
    told = [p.what for p in broken[0].problems if (p.file, p.field) == (file, field) and all(word in p.what for word in words)]
    assert len(told) == 1


def test_nothing_else_is_told(broken: tuple[Update, Path]) -> None:
    assert len(broken[0].problems) == 7


def test_the_pages_refer_to_no_other_host_and_read_without_scripts(broken: tuple[Update, Path]) -> None:
    update, root = broken
    folder = update.page.parent
    pages = list(folder.rglob("*.html"))
    assert {page.suffix for page in folder.rglob("*") if page.is_file()} == {".html", ""}
    assert len(pages) == 5, "index, package, keys, sources and actors"
    for page in pages:
        text = page.read_text("utf-8")
        assert not re.search(r"(src|href|url|@import)\W{1,3}(https?:)?//", text), page
        assert "http" not in re.sub(r"https?://example\.org", "", text), page
        assert "<script" not in text
        assert str(root) not in text
        for target in re.findall(r'href="([^"#]+)"', text):
            assert (page.parent / target).resolve().is_file(), f"{page} links to {target}"
    index = update.page.read_text("utf-8")
    assert f"{update.evaluated} expectations were evaluated, 7 problems found" in index
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
    problems = run_update(open_package(root), root.parent / "baseline.json", write_bounds(root, text), tmp_path / "docs").problems
    told = [(p.file, p.field) for p in problems]
    assert told == [("data/known/actors.csv", "actor_id"), *[("data/known/actors.csv", "kind")] * 2], "no bound excuses a lost key"


def test_docs_are_made_anew_but_no_folder_of_somebody_is_removed(tmp_path: Path) -> None:
    root = lay(tmp_path, persons=5)
    released, bounds = release(root), write_bounds(root)
    docs = tmp_path / "docs"
    run_update(open_package(root), released, bounds, docs)
    (docs / "stale.html").write_text("stale", "utf-8")
    run_update(open_package(root), released, bounds, docs)
    assert not (docs / "stale.html").exists()
    own = tmp_path / "own"
    own.mkdir()
    (own / "thesis.txt").touch()
    with pytest.raises(SetupError, match="was not made as Data Docs"):
        run_update(open_package(root), released, bounds, own)
    assert [path.name for path in own.iterdir()] == ["thesis.txt"]
    assert not list(tmp_path.glob(".data-docs-*"))
