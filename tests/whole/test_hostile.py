"""Packages made to break the program: sentences and exit 2, no traceback, nothing written that was not meant."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hostile_runs import run
from packages import change_cell, edit_json, path_of, read_table, resource_of, write_table

from corrigenda import catalogue

pytestmark = pytest.mark.long

Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda d: d.update(version=1), "version is 1; expected a text"),
        (lambda d: resource_of(d, "claims").update(name="titles"), "the name of a table that the program makes"),
        (lambda d: resource_of(d, "claims").update(name="edtf"), "the name of a table that the program makes"),
        (lambda d: resource_of(d, "claims").update(path="data//said/dates.csv"), "have the same path"),
        (lambda d: resource_of(d, "findings").update(path="found/README.md"), "expected data/found/findings.csv"),
        (lambda d: resource_of(d, "claims").update(path="x" * 5000), "cannot be followed"),
        (lambda d: resource_of(d, "claims").update(path="\ud800"), "lone surrogate"),
        (lambda d: resource_of(d, "claims").update(bytes="many"), "has the bytes 'many'; expected a number"),
        (lambda d: resource_of(d, "claims").update(schema=""), "has no schema"),
    ],
)
def test_a_descriptor_made_to_break_it(package: Path, change: Change, expected: str) -> None:
    (package / "found").mkdir()
    (package / "found" / "README.md").write_text("not a table\n", "utf-8")
    edit_json(package / "datapackage.json", change)
    if "program makes" in expected:
        for schema in (package / "schemas").rglob("*.json"):
            schema.write_text(schema.read_text("utf-8").replace('"resource": "claims"', '"resource": ""'), "utf-8")
    code, _, said = run("check", package)
    assert code == 2
    assert expected in said or "is no key" in said or "which is not its key" in said


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda s: s.update(foreignKeys=1), "foreignKeys is 1; expected a list"),
        (lambda s: s["foreignKeys"][0].update(reference={"resource": {"a": 1}, "fields": ["x"]}), "a foreign key is"),
        (lambda s: s["foreignKeys"][0].update(fields=["passage_id", "start"]), "a foreign key is"),
        (lambda s: s["fields"][1].update(type=[]), "has the type []"),
        (lambda s: s["fields"][1].update(constraints={"pattern": "(" * 5000}), "RE2 cannot read"),
        (lambda s: s["fields"][1].update(constraints={"pattern": "(?=a)a"}), "RE2 cannot read"),
        (lambda s: s["fields"][2].update(constraints={"minimum": 10**400}), "expected at most 1e18"),
        (lambda s: s["fields"][1].update(constraints={"required": "yes"}), "has required as 'yes'"),
    ],
)
def test_a_schema_made_to_break_it(package: Path, change: Change, expected: str) -> None:
    edit_json(package / "schemas" / "said" / "claims.json", change)
    code, _, said = run("check", package)
    assert code == 2
    assert expected in said


def test_nan_is_no_number_of_json(package: Path) -> None:
    file = package / "schemas" / "said" / "claims.json"
    file.write_text(file.read_text("utf-8").replace('"minimum": 0', '"minimum": NaN', 1), "utf-8")
    assert "NaN is no number of JSON" in run("check", package)[2]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_does_not_hang_it(package: Path) -> None:
    file = package / "schemas" / "said" / "claims.json"
    file.unlink()
    os.mkfifo(file)
    assert "is not a file" in run("check", package)[2]


@pytest.mark.parametrize("amount", ["1e99", "9" * 400, "-1e300"])
def test_an_amount_beyond_all_amounts(package: Path, amount: str) -> None:
    header, rows = read_table(package, "figures")
    change_cell(package, "figures", rows[0][0], "amount", amount)
    code, _, said = run("check", package)
    assert code == 2
    assert ": amount: " in said
    assert "expected at most 1e18" in said or "is not a number" in said
    assert "figure_id" in header


def test_a_gap_of_which_nothing_is_told_says_nothing(package: Path) -> None:
    header, rows = read_table(package, "dates")
    row = next(row for row in rows if row[header.index("kind")] == "gap")
    change_cell(package, "dates", row[0], "duration", "")
    change_cell(package, "dates", row[0], "phrase_id", "")
    assert run("check", package)[0] == 0


@pytest.mark.parametrize("name", ["findings", "inputs"])
def test_without_a_generated_table_nothing_can_be_compared(package: Path, name: str) -> None:
    def drop(descriptor: dict[str, Any]) -> None:
        descriptor["resources"] = [r for r in descriptor["resources"] if r["name"] != name]

    edit_json(package / "datapackage.json", drop)
    for schema in (package / "schemas" / "found").rglob("*.json"):
        edit_json(schema, lambda s: s.pop("foreignKeys", None))
    code, _, said = run("check", package, "--locked")
    assert code == 2
    assert f"there is no table '{name}'" in said


def test_a_million_empty_lines_are_told_in_a_few(package: Path) -> None:
    file = path_of(package, "waivers")
    file.write_bytes(file.read_bytes() + b"\n" * 200_000)
    code, _, said = run("check", package)
    assert code == 2
    assert "data/waivers.csv: and 199,950 more problems" in said
    assert len(said) < 10_000


def test_an_extra_column_is_one_problem(package: Path) -> None:
    header, rows = read_table(package, "claims")
    write_table(package, "claims", [*header, "find"], [[*row, ""] for row in rows])
    assert [line for line in run("check", package)[2].splitlines() if "claims.csv" in line] == [
        f"{package}/data/said/claims.csv:1: find: is not in the schema"
    ]


@pytest.mark.parametrize("added", ["x" * 200_000 + ",", "a\rb,"], ids=["of one long cell", "with half of a line end"])
def test_a_header_that_a_library_refuses_is_a_problem(package: Path, added: str) -> None:
    file = path_of(package, "waivers")
    file.write_bytes(added.encode() + file.read_bytes())
    for command in (("check", package), ("tidy", package, "--check")):
        code, _, said = run(*command)
        assert (code, "waivers.csv:1: " in said, "internal error" in said) == (2 if command[0] == "check" else 1, True, False)


def drop_table(root: Path, name: str) -> None:
    """Take a table, and what points at it, out of a package."""

    def drop(descriptor: dict[str, Any]) -> None:
        descriptor["resources"] = [r for r in descriptor["resources"] if r["name"] != name]

    edit_json(root / "datapackage.json", drop)
    for schema in (root / "schemas").rglob("*.json"):
        document = json.loads(schema.read_text("utf-8"))
        kept = [key for key in document.pop("foreignKeys", []) if key["reference"]["resource"] != name]
        schema.write_text(json.dumps(document | ({"foreignKeys": kept} if kept else {})), "utf-8")


@pytest.mark.parametrize("name", ["claims", "passages"])
def test_without_claims_the_reference_is_judged_alone(package: Path, name: str) -> None:
    drop_table(package, name)
    code, shown, _ = run("check", package, "--format", "json")
    document = json.loads(shown)
    about_articles = {rule.name for rule in catalogue() if rule.subject == "article"}
    assert code == 0
    assert {rule for rule, why in document["not_run"].items() if why == f"the package has no table {name}"} >= about_articles
    assert "tenures-overlap" in {entry["rule"] for entry in document["coverage"]}
    assert run("report", package, "--format", "markdown")[0] == 0


def test_a_row_without_its_span_is_told_where_the_text_is_there(tmp_path: Path) -> None:
    text = tmp_path / "one.txt"
    text.write_text("They met in May. They parted in June.\n", "utf-8")
    assert run("new", "package", tmp_path / "new")[0] == 0
    assert run("new", "article", "--text", text, "--package", tmp_path / "new")[0] == 0
    change_cell(tmp_path / "new", "events", "one/writing", "passage_id", "one/01.01")
    code, _, said = run("check", tmp_path / "new", "--text", text)
    assert code == 2
    assert "data/said/events.csv:2: start: is empty; expected the position of the words in the text" in said
    assert run("report", tmp_path / "new", "--format", "markdown")[0] == 0


def test_a_title_that_is_not_printed_is_not_too_broad(package: Path) -> None:
    before = json.loads(run("check", package, "--format", "json", "--select", "title-imprecise")[1])["findings"]
    assert before
    for finding in before:
        change_cell(package, "mentions", finding["fingerprint"].split(":")[1], "title_printed", "")
    assert json.loads(run("check", package, "--format", "json", "--select", "title-imprecise")[1])["findings"] == []
