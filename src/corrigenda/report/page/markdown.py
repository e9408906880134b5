"""The content of a page as Markdown: what was found, of how much, and each finding with its cells, repairs and doubts."""

from __future__ import annotations

from collections.abc import Iterator

from corrigenda.report.markup import escape, link_source
from corrigenda.report.page.card import Card, make_cards, tell_repair, tell_unshown
from corrigenda.report.page.chart import Chart, ChartStatement, tell
from corrigenda.report.page.groups import find_worst, group_cards, tell_worst
from corrigenda.report.page.map import lay_out
from corrigenda.report.page.model import Article, Page, Source
from corrigenda.report.summary import cover, tell_cover, tell_findings, tell_left_out
from corrigenda.report.template import shape
from corrigenda.results.finding import Severity
from corrigenda.values.wording import EMPTY, count


def render_outline(page: Page) -> str:
    """Render a page as Markdown."""
    return "\n".join(_write(page)) + "\n"


def _write(page: Page) -> Iterator[str]:
    report, cards = page.report, make_cards(page)
    covered = cover(report.result, [c.claim_id for article in page.articles for c in article.claims])
    only = page.articles[0] if len(page.articles) == 1 else None
    yield f"# {escape(only.name if only else report.package)}"
    yield ""
    worst = find_worst(cards)
    yield f"**{escape(tell_worst(report, worst))}**"
    yield ""
    if worst and worst.finding.message != tell_worst(report, worst):
        yield from (f"> {escape(worst.finding.message)}", "")
    yield f"{tell_findings(len(report.open_findings), covered)}. {tell_cover(covered, is_whole=report.is_whole)}"
    yield ""
    for severity, certain, possible in report.tally():
        yield f"- {count(certain + possible, severity)}: {certain} certain, {possible} possible"
    if report.waived:
        yield f"- {count(report.waived, 'more finding')} accepted by a waiver"
    yield from (f"- `{rule}` did not run: {escape(reason)}" for rule, reason in report.result.not_run)
    yield from (f"- {escape(sentence)}" for sentence in [*tell_left_out(report.result), *tell_unshown(report, cards)])
    yield from ("", "## Findings")
    yield from _write_cards(cards, page)
    for article in page.articles:
        yield from _write_article(article, cards, len(page.articles) > 1)
    yield from _write_coverage(page)
    yield from ("", f"Made from {escape(report.data)}, `{report.package_digest}`, by the program {report.program_version}.")


def _write_cards(cards: list[Card], page: Page) -> Iterator[str]:
    """Write the cards by severity, those on the same cells under the worst of them, and notes folded where there is more than notes."""
    groups = group_cards(cards)
    for level, leads in groups:
        is_folded = level is Severity.NOTE and len(groups) > 1
        if is_folded:
            yield from ("", f"<details><summary>{count(sum(lead.size for lead in leads), 'finding')} among the notes</summary>")
        for lead in leads:
            yield from _write_card(lead.card, page)
            for card in lead.others:
                yield from _write_card(card, page, "####")
        if is_folded:
            yield from ("", "</details>")


def _write_article(article: Article, cards: list[Card], several: bool) -> Iterator[str]:
    which = f": {escape(article.name)}" if several else ""
    paragraphs, _ = lay_out(article, cards)
    yield from ("", f"## The article as a map{which}", "", "| Passage | Characters | Printed | Findings |", "|---|---|---|---|")
    for block in (block for blocks in paragraphs for block in blocks):
        printed = "; ".join(dict.fromkeys(escape(w.words) for w in block.passage.words if w.words))
        found = ", ".join(f"{shape(c.finding.level, c.finding.verdict)} {c.number}" for c in block.cards)
        yield f"| {block.passage.paragraph}.{block.passage.sentence} | {block.passage.start}–{block.passage.end} | {printed} | {found} |"
    if article.chart and article.chart.tracks:
        yield from ("", f"## What the article says about times, compared with what is known{which}", "")
        yield from _write_chart(article.chart)
    if article.sources:
        yield from ("", f"## Who says so{which}", "")
        yield from _write_sources(article.sources, 0)


def _write_chart(chart: Chart) -> Iterator[str]:
    yield f"{count(chart.statements, 'statement')} about time: {chart.verdict}."
    yield from ("", "| | | Known or printed | Left |", "|---|---|---|---|")
    for track in chart.tracks:
        left = tell(track.bounds) if any(track.bounds) else ""
        printed = ", ".join(f"“{escape(words)}”" for words in track.printed)
        yield f"| {track.kind} | {escape(track.label)} {printed} | {'; '.join(tell(days) for days in track.days[:3])} | {left} |"
    for number, clash in enumerate(chart.clashes, 1):
        yield from ("", f"Clash {number}: these cannot all be true", "")
        yield from (f"- {_tell(one)}" for one in clash.statements)
    for number, mend in enumerate(chart.mends, 1):
        yield from ("", f"Repair {number}{' (preferred)' if number == 1 else ''}: without all of these, everything else can be true", "")
        yield from (f"- {_tell(c.statement)}" + (f" → {escape(c.instead)} would fit" if c.instead else "") for c in mend.changes)
        yield from (f"- But {escape(doubt)}" for doubt in mend.doubts)


def _tell(one: ChartStatement) -> str:
    return f"{escape(one.text)} ({one.basis})"


def _write_sources(sources: tuple[Source, ...], depth: int) -> Iterator[str]:
    for source in sources:
        belongs = f", {escape(source.affiliation)}" if source.affiliation else ""
        yield f"{'  ' * depth}- {escape(source.label)} ({source.naming}{belongs}): {count(len(source.claims), 'claim')}"
        yield from _write_sources(source.rests_on, depth + 1)


def _write_card(card: Card, page: Page, heading: str = "###") -> Iterator[str]:
    finding = card.finding
    yield from ("", f"{heading} {card.number}. {shape(finding.level, finding.verdict)} {escape(finding.message)}", "")
    yield f"{finding.level}, {finding.shown_verdict}, `{finding.rule}`, `{escape(finding.fingerprint)}`"
    yield ""
    if card.statement:
        yield f"- The claim: {escape(card.statement)}"
    if finding.printed:
        yield f"- Printed: “{escape(finding.printed)}”"
    yield from (f"- {place.role}: {escape(str(place))} = {escape(place.value or EMPTY)}" for place in finding.places)
    if finding.doubt:
        yield f"- Doubt: {escape(finding.doubt)}"
    yield from (f"- It would fit if {' and '.join(escape(tell_repair(repair)) for repair in ones)}" for ones in card.repairs)
    yield from (f"- Known from: {link_source(source)}" for source in finding.sources)
    yield f"- Reliability of the rule: {escape(str(page.report.reliability.get(card.finding.rule) or 'not measured'))}"
    if finding.waived:
        yield f"- Waiver: {escape(finding.waived)}"
    yield from (f"- Response: {escape(str(response))}" for response in finding.responses)


def _write_coverage(page: Page) -> Iterator[str]:
    result = page.report.result
    yield from ("", "## What was judged, and what was not", "")
    yield from ("| Rule | Of | Rows | Certain | Possible | Fit | Undecided | Why not decided |", "|---|---|---|---|---|---|---|---|")
    for c in result.coverage:
        why = "; ".join(f"{number} × {escape(reason)}" for reason, number in c.reasons)
        of = escape(c.article_id or "reference")
        yield f"| {c.rule} | {of} | {c.judged} | {c.certain} | {c.possible} | {c.consistent} | {c.undecided} | {why} |"
    yield from (f"- {escape(sentence)}" for sentence in result.drafting.sentences)
    yield from (f"- {escape(note)}" for note in (*result.waiver_notes, *result.response_notes))
    if result.unjudged:
        yield from ("", "### Claims that no rule judges", "")
        yield from (f"- {escape(result.statements.get(claim, claim))}" for claim, _ in result.unjudged)
