"""Which statements can take part in a conflict: what an event satisfies whatever the others do, takes part in none."""

from __future__ import annotations

from collections.abc import Sequence

from corrigenda.timeline.network.constraints import Budget, Constraint, Distance, Either, Recurring, Statement, events_of
from corrigenda.values.edtf import EARLIEST, LATEST


def entangled(statements: Sequence[Statement], budget: Budget) -> list[Statement]:
    """Return the statements that can take part in a conflict, or a few more.

    What an event can always satisfy, whatever the others do, takes part in none: all that is said of it allows the
    last day of the calendar, or all allows the first, or all ties it to one other event and allows the day of that one.
    Leaving that out sets other events free, until nothing changes.
    """
    saying: dict[str, dict[int, Constraint]] = {}
    for number, statement in enumerate(statements):
        for event in events_of(statement.constraint):
            saying.setdefault(event, {})[number] = statement.constraint
    left = set(range(len(statements)))
    waiting = dict.fromkeys(saying)
    while waiting:
        event, _ = waiting.popitem()
        said = saying[event]
        budget.spend(1 + len(said))
        others = {other for constraint in said.values() for other in events_of(constraint)} - {event}
        days = (LATEST, EARLIEST) if len(others) > 1 else (LATEST, EARLIEST, None)
        if any(all(_allows(constraint, event, day) for constraint in said.values()) for day in days):
            for number, constraint in list(said.items()):
                left.discard(number)
                for other in events_of(constraint):
                    saying[other].pop(number, None)
                    waiting[other] = None
            waiting.pop(event, None)
    return [statements[number] for number in sorted(left)]


def _allows(constraint: Constraint, event: str, day: int | None) -> bool:
    """Tell whether an event on a day at the edge of the calendar satisfies a constraint whatever the other events do.

    Without a day: whether the constraint allows the day of its other event, whichever that is.
    """
    if isinstance(constraint, Either):
        return day is not None and any(event in events_of(option) and _allows(option, event, day) for option in constraint.options)
    if not isinstance(constraint, Distance):
        return day is not None and not isinstance(constraint, Recurring) and constraint.next(day) == day
    backward = constraint.least is None or max(constraint.least) <= 0
    forward = constraint.most is None or min(constraint.most) >= 0
    if day is None:
        return backward and forward
    open_end = constraint.most if (constraint.event == event) == (day == LATEST) else constraint.least
    return constraint.event != constraint.anchor and open_end is None and backward and forward
