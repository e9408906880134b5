"""Results as text for people and machines; may import results, values and a change of the data, never an engine or a solver."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corrigenda.report.model import Report

FORMATS = ("text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown", "badge", "badge-svg")


def render(report: Report, as_: str = "text", **options: Any) -> str:
    """Render a report in one of FORMATS; a text has the options of `render_text`, such as `wide` for several lines a finding."""
    if as_ == "text":
        from corrigenda.report.findings.text import render_text

        return render_text(report, **options)
    from importlib import import_module

    # A badge is one module, whether it is read by a service or looked at.
    module = import_module(f"corrigenda.report.findings.{as_.partition('-')[0]}")
    rendered: str = getattr(module, f"render_{as_.replace('-', '_')}")(report)
    return rendered
