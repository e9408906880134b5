"""The profile of a package, and the file that is kept of it."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from packages import ROOT, append_row, change_cell, path_of, small_package

from corrigenda.errors import SetupError
from corrigenda.package.package import open_package
from corrigenda.release.profile import profile, write_profile
from corrigenda.release.release_profile import read_profile


def test_rows_filled_cells_and_values_are_counted(tmp_path: Path) -> None:
    content = profile(open_package(small_package(tmp_path)))
    assert content["tables"]["tenures"]["rows"] == 2
    fields = content["tables"]["tenures"]["fields"]
    assert fields["end"] == {"type": "edtf", "constraints": {}, "filled": 1}
    assert fields["note"]["filled"] == 0
    assert fields["end_state"]["values"] == {"closed": 1, "open": 1}
    assert fields["acting"] == {"type": "boolean", "constraints": {"required": True}, "filled": 2, "values": {"false": 2}}
    cells = content["tables"]["tenures"]["cells"]["land/minister/ada"].split(" ")
    assert len(cells) == len(fields)
    assert cells[list(fields).index("note")] == "-"
    assert "cells" not in content["tables"]["timeline"]


def test_it_names_every_table_and_field_and_is_json() -> None:
    package = open_package(ROOT)
    content = profile(package)
    assert {name: list(table["fields"]) for name, table in content["tables"].items()} == {
        table.name: [field.name for field in table.fields] for table in package.tables.values()
    }
    assert json.loads(json.dumps(content)) == content


def test_it_depends_on_cells_alone(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    before = profile(open_package(root))
    # A value of a closed list, first seen in another row, must not change the order in the file.
    change_cell(root, "actors", "ada", "kind", "state")
    change_cell(root, "actors", "land", "kind", "person")
    after = profile(open_package(root))
    for content in (before, after):
        del content["tables"]["actors"]["cells"]
    assert json.dumps(before) == json.dumps(after)
    append_row(root, "actors", actor_id="zoe", label="Zoe", kind="person", source_id="almanac")
    assert profile(open_package(root))["tables"]["actors"]["fields"]["kind"]["values"]["person"] == 3


def test_what_cannot_be_read_is_not_counted(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    file = path_of(root, "actors")
    file.write_bytes(file.read_bytes() + b"more\n")
    with pytest.raises(SetupError, match=r"actors\.csv:6"):
        profile(open_package(root))


def test_a_profile_is_read_as_it_was_written(tmp_path: Path) -> None:
    content = profile(open_package(ROOT))
    file = tmp_path / "new" / "baseline.json"
    write_profile(content, file)
    first = file.read_bytes()
    assert read_profile(file) == content
    write_profile(read_profile(file), file)
    assert file.read_bytes() == first
    assert stat.S_IMODE(file.stat().st_mode) == 0o644


def test_a_profile_that_fails_to_be_written_leaves_the_last_one(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    file.mkdir()
    (file / "kept").touch()
    with pytest.raises(SetupError, match="cannot be written"):
        write_profile({"format_version": 1}, file)
    assert [path.name for path in tmp_path.iterdir()] == ["baseline.json"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "is not JSON"),
        ("[]", "format_version None"),
        ('{"format_version": 1}', "format_version 1; expected 2"),
    ],
)
def test_what_is_no_profile_is_refused(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(text, "utf-8")
    with pytest.raises(SetupError, match=words):
        read_profile(file)


def _damage(content: Any, path: str, value: Any) -> None:
    *parents, last = path.split("/")
    for name in parents:
        content = content[name]
    content[last] = value


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        ("words", None, "has no words"),
        ("tables", {}, "no name, version or tables"),
        ("coverage", {"art": {"judged": 1}}, "expected the shares judged and decided"),
        ("tables/tenures/rows", -1, "'tenures' has no rows"),
        ("tables/tenures/rows", 1, "'tenures' has neither a digest nor a trace of 1 rows"),
        ("tables/tenures/cells", {"a": "x", "b": "y"}, "'tenures' has neither a digest nor a trace of 2 rows"),
        ("tables/tenures/key", None, "'tenures' has no key"),
        ("tables/tenures/foreign_keys", [["a"]], "a foreign key that is none"),
        ("tables/tenures/fields/end/filled", 3, "'tenures.end' has no count of filled cells; expected at most 2"),
        ("tables/tenures/fields/acting/values", 2, "'tenures.acting' has values without counts"),
        ("tables/tenures/fields/end/type", None, "'tenures.end' has no type"),
        ("tables/timeline/digest", None, "'timeline' has neither a digest"),
    ],
)
def test_a_damaged_profile_is_refused(tmp_path: Path, path: str, value: Any, words: str) -> None:
    content = profile(open_package(small_package(tmp_path)))
    file = tmp_path / "baseline.json"
    write_profile(content, file)
    assert read_profile(file) == content
    _damage(content, path, value)
    write_profile(content, file)
    with pytest.raises(SetupError, match=words):
        read_profile(file)


def test_a_missing_profile_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"there is no .*baseline\.json"):
        read_profile(tmp_path / "baseline.json")
