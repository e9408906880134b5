"""Findings as SARIF 2.1.0, on the CSV lines, with fingerprints from rule and key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any
from urllib.parse import quote

from corrigenda.errors import Problem
from corrigenda.report.bounds import FINDINGS, clip_finding, tell_limits
from corrigenda.report.markup import escape
from corrigenda.report.model import Report, RuleNote
from corrigenda.results.earlier import EarlierFinding
from corrigenda.results.finding import Finding, Place, State
from corrigenda.values.wording import EMPTY, write_json

# Code scanning keeps a hundred locations a result.
_RELATED = 100
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render_sarif(report: Report) -> str:
    """Render one run; an undecided row is no result (it is in the coverage of the package).

    Compared with an earlier state, a finding that is gone is a result of the kind `pass`, absent in SARIF's words.
    """
    names = {rule.name: number for number, rule in enumerate(report.rules)}
    states = report.states()
    shown = report.result.findings[: FINDINGS["sarif"]]
    notes = tell_limits(report, len([finding for finding in shown if not finding.waived]))
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "corrigenda",
                "version": report.program_version,
                "rules": [*(_rule(rule, report) for rule in report.rules), *_problem_rule(report)],
            }
        },
        "columnKind": "unicodeCodePoints",
        # The version of the driver is that of the program.
        "properties": {"package": report.package, "dataVersion": report.package_version},
        "results": [
            *(_problem(problem, report.matter, len(report.rules)) for problem in report.problems),
            *(
                _result(finding, names, states.get(finding.fingerprint), report.causes(finding.fingerprint))
                | _flows(report.chains.get(finding.fingerprint, ()))
                for finding in shown
            ),
            *(_absent(one) for one in report.gone),
        ],
    }
    if notes:
        told = [{"level": "warning", "message": {"text": note}} for note in notes]
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": told}]
    return write_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: RuleNote, report: Report) -> dict[str, Any]:
    """Return the page of a rule: what code scanning shows with a result."""
    reliability = str(report.reliability.get(rule.name) or "not measured")
    parts = (*rule.parts, ("Reliability", f"{reliability[:1].upper()}{reliability[1:]}."))
    described: dict[str, Any] = {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join([rule.summary, *(text for _, text in rule.parts[:2])])},
        "help": {
            "text": "\n\n".join(f"{name}: {text}" for name, text in parts),
            "markdown": "\n\n".join(f"**{name}.** {escape(text)}" for name, text in parts),
        },
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": [rule.topic or "house"]},
    }
    pages = _pages()
    return described | ({"helpUri": f"{pages}#{rule.name}"} if pages and rule.topic else {})


@cache
def _pages() -> str | None:
    """Return the address of docs/rules.md, where the program that is installed names its documentation (`project.urls`)."""
    from importlib.metadata import PackageNotFoundError, metadata

    try:
        listed = metadata("corrigenda").get_all("Project-URL") or []
    except PackageNotFoundError:
        return None
    known = dict(entry.split(", ", 1) for entry in listed if ", " in entry)
    return f"{known['Documentation'].rstrip('/')}/rules.html" if "Documentation" in known else None


def _problem_rule(report: Report) -> Iterator[dict[str, Any]]:
    """Yield what stands for a rule where the package itself has problems."""
    if report.problems:
        summary = {
            "structure": "The structure of the package is broken.",
            "update": "The update of the package does not keep to its rules.",
        }
        yield {"id": report.matter, "shortDescription": {"text": summary[report.matter]}, "defaultConfiguration": {"level": "error"}}


def _problem(problem: Problem, matter: str, index: int) -> dict[str, Any]:
    """Return a problem as a result; one that names no file is put on the descriptor, because code scanning drops what has no place."""
    region = {"startLine": max(problem.line, 1)} | ({"startColumn": problem.column} if problem.column else {})
    place = {"artifactLocation": {"uri": quote(problem.file or "datapackage.json")}, "region": region}
    key = ":".join((matter, problem.file, problem.field, problem.what))
    return {
        "ruleId": matter,
        "ruleIndex": index,
        "kind": "fail",
        "level": "error",
        "message": {"text": ": ".join(part for part in (problem.field, problem.what) if part)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"corrigenda/v1": key},
    }


def _result(whole: Finding, names: dict[str, int], state: State | None, causes: Sequence[str]) -> dict[str, Any]:
    finding = clip_finding(whole)
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": names[finding.rule],
        # Any other kind has no level, and code scanning hides what has none: the verdict is a property.
        "kind": "fail",
        "level": finding.level,
        "message": {"text": finding.message + (f" ({finding.doubt})" if finding.doubt else "")},
        "locations": [_location(finding.places[0])],
        "partialFingerprints": {"corrigenda/v1": finding.fingerprint},
        "properties": {"verdict": finding.verdict, "draft": finding.is_drafted},
    }
    if state:
        result["baselineState"] = state
    if causes:
        result["properties"]["because"] = list(causes)
    related = [{**_location(place), "id": number} for number, place in enumerate(finding.places[1:_RELATED], 1)]
    if related:
        result["relatedLocations"] = related
    if finding.waived:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": finding.waived}]
    return result


def _flows(chains: Sequence[Sequence[Place]]) -> dict[str, Any]:
    """Return the chains of sources as code flows: code scanning shows them step by step, from the article to the end."""
    if not chains:
        return {}
    told = {"text": "The chain of sources, from the article to its end."}
    steps = ([{"location": _location(place), "executionOrder": step} for step, place in enumerate(chain[:_RELATED], 1)] for chain in chains)
    return {"codeFlows": [{"message": told, "threadFlows": [{"locations": locations}]} for locations in steps]}


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
