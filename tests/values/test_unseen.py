"""Differences that a reader cannot see are named, those that can be seen are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrigenda.values.unseen import show_pair, tell_unseen


@pytest.mark.parametrize(("before", "after"), [("Jose", "José"), ("Jose", "Jose\u0301"), ("a", "b"), ("2024", "2025"), ("Ada", "ADA")])
def test_what_can_be_seen_is_not_named(before: str, after: str) -> None:
    assert tell_unseen(before, after) == ""


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("José", "Jose\u0301", "U+00E9"), ("Ada", "Ada\u200b", "ZERO WIDTH SPACE"), ("a b", "a\u00a0b", "NO-BREAK SPACE"),
        ("a  b", "a b", "SPACE"), ("Ada", "Аda", "CYRILLIC"), ("Ａda", "Ada", "FULLWIDTH"), ("Ada", "Ada\u202e", "RIGHT-TO-LEFT"),
        ("Pavlo", "Рavlо", "CYRILLIC"),
    ],
)  # fmt: skip
def test_what_cannot_be_seen_is_named(before: str, after: str, named: str) -> None:
    assert named in tell_unseen(before, after)
    assert tell_unseen(after, before)


@given(st.text(), st.text(), st.text())
def test_a_shortened_pair_shows_where_it_differs(shared: str, one: str, other: str) -> None:
    before, after = shared * 9 + one, shared * 9 + other
    tell_unseen(before, after)
    assert (before == after) == (len(set(show_pair(before, after))) == 1) or len(one) > 80 or len(other) > 80
