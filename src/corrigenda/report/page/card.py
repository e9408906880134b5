"""One finding as a page shows it: its anchor, whole rows, repairs by option, and a note to the desk."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby

from corrigenda.report.bounds import FINDINGS, clip_finding, tell_more
from corrigenda.report.model import Report, RuleNote
from corrigenda.report.page.model import Article, CitedRow, Page
from corrigenda.results.finding import Finding, Repair, Severity, Verdict

_ANCHOR = re.compile(r"[a-z][a-z0-9.:/-]*")
MEANING = {
    Verdict.CERTAIN: "every reading of what is imprecise or unknown clashes",
    Verdict.POSSIBLE: "some readings of what is imprecise or unknown clash, others do not",
}


@dataclass(frozen=True)
class Card:
    """Hold one finding with what is shown with it; `number` counts findings from 1, worst first.

    `file` is the page that shows it, where that is another one than the page that links to it.
    """

    number: int
    anchor: str
    finding: Finding
    article: Article | None
    statement: str | None
    rows: tuple[CitedRow, ...]
    repairs: tuple[tuple[Repair, ...], ...]
    rule: RuleNote | None
    file: str = ""

    @property
    def at(self) -> str:
        """Return the address of the finding."""
        return f"{self.file}#{self.anchor}"

    @property
    def note(self) -> tuple[str, ...]:
        """Return the lines of a note that a desk can send on: what is where, what it does not fit, what would settle it."""
        return tuple(_write_note(self))


def make_cards(page: Page) -> list[Card]:
    """Return a card for every finding that a page shows, in the order of the report."""
    articles = {article.article_id: article for article in page.articles}
    statements = {**page.report.result.statements, **{c.claim_id: c.statement for a in page.articles for c in a.claims}}
    cards = []
    for number, finding in enumerate(map(clip_finding, page.report.result.findings[: FINDINGS["page"]]), 1):
        keys = dict.fromkeys((place.table, place.row) for place in finding.places)
        cards.append(
            Card(
                number,
                anchor_of(finding.fingerprint),
                finding,
                articles.get(finding.article_id or ""),
                statements.get(finding.claim_id or ""),
                tuple(page.row_of[key] for key in keys if key in page.row_of),
                tuple(tuple(ones) for _, ones in groupby(finding.repairs, key=lambda repair: repair.option)),
                page.rule_of.get(finding.rule),
            )
        )
    return cards


def tell_unshown(report: Report, cards: Collection[Card]) -> list[str]:
    """Say how many findings have no card."""
    return tell_more(report, sum(1 for card in cards if not card.finding.waived))


def anchor_of(fingerprint: str) -> str:
    """Return the permalink of a finding: its fingerprint, or a digest of it where that would not be readable in a link.

    >>> anchor_of("year-missing:art/march-19"), anchor_of("a:<b>")
    ('year-missing:art/march-19', 'finding-2a6795b4213f')
    """
    if _ANCHOR.fullmatch(fingerprint):
        return fingerprint
    return f"finding-{hashlib.sha256(fingerprint.encode()).hexdigest()[:12]}"


def _write_note(card: Card) -> Iterator[str]:
    finding = card.finding
    where = f'the article "{card.article.name}"' if card.article else finding.article_id or "the reference"
    yield f"For the desk, about {where}"
    if card.statement:
        yield f"What is claimed (in our words): {card.statement}"
    if finding.printed:
        yield f'Printed: "{finding.printed}"'
    yield f"What was noticed: {finding.message}"
    # A note is about sourcing and precision: no two statements clash in it.
    if finding.severity is not Severity.NOTE:
        yield f"How sure: {finding.shown_verdict}; {MEANING[finding.verdict]}."
    if finding.doubt:
        yield f"In doubt: {finding.doubt}."
    yield from (f"Known from: {source}" for source in finding.sources)
    for number, ones in enumerate(card.repairs[:3]):
        yield ("It would fit if " if number == 0 else "Or if ") + ", and ".join(tell_repair(repair) for repair in ones) + "."
    if card.rule:
        yield f"To settle: {card.rule.settle}"
    yield f"Cells: {'; '.join(str(place) for place in finding.places[:6])}. Finding {finding.fingerprint}."
    yield "This note says what does not fit together. It does not say which side is right."


def tell_repair(repair: Repair) -> str:
    """Say which cell could be changed, to what, and what that allows."""
    value = f" were {repair.value}" if repair.value else " were another"
    return f"{repair.field} of {repair.table} {repair.row}{value} ({repair.allows})"
