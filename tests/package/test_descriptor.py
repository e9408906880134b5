"""Broken descriptors, schemas and paths: each is a sentence that says what was expected."""

from __future__ import annotations

from pathlib import Path

import pytest
from packages import edit_json, path_of, resource_of
from structure_runs import check


def test_a_missing_descriptor(tmp_path: Path) -> None:
    code, said = check(tmp_path)
    assert code == 2
    first, then = said.splitlines()
    assert first.startswith("datapackage.json: there is no such file")
    assert "corrigenda new package FOLDER" in then


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"{", "datapackage.json:1: is not JSON"),
        (b"\xff\xfe", "is not UTF-8 at byte 0"),
        (b"[]", "expected an object"),
        (b'{"name": "x"}', "resources is None"),
        (b'{"name": "x", "name": "y", "resources": []}', "'name' occurs twice"),
        (b"[" * 100_000, "is not JSON"),
    ],
)
def test_an_unreadable_descriptor(tmp_path: Path, content: bytes, expected: str) -> None:
    (tmp_path / "datapackage.json").write_bytes(content)
    code, said = check(tmp_path)
    assert code == 2
    assert expected in said


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("../outside.csv", "leaves the package"),
        ("/etc/passwd", "leaves the package"),
        ("data/../../outside.csv", "leaves the package"),
        ("C:/outside.csv", "leaves the package"),
        ("https://example.org/claims.csv", "is a URL"),
        ("file:///etc/passwd", "is a URL"),
        ("data/said/nothing.csv", "there is no such file"),
    ],
)
def test_a_path_that_is_not_in_the_package(package: Path, path: str, expected: str) -> None:
    edit_json(package / "datapackage.json", lambda d: resource_of(d, "claims").update(path=path))
    code, said = check(package)
    assert code == 2
    assert "'claims'" in said
    assert expected in said


def test_a_link_that_leads_out_of_the_package(package: Path) -> None:
    file = path_of(package, "claims")
    outside = package.parent / "outside.csv"
    file.rename(outside)
    file.symlink_to(outside)
    code, said = check(package)
    assert code == 2
    assert "symbolic link" in said


def test_a_schema_that_leaves_the_package(package: Path) -> None:
    edit_json(package / "datapackage.json", lambda d: resource_of(d, "claims").update(schema="../claims.json"))
    code, said = check(package)
    assert code == 2
    assert "leaves the package" in said


def test_a_misspelt_property_is_named_with_the_one_meant(package: Path) -> None:
    edit_json(package / "datapackage.json", lambda d: resource_of(d, "claims").update(pathh="x"))
    schema = package / "schemas" / "said" / "dates.json"
    schema.write_text(schema.read_text("utf-8").replace('"primaryKey"', '"primarykey"'), "utf-8")
    code, said = check(package)
    assert code == 2
    assert "'pathh', which is not known here; is 'path' meant?" in said


def test_all_problems_of_the_descriptor_are_told(package: Path) -> None:
    edit_json(
        package / "datapackage.json",
        lambda d: (resource_of(d, "claims").update(path="../a"), resource_of(d, "dates").update(path="http://a")),
    )
    _, said = check(package)
    assert "'claims'" in said
    assert "'dates'" in said
