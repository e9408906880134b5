"""Cards put together for a page: by severity, and those that rest on the same cells as one; and what a page says first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from corrigenda.report.model import Report
from corrigenda.report.page.card import Card
from corrigenda.report.page.chart import Chart, Clash
from corrigenda.results.finding import Finding, Severity
from corrigenda.values.wording import count

Cells = frozenset[tuple[str, str, str]]


@dataclass
class Lead:
    """Hold the worst finding about some cells, and the further findings that rest on the same ones."""

    card: Card
    others: list[Card] = field(default_factory=list)

    @property
    def size(self) -> int:
        """Return the number of findings."""
        return 1 + len(self.others)


def group_cards(cards: Iterable[Card]) -> list[tuple[Severity, list[Lead]]]:
    """Put cards, worst first, into one group a severity; a finding goes to an earlier one if either rests on no cell but the other's."""
    leads: list[tuple[Lead, Cells]] = []
    holding: dict[tuple[str, str, str], list[int]] = {}
    beginning: dict[tuple[str, str, str], list[int]] = {}
    for card in cards:
        own = _basis(card.finding)
        # A lead that rests on all these cells, or one whose first cell is here and the others too.
        holders: list[list[int]] = sorted((holding.get(cell, []) for cell in own), key=len)
        near = set(holders[0] if holders else ())
        near.update(number for cell in own for number in beginning.get(cell, []))
        fitting = [n for n in sorted(near) if own <= leads[n][1] or leads[n][1] <= own]
        if fitting:
            leads[fitting[0]][0].others.append(card)
            continue
        for cell in own:
            holding.setdefault(cell, []).append(len(leads))
        if own:
            beginning.setdefault(min(own), []).append(len(leads))
        leads.append((Lead(card), own))
    groups: dict[Severity, list[Lead]] = {}
    for lead, _ in leads:
        groups.setdefault(lead.card.finding.level, []).append(lead)
    return sorted(groups.items(), key=lambda group: list(Severity).index(group[0]))


def find_worst(cards: Iterable[Card]) -> Card | None:
    """Return the worst finding that nobody has accepted; None where there are only notes, or none."""
    return next((c for c in cards if not c.finding.waived and c.finding.level is not Severity.NOTE), None)


def tell_worst(report: Report, worst: Card | None) -> str:
    """Say in one sentence what cannot all be true, or that nothing found is of that kind."""
    if worst is None:
        notes = len(report.open_findings)
        return "Nothing was found that cannot be true." + (
            f" There {'is' if notes == 1 else 'are'} {count(notes, 'note')}." if notes else ""
        )
    if worst.finding.level is not Severity.ERROR:
        return "Nothing was found that certainly cannot be true. Look at this first."
    clash = _clash_of(worst.finding, worst.article.chart if worst.article else None)
    if clash is None:
        return worst.finding.message
    texts = [one.text for one in clash.statements]
    return f"These cannot all be true: {'; '.join(texts[:-1])}{';' if len(texts) > 2 else ','} and {texts[-1]}."


def _basis(finding: Finding) -> Cells:
    return frozenset((place.table, place.row, place.field) for place in finding.places if place.role == "basis")


def _clash_of(finding: Finding, chart: Chart | None) -> Clash | None:
    """Return the clash of the timeline that a finding is about: all of it is said in rows that the finding points at."""
    rows = {(place.table, place.row) for place in finding.places}
    clashes: Sequence[Clash] = chart.clashes if chart else ()
    return next((c for c in clashes if all(one.cell is not None and one.cell[:2] in rows for one in c.statements)), None)
