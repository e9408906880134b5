"""Findings as SARIF 2.1.0, on the CSV lines, with fingerprints from rule and key."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from corrigenda.report.model import Report
from corrigenda.results.finding import EarlierFinding, Finding, Place, State, Verdict
from corrigenda.values.wording import EMPTY, write_json

# Code scanning keeps a hundred locations a result.
_RELATED = 100
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render_sarif(report: Report) -> str:
    """Render one run; an undecided row is no result (it is in the coverage of the package).

    Beside an earlier state, a finding that is gone is a result of the kind `pass`, absent in SARIF's words.
    """
    names = {name: number for number, (name, _) in enumerate(report.rules)}
    states = report.states()
    run = {
        "tool": {
            "driver": {
                "name": "corrigenda",
                "version": report.program_version,
                "rules": [{"id": name, "shortDescription": {"text": summary}} for name, summary in report.rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            *(_result(finding, names, states.get(finding.fingerprint)) for finding in report.result.findings),
            *(_absent(one) for one in report.gone),
        ],
    }
    return write_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _result(finding: Finding, names: dict[str, int], state: State | None) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": names[finding.rule],
        "kind": "fail" if finding.verdict is Verdict.CERTAIN else "review",
        "level": finding.level if finding.verdict is Verdict.CERTAIN else "none",
        "message": {"text": finding.message + (f" ({finding.doubt})" if finding.doubt else "")},
        "locations": [_location(finding.places[0])],
        "partialFingerprints": {"corrigenda/v1": finding.fingerprint},
    }
    if state:
        result["baselineState"] = state
    related = [{**_location(place), "id": number} for number, place in enumerate(finding.places[1:_RELATED], 1)]
    if related:
        result["relatedLocations"] = related
    if finding.waived:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": finding.waived}]
    return result


def _absent(one: EarlierFinding) -> dict[str, Any]:
    return {
        "ruleId": one.rule,
        "kind": "pass",
        "level": "none",
        "message": {"text": one.message},
        "partialFingerprints": {"corrigenda/v1": one.fingerprint},
        "baselineState": State.ABSENT,
    }


def _location(place: Place) -> dict[str, Any]:
    region = {"startLine": place.line}
    if place.region:
        r = place.region
        region = {"startLine": r.start_line, "startColumn": r.start_column, "endLine": r.end_line, "endColumn": r.end_column}
    return {
        "physicalLocation": {"artifactLocation": {"uri": quote(place.path)}, "region": region},
        "message": {"text": f"{place.table}.{place.field} of {place.row}: {place.value or EMPTY}"},
    }
