"""Statements of time as sentences say them: a clause for each, or a noun phrase; the parts of one date together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from corrigenda.timeline.network.constraints import Recurring, Statement, Within
from corrigenda.values.edtf import EARLIEST, LATEST
from corrigenda.values.spoken_dates import say_date, say_day
from corrigenda.values.wording import name_event

_PARTS = ("year", "month", "day")


def say_dated(label: str, said: str, printed: str) -> str:
    """Say which date an event has in print: in words, and as it is printed where that is not the same.

    >>> say_dated("the announcement", "2024", "May 2024"), say_dated("the vote", "19 March", "19 March")
    ('‘the announcement’ is dated 2024 ("May 2024")', '‘the vote’ is dated "19 March"')
    """
    return f'{name_event(label)} is dated "{printed}"' if said == printed else f'{name_event(label)} is dated {said} ("{printed}")'


def say_period(spans: Sequence[tuple[int, int]]) -> str:
    """Write when the known terms in an office, or the known use of a name, were; nothing where there are more than two.

    >>> say_period([(date(2025, 1, 25).toordinal(), LATEST)])
    ' (from 25 January 2025)'
    """
    sides = [
        " ".join([f"from {say_day(first)}"] * (first > EARLIEST) + [f"until {say_day(last)}"] * (last < LATEST)) for first, last in spans
    ]
    return f" ({', and '.join(sides)})" if all(sides) and 0 < len(sides) < 3 else ""


def join_clauses(statements: Iterable[Statement]) -> str:
    """Say statements one after the other, the parts of one date as one."""
    return "; ".join(_say(parts) for parts in _by_date(statements))


def join_nouns(statements: Iterable[Statement]) -> str:
    """Name statements in a row, the parts of one date as one."""
    nouns = [_name(parts) for parts in _by_date(statements)]
    return " and ".join([", ".join(nouns[:-1]), nouns[-1]]) if len(nouns) > 1 else nouns[0]


def _by_date(statements: Iterable[Statement]) -> list[list[Statement]]:
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(statement.row if statement.part in _PARTS else statement.statement_id, []).append(statement)
    return list(groups.values())


def _say(parts: list[Statement]) -> str:
    if len(parts) == 1:
        return parts[0].text
    numbers = {s.part: _number(s) for s in parts}
    year = str(numbers["year"]) if "year" in numbers else "XXXX"
    if "month" not in numbers:
        # A year and a day without the month between them are no date.
        return "; ".join(s.text for s in parts)
    day = f"-{numbers['day']:02}" if "day" in numbers else ""
    return say_dated(parts[0].label, say_date(f"{year}-{numbers['month']:02}{day}"), parts[0].noun.strip('"'))


def _name(parts: list[Statement]) -> str:
    if parts[0].part not in _PARTS:
        return parts[0].noun or parts[0].text
    order = sorted((s.part for s in parts), key=_PARTS.index)
    return f"the {' and '.join(order)} of {parts[0].noun}"


def _number(statement: Statement) -> int:
    constraint = statement.constraint
    if isinstance(constraint, Within):
        return date.fromordinal(constraint.spans[0][0]).year
    return (constraint.month or constraint.day or 0) if isinstance(constraint, Recurring) else 0
