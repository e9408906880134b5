"""The published schemas of the output: everything that a run can print fits them, and a field that they do not have does not."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from packages import ROOT, change_cell, copy_package, edit_json, read_table, write_table
from referencing import Registry, Resource

from corrigenda.cli.main import main
from corrigenda.errors import Problem
from corrigenda.package.storage.files import program_folder
from corrigenda.report import render
from corrigenda.report.findings import json as findings_json
from corrigenda.report.findings.json import describe_report, render_json
from corrigenda.report.model import Report
from corrigenda.report.page.model import Page, write_page
from corrigenda.report.page.schema import describe_page
from corrigenda.results.coverage import ArticleCoverage, Coverage, Undecided
from corrigenda.results.draft import Drafting
from corrigenda.results.earlier import EarlierFinding
from corrigenda.results.finding import Finding, Place, Repair, Result, Severity, Verdict
from corrigenda.results.known_source import KnownSource
from corrigenda.results.reliability import Reliability
from corrigenda.results.response import Response
from corrigenda.values.regions import Region

FORMATS = program_folder("formats")
SCHEMAS = {file.name: json.loads(file.read_text("utf-8")) for file in sorted(FORMATS.glob("*.schema.json"))}
WHOLE, LINE = "findings.schema.json", "findings-line.schema.json"
_REGISTRY: Any = Registry().with_resources([(name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items()])

PLACE = Place("mentions", "data/said/mentions.csv", 7, "a/m", "title_printed", None, "basis", Region(7, 1, 7, 3))
FINDING = Finding(
    "office-outside-tenure", "a/m", Verdict.CERTAIN, Severity.ERROR, "article", "a", "a/c", "It does not fit.", (PLACE,),
    (Repair("dates", "a/d", "edtf", None, "all"),), "a doubt", "printed", (KnownSource("A source"),), "accepted",
    (Response("Ada", "named", "2026-03-20", "No.", None, "open", None, True),), ("x:y",), (("mentions", "a/m"),), True,
)  # fmt: skip
NUMBERS: dict[str, Any] = {
    field.name: "r" if field.name in ("rule", "faults", "digest", "benchmark") else 0 for field in fields(Reliability)
}
RESULT = Result(
    (FINDING,),
    (Coverage("office-outside-tenure", None, 1, 1, 0, 2, None, None, (("no day is known", 2),)),),
    (ArticleCoverage("a", facts=1, unjudged=1),),
    undecided=(Undecided("office-outside-tenure", "mentions", "a/x", "a", None, "no day is known"),),
    unjudged=(("a/x", "a"),), not_run=(("year-missing", "no table"),), waiver_notes=("a note",), response_notes=("a note",),
    rows={"mentions": 4}, drafting=Drafting((("dates", 1),), (("Ada", 1),)), left_out=(replace(FINDING, key="z"),),
)  # fmt: skip
FULL = Report(
    RESULT, "p", "1.0.0", "sha256:0", "sha256:1", "0.3.0", earlier=(EarlierFinding("o:gone", "0" * 16, "o", "certain", "It went."),),
    reference="r 1.0.0", reliability={"r": Reliability(**NUMBERS)}, problems=(Problem("a.csv", 1, "b", "c", 2),), remarks=("a remark",),
)  # fmt: skip
REPORTS = {
    "nothing": Report(Result(), "p", "1", "", "", "1"),
    "full": FULL,
    "broken": Report(Result(), "p", "", "", "", "1", problems=(Problem("", 0, "", "is no package"),), is_broken=True),
}


def faults(name: str, document: Any) -> list[str]:
    found = Draft202012Validator(SCHEMAS[name], registry=_REGISTRY).iter_errors(document)
    return [f"{error.json_path}: {error.message[:200]}" for error in found]


def judge_lines(text: str) -> list[str]:
    lines = [json.loads(line) for line in text.split("\n") if line]
    assert [line["type"] for line in lines].count("run") == 1
    assert lines[0]["type"] == "run"
    return [fault for line in lines for fault in faults(LINE, line)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("kind", REPORTS)
def test_what_a_run_can_hold_fits(kind: str) -> None:
    assert faults(WHOLE, json.loads(render(REPORTS[kind], "json"))) == []
    assert judge_lines(render(REPORTS[kind], "jsonl")) == []


@pytest.mark.parametrize("kind", ["published", "compared", "broken", "reference", "gate", "no package"])
def test_what_the_command_prints_fits(kind: str, tmp_path: Path) -> None:
    root = tmp_path / "nothing" if kind == "no package" else copy_package(tmp_path)
    arguments = {"compared": ["--baseline", str(ROOT)], "reference": ["--about", "reference"], "gate": ["--base", str(ROOT)]}.get(kind, [])
    if kind == "broken":
        change_cell(root, "dates", "tokyo-dome/announced-may-2024", "edtf", "in May")
    if kind in ("compared", "gate"):
        change_cell(root, "tenures", "us/secretary-of-defense/pete-hegseth", "start", "2024-01-25")
    lines = tmp_path / "lines"
    command = ["gate" if kind == "gate" else "check", str(root), "--format", "json", "--also", "jsonl", str(lines), *arguments]
    document = json.loads(CliRunner().invoke(main, command).stdout)
    assert faults(WHOLE, document) == []
    told = lines.read_text("utf-8") if lines.exists() else ""
    assert kind == "no package" or judge_lines(told) == []
    if kind == "compared":
        assert document["gone"]
        assert {"new", "updated", "unchanged"} & {finding["state"] for finding in document["findings"]}


def names_in(schema: Any) -> set[str]:
    """Return every property that a schema names."""
    if isinstance(schema, list):
        return {name for part in schema for name in names_in(part)}
    if not isinstance(schema, dict):
        return set()
    return {*schema.get("properties", {}), *(name for part in schema.values() for name in names_in(part))}


def keys_in(document: Any) -> set[str]:
    if isinstance(document, list):
        return {name for part in document for name in keys_in(part)}
    return {*document, *(name for part in document.values() for name in keys_in(part))} if isinstance(document, dict) else set()


def test_it_names_nothing_that_no_run_prints() -> None:
    # `state` and `because` are those of a run that is compared, `type` that of a line.
    assert names_in(SCHEMAS[WHOLE]) - {"state", "because", "type"} <= keys_in(describe_report(FULL))


@pytest.mark.parametrize("path", [(), ("findings", 0), ("findings", 0, "places", 0), ("package",), ("problems", 0), ("undecided", 0)])
def test_a_field_without_a_schema_is_seen(path: tuple[str | int, ...]) -> None:
    document = json.loads(render(FULL, "json"))
    inner = document
    for step in path:
        inner = inner[step]
    inner["invented"] = 1
    assert any("invented" in fault for fault in faults(WHOLE, document))
    del inner["invented"]
    inner.pop(next(iter(inner)))
    assert faults(WHOLE, document) != []


def test_a_line_without_its_type_is_seen() -> None:
    entry = json.loads(render(FULL, "json"))["findings"][0]
    assert faults(LINE, entry) != []
    assert faults(LINE, {"type": "finding", **entry}) == []
    assert faults(LINE, {"type": "gone", **entry}) != []


def test_what_timeline_and_diff_print_fits(tmp_path: Path) -> None:
    def told(*words: str) -> Any:
        return json.loads(CliRunner().invoke(main, [*words, "--format", "json"]).stdout)

    timeline = told("timeline", str(ROOT))
    assert faults("timeline.schema.json", timeline) == []
    assert {"instead", "remedies", "depends"} <= keys_in(timeline)
    root = copy_package(tmp_path)
    change_cell(root, "tenures", "us/secretary-of-defense/pete-hegseth", "start", "2024-01-25")
    header, rows = read_table(root, "names")
    write_table(root, "names", header, rows[1:])
    edit_json(root / "schemas" / "known" / "names.json", lambda schema: schema["fields"][-1].update(description="Another meaning."))
    CliRunner().invoke(main, ["check", str(root), "--write"])
    change = told("diff", str(ROOT), str(root))
    assert faults("change.schema.json", change) == []
    assert all(change[part] for part in ("problems", "schema", "tables", "findings"))
    for name, document in (("timeline.schema.json", timeline), ("change.schema.json", change)):
        assert any("invented" in fault for fault in faults(name, {**document, "invented": 1}))


@pytest.mark.parametrize("asked", [["Hegseth"], ["Hegseth", "--at", "2025-06"], ["Secretary"], ["Hegset"], ["nobody of this name"]])
def test_what_find_prints_fits(asked: list[str]) -> None:
    document = json.loads(CliRunner().invoke(main, ["find", *asked, "--known", str(ROOT), "--format", "json"]).stdout)
    assert faults("find.schema.json", document) == []
    assert bool(document["matches"]) == (asked != ["nobody of this name"])
    for match in document["matches"]:
        match["invented"] = 1
        assert any("invented" in fault for fault in faults("find.schema.json", document))


@pytest.mark.parametrize("arguments", [[], ["--select", "impossible-timeline"]])
def test_what_report_prints_fits(arguments: list[str]) -> None:
    document = json.loads(CliRunner().invoke(main, ["report", str(ROOT), "--format", "json", *arguments]).stdout)
    assert faults("page.schema.json", document) == []
    assert document["articles"][0]["passages"]
    document["articles"][0]["passages"][0]["invented"] = 1
    assert any("invented" in fault for fault in faults("page.schema.json", document))


def test_what_a_page_can_hold_fits_and_the_schema_is_that_of_its_classes() -> None:
    assert SCHEMAS["page.schema.json"] == describe_page()
    for report in REPORTS.values():
        document = json.loads(write_page(Page(report)))
        assert faults("page.schema.json", document) == []
        document["report"].pop("is_broken")
        assert faults("page.schema.json", document) != []


def test_what_is_written_in_pieces_is_what_is_written_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    lists = ("findings", "coverage", "articles", "undecided")
    many = replace(FULL, result=replace(FULL.result, **{name: getattr(FULL.result, name) * 3 for name in lists}))
    for report in (FULL, many, replace(FULL, result=Result())):
        whole = render_json(report)
        monkeypatch.setattr(findings_json, "_MANY", 0)
        for at_once in (1, 2, 5_000):
            monkeypatch.setattr(findings_json, "_AT_ONCE", at_once)
            assert render_json(report) == whole
        monkeypatch.undo()
