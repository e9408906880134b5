"""The expressions of time in a sentence: printed dates, calendar phrases, gaps and the words of tense, order and frequency."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corrigenda.drafting.times.composed import is_planned, read_composed, read_feast
from corrigenda.drafting.times.dates import Found, read_date
from corrigenda.drafting.times.distances import read_distance
from corrigenda.drafting.times.phrases import is_nowadays, read_phrase, read_season
from corrigenda.drafting.times.years import read_early_year
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.tokens import Token

_TO = frozenset(("to", "and", "-", "–", "—", "until", "till", "through"))
_PARTS_OF_MONTH = {"early": (1, 10), "mid": (11, 20), "late": (21, 0)}
_OPEN = {"since": "{}/..", "until": "../{}", "till": "../{}", "by": "../{}", "before": "../{}", "after": "{}/..", "from": "{}/.."}


@dataclass(frozen=True)
class Time:
    """Hold one expression of time: its tokens and the cells of a row of dates.

    `value` is what it comes to when counted from the day of publication or the date before it; `counted` says from which.
    """

    first: int
    last: int
    kind: str
    edtf: str = ""
    weekday: str = ""
    duration: str = ""
    direction: str = ""
    hedge: str = ""
    phrase_id: str = ""
    value: str = ""
    counted: str = ""


def find_times(
    tokens: Sequence[Token], lexicon: Lexicon, written: date | None, is_ahead: Callable[[int], bool | None], last_value: str = ""
) -> list[Time]:
    """Return the expressions of time of a sentence in order.

    `is_ahead` tells whether what is said at a token is still to come; `last_value` is the date that the text printed last.
    """
    found: list[Time] = []
    place = 0
    while place < len(tokens):
        time = _read(tokens, place, lexicon, written, is_ahead, last_value)
        if time is None:
            place += 1
            continue
        time = _widened(tokens, time, lexicon, written, is_ahead)
        found.append(time)
        last_value = last_printed(time, last_value)
        place = time.last
    return found


def _read(
    tokens: Sequence[Token], place: int, lexicon: Lexicon, written: date | None, is_ahead: Callable[[int], bool | None], last_value: str
) -> Time | None:
    printed = read_date(tokens, place, lexicon) or _early(tokens, place, last_value)
    composed = read_composed(tokens, place, lexicon, written, printed)
    if composed is not None:
        return Time(**composed)
    printed = printed or read_feast(tokens, place, lexicon)
    if printed is not None:
        same = _of_that_year(tokens, printed)
        ahead = True if is_planned(tokens, place) else is_ahead(place)
        dated = _narrowed(tokens, _dated(printed, None if same else written, ahead, last_value))
        return replace(dated, last=same) if same else _as_phrase(tokens, dated, lexicon)
    if tokens[place].lower == "today" and is_nowadays(tokens, place, is_ahead(place)):
        return None
    season = read_season(tokens, place, lexicon, written, is_ahead(place))
    if season is not None:
        return Time(**season)
    for read in (read_distance, read_phrase):
        time = read(tokens, place, lexicon, written, bool(is_ahead(place)), last_value)
        if time is not None:
            return _as_phrase(tokens, Time(**time), lexicon)
    return None


def _early(tokens: Sequence[Token], place: int, last_value: str) -> Found | None:
    year = read_early_year(tokens, place, last_value)
    return Found(place, *year) if year else None


def last_printed(time: Time, before: str) -> str:
    """Return the date that counts as the last one after an expression: of a printed interval its end, of "last week" none.

    Of "early March" it is the month, as the cell has it: "three days later" is three days after no day that is known.
    """
    if not time.value[:4].isdigit():
        return before
    start, _, end = time.value.partition("/")
    if not end:
        return start
    if time.edtf and "/" not in time.edtf and len(start) > len(time.edtf):
        return start[: len(time.edtf)]
    return end if time.kind == "date" and time.edtf and len(end) == len(start) and end[:4].isdigit() else before


def _narrowed(tokens: Sequence[Token], time: Time) -> Time:
    """Let "early", "mid" and "late" before a month be its first ten days, the ten after them and what is left; the cell has the month."""
    at = time.first - 1
    at -= at > 0 and tokens[at].text in "-‐"
    word = tokens[at].lower if at >= 0 else ""
    if word not in _PARTS_OF_MONTH or not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", time.value):
        return time
    first, last = _PARTS_OF_MONTH[word]
    last = last or monthrange(int(time.value[:4]) or 4, int(time.value[5:]))[1]
    return replace(time, value=f"{time.value}-{first:02}/{time.value}-{last:02}")


def _of_that_year(tokens: Sequence[Token], printed: Found) -> int:
    """Return where "in March of that year" ends, whose year is that of the date before it; 0 for any other date."""
    after = [token.lower for token in tokens[printed.last : printed.last + 4]]
    if not printed.edtf.startswith("XXXX"):
        return 0
    size = next(
        (
            size
            for size, words in (
                (3, ["of", "that", "year"]),
                (4, ["of", "the", "same", "year"]),
                (3, ["the", "same", "year"]),
                (2, ["that", "year"]),
            )
            if after[:size] == words
        ),
        0,
    )
    return printed.last + size if size else 0


def _as_phrase(tokens: Sequence[Token], time: Time, lexicon: Lexicon) -> Time:
    """Let a known calendar phrase say what it means: the cell stays empty then, or has the name of a month or season without a year."""
    row = lexicon.find_phrase(tokens, time.first, time.last) if time.kind in ("date", "gap") else None
    if row is None or row["kind"] not in ("date", "gap"):
        return time
    if row["kind"] == "gap":
        return replace(time, phrase_id=row["phrase_id"])
    edtf = f"XXXX{time.edtf[4:7]}" if row["unit"] == "date" and len(time.edtf) >= 7 else ""
    return replace(time, kind="date", edtf=edtf, phrase_id=row["phrase_id"], duration="", direction="", hedge="")


def _short_year(tokens: Sequence[Token], time: Time) -> Found | None:
    """Read the second year where only two digits of it are printed: 1890 to 91."""
    text = tokens[time.last + 1].text
    if (
        len(time.edtf) == 4
        and time.edtf.isdigit()
        and len(text) == 2
        and text.isdigit()
        and tokens[time.last].end == tokens[time.last + 1].start
    ):
        return Found(time.last + 1, time.last + 2, time.edtf[:2] + text)
    return None


def _dated(found: Found, written: date | None, ahead: bool | None, last_value: str) -> Time:
    value, counted = found.resolve(written, ahead=ahead, before=last_value)
    return Time(found.first, found.last, "date", found.edtf, found.weekday, value=value, counted=counted)


def _widened(tokens: Sequence[Token], time: Time, lexicon: Lexicon, written: date | None, is_ahead: Callable[[int], bool | None]) -> Time:
    """Make one interval of two dates ("from 2010 to 2014"), and an open one of "since 2010"."""
    if time.kind != "date" or not time.edtf or "/" in time.edtf:
        return time
    before = tokens[time.first - 1].lower if time.first else ""
    if time.last + 1 < len(tokens) and tokens[time.last].lower in _TO:
        joined = tokens[time.last].text in "-–—" or before in ("from", "between")
        other = (read_date(tokens, time.last + 1, lexicon) or _short_year(tokens, time)) if joined else None
        if other is not None and other.edtf and "/" not in other.edtf and "X" not in time.edtf + other.edtf:
            low, high = time.edtf, other.edtf
            if low < high and len(low) == len(high):
                return replace(time, last=other.last, edtf=f"{low}/{high}", value=f"{low}/{high}")
        if other is not None and "XXXX" in time.edtf and other.edtf and "/" not in other.edtf:
            both = _dated(other, written, is_ahead(time.first), "")
            year = both.value[:4]
            if year.isdigit() and len(time.edtf) <= len(both.value):
                low = year + time.edtf[4:]
                cell = f"{low}/{both.value}" if "XXXX" not in other.edtf else ""
                return replace(time, last=other.last, edtf=cell, value=f"{low}/{both.value}", counted=both.counted)
    if before in _OPEN and before not in ("before", "after", "from") and "X" not in time.edtf.removeprefix("XXXX"):
        edge = _OPEN[before].format(time.edtf)
        return replace(time, first=time.first - 1, edtf=edge, value=_OPEN[before].format(time.value or time.edtf))
    return time
