"""Findings as annotations of GitHub Actions, worst first; GitHub shows about ten a step."""

from __future__ import annotations

from corrigenda.errors import Problem
from corrigenda.report.bounds import clip_finding, tell_limits
from corrigenda.report.model import Report
from corrigenda.results.finding import Place, State
from corrigenda.values.wording import visible

SHOWN = 10
_LEVEL = {"error": "error", "warning": "warning", "note": "notice"}


def render_github(report: Report) -> str:
    """Render the ten worst problems and findings as workflow commands on their CSV lines, and say how many are left.

    Compared with an earlier state, only what is new or changed is shown: annotations belong to a change.
    """
    states = report.states()
    findings = [f for f in report.open_findings if states.get(f.fingerprint) is not State.UNCHANGED]
    lines = [_problem(problem, report.matter) for problem in report.problems]
    for finding in map(clip_finding, findings[: SHOWN + 1]):
        title = _escape(f"{finding.rule} ({finding.shown_verdict})", True)
        message = " ".join([finding.message, *_because(report.causes(finding.fingerprint))])
        lines.append(f"::{_LEVEL[finding.level]} {_where(finding.places[0])},title={title}::{_escape(visible(message))}")
    limits = [f"::warning title=corrigenda::{_escape(visible(note))}" for note in tell_limits(report, len(report.open_findings))]
    rest = len(report.problems) + len(findings) - SHOWN
    if rest > 0:
        lines[SHOWN:] = [f"::notice title=corrigenda::{rest} more findings are in the log and in the summary"]
    return "\n".join([*lines, *limits[:SHOWN]])


def _because(causes: tuple[str, ...]) -> tuple[str, ...]:
    return (f"Because: {'; '.join(causes)}.",) if causes else ()


def _problem(problem: Problem, matter: str) -> str:
    where = [("file", problem.file), ("line", problem.line), ("col", problem.column), ("title", matter)]
    told = ",".join(f"{name}={_escape(str(value), True)}" for name, value in where if value)
    return f"::error {told}::{_escape(visible(': '.join(part for part in (problem.field, problem.what) if part)))}"


def _where(place: Place) -> str:
    """Point at the cell; columns are allowed only where it is on one line."""
    where = f"file={_escape(place.path, True)},line={place.region.start_line if place.region else place.line}"
    if place.region and place.region.start_line == place.region.end_line:
        where += f",col={place.region.start_column},endColumn={place.region.end_column}"
    return where


def _escape(text: str, in_property: bool = False) -> str:
    """Escape what would end or start a workflow command."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if in_property else text
