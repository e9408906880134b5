"""Findings as Markdown, for a job summary or a pull-request comment."""

from __future__ import annotations

import re

from corrigenda.report.text import visible
from corrigenda.report.view import Report


def render_markdown(report: Report) -> str:
    """Render a heading, a table of findings, and how much could not be decided."""
    result = report.result
    lines = [f"## {escape(report.package)} {escape(report.package_version)}: {len(report.open_findings)} findings", ""]
    if report.open_findings:
        lines += ["| | Verdict | Rule | Finding | Place |", "|---|---|---|---|---|"]
    for finding in report.open_findings:
        doubt = f" ({escape(finding.doubt)})" if finding.doubt else ""
        place = finding.places[0]
        measured = report.reliability.get(finding.rule)
        rule = f"{finding.rule}<br>{escape(str(measured))}" if measured else finding.rule
        said = "".join(f"<br>Response: {escape(str(response))}" for response in finding.responses)
        lines.append(f"| {finding.level} | {finding.verdict} | {rule} | {escape(finding.message)}{doubt}{said} | {escape(str(place))} |")
    if report.is_whole:
        lines += ["", "### Coverage", ""] + [f"- {escape(a.article_id)}: {escape(a.headline)} {escape(a.meaning)}" for a in result.articles]
    undecided = [(c.rule, count, reason) for c in result.coverage for reason, count in c.reasons]
    if undecided:
        lines += ["", "### Not decided", ""] + [f"- {rule}: {count} × {escape(reason)}" for rule, count, reason in undecided]
    lines += [f"- {rule} did not run: {escape(reason)}" for rule, reason in result.not_run]
    lines += ["", f"{len(result.unjudged)} of {len(result.statements)} claims are judged by no rule; {report.waived} findings are waived."]
    return "\n".join(lines)


def escape(text: str) -> str:
    r"""Escape what Markdown or HTML would read as more than text.

    >>> escape("a|b <i>")
    'a\\|b &lt;i&gt;'
    """
    text = visible(text.replace("\n", " ")).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]|~#!@])", r"\\\1", text)
