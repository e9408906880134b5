"""Results as text for people and machines; may import results, values and a change of the data, never an engine or a solver."""

from __future__ import annotations

from typing import Any

FORMATS = ("text", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown", "badge", "badge-svg")


def render(report: Any, as_: str = "text", **options: Any) -> str:
    """Render a report in one of FORMATS; a text has the options of `render_text`, such as `wide` for several lines a finding.

    What `run_check` and `make_page` return has a report and will do too. Raises TypeError for anything else.

    >>> from corrigenda import published_package, run_check
    >>> run = run_check(published_package().root, select=["year-missing"])
    >>> render(run, "jsonl").count('"year-missing"') > 0
    True
    """
    report = getattr(report, "report", report)
    if not hasattr(report, "open_findings"):
        raise TypeError(f"render takes a report: run_check(…) or make_page(…), and not {type(report).__name__}.")
    if as_ == "text":
        from corrigenda.report.findings.text import render_text

        return render_text(report, **options)
    from importlib import import_module

    # A badge is one module, whether it is read by a service or looked at.
    module = import_module(f"corrigenda.report.findings.{as_.partition('-')[0]}")
    rendered: str = getattr(module, f"render_{as_.replace('-', '_')}")(report)
    return rendered
