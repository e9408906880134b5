"""Dates, spans and distances as a sentence for people says them; cells and place lines keep EDTF."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_YEAR = 365.2425
_IN_TEXT = re.compile(
    r'"[^"]*"|(?<![\w/.-])(?:(?:\.\.)?/)?(?:\d{4}|XXXX)-\d{2}(?:-\d{2})?[~?%]?(?:/(?:\.\.|\d{4}(?:-\d{2}){0,2}[~?%]?)?)?(?![\w/-])'
    r"|(?<![\w/.-])(?:\d{4}[~?%]?/(?:\.\.|\d{4}(?:-\d{2}){0,2}[~?%]?)?|\.\./\d{4}[~?%]?)(?![\w/-])"
)
_DATE = re.compile(r"(\d{4}|XXXX|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)")


def say_day(day: int) -> str:
    """Write a day, given as an ordinal.

    >>> say_day(date(2025, 1, 25).toordinal())
    '25 January 2025'
    """
    known = date.fromordinal(day)
    return f"{known.day} {MONTHS[known.month - 1]} {known.year}"


def say_span(first: int | None, last: int | None) -> str:
    """Write when something was, from its first and last possible day.

    >>> first, last = date(2025, 1, 25).toordinal(), date(2025, 3, 1).toordinal()
    >>> say_span(first, first), say_span(first, last), say_span(first, None), say_span(None, last)
    ('on 25 January 2025', 'from 25 January to 1 March 2025', 'on 25 January 2025 or later', 'on 1 March 2025 or earlier')
    """
    if first is None or last is None:
        known = last if first is None else first
        return "on an unknown day" if known is None else f"on {say_day(known)} or {'later' if last is None else 'earlier'}"
    if first == last:
        return f"on {say_day(first)}"
    return f"from {_shortened(first, last)} to {say_day(last)}"


def say_date(text: str) -> str:
    """Write an EDTF date or interval in words; any other text stays as it is.

    >>> [say_date(text) for text in ("2026-01-15", "2024-05", "2024", "XXXX-03-19", "202X")]
    ['15 January 2026', 'May 2024', '2024', '19 March', 'the 2020s']
    >>> [say_date(text) for text in ("2025-02~", "2025-10-21/..", "../2010", "2024-05/2024-07", "2024?")]
    ['about February 2025', '21 October 2025 or later', '2010 or earlier', 'May 2024 to July 2024', '2024 (uncertain)']
    >>> say_date("2004/"), say_date("/2010-05")
    ('2004 or later (the end is unknown)', 'May 2010 or earlier (the start is unknown)')
    """
    if "/" not in text:
        return _say_date(text) or text
    left, _, right = text.partition("/")
    first, last = (_say_date(side) for side in (left, right))
    if first and last:
        return f"{first} to {last}"
    if first and right == "..":
        return f"{first} or later"
    if last and left == "..":
        return f"{last} or earlier"
    if first and not right:
        return f"{first} or later (the end is unknown)"
    return f"{last} or earlier (the start is unknown)" if last and not left else text


def say_dates(text: str) -> str:
    """Write the EDTF dates in a text in words; what is quoted is printed so and stays, and so do plain years and keys.

    >>> say_dates('The term is known from 2024-05 to 2025-01-20/..; "2024-05" is printed.')
    'The term is known from May 2024 to 20 January 2025 or later; "2024-05" is printed.'
    """
    return _IN_TEXT.sub(lambda match: match[0] if match[0].startswith('"') else say_date(match[0]), text)


def say_days(days: int) -> str:
    """Write a number of days; from two years on in whole years, up to ten years with the months left over.

    >>> say_days(1), say_days(239), say_days(731), say_days(1197), say_days(12798)
    ('1 day', '239 days', '2 years', '3 years and 3 months', '35 years')
    """
    if days < 2 * _YEAR:
        return f"{days:,} day{'' if days == 1 else 's'}"
    years = _whole(days / _YEAR, days, down=True)
    months = max(0, int((days - years * _YEAR) * 12 / _YEAR))
    more = f" and {months} month{'' if months == 1 else 's'}" if months and years < 10 else ""
    return f"{years:,} years{more}"


def say_distance(low: int, high: int | None = None) -> str:
    """Write a distance in days, or a range of distances, in the unit that a reader would use.

    Years and months are rounded outwards, so that the range said holds the range meant.

    >>> say_distance(1), say_distance(239), say_distance(3288, 4017), say_distance(70, 100), say_distance(20, 30)
    ('1 day', '239 days', '9 to 11 years', '2 to 4 months', '20 to 30 days')
    >>> say_distance(1461), say_distance(3287, 4018)
    ('4 years', '9 to 11 years')
    """
    top = low if high is None else high
    if low >= 2 * _YEAR - 1:
        # A year is 365 or 366 days long: a day or two more or less is the same number of years.
        return _count(_whole(low / _YEAR, low, down=True), _whole(top / _YEAR, top, down=False), "year")
    if low >= 60 and top > low:
        return _count(int(low * 12 / _YEAR), -int(-top * 12 // _YEAR), "month")
    return _count(low, top, "day")


def _whole(years: float, days: int, *, down: bool) -> int:
    nearest = round(years)
    if abs(days - nearest * _YEAR) <= 2:
        return nearest
    return int(years) if down else int(years) + 1


def _count(low: int, high: int, unit: str) -> str:
    number = f"{low:,}" if low == high else f"{low:,} to {high:,}"
    return f"{number} {unit}{'' if low == high == 1 else 's'}"


def _shortened(first: int, last: int) -> str:
    """Write the first day of a span without what it shares with the last one."""
    start, end = date.fromordinal(first), date.fromordinal(last)
    if start.year != end.year:
        return say_day(first)
    return str(start.day) if start.month == end.month else f"{start.day} {MONTHS[start.month - 1]}"


def _say_date(text: str) -> str | None:
    match = _DATE.fullmatch(text)
    if not match:
        return None
    year, month, day, doubt = match.groups()
    if month and not 1 <= int(month) <= 12:
        return None
    if "X" in year and year != "XXXX":
        if month:
            return None
        year = f"the {year[:3]}0s" if year[2] != "X" else f"the {say_nth(int(year[:2]) + 1)} century"
    else:
        year = "" if year == "XXXX" else str(int(year))
    words = " ".join(part for part in (str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", year) if part)
    if not words:
        return None
    return f"about {words}" if doubt == "~" else f"{words} (uncertain)" if doubt else words


def say_nth(number: int) -> str:
    """Write which one of a row.

    >>> say_nth(1), say_nth(12), say_nth(23)
    ('1st', '12th', '23rd')
    """
    return f"{number}{_ordinal(number)}"


def _ordinal(number: int) -> str:
    return "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
