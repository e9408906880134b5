"""Generated networks, and two judges of them that share no code with the solver: all days tried, and an SMT solver."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from corrigenda.timeline import constraints, prune, reasons, solver
from corrigenda.timeline.solver import Constraint, Distance, Either, Plain, Recurring, Statement, Within
from corrigenda.values.edtf import LATEST, ordinal

Window = tuple[int, int]
# Where short calendars begin: leap day, no leap day, a century without one, year ends, both ends of the real calendar.
STARTS = ("2024-02-10", "2023-02-05", "1900-02-20", "2023-12-20", "2024-04-25", "0001-01-01", "9999-11-20")


@dataclass(frozen=True)
class Case:
    """Hold a network and the calendar it lives in: no event falls on a day outside."""

    window: Window
    statements: tuple[Statement, ...]

    @property
    def constraints(self) -> list[Constraint]:
        return [s.constraint for s in self.statements]

    @property
    def events(self) -> list[str]:
        return sorted({event for c in self.constraints for event in solver.events_of(c)})


@contextmanager
def calendar(window: Window) -> Iterator[None]:
    """Let the calendar of the solver have these days only, so that all of them can be tried."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (constraints, prune, reasons, solver):
            patch.setattr(module, "EARLIEST", window[0])
            patch.setattr(module, "LATEST", window[1])
        yield


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


# --- strategies -----------------------------------------------------------------------------------------------------


def distances(months: int, days: int) -> st.SearchStrategy[tuple[int, int] | None]:
    pair = st.tuples(st.sampled_from([0, 0, 0, *range(-months, months + 1)]), st.sampled_from([0, 0, *range(-days, days + 1)]))
    return st.none() | pair | st.just((0, 0))


@st.composite
def plains(draw: st.DrawFn, events: Sequence[str], window: Window, months: int, days: int) -> Plain:
    event = draw(st.sampled_from(events))
    kind = draw(st.sampled_from(["distance", "distance", "distance", "within", "recurring"]))
    if kind == "distance":
        return Distance(event, draw(st.sampled_from(events)), draw(distances(months, days)), draw(distances(months, days)))
    if kind == "recurring":
        at = date.fromordinal(draw(st.integers(*window)))
        month = draw(st.sampled_from([at.month, at.month, None, 2]))
        return Recurring(event, month, draw(st.sampled_from([at.day, None, 29, 30, 31])))
    ends = st.integers(window[0] - 3, window[1] + 3) | st.sampled_from(window)
    spans = draw(st.lists(st.tuples(ends, ends), min_size=1, max_size=3))
    tidy = tuple(sorted((min(a, b), max(a, b)) for a, b in spans))
    return Within(event, tidy)


@st.composite
def cases(
    draw: st.DrawFn,
    length: int = 40,
    most_events: int = 3,
    most: int = 8,
    months: int = 2,
    days: int = 40,
    starts: Sequence[str] = STARTS,
) -> Case:
    first = date.fromisoformat(draw(st.sampled_from(starts))).toordinal()
    window = first, min(first + length - 1, date.max.toordinal())
    events = [f"e{n}" for n in range(draw(st.integers(1, most_events)))]
    one = plains(events, window, months, days)
    either = st.lists(one, min_size=1, max_size=3).map(lambda options: Either(tuple(options)))
    said = draw(st.lists(one | one | one | either, min_size=1, max_size=most))
    costs = draw(st.lists(st.integers(1, 4), min_size=len(said), max_size=len(said)))
    order = draw(st.permutations(range(len(said))))
    return Case(window, tuple(Statement(f"s{n:02}", c, cost=cost) for n, c, cost in zip(order, said, costs, strict=True)))


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


# --- networks like those of an article ----------------------------------------------------------------------------------


def article_like(size: int, seed: int = 0, faults: int = 3) -> Case:
    """Draw events from real days, say true things of them like an article does, and then a few false ones."""
    random = Random(seed)  # noqa: S311  (a test wants the same network every time)
    first, last = date(2015, 1, 1).toordinal(), date(2034, 12, 31).toordinal()
    writing = date(2025, 6, 10).toordinal()
    days = {"writing": writing}
    said: list[tuple[Constraint, int]] = [(Within("writing", ((first, writing + 3),)), 100)]
    for n in range(max(1, size // 2)):
        event, day = f"e{n:03}", writing + random.choice([0, -1, 1]) * random.randint(0, 900)
        days[event] = day
        now = (0, 0) if day == writing else None
        said.append((Distance("writing", event, (0, 0), None) if day < writing else Distance(event, "writing", (0, 0), now), 30))
    names = sorted(days)
    while len(said) < size - faults:
        said.append(_true(random, names, days, last))
    false = {name: day + random.choice([-1, 1]) * random.randint(200, 900) for name, day in days.items()}
    dated = [event for c, _ in said if isinstance(c, Within) for event in (c.event,)]
    while len(said) < size:
        # What is false of an event is seen where it is dated or tied to the writing: another year, or another order.
        event = random.choice(dated)
        wrong = date.fromordinal(false[event]).year
        spans = ((date(wrong, 1, 1).toordinal(), date(wrong, 12, 31).toordinal()),)
        said.append(random.choice([_true(random, names, false, last), (Within(event, spans), 10)]))
    return Case((first, last), tuple(Statement(f"s{n:03}", c, cost=cost) for n, (c, cost) in enumerate(said)))


def _true(random: Random, names: list[str], days: dict[str, int], last: int) -> tuple[Constraint, int]:
    event, other = random.sample(names, 2)
    day, at = days[event], date.fromordinal(days[event])
    kind = random.choices(["order", "gap", "year", "month", "title", "name"], [50, 15, 10, 8, 8, 9])[0]
    if kind == "order":
        before, after = sorted((event, other), key=lambda name: days[name])
        return Distance(after, before, (0, 0), None), random.choice([1, 1, 100])
    if kind == "gap":
        before, after = sorted((event, other), key=lambda name: days[name])
        months = (days[after] - days[before]) // 31
        return Distance(after, before, (months // 2, 0), (months + (months + 1) // 2 + 1, 0)), 30
    if kind == "year":
        return Within(event, ((date(at.year, 1, 1).toordinal(), date(at.year, 12, 31).toordinal()),)), 10
    if kind == "month":
        return Recurring(event, month=at.month), 10
    spans = ((day - random.randint(0, 400), day + random.randint(0, 400)),)
    if kind == "title":
        return Within(event, ((day - random.randint(0, 400), last), *spans)[: random.choice([1, 2])]), 1000
    return Either((Within(event, spans), Within(other, spans))), 2


STEADY = settings(derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])


def pigeons(holes: int) -> list[Statement]:
    """Put one event more than there are days, no two on one day: hard for every procedure that branches."""
    names = [f"e{n}" for n in range(holes + 1)]
    said: list[Within | Either] = [Within(name, ((1, holes),)) for name in names]
    apart = [Either((Distance(a, b, (0, 1), None), Distance(b, a, (0, 1), None))) for a in names for b in names if a < b]
    return [Statement(f"s{n:03}", c) for n, c in enumerate([*said, *apart])]


HARD: dict[str, Sequence[Constraint]] = {
    "choices": [s.constraint for s in pigeons(9)],
    "creeping months": [
        Distance("b", "a", (48, 0), None),
        Distance("a", "b", (0, -1460), None),
        Within("a", ((ordinal("1904-03-01"), LATEST),)),
    ],
    "many choices": [Either((Distance(f"e{n + 1}", f"e{n}", (0, n % 3), None), Recurring(f"e{n}", day=n % 31 + 1))) for n in range(1500)],
    "a long circle": [Distance(f"e{(n + 1) % 3000}", f"e{n}", (0, 0 if n else 1), None) for n in range(3000)],
    "parallel paths": [Distance(f"e{n + 1}", f"e{n}", (k, 30 - 29 * k), None) for n in range(300) for k in range(5)]
    + [Distance("e0", "e300", (0, -300 * 31), None)],
}
