"""A report as a notebook shows it: the findings as a small table, worst first."""

from __future__ import annotations

from collections.abc import Sequence

from corrigenda.report.summary import cover, tell_cover, tell_findings
from corrigenda.report.template import fill_template
from corrigenda.results.finding import Finding, Result

SHOWN = 20


def show_findings(package: str, found: Sequence[Finding], result: Result, *, is_whole: bool) -> str | None:
    """Return the display of the open findings of a result, or None (the notebook then shows plain text) where Jinja2 is not installed."""
    covered = cover(result, result.statements)
    try:
        return fill_template(
            "notebook.html.j2",
            headline=tell_findings(len(found), covered),
            package=package,
            findings=found[:SHOWN],
            more=max(0, len(found) - SHOWN),
            coverage=tell_cover(covered, is_whole=is_whole),
        )
    except ModuleNotFoundError:
        return None
