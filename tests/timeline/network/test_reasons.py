from __future__ import annotations

import pytest
from hypothesis import given, settings
from judges import AllDays, Smt
from networks import HARD, STEADY, Case, article_like, calendar, cases

from corrigenda.timeline.network.constraints import Distance, Either, Recurring, Statement, Within
from corrigenda.timeline.network.reasons import Reasons
from corrigenda.timeline.network.solver import Budget, BudgetError, Constraint, solve
from corrigenda.values.edtf import ordinal


def bounded(constraints: list[Constraint], event: str, bounds: tuple[int, int], window: tuple[int, int]) -> bool:
    """Tell by all days tried whether constraints keep an event within bounds."""
    case = Case(window, tuple(Statement(f"s{n}", c) for n, c in enumerate([*constraints, Within(event, (window,))])))
    found = AllDays(case).bounds()
    return found is None or (bounds[0] <= found[event][0] and found[event][1] <= bounds[1])


@settings(STEADY, max_examples=120)
@given(cases())
def test_what_is_named_bounds_the_event_and_none_of_it_can_be_spared(case: Case) -> None:
    with calendar(case.window):
        left = solve(case.constraints)
        if left is None:
            return
        reasons = Reasons(case.statements, Budget())
        for event, bounds in left.items():
            named = [s.constraint for s in reasons.of(event)]
            assert bounded(named, event, bounds, case.window)
            for one in range(len(named)):
                assert not bounded(named[:one] + named[one + 1 :], event, bounds, case.window)


@pytest.mark.parametrize("size", [50, 400])
def test_an_smt_solver_says_the_same_of_an_article(size: int) -> None:
    z3 = pytest.importorskip("z3")
    case = article_like(size, 1, faults=0)
    plain = tuple(s for s in case.statements if not isinstance(s.constraint, Either))
    with calendar(case.window):
        left = solve([s.constraint for s in plain])
        assert left is not None
        reasons = Reasons(plain, Budget())
        for event in sorted(left)[:: max(1, len(left) // 6)]:
            first, last = left[event]
            outside = tuple(span for span in ((case.window[0], first - 1), (last + 1, case.window[1])) if span[0] <= span[1])
            away = Statement("away", Within(event, outside))
            named = reasons.of(event)
            assert not Smt(Case(case.window, (*named, away)), z3).holds()
            for one in named:
                assert Smt(Case(case.window, (*(s for s in named if s is not one), away)), z3).holds()


def test_of_a_near_and_a_far_reason_the_near_one_is_named() -> None:
    # By the order of names alone the year of the first event would take the place of that of the last, with all orders between.
    year = Within("e0", ((ordinal("2024-01-01"), ordinal("2024-12-31")),))
    chain: list[Constraint] = [year, *(Distance(f"e{n}", f"e{n - 1}", (0, 0), None) for n in range(1, 9))]
    own: list[Constraint] = [Within("e8", year.spans), Recurring("e8", month=5)]
    named = Reasons([Statement(f"s{n:02}", c) for n, c in enumerate([*chain, *own])], Budget()).of("e8")
    assert [s.statement_id for s in named] == ["s09", "s10"]


def chain(length: int) -> list[Statement]:
    """Put events in order, every fourth dated."""
    first = ordinal("2000-01-01")
    said: list[Constraint] = [Distance(f"e{n + 1:05}", f"e{n:05}", (0, 0), None) for n in range(length)]
    said += [Within(f"e{n:05}", ((first + n, first + n),)) for n in range(0, length, 4)]
    return [Statement(f"s{n:05}", c) for n, c in enumerate(said)]


def steps(length: int) -> int:
    budget = Budget()
    reasons = Reasons(chain(length), budget)
    assert all(reasons.of(event) for event in reasons.left)
    return budget.used


def test_the_work_grows_with_the_article_and_no_faster() -> None:
    assert steps(800) < 11 * steps(80)


def ask_all(statements: list[Statement], budget: Budget) -> None:
    """Ask for the reasons of every event again and again."""
    found = Reasons(statements, budget)
    while True:
        budget.spend()
        for event in found.left:
            found.of(event)


@pytest.mark.parametrize("name", HARD)
def test_reasons_keep_their_budget(name: str) -> None:
    statements = [Statement(f"s{n:04}", c) for n, c in enumerate(HARD[name])]
    budget = Budget(5_000)
    with pytest.raises(BudgetError):
        ask_all(statements, budget)
    assert budget.used <= 5_000 + 2 * len(statements) + 5
