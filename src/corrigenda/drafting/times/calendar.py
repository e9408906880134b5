"""Days of the calendar counted from a day of publication, as EDTF no more precise than the words."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def read_day(text: str | None) -> date | None:
    """Return a day of publication as a date; None where it is less precise than a day, or no date from which can be counted.

    >>> read_day("2016-03-05"), read_day("2016-03"), read_day("0001-01-01")
    (datetime.date(2016, 3, 5), None, None)
    """
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return None
    # Before the first and after the last of all dates there is no Monday.
    return day if 1 < day.year < 9999 else None


def nearest_year(month: int, day: int, written: date, *, ahead: bool | None) -> int | None:
    """Return the year that puts a month and day nearest to the writing on the side that the tense asks for; None is either side.

    A day some weeks on the other side is still of that year: news says "on May 3" of the coming week without a verb for it.

    >>> nearest_year(12, 26, date(2022, 5, 3), ahead=True), nearest_year(12, 26, date(2022, 5, 3), ahead=False)
    (2022, 2021)
    >>> nearest_year(1, 1, date(2025, 8, 14), ahead=None)
    2026
    """
    slack = timedelta(days=2)
    found = []
    for year in (written.year - 1, written.year, written.year + 1):
        if 1 <= year <= 9999 and day <= monthrange(year, month)[1]:
            at = date(year, month, day)
            fits = ahead is None or (at >= written - slack if ahead else at <= written + slack)
            if fits:
                found.append((abs((at - written).days), year))
    return min(found)[1] if found else None


def weekday_near(name: str, written: date, *, ahead: bool) -> date:
    """Return the day of a weekday nearest to the writing: today or before, or after it where the tense is future.

    >>> weekday_near("friday", date(2016, 3, 7), ahead=False).isoformat()
    '2016-03-04'
    """
    number = WEEKDAYS.index(name)
    back = (written.weekday() - number) % 7
    return written + timedelta(days=(number - written.weekday()) % 7) if ahead else written - timedelta(days=back)


def week_of(day: date, shift: int = 0) -> tuple[date, date]:
    """Return Monday and Sunday of the week of a day, some weeks on."""
    first = day - timedelta(days=day.weekday()) + timedelta(weeks=shift)
    return first, first + timedelta(days=6)


def shift_period(day: date, unit: str, shift: int) -> str | None:
    """Return the day, week, weekend, month, quarter, year, decade or century some steps from that of a day, as EDTF.

    >>> [shift_period(date(2016, 3, 5), unit, -1) for unit in ("D", "W", "M", "Y", "10Y")]
    ['2016-03-04', '2016-02-22/2016-02-28', '2016-02', '2015', '200X']
    """
    try:
        if unit == "D":
            return (day + timedelta(days=shift)).isoformat()
        if unit in ("W", "WE"):
            first, last = week_of(day, shift)
            return f"{first + timedelta(days=5) if unit == 'WE' else first}/{last}"
        return _shift_months(day, unit, shift) if unit in ("M", "Q") else _shift_years(day, unit, shift)
    except (OverflowError, ValueError):
        return None


def _shift_months(day: date, unit: str, shift: int) -> str:
    months = day.year * 12 + day.month - 1 + shift * (1 if unit == "M" else 3)
    if unit == "M":
        return f"{months // 12:04}-{months % 12 + 1:02}"
    start = months // 3 * 3
    return f"{start // 12:04}-{start % 12 + 1:02}/{start // 12:04}-{start % 12 + 3:02}"


def _shift_years(day: date, unit: str, shift: int) -> str | None:
    year = day.year + shift * int(unit[:-1] or 1)
    forms = {"Y": f"{year:04}", "10Y": f"{year // 10:03}X", "100Y": f"{year // 100:02}XX"}
    return forms.get(unit) if 0 < year < 10000 else None


def shift_value(value: str, number: int, unit: str) -> str | None:
    """Return an EDTF day, month or year moved by a duration, no more precise than either of them.

    >>> shift_value("1724-05-03", 2, "Y"), shift_value("2016-03-05", -10, "D"), shift_value("2016", 3, "D")
    ('1726', '2016-02-24', None)
    """
    size = int(unit[:-1] or 1) if unit[-1] in "YWMD" and unit[:-1].isdigit() else 1
    letter = unit[-1]
    parts = value.split("/", maxsplit=1)[0].split("-")
    if not all(part.isdigit() for part in parts):
        return None
    try:
        if letter == "Y":
            year = int(parts[0]) + number * size
            return f"{year:04}" if 0 < year < 10000 else None
        if letter == "M" and len(parts) >= 2:
            months = int(parts[0]) * 12 + int(parts[1]) - 1 + number * size
            return f"{months // 12:04}-{months % 12 + 1:02}" if 0 < months // 12 < 10000 else None
        if letter in "DW" and len(parts) == 3:
            day = date(*map(int, parts)) + timedelta(days=number * size * (7 if letter == "W" else 1))
            return day.isoformat()
    except (OverflowError, ValueError):
        return None
    return None
