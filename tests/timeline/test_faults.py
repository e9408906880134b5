"""Networks with several clashes that are independent of one another: each is shown, none twice, and mended nothing is left."""

from __future__ import annotations

from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from judges import AllDays, Smt
from networks import HARD, STEADY, Case, article_like, calendar, cases

from corrigenda.timeline.network.solver import Budget, Constraint, Distance, Statement, Within, holds
from corrigenda.timeline.solution import Timeline, answer
from corrigenda.timeline.statements.reference import Reference

NOTHING = Reference(lambda _: [])


def ask(statements: tuple[Statement, ...], cap: int = 5, steps: int = 3_000_000) -> Timeline:
    return answer("a", statements, cap, Budget(steps), NOTHING)


def check(timeline: Timeline, statements: tuple[Statement, ...]) -> None:
    """Compare what is shown with its promises."""

    def hold(ones: tuple[Statement, ...] | list[Statement]) -> bool:
        return holds([s.constraint for s in ones])

    given_up = [s.statement_id for fault in timeline.faults for s in fault.given_up]
    assert len(set(given_up)) == len(given_up), "no change is told twice"
    clashes = [frozenset(s.statement_id for s in fault.clash) for fault in timeline.faults]
    assert len(set(clashes)) == len(clashes), "no clash is told twice"
    for fault in timeline.faults:
        assert set(fault.given_up) & set(fault.clash)
        assert not hold(fault.clash)
        assert all(hold([s for s in fault.clash if s is not one]) for one in fault.clash)
        others = set(given_up) - {s.statement_id for s in fault.given_up}
        assert not others & {s.statement_id for s in fault.clash}, "each clash is mended by its own change alone"
        for option in fault.options:
            left = [s for s in statements if s is not option.given_up]
            assert option.still is not None
            assert hold(left) == (not option.still), "what still clashes is told"
            assert all(not hold(clash) and option.given_up not in clash for clash in option.still)
            kept = [s for s in statements if s.statement_id not in others and s is not option.given_up]
            assert hold(kept) == option.mends
    assert hold([s for s in statements if s.statement_id not in given_up]), "once all is mended nothing is left"


@settings(STEADY, max_examples=200)
@given(cases(most=10))
def test_every_fault_of_a_small_network_keeps_its_promises(case: Case) -> None:
    with calendar(case.window):
        timeline = ask(case.statements, cap=500)
        check(timeline, case.statements)
        assert bool(timeline.faults) == (AllDays(case).bounds() is None)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("size", [40, 120, 400])
def test_every_fault_of_an_article_keeps_its_promises(size: int, seed: int) -> None:
    case = article_like(size, seed, faults=5)
    with calendar(case.window):
        timeline = ask(case.statements)
        check(timeline, case.statements)
        if size == 40:
            assert Smt(case, pytest.importorskip("z3")).holds() == (not timeline.faults)


def apart(number: int, seed: int) -> tuple[Statement, ...]:
    """Plant that many clashes, each of an event of its own, in a chain of events that ties all of them together."""
    random = Random(seed)  # noqa: S311  (a test wants the same network every time)
    said: list[tuple[Constraint, int]] = []
    for n in range(3 * number):
        said.append((Within(f"e{n:03}", ((100 * n, 100 * n + 300),)), 10))
        if n:
            said.append((Distance(f"e{n:03}", f"e{n - 1:03}", (0, 0), None), 30))
    wrong = [3 * n + random.randrange(3) for n in range(number)]
    said += [(Within(f"e{n:03}", ((100_000 + n, 100_000 + n),)), random.choice([2, 5, 9])) for n in wrong]
    return tuple(
        Statement(f"s{n:03}", c, cost=cost, cells=(("dates", f"d{n:03}", "edtf"),), part="date") for n, (c, cost) in enumerate(said)
    )


@pytest.mark.parametrize("number", [1, 2, 3, 5, 8, 13])
def test_each_of_several_planted_clashes_is_told(number: int) -> None:
    statements = apart(number, number)
    timeline = ask(statements)
    check(timeline, statements)
    planted = {s.statement_id for s in statements[-number:]}
    assert {s.statement_id for fault in timeline.faults for s in fault.given_up} == planted
    assert len(timeline.faults) == number
    for one, other in combinations(timeline.faults, 2):
        assert not set(one.given_up) & set(other.given_up)


@pytest.mark.parametrize("steps", [2_000, 20_000, 100_000])
def test_where_the_search_is_too_hard_a_part_is_told_and_says_so(steps: int) -> None:
    statements = apart(40, 1)
    timeline = ask(statements, steps=steps)
    assert timeline.diagnosis.undecided or not timeline.is_whole or len(timeline.faults) == 40
    for fault in timeline.faults:
        assert not holds([s.constraint for s in fault.clash])


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("steps", [1_000, 50_000])
def test_all_answers_together_keep_the_budget(name: str, steps: int) -> None:
    statements = tuple(Statement(f"s{n:04}", c) for n, c in enumerate(HARD[name]))
    budget = Budget(steps)
    timeline = answer("a", statements, 5, budget, NOTHING)
    assert budget.used <= steps + 12 * len(statements) + 30
    if budget.used > steps:
        assert timeline.diagnosis.undecided
