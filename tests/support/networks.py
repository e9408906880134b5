"""Generated networks: small ones on short calendars, others like those of an article, and hard ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from random import Random

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from corrigenda.timeline.network import constraints, prune, ranges, reasons, solver
from corrigenda.timeline.network.solver import Constraint, Distance, Either, Plain, Recurring, Statement, Within
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
        for module in (constraints, prune, ranges, reasons, solver):
            patch.setattr(module, "EARLIEST", window[0])
            patch.setattr(module, "LATEST", window[1])
        yield


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
