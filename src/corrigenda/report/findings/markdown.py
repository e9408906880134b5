"""Findings as Markdown, for a job summary or a pull-request comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corrigenda.errors import Problem
from corrigenda.report.bounds import tell_more
from corrigenda.report.change import list_tables, tell_states
from corrigenda.report.diff import count_rows
from corrigenda.report.markup import escape, link_source
from corrigenda.report.model import Report
from corrigenda.report.places import link
from corrigenda.report.summary import tell_left_out
from corrigenda.results.change_rules import CHANGE_RULES, HOW_TO_ACCEPT
from corrigenda.results.coverage import group_reasons
from corrigenda.results.finding import Finding, State
from corrigenda.values.wording import count

_LONGEST = 65_000
_PROBLEMS = 50
_SOURCES = 3


def render_markdown(report: Report) -> str:
    """Render a heading, the findings, worst first, and how much could not be decided.

    Compared with an earlier state, what is new or changed is open and what is as before is folded away. The first line is a mark by
    which a comment on a pull request is found again. A list that would not fit into a comment (65,536 characters) is cut, and says so.
    """
    result = report.result
    lines = [marker(report.package), f"## {escape(report.data)}: {_headline(report)}", ""]
    if report.problems:
        lines += ["| Problem | Place |", "|---|---|", *(_problem(report, problem) for problem in report.problems[:_PROBLEMS])]
        more = len(report.problems) - _PROBLEMS
        lines += [*(["", f"{more:,} more are in the log."] if more > 0 else []), ""]
    if report.is_broken:
        return _fit("\n".join(lines))
    lines += _list(report, report.open_findings, 400) if report.earlier is None else _compare(report)
    lines += [f"- {escape(sentence)}" for sentence in tell_more(report, len(report.open_findings))]
    lines += [f"- {escape(remark)}" for remark in report.remarks]
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


def marker(package: str) -> str:
    """Return the mark of a comment about a package; it is shown to nobody."""
    return f"<!-- corrigenda: {re.sub('[^a-z0-9._/-]', '', package)} -->"


def _headline(report: Report) -> str:
    if report.is_broken:
        return f"nothing was judged, because the package is broken ({count(len(report.problems), 'problem')})"
    return count(len(report.open_findings), "finding")


def _problem(report: Report, problem: Problem) -> str:
    place = ":".join(str(part) for part in (problem.file, problem.line) if part)
    told = ": ".join(part for part in (problem.field, problem.what) if part)
    return f"| {escape(told)} | {_linked(report, place, problem.file, problem.line)} |"


def _linked(report: Report, shown: str, path: str, line: int) -> str:
    address = link(report, path, line)
    return f"[{escape(shown)}]({address})" if address else escape(shown)


def _compare(report: Report) -> Iterator[str]:
    """Yield what is new, changed and gone since the earlier state, then the cells that changed, then what is as before."""
    states = report.states()
    yield from (tell_states(report), "")
    about_change = [f for f in report.open_findings if f.rule in CHANGE_RULES]
    others = [f for f in report.open_findings if f.rule not in CHANGE_RULES]
    if about_change:
        yield from ("### To be accepted, or undone", "", *_list(report, about_change, 80), "", f"{HOW_TO_ACCEPT}", "")
    for state, word in ((State.NEW, "New"), (State.UPDATED, "Changed")):
        listed = [f for f in others if states[f.fingerprint] is state]
        yield from (f"### {word}", "", *_list(report, listed, 80), "") if listed else ()
    if report.gone:
        yield from ("### Gone", "")
        for one in report.gone[:80]:
            because = "; ".join(report.causes(one.fingerprint))
            yield f"- {escape(one.rule)}: {escape(one.message)}" + (f" Because: {escape(because)}." if because else "")
        yield ""
    for table, changed, more in list_tables(report.change) if report.change else ():
        yield from (f"### {escape(table.path)}: {count_rows(table)}", "", *(f"- {escape(line)}" for line in changed))
        yield from (f"- and {more:,} more", "") if more else ("",)
    same = [f for f in others if states[f.fingerprint] is State.UNCHANGED]
    if same:
        yield from (f"<details><summary>{len(same)} as before</summary>", "", *_list(report, same, 80), "", "</details>")


def _list(report: Report, findings: Sequence[Finding], shown: int) -> list[str]:
    """Put findings into a table, with the number of those that are left out."""
    lines = ["| | Verdict | Rule | Finding | Place |", "|---|---|---|---|---|"] if findings else []
    for finding in findings[:shown]:
        doubt = f" ({escape(finding.doubt)})" if finding.doubt else ""
        place = finding.places[0]
        where = _linked(report, str(place), place.path, place.line)
        because = "".join(f"<br>Because: {escape(cause)}" for cause in report.causes(finding.fingerprint))
        measured = report.reliability.get(finding.rule)
        rule = f"{finding.rule}<br>{escape(str(measured))}" if measured else finding.rule
        said = "".join(f"<br>Response: {escape(str(response))}" for response in finding.responses)
        known = "".join(f"<br>Known from: {link_source(source)}" for source in finding.sources[:_SOURCES])
        told = f"{escape(finding.message)}{doubt}{known}{because}{said}"
        lines.append(f"| {finding.level} | {finding.shown_verdict} | {rule} | {told} | {where} |")
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
