"""Findings as text: a block each for a terminal, one line each for a log."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import replace

from corrigenda.errors import shorten
from corrigenda.report.bounds import ARTICLES, FINDINGS, SHORT, clip_finding, head, tell_more
from corrigenda.report.change import render_change_since, tell_states
from corrigenda.report.model import Report
from corrigenda.report.summary import tell_left_out
from corrigenda.results.coverage import ArticleCoverage, group_reasons
from corrigenda.results.finding import Finding, Place, Repair, Result, Severity
from corrigenda.values.wording import EMPTY, clip, count, sentence, visible

_ADD = "\n'corrigenda draft --text FILE --into PACKAGE' or 'corrigenda new article --text FILE' adds an article."
_COLOUR = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
WIDTH = 100
_LABEL = 13
_OPTIONS, _CELLS = 2, 6
# A line of a block: its label and its text.
Entry = tuple[str, str]


def render_text(report: Report, *, wide: bool = False, width: int = WIDTH, quiet: bool = False, colour: bool = False) -> str:
    """Render all findings, worst first, and a summary that says what could not be decided and why, unless it is to be `quiet`.

    With `wide`, a finding is a block of several lines and in colour; one on a line has its level in `colour`.
    A change goes between them; of a package that is broken there is nothing but its problems. Blocks are as wide as `width`.
    """
    problems = [visible(problem) for problem in shorten(report.problems)]
    if report.is_broken:
        return "\n".join(problems)
    shown = [_visible(clip_finding(finding)) for finding in report.open_findings[: FINDINGS["text"]]]
    if wide:
        blocks = [_block(finding, report, width) for finding in shown]
        findings = "\n\n".join(blocks) + ("\n" if blocks else "")
    else:
        findings = "\n".join(_line(finding, report, colour) for finding in shown)
    parts = ["\n".join(problems), findings, *tell_more(report, len(shown))]
    parts += [] if quiet else ["\n".join(render_change_since(report)), _summary(report, wide)]
    return "\n".join(part for part in parts if part)


def _line(finding: Finding, report: Report, colour: bool) -> str:
    """Put one finding on one line: where it is, what it says, and after that the cells and keys."""
    from click import style

    place = finding.places[0]
    level, sure = style(finding.level, fg=_COLOUR[finding.level]) if colour else str(finding.level), _sure(finding)
    parts = [f"{place.path}:{place.line}: {level}{f' ({sure})' if sure else ''}: {finding.message}"]
    if finding.claim_id in report.result.statements:
        parts.append(f"the claim: {visible(clip(report.result.statements[finding.claim_id], SHORT))}")
    if finding.doubt:
        parts.append(f"not certain, because {finding.doubt}")
    first = [repair for repair in finding.repairs if repair.option == finding.repairs[0].option]
    if first:
        parts.append(f"to repair: {'; '.join(dict.fromkeys(repair.allows for repair in first))}")
    parts += [f"response: {visible(str(response))}" for response in finding.responses]
    if finding.rule in report.reliability:
        parts.append(f"measured: {report.reliability[finding.rule]}")
    parts += [f"because {visible(cause)}" for cause in report.causes(finding.fingerprint)]
    printed = f' "{finding.printed}"' if finding.printed else ""
    parts.append(f"cell: {place.field}{printed}")
    parts += [f"change: {_change(repair)}" for repair in first]
    if finding.folded:
        parts.append(f"also found: {visible(', '.join(finding.folded))}")
    return " | ".join([*parts, finding.fingerprint])


def _block(finding: Finding, report: Report, width: int) -> str:
    from click import style

    level = style(" · ".join(filter(None, (finding.level, _sure(finding)))), fg=_COLOUR[finding.level], bold=True)
    head = f"{level} · {style(finding.rule, bold=True)}"
    entries = [*_write_words(finding, report), *_write_cells(finding)]
    # The fingerprint is what waive, respond and review ask for.
    entries.append(("finding", finding.fingerprint))
    message = textwrap.wrap(finding.message, max(width - 2, 20), break_long_words=False, break_on_hyphens=False)
    told = [f"  {style(line, fg=_COLOUR[finding.level])}" for line in message]
    return "\n".join([head, *told, *(_entry(*entry, width=width) for entry in entries)])


def _sure(finding: Finding) -> str:
    """Say how sure a finding is; a note on sourcing and precision is no clash, so that it is not called certain."""
    if finding.severity is Severity.NOTE:
        return "draft" if finding.drafts else ""
    return finding.shown_verdict


def _write_words(finding: Finding, report: Report) -> Iterator[Entry]:
    """Say what is claimed and printed, why it is not certain, what would repair it, and what is known of the rule."""
    if finding.claim_id in report.result.statements:
        yield "the claim", visible(clip(report.result.statements[finding.claim_id], SHORT))
    if finding.printed:
        yield "printed", f'"{finding.printed}"'
    if finding.doubt:
        yield "not certain", sentence(finding.doubt)
    options = list(dict.fromkeys(repair.option for repair in finding.repairs))
    for number, option in enumerate(options[:_OPTIONS]):
        allows = dict.fromkeys(repair.allows for repair in finding.repairs if repair.option == option)
        yield "to repair" if number == 0 else "or", sentence("; ".join(allows))
    if len(options) > _OPTIONS:
        yield "", f"And {count(len(options) - _OPTIONS, 'more way')}; --format json shows all."
    yield from (("response", visible(str(response))) for response in finding.responses)
    yield from (("because", visible(cause)) for cause in report.causes(finding.fingerprint))
    if finding.rule in report.reliability:
        yield "measured", sentence(str(report.reliability[finding.rule]))


def _write_cells(finding: Finding) -> Iterator[Entry]:
    """Show the cells that a finding points at, those that the nearest repairs change, and what else found it."""
    first, rest = finding.places[0], finding.places[1:]
    yield "cell", _place(first)
    for role, label in (("basis", "against"), ("context", "context")):
        shown = [place for place in rest if place.role == role]
        yield from ((label if number == 0 else "", _place(place)) for number, place in enumerate(shown[:_CELLS]))
        more = len(shown) - _CELLS + (finding.more_places if role == "basis" else 0)
        if more > 0:
            yield "", f"and {count(more, 'more cell')}; --format json shows {'all' if not finding.more_places else 'more'}"
    options = list(dict.fromkeys(repair.option for repair in finding.repairs))[:_OPTIONS]
    changes = [repair for repair in finding.repairs if repair.option in options]
    for number, repair in enumerate(changes):
        together = number > 0 and changes[number - 1].option == repair.option
        yield "change" if number == 0 else "and" if together else "or", _change(repair)
    if finding.folded:
        yield "also found", visible(", ".join(finding.folded))


def _place(place: Place) -> str:
    return f"{place.path}:{place.line} {place.field} = {place.value or EMPTY} [{place.row}]"


def _change(repair: Repair) -> str:
    cell = f"{repair.table}.{repair.field} of {repair.row}"
    return f"{cell} → {repair.value}" if repair.value else cell


def _entry(label: str, text: str, *, width: int) -> str:
    from click import style

    lines = textwrap.wrap(text, max(width - _LABEL - 2, 20), break_long_words=False, break_on_hyphens=False) or [""]
    first, *others = lines
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
        shown = "{} ({} certain, {} possible)".format
        parts = (count(n + m, s) if s is Severity.NOTE else shown(count(n + m, s), n, m) for s, n, m in tally)
        yield f"{count(len(report.open_findings), 'finding')}: {', '.join(parts)}."
    else:
        judged, undecided = (sum(getattr(c, name) for c in report.result.coverage) for name in ("judged", "undecided"))
        if not judged:
            yield "There is nothing to judge yet." + ("" if report.result.statements else _ADD)
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
        yield from _of_articles(result, "headline")
        if result.undecided:
            yield "data/found/undecided.csv names the rows that could not be decided."
        if result.unjudged:
            yield "data/found/unjudged.csv names the claims that no rule judges."


def _write_rest(report: Report) -> Iterator[str]:
    result = report.result
    yield from (f"{rule} did not run: {visible(reason)}." for rule, reason in result.not_run)
    yield from (f"{visible(note)}." for note in (*result.waiver_notes, *result.response_notes))


def _meanings(report: Report) -> list[str]:
    """Say what it is worth that nothing was found, article by article."""
    result = report.result
    if not report.is_whole:
        return ["Only some rules were asked for: what they do not look at was not judged."]
    return list(_of_articles(result, "meaning"))


def _of_articles(result: Result, what: str) -> Iterator[str]:
    shown, more = head(result.articles, ARTICLES)
    yield from (_of_article(article, getattr(article, what), result) for article in shown)
    if more:
        yield f"And {count(more, 'more article')}; data/found/article_coverage.csv has all."


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
        places=tuple(replace(p, path=visible(p.path), value=_safe(p.value), row=visible(p.row)) for p in finding.places),
        repairs=tuple(replace(r, value=_safe(r.value), row=visible(r.row), allows=visible(r.allows)) for r in finding.repairs),
    )


def _safe(text: str | None) -> str | None:
    return None if text is None else visible(text)
