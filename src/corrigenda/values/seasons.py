"""The seasons, quarters, thirds and halves of a year as days, by their codes in EDTF (21 to 41)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

# First and last month and day of the seasons of the north and of the south, of which a year may be the first or the second of two.
_SPRING, _SUMMER, _AUTUMN = ((0, 3, 1), (0, 6, 21)), ((0, 6, 1), (0, 9, 23)), ((0, 9, 1), (0, 12, 22))
_TURN = (-1, 12, 1), (1, 3, 21)
_NORTH = (_SPRING, _SUMMER, _AUTUMN, _TURN)
_SOUTH = (_AUTUMN, _TURN, _SPRING, _SUMMER)


def season_of(text: str) -> int | None:
    """Return which season of any hemisphere (21 to 24) a date without a year names; None where it names none.

    >>> season_of("XXXX-21"), season_of("XXXX-05")
    (21, None)
    """
    match = re.fullmatch(r"XXXX-(2[1-4])", text)
    return int(match[1]) if match else None


def season_bounds(year: int, code: int) -> tuple[int, int]:
    """Return the widest bounds of a season (21 to 32), quarter (33 to 36), third (37 to 39) or half (40, 41) of a year.

    Where it is not said whether of the north or the south (21 to 24) both are meant; a winter may be of two years.
    """
    if code > 32:
        months, number = (3, code - 33) if code < 37 else (4, code - 37) if code < 40 else (6, code - 40)
        first = date(year, months * number + 1, 1)
        last = date(year, months * number + months, 1)
        return first.toordinal(), last.toordinal() + monthrange(last.year, last.month)[1] - 1
    place = (code - 21) % 4
    meant = [_NORTH[place]] * (code < 29) + [_SOUTH[place]] * (code < 25 or code > 28)
    return min(_day_of(year, *side[0]) for side in meant), max(_day_of(year, *side[1]) for side in meant)


def _day_of(year: int, step: int, month: int, day: int) -> int:
    return date(min(max(year + step, 1), 9999), month, day).toordinal()
