"""Frictionless as a judge: every kind of broken cell is told with file, physical line and field."""

from __future__ import annotations

import importlib.util
import json
import socket
import sys
from pathlib import Path

import pytest
from packages import ROOT, append_row, change_cell, copy_package, keep_tables, path_of, read_table, small_package, write_table

pytest.importorskip("frictionless", reason="the extra 'structure' is not installed")

from corrigenda.adapters.validators.frictionless import judge_profile, judge_structure
from corrigenda.engine.tables import load
from corrigenda.errors import Problem, SetupError
from corrigenda.package.package import open_package

# table, key, field, bad value, words of the sentence
BROKEN = [
    ("passages", "art/01.01", "start", "x", "'x'; expected"),
    ("passages", "art/02.01", "paragraph", "0", "expected minimum 1"),
    ("articles", "art", "length", "2_0", "expected an integer"),
    ("figures", "land/cost", "amount", "NaN", "expected a number"),
    ("claims", "art/meets", "modality", "sung", "expected enum"),
    ("articles", "art", "sha256", "abc", "expected text that matches"),
    ("claims", "art/scoped", "statement", "", "expected a value"),
    ("mentions", "art/ada", "name_printed", "A" * 81, "expected maxLength 80"),
    ("mentions", "art/ada", "actor_id", "nobody", "'nobody' is no key of the table actors"),
    ("actors", "ada", "state", "nowhere", "'nowhere' is no key of the table actors"),
    ("dates", "art/day", "edtf", "2023-13", "expected an EDTF date"),
    ("tenures", "land/minister/ben", "start", "2024-02-30", "no such day"),
    ("dates", "art/gap", "duration", "PT1H", "expected a duration"),
    ("names", "ada/1", "name_confirmed", "yes", "'yes'; expected"),
    ("sources", "almanac", "url", "nowhere", "'nowhere'; expected"),
]


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[Problem, ...], list[int]]:
    """Break all cells in one package, so that no problem may hide another."""
    root = small_package(tmp_path_factory.mktemp("broken"))
    lines = [change_cell(root, table, key, field, value) for table, key, field, value, _ in BROKEN]
    return judge_structure(open_package(root)), lines


def test_the_published_package_is_sound() -> None:
    assert judge_structure(open_package(ROOT)) == ()


def test_a_small_sound_package_is_sound(tmp_path: Path) -> None:
    assert judge_structure(open_package(small_package(tmp_path))) == ()


@pytest.mark.parametrize("position", range(len(BROKEN)), ids=lambda position: f"{BROKEN[position][0]}.{BROKEN[position][2]}")
def test_a_broken_cell_is_told_with_its_place(broken: tuple[tuple[Problem, ...], list[int]], position: int) -> None:
    problems, lines = broken
    table, _, field, _, words = BROKEN[position]
    told = [p for p in problems if Path(p.file).stem == table and p.field == field]
    assert [p.line for p in told] == [lines[position]]
    assert words in told[0].what


def test_nothing_else_is_told(broken: tuple[tuple[Problem, ...], list[int]]) -> None:
    assert len(broken[0]) == len(BROKEN)


def test_the_judge_of_the_project_names_the_same_places(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    for table, key, field, value, _ in BROKEN:
        change_cell(root, table, key, field, value)
    append_row(root, "kinds", kind_id="act", label="early", needs_office="false", lasts="false", reason="r", source_id="almanac")
    package = open_package(root)
    with load(package) as tables:
        own = {(p.file, p.line, p.field) for p in tables.problems}
    assert own == {(p.file, p.line, p.field) for p in judge_structure(package)}


def test_a_key_that_stands_twice_and_one_out_of_order(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    line = append_row(root, "kinds", kind_id="meeting", label="again", needs_office="false", lasts="false", reason="r", source_id="almanac")
    last = append_row(root, "kinds", kind_id="act", label="early", needs_office="false", lasts="false", reason="r", source_id="almanac")
    problems = judge_structure(open_package(root))
    assert [(p.line, p.field) for p in problems] == [(line, "kind_id"), (last, "kind_id")]
    assert "'meeting' occurs twice" in problems[0].what
    assert "sorted by key" in problems[1].what


def test_the_line_is_physical_after_a_cell_that_spans_lines(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    line = append_row(root, "sources", source_id="book", title="A book", seen="heard")
    assert line == 4
    assert [(p.line, p.field) for p in judge_structure(open_package(root))] == [(4, "seen")]


def test_more_than_a_thousand_problems_are_all_told(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    keep_tables(root, "sources")
    header, _ = read_table(root, "sources")
    row = {"title": "a book", "seen": "heard"}
    rows = [[f"s{number:04}" if name == "source_id" else row.get(name, "") for name in header] for number in range(1500)]
    write_table(root, "sources", header, rows)
    problems = judge_structure(open_package(root))
    assert [p.line for p in problems] == list(range(2, 1502))


def test_rows_of_another_length_and_a_wrong_header(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    file = path_of(root, "actors")
    text = file.read_text("utf-8").splitlines()
    file.write_text("\n".join([text[0], text[1] + ",more", *text[2:]]) + "\n", "utf-8")
    other = path_of(root, "phrases")
    other.write_text(other.read_text("utf-8").replace("phrase,kind", "phrase,sort"), "utf-8")
    problems = judge_structure(open_package(root))
    assert [(Path(p.file).stem, p.line) for p in problems] == [("actors", 2), ("phrases", 1)]
    cells = len(text[0].split(","))
    assert f"has {cells + 1} cells; expected {cells}" in problems[0].what
    assert problems[1].field == "kind"


@pytest.mark.parametrize(("data", "line"), [(b"\xff", 5), (b'"open', 5), (b"\x00", 5)])
def test_bytes_that_are_no_csv_are_told(tmp_path: Path, data: bytes, line: int) -> None:
    root = small_package(tmp_path)
    keep_tables(root, "actors", "sources")
    file = path_of(root, "actors")
    file.write_bytes(file.read_bytes().replace(b"press,", b"press" + data + b",", 1))
    assert line in {p.line for p in judge_structure(open_package(root)) if p.file.endswith("actors.csv")}


def test_unique_keys_are_judged_although_frictionless_ignores_them(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    file = root / "schemas" / "known" / "actors.json"
    schema = json.loads(file.read_text("utf-8"))
    schema["uniqueKeys"] = [["label", "kind"]]
    file.write_text(json.dumps(schema), "utf-8")
    assert judge_structure(open_package(root)) == ()
    line = change_cell(root, "actors", "ben", "label", "Ada")
    assert [(p.line, p.field) for p in judge_structure(open_package(root))] == [(line, "label")]


def test_nothing_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert judge_structure(open_package(small_package(tmp_path))) == ()


@pytest.mark.parametrize("path", ["data/known/actors.csv", "schemas/known/actors.json"])
def test_a_link_out_of_the_package_is_refused_even_if_it_appears_late(tmp_path: Path, path: str) -> None:
    root = small_package(tmp_path)
    package = open_package(root)
    outside = tmp_path / "outside"
    (root / path).rename(outside)
    (root / path).symlink_to(outside)
    with pytest.raises(SetupError, match="symbolic link"):
        judge_structure(package)


def test_no_plugin_is_imported_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "frictionless_trap.py").write_text("raise SystemExit('imported')\n", "utf-8")
    root = small_package(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.syspath_prepend("")
    import frictionless

    frictionless.system.__dict__.pop("plugins", None)
    frictionless.system.__dict__.pop("methods", None)
    before = sys.path[:]
    assert judge_structure(open_package(root)) == ()
    assert sys.path == before


@pytest.mark.skipif(importlib.util.find_spec("dplib") is None, reason="dplib-py, with the profiles of the standard, is not installed")
class TestProfile:
    def test_the_standard_accepts_descriptor_and_schemas(self) -> None:
        assert judge_profile(open_package(ROOT)) == ()

    def test_what_the_standard_forbids_is_told(self, tmp_path: Path) -> None:
        root = copy_package(tmp_path)
        file = root / "datapackage.json"
        descriptor = json.loads(file.read_text("utf-8"))
        descriptor["keywords"] = "facts"
        descriptor["$schema"] = "https://example.org/profile.json"
        file.write_text(json.dumps(descriptor), "utf-8")
        assert [p.field for p in judge_profile(open_package(root))] == ["$schema", "keywords"]
