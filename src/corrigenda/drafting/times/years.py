"""Printed years, two years in a row, parts of a year, seasons, decades and centuries."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.tokens import Token

_YEAR = re.compile(r"(1[0-9]|20)\d\d")
# Before 1000 a number is a year only where its words say so: "347 AD", "c. 347", "30 September 420".
_EARLY = re.compile(r"[1-9]\d\d")
_ERA = frozenset(("ad", "ce"))
_CIRCA = frozenset(("c", "ca", "b", "d", "m", "r", "div", "fl"))
_PAIR = re.compile(r"((?:1[0-9]|20)\d\d)([-/])(\d\d)")
_DECADE = re.compile(r"(1[0-9]|20)(\d)0'?s")
_CENTURY = re.compile(r"(\d{1,2})(st|nd|rd|th)[-‐]?(century|centuries)?", re.I)
PARTS = {
    "first quarter": (1, 3),
    "second quarter": (4, 6),
    "third quarter": (7, 9),
    "fourth quarter": (10, 12),
    "first half": (1, 6),
    "second half": (7, 12),
}
BEFORE_YEAR = frozenset(
    (
        "'s", "(", ",", "-", ":", ";", "a", "about", "after", "an", "and", "around", "as", "at", "autumn", "b", "before", "beginning",
        "between", "by", "c", "ca", "circa", "d", "div", "during", "early", "end", "est", "fall", "for", "from", "her", "his", "in",
        "into", "its", "late", "m", "mid", "mid-", "of", "on", "or", "r", "since", "spring", "summer", "that", "the", "their", "this",
        "through", "throughout", "till", "to", "until", "winter", "year", "–", "—"
    )
)  # fmt: skip
# Nouns of things that are called by a number or by their year.
_OF_YEARS = frozenset(("season", "class", "article", "act", "round", "post", "title", "group", "version", "episode", "stage"))
# Nouns that a year before them says more of: "55 percent below 1990 levels".
_BY_YEAR = frozenset(("levels", "level", "prices", "terms", "census"))
_NUMBERING = frozenset(("numbered", "code", "no", "totalled", "totaled", "exceeded", "reached", "pin", "worth"))
_NO_YEAR = frozenset("$€£¥#№+/×%.")


def read_years(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, str] | None:
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


def read_period(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Read a season, a century, a decade or a year alone."""
    start = at + (tokens[at].lower == "the")
    if start >= len(tokens):
        return None
    token = tokens[start]
    decade = _DECADE.fullmatch(token.text + ("s" if _has_s(tokens, start) else ""))
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
    return _read_year(tokens, at, lexicon) if start == at else None


def _read_year(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, str] | None:
    text, marked = tokens[at].text, _is_after_mark(tokens, at)
    if _YEAR.fullmatch(text) and (marked or _is_year(tokens, at, lexicon)):
        return at + 1, text
    era = at + 1 < len(tokens) and tokens[at + 1].lower in _ERA
    return (at + 1 + era, f"0{text}") if _EARLY.fullmatch(text) and (era or marked) else None


def _is_after_mark(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a short mark before a number says that it is a year: "c. 1818", "(d. 1975)"."""
    dotted = at > 1 and tokens[at - 1].text == "."
    mark = tokens[at - 1 - dotted].lower.removesuffix(".") if at > dotted else ""
    return mark in _CIRCA and (dotted or tokens[at - 1].text.endswith("."))


def _has_s(tokens: Sequence[Token], at: int) -> int:
    """Return how many tokens "'s" takes after a year, as in "the 1930's"; a digit has its mark as a token of its own."""
    words = [token.lower for token in tokens[at + 1 : at + 3]]
    size = 1 if words[:1] == ["'s"] else 2 if words in (["'", "s"], ["’", "s"]) else 0
    return size if size and tokens[at + size].end - tokens[at].end == 2 else 0


def read_early_year(tokens: Sequence[Token], at: int, last_value: str) -> tuple[int, str] | None:
    """Read a year of three figures where the text has printed such a year before: "in 348 Pachomius died", "360-366"."""
    if not last_value.startswith("0") or not at or not _EARLY.fullmatch(tokens[at].text):
        return None
    before, after = tokens[at - 1], tokens[at + 1] if at + 1 < len(tokens) else None
    joins = before.text in "-–" and at > 1 and _EARLY.fullmatch(tokens[at - 2].text) is not None
    opens = before.lower in ("in", "about", "around", "since", "until", "by", "from", "of")
    ends = after is None or not after.is_word or after.is_capital or after.lower in ("when", "he", "she", "the", "and", "to")
    return (at + 1, f"0{tokens[at].text}") if (joins or opens) and ends else None


def _is_numbered(before: Token, lexicon: Lexicon) -> bool:
    """Tell whether a noun says that the number after it is a name: "room 1998", "flight 2013"; "the season 2013" is a year."""
    return lexicon.has("numbered", before) and not lexicon.has("period", before) and before.lower not in _OF_YEARS


def _is_century(tokens: Sequence[Token], at: int) -> int:
    """Return how many tokens "century" takes, with a hyphen before it."""
    if at < len(tokens) and tokens[at].lower in ("century", "centuries"):
        return 1
    return 2 if at + 1 < len(tokens) and tokens[at].text in "-‐" and tokens[at + 1].lower == "century" else 0


def _is_year(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.lower in _BY_YEAR:
        return True
    if (before is not None and _is_before_number(before, lexicon)) or (after is not None and _is_amount(tokens[at], after, lexicon)):
        return False
    if before is None or before.lower in BEFORE_YEAR or not before.is_word or before.is_capital:
        return True
    return after is None or not after.is_word or after.lower in ("the", "a", "he", "she", "they", "and", "to", "when", "as", "with", "by")


def _is_before_number(before: Token, lexicon: Lexicon) -> bool:
    """Tell whether what comes after a word is a number or a name, and no year: "$1998", "about 1998", "numbered 1998", "room 1998"."""
    hedged = lexicon.has("hedge", before) and before.lower not in BEFORE_YEAR
    return before.text in _NO_YEAR or hedged or before.lower in _NUMBERING or _is_numbered(before, lexicon)


def _is_amount(year: Token, after: Token, lexicon: Lexicon) -> bool:
    """Tell whether four figures are an amount by the word after them; "the 2018 day of rest" counts no days."""
    if _is_counted(year, after, lexicon) or after.lower in ("people", "%", "+"):
        return True
    return lexicon.has("unit", after) or lexicon.has("scale", after) or (lexicon.has("period", after) and after.lower != "day")


def _is_counted(year: Token, after: Token, lexicon: Lexicon) -> bool:
    """Tell whether four figures are a number or part of a name: "1709 pupils", "the 1922 Committee"."""
    if after.is_capital:
        return after.lower in ("committee", "club", "society", "foundation", "group") and lexicon.has("body-name", after)
    word = after.lower.split("-")[0]
    many = word.endswith(("s", "children", "people", "men"))
    return not 1800 <= int(year.text) < 2100 and word.isalpha() and many and len(after.text) > 3


def find_year(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Return a year that comes next, after a comma or "of" as well, and where it ends; an empty text where there is none."""
    if at < len(tokens) and (tokens[at].text == "," or tokens[at].lower in ("of", "in")):
        at += 1
    if at < len(tokens) and _YEAR.fullmatch(tokens[at].text):
        return tokens[at].text, at + 1
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if at < len(tokens) and _EARLY.fullmatch(tokens[at].text) and (after is None or not after.is_word or after.lower in _ERA):
        return f"0{tokens[at].text}", at + 1 + (after is not None and after.lower in _ERA)
    return "", at
