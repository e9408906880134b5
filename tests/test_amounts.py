from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrigenda.amounts import parse_interval


@pytest.mark.parametrize(
    ("printed", "amount", "hedge", "low", "high"),
    [
        ("$1.2 billion", 1.2e9, "", 1.15e9, 1.25e9),
        ("$1.20 billion", 1.2e9, "", 1.195e9, 1.205e9),
        ("25 billion dollars", 25e9, "", 24.5e9, 25.5e9),
        ("1,200", 1200.0, "", 1150.0, 1250.0),
        ("1,234", 1234.0, "", 1233.5, 1234.5),
        ("USD 120 000", 120000.0, "", 115000.0, 125000.0),
        ("about 300", 300.0, "about", 200.0, 400.0),
        ("exactly 300", 300.0, "exactly", 300.0, 300.0),
        ("under 300", 300.0, "under", 0.0, 300.0),
        ("a dozen", 12.0, "", 12.0, 12.0),
        ("0", 0.0, "", 0.0, 0.0),
        ("81 %", 81.0, "", 80.5, 81.5),
    ],
)
def test_interval_of_the_printed_digits(printed: str, amount: float, hedge: str, low: float, high: float) -> None:
    assert parse_interval(printed, amount, hedge) == pytest.approx((low, high))


@given(st.decimals(min_value=1, max_value=999, places=1), st.sampled_from([1, 1000, 1_000_000, 1_000_000_000]))
def test_a_rounded_amount_holds_what_it_was_rounded_from(value: object, scale: int) -> None:
    exact = float(value) * scale  # type: ignore[arg-type]
    low, high = parse_interval(f"{float(value):.0f} thousand", round(float(value)) * scale)  # type: ignore[arg-type]
    assert low <= exact <= high


def test_over_has_no_upper_end() -> None:
    assert parse_interval("over 300", 300.0, "over")[1] > 1e200
