"""The profile of a package, and the baseline that is kept of it."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from packages import ROOT, append_row, change_cell, path_of, small_package

from corrigenda.errors import SetupError
from corrigenda.package import open_package
from corrigenda.profile import profile, read_baseline, write_baseline


def test_rows_filled_cells_and_values_are_counted(tmp_path: Path) -> None:
    content = profile(open_package(small_package(tmp_path)))
    assert content["tables"]["tenures"]["rows"] == 2
    fields = content["tables"]["tenures"]["fields"]
    assert fields["end"] == {"filled": 1}
    assert fields["note"] == {"filled": 0}
    assert fields["end_state"] == {"filled": 2, "values": {"closed": 1, "open": 1}}
    assert fields["acting"] == {"filled": 2, "values": {"false": 2}}


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
    assert json.dumps(before) == json.dumps(after)
    append_row(root, "actors", actor_id="zoe", label="Zoe", kind="person", source_id="almanac")
    assert profile(open_package(root))["tables"]["actors"]["fields"]["kind"]["values"]["person"] == 3


def test_what_cannot_be_read_is_not_counted(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    file = path_of(root, "actors")
    file.write_bytes(file.read_bytes() + b"more\n")
    with pytest.raises(SetupError, match=r"actors\.csv, line 6"):
        profile(open_package(root))


def test_a_baseline_is_read_as_it_was_written(tmp_path: Path) -> None:
    content = profile(open_package(ROOT))
    file = tmp_path / "new" / "baseline.json"
    write_baseline(content, file)
    first = file.read_bytes()
    assert read_baseline(file) == content
    write_baseline(read_baseline(file), file)
    assert file.read_bytes() == first
    assert stat.S_IMODE(file.stat().st_mode) == 0o644


def test_a_baseline_that_fails_to_be_written_leaves_the_last_one(tmp_path: Path) -> None:
    file = tmp_path / "baseline.json"
    file.mkdir()
    (file / "kept").touch()
    with pytest.raises(SetupError, match=r"baseline\.json: cannot be written"):
        write_baseline({"format_version": 1}, file)
    assert [path.name for path in tmp_path.iterdir()] == ["baseline.json"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "is not JSON"),
        ("[]", "format_version None"),
        ('{"format_version": 2}', "format_version 2; expected 1"),
        ('{"format_version": 1, "version": "1", "tables": {}}', "no version or no tables"),
        ('{"format_version": 1, "version": "1", "tables": {"a": {"rows": -1, "fields": {}}}}', "'a' has no rows"),
        ('{"format_version": 1, "version": "1", "tables": {"a": {"rows": 1, "fields": {"b": {"filled": 2}}}}}', "'a.b' has no count"),
        ('{"format_version": 1, "version": "1", "tables": {"a": {"rows": 1, "fields": {"b": {"filled": 1, "values": 2}}}}}', "values"),
    ],
)
def test_what_is_no_baseline_is_refused(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(text, "utf-8")
    with pytest.raises(SetupError, match=words):
        read_baseline(file)


def test_a_missing_baseline_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"there is no .*baseline\.json"):
        read_baseline(tmp_path / "baseline.json")
