"""Days that are put together from parts: "October last year", "Friday last week", "the first Monday in October", "New Year's Eve"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from corrigenda.drafting.times.calendar import WEEKDAYS, week_of
from corrigenda.drafting.times.dates import Found, read_date
from corrigenda.drafting.times.years import PARTS, find_year
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.tokens import Token

_SHIFTS = {"last": -1, "this": 0, "next": 1}
# Verbs and words before a day that is planned, though the sentence is in the present: "the vote is on May 3".
_PLANNED = frozenset(
    ("is", "are", "starts", "begins", "opens", "ends", "closes", "applies", "runs", "expires", "due", "scheduled", "meets", "leaves",
     "arrives", "falls", "resume", "resumes", "begin", "retire", "retires")
)  # fmt: skip


def read_composed(
    tokens: Sequence[Token], place: int, lexicon: Lexicon, written: date | None, printed: Found | None
) -> dict[str, Any] | None:  # fmt: skip
    """Return the cells of a day or period that begins at a token and is counted from the writing in two steps; None for any other.

    `printed` is the date that is read at that token, without what follows it.

    >>> from corrigenda.drafting.wording.lexicon import read_lexicon
    >>> from corrigenda.drafting.wording.tokens import find_tokens
    >>> lexicon, written = read_lexicon(None), date(2025, 3, 19)
    >>> texts = ("Friday last week", "October last year", "the second half of this year", "the first Monday in May")
    >>> read = [(tokens, 0, lexicon, written, read_date(tokens, 0, lexicon)) for tokens in map(find_tokens, texts)]
    >>> [read_composed(*one)["value"] for one in read]
    ['2025-03-14', '2024-10', '2025-07/2025-12', '2025-05-05']
    """
    if written is None:
        return None
    return (
        _of_year(tokens, place, lexicon, written, printed)
        or _of_week(tokens, place, lexicon, written)
        or _nth(tokens, place, lexicon, written)
    )


def read_feast(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Found | None:
    """Return a day that has a name and is the same each year, with the year if one is printed."""
    named = lexicon.match("feast", tokens, place) if tokens[place].is_capital else None
    if named is None:
        return None
    year, last = find_year(tokens, place + named[1])
    return Found(place, last if year else place + named[1], f"{year or 'XXXX'}-{named[0].means}")


def is_planned(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the words before a day say that it is planned: "takes effect on Jan. 1", "the vote is on May 3"."""
    at = place - 1 - (place > 0 and tokens[place - 1].lower in ("on", "from", "in", "for", "until"))
    if at < 1:
        return False
    words = [token.lower for token in tokens[max(0, at - 2) : at + 1]]
    starts = words[-2:] in (["takes", "effect"], ["take", "effect"]) or (words[-2:] == ["into", "force"] and "came" not in words)
    return words[-1] in _PLANNED or starts


def _of_year(tokens: Sequence[Token], place: int, lexicon: Lexicon, written: date, printed: Found | None) -> dict[str, Any] | None:
    """Read a month, a day of one, a season or a part of a year "of last year"."""
    start = place + (tokens[place].lower == "the")
    part = PARTS.get(" ".join(token.lower for token in tokens[start : start + 2]))
    season = lexicon.meaning("season", tokens[start]) if start < len(tokens) else None
    if part:
        last, form = start + 2, f"{{year}}-{part[0]:02}/{{year}}-{part[1]:02}"
    elif season:
        last, form = start + 1, f"{{year}}-{season}"
    else:
        if printed is None or not printed.edtf.startswith("XXXX") or printed.weekday:
            return None
        last, form = printed.last, f"{{year}}{printed.edtf[4:]}"
    last += last < len(tokens) and tokens[last].lower in ("of", "in")
    shift = _SHIFTS.get(tokens[last].lower) if last + 1 < len(tokens) and tokens[last + 1].lower == "year" else None
    if shift is None or form.endswith("02-29"):
        return None
    return _cells(place, last + 2, form.format(year=written.year + shift))


def _of_week(tokens: Sequence[Token], place: int, lexicon: Lexicon, written: date) -> dict[str, Any] | None:
    name = lexicon.meaning("weekday", tokens[place]) if tokens[place].is_capital else None
    at = place + 1 + (place + 1 < len(tokens) and tokens[place + 1].lower == "of")
    shift = _SHIFTS.get(tokens[at].lower) if name and at + 1 < len(tokens) and tokens[at + 1].lower == "week" else None
    if name is None or shift is None:
        return None
    day = week_of(written, shift)[0] + timedelta(days=WEEKDAYS.index(name))
    return _cells(place, at + 2, day.isoformat()) | {"weekday": name}


def _nth(tokens: Sequence[Token], place: int, lexicon: Lexicon, written: date) -> dict[str, Any] | None:
    """Read "the first Monday in October": of the year that is printed, else of the one in which that month is nearest."""
    at = place + (tokens[place].lower == "the")
    if at + 3 >= len(tokens) or tokens[at + 2].lower not in ("in", "of"):
        return None
    number = -1 if tokens[at].lower == "last" else int(lexicon.meaning("ordinal", tokens[at]) or 0)
    name = lexicon.meaning("weekday", tokens[at + 1])
    month = read_date(tokens, at + 3, lexicon) if name and (number == -1 or 0 < number < 6) else None
    # A season is written like a month: spring is 21.
    if name is None or month is None or len(month.edtf) != 7 or int(month.edtf[5:]) > 12:
        return None
    value = month.resolve(written, ahead=None)[0]
    day = _find_nth(int(value[:4]), int(value[5:]), WEEKDAYS.index(name), number) if value else None
    return _cells(place, month.last, day.isoformat()) | {"weekday": name} if day else None


def _find_nth(year: int, month: int, weekday: int, number: int) -> date | None:
    days = [day for day in range(1, monthrange(year, month)[1] + 1) if date(year, month, day).weekday() == weekday]
    place = number if number < 0 else number - 1
    return date(year, month, days[place]) if place < len(days) else None


def _cells(first: int, last: int, value: str) -> dict[str, Any]:
    return {"first": first, "last": last, "kind": "date", "edtf": value, "value": value, "counted": "published"}
