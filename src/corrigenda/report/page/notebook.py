"""A report as a notebook shows it: the findings as a small table, worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corrigenda.report.model import Report

SHOWN = 20


def show(report: Report) -> str | None:
    """Return the display, or None (the notebook then shows plain text) where Jinja2 is not installed."""
    try:
        from corrigenda.report.page.html import render_notebook
        from corrigenda.report.page.summary import cover, tell_cover, tell_findings

        found, covered = report.open_findings, cover(report.result, report.result.statements)
        return render_notebook(
            headline=tell_findings(len(found), covered),
            package=f"{report.package} {report.package_version}",
            findings=found[:SHOWN],
            more=max(0, len(found) - SHOWN),
            coverage=tell_cover(covered, is_whole=report.is_whole),
        )
    except ModuleNotFoundError:
        return None
