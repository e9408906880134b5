"""Findings as Markdown, for a job summary or a pull-request comment."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corrigenda.report.findings.text import tell_states
from corrigenda.report.model import Report
from corrigenda.report.summary import tell_left_out
from corrigenda.results.coverage import group_reasons
from corrigenda.results.finding import Finding, State
from corrigenda.values.wording import visible

_LONGEST = 65_000


def render_markdown(report: Report) -> str:
    """Render a heading, the findings, worst first, and how much could not be decided.

    Beside an earlier state, what is new or changed stands open and what is as before is folded away. A list
    that would not fit into a comment (65,536 characters) is cut, and says so.
    """
    result, states = report.result, report.states()
    lines = [f"## {escape(report.package)} {escape(report.package_version)}: {len(report.open_findings)} findings", ""]
    if report.earlier is None:
        lines += _list(report, report.open_findings, 400)
    else:
        lines += [tell_states(report), ""]
        for state, word in ((State.NEW, "New"), (State.UPDATED, "Changed")):
            listed = [f for f in report.open_findings if states[f.fingerprint] is state]
            lines += [f"### {word}", "", *_list(report, listed, 80), ""] if listed else []
        if report.gone:
            lines += ["### Gone", "", *(f"- {escape(one.rule)}: {escape(one.message)}" for one in report.gone[:80]), ""]
        same = [f for f in report.open_findings if states[f.fingerprint] is State.UNCHANGED]
        if same:
            lines += [f"<details><summary>{len(same)} as before</summary>", "", *_list(report, same, 80), "", "</details>"]
    if report.is_whole:
        lines += ["", "### Coverage", ""] + [f"- {escape(a.article_id)}: {escape(a.headline)} {escape(a.meaning)}" for a in result.articles]
    undecided = group_reasons(result.coverage)
    if undecided:
        told = (f"- {number} × {escape(reason)} ({', '.join(rule for rule, _ in rules)})" for reason, number, rules in undecided)
        lines += ["", "### Not decided", "", *told]
    lines += [f"- {rule} did not run: {escape(reason)}" for rule, reason in result.not_run]
    lines += [f"- {escape(sentence)}" for sentence in result.drafting.sentences]
    lines += [f"- {escape(sentence)}" for sentence in tell_left_out(result)]
    lines += ["", f"{len(result.unjudged)} of {len(result.statements)} claims are judged by no rule; {report.waived} findings are waived."]
    return _fit("\n".join(lines))


def _list(report: Report, findings: Sequence[Finding], shown: int) -> list[str]:
    """Put findings into a table, with the number of those that are left out."""
    lines = ["| | Verdict | Rule | Finding | Place |", "|---|---|---|---|---|"] if findings else []
    for finding in findings[:shown]:
        doubt = f" ({escape(finding.doubt)})" if finding.doubt else ""
        place = finding.places[0]
        measured = report.reliability.get(finding.rule)
        rule = f"{finding.rule}<br>{escape(str(measured))}" if measured else finding.rule
        said = "".join(f"<br>Response: {escape(str(response))}" for response in finding.responses)
        told = f"{escape(finding.message)}{doubt}{said}"
        lines.append(f"| {finding.level} | {finding.shown_verdict} | {rule} | {told} | {escape(str(place))} |")
    if len(findings) > shown:
        lines += ["", f"{len(findings) - shown} more are in data/found/findings.csv."]
    return lines


def _fit(text: str) -> str:
    """Cut a text to what a comment can hold, at the end of a line."""
    if len(text) <= _LONGEST:
        return text
    kept = text[: text.rindex("\n", 0, _LONGEST - 200)]
    closing = "\n\n</details>" if "<details>" in kept and "</details>" not in kept else ""
    return kept + closing + "\n\nThe list is cut here; data/found/findings.csv has it whole."


def escape(text: str) -> str:
    r"""Escape what Markdown or HTML would read as more than text.

    >>> escape("a|b <i>")
    'a\\|b &lt;i&gt;'
    """
    text = visible(text.replace("\n", " ")).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_\[\]|~#!@])", r"\\\1", text)
