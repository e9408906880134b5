"""Findings as text: a block each for a terminal, one line each for a log."""

from __future__ import annotations

import textwrap
from collections import Counter
from dataclasses import replace

from corrigenda.report.model import Report
from corrigenda.results.coverage import ArticleCoverage
from corrigenda.results.finding import Finding, Place, Result, Severity, State, Verdict
from corrigenda.values.wording import EMPTY, count, visible

_COLOUR = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_WIDTH = 100
_LABEL = 13
_OPTIONS = 2


def render_text(report: Report, *, wide: bool = False) -> str:
    """Render all findings, worst first, and a summary that says what could not be decided and why."""
    if wide:
        blocks = [_block(_visible(finding), report) for finding in report.open_findings]
        findings = "\n\n".join(blocks) + ("\n" if blocks else "")
    else:
        findings = "\n".join(_line(_visible(finding), report) for finding in report.open_findings)
    return (findings + "\n" if findings else "") + _summary(report, wide)


def _line(finding: Finding, report: Report) -> str:
    """Put one finding on one line: place, what is shown, rule, message, claim, doubt, repair."""
    place = finding.places[0]
    printed = f' "{finding.printed}"' if finding.printed else ""
    parts = [
        f"{place.path}:{place.line}: {finding.level}: {finding.verdict}: {finding.fingerprint}: {place.field}{printed}: {finding.message}"
    ]
    if finding.claim_id in report.result.statements:
        parts.append(f"the claim: {visible(report.result.statements[finding.claim_id])}")
    if finding.doubt:
        parts.append(f"not certain, because {finding.doubt}")
    if finding.repairs:
        more = sum(repair.option == finding.repairs[0].option for repair in finding.repairs) - 1
        parts.append(f"nearest repair: {_repair(finding, 0)}" + (f" (with {count(more, 'more change')})" if more else ""))
    parts += [f"response: {visible(str(response))}" for response in finding.responses]
    if finding.rule in report.reliability:
        parts.append(f"measured: {report.reliability[finding.rule]}")
    return " | ".join(parts)


def _block(finding: Finding, report: Report) -> str:
    from click import style

    statements = report.result.statements
    # The fingerprint is what waive, respond and review ask for.
    head = style(f"{finding.level} · {finding.verdict}", fg=_COLOUR[finding.level], bold=True)
    lines = [f"{head} · {style(finding.rule, bold=True)}{style(f':{finding.key}', dim=True)}"]
    if finding.claim_id in statements:
        lines.append(_entry("the claim", visible(statements[finding.claim_id])))
    first, rest = finding.places[0], finding.places[1:]
    lines.append(
        _entry(
            "printed" if finding.printed else "the cell",
            (f'"{finding.printed}"  ' if finding.printed else "") + _place(first, bare=bool(finding.printed)),
        )
    )
    lines.append(_entry("does not fit" if finding.severity is not Severity.NOTE else "note", finding.message, fg=_COLOUR[finding.level]))
    for role, label in (("basis", "against"), ("context", "context")):
        shown = [place for place in rest if place.role == role]
        for number, place in enumerate(shown[:6]):
            lines.append(_entry(label if number == 0 else "", _place(place)))
        if len(shown) > 6:
            lines.append(_entry("", f"and {len(shown) - 6} more cells; --format json shows all"))
    if finding.doubt:
        lines.append(_entry("doubt", finding.doubt))
    lines += [_entry("response", visible(str(response))) for response in finding.responses]
    if finding.rule in report.reliability:
        lines.append(_entry("measured", str(report.reliability[finding.rule])))
    options = list(dict.fromkeys(repair.option for repair in finding.repairs))
    for number, repair in enumerate(finding.repairs):
        if repair.option in options[:_OPTIONS]:
            together = number > 0 and finding.repairs[number - 1].option == repair.option
            lines.append(_entry("to mend" if number == 0 else "and" if together else "or", _repair(finding, number)))
    if len(options) > _OPTIONS:
        lines.append(_entry("", f"and {len(options) - _OPTIONS} more ways; --format json shows all"))
    return "\n".join(lines)


def _place(place: Place, bare: bool = False) -> str:
    where = f"{place.path}:{place.line} {place.field}"
    return where if bare else f"{where} = {place.value or EMPTY} [{place.row}]"


def _repair(finding: Finding, number: int) -> str:
    repair = finding.repairs[number]
    cell = f"{repair.table}.{repair.field} of {repair.row}"
    return f"{cell} → {repair.value}: {repair.allows}" if repair.value else f"{cell}: {repair.allows}"


def _entry(label: str, text: str, fg: str | None = None) -> str:
    from click import style

    lines = textwrap.wrap(text, _WIDTH - _LABEL - 2, break_long_words=False, break_on_hyphens=False) or [""]
    first, *others = (style(line, fg=fg) if fg else line for line in lines)
    return "\n".join([f"  {style(f'{label:<{_LABEL}}', dim=True)}{first}", *(" " * (_LABEL + 2) + line for line in others)])


def _summary(report: Report, wide: bool) -> str:
    """Say what was found, how much was read, and what could not be decided and why."""
    from click import style

    result, counts = report.result, report.count()
    claims, rules = len(result.statements), len(report.rules) - len(result.not_run)
    lines = []
    if not report.open_findings:
        lines.append("Nothing was found that does not fit." if any(c.judged for c in result.coverage) else "There is nothing to judge yet.")
        lines += _meanings(report)
    else:
        parts = []
        for severity in Severity:
            certain, possible = (counts.get((severity, verdict), 0) for verdict in (Verdict.CERTAIN, Verdict.POSSIBLE))
            if certain or possible:
                word = f"{severity}s" if certain + possible > 1 else str(severity)
                parts.append(f"{certain + possible} {word} ({certain} certain, {possible} possible)")
        lines.append(f"{count(len(report.open_findings), 'finding')}: {', '.join(parts)}.")
    if report.waived:
        lines.append(f"{report.waived} more {'is' if report.waived == 1 else 'are'} waived.")
    if report.earlier is not None:
        lines.append(tell_states(report))
    if report.reference:
        lines.append(f"What is known was taken from {visible(report.reference)}.")
    read = sum(result.rows.values())
    lines.append(f"Read {read:,} rows of {len(result.rows)} tables; ran {count(rules, 'rule')} over {count(claims, 'claim')}.")
    judged, undecided = sum(c.judged for c in result.coverage), sum(c.undecided for c in result.coverage)
    if judged:
        lines.append(
            f"Judged {judged:,} rows; {undecided:,} of them ({undecided / judged:.0%}) could not be decided:"
            if undecided
            else f"Judged {judged:,} rows; all of them could be decided."
        )
    reasons = sorted(
        ((count, c.rule, reason) for c in result.coverage for reason, count in c.reasons), key=lambda item: (-item[0], *item[1:])
    )
    lines += [f"  {count:>4}  {rule}: {visible(reason)}" for count, rule, reason in reasons]
    if report.is_whole:
        lines += [_of_article(article, article.headline, result) for article in result.articles]
        lines += ["data/found/unjudged.csv names the claims that no rule judges."] if result.unjudged else []
    lines += [f"{rule} did not run: {visible(reason)}." for rule, reason in result.not_run]
    lines += [f"{visible(note)}." for note in (*result.waiver_notes, *result.response_notes)]
    if wide and lines:
        lines[0] = style(lines[0], bold=True)
    return "\n".join(lines)


def tell_states(report: Report) -> str:
    """Say in one sentence how the findings lie to the earlier state."""
    counts = Counter(report.states().values())
    new, changed, same = (counts[state] for state in (State.NEW, State.UPDATED, State.UNCHANGED))
    return f"Beside the earlier state: {new} new, {changed} changed, {same} as before, {len(report.gone)} gone."


def _meanings(report: Report) -> list[str]:
    """Say what it is worth that nothing was found, article by article."""
    result = report.result
    if not report.is_whole:
        return ["Only some rules were asked for: what they do not look at was not judged."]
    return [_of_article(article, article.meaning, result) for article in result.articles]


def _of_article(article: ArticleCoverage, told: str, result: Result) -> str:
    return told if len(result.articles) == 1 else f"{visible(article.article_id)}: {told}"


def _visible(finding: Finding) -> Finding:
    """Return the finding with every text in it made safe to print."""
    return replace(
        finding,
        key=visible(finding.key),
        claim_id=_safe(finding.claim_id),
        message=visible(finding.message),
        doubt=_safe(finding.doubt),
        printed=_safe(finding.printed),
        places=tuple(replace(p, value=_safe(p.value), row=visible(p.row)) for p in finding.places),
        repairs=tuple(replace(r, value=_safe(r.value), row=visible(r.row), allows=visible(r.allows)) for r in finding.repairs),
    )


def _safe(text: str | None) -> str | None:
    return None if text is None else visible(text)
