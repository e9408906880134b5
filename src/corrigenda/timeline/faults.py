"""The clashes of an article that are independent of one another, each with what would mend it and what then still clashes.

A smallest correction gives up nothing in vain: for each cell that it changes there is a clash that only this change
mends. These clashes are shown, one for each cell; once all the changes are made, nothing clashes any more, so that none
is left out. A clash of several cells can be mended at each of them: these are its options.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corrigenda.timeline.network.conflicts import cheapest_first, pick, thin
from corrigenda.timeline.network.diagnosis import Set
from corrigenda.timeline.network.solver import Budget, BudgetError, Network, Statement, bits

Clash = tuple[Statement, ...]


@dataclass(frozen=True)
class Option:
    """Offer to give up one statement of a clash; `still` are clashes that this alone leaves, None where that was too hard to find out."""

    given_up: Statement
    mends: bool
    still: tuple[Clash, ...] | None


@dataclass(frozen=True)
class IndependentClash:
    """Hold what one change of the preferred correction gives up, the smallest clash that it alone mends, and the options to mend that."""

    given_up: tuple[Statement, ...]
    clash: Clash
    options: tuple[Option, ...]


class Faults:
    """Divide what clashes into independent faults, on one network of the statements that can take part in a conflict."""

    def __init__(self, statements: Sequence[Statement], conflicts: Iterable[Set], *, complete: bool, budget: Budget) -> None:
        self.statements = sorted(statements, key=lambda s: s.statement_id)
        self.places = {s.statement_id: place for place, s in enumerate(self.statements)}
        self.network = Network([s.constraint for s in self.statements], budget)
        self.everything = (1 << len(self.statements)) - 1
        self.complete = complete
        self._order = cheapest_first(self.statements)
        known = [self._mask(conflict) for conflict in conflicts]
        self.known = sorted(known, key=self._size)
        # Each option is asked about each other clash, and mostly the same again: 400 dates of one event were 100,000 questions.
        self._within: dict[int, int] = {}
        self._picked: dict[int, Clash] = {}

    def divide(self, preferred: Set) -> tuple[IndependentClash, ...]:
        """Return a fault for each cell that a smallest correction changes, those that need no assumption first."""
        gone = self._mask(preferred)
        cells: dict[object, int] = {}
        for place in bits(gone):
            statement = self.statements[place]
            cell = statement.cells[0][:2] if statement.cells else statement.statement_id
            cells[cell] = cells.get(cell, 0) | 1 << place
        clashes = {group: self._best_clash(self.everything & ~gone | group) for group in cells.values()}
        ordered = sorted(clashes.items(), key=lambda item: self._size(item[1]))
        return tuple(
            IndependentClash(pick(self.statements, group), pick(self.statements, clash), tuple(self._options(gone, group, clashes)))
            for group, clash in ordered
        )

    def correct(self) -> Set:
        """Return a smallest correction that need not be the cheapest: keep whatever fits to what is dearer."""
        gone = 0
        self.network.settle(0)
        for place in reversed(self._order):
            if self.network.clash_with(place):
                gone |= 1 << place
            else:
                self.network.extend(place)
        return frozenset(self.statements[place].statement_id for place in bits(gone))

    def apart(self) -> tuple[IndependentClash, ...]:
        """Return known clashes that share nothing: what can be shown where no correction was found."""
        told: list[int] = []
        for conflict in self.known:
            if not any(conflict & other for other in told):
                told.append(conflict)
        return tuple(IndependentClash((), pick(self.statements, clash), ()) for clash in told)

    def _options(self, gone: int, group: int, clashes: dict[int, int]) -> Iterable[Option]:
        """Yield the options to mend one clash: what mends it by itself first, then what is cheap to give up."""
        options = []
        for place in bits(clashes[group]):
            given_up = 1 << place
            try:
                # What is known of the others is looked up, and 3,000 dates of one event look 9,000,000 times.
                self.network.budget.spend(1 + len(clashes) // 4)
                own = self._clash_within(self.everything & ~(gone & ~group | given_up))
                others = [(other, clash) for other, clash in clashes.items() if other != group]
                left = [own] + [
                    self._clash_within(self.everything & ~(gone & ~other | given_up)) if clash & given_up else clash
                    for other, clash in others
                ]
                found = list(dict.fromkeys(clash for clash in left if clash)) or [self._clash_within(self.everything & ~given_up)]
                still = tuple(self._pick(clash) for clash in found if clash)
                options.append(Option(self.statements[place], not own, still))
            except BudgetError:
                options.append(Option(self.statements[place], mends=False, still=None))
        return sorted(options, key=lambda o: (not o.mends, o.given_up.cost, o.given_up.statement_id))

    def _best_clash(self, combination: int) -> int:
        """Return the smallest known clash of a combination, or the one that spares what is cheap where that is smaller."""
        known = self._clash_within(combination)
        return known if self.complete else min(known, thin(self.network, combination, self._order), key=self._size)

    def _pick(self, clash: int) -> Clash:
        if clash not in self._picked:
            self._picked[clash] = pick(self.statements, clash)
        return self._picked[clash]

    def _clash_within(self, combination: int) -> int:
        """Return the best known clash of a combination, or look for one; 0 where there is none."""
        if combination not in self._within:
            self._within[combination] = self._find_within(combination)
        return self._within[combination]

    def _find_within(self, combination: int) -> int:
        self.network.budget.spend(1 + len(self.known) // 8)
        known = next((conflict for conflict in self.known if not conflict & ~combination), 0)
        if known or self.complete or not self.network.clash(combination):
            return known
        found = thin(self.network, combination, self._order)
        self.known.append(found)
        return found

    def _mask(self, names: Iterable[str]) -> int:
        return sum(1 << self.places[name] for name in names)

    def _size(self, combination: int) -> tuple[bool, int, int]:
        """Order clashes: those that need no assumption first, then the smaller ones, then by name."""
        is_assumed = any(self.statements[place].basis == "assumed" for place in bits(combination))
        return is_assumed, combination.bit_count(), combination
