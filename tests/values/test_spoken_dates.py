"""How sentences say days, spans and distances."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrigenda.values.edtf import iso, parse_edtf
from corrigenda.values.spoken_dates import MONTHS, say_date, say_day, say_distance, say_span

DAYS = st.integers(1, date.max.toordinal())


@given(DAYS)
def test_a_day_can_be_read_back(day: int) -> None:
    number, month, year = say_day(day).split()
    assert date(int(year), MONTHS.index(month) + 1, int(number)).toordinal() == day
    assert say_date(iso(day)) == say_day(day)


@given(DAYS, DAYS)
def test_a_span_ends_with_its_last_day_and_names_its_first(one: int, other: int) -> None:
    first, last = sorted((one, other))
    said = say_span(first, last)
    assert said.endswith(say_day(last))
    assert said.startswith("on " if first == last else f"from {date.fromordinal(first).day}")


@pytest.mark.parametrize("text", ["2024-13", "hello", "", "XXXX", "2024-1X", "202X-05", "/", "../..", "2024/x", "2024-05 and 2025"])
def test_what_has_no_words_stays_as_it_is(text: str) -> None:
    assert say_date(text) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("19XX", "the 20th century"), ("20XX", "the 21st century"), ("XXXX-03", "March"), ("2024-05-31?", "31 May 2024 (uncertain)"),
        ("/2024", "2024 or earlier (the start is unknown)"), ("2024/", "2024 or later (the end is unknown)"), ("2024/..", "2024 or later"),
    ],
)  # fmt: skip
def test_dates_in_words(text: str, said: str) -> None:
    assert parse_edtf(text)
    assert say_date(text) == said


@given(st.integers(0, 40_000), st.integers(0, 40_000))
def test_the_range_said_holds_the_range_meant(one: int, other: int) -> None:
    low, high = sorted((one, other))
    *numbers, unit = say_distance(low, high).replace(",", "").split(" ")
    unit = unit.removesuffix("s")
    size, slack = {"day": (1, 0), "month": (30.436875, 0.01), "year": (365.2425, 2.01)}[unit]
    assert int(numbers[0]) * size <= low + slack
    assert int(numbers[-1]) * size >= high - slack
    assert int(numbers[-1]) * size <= high + size
