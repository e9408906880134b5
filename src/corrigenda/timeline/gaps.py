"""Every stated distance in time against what is printed, and against what is taken for granted as well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corrigenda.timeline.network.conflicts import cheapest_first, pick, thin
from corrigenda.timeline.network.solver import Budget, Network, Statement


@dataclass(frozen=True)
class GapClash:
    """Say that a gap, by its outer or its inner reading, clashes: with what, and how surely."""

    reading: Statement
    verdict: str
    clash: tuple[Statement, ...]


def judge_gaps(statements: Sequence[Statement], inner: Mapping[str, Statement], budget: Budget) -> Iterator[GapClash]:
    """Yield the gaps that clash; titles and names are no part of it, and one gap is not judged by another.

    Certain is what the outer reading cannot be, by what is printed alone; possible what it cannot be by what is taken
    for granted as well, or what the inner reading cannot be. Raises BudgetError where the budget is used up.
    """
    gaps = [s for s in statements if s.part == "gap"]
    told = [s for s in statements if s.basis != "reference" and s.part != "gap"]
    readings = [*gaps, *(inner[gap.statement_id] for gap in gaps)]
    if not gaps:
        return
    everything = [*told, *readings]
    network = Network([s.constraint for s in everything], budget)
    printed = sum(1 << place for place, s in enumerate(told) if s.basis == "printed")
    if network.clash(printed):
        return
    found: dict[str, GapClash] = {}
    asked = ((printed, 0, "certain"), ((1 << len(told)) - 1, 0, "possible"), (printed, len(gaps), "possible"))
    for base, offset, verdict in asked:
        if network.settle(base):
            continue
        for number, gap in enumerate(gaps):
            place = len(told) + offset + number
            if gap.statement_id not in found and network.clash_with(place):
                clash = thin(network, base | 1 << place, cheapest_first(everything))
                found[gap.statement_id] = GapClash(everything[place], verdict, pick(everything, clash))
                network.settle(base)
    yield from (found[gap.statement_id] for gap in gaps if gap.statement_id in found)
