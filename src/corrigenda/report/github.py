"""Findings as annotations of GitHub Actions, worst first; GitHub shows about ten a step."""

from __future__ import annotations

from corrigenda.report.text import visible
from corrigenda.report.view import Report

SHOWN = 10
_LEVEL = {"error": "error", "warning": "warning", "note": "notice"}


def render_github(report: Report) -> str:
    """Render the ten worst findings as workflow commands on their CSV lines, and say how many are left."""
    lines = []
    for finding in report.open_findings[:SHOWN]:
        place = finding.places[0]
        properties = f"file={_escape(place.path, True)},line={place.line},title={_escape(f'{finding.rule} ({finding.verdict})', True)}"
        lines.append(f"::{_LEVEL[finding.level]} {properties}::{_escape(visible(finding.message))}")
    rest = len(report.open_findings) - SHOWN
    if rest > 0:
        lines.append(f"::notice title=corrigenda::{rest} more findings are in the log and in data/found/findings.csv")
    return "\n".join(lines)


def _escape(text: str, in_property: bool = False) -> str:
    """Escape what would end or start a workflow command."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if in_property else text
