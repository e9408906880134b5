"""Days and ranges of days in words: what is left for an event, and what would fit instead of a printed part of a date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from corrigenda.timeline.network.diagnosis import ranges
from corrigenda.timeline.network.solver import Bounds, Budget, Distance, Statement
from corrigenda.values.edtf import EARLIEST, LATEST, iso
from corrigenda.values.spoken_dates import MONTHS, say_distance, say_span

PARTS_OF_DAYS = ("year", "month", "day")
# Bounds nearer than this to an end of the calendar say only that nothing bounds the event.
_OPEN = 366 * 30


def would_fit(statement: Statement, left: Bounds) -> str:
    """Say which years, months or days of the month fit instead of a part of a date, by the days that are left."""
    part, (first, last) = statement.part, left[statement.constraint.event]  # type: ignore[union-attr]
    if part == "year":
        return years_of((first, last))
    if last - first > 366:
        return f"any {part}"
    days = [date.fromordinal(day) for day in range(first, last + 1)]
    if part == "month":
        return join_choices([MONTHS[month - 1] for month in sorted({day.month for day in days})])
    return join_choices(say_runs(sorted({day.day for day in days})))


def say_runs(numbers: list[int]) -> list[str]:
    """Write numbers that grow, those that follow one another as one run.

    >>> say_runs([1, 2, 3, 4, 9, 11, 12])
    ['1 to 4', '9', '11', '12']
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [text for run in runs for text in ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run))]


def join_choices(choices: list[str]) -> str:
    """Join what would do each by itself.

    >>> join_choices(["January", "February", "March"]), join_choices(["4"])
    ('January, February or March', '4')
    """
    return " or ".join([", ".join(choices[:-1]), choices[-1]]) if len(choices) > 1 else choices[0]


def years_of(bounds: tuple[int, int] | None) -> str:
    """Say in which years days are.

    >>> years_of((739325, 739400)), years_of((739325, LATEST))
    ('2025', '2025 or later')
    """
    first, last = bounds or (EARLIEST, LATEST)
    start, end = date.fromordinal(first).year, date.fromordinal(last).year
    if last > LATEST - _OPEN:
        return f"{start} or later" if first > EARLIEST + _OPEN else "any year"
    if first < EARLIEST + _OPEN:
        return f"{end} or earlier"
    return str(start) if start == end else f"{start} to {end}"


def stretch(statement: Statement, conflict: Iterable[Statement], budget: Budget) -> str | None:
    """Say how far apart the events of a gap would have to be for a conflict to go, as days; None where it has no range."""
    constraint = statement.constraint
    if not isinstance(constraint, Distance):
        return None
    left = ranges([s for s in conflict if s is not statement], budget=budget)
    if left is None or constraint.event not in left or constraint.anchor not in left:
        return None
    (first, last), (anchor_first, anchor_last) = left[constraint.event], left[constraint.anchor]
    least, most = first - anchor_last, last - anchor_first
    if most < 0:
        return None
    if least > 0 and most < _OPEN:
        return say_distance(least, most)
    return f"at least {say_distance(least)}" if least > 0 else f"at most {say_distance(most)}" if most < _OPEN else None


def show_days(bounds: tuple[int, int] | None) -> tuple[str | None, str | None]:
    """Write first and last day, None where nothing but the end of the calendar bounds the event."""
    if bounds is None:
        return None, None
    first, last = bounds
    return (iso(first) if first > EARLIEST + _OPEN else None), (iso(last) if last < LATEST - _OPEN else None)


def write_days(bounds: tuple[int, int]) -> str:
    """Write in words when an event can only have been.

    >>> write_days((739324, LATEST)), write_days((739324, 739325))
    ('on 14 March 2025 or later', 'from 14 to 15 March 2025')
    """
    first, last = bounds
    if first <= EARLIEST + _OPEN and last >= LATEST - _OPEN:
        return "on any day"
    return say_span(first if first > EARLIEST + _OPEN else None, last if last < LATEST - _OPEN else None)
