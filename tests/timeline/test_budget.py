"""Networks that are too hard, or very large: what they take is counted in steps, and what is not worked out is said.

A step is worth something only where all work is counted: each network here once took a minute or more outside of the count.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from corrigenda.timeline.answer_tables import COLUMNS
from corrigenda.timeline.answers import TOO_HARD, Asked, tell
from corrigenda.timeline.network.constraints import (
    Budget,
    BudgetError,
    Constraint,
    Distance,
    Either,
    Recurring,
    Statement,
    Within,
    events_of,
)
from corrigenda.timeline.solution import CAP, STEPS, answer, undecided

pytestmark = pytest.mark.long

_START = 738_000
# Twice what the slowest took when this was written.
_SECONDS = 8.0


class NoReference:
    """Know nobody and nothing."""

    candidates: dict[str, list[Any]] = {}  # noqa: RUF012

    def holders(self, *_: object) -> list[Any]:
        return []


def say(name: str, constraint: Constraint, part: str = "date", basis: str = "printed") -> Statement:
    return Statement(
        name, constraint, basis, 1, f"the text of {name}", (("dates", name, "edtf"),), part, f"the noun of {name}", "the event"
    )


def title(name: str, constraint: Constraint) -> Statement:
    return say(name, constraint, "title", "reference")


def terms(number: int, shift: int = 0) -> tuple[tuple[int, int], ...]:
    return tuple((_START + 20 * place + shift, _START + 20 * place + shift + 2) for place in range(number))


def years_of_one_event() -> list[Statement]:
    """Date one event 3,000 times, each time otherwise: each date is a fault, and each was looked up with each other."""
    return [say(f"y{n}", Within("event", ((_START + 366 * n, _START + 366 * n + 300),)), "year") for n in range(3000)]


def clashes_that_share_nothing() -> list[Statement]:
    """Date 3,000 events twice: the corrections of all of them were written out again for each."""
    firsts = [say(f"a{n}", Within(f"e{n}", ((_START, _START + 1),))) for n in range(3000)]
    return [*firsts, *(say(f"b{n}", Within(f"e{n}", ((_START + 10, _START + 11),))) for n in range(3000))]


def holders_of_very_many_terms() -> list[Statement]:
    """Put events that are on one day into 2,000 terms each, none of which have a day in common: every term was read for every day."""
    made = []
    for n in range(20):
        made += [title(f"t{n}", Within(f"e{n}", terms(2000))), title(f"u{n}", Within(f"f{n}", terms(2000, shift=7)))]
        made.append(say(f"g{n}", Distance(f"e{n}", f"f{n}", (0, 0), (0, 0)), "gap"))
        made += [say(f"h{n}", Distance(f"e{n}", f"e{n - 1}", (0, 0), (0, 0)), "relation")] if n else []
    return made


def an_order_that_cannot_be() -> list[Statement]:
    """Put thirty events, each before or after each other one, into too few days."""
    made = [say(f"d{n}", Within(f"e{n}", ((_START, _START + 28),))) for n in range(30)]
    for n in range(30):
        for other in range(n):
            either = Either((Distance(f"e{n}", f"e{other}", (0, 1), None), Distance(f"e{other}", f"e{n}", (0, 1), None)))
            made.append(title(f"o{n}.{other}", either))
    return made


def days_that_never_come() -> list[Statement]:
    """Put 300 events onto a 30 February, a month after one on a 29 February."""
    made = []
    for n in range(300):
        made += [say(f"m{n}", Recurring(f"e{n}", 2, 30), "month"), say(f"n{n}", Recurring(f"f{n}", 2, 29), "month")]
        made.append(say(f"g{n}", Distance(f"f{n}", f"e{n}", (1, 0), (1, 0)), "gap"))
        made += [say(f"h{n}", Distance(f"f{n}", f"f{n - 1}", (1, 1), (12, 0)), "gap")] if n else []
    return made


def a_chain_that_does_not_close() -> list[Statement]:
    """Put 20,000 events a day after one another, and the last onto the day of the first."""
    chain = [say(f"g{n}", Distance(f"e{n}", f"e{n - 1}", (0, 1), (0, 1)), "gap") for n in range(1, 20_000)]
    return [say("first", Within("e0", ((_START, _START),))), *chain, say("last", Within("e19999", ((_START, _START),)))]


def solve(statements: list[Statement], steps: int = STEPS) -> tuple[list[tuple[str, dict[str, Any]]], float]:
    """Return the rows of the answers, as a check makes them, and the seconds of the processor."""
    labels = {event: event for statement in statements for event in events_of(statement.constraint)}
    reference: Any = NoReference()
    asked = Asked({}, labels, {}, reference, Budget(steps), frozenset(COLUMNS) - {"gap_answers"})
    start = time.process_time()
    try:
        rows = list(tell(answer("article", tuple(statements), CAP, asked.budget, reference), asked))
    except BudgetError:
        rows = list(tell(undecided("article", tuple(statements)), asked))
    return rows, time.process_time() - start


@pytest.mark.parametrize(
    ("make", "verdict"),
    [
        (years_of_one_event, "undecided"),
        (clashes_that_share_nothing, "certain"),
        (holders_of_very_many_terms, "certain"),
        (an_order_that_cannot_be, "undecided"),
        (days_that_never_come, "certain"),
        (a_chain_that_does_not_close, "undecided"),
    ],
)  # fmt: skip
def test_a_hard_network_ends_in_time_and_says_what_it_did_not_work_out(make: Callable[[], list[Statement]], verdict: str) -> None:
    rows, seconds = solve(make())
    clashes = [row for table, row in rows if table == "clashes"]
    assert {row["verdict"] for row in clashes} == {verdict}
    if verdict == "undecided":
        assert [row["reason"] for row in clashes] == [TOO_HARD]
    assert seconds < _SECONDS


@pytest.mark.parametrize("make", [years_of_one_event, clashes_that_share_nothing, an_order_that_cannot_be, days_that_never_come])
def test_a_tenth_of_the_steps_takes_no_longer_and_gives_the_same_each_time(make: Callable[[], list[Statement]]) -> None:
    """The limit is on the work and not on the clock: a slow machine finds what a fast one does."""
    (first, seconds), (second, _) = solve(make(), STEPS // 10), solve(make(), STEPS // 10)
    assert first == second
    assert seconds < _SECONDS / 2
