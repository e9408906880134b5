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
from click.testing import CliRunner
from packages import ROOT, change_cell, copy_package, keep_tables, read_table, small_package, write_table

pytest.importorskip("great_expectations", reason="the extra 'update' is not installed")

from corrigenda.adapters.validators.great_expectations import Update, run_update
from corrigenda.cli.main import main
from corrigenda.errors import Problem, SetupError
from corrigenda.package.package import open_package
from corrigenda.release.profile import profile, write_profile

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
    write_profile(content, file)
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
    # Places, rows and keys of both tables, and the retired keys; fill of 4 fields of sources and 5 of actors; values of two
    # lists, of which one stays.
    assert update.evaluated == 2 + 2 + 2 + 1 + _filled(root) + 2 + 1
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
    field = {"type": "string", "constraints": {}}
    lost = {"rows": 3, "key": ["gone_id"], "foreign_keys": [], "fields": {"gone_id": {**field, "filled": 3}}, "digest": ""}
    released = _release(root, gone=lost)
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
    return run_update(open_package(root), released, _bounds(root), tmp_path / "build" / "docs"), root


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
    problems = run_update(open_package(root), root.parent / "baseline.json", _bounds(root, text), tmp_path / "docs").problems
    told = [(p.file, p.field) for p in problems]
    assert told == [("data/known/actors.csv", "actor_id"), *[("data/known/actors.csv", "kind")] * 2], "no bound excuses a lost key"


def test_docs_are_made_anew_but_no_folder_of_somebody_is_removed(tmp_path: Path) -> None:
    root = _lay(tmp_path, persons=5)
    released, bounds = _release(root), _bounds(root)
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


def test_a_table_that_is_empty_now_is_told_by_its_rows(tmp_path: Path) -> None:
    root = _lay(tmp_path)
    released = _release(root)
    write_table(root, "actors", read_table(root, "actors")[0], [])
    problems = run_update(open_package(root), released, _bounds(root), tmp_path / "docs").problems
    assert [(p.file, p.field) for p in problems] == [("data/known/actors.csv", ""), ("data/known/actors.csv", "actor_id")]


def _retire(root: Path, *keys: str) -> None:
    header, rows = read_table(root, "retired")
    write_table(root, "retired", header, sorted(rows + [["actors", key, "0.2.0", "A double."] for key in keys]))


def test_a_key_goes_only_when_it_is_retired_and_never_comes_back(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    keep_tables(root, "sources", "actors", "retired")
    released, bounds = _release(root), _bounds(root)
    header, rows = read_table(root, "actors")
    write_table(root, "actors", header, rows[1:])
    _retire(root, "ada")

    def judge(released: Path) -> tuple[Problem, ...]:
        return run_update(open_package(root), released, bounds, tmp_path / "docs").problems

    assert judge(released) == ()
    released = _release(root)
    write_table(root, "actors", header, rows)
    (used,) = judge(released)
    assert str(used) == "data/retired.csv: row: has 'actors: ada', which is used again; expected a new key"
    write_table(root, "retired", read_table(root, "retired")[0], [])
    used, unlisted = judge(released)
    assert "'actors: ada', which is used again" in used.what, "what the last release retired stays retired"
    assert "no longer has 'retired: actors, ada'" in unlisted.what


def test_the_command_fails_where_the_version_is_too_low_or_the_changelog_was_edited(tmp_path: Path) -> None:
    root = _lay(tmp_path, persons=5)
    (root / "bounds.toml").write_text(DEFAULT, "utf-8")
    content = {**profile(open_package(root)), "released": "2026-09-21", "since": None, "changes": ["first release"]}
    write_profile(content, root / "data" / "baseline.json")
    change_cell(root, "actors", "a001", "label", "Another label")

    def run() -> list[str]:
        done = CliRunner().invoke(main, ["update", str(root), "--docs", str(tmp_path / "docs")])
        assert done.exit_code == int("problems" in done.stdout), done.output
        return done.stdout.splitlines()

    low, unlisted, count = run()
    assert low.startswith("datapackage.json: version: 0.1.0 is too low after 0.1.0: data/known/actors.csv, a001, field label")
    assert unlisted.startswith("CHANGELOG.md: has no data section of 0.1.0 as it was computed")
    assert count == "2 problems"
    (root / "datapackage.json").write_text((root / "datapackage.json").read_text("utf-8").replace('"0.1.0"', '"0.1.1"'), "utf-8")
    (root / "CHANGELOG.md").write_text(
        "# Changelog\n\n## Data 0.1.0 - 2026-09-21\n\n<!-- computed by 'corrigenda release'; not edited by hand -->\n\n"
        "### Added\n\n- first release\n\n<!-- end of what is computed -->\n",
        "utf-8",
    )
    (fine,) = run()
    assert "expectations about the update are met" in fine


def test_coverage_may_not_shrink(tmp_path: Path) -> None:
    root = copy_package(tmp_path)
    keep_tables(root, "articles", "passages", "claims", "coverage", "unjudged", "actors", "sources")
    released, docs = _release(root), tmp_path / "docs"
    shares = profile(open_package(root))["coverage"]["tokyo-dome"]
    assert 0 < shares["judged"] < 1 or 0 < shares["decided"] < 1
    header, rows = read_table(root, "unjudged")
    lost = [row[0] for row in read_table(root, "claims")[1] if row[0] not in {known[0] for known in rows}][:3]
    write_table(root, "unjudged", header, sorted(rows + [[claim, "tokyo-dome"] for claim in lost]))
    (problem,) = run_update(open_package(root), released, _bounds(root), docs).problems
    assert problem.file == "data/found/coverage.csv"
    assert re.search(r"tokyo-dome: \d+\.\d% of its claims are judged by some rule; in the release 0.1.0 it was", problem.what)
    moved = _bounds(root, '[tables.coverage]\nreason = "A rule was taken out."\ncoverage_lost = 0.1\n')
    assert run_update(open_package(root), released, moved, docs).problems == ()


def test_fewer_decisions_are_less_coverage(tmp_path: Path) -> None:
    root = copy_package(tmp_path)
    keep_tables(root, "articles", "passages", "claims", "coverage", "unjudged", "actors", "sources")
    released = _release(root)
    header, rows = read_table(root, "coverage")
    decided, undecided = header.index("claims_decided"), header.index("claims_undecided")
    for row in rows:
        if row[decided]:
            row[undecided] = str(int(row[undecided]) + int(row[decided]))
            row[decided] = "0"
    write_table(root, "coverage", header, rows)
    (problem,) = run_update(open_package(root), released, _bounds(root), tmp_path / "docs").problems
    assert "0.0% of the judgements of its claims are decided" in problem.what


def test_an_update_is_not_judged_where_the_set_up_is_broken(tmp_path: Path) -> None:
    root = _lay(tmp_path)
    released, bounds = _release(root), _bounds(root)
    with pytest.raises(SetupError, match="there is no"):
        run_update(open_package(root), root / "none.json", bounds, tmp_path / "docs")
    change_cell(root, "actors", "a001", "label", "bad\x00byte")
    with pytest.raises(SetupError, match="control character"):
        run_update(open_package(root), released, bounds, tmp_path / "docs")
    assert not (tmp_path / "docs").exists()
