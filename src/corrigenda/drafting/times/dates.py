"""Printed dates: day, month and year in any order, years, decades and centuries, with the weekday printed with them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corrigenda.drafting.times.calendar import nearest_year
from corrigenda.drafting.times.years import BEFORE_YEAR, find_year, read_period, read_years
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.tokens import Token, print_tokens

_DAY = re.compile(r"(\d{1,2})(st|nd|rd|th)?", re.I)
_ISO = re.compile(r"\d{4}-\d\d(-\d\d)?")
_NUMERIC = re.compile(r"(\d{1,2})([./])(\d{1,2})\2([12]\d{3})")


@dataclass(frozen=True)
class Found:
    """Hold a printed date: its tokens, EDTF with XXXX for a missing year, and the weekday printed with it."""

    first: int
    last: int
    edtf: str
    weekday: str = ""

    @property
    def is_whole_day(self) -> bool:
        """Tell whether day, month and year are printed."""
        return len(self.edtf) == len("2024-05-03") and "X" not in self.edtf

    def resolve(self, written: date | None, *, ahead: bool | None, before: str = "") -> tuple[str, str]:
        """Return the date with its year filled in, and from what it was counted; the date itself where the year is printed."""
        if not self.edtf.startswith("XXXX"):
            return self.edtf, ""
        month, day = int(self.edtf[5:7]), int(self.edtf[8:10] or 1)
        if written is not None:
            year = nearest_year(month, day, written, ahead=ahead)
            return (f"{year:04}{self.edtf[4:]}", "published") if year else ("", "")
        return (before[:4] + self.edtf[4:], "date before it") if before[:4].isdigit() else ("", "")


def read_date(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Found | None:
    """Return the printed date that begins at a token; None where there is none.

    >>> from corrigenda.drafting.wording.lexicon import read_lexicon
    >>> from corrigenda.drafting.wording.tokens import find_tokens
    >>> lexicon = read_lexicon(None)
    >>> [read_date(find_tokens(words), 0, lexicon).edtf for words in ("May 3, 2024", "3rd of May", "Monday, 3 May 2021", "the 1950s")]
    ['2024-05-03', 'XXXX-05-03', '2021-05-03', '195X']
    >>> [read_date(find_tokens(words), 0, lexicon) for words in ("14/09/2025", "09/08/2025")]
    [Found(first=0, last=5, edtf='2025-09-14', weekday=''), None]
    """
    at, weekday = place, ""
    named = lexicon.meaning("weekday", tokens[place])
    if named and is_newspaper(tokens, place):
        return None
    if named and tokens[place].is_capital and place + 1 < len(tokens):
        at = place + 1 + (tokens[place + 1].text == ",")
        at += 1 if at < len(tokens) and tokens[at].lower == "the" else 0
        weekday = named
    if at >= len(tokens):
        return None
    for read in (read_years, _month_first, _day_first, _iso, _numeric, *(() if weekday else (read_period,))):
        found = read(tokens, at, lexicon)
        if found is not None:
            if weekday and len(found[1]) < 10:
                return None
            return Found(place, found[0], found[1], weekday)
    return None


def is_newspaper(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the short form of a weekday is no day: "the Edmonton Sun", "Joy Sun", "Sun and Salt".

    Where such a form is a day, a date comes after it or a word of time is before it: "Sun, May 3", "on Sat.", "(Mon)".
    """
    if len(tokens[place].text.removesuffix(".")) > 3:
        return False
    before = tokens[place - 1] if place else None
    if before is not None and (before.lower == "the" or (before.is_capital and place > 1)):
        return True
    if before is not None and (before.lower in ("on", "by", "until", "last", "next", "this", "till", "since") or before.text in "(,"):
        return False
    after = [token for token in tokens[place + 1 : place + 4] if token.text not in ",."]
    return not (after and (after[0].text[0].isdigit() or (_DAY.fullmatch(after[-1].text) is not None and after[0].is_capital)))


def _month_first(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, str] | None:
    month = _month(tokens, at, lexicon)
    if not month:
        return None
    day_at = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].lower == "the")
    day = _day(tokens, day_at)
    if day and not (day_at + 1 < len(tokens) and tokens[day_at + 1].lower in ("percent", "%", "million", "billion")):
        year, last = find_year(tokens, day_at + 1)
        return _joined(last if year else day_at + 1, year, month, day)
    year, last = find_year(tokens, at + 1)
    if year:
        return last, f"{year}-{month:02}"
    lone = tokens[at].text
    goes_on = at + 1 < len(tokens) and tokens[at + 1].lower == "is"
    if goes_on and (at == 0 or tokens[at - 1].lower not in BEFORE_YEAR):
        # "October is the month of magic", each year.
        return None
    if lone in ("May", "March", "Mar") and (at == 0 or tokens[at - 1].lower not in BEFORE_YEAR | {"last", "next", "this"}):
        return None
    return at + 1, f"XXXX-{month:02}"


def _day_first(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, str] | None:
    start = at + (tokens[at].lower == "the")
    day = _day(tokens, start)
    if not day:
        return None
    month_at = start + 1
    if month_at < len(tokens) and tokens[month_at].lower == "day":
        month_at += 1
    if month_at < len(tokens) and tokens[month_at].lower == "of":
        month_at += 1
    month = _month(tokens, month_at, lexicon) if month_at < len(tokens) else 0
    if not month:
        return None
    year, last = find_year(tokens, month_at + 1)
    return _joined(last if year else month_at + 1, year, month, day)


def _iso(tokens: Sequence[Token], at: int, _lexicon: Lexicon) -> tuple[int, str] | None:
    if not _ISO.fullmatch(tokens[at].text):
        return None
    try:
        date.fromisoformat((tokens[at].text + "-01")[:10])
    except ValueError:
        return None
    return at + 1, tokens[at].text


def _numeric(tokens: Sequence[Token], at: int, _lexicon: Lexicon) -> tuple[int, str] | None:
    """Read day, month and year as numbers, where only one of the first two can be the month: "14/09/2025", "14.9.2025"."""
    last = next((end for end in (at + 1, at + 5) if _NUMERIC.fullmatch(print_tokens(tokens[at:end]))), None)
    match = _NUMERIC.fullmatch(print_tokens(tokens[at:last])) if last else None
    if match is None:
        return None
    one, other, year = int(match[1]), int(match[3]), match[4]
    # With points the day comes first everywhere; with strokes in one half of the world.
    readings = {(one, other)} if match[2] == "." else {(one, other), (other, one)}
    days = {f"{year}-{month:02}-{day:02}" for day, month in readings if 1 <= month <= 12 and 1 <= day <= monthrange(int(year), month)[1]}
    return (last, days.pop()) if last and len(days) == 1 else None


def _month(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    meaning = lexicon.meaning("month", tokens[at]) if tokens[at].is_capital else None
    return int(meaning) if meaning else 0


def _day(tokens: Sequence[Token], at: int) -> int:
    match = _DAY.fullmatch(tokens[at].text) if at < len(tokens) else None
    return int(match[1]) if match and 1 <= int(match[1]) <= 31 else 0


def _joined(last: int, year: str, month: int, day: int) -> tuple[int, str] | None:
    if day > monthrange(int(year) if year else 2000, month)[1]:
        return None
    return last, f"{year or 'XXXX'}-{month:02}-{day:02}"
