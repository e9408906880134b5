from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corrigenda.timeline.network.runs import find_runs
from corrigenda.timeline.network.solver import Constraint, Distance, Either, Recurring, Within, is_met

FIRST, LONG = 737_000, 800
DAYS = st.integers(FIRST - 50, FIRST + LONG + 50)
PLAIN = st.one_of(
    st.builds(Within, st.just("e"), st.lists(st.tuples(DAYS, DAYS), max_size=4).map(tuple)),
    st.builds(Recurring, st.just("e"), st.none() | st.integers(1, 12), st.none() | st.integers(1, 31)),
)


@given(st.lists(PLAIN | st.lists(PLAIN, max_size=3).map(tuple).map(Either), max_size=4), st.integers(0, LONG))
def test_runs_are_those_of_each_day_tried(constraints: list[Constraint], length: int) -> None:
    window = FIRST, FIRST + length
    fitting = [day for day in range(window[0], window[1] + 1) if all(is_met(one, {"e": day}) for one in constraints)]
    firsts = [day for day in fitting if day - 1 not in fitting]
    lasts = [day for day in fitting if day + 1 not in fitting]
    assert find_runs(constraints, window) == list(zip(firsts, lasts, strict=True))


def test_a_distance_bounds_no_day_by_itself() -> None:
    assert find_runs([Distance("e", "other", (0, 3), None)], (5, 9)) == [(5, 9)]
