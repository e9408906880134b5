from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from judges import AllDays, Smt, by_subsets
from networks import HARD, STEADY, Case, article_like, calendar, cases, pigeons

from corrigenda.timeline.network.diagnosis import Diagnosis, cost_of, diagnose, ranges
from corrigenda.timeline.network.prune import entangled
from corrigenda.timeline.network.solver import Budget, Constraint, Distance, Either, Statement, Within, holds


def check_against(case: Case, found: Diagnosis, conflicts: set[frozenset[str]], corrections: list[frozenset[str]]) -> None:
    assert found.complete
    assert len(set(found.conflicts)) == len(found.conflicts)
    assert set(found.conflicts) == conflicts
    assert list(found.corrections) == corrections  # by cost, then by name
    assert found.consistent == (not conflicts)


@settings(STEADY, max_examples=400)
@given(cases())
def test_all_conflicts_and_corrections_are_those_of_all_subsets_and_all_days(case: Case) -> None:
    with calendar(case.window):
        check_against(case, diagnose(case.statements, cap=1000), *AllDays(case).diagnosis())


@settings(STEADY, max_examples=100)
@given(cases(length=18, most_events=4, most=10, months=1, days=15))
def test_more_events_and_statements_too(case: Case) -> None:
    with calendar(case.window):
        check_against(case, diagnose(case.statements, cap=1000), *AllDays(case).diagnosis())


@settings(STEADY, max_examples=8)
@given(cases(length=366 * 5, most_events=5, most=6, months=30, days=400, starts=("2019-01-01", "2022-12-31")))
def test_all_conflicts_and_corrections_are_those_of_all_subsets_and_an_smt_solver(case: Case) -> None:
    judge = Smt(case, pytest.importorskip("z3"))
    costs = {s.statement_id: s.cost for s in case.statements}
    with calendar(case.window):
        check_against(case, diagnose(case.statements, cap=1000), *by_subsets(list(costs), costs, judge.holds))


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("size", [10, 30, 50])
def test_an_article(size: int, seed: int) -> None:
    case = article_like(size, seed)
    costs = {s.statement_id: s.cost for s in case.statements}
    with calendar(case.window):
        found = diagnose(case.statements, cap=10)
        check_promises(case.statements, found)
        assert [cost_of(c, costs) for c in found.corrections] == sorted(cost_of(c, costs) for c in found.corrections)
        if found.corrections and size <= 10:
            assert cost_of(found.corrections[0], costs) == Smt(case, pytest.importorskip("z3")).cheapest()


def check_promises(statements: tuple[Statement, ...] | list[Statement], found: Diagnosis) -> None:
    by_name = {s.statement_id: s.constraint for s in statements}

    def hold(names: set[str] | frozenset[str]) -> bool:
        return holds([by_name[name] for name in by_name if name in names])

    for conflict in found.conflicts:
        assert not hold(conflict)
        assert all(hold(conflict - {name}) for name in conflict)
    for correction in found.corrections:
        kept = set(by_name) - correction
        assert hold(kept)
        assert ranges(statements, correction) is not None
        assert not any(hold(kept | {name}) for name in correction)


@settings(STEADY, max_examples=80)
@given(cases(most=10))
def test_what_is_named_within_a_cap_or_a_budget_is_right(case: Case) -> None:
    costs = {s.statement_id: s.cost for s in case.statements}
    with calendar(case.window):
        whole = diagnose(case.statements, cap=1000)
        for cap, steps in ((1, 10**6), (2, 10**6), (1000, 60), (1000, 300)):
            part = diagnose(case.statements, cap=cap, budget=Budget(steps))
            assert set(part.conflicts) <= set(whole.conflicts)
            assert set(part.corrections) <= set(whole.corrections)
            prices = [cost_of(c, costs) for c in part.corrections]
            assert prices == [cost_of(c, costs) for c in whole.corrections[: len(prices)]]
            if part.complete:
                assert part == whole
            assert not part.consistent or whole.consistent


@settings(STEADY, max_examples=100)
@given(cases(length=60, most_events=5, most=12))
def test_the_order_of_statements_changes_nothing(case: Case) -> None:
    with calendar(case.window):
        assert diagnose(case.statements, cap=5) == diagnose(case.statements, cap=5)
        assert diagnose(case.statements, cap=2000) == diagnose(case.statements[::-1], cap=2000)


def test_runs_with_other_hashes_do_not_differ() -> None:
    code = (
        "from networks import article_like; from corrigenda.timeline.network.diagnosis import diagnose\n"
        "d = diagnose(article_like(60, 4).statements, cap=5)\n"
        "print([sorted(c) for c in d.conflicts], [sorted(c) for c in d.corrections], d.complete)"
    )
    runs = set()
    for seed in ("1", "2", "3"):
        env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2] / "support")}
        runs.add(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=env).stdout)  # noqa: S603
    assert len(runs) == 1
    assert b"s0" in runs.pop()


@settings(STEADY, max_examples=100)
@given(cases())
def test_what_is_left_out_takes_part_in_no_conflict(case: Case) -> None:
    with calendar(case.window):
        conflicts, _ = AllDays(case).diagnosis()
        kept = {s.statement_id for s in entangled(case.statements, Budget())}
        assert all(conflict <= kept for conflict in conflicts)


def test_an_event_tied_to_two_others_is_not_left_out() -> None:
    # Each tie alone allows the same day; only an event with ties to one other event can follow it.
    same = (0, 0)
    said: list[Constraint] = [
        Within("a", ((1, 5),)),
        Within("b", ((10, 15),)),
        Distance("x", "a", same, same),
        Distance("x", "b", same, same),
    ]
    found = diagnose([Statement(f"s{n}", c) for n, c in enumerate(said)])
    assert found.conflicts == (frozenset({"s0", "s1", "s2", "s3"}),)


def test_a_part_that_is_too_hard_leaves_no_correction_of_the_whole() -> None:
    # The first draft named the correction of the easy part, which does not mend the other one.
    easy = [Statement("a", Within("x", ((1, 2),))), Statement("b", Within("x", ((4, 5),)))]
    found = diagnose([*easy, *pigeons(9)], budget=Budget(20_000))
    assert not found.complete
    assert found.conflicts == (frozenset({"a", "b"}),)
    assert not found.corrections


def test_too_hard_is_undecided() -> None:
    assert diagnose(pigeons(9), budget=Budget(10)).undecided
    assert diagnose([]) == Diagnosis()
    assert diagnose([Statement("s", Either(()))]).corrections == (frozenset({"s"}),)


@pytest.mark.parametrize("name", HARD)
@pytest.mark.parametrize("steps", [100, 5_000, 100_000])
def test_a_diagnosis_keeps_its_budget(name: str, steps: int) -> None:
    statements = [Statement(f"s{n:04}", c) for n, c in enumerate(HARD[name])]
    budget = Budget(steps)
    found = diagnose(statements, cap=20, budget=budget)
    assert budget.used <= steps + 5 * len(statements) + 5
    if budget.used > steps:
        assert not found.complete
