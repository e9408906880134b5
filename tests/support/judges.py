"""Two judges of networks that share no code with the solver: all days tried, and an SMT solver."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np

from corrigenda.timeline.network.solver import Constraint, Either, Recurring, Within

if TYPE_CHECKING:
    from networks import Case, Window


def add_months(day: int, months: int) -> int | None:
    """Move a day by months, by the calendar of Python; None beyond its ends."""
    at = date.fromordinal(day)
    year, month = divmod(at.year * 12 + at.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(at.day, monthrange(year, month + 1)[1])).toordinal()


def moved(day: int, distance: tuple[int, int]) -> int:
    """Move a day; beyond the ends of the calendar by its twin, which lies cycles of 400 years away."""
    for cycles in (0, 1, -1, 2, -2, 3, -3):
        twin = day + cycles * 146_097
        to = add_months(twin, distance[0]) if 1 <= twin <= date.max.toordinal() else None
        if to is not None:
            return to - cycles * 146_097 + distance[1]
    raise ValueError("moved too far")


# --- first judge: all days tried --------------------------------------------------------------------------------------


class AllDays:
    """Try every day of a short calendar for every event, all at once."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.days = list(range(case.window[0], case.window[1] + 1))
        self.axis = {event: n for n, event in enumerate(case.events)}
        self.met = [np.broadcast_to(self._met(c), [len(self.days)] * len(self.axis)) for c in case.constraints]
        masks = sum(met.astype(np.int64) << n for n, met in enumerate(self.met))
        self.masks = {int(mask) for mask in np.unique(masks)}

    def _spread(self, event: str, values: list[Any]) -> np.ndarray[Any, Any]:
        shape = [1] * len(self.axis)
        shape[self.axis[event]] = len(self.days)
        return np.array(values).reshape(shape)

    def _met(self, c: Constraint) -> Any:
        if isinstance(c, Either):
            return np.logical_or.reduce([np.broadcast_to(self._met(o), [len(self.days)] * len(self.axis)) for o in c.options])
        if isinstance(c, Within):
            return self._spread(c.event, [any(a <= day <= b for a, b in c.spans) for day in self.days])
        if isinstance(c, Recurring):
            dates = [date.fromordinal(day) for day in self.days]
            return self._spread(c.event, [c.month in (None, at.month) and c.day in (None, at.day) for at in dates])
        event: Any = self._spread(c.event, self.days)
        met: Any = True
        if c.least is not None:
            met = met & (event >= self._spread(c.anchor, [moved(day, c.least) for day in self.days]))
        if c.most is not None:
            met = met & (event <= self._spread(c.anchor, [moved(day, c.most) for day in self.days]))
        return met

    def holds(self, chosen: int) -> bool:
        return any(chosen & ~mask == 0 for mask in self.masks)

    def bounds(self) -> dict[str, tuple[int, int]] | None:
        everything = np.logical_and.reduce(self.met)
        if not everything.any():
            return None
        found = {}
        for event, n in self.axis.items():
            left = np.flatnonzero(everything.any(axis=tuple(a for a in range(len(self.axis)) if a != n)))
            found[event] = self.days[left[0]], self.days[left[-1]]
        return found

    def diagnosis(self) -> tuple[set[frozenset[str]], list[frozenset[str]]]:
        """Return all smallest conflicts, and all smallest corrections by cost and name, each by trying all subsets."""
        names = [s.statement_id for s in self.case.statements]
        return by_subsets(names, {s.statement_id: s.cost for s in self.case.statements}, self.holds)


def by_subsets(names: list[str], costs: dict[str, int], holds: Any) -> tuple[set[frozenset[str]], list[frozenset[str]]]:
    everything = (1 << len(names)) - 1
    conflicts: list[int] = []
    corrections: list[int] = []
    for size in range(len(names) + 1):
        for places in combinations(range(len(names)), size):
            chosen = sum(1 << n for n in places)
            if not any(c & chosen == c for c in conflicts) and not holds(chosen):
                conflicts.append(chosen)
            if not any(c & chosen == c for c in corrections) and holds(everything & ~chosen):
                corrections.append(chosen)

    def named(mask: int) -> frozenset[str]:
        return frozenset(name for n, name in enumerate(names) if mask >> n & 1)

    ordered = sorted(map(named, corrections), key=lambda c: (sum(costs[n] for n in c), sorted(c)))
    return set(map(named, conflicts)), ordered if conflicts else []


# --- second judge: an SMT solver ----------------------------------------------------------------------------------------


class Smt:
    """Decide with z3: days are integers, calendar months are tables over the months of the calendar."""

    def __init__(self, case: Case, z3: Any) -> None:
        self.case, self.z3 = case, z3
        self.days = {event: z3.Int(event) for event in case.events}
        self.bounds_ = [z3.And(day >= case.window[0], day <= case.window[1]) for day in self.days.values()]
        self.formulas = [self._formula(c) for c in case.constraints]

    def _formula(self, c: Constraint) -> Any:
        z3 = self.z3
        if isinstance(c, Either):
            return z3.Or([self._formula(o) for o in c.options])
        day = self.days[c.event]
        if isinstance(c, Within):
            return z3.Or([z3.And(day >= a, day <= b) for a, b in c.spans])
        if isinstance(c, Recurring):
            spans = []
            for first, last in self._months():
                at = date.fromordinal(first)
                if c.month in (None, at.month) and (c.day is None or c.day <= last - first + 1):
                    spans.append((first, last) if c.day is None else (first + c.day - 1,) * 2)
            return z3.Or([z3.And(day >= a, day <= b) for a, b in spans])
        anchor = self.days[c.anchor]
        met = []
        if c.least is not None:
            met.append(self._moved(anchor, c.least, lambda to: day >= to))
        if c.most is not None:
            met.append(self._moved(anchor, c.most, lambda to: day <= to))
        return z3.And(met)

    def _months(self) -> list[Window]:
        at = date.fromordinal(self.case.window[0]).replace(day=1)
        months = []
        while at.toordinal() <= self.case.window[1]:
            last = at.replace(day=monthrange(at.year, at.month)[1]).toordinal()
            months.append((at.toordinal(), last))
            at = date.fromordinal(last + 1)
        return months

    def _moved(self, day: Any, distance: tuple[int, int], met: Any) -> Any:
        z3 = self.z3
        if distance[0] == 0:
            return met(day + distance[1])
        rows = []
        for first, last in self._months():
            to, after = moved(first, (distance[0], 0)), moved(first, (distance[0] + 1, 0))
            moved_to = z3.If(to + day - first < after, to + day - first, after - 1) + distance[1]
            rows.append(z3.Implies(z3.And(day >= first, day <= last), met(moved_to)))
        return z3.And(rows)

    def holds(self, chosen: int | None = None) -> bool:
        solver = self.z3.Solver()
        solver.add(self.bounds_)
        solver.add([f for n, f in enumerate(self.formulas) if chosen is None or chosen >> n & 1])
        return bool(solver.check() == self.z3.sat)

    def proves(self, bounds: dict[str, Window] | None) -> bool:
        """Tell whether bounds are right: each end is a day of some solution, and there is none beyond."""
        solver = self.z3.Solver()
        solver.add(self.bounds_ + self.formulas)
        if bounds is None:
            return bool(solver.check() == self.z3.unsat)
        for event, (first, last) in bounds.items():
            day = self.days[event]
            if solver.check(day == first) != self.z3.sat or solver.check(day == last) != self.z3.sat:
                return False
            if solver.check(self.z3.Or(day < first, day > last)) != self.z3.unsat:
                return False
        return True

    def cheapest(self) -> int:
        """Return what the cheapest correction costs."""
        kept = self.optimum()
        assert kept is not None
        return sum(s.cost for s, keep in zip(self.case.statements, kept, strict=True) if not keep)

    def optimum(self) -> list[bool] | None:
        """Return which statements a cheapest correction keeps; None where the solver gives up."""
        optimum = self.z3.Optimize()
        optimum.add(self.bounds_)
        for formula, statement in zip(self.formulas, self.case.statements, strict=True):
            optimum.add_soft(formula, statement.cost)
        if optimum.check() != self.z3.sat:
            return None
        model = optimum.model()
        return [self.z3.is_true(model.eval(formula, model_completion=True)) for formula in self.formulas]
