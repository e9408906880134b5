"""Days counted from the day of writing, held against calendars counted by hand and against a slow procedure."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrigenda.values.calendar_days import BARE, WEEKDAYS, CalendarPhrase, count_days
from corrigenda.values.edtf import EARLIEST, LATEST, iso, ordinal

FRIDAY = (ordinal("2022-05-06"),) * 2


def say(phrase: CalendarPhrase, name: str | None = None, tense: str = "past", written: tuple[int, int] = FRIDAY) -> str:
    return " ".join(
        iso(first) if first == last else f"{iso(first)}/{iso(last)}" for first, last in count_days(phrase, name, written, tense)
    )


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        (CalendarPhrase("day", -1, -1), "2022-05-05"),
        (CalendarPhrase("day", 0, 1), "2022-05-06/2022-05-07"),
        # Both the weeks that begin on Sunday and those that begin on Monday.
        (CalendarPhrase("week", -1, -1), "2022-04-24/2022-05-01"),
        (CalendarPhrase("week", 0, 0, "past"), "2022-05-01/2022-05-06"),
        (CalendarPhrase("month", -1, -1), "2022-04-01/2022-04-30"),
        (CalendarPhrase("month", 0, 0, "future"), "2022-05-06/2022-05-31"),
        (CalendarPhrase("quarter", -1, -1), "2022-01-01/2022-03-31"),
        (CalendarPhrase("year", -1, -1), "2021-01-01/2021-12-31"),
        (CalendarPhrase("decade", 0, 0), "2020-01-01/2029-12-31"),
        (CalendarPhrase("century", -1, -1), "1900-01-01/1999-12-31"),
        (CalendarPhrase("weekend", -1, 1, "nearest"), "2022-04-29/2022-05-01"),
    ],
)
def test_units_are_those_of_the_calendar(phrase: CalendarPhrase, days: str) -> None:
    assert say(phrase) == days


@pytest.mark.parametrize(
    ("name", "tense", "days"),
    [
        ("XXXX-12-26", "future", "2022-12-26"),
        ("XXXX-12-26", "past", "2021-12-26"),
        ("XXXX-05-06", "past", "2022-05-06"),
        ("XXXX-05", "past", "2022-05-01/2022-05-31"),
        ("XXXX-05", "future", "2022-05-01/2022-05-31"),
        ("XXXX-06", "past", "2021-06-01/2021-06-30"),
        # A leap day is not in every year.
        ("XXXX-02-29", "past", "2020-02-29"),
        # The day after may be that of another time zone.
        ("XXXX-05-07", "past", "2021-05-07 2022-05-07"),
        ("XXXX-05-08", "past", "2021-05-08"),
        # Without a tense, either.
        ("XXXX-03-19", "unstated", "2022-03-19 2023-03-19"),
        # The spring of the south is at the end of the year.
        ("XXXX-21", "past", "2021-09-01/2021-12-22 2022-03-01/2022-06-21"),
    ],
)
def test_a_date_without_a_year_is_the_nearest_that_fits_the_tense(name: str, tense: str, days: str) -> None:
    assert say(BARE["date"], name, tense) == days


def test_the_last_of_a_weekday_is_one_of_two() -> None:
    assert say(CalendarPhrase("weekday", -2, -1), "friday") == "2022-04-22 2022-04-29"


def test_a_day_of_writing_that_is_not_known_to_a_month_anchors_nothing() -> None:
    assert say(BARE["date"], "XXXX-05-06", written=(FRIDAY[0], FRIDAY[0] + 31)) == ""
    assert say(CalendarPhrase("day", -1, -1), written=(FRIDAY[0], FRIDAY[0] + 1)) == "2022-05-05/2022-05-06"


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(WEEKDAYS), st.sampled_from(["past", "future"]))
def test_a_weekday_is_the_nearest_by_counting_day_by_day(written: date, name: str, tense: str) -> None:
    day = written
    while WEEKDAYS[day.weekday()] != name:
        day += timedelta(-1 if tense == "past" else 1)
    assert count_days(BARE["weekday"], name, (written.toordinal(),) * 2, tense) == ((day.toordinal(),) * 2,)


@given(
    st.dates(date(1, 1, 1), date(9999, 12, 31)), st.sampled_from(["day", "week", "weekend", "month", "quarter", "half", "year", "decade"])
)
def test_the_unit_of_the_day_of_writing_holds_it(written: date, unit: str) -> None:
    day = written.toordinal()
    runs = count_days(CalendarPhrase(unit, 0, 0), None, (day, day))
    assert not runs or any(first <= day <= last for first, last in runs)


@pytest.mark.parametrize("unit", ["day", "week", "weekend", "month", "decade", "weekday"])
@pytest.mark.parametrize("day", [date.min.toordinal(), date.max.toordinal()])
def test_there_is_no_day_before_the_first_and_none_after_the_last(day: int, unit: str) -> None:
    """An article of the first of January of the year 1 that says "yesterday" ended every check with an internal error."""
    for units in (-2, -1), (0, 0), (1, 2):
        runs = count_days(CalendarPhrase(unit, *units), "monday", (day, day))
        assert all(EARLIEST <= first <= last <= LATEST for first, last in runs)
