"""Findings as text: a block each for a terminal, one line each for a log."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from corrigenda.errors import shorten
from corrigenda.report.change import render_change_since
from corrigenda.report.model import Report
from corrigenda.report.summary import tell_left_out
from corrigenda.results.change_rules import CHANGE_RULES
from corrigenda.results.coverage import ArticleCoverage, group_reasons
from corrigenda.results.finding import Finding, Place, Result, Severity, State
from corrigenda.values.wording import EMPTY, count, visible

_COLOUR = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
WIDTH = 100
_LABEL = 13
_OPTIONS = 2
_CELLS = 6
# A line of a block: its label, its text and the colour of the text.
Entry = tuple[str, str, str | None]


def render_text(report: Report, *, wide: bool = False, width: int = WIDTH, quiet: bool = False, colour: bool = False) -> str:
    """Render all findings, worst first, and a summary that says what could not be decided and why, unless it is to be `quiet`.

    With `wide`, a finding is a block of several lines and in colour; one on a line has its level in `colour`.
    A change goes between them; of a package that is broken there is nothing but its problems. Blocks are as wide as `width`.
    """
    problems = [visible(problem) for problem in shorten(report.problems)]
    if report.is_broken:
        return "\n".join(problems)
    if wide:
        blocks = [_block(_visible(finding), report, width) for finding in report.open_findings]
        findings = "\n\n".join(blocks) + ("\n" if blocks else "")
    else:
        findings = "\n".join(_line(_visible(finding), report, colour) for finding in report.open_findings)
    parts = ["\n".join(problems), findings]
    parts += [] if quiet else ["\n".join(render_change_since(report)), _summary(report, wide)]
    return "\n".join(part for part in parts if part)


def _line(finding: Finding, report: Report, colour: bool) -> str:
    """Put one finding on one line: place, what is shown, rule, message, claim, doubt, repair."""
    from click import style

    place = finding.places[0]
    printed = f' "{finding.printed}"' if finding.printed else ""
    level = style(finding.level, fg=_COLOUR[finding.level]) if colour else finding.level
    shown = f"{level}: {finding.shown_verdict}: {finding.fingerprint}"
    parts = [f"{place.path}:{place.line}: {shown}: {place.field}{printed}: {finding.message}"]
    if finding.claim_id in report.result.statements:
        parts.append(f"the claim: {visible(report.result.statements[finding.claim_id])}")
    if finding.doubt:
        parts.append(f"not certain, because {finding.doubt}")
    if finding.repairs:
        more = sum(repair.option == finding.repairs[0].option for repair in finding.repairs) - 1
        parts.append(f"nearest repair: {_repair(finding, 0)}" + (f" (with {count(more, 'more change')})" if more else ""))
    if finding.folded:
        parts.append(f"also found by {visible(', '.join(finding.folded))}")
    parts += [f"response: {visible(str(response))}" for response in finding.responses]
    if finding.rule in report.reliability:
        parts.append(f"measured: {report.reliability[finding.rule]}")
    parts += [f"because {visible(cause)}" for cause in report.causes(finding.fingerprint)]
    return " | ".join(parts)


def _block(finding: Finding, report: Report, width: int) -> str:
    from click import style

    # The fingerprint is what waive, respond and review ask for.
    level = style(f"{finding.level} · {finding.shown_verdict}", fg=_COLOUR[finding.level], bold=True)
    head = f"{level} · {style(finding.rule, bold=True)}{style(f':{finding.key}', dim=True)}"
    entries = [*_write_clash(finding, report)]
    if finding.doubt:
        entries.append(("doubt", finding.doubt, None))
    if finding.folded:
        entries.append(("also", visible(", ".join(finding.folded)), None))
    entries += [("response", visible(str(response)), None) for response in finding.responses]
    entries += [("because", visible(cause), None) for cause in report.causes(finding.fingerprint)]
    if finding.rule in report.reliability:
        entries.append(("measured", str(report.reliability[finding.rule]), None))
    entries += _write_repairs(finding)
    return "\n".join([head, *(_entry(*entry, width=width) for entry in entries)])


def _write_clash(finding: Finding, report: Report) -> Iterator[Entry]:
    """Say what is claimed and printed, what does not fit, and against which cells."""
    statements = report.result.statements
    if finding.claim_id in statements:
        yield "the claim", visible(statements[finding.claim_id]), None
    first, rest = finding.places[0], finding.places[1:]
    printed = f'"{finding.printed}"  ' if finding.printed else ""
    yield "printed" if printed else "the cell", printed + _place(first, bare=bool(printed)), None
    yield "does not fit" if finding.severity is not Severity.NOTE else "note", finding.message, _COLOUR[finding.level]
    for role, label in (("basis", "against"), ("context", "context")):
        shown = [place for place in rest if place.role == role]
        yield from ((label if number == 0 else "", _place(place), None) for number, place in enumerate(shown[:_CELLS]))
        if len(shown) > _CELLS:
            yield "", f"and {count(len(shown) - _CELLS, 'more cell')}; --format json shows all", None


def _write_repairs(finding: Finding) -> Iterator[Entry]:
    options = list(dict.fromkeys(repair.option for repair in finding.repairs))
    for number, repair in enumerate(finding.repairs):
        if repair.option in options[:_OPTIONS]:
            together = number > 0 and finding.repairs[number - 1].option == repair.option
            yield "to repair" if number == 0 else "and" if together else "or", _repair(finding, number), None
    if len(options) > _OPTIONS:
        yield "", f"and {count(len(options) - _OPTIONS, 'more way')}; --format json shows all", None


def _place(place: Place, bare: bool = False) -> str:
    where = f"{place.path}:{place.line} {place.field}"
    return where if bare else f"{where} = {place.value or EMPTY} [{place.row}]"


def _repair(finding: Finding, number: int) -> str:
    repair = finding.repairs[number]
    cell = f"{repair.table}.{repair.field} of {repair.row}"
    return f"{cell} → {repair.value}: {repair.allows}" if repair.value else f"{cell}: {repair.allows}"


def _entry(label: str, text: str, fg: str | None, *, width: int) -> str:
    from click import style

    lines = textwrap.wrap(text, max(width - _LABEL - 2, 20), break_long_words=False, break_on_hyphens=False) or [""]
    first, *others = (style(line, fg=fg) if fg else line for line in lines)
    return "\n".join([f"  {style(f'{label:<{_LABEL}}', dim=True)}{first}", *(" " * (_LABEL + 2) + line for line in others)])


def _summary(report: Report, wide: bool) -> str:
    """Say what was found, how much was read, and what could not be decided and why."""
    from click import style

    lines = [*_write_found(report), *_write_read(report), *_write_reach(report), *_write_rest(report)]
    return "\n".join([style(lines[0], bold=True), *lines[1:]] if wide else lines)


def _write_found(report: Report) -> Iterator[str]:
    """Say how much was found; where nothing was, what that is worth."""
    if report.open_findings:
        tally = [(s, certain, possible) for s, certain, possible in report.tally() if certain or possible]
        parts = (f"{count(certain + possible, s)} ({certain} certain, {possible} possible)" for s, certain, possible in tally)
        yield f"{count(len(report.open_findings), 'finding')}: {', '.join(parts)}."
    else:
        judged, undecided = (sum(getattr(c, name) for c in report.result.coverage) for name in ("judged", "undecided"))
        if not judged:
            yield "There is nothing to judge yet."
        elif undecided == judged:
            yield "Nothing could be decided, so nothing was found."
        elif undecided:
            yield f"Nothing was found that does not fit in what could be decided; {undecided:,} of {judged:,} rows could not."
        else:
            yield "Nothing was found that does not fit."
        yield from _meanings(report)
    yield from tell_left_out(report.result)
    if report.waived:
        yield f"{report.waived} more {'is' if report.waived == 1 else 'are'} waived."
    if report.earlier is not None:
        yield tell_states(report)


def _write_read(report: Report) -> Iterator[str]:
    """Say what was read, and which rules ran over it."""
    result, rules = report.result, len(report.rules) - len(report.result.not_run)
    if report.reference:
        yield f"What is known was taken from {visible(report.reference)}."
    read = f"Read {sum(result.rows.values()):,} rows of {len(result.rows)} tables"
    yield f"{read}; ran {count(rules, 'rule')} over {count(len(result.statements), 'claim')}."
    yield from map(visible, result.drafting.sentences)


def _write_reach(report: Report) -> Iterator[str]:
    """Say how many rows were judged, how many could not be decided and why, and what that means for each article."""
    result = report.result
    judged, undecided = sum(c.judged for c in result.coverage), sum(c.undecided for c in result.coverage)
    if judged:
        share = f"{undecided:,} of them ({undecided / judged:.0%}) could not be decided:" if undecided else "all of them could be decided."
        yield f"Judged {judged:,} rows; {share}"
    for reason, number, rules in group_reasons(result.coverage):
        yield f"  {number:>4}  {visible(reason)} ({', '.join(f'{rule} {rows}' if len(rules) > 1 else rule for rule, rows in rules)})"
    if report.is_whole:
        yield from (_of_article(article, article.headline, result) for article in result.articles)
        if result.undecided:
            yield "data/found/undecided.csv names the rows that could not be decided."
        if result.unjudged:
            yield "data/found/unjudged.csv names the claims that no rule judges."


def _write_rest(report: Report) -> Iterator[str]:
    result = report.result
    yield from (f"{rule} did not run: {visible(reason)}." for rule, reason in result.not_run)
    yield from (f"{visible(note)}." for note in (*result.waiver_notes, *result.response_notes))


def tell_states(report: Report) -> str:
    """Say in one sentence how the findings lie to the earlier state."""
    about_change = {finding.fingerprint for finding in report.result.findings if finding.rule in CHANGE_RULES}
    counts = Counter(state for name, state in report.states().items() if name not in about_change)
    new, changed, same = (counts[state] for state in (State.NEW, State.UPDATED, State.UNCHANGED))
    accept = f"; {len(about_change)} about the change itself" if about_change else ""
    return f"Compared with the earlier state: {new} new, {changed} changed, {same} as before, {len(report.gone)} gone{accept}."


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
