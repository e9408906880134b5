"""Raising the first days of events until nothing moves, and lowering the last ones; each day knows what raised it.

A constraint is a few pushes: each takes the first day left for one event to the first day that it leaves for another.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from corrigenda.timeline.network.constraints import (
    CYCLE_DAYS,
    Budget,
    Distance,
    Plain,
    Recurring,
    first_reaching,
    last_within,
    month_of,
    shift,
    start_of_month,
)

_Move = Callable[[int], int | None] | None
# Which constraint pushes (as a bit), which event, how far (None: to the same day), and whether the calendar alone says how far.
Push = tuple[int, str, _Move, bool]
Pushes = dict[str, list[Push]]
_Past = tuple[Push, str, Any]
_FOUR_YEARS = 1461


def add(pushes: Pushes, more: Iterable[tuple[str, Push]]) -> None:
    """Add pushes to those of each event."""
    for source, push in more:
        pushes.setdefault(source, []).append(push)


def remove(pushes: Pushes, last: Sequence[tuple[str, Push]]) -> None:
    """Take away pushes that were added last."""
    for source, _ in reversed(last):
        pushes[source].pop()


def pushes_of(constraint: Plain, bit: int) -> list[tuple[str, Push]]:
    """Return which first days a constraint raises, each by the event it comes from."""
    event = constraint.event
    if not isinstance(constraint, Distance):
        return [(event, (bit, event, constraint.next, isinstance(constraint, Recurring)))]
    anchor, least, most = constraint.anchor, constraint.least, constraint.most
    pushes: list[tuple[str, Push]] = []
    if least is not None:
        pushes.append((anchor, (bit, event, _move(shift, least), True)))
    if most is not None:
        pushes.append((event, (bit, anchor, _move(first_reaching, most), True)))
    return pushes


def pulls_of(constraint: Plain) -> list[tuple[str, Push]]:
    """Return which last days a constraint lowers, as pushes of the calendar read backwards (day n is -n)."""
    event = constraint.event
    if not isinstance(constraint, Distance):
        previous = constraint.previous
        return [(event, (1, event, lambda day: None if (to := previous(-day)) is None else -to, isinstance(constraint, Recurring)))]
    anchor, least, most = constraint.anchor, constraint.least, constraint.most
    pulls: list[tuple[str, Push]] = []
    if least is not None:
        pulls.append((event, (1, anchor, lambda day: -last_within(-day, least), True)))
    if most is not None:
        pulls.append((anchor, (1, event, lambda day: -shift(-day, most), True)))
    return pulls


def _move(calendar: Callable[[int, tuple[int, int]], int], distance: tuple[int, int]) -> _Move:
    if distance == (0, 0):
        return None
    if distance[0]:
        return lambda day: calendar(day, distance)
    return (distance[1] if calendar is shift else -distance[1]).__add__


def raise_days(pushes: Pushes, days: dict[str, int], why: dict[str, int], moved: Iterable[str], limit: int, budget: Budget) -> int:
    """Raise days until nothing moves, starting from events that moved; return the reasons where one is pushed past the limit, else 0.

    `why` has, for each event, the bits of the constraints that raised it. Where days are raised again and again, the
    last pushes are looked through for a circle, and the end of the circle is computed.
    """
    queue = deque(dict.fromkeys(moved))
    queued = set(queue)
    window = 2 * len(days) + 8
    patience, past = 2 * window, dict[str, _Past]()
    while queue:
        source = queue.popleft()
        queued.discard(source)
        budget.spend(len(pushes.get(source, ())))
        for push in pushes.get(source, ()):
            bit, target, move, _ = push
            day = days[source]
            to = day if move is None else move(day)
            if to is None or to > limit:
                return why[source] | bit
            if to > days[target]:
                days[target] = to
                why[target] = why[source] | bit
                patience -= 1
                if patience < window:
                    past[target] = push, source, past.get(source)
                if patience < 0:
                    circle, bits = _circle(past, target)
                    patience, past = window * 2, {}
                    window *= 2
                    end, reasons = go_round(circle, to, limit, budget)
                    if end is None:
                        return bits if reasons else why[target] | bits
                    if end > to:
                        days[target] = end
                        why[target] |= bits
                if target not in queued:
                    queued.add(target)
                    queue.append(target)
    return 0


def _circle(past: dict[str, _Past], event: str) -> tuple[list[_Move], int]:
    """Return the longest way in the last pushes that leads from an event to itself, and the constraints on it."""
    way: list[_Move] = []
    bits = length = reasons = 0
    entry: _Past | None = past[event]
    while entry is not None and entry[0][3]:
        (bit, _, move, _), source, entry = entry
        way.append(move)
        bits |= bit
        if source == event:
            length, reasons = len(way), bits
    return way[:length][::-1], reasons


def go_round(circle: Sequence[_Move], day: int, limit: int, budget: Budget) -> tuple[int | None, bool]:
    """Follow a circle of pushes from a day on, until it leads to no later day; return that day, or None where there is none.

    The second value tells whether no day of any calendar ends the circle, wherever it starts. The calendar repeats
    itself after 400 years, and between two turns of a century already after four: what was gained in four years
    is gained in all the years until the next turn. A circle that spans a turn itself is followed step by step.
    """
    start = day
    while day - start < CYCLE_DAYS:
        base, low, high = day, day, day
        while day - base < _FOUR_YEARS:
            budget.spend(len(circle) or 1)
            at: int | None = day
            for move in circle:
                at = at if move is None or at is None else move(at)
                if at is None or at > limit:
                    return None, False
                low, high = min(low, at), max(high, at)
            if at is None or at <= day:
                return day, False
            day = at
        early, late = sorted((abs(low), abs(high)))
        century = _century(early)
        if century == _century(late) and (low > 0 or high < 0):
            turn = start_of_month(1200 * century + (1190 if low > 0 else -10))
            room = turn - 1 - high if low > 0 else -turn - high
            day += max(0, room // _FOUR_YEARS) * _FOUR_YEARS
    return None, True


def _century(day: int) -> int:
    """Number the centuries that begin in March, so that each ends with the February that may lack its leap day."""
    return (month_of(day)[0] + 10) // 1200
