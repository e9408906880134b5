from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrigenda.values.amounts import find_signs, parse_interval, read_hedge


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
        ("a dozen", 12.0, "", 11.5, 12.5),
        ("three million", 3e6, "", 2.5e6, 3.5e6),
        ("a loss of $3 billion", -3e9, "", -3.5e9, -2.5e9),
        ("over 3 in the red", -3.0, "over", -3.0, 1e300),
        ("under -3", -3.0, "under", -1e300, -3.0),
        ("half", 0.5, "", 0.25, 0.75),
        ("half a million", 5e5, "", 2.5e5, 7.5e5),
        ("two thirds", 66.0, "", 49.5, 82.5),
        ("one and a half million", 1.5e6, "", 1.25e6, 1.75e6),
        ("2½ million", 2.5e6, "", 2.25e6, 2.75e6),
        ("1/4", 25.0, "", 12.5, 37.5),
        ("1 1/2", 1.5, "", 1.25, 1.75),
        ("3 half-days", 3.0, "", 2.5, 3.5),
        ("10 to 12 billion", 10e9, "", 5e9, 12.5e9),
        ("between 5 and 7 percent", 6.0, "", 4.5, 7.5),
        ("five to seven", 7.0, "", 4.5, 7.5),
        ("$1-2 billion", 1.5e9, "", 0.5e9, 2.5e9),
        ("$900 million to $1.2 billion", 0.9e9, "", 0.85e9, 1.25e9),
        ("about 12 to 15", 12.0, "about", 11.0, 16.0),
        ("exactly 3 to 4", 3.5, "exactly", 3.5, 3.5),
        ("218 to 214", 218.0, "", 217.5, 218.5),
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


@given(st.decimals(min_value=1, max_value=999, places=1), st.decimals(min_value=0, max_value=99, places=1), st.sampled_from(["", "about"]))
def test_a_range_holds_what_its_ends_hold(low: Decimal, more: Decimal, hedge: str) -> None:
    high = low + more
    found = parse_interval(f"{low} to {high} million", float((low + high) / 2) * 1e6, hedge)
    for end in (low, high):
        inner = parse_interval(f"{end} million", float(end) * 1e6, hedge)
        assert found[0] <= inner[0] * (1 + 1e-9) or more == 0
        assert found[1] >= inner[1] * (1 - 1e-9)


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("$5", ("$",)),
        ("US$5", ("US$",)),
        ("NT$5", ()),
        ("5m$", ("$",)),
        ("5 Kr", ("Kr", "kr")),
        ("5 kronor", ()),
        ("Rs.500", ("Rs",)),
        ("¥500 (500 yen)", ("yen", "¥")),
        ("500", ()),
    ],
)
def test_signs_printed_beside_an_amount(printed: str, found: tuple[str, ...]) -> None:
    assert find_signs(printed, ["$", "US$", "kr", "Kr", "Rs", "yen", "¥"]) == found


def test_no_sign_is_found_where_none_is_known() -> None:
    assert find_signs("$5", []) == ()


def test_over_has_no_upper_end() -> None:
    assert parse_interval("over 300", 300.0, "over")[1] > 1e200


@pytest.mark.parametrize(
    ("printed", "hedge"),
    [
        ("at least two", "over"),
        ("More than $5 billion", "over"),
        ("no fewer than 12", "over"),
        ("300 or more", "over"),
        ("less than 40 percent", "under"),
        ("no more than 7", "under"),
        ("up to $40 million", "under"),
        ("as many as 300", "under"),
        ("12 at most", "under"),
        ("nearly 300", "about"),
        ("some 300", "about"),
        ("300 or so", "about"),
        ("exactly 12", "exactly"),
        ("three times as much", ""),
        ("the overall 300", ""),
        ("someone's 300", ""),
        ("300", ""),
    ],
)
def test_hedge_that_the_words_have(printed: str, hedge: str) -> None:
    assert read_hedge(printed) == hedge
