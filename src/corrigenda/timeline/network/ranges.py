"""The days left for each event of a network: the union of what is left in every branch of its choices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corrigenda.timeline.network.constraints import Budget, BudgetError, Constraint, Distance, Either, Plain, Within, events_of, shift
from corrigenda.timeline.network.propagation import Pushes, add, pulls_of, pushes_of, raise_days, remove
from corrigenda.timeline.network.solver import DEEPEST, Bounds, components
from corrigenda.values.edtf import EARLIEST, LATEST


def solve(constraints: Sequence[Constraint], budget: Budget | None = None) -> Bounds | None:
    """Return the first and last day left for every event, or None where no days satisfy all constraints.

    Raises BudgetError where the budget is used up.
    """
    budget = budget or Budget()
    bounds: Bounds = {}
    for part in components(constraints):
        left = _Ranges([constraints[n] for n in part], budget).left
        if left is None:
            return None
        bounds |= left
    return {event: bounds[event] for constraint in constraints for event in events_of(constraint)}


class _Ranges:
    """Find the days left for each event of one component: the union of what is left in every branch."""

    def __init__(self, constraints: Sequence[Constraint], budget: Budget) -> None:
        self.budget = budget
        self.left: Bounds | None = None
        self._up: Pushes = {}
        self._down: Pushes = {}
        for constraint in constraints:
            if not isinstance(constraint, Either):
                add(self._up, pushes_of(constraint, 1))
                add(self._down, pulls_of(constraint))
        choices = [c for c in constraints if isinstance(c, Either)]
        events = {event for c in constraints for event in events_of(c)}
        self._branch(choices, dict.fromkeys(events, EARLIEST), dict.fromkeys(events, -LATEST), (list(self._up), list(self._down)))

    def _branch(self, choices: list[Either], firsts: dict[str, int], lasts: dict[str, int], moved: tuple[list[str], list[str]]) -> None:
        for pushes, days, events, limit in ((self._up, firsts, moved[0], LATEST), (self._down, lasts, moved[1], -EARLIEST)):
            if raise_days(pushes, days, dict.fromkeys(days, 0), events, limit, self.budget):
                return
        self.budget.spend(1 + len(firsts) // 4)
        union = self.left
        if union is not None and all(union[e][0] <= firsts[e] and -lasts[e] <= union[e][1] for e in union):
            return
        self.budget.spend(sum(len(choice.options) for choice in choices))
        choices = [c for c in choices if not any(_is_always_met(option, firsts, lasts) for option in c.options)]
        if not choices:
            old = union or dict.fromkeys(firsts, (LATEST, EARLIEST))
            self.left = {e: (min(old[e][0], firsts[e]), max(old[e][1], -lasts[e])) for e in firsts}
            return
        if len(choices) > DEEPEST:
            raise BudgetError(f"more than {DEEPEST} choices within one another")
        for option in choices[0].options:
            up, down = pushes_of(option, 1), pulls_of(option)
            add(self._up, up)
            add(self._down, down)
            self._branch(choices[1:], dict(firsts), dict(lasts), ([source for source, _ in up], [source for source, _ in down]))
            remove(self._up, up)
            remove(self._down, down)


def _is_always_met(option: Plain, firsts: Mapping[str, int], lasts: Mapping[str, int]) -> bool:
    """Tell whether an option allows all days that are left (lasts are negative); a recurring day is never seen at a glance."""
    first, last = firsts[option.event], -lasts[option.event]
    if isinstance(option, Distance):
        early = option.least is None or shift(-lasts[option.anchor], option.least) <= first
        return early and (option.most is None or last <= shift(firsts[option.anchor], option.most))
    return isinstance(option, Within) and option.allows_all(first, last)
