"""EDTF text to the first and last day it can mean, and ISO 8601 durations.

Days are proleptic Gregorian ordinals (day 1 is 0001-01-01), so that comparing days is comparing
integers. The subset of EDTF (ISO 8601-2, levels 0 and 1) is what the tables use: years, months and
days, digits left open (`202X`, `XXXX-03-19`, `2024-XX`), seasons and quarters (`2020-21` to `2020-41`, read as widely as they can be
meant), times of day (read as their day), qualifiers `~ ? %`, intervals with open or unknown ends (`2025-10-21/..`, `/2024`), and sets
of dates (`[2020,2022]`, `{2020..2022}`, read as their first and last day). What else is EDTF is refused as not supported.
"""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from corrigenda.values.seasons import season_bounds

_DATE = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?([~?%]?)")
_SEASON = re.compile(r"([0-9X]{4})-(2[1-9]|3\d|4[01])([~?%]?)")
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?")
_SET = re.compile(r"\[([^][{}]+)\]|\{([^][{}]+)\}")
# EDTF and ISO 8601 have more forms than are read here; each is refused by name.
_OTHER_FORMS = (
    (r"\d{8}", "dates without hyphens are not supported; write 2024-05-31"),
    (r"Y?[+-]?\d{5,}.*|Y.*|-\d.*", "years before 0001 and after 9999 are not supported"),
    (r"\d+(E\d+)?S\d+", "significant digits are not supported; write open digits, such as 195X"),
    (r"[0-9X]{4}-\d\d\^.*", "the hemisphere of a season is not supported in this form; write 25 to 28 (north) or 29 to 32 (south)"),
    (r"[~?%0-9X-]*[~?%][~?%0-9X-]*[0-9X]", "a doubt about a part of a date is not supported; mark the whole date, such as 2004-06-11?"),
    (r"\d{4}-?W\d\d(-?\d)?", "numbered weeks are not supported; write the first and the last day, such as 2024-01-01/2024-01-07"),
    (r"\d{4}-?\d{3}", "numbered days of a year are not supported; write month and day"),
    (r"\d{4}-?\d{2}-?\d{2}T.*", "this form of a time of day is not supported; write 2024-05-31T23:59:59Z or the day alone"),
)
_DURATION = re.compile(r"P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?")
EARLIEST, LATEST = 1, date.max.toordinal()


@dataclass(frozen=True)
class Span:
    """Hold the first and last day that a date can mean; None where nothing bounds it.

    `precision` is `year`, `month`, `day` or `interval`; `has_year` is false where no year is printed. What lasts over an interval
    is known to go on from `inner_first` to `inner_last` only: "from 2010 to 2020" need not start on the first of January.
    `is_open` tells an interval that is open on a side (`2004/..`: it goes on) from one whose end nobody knows (`2004/`).
    """

    first: int | None
    last: int | None
    precision: str
    has_year: bool = True
    inner_first: int | None = field(default=None, repr=False)
    inner_last: int | None = field(default=None, repr=False)
    is_open: bool = field(default=False, repr=False)


@lru_cache(maxsize=65536)
def parse_edtf(text: str) -> Span:
    """Read an EDTF date or interval.

    `~` widens by one unit of the precision on both sides; `?` and `%` leave the date unbounded,
    because a doubted date supports no certainty. Both are conventions of this project.
    Raises ValueError with the reason for what is not EDTF, is no day of the calendar,
    or lies outside the years 0001 to 9999.

    >>> span = parse_edtf("2024-02")
    >>> iso(span.first), iso(span.last)
    ('2024-02-01', '2024-02-29')
    >>> parse_edtf("XXXX-03-19")
    Span(first=None, last=None, precision='day', has_year=False)
    """
    if "/" not in text:
        return _parse_set(match[1] or match[2]) if (match := _SET.fullmatch(text)) else _parse_date(text)
    left, _, right = text.partition("/")
    sides = [None if side in ("", "..") else _parse_date(side) for side in (left, right)]
    first = sides[0].first if sides[0] else None
    last = sides[1].last if sides[1] else None
    if not any(sides):
        raise ValueError("an interval needs a date on one side at least")
    if first is not None and last is not None and first > last:
        raise ValueError("the interval ends before it starts")
    has_year = all(side is None or side.has_year for side in sides)
    inner_first, inner_last = sides[0].last if sides[0] else None, sides[1].first if sides[1] else None
    return Span(first, last, "interval", has_year, inner_first, inner_last, ".." in (left, right))


def _parse_set(members: str) -> Span:
    """Read the members of a set, single dates and ranges of them (`2020..2022`), as the first and last day of all of them.

    >>> parse_edtf("[2020-05,2020-07..2021]") == Span(ordinal("2020-05-01"), ordinal("2021-12-31"), "interval")
    True
    """
    spans = [parse_edtf(member.replace("..", "/", 1) if ".." in member else member) for member in members.replace(" ", "").split(",")]
    if not all(span.has_year for span in spans):
        raise ValueError("a set of dates without a year is not supported")
    firsts, lasts = [span.first for span in spans], [span.last for span in spans]
    first = None if None in firsts else min(day for day in firsts if day is not None)
    last = None if None in lasts else max(day for day in lasts if day is not None)
    return Span(first, last, "interval")


def _parse_date(text: str) -> Span:
    # Most dates of a large reference are plain days; what is none is looked at below.
    with suppress(ValueError):
        plain = ordinal(text)
        return Span(plain, plain, "day")
    match = _DATE.fullmatch(text)
    if season := _SEASON.fullmatch(text):
        return _parse_season(*season.groups())
    if time := _TIME.fullmatch(text):
        return _parse_date(time[1])
    if not match:
        for form, reason in _OTHER_FORMS:
            if re.fullmatch(form, text):
                raise ValueError(reason)
        raise ValueError("expected a date such as 2024, 2024-05, 2024-05-31, XXXX-03-19 or 2024-05/..")
    year, month, day, qualifier = match.groups()
    if year.isdigit() and month and "42" <= month <= "99":
        raise ValueError("parts of a year are numbered from 21 to 41; expected a month from 01 to 12 or one of these")
    precision = "day" if day else "month" if month else "year"
    if year == "XXXX":
        # 2000 is a leap year: what is no day in it is no day in any year.
        _bounds("2000", month, day)
        return Span(None, None, precision, has_year=False)
    first, last = _bounds(year, month, day)
    if qualifier in ("?", "%"):
        return Span(None, None, precision)
    if qualifier == "~":
        first, last = _widen(first, last, precision)
    return Span(first, last, precision)


def _bounds(year: str, month: str | None, day: str | None) -> tuple[int, int]:
    """Return the first and last day that fits the pattern of digits."""
    if "X" not in f"{year}{month}{day}":
        return _plain_bounds(int(year), month, day)
    days = []
    for step in (1, -1):
        for y in _fitting(year, 1, 9999, step):
            found = _extreme_in_year(y, month, day, step)
            if found:
                days.append(found)
                break
        else:
            raise ValueError("there is no such day in the calendar")
    return days[0], days[1]


def _plain_bounds(year: int, month: str | None, day: str | None) -> tuple[int, int]:
    """Return the first and last day of a year, month or day in which no digit is open."""
    try:
        first = date(year, 1 if month is None else int(month), 1 if day is None else int(day))
    except ValueError:
        raise ValueError("there is no such day in the calendar") from None
    if day is not None:
        return first.toordinal(), first.toordinal()
    last = date(year, 12 if month is None else first.month, 1)
    return first.toordinal(), last.toordinal() + monthrange(last.year, last.month)[1] - 1


def _parse_season(year: str, code: str, qualifier: str) -> Span:
    if year == "XXXX" or qualifier in ("?", "%"):
        return Span(None, None, "interval", has_year=year != "XXXX")
    years = _fitting(year, 1, 9999, 1)
    if not years:
        raise ValueError("there is no such day in the calendar")
    first, last = season_bounds(years[0], int(code))[0], season_bounds(years[-1], int(code))[1]
    # What is about a season may be in the one before or after it.
    return Span(*(_widen(first, last, "season") if qualifier == "~" else (first, last)), "interval")


def _extreme_in_year(year: int, month: str | None, day: str | None, step: int) -> int | None:
    for m in _fitting(month or "XX", 1, 12, step):
        for d in _fitting(day or "XX", 1, monthrange(year, m)[1], step):
            return date(year, m, d).toordinal()
    return None


def _fitting(pattern: str, low: int, high: int, step: int) -> list[int]:
    floor, ceiling = int(pattern.replace("X", "0")), int(pattern.replace("X", "9"))
    values = range(max(low, floor), min(high, ceiling) + 1)
    width = len(pattern)
    fits = [v for v in values if all(p in ("X", c) for p, c in zip(pattern, f"{v:0{width}}", strict=True))]
    return fits[::step]


def _widen(first: int, last: int, precision: str) -> tuple[int, int]:
    months = {"year": 12, "season": 3, "month": 1, "day": 0}[precision]
    days = 1 if precision == "day" else 0
    low = max(EARLIEST, add_months(first, -months) - days)
    high = min(LATEST, add_months(last + 1, months) - 1 + days) if last < LATEST else LATEST
    return low, high


def add_months(day: int, months: int) -> int:
    """Move a day by calendar months; a day that the month lacks becomes its last day.

    >>> iso(add_months(ordinal("2024-02-29"), 12))
    '2025-02-28'
    """
    start = date.fromordinal(day)
    index = start.year * 12 + start.month - 1 + months
    if not 12 <= index < 120000:
        return EARLIEST if months < 0 else LATEST
    year, month = divmod(index, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])).toordinal()


def parse_duration(text: str) -> tuple[int, int]:
    """Read an ISO 8601 duration of years, months, weeks and days as (months, days).

    >>> parse_duration("P1Y2W")
    (12, 14)
    """
    match = _DURATION.fullmatch(text)
    if not match:
        raise ValueError("expected a duration such as P1Y, P6M, P2W or P10D")
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    return years * 12 + months, weeks * 7 + days


def iso(day: int) -> str:
    """Write a day as ISO 8601.

    >>> iso(1)
    '0001-01-01'
    """
    return date.fromordinal(day).isoformat()


def ordinal(text: str) -> int:
    """Read an ISO 8601 day in its plain form; raises ValueError where it is anything else.

    >>> ordinal("0001-01-02")
    2
    """
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError(f"expected a day such as {day}")
    return day.toordinal()
