"""The days that constraints on one event allow, as runs of days that follow on each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from corrigenda.timeline.network.constraints import Constraint, Either, Recurring, Within, month_of, start_of_month

Run = tuple[int, int]


def find_runs(constraints: Iterable[Constraint], window: Run) -> list[Run]:
    """Return the runs of days within a window that all constraints on one event allow; a distance from another event allows any.

    >>> find_runs([Within("strike", ((5, 20),)), Recurring("strike", day=12)], (1, 400))
    [(12, 12)]
    """
    left = [window]
    # Spans first: what recurs is then looked for on few days, and not in each month of many years.
    for constraint in sorted(constraints, key=lambda one: not isinstance(one, Within)):
        left = [run for within in left for run in _clip(_spans_of(constraint, within), within)]
    return left


def _clip(spans: Iterable[Run], window: Run) -> Iterator[Run]:
    for first, last in Within("", tuple(spans)).runs:
        if first <= window[1] and last >= window[0]:
            yield max(first, window[0]), min(last, window[1])


def _spans_of(constraint: Constraint, window: Run) -> Iterator[Run]:
    if isinstance(constraint, Either):
        for option in constraint.options:
            yield from _spans_of(option, window)
    elif isinstance(constraint, Within):
        yield from constraint.spans
    elif isinstance(constraint, Recurring):
        yield from _recur(constraint, window)
    else:
        yield window


def _recur(constraint: Recurring, window: Run) -> Iterator[Run]:
    """Yield each day, or each month, on which something that recurs falls."""
    day = constraint.next(window[0])
    while day is not None and day <= window[1]:
        last = day if constraint.day else start_of_month(month_of(day)[0] + 1) - 1
        yield day, last
        day = constraint.next(last + 1)
