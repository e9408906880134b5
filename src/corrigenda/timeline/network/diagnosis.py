"""Which smallest sets of statements clash, and which smallest sets, given up, leave the rest in order.

Corrections are found cheapest first by a search over hitting sets of the conflicts known so far (Reiter, A
theory of diagnosis from first principles, 1987). A failure names its reasons, and these are thinned to a smallest
conflict by sparing one statement after the other (Belov and Marques-Silva, MUSer2, 2012, call it clause-set
refinement). Once all corrections are known, the conflicts are exactly their minimal hitting sets (Berge).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corrigenda.timeline.network.prune import entangled
from corrigenda.timeline.network.ranges import solve
from corrigenda.timeline.network.solver import Bounds, Budget, BudgetError, Network, Statement, bits, components

Set = frozenset[str]


@dataclass(frozen=True)
class Diagnosis:
    """Hold all smallest conflicts and corrections of a network, corrections by cost, then by name.

    `complete` is false where the cap or the budget was reached: then there may be more, and where
    there are neither, nothing can be said (`undecided`). What is named is a smallest conflict or correction even
    then; where the cap was reached, no correction costs less than those named.
    """

    conflicts: tuple[Set, ...] = ()
    corrections: tuple[Set, ...] = ()
    complete: bool = True

    @property
    def undecided(self) -> bool:
        """Tell whether not even consistency could be decided."""
        return not self.complete and not self.corrections and not self.conflicts

    @property
    def consistent(self) -> bool:
        """Tell whether all statements can be true together."""
        return self.complete and not self.conflicts


def diagnose(statements: Sequence[Statement], *, cap: int = 200, budget: Budget | None = None) -> Diagnosis:
    """Find all smallest conflicts and corrections, up to a number of each.

    A correction costs what its statements cost together; equal costs are ordered by name.
    Parts that share no event are solved apart, small ones first; a part that is too hard leaves no correction of the whole.
    """
    budget = budget or Budget()
    costs = {s.statement_id: s.cost for s in statements}
    try:
        statements = entangled(statements, budget)
    except BudgetError:
        return Diagnosis(complete=False)
    groups = components([s.constraint for s in statements])
    parts = [_diagnose_part([statements[n] for n in group], cap, budget) for group in sorted(groups, key=len)]
    complete = all(part.complete for part in parts)
    clashing = [part for part in parts if not part.consistent]
    corrections: list[Set] = [frozenset()] if clashing else []
    try:
        for part in clashing:
            both = {done | more for done in corrections for more in part.corrections}
            # The sets grow with every part, and are written out again for each.
            budget.spend(sum(map(len, both)) // 8)
            corrections = sorted(both, key=lambda c: (cost_of(c, costs), sorted(c)))
            complete = complete and len(corrections) <= cap
            corrections = corrections[:cap]
    except BudgetError:
        corrections, complete = [], False
    conflicts = sorted((conflict for part in parts for conflict in part.conflicts), key=lambda c: (len(c), sorted(c)))
    return Diagnosis(tuple(conflicts), tuple(corrections), complete)


def ranges(statements: Sequence[Statement], given_up: Set = frozenset(), budget: Budget | None = None) -> Bounds | None:
    """Return the days left for each event once some statements are given up; None where the rest still clashes."""
    return solve([s.constraint for s in statements if s.statement_id not in given_up], budget)


def cost_of(correction: Set, costs: Mapping[str, int]) -> int:
    """Return what giving up a set of statements costs."""
    return sum(costs[name] for name in correction)


@dataclass(order=True)
class _Node:
    """Hold one branch of the search: what is given up, what is kept for good, and the least it can cost."""

    bound: int
    names: tuple[str, ...]
    given_up: int = field(compare=False)
    kept: int = field(compare=False)


class _Search:
    """Look for corrections of one part of a network, cheapest first (A* over the conflicts known so far).

    Sets of statements are numbers with one bit for each, the cheapest lowest.
    """

    def __init__(self, statements: Sequence[Statement], budget: Budget) -> None:
        ordered = sorted(statements, key=lambda s: (s.cost, s.statement_id))
        self.names = [s.statement_id for s in ordered]
        self.costs = [s.cost for s in ordered]
        self.everything = (1 << len(ordered)) - 1
        self.budget = budget
        self.network = Network([s.constraint for s in ordered], budget)
        self.conflicts: list[int] = []
        self._holding: list[int] = []

    def named(self, combination: int) -> Set:
        """Return the names of a set of statements."""
        return frozenset(self.names[place] for place in bits(combination))

    def corrections(self) -> Iterator[int]:
        """Yield all smallest corrections; the empty one where everything holds."""
        heap = [_Node(0, (), 0, 0)]
        found: list[int] = []
        while heap:
            node = heapq.heappop(heap)
            self.budget.spend(1 + len(found) + len(self.conflicts))
            given_up = node.given_up
            if any(not correction & ~given_up for correction in found):
                continue
            bound = self._bound(given_up, node.kept)
            if bound is None:
                continue
            if bound > node.bound:
                heapq.heappush(heap, _Node(bound, node.names, given_up, node.kept))
                continue
            conflict = self._open_conflict(given_up, node.kept) or self._new_conflict(self.everything & ~given_up)
            if not conflict:
                if all(self._new_conflict(self.everything & ~given_up | 1 << place) for place in bits(given_up)):
                    found.append(given_up)
                    yield given_up
                continue
            # Each child gives up one statement and keeps those before it, so that no set is met twice.
            kept = node.kept
            for place in bits(conflict & ~node.kept):
                child = given_up | 1 << place
                heapq.heappush(heap, _Node(node.bound, tuple(sorted((*node.names, self.names[place]))), child, kept))
                kept |= 1 << place

    def _open_conflict(self, given_up: int, kept: int) -> int:
        """Return the known conflict that leaves least to choose, or 0 where all are resolved."""
        unresolved = [conflict for conflict in self.conflicts if not conflict & given_up]
        return min(unresolved, key=lambda conflict: ((conflict & ~kept).bit_count(), conflict), default=0)

    def _new_conflict(self, combination: int) -> int:
        """Return a smallest conflict within a combination, or 0 where it holds; what is known already is not searched again."""
        self.budget.spend(len(self.conflicts) + len(self._holding))
        known = next((conflict for conflict in self.conflicts if not conflict & ~combination), 0)
        if known or any(not combination & ~holding for holding in self._holding):
            return known
        clash = self.network.clash(combination)
        if not clash:
            self._holding.append(combination | self.network.met(self.everything & ~combination))
            return 0
        for place in bits(clash):
            if clash >> place & 1:
                clash = self.network.clash(clash & ~(1 << place)) or clash
        self.conflicts.append(clash)
        return clash

    def _bound(self, given_up: int, kept: int) -> int | None:
        """Return the least that a correction from here costs (conflicts that share no name add up), None where there is none."""
        bound = sum(self.costs[place] for place in bits(given_up))
        used = 0
        for conflict in self.conflicts:
            if not conflict & given_up:
                free = conflict & ~kept
                if not free:
                    return None
                if not free & used:
                    bound += self.costs[(free & -free).bit_length() - 1]
                    used |= free
        return bound


def _diagnose_part(statements: Sequence[Statement], cap: int, budget: Budget) -> Diagnosis:
    search = _Search(statements, budget)
    found: list[int] = []
    conflicts: list[int] | None = None
    try:
        for correction in search.corrections():
            found.append(correction)
            if len(found) > cap:
                break
        else:
            conflicts = minimal_hitting_sets(found, cap, budget)
    except BudgetError:
        conflicts = None
    if found == [0]:
        return Diagnosis()
    shown = search.conflicts if conflicts is None else conflicts
    corrections = sorted(found[:cap], key=lambda c: (sum(search.costs[place] for place in bits(c)), sorted(search.named(c))))
    return Diagnosis(tuple(map(search.named, shown)), tuple(map(search.named, corrections)), conflicts is not None)


def minimal_hitting_sets(sets: Sequence[int], cap: int, budget: Budget) -> list[int] | None:
    """Return all smallest sets that share a bit with each of the sets, or None where there are more than the cap (Berge)."""
    found = [0]
    for one in sets:
        hit = [f for f in found if f & one]
        wider = {f | 1 << place for f in found if not f & one for place in bits(one)}
        budget.spend(len(found) + len(wider) * len(hit) // 32)
        found = hit + [w for w in wider if not any(not h & ~w for h in hit)]
        if len(found) > 20 * cap:
            return None
    return found if len(found) <= cap else None
