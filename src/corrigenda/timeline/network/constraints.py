"""What can be said of the time of events: days, distances, choices, and the arithmetic of calendar months.

Days are ordinals (see `dates`); an event falls on a day from EARLIEST to LATEST. Moving a day goes on beyond
both ends of the calendar, by its cycle of 400 years, so that what falls off the calendar is counted from its last day.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from corrigenda.values.edtf import EARLIEST, LATEST

CYCLE_DAYS, CYCLE_MONTHS = 146_097, 4_800


@dataclass(frozen=True)
class Within:
    """Let an event fall on the days of some spans only, each from a first to a last day, both included.

    Spans may touch, overlap or hold one another; one that ends before it starts allows nothing.
    """

    event: str
    spans: tuple[tuple[int, int], ...]

    def next(self, day: int) -> int | None:
        """Return the first allowed day from a day on."""
        at = bisect_left(self._lasts, day)
        return max(day, self._firsts[at]) if at < len(self._lasts) else None

    def previous(self, day: int) -> int | None:
        """Return the last allowed day up to a day."""
        at = bisect_right(self._firsts, day)
        return min(day, self._lasts[at - 1]) if at else None

    def allows_all(self, first: int, last: int) -> bool:
        """Tell whether every day from a first to a last one is allowed."""
        at = bisect_left(self._lasts, last)
        return at < len(self._lasts) and self._firsts[at] <= first

    # An office can have had very many terms, and each day that is raised asks: the spans are put in order once, and looked up.
    @cached_property
    def _firsts(self) -> list[int]:
        return [first for first, _ in self.runs]

    @cached_property
    def _lasts(self) -> list[int]:
        return [last for _, last in self.runs]

    @cached_property
    def runs(self) -> list[tuple[int, int]]:
        """Return the spans in order, those that touch or overlap as one."""
        joined: list[tuple[int, int]] = []
        for first, last in sorted(self.spans):
            if first > last:
                continue
            if joined and first <= joined[-1][1] + 1:
                joined[-1] = joined[-1][0], max(last, joined[-1][1])
            else:
                joined.append((first, last))
        return joined


@dataclass(frozen=True)
class Recurring:
    """Let an event fall on a month of any year, or on a day of any month; None stands for any."""

    event: str
    month: int | None = None
    day: int | None = None

    def next(self, day: int) -> int | None:
        """Return the first allowed day from a day on."""
        index, at = month_of(day)
        found = self._first_in(index, at)
        while found is None and start_of_month(index) <= LATEST and index < month_of(day)[0] + 120:
            index += 1 if self.month is None else (self.month - 2 - index) % 12 + 1
            found = self._first_in(index, 0)
        return found if found is not None and found <= LATEST else None

    def previous(self, day: int) -> int | None:
        """Return the last allowed day up to a day."""
        index, at = month_of(day)
        found = self._last_in(index, at)
        while found is None and index > 0 and index > month_of(day)[0] - 120:
            index -= 1 if self.month is None else (index - self.month) % 12 + 1
            found = self._last_in(index, 30)
        return found if found is not None and found >= EARLIEST else None

    def _first_in(self, index: int, at: int) -> int | None:
        """Return the first allowed day of a month (counted from 0001-01) from a day of it on, counted from 0."""
        start, length = start_of_month(index), start_of_month(index + 1) - start_of_month(index)
        if self.month not in (None, index % 12 + 1):
            return None
        if self.day is None:
            return start + at
        return start + self.day - 1 if at < self.day <= length else None

    def _last_in(self, index: int, at: int) -> int | None:
        start, length = start_of_month(index), start_of_month(index + 1) - start_of_month(index)
        if self.month not in (None, index % 12 + 1):
            return None
        if self.day is None:
            return start + min(at, length - 1)
        return start + self.day - 1 if 0 < self.day <= min(at + 1, length) else None


@dataclass(frozen=True)
class Distance:
    """Put an event from one distance to another after its anchor, each as (months, days); None is open."""

    event: str
    anchor: str
    least: tuple[int, int] | None
    most: tuple[int, int] | None


@dataclass(frozen=True)
class Either:
    """Let one of several constraints hold."""

    options: tuple[Within | Recurring | Distance, ...]


Plain = Within | Recurring | Distance
Constraint = Plain | Either


@dataclass(frozen=True)
class Statement:
    """Say one thing about the time of events: a constraint, the cells it rests on, and what it is.

    `part` is what it says: the `year`, `month` or `day` of a printed date, the whole `date` where that is not divided, a
    `gap`, `tense`, `relation`, `title`, `name` or `milestone`, or when the article was `published`. `basis` is `printed`,
    `reference` or `assumed`. `cost` is what giving it up costs (see `printed_times`); it is above 0. `text` is a clause;
    `noun` names the statement within a sentence, and `label` the event of a printed date.
    """

    statement_id: str
    constraint: Constraint
    basis: str = "printed"
    cost: int = 1
    text: str = ""
    cells: tuple[tuple[str, str, str], ...] = ()
    part: str = ""
    noun: str = ""
    label: str = ""

    @property
    def row(self) -> str:
        """Return the key of the row that says so first."""
        return self.cells[0][1]


class BudgetError(Exception):
    """Say that a network is too hard to be decided within the stated budget."""


@dataclass
class Budget:
    """Count the steps of a search, and end it when they are used up."""

    steps: int = 2_000_000
    used: int = field(default=0)

    def spend(self, steps: int = 1) -> None:
        """Use up steps; raises BudgetError when none are left."""
        self.used += steps
        if self.used > self.steps:
            raise BudgetError(f"more than {self.steps:,} steps")

    @contextmanager
    def share(self, parts: int) -> Iterator[Budget]:
        """Lend one of so many parts of the steps that are left; what it uses is used up here as well."""
        part = Budget(max(1, (self.steps - self.used) // parts))
        try:
            yield part
        finally:
            self.used += part.used


def events_of(constraint: Constraint) -> tuple[str, ...]:
    """Return the events that a constraint speaks of."""
    if isinstance(constraint, Either):
        return tuple(dict.fromkeys(event for option in constraint.options for event in events_of(option)))
    return (constraint.event, constraint.anchor) if isinstance(constraint, Distance) else (constraint.event,)


@lru_cache(maxsize=65536)
def shift(day: int, distance: tuple[int, int]) -> int:
    """Move a day by calendar months and then days; a day that the month lacks becomes its last day.

    >>> from corrigenda.values.edtf import iso, ordinal
    >>> iso(shift(ordinal("2024-01-31"), (1, 1)))
    '2024-03-01'
    """
    months, days = distance
    if not months:
        return day + days
    index, at = month_of(day)
    return min(start_of_month(index + months) + at, start_of_month(index + months + 1) - 1) + days


@lru_cache(maxsize=65536)
def first_reaching(target: int, distance: tuple[int, int]) -> int:
    """Return the first day that, moved by a distance, reaches a target day or passes it.

    It lies as far into its own month as the target into its; where the month is too short, the next one begins.
    """
    months, days = distance
    if not months:
        return target - days
    index, at = month_of(target - days)
    return min(start_of_month(index - months) + at, start_of_month(index - months + 1))


@lru_cache(maxsize=65536)
def last_within(target: int, distance: tuple[int, int]) -> int:
    """Return the last day that, moved by a distance, does not pass a target day."""
    return first_reaching(target + 1, distance) - 1


def month_of(day: int) -> tuple[int, int]:
    """Return the month of a day, counted from 0001-01, and its place in it, both from 0."""
    cycle, rest = divmod(day - 1, CYCLE_DAYS)
    at = date.fromordinal(rest + 1)
    return cycle * CYCLE_MONTHS + at.year * 12 + at.month - 13, at.day - 1


def start_of_month(index: int) -> int:
    """Return the first day of a month, counted from 0001-01."""
    cycle, rest = divmod(index, CYCLE_MONTHS)
    return cycle * CYCLE_DAYS + date(rest // 12 + 1, rest % 12 + 1, 1).toordinal()
