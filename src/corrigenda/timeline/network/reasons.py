"""Why an event cannot fall outside the days that are left for it: the statements that bound it, as few as can be.

Constraints without choices push one first day at a time (see `propagation`), so what bounds a day is a path of pushes
that starts at the edge of the calendar. The path is looked for backwards, from the bound that it must reach, and only
through pushes that the propagated days allow; the shortest one is wanted (Dijkstra, 1959), and of two the one whose
names come first. So an event is explained by what is near it, and the work does not grow with the article.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Sequence

from corrigenda.timeline.network.conflicts import thin
from corrigenda.timeline.network.constraints import Budget, Distance, Either, Plain, Statement, Within, first_reaching, last_within, shift
from corrigenda.timeline.network.solver import Bounds, Network, bits, components, events_of, solve
from corrigenda.values.edtf import EARLIEST, LATEST

# From which event, by which statement (as a bit), and from which day on it must be for the pushed event to reach a day.
_Need = Callable[[int], int | None]
_Pull = tuple[str, int, _Need]
_Pulls = dict[str, list[_Pull]]


class Reasons:
    """Hold consistent statements with the days that they leave, ready to say what bounds each event.

    Raises BudgetError, here and in the answers, where the budget is used up.
    """

    def __init__(self, statements: Sequence[Statement], budget: Budget) -> None:
        self.budget = budget
        self.statements = sorted(statements, key=lambda s: s.statement_id)
        self.left: Bounds = solve([s.constraint for s in self.statements], budget) or {}
        self._part: dict[str, list[int]] = {}
        self._has_choices: set[str] = set()
        self._firsts: _Pulls = {}
        self._lasts: _Pulls = {}
        for numbers in components([s.constraint for s in self.statements]):
            ones = [self.statements[number].constraint for number in numbers]
            self._part |= dict.fromkeys((event for c in ones for event in events_of(c)), numbers)
            for number, constraint in zip(numbers, ones, strict=True):
                if isinstance(constraint, Either):
                    self._has_choices.update(event for c in ones for event in events_of(c))
                    continue
                for pulls, needs in ((self._firsts, _needs_of_first), (self._lasts, _needs_of_last)):
                    for target, source, need in needs(constraint):
                        pulls.setdefault(target, []).append((source, 1 << number, need))

    def of(self, event: str) -> tuple[Statement, ...]:
        """Return statements that keep an event from falling outside the days left for it, none of which can be spared."""
        if event not in self.left:
            return ()
        found = self._with_choices(event) if event in self._has_choices else self._on_paths(event)
        return tuple(self.statements[place] for place in bits(found))

    def _on_paths(self, event: str) -> int:
        """Find the paths to the first and to the last day, and spare what the other path makes needless."""
        up = self._path(event, 0, is_first=True)
        down = self._path(event, up, is_first=False)
        found = up | down
        for place in reversed(list(bits(found))):
            rest = found & ~(1 << place)
            if all(self._reaches(event, rest, is_first=is_first) for is_first in (True, False)):
                found = rest
        return found

    def _reaches(self, event: str, allowed: int, *, is_first: bool) -> bool:
        return self._path(event, 0, is_first=is_first, allowed=allowed) >= 0

    def _path(self, event: str, settled: int, *, is_first: bool, allowed: int = -1) -> int:
        """Return the statements of a shortest path that bounds an event on one side, out of those allowed; -1 where there is none.

        Statements that are settled count for nothing.
        """
        pulls, side, sign = (self._firsts, 0, 1) if is_first else (self._lasts, 1, -1)
        edge = EARLIEST if is_first else -LATEST
        waiting = [(0, 0, sign * self.left[event][side], event)]
        reached: dict[str, int] = {}
        while waiting:
            _, path, need, source = heapq.heappop(waiting)
            if need <= edge:
                return path
            if reached.get(source, need + 1) <= need:
                continue
            reached[source] = need
            self.budget.spend(1 + len(pulls.get(source, ())))
            for other, bit, need_of in pulls.get(source, ()):
                if not bit & allowed:
                    continue
                day = need_of(sign * need)
                wanted = edge if day is None else sign * day
                if wanted <= sign * self.left[other][side] and wanted < reached.get(other, wanted + 1):
                    longer = path | bit
                    heapq.heappush(waiting, ((longer & ~settled).bit_count(), longer, wanted, other))
        return -1

    def _with_choices(self, event: str) -> int:
        """Thin the reasons of a failure, where choices make no paths."""
        numbers = self._part[event]
        first, last = self.left[event]
        outside = tuple((low, high) for low, high in ((EARLIEST, first - 1), (last + 1, LATEST)) if low <= high)
        if not outside:
            return 0
        away = Within(event, outside)
        network = Network([*(self.statements[number].constraint for number in numbers), away], self.budget)
        found = thin(network, (2 << len(numbers)) - 1, reversed(range(len(numbers))))
        return sum(1 << numbers[place] for place in bits(found) if place < len(numbers))


def _needs_of_first(constraint: Plain) -> Iterator[tuple[str, str, _Need]]:
    """Yield pushed event, source and the first day that the source needs for the pushed event to reach a day."""
    event = constraint.event
    if not isinstance(constraint, Distance):
        previous = constraint.previous
        yield event, event, lambda day: None if (before := previous(day - 1)) is None else before + 1
        return
    anchor, least, most = constraint.anchor, constraint.least, constraint.most
    if least is not None:
        yield event, anchor, lambda day: first_reaching(day, least)
    if most is not None:
        yield anchor, event, lambda day: shift(day - 1, most) + 1


def _needs_of_last(constraint: Plain) -> Iterator[tuple[str, str, _Need]]:
    """Yield lowered event, source and the last day that the source needs for the lowered event to keep to a day."""
    event = constraint.event
    if not isinstance(constraint, Distance):
        following = constraint.next
        yield event, event, lambda day: None if (after := following(day + 1)) is None else after - 1
        return
    anchor, least, most = constraint.anchor, constraint.least, constraint.most
    if least is not None:
        yield anchor, event, lambda day: shift(day + 1, least) - 1
    if most is not None:
        yield event, anchor, lambda day: last_within(day, most)
