"""Printed dates: day, month and year in any order, years, decades and centuries, with the weekday printed with them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corrigenda.drafting.times.calendar import nearest_year
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.tokens import Token

_YEAR = re.compile(r"(1[0-9]|20)\d\d")
_DAY = re.compile(r"(\d{1,2})(st|nd|rd|th)?", re.I)
_ISO = re.compile(r"\d{4}-\d\d(-\d\d)?")
_PAIR = re.compile(r"((?:1[0-9]|20)\d\d)([-/])(\d\d)")
PARTS = {
    "first quarter": (1, 3),
    "second quarter": (4, 6),
    "third quarter": (7, 9),
    "fourth quarter": (10, 12),
    "first half": (1, 6),
    "second half": (7, 12),
}
_DECADE = re.compile(r"(1[0-9]|20)(\d)0'?s")
_CENTURY = re.compile(r"(\d{1,2})(st|nd|rd|th)[-‐]?(century|centuries)?", re.I)
_BEFORE_YEAR = frozenset(
    (
        "'s", "(", ",", "-", ":", ";", "a", "about", "after", "an", "and", "around", "as", "at", "autumn", "b", "before", "beginning",
        "between", "by", "c", "ca", "circa", "d", "div", "during", "early", "end", "est", "fall", "for", "from", "her", "his", "in",
        "into", "its", "late", "m", "mid", "mid-", "of", "on", "or", "r", "since", "spring", "summer", "that", "the", "their", "this",
        "through", "throughout", "till", "to", "until", "winter", "year", "–", "—"
    )
)  # fmt: skip
_NO_YEAR = frozenset("$€£¥#№+/×%.")


@dataclass(frozen=True)
class Found:
    """Hold a printed date: its tokens, EDTF with XXXX for a missing year, and the weekday printed with it."""

    first: int
    last: int
    edtf: str
    weekday: str = ""

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
    for read in (_years, _month_first, _day_first, _iso, *(() if weekday else (_period,))):
        found = read(tokens, at, lexicon)
        if found is not None:
            if weekday and len(found[1]) < 10:
                return None
            return Found(place, found[0], found[1], weekday)
    return None


def is_newspaper(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the short form of a weekday is the end of a name: "the Edmonton Sun"."""
    return place > 0 and len(tokens[place].text) == 3 and tokens[place - 1].is_capital


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
    if lone in ("May", "March", "Mar") and (at == 0 or tokens[at - 1].lower not in _BEFORE_YEAR | {"last", "next", "this"}):
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


def _years(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Read two years in a row that are written as one ("the school year 2022-23", "2021/22"), and a part of a year."""
    start = at + (tokens[at].lower == "the")
    part = PARTS.get(" ".join(token.lower for token in tokens[start : start + 2]))
    if part:
        year, last = find_year(tokens, start + 2)
        return (last, f"{year}-{part[0]:02}/{year}-{part[1]:02}") if year else None
    pair = _PAIR.fullmatch(
        "".join(token.text for token in tokens[at : at + 3]) if "/" in (t.text for t in tokens[at : at + 3]) else tokens[at].text
    )
    if pair is None or (int(pair[1]) + 1) % 100 != int(pair[3]):
        return None
    # "2011-12" can be a month; a word for such a year before it says that it is none.
    named = at > 0 and tokens[at - 1].lower in ("year", "season", "term", "session")
    if int(pair[3]) <= 12 and pair[2] == "-" and not named:
        return None
    return at + (3 if pair[2] == "/" else 1), f"{pair[1]}/{int(pair[1]) + 1}"


def _iso(tokens: Sequence[Token], at: int, _lexicon: Lexicon) -> tuple[int, str] | None:
    if not _ISO.fullmatch(tokens[at].text):
        return None
    try:
        date.fromisoformat((tokens[at].text + "-01")[:10])
    except ValueError:
        return None
    return at + 1, tokens[at].text


def _period(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Read a season, a century, a decade or a year alone."""
    start = at + (tokens[at].lower == "the")
    if start >= len(tokens):
        return None
    token = tokens[start]
    decade = _DECADE.fullmatch(token.text + "s" * _has_s(tokens, start))
    if decade:
        start += _has_s(tokens, start)
        return start + 1, f"{decade[1]}{decade[2]}X"
    season = lexicon.meaning("season", token)
    if season and start + 1 < len(tokens):
        year, last = find_year(tokens, start + 1 + (tokens[start + 1].lower in ("of", "in")))
        if year:
            return last, f"{year}-{season}"
    century = _CENTURY.fullmatch(token.text)
    number = int(century[1]) if century else int(lexicon.meaning("ordinal", token) or 0)
    if 0 < number <= 21 and ((century and century[3]) or _is_century(tokens, start + 1)):
        at_word = start + 1 if century and century[3] else start + 1 + _is_century(tokens, start + 1)
        return at_word, f"{number - 1:02}XX"
    if _YEAR.fullmatch(token.text) and start == at and _is_year(tokens, at, lexicon):
        return at + 1, token.text
    return None


def _has_s(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "'s" comes after a year, as in "the 1930's"."""
    return at + 1 < len(tokens) and tokens[at + 1].lower == "'s" and tokens[at + 1].start == tokens[at].end


def _is_century(tokens: Sequence[Token], at: int) -> int:
    """Return how many tokens "century" takes, with a hyphen before it."""
    if at < len(tokens) and tokens[at].lower in ("century", "centuries"):
        return 1
    return 2 if at + 1 < len(tokens) and tokens[at].text in "-‐" and tokens[at + 1].lower == "century" else 0


def _is_year(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and _is_counted(tokens[at], after, lexicon):
        return False
    if before is not None and (before.text in _NO_YEAR or (lexicon.has("hedge", before) and before.lower not in _BEFORE_YEAR)):
        return False
    if after is not None and (
        lexicon.has("unit", after) or lexicon.has("scale", after) or after.lower in ("people", "%") or lexicon.has("period", after)
    ):
        return False
    if before is None or before.lower in _BEFORE_YEAR or not before.is_word or before.is_capital:
        return True
    return after is None or not after.is_word or after.lower in ("the", "a", "he", "she", "they", "and", "to", "when", "as", "with", "by")


def _is_counted(year: Token, after: Token, lexicon: Lexicon) -> bool:
    """Tell whether four figures are a number or part of a name: "1709 pupils", "the 1922 Committee"."""
    if after.is_capital:
        return lexicon.has("body-name", after)
    return not 1800 <= int(year.text) < 2100 and after.text.isalpha() and after.lower.endswith("s") and len(after.text) > 3


def _month(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    meaning = lexicon.meaning("month", tokens[at]) if tokens[at].is_capital else None
    return int(meaning) if meaning else 0


def _day(tokens: Sequence[Token], at: int) -> int:
    match = _DAY.fullmatch(tokens[at].text) if at < len(tokens) else None
    return int(match[1]) if match and 1 <= int(match[1]) <= 31 else 0


def find_year(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Return a year that comes next, after a comma or "of" as well, and where it ends; an empty text where there is none."""
    if at < len(tokens) and (tokens[at].text == "," or tokens[at].lower in ("of", "in")):
        at += 1
    if at < len(tokens) and _YEAR.fullmatch(tokens[at].text):
        return tokens[at].text, at + 1
    return "", at


def _joined(last: int, year: str, month: int, day: int) -> tuple[int, str] | None:
    if day > monthrange(int(year) if year else 2000, month)[1]:
        return None
    return last, f"{year or 'XXXX'}-{month:02}-{day:02}"
