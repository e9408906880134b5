"""Findings as SARIF: fingerprints, pages of rules, chains, and what is new since an earlier state."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hostile_report import COMPARED, CONTEXT, FINDING, HOSTILE, PLACE, REPORT, RESULT
from sarif_kit.validate import validation_errors

from corrigenda.report import render
from corrigenda.report.findings import sarif
from corrigenda.report.model import Report
from corrigenda.report.places import show_from
from corrigenda.results.finding import Place
from corrigenda.values.regions import Region


def test_sarif_has_kind_level_fingerprint_and_suppression() -> None:
    results = json.loads(render(REPORT, "sarif"))["runs"][0]["results"]
    assert [(r["kind"], r["level"]) for r in results] == [("fail", "error"), ("fail", "warning"), ("fail", "error")]
    assert [r["properties"]["verdict"] for r in results] == ["certain", "possible", "certain"]
    assert results[0]["partialFingerprints"] == {"corrigenda/v1": "office-outside-tenure:a/m"}
    assert results[2]["suppressions"][0]["justification"] == "accepted"
    assert results[0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 7}


@pytest.mark.parametrize("report", [REPORT, COMPARED])
def test_sarif_fits_its_schema(report: Report) -> None:
    assert validation_errors(json.loads(render(report, "sarif"))) == []


def test_sarif_carries_the_page_of_a_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    (rule,) = json.loads(render(REPORT, "sarif"))["runs"][0]["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "A title that does not fit."
    assert rule["fullDescription"]["text"] == f"A title that does not fit. A year {HOSTILE}. Titles are."
    assert rule["help"]["text"].split("\n\n")[1:] == ["What is judged: Titles are.", "To settle: Look it up.", "Reliability: Not measured."]
    assert "**To settle.** Look it up." in rule["help"]["markdown"]
    assert "<script>" not in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"] == {"tags": ["titles"]}
    assert "helpUri" not in rule
    monkeypatch.setattr(sarif, "_pages", lambda: "https://example.org/docs/rules.html")
    (rule,) = json.loads(render(REPORT, "sarif"))["runs"][0]["tool"]["driver"]["rules"]
    assert rule["helpUri"] == "https://example.org/docs/rules.html#office-outside-tenure"


LINKS = tuple(
    Place("attributions", "data/said/attributions.csv", n, f"a/{n}", "actor_id", name, "context") for n, name in ((2, "x"), (3, "y"))
)


def test_sarif_shows_a_chain_of_sources_step_by_step() -> None:
    chained = replace(REPORT, chains={FINDING.fingerprint: (LINKS,)})
    document = json.loads(render(chained, "sarif"))
    assert validation_errors(document) == []
    flows = [result.get("codeFlows", []) for result in document["runs"][0]["results"]]
    assert [len(flow) for flow in flows] == [1, 0, 0]
    steps = flows[0][0]["threadFlows"][0]["locations"]
    assert [step["location"]["message"]["text"].rsplit(" ", 1)[1] for step in steps] == ["x", "y"]
    moved = json.loads(render(show_from(chained, "desk/news"), "sarif"))
    uri = moved["runs"][0]["results"][0]["codeFlows"][0]["threadFlows"][0]["locations"][0]["location"]["physicalLocation"]
    assert uri["artifactLocation"]["uri"] == "desk/news/data/said/attributions.csv"


def test_sarif_names_the_cell_and_the_earlier_state() -> None:
    placed = replace(FINDING, places=(replace(PLACE, region=Region(7, 5, 8, 3)), CONTEXT))
    report = replace(COMPARED, result=replace(RESULT, findings=(placed, *RESULT.findings[1:])))
    results = json.loads(render(report, "sarif"))["runs"][0]["results"]
    region = results[0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 7, "startColumn": 5, "endLine": 8, "endColumn": 3}
    assert [r["baselineState"] for r in results] == ["unchanged", "updated", "new", "absent"]
    assert [(r["kind"], r["level"]) for r in results][-1] == ("pass", "none")
