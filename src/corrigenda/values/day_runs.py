"""Runs of days: whole years round them, the shortest EDTF for them, and a day whose day and month were swapped."""

from __future__ import annotations

import re
from datetime import date

from corrigenda.values.edtf import add_months, iso


def swap_day_and_month(text: str) -> str | None:
    """Return a day with its day and month swapped; None where that is no other day.

    >>> swap_day_and_month("2024-03-05"), swap_day_and_month("2024-03-25"), swap_day_and_month("2024-03-03")
    ('2024-05-03', None, None)
    """
    match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text)
    return f"{match[1]}-{match[3]}-{match[2]}" if match and match[2] != match[3] <= "12" else None


def whole_years(first: int, last: int) -> tuple[int, int]:
    """Return the first day of the year of one day, and the last day of that of another.

    >>> from corrigenda.values.edtf import ordinal
    >>> first, last = whole_years(ordinal("2024-05-31"), ordinal("2025-01-01"))
    >>> iso(first), iso(last)
    ('2024-01-01', '2025-12-31')
    """
    return date(date.fromordinal(first).year, 1, 1).toordinal(), date(date.fromordinal(last).year, 12, 31).toordinal()


def write_run(first: int, last: int) -> str:
    """Write a run of days as the shortest EDTF that means just these.

    >>> from corrigenda.values.edtf import ordinal
    >>> day = ordinal("2022-05-01")
    >>> write_run(day, day), write_run(day, day + 30), write_run(day - 120, day + 244), write_run(day, day + 31)
    ('2022-05-01', '2022-05', '2022', '2022-05-01/2022-06-01')
    """
    start, end = iso(first), iso(last)
    if first == last:
        return start
    if (first, last) == whole_years(first, last) and start[:4] == end[:4]:
        return start[:4]
    if start[:7] == end[:7] and start.endswith("-01") and last + 1 == add_months(first, 1):
        return start[:7]
    return f"{start}/{end}"
