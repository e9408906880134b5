"""Findings as SARIF 2.1.0, on the CSV lines, with fingerprints from rule and key."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from corrigenda.finding import Finding, Place, Verdict
from corrigenda.report.text import dump
from corrigenda.report.view import Report

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render_sarif(report: Report) -> str:
    """Render one run; an undecided row is no result (it is in the coverage of the package)."""
    names = [name for name, _ in report.rules]
    run = {
        "tool": {
            "driver": {
                "name": "corrigenda",
                "version": report.program_version,
                "rules": [{"id": name, "shortDescription": {"text": summary}} for name, summary in report.rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, names) for finding in report.result.findings],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _result(finding: Finding, names: list[str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": names.index(finding.rule),
        "kind": "fail" if finding.verdict is Verdict.CERTAIN else "review",
        "level": finding.level if finding.verdict is Verdict.CERTAIN else "none",
        "message": {"text": finding.message + (f" ({finding.doubt})" if finding.doubt else "")},
        "locations": [_location(finding.places[0])],
        "partialFingerprints": {"corrigenda/v1": finding.fingerprint},
    }
    related = [{**_location(place), "id": number} for number, place in enumerate(finding.places[1:100], 1)]
    if related:
        result["relatedLocations"] = related
    if finding.waived:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": finding.waived}]
    return result


def _location(place: Place) -> dict[str, Any]:
    return {
        "physicalLocation": {"artifactLocation": {"uri": quote(place.path)}, "region": {"startLine": place.line}},
        "message": {"text": f"{place.table}.{place.field} of {place.row}: {place.value or '(empty)'}"},
    }
