"""A package outlives the program that it was made with: what its schemas lack is empty, or is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from packages import read_table, small_package, write_table

from corrigenda import catalogue, check, load, open_package
from corrigenda.errors import SetupError


def drop_field(root: Path, table: str, name: str) -> None:
    """Take a field out of the schema and the file of a table, as they were before it came."""
    [schema] = (root / "schemas").rglob(f"{table}.json")
    content = json.loads(schema.read_text("utf-8"))
    content["fields"] = [field for field in content["fields"] if field["name"] != name]
    content["foreignKeys"] = [key for key in content.get("foreignKeys", []) if name not in key["fields"]]
    schema.write_text(json.dumps(content), "utf-8")
    header, rows = read_table(root, table)
    place = header.index(name)
    write_table(root, table, header[:place] + header[place + 1 :], [cells[:place] + cells[place + 1 :] for cells in rows])


def test_a_field_that_may_be_empty_is_taken_as_empty(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    with load(open_package(root)) as tables:
        whole = check(tables, catalogue())
    drop_field(root, "firsts", "class_id")
    drop_field(root, "sources", "seen_on")
    with load(open_package(root)) as tables:
        assert tables.query("SELECT DISTINCT seen_on FROM sources") == [{"seen_on": None}]
        older = check(tables, catalogue())
    assert [(finding.rule, finding.key) for finding in older.findings] == [(finding.rule, finding.key) for finding in whole.findings]
    assert older.not_run == whole.not_run


def test_a_field_that_rules_need_is_named_with_what_to_do(tmp_path: Path) -> None:
    root = small_package(tmp_path)
    drop_field(root, "claims", "modality")
    with pytest.raises(SetupError) as caught:
        load(open_package(root))
    [sentence] = caught.value.sentences
    assert sentence == (
        "schemas/said/claims.json: the table 'claims' lacks 'modality', which rules read; "
        "expected the schemas that 'corrigenda new package FOLDER' writes"
    )


def test_an_older_reference_opens_with_a_newer_package(tmp_path: Path) -> None:
    (tmp_path / "older").mkdir()
    older, newer = small_package(tmp_path / "older"), small_package(tmp_path)
    drop_field(older, "sources", "seen_on")
    with load(open_package(newer, older)) as tables:
        assert not tables.problems
        assert tables.query("SELECT DISTINCT seen_on FROM sources") == [{"seen_on": None}]
