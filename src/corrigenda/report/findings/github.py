"""Findings as annotations of GitHub Actions, worst first; GitHub shows about ten a step."""

from __future__ import annotations

from corrigenda.report.model import Report
from corrigenda.results.finding import Place, State
from corrigenda.values.wording import visible

SHOWN = 10
_LEVEL = {"error": "error", "warning": "warning", "note": "notice"}


def render_github(report: Report) -> str:
    """Render the ten worst findings as workflow commands on their CSV lines, and say how many are left.

    Beside an earlier state, only what is new or changed is shown: annotations belong to a change.
    """
    states = report.states()
    findings = [f for f in report.open_findings if states.get(f.fingerprint) is not State.UNCHANGED]
    lines = []
    for finding in findings[:SHOWN]:
        title = _escape(f"{finding.rule} ({finding.shown_verdict})", True)
        lines.append(f"::{_LEVEL[finding.level]} {_where(finding.places[0])},title={title}::{_escape(visible(finding.message))}")
    rest = len(findings) - SHOWN
    if rest > 0:
        lines.append(f"::notice title=corrigenda::{rest} more findings are in the log and in data/found/findings.csv")
    return "\n".join(lines)


def _where(place: Place) -> str:
    """Point at the cell; columns are allowed only where it stands on one line."""
    where = f"file={_escape(place.path, True)},line={place.region.start_line if place.region else place.line}"
    if place.region and place.region.start_line == place.region.end_line:
        where += f",col={place.region.start_column},endColumn={place.region.end_column}"
    return where


def _escape(text: str, in_property: bool = False) -> str:
    """Escape what would end or start a workflow command."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if in_property else text
