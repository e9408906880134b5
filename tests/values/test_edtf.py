from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corrigenda.values.edtf import EARLIEST, LATEST, Span, add_months, iso, ordinal, parse_duration, parse_edtf

DAYS = st.dates()


@given(DAYS)
def test_a_day_is_itself(day: date) -> None:
    assert parse_edtf(day.isoformat()) == Span(day.toordinal(), day.toordinal(), "day")


@given(st.integers(1, 9999), st.integers(1, 12))
def test_a_month_has_all_its_days(year: int, month: int) -> None:
    span = parse_edtf(f"{year:04}-{month:02}")
    assert span.first == date(year, month, 1).toordinal()
    assert span.last is not None
    assert span.last - span.first + 1 == monthrange(year, month)[1]


@given(DAYS, st.sampled_from(["year", "month", "decade"]))
def test_a_coarser_date_holds_the_day(day: date, precision: str) -> None:
    text = {"year": f"{day.year:04}", "month": f"{day:%m}", "decade": f"{day.year:04}"[:3] + "X"}[precision]
    if precision == "month":
        text = f"{day.year:04}-{text}"
    span = parse_edtf(text)
    assert span.first is not None
    assert span.last is not None
    assert span.first <= day.toordinal() <= span.last


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("202X", "2020-01-01", "2029-12-31"),
        ("20XX-02-29", "2000-02-29", "2096-02-29"),
        ("2024-XX-31", "2024-01-31", "2024-12-31"),
        ("2025-02~", "2025-01-01", "2025-03-31"),
        ("2024-02-29~", "2024-02-28", "2024-03-01"),
        ("2024~", "2023-01-01", "2025-12-31"),
        ("2025-03-28/2025-04-07", "2025-03-28", "2025-04-07"),
        ("2025-10-21/..", "2025-10-21", None),
        ("2025-10-21/", "2025-10-21", None),
        ("../2024-05", None, "2024-05-31"),
        ("2024?", None, None),
        ("2024-05%", None, None),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
    ],
)
def test_first_and_last_day(text: str, first: str | None, last: str | None) -> None:
    span = parse_edtf(text)
    assert (span.first and iso(span.first), span.last and iso(span.last)) == (first, last)


def test_a_day_without_a_year_says_so() -> None:
    assert parse_edtf("XXXX-03-19") == Span(None, None, "day", has_year=False)
    assert not parse_edtf("XXXX-03-19/..").has_year


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024-13",
        "2024-00",
        "2025-02-29",
        "XXXX-02-30",
        "2024-5",
        "May 2024",
        "2024/05",
        "../..",
        "/",
        "2025/2024",
        "2024-02-31T12:00",
        "24",
        "2024-05-32",
        "2024 ",
        "٢٠٢٤",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"expected|no such day|interval|not supported"):
        parse_edtf(text)


@pytest.mark.parametrize("text", ["0000", "-0044", "-0044-03-15", "10000", "Y12024", "12024-05"])
def test_years_outside_the_calendar_are_refused_clearly(text: str) -> None:
    with pytest.raises(ValueError, match=r"0001 and after 9999|no such day"):
        parse_edtf(text)


def test_the_library_edtf_agrees() -> None:
    edtf = pytest.importorskip("edtf", reason="the library edtf is the oracle of this test")
    from edtf.parser.edtf_exceptions import EDTFParseException

    days = ["", *(f"-{d:02}" for d in (1, 15, 28, 29, 30, 31))]
    months = [f"-{m:02}{d}" for m in (1, 2, 4, 12) for d in days]
    texts = [f"{y}{m}" for y in ("2023", "2024", "1900") for m in ["", *months]]
    texts += ["202X", "19XX", "2024-05-03/2025", "2024-05/..", "../2024-05", "2024-02-30/2025", "2024-13", "20245"]
    wrong = []
    for text in texts:
        try:
            oracle = edtf.parse_edtf(text)
            low, high = (
                date(*bound[:3]).toordinal() for bound in (oracle.lower_strict(), oracle.upper_strict()) if not isinstance(bound, float)
            )
        except (EDTFParseException, ValueError, TypeError):
            low = high = -1
        try:
            span = parse_edtf(text)
            ours = (span.first if span.first is not None else -1, span.last if span.last is not None else -1)
        except ValueError:
            ours = (-1, -1)
        if ".." not in text and (low, high) != ours:
            wrong.append((text, low, high, ours))
    # The library reads days that are not in the calendar as the last one of the month; here they are refused.
    assert [w for w in wrong if w[3] != (-1, -1)] == []


@given(DAYS, st.integers(-2400, 2400))
def test_adding_months_lands_in_the_month(day: date, months: int) -> None:
    moved = add_months(day.toordinal(), months)
    index = day.year * 12 + day.month - 1 + months
    if 12 <= index < 120000:
        landed = date.fromordinal(moved)
        assert landed.year * 12 + landed.month - 1 == index
        assert landed.day == min(day.day, monthrange(landed.year, landed.month)[1])
    else:
        assert moved in (EARLIEST, LATEST)


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99), st.integers(0, 99))
def test_durations(years: int, months: int, weeks: int, days: int) -> None:
    assert parse_duration(f"P{years}Y{months}M{weeks}W{days}D") == (12 * years + months, 7 * weeks + days)


@pytest.mark.parametrize("text", ["", "P", "1Y", "PT5H", "P1.5Y", "-P1Y", "P1D1Y"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected a duration"):
        parse_duration(text)


@given(DAYS)
def test_days_are_written_and_read(day: date) -> None:
    assert ordinal(iso(day.toordinal())) == day.toordinal()
    assert date.fromordinal(EARLIEST) + timedelta(LATEST - EARLIEST) == date.max


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020-34", "2020-04-01", "2020-06-30"),
        ("2020-37", "2020-01-01", "2020-04-30"),
        ("2020-41", "2020-07-01", "2020-12-31"),
        ("2020-25", "2020-03-01", "2020-06-21"),
        ("2020-29", "2020-09-01", "2020-12-22"),
        ("2020-21", "2020-03-01", "2020-12-22"),
        ("2020-28", "2019-12-01", "2021-03-21"),
        ("2024-05-31T23:30:00Z", "2024-05-31", "2024-05-31"),
    ],
)
def test_seasons_quarters_and_times_are_read_as_widely_as_they_can_be_meant(text: str, first: str, last: str) -> None:
    span = parse_edtf(text)
    assert (iso(span.first or 1), iso(span.last or 1)) == (first, last)


def test_what_lasts_from_year_to_year_goes_on_from_the_end_of_the_first_to_the_start_of_the_last() -> None:
    span = parse_edtf("2010/2020")
    assert (iso(span.inner_first or 1), iso(span.inner_last or 1)) == ("2010-12-31", "2020-01-01")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("[2020,2022]", "2020-01-01", "2022-12-31"),
        ("{2020-05..2021}", "2020-05-01", "2021-12-31"),
        ("[2021-02-03, 1999]", "1999-01-01", "2021-02-03"),
        ("[..2020]", None, "2020-12-31"),
        ("[2020-05,2021..]", "2020-05-01", None),
        ("2001-21~", "2000-12-01", "2002-03-22"),
        ("202X-33", "2020-01-01", "2029-03-31"),
    ],
)
def test_a_set_or_a_rough_season_has_a_first_and_a_last_day(text: str, first: str | None, last: str | None) -> None:
    span = parse_edtf(text)
    assert (span.first and iso(span.first), span.last and iso(span.last)) == (first, last)


def test_an_open_end_is_told_from_an_unknown_one() -> None:
    assert parse_edtf("2004/..").is_open
    assert not parse_edtf("2004/").is_open
    assert parse_edtf("2004/").last is None


@pytest.mark.parametrize(
    "text",
    [
        "2004-06~-11", "?2004", "1950S2", "Y170000", "1985-W15", "1985-102", "2001-21^southernHemisphere", "2024-05-01T10", "20240501",
        "-0044", "[XXXX-05,2020]",
    ],
)  # fmt: skip
def test_what_is_edtf_and_not_read_here_is_refused_as_not_supported(text: str) -> None:
    with pytest.raises(ValueError, match=r"not supported"):
        parse_edtf(text)


def test_a_time_of_day_that_no_clock_shows_is_refused() -> None:
    with pytest.raises(ValueError, match=r"not supported"):
        parse_edtf("2024-05-01T25:00")
