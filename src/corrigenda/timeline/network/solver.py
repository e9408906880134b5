"""The constraint network of one article: which days are left for each event, or which statements leave none.

Every constraint is either a set of days that one event allows, or a distance in calendar months and days
between two. Such constraints are closed under taking the earlier (or the later) of two solutions, so that raising
every first day, or lowering every last day, until nothing moves is exact: the first days left are a solution, and
so are the last ones (Jeavons and Cooper, Tractable constraints on ordered domains, 1995). Only a choice between
constraints (`Either`) needs branching. Each raised day remembers the constraints that raised it, so that a failure
names its reasons, and a branch whose reasons lie elsewhere ends the whole choice (Prosser, Hybrid algorithms for
the constraint satisfaction problem, 1993).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from corrigenda.timeline.network.constraints import (
    Budget,
    BudgetError,
    Constraint,
    Distance,
    Either,
    Plain,
    Recurring,
    Statement,
    Within,
    events_of,
    shift,
)
from corrigenda.timeline.network.propagation import Push, Pushes, add, pushes_of, raise_days, remove
from corrigenda.values.edtf import EARLIEST, LATEST

__all__ = [
    "Bounds", "Budget", "BudgetError", "Constraint", "Distance", "Either", "Network", "Plain", "Recurring", "Statement",
    "Within", "components", "events_of", "holds", "is_met",
]  # fmt: skip

Bounds = dict[str, tuple[int, int]]
DEEPEST = 500


def holds(constraints: Sequence[Constraint], budget: Budget | None = None) -> bool:
    """Tell whether some days satisfy all constraints; cheaper than solving, for one solution is enough."""
    return not Network(constraints, budget or Budget()).clash((1 << len(constraints)) - 1)


def is_met(constraint: Constraint, days: Mapping[str, int]) -> bool:
    """Tell whether given days satisfy a constraint."""
    if isinstance(constraint, Either):
        return any(is_met(option, days) for option in constraint.options)
    event = days[constraint.event]
    if not isinstance(constraint, Distance):
        return constraint.next(event) == event
    anchor = days[constraint.anchor]
    if constraint.least is not None and event < shift(anchor, constraint.least):
        return False
    return constraint.most is None or event <= shift(anchor, constraint.most)


def components(constraints: Sequence[Constraint]) -> list[list[int]]:
    """Divide constraints, by number, into groups that share no event, in order of their first one."""
    group: dict[str, str] = {}

    def root(event: str) -> str:
        while (above := group.setdefault(event, event)) != event:
            group[event] = group[above]
            event = above
        return event

    events = [events_of(constraint) for constraint in constraints]
    for ones in events:
        for other in ones[1:]:
            group[root(other)] = root(ones[0])
    parts: dict[str | None, list[int]] = {}
    for number, ones in enumerate(events):
        parts.setdefault(root(ones[0]) if ones else None, []).append(number)
    return list(parts.values())


class Network:
    """Hold constraints ready to be tried in many combinations; a combination is a number with one bit for each."""

    def __init__(self, constraints: Sequence[Constraint], budget: Budget) -> None:
        self.constraints = constraints
        self.budget = budget
        self.days: dict[str, int] = {}
        self._start = {event: EARLIEST for c in constraints for event in events_of(c)}
        self._plain = [None if isinstance(c, Either) else pushes_of(c, 1 << n) for n, c in enumerate(constraints)]
        # The options of choices have bits of their own, above those of the constraints.
        self._options: dict[int, list[tuple[Plain, int, list[tuple[str, Push]]]]] = {}
        above = len(constraints)
        for number, constraint in enumerate(constraints):
            if isinstance(constraint, Either):
                numbered = enumerate(constraint.options, above)
                self._options[number] = [(option, 1 << at, pushes_of(option, 1 << at)) for at, option in numbered]
                above += len(constraint.options)
        self._pushes: Pushes = {}
        self._why: dict[str, int] = {}
        self._settled: tuple[dict[str, int], dict[str, int]] | None = None
        self._kept = 0

    def clash(self, combination: int) -> int:
        """Return constraints out of a combination that cannot all be true, or 0 where they can.

        What is returned need not be smallest. Where all holds, `days` has the earliest days that were found.
        """
        self._pushes = {}
        choices: list[int] = []
        for number in bits(combination):
            plain = self._plain[number]
            if plain is None:
                choices.append(number)
            else:
                add(self._pushes, plain)
        self.budget.spend(combination.bit_count())
        return self._find(choices, dict(self._start), dict.fromkeys(self._start, 0), list(self._pushes), 0)

    def settle(self, combination: int) -> int:
        """Keep a combination, so that `clash_with` looks only at what one more constraint moves; return what clashes, or 0."""
        clash = self.clash(combination)
        self._settled = None if clash or self._has_choices(combination) else (dict(self.days), dict(self._why))
        self._kept = combination
        return clash

    def clash_with(self, number: int) -> int:
        """Return constraints that cannot all be true once one more is added to what was settled, or 0 where all holds."""
        plain = self._plain[number]
        if self._settled is None or plain is None:
            return self.clash(self._kept | 1 << number)
        days, why = self._settled
        if is_met(self.constraints[number], days):
            return 0
        add(self._pushes, plain)
        self.budget.spend(1 + len(days) // 16)
        clash = raise_days(self._pushes, dict(days), dict(why), [source for source, _ in plain], LATEST, self.budget)
        remove(self._pushes, plain)
        return clash

    def extend(self, number: int) -> None:
        """Add one more constraint, with which all holds, to what was settled."""
        self._kept |= 1 << number
        plain = self._plain[number]
        if self._settled is None or plain is None:
            self.settle(self._kept)
            return
        days, why = self._settled
        add(self._pushes, plain)
        raise_days(self._pushes, days, why, [source for source, _ in plain], LATEST, self.budget)

    def _has_choices(self, combination: int) -> bool:
        return any(combination >> number & 1 for number in self._options)

    def met(self, combination: int) -> int:
        """Return those of a combination that the days found last satisfy."""
        self.budget.spend(combination.bit_count())
        return sum(1 << number for number in bits(combination) if is_met(self.constraints[number], self.days))

    def _find(self, choices: list[int], days: dict[str, int], why: dict[str, int], moved: Iterable[str], depth: int) -> int:
        clash = raise_days(self._pushes, days, why, moved, LATEST, self.budget)
        if clash:
            return clash
        self.budget.spend(1 + sum(len(self._options[number]) for number in choices) + len(days) // 16)
        choice = next((number for number in choices if not is_met(self.constraints[number], days)), None)
        if choice is None:
            self.days, self._why = days, why
            return 0
        if depth == DEEPEST:
            raise BudgetError(f"more than {DEEPEST} choices within one another")
        rest = [number for number in choices if number != choice]
        reasons = 1 << choice
        for _, bit, pushes in self._options[choice]:
            add(self._pushes, pushes)
            clash = self._find(rest, dict(days), dict(why), [source for source, _ in pushes], depth + 1)
            remove(self._pushes, pushes)
            if not clash & bit:
                return clash
            reasons |= clash & ~bit
        return reasons


def bits(combination: int) -> Iterator[int]:
    """Return the places of the bits that are set, lowest first.

    >>> list(bits(0b1010))
    [1, 3]
    """
    # Of a few bits each is looked up; of many all digits are read, which is faster than a step for each.
    if combination.bit_count() * 8 > combination.bit_length():
        yield from (place for place, digit in enumerate(reversed(f"{combination:b}")) if digit == "1")
        return
    while combination:
        lowest = combination & -combination
        yield lowest.bit_length() - 1
        combination ^= lowest
