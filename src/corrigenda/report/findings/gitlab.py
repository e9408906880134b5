"""Findings as a code quality report of GitLab, which shows them in a merge request, next to the lines that it changes."""

from __future__ import annotations

import hashlib
from typing import Any

from corrigenda.errors import Problem
from corrigenda.report.bounds import FINDINGS, clip_finding, tell_limits
from corrigenda.report.model import Report
from corrigenda.results.finding import Finding, Verdict
from corrigenda.values.wording import visible, write_json

_SEVERITY = {"error": "critical", "warning": "minor", "note": "info"}


def render_gitlab(report: Report) -> str:
    """Render each problem and open finding as an issue on its CSV line; GitLab compares fingerprints with those of the target branch."""
    problems = [_problem(problem, report.matter) for problem in report.problems]
    shown = report.open_findings[: FINDINGS["json"]]
    limits = [_write("corrigenda", note, "info", note, "datapackage.json", 1) for note in tell_limits(report, len(shown))]
    return write_json([*problems, *(_issue(clip_finding(finding)) for finding in shown), *limits])


def _issue(finding: Finding) -> dict[str, Any]:
    place = finding.places[0]
    # What surely is unlike the reference weighs more than what may be.
    severity = "major" if finding.level == "warning" and finding.verdict is Verdict.CERTAIN else _SEVERITY[finding.level]
    message = f"{finding.message} ({finding.shown_verdict})"
    return _write(finding.rule, message, severity, finding.fingerprint, place.path, place.region.start_line if place.region else place.line)


def _problem(problem: Problem, matter: str) -> dict[str, Any]:
    message = ": ".join(part for part in (problem.field, problem.what) if part)
    key = ":".join((matter, problem.file, problem.field, problem.what))
    return _write(matter, message, "blocker", key, problem.file or "datapackage.json", max(problem.line, 1))


def _write(rule: str, message: str, severity: str, key: str, path: str, line: int) -> dict[str, Any]:
    return {
        "type": "issue",
        "check_name": rule,
        "description": visible(message),
        "categories": ["Bug Risk"],
        "severity": severity,
        # A digest, since GitLab keeps the text of a fingerprint short.
        "fingerprint": hashlib.sha256(key.encode()).hexdigest(),
        "location": {"path": path, "lines": {"begin": line}},
    }
