"""Structure is judged by value, as the standard means it: the engine and Frictionless give the same rows and fields."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from packages import ROOT

from corrigenda.adapters.validators.frictionless import judge_structure
from corrigenda.engine.tables import judge
from corrigenda.errors import SetupError
from corrigenda.package.package import Package, open_package

CASES = ROOT.parent / "shared" / "cases" / "structure"
TEXT, WHOLE, NUMBER = {"name": "x"}, {"name": "x", "type": "integer"}, {"name": "x", "type": "number"}


def build(root: Path, field: dict[str, Any], cells: list[str], **schema: Any) -> Package:
    """Write a package of one table with a key and one more field, a row for each cell."""
    fields = [{"name": "id"}, field]
    table = {"name": "t", "path": "t.csv", "schema": {"fields": fields, "primaryKey": ["id"], **schema}}
    (root / "datapackage.json").write_text(json.dumps({"name": "p", "resources": [table]}))
    rows = "".join(f'r{number},"{cell}"\n' if cell else f"r{number},\n" for number, cell in enumerate(cells))
    (root / "t.csv").write_text(f"id,x\n{rows}")
    return open_package(root)


def bounded(field: dict[str, Any], **constraints: Any) -> dict[str, Any]:
    return {**field, "constraints": constraints}


@pytest.mark.parametrize(
    ("field", "cells", "bad", "schema"),
    [
        (bounded(WHOLE, unique=True), ["1", "2", "", ""], [], {}),
        (bounded(WHOLE, unique=True), ["1", "01"], [2, 3], {}),
        (bounded(NUMBER, unique=True), ["1", "1.0", "1.5"], [2, 3], {}),
        (bounded(WHOLE, minimum=2**53 + 1), [str(2**53 + 1), str(2**53)], [3], {}),
        (bounded(WHOLE, maximum=2**53), [str(2**53), str(2**53 + 1)], [3], {}),
        (bounded(WHOLE, enum=["1", "2"]), ["1", "01", "3"], [4], {}),
        (bounded(WHOLE, enum=[1, 2]), ["2", "+2", "3"], [4], {}),
        (NUMBER, ["1e5", "NaN", "INF"], [3, 4], {}),
        (TEXT, ["a", "", "b", ""], [], {"uniqueKeys": [["x"]]}),
        (TEXT, ["a", "a"], [2, 3], {"uniqueKeys": [["x"]]}),
        (WHOLE, ["1", "01", "2"], [2, 3], {"uniqueKeys": [["x"]]}),
        (TEXT, ["a", "a"], [], {"uniqueKeys": [["id", "x"]]}),
    ],
)
def test_values_and_not_texts_are_compared(tmp_path: Path, field: Any, cells: list[str], bad: list[int], schema: Any) -> None:
    package = build(tmp_path, field, cells, **schema)
    ours = judge(package)
    assert [problem.line for problem in ours] == bad, ours
    # Frictionless names the second of two, and the first is as much at fault.
    theirs = {problem.line for problem in judge_structure(package)}
    assert theirs <= set(bad)
    assert bool(theirs) == bool(bad)


@pytest.mark.parametrize(
    ("type_", "key", "expected"),
    [
        ("integer", ["1", "02", "10"], []),
        ("integer", ["1", "01"], ["the key '01' occurs twice"]),
        ("number", ["1", "1.0"], ["the key '1.0' occurs twice"]),
        ("string", ["1", "01x"], ["'01x' comes after a greater key; expected rows sorted by key"]),
        ("string", ["a", ""], ["is empty; expected a value, because it is part of the key"]),
    ],
)
def test_keys_are_compared_by_value_and_never_empty(tmp_path: Path, type_: str, key: list[str], expected: list[str]) -> None:
    schema = {"fields": [{"name": "id", "type": type_}, {"name": "x"}], "primaryKey": ["id"]}
    table = {"name": "t", "path": "t.csv", "schema": schema}
    (tmp_path / "datapackage.json").write_text(json.dumps({"name": "p", "resources": [table]}))
    (tmp_path / "t.csv").write_text("id,x\n" + "".join(f"{each},a\n" for each in key))
    assert [problem.what for problem in judge(open_package(tmp_path))] == expected


def test_a_foreign_key_is_met_by_value(tmp_path: Path) -> None:
    fields = [{"name": "id", "type": "integer"}, {"name": "x", "type": "integer"}]
    foreign = [{"fields": ["x"], "reference": {"fields": ["id"]}}]
    table = {"name": "t", "path": "t.csv", "schema": {"fields": fields, "primaryKey": ["id"], "foreignKeys": foreign}}
    (tmp_path / "datapackage.json").write_text(json.dumps({"name": "p", "resources": [table]}))
    (tmp_path / "t.csv").write_text("id,x\n1,02\n2,1\n3,4\n")
    assert [(problem.line, problem.field) for problem in judge(open_package(tmp_path))] == [(4, "x")]


@pytest.mark.parametrize(
    ("field", "schema", "expected"),
    [
        (bounded(TEXT, minimum="a"), {}, "has a minimum, which means nothing for the type string"),
        (
            bounded({"name": "x", "type": "boolean", "trueValues": ["true"], "falseValues": ["false"]}, maximum=1),
            {},
            "for the type boolean",
        ),
        (bounded(WHOLE, pattern="1"), {}, "has a pattern, which means nothing for the type integer"),
        ({"name": "x", "type": "integer", "rdfType": "http://id.loc.gov/datatypes/edtf/EDTF"}, {}, "expected the type string"),
        (TEXT, {"uniqueKeys": [["y"]]}, "uniqueKeys names the field 'y', which is not there"),
    ],
)
def test_what_no_judge_looks_at_is_refused(tmp_path: Path, field: Any, schema: Any, expected: str) -> None:
    with pytest.raises(SetupError, match=expected):
        build(tmp_path, field, ["1"], **schema)


@pytest.mark.parametrize("entry", [{"licenses": "CC0"}, {"licenses": [{"title": "free"}]}, {"sources": ["x"]}, {"sources": [{}]}])
def test_licences_and_sources_that_say_nothing_are_refused(tmp_path: Path, entry: dict[str, Any]) -> None:
    package = build(tmp_path, TEXT, ["a"])
    (tmp_path / "datapackage.json").write_text(json.dumps({**package.descriptor, **entry}))
    with pytest.raises(SetupError, match=next(iter(entry))):
        open_package(tmp_path)


@pytest.mark.parametrize("pattern", [r"(?!x)a", r"(a)\1", r"a++", r"a\Z"])
def test_patterns_of_another_dialect_are_refused_by_name(tmp_path: Path, pattern: str) -> None:
    package = build(tmp_path, bounded(TEXT, pattern=pattern), ["a"])
    for judged in (judge, judge_structure):
        with pytest.raises(SetupError, match="RE2"):
            judged(package)


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [(r"\d+", "12", "١٢"), (r"(?i)abc", "ABC", "abd"), (r"\p{L}+", "žá漢", "a1"), (r"(a+)+$", "aaa", "a" * 5000 + "b")],
)
def test_patterns_mean_the_same_to_every_judge_and_never_hang(tmp_path: Path, pattern: str, good: str, bad: str) -> None:
    package = build(tmp_path, bounded(TEXT, pattern=pattern), [good, bad])
    assert [problem.line for problem in judge(package)] == [3]
    assert [problem.line for problem in judge_structure(package)] == [3]


# Each is named in docs/structure.md.
DIFFERENCES = {
    "m-088": "a part of a key that is empty is a fault here and none to Frictionless",
    "m-103": "a foreign key with an empty part is not judged here",
}


@pytest.mark.skipif(not CASES.is_dir(), reason="the cases are in the shared folder beside the checkout")
@pytest.mark.parametrize("case", sorted(path.parent.name for path in CASES.glob("m*/datapackage.json")))
def test_both_judges_agree_on_the_kept_cases(case: str) -> None:
    root = CASES / case

    def lines(judged: Any) -> set[int] | str:
        try:
            return {problem.line for problem in judged(open_package(root))}
        except SetupError:
            return "refused"

    ours, theirs = lines(judge), lines(judge_structure)
    if case in DIFFERENCES:
        assert ours != theirs, f"no difference any more: {DIFFERENCES[case]}"
    elif "refused" in (ours, theirs):
        assert ours == theirs
    else:
        assert bool(ours) == bool(theirs)
        assert theirs <= ours, (ours, theirs)  # type: ignore[operator]
