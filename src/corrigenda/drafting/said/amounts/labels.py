"""Numbers that count nothing, because they say which one is meant: "day five", "14 Station Road", "0800 555 199", "version 2.0"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.tokens import Token

_JOINING = frozenset(("to", "and", "or", ",", "-", "–"))
_ONE_OF_ALL = frozenset(("a", "the", "per", "each", "every", "one", "that", "this", "same", "last", "next", "of"))
_PLAIN = re.compile(r"\d+(?:\.\d+)*")
_CODE = re.compile(r"0\d+")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
# Words after which four figures are a year: "In 2024 14 people died."
_BEFORE_YEAR = frozenset(("in", "since", "by", "until", "before", "after", "during", "from", "of", "early", "late", "mid"))
# Words after which a number is a name or is dialled.
_CALLED = frozenset(
    ("numbered", "number", "code", "pin", "dial", "dialled", "dialed", "call", "calling", "phone", "extension", "no", "o'clock")
)
_STREETS = frozenset(("street", "road", "lane", "avenue", "square", "boulevard", "close", "drive", "place", "court", "terrace", "gardens",
                      "way", "row", "hill", "walk", "crescent", "quay", "parade", "mews"))  # fmt: skip
# Endings of adjectives of states and of plurals, which are counted: "12 Russian ships", "40 Democrats".
_PEOPLES = ("s", "n", "ish", "ese", "ic", "i", "ch")
_MANY = frozenset(("people", "men", "women", "children", "staff", "police"))


def is_label(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a number says which one is meant: "day five", "Years 7 to 11", "posts 542 and 543", "No. 2"."""
    if at > 1 and tokens[at - 1].text == "." and tokens[at - 2].text in ("No", "Nos"):
        return True
    if _PLAIN.fullmatch(tokens[at].text) and (
        _is_code(tokens, at, lexicon) or _is_address(tokens, at, lexicon) or _is_before_name(tokens, at, lexicon)
    ):
        return True
    if at < 1 or not (_PLAIN.fullmatch(tokens[at].text) or lexicon.has("number", tokens[at])):
        return False
    named = at - 1
    if at > 2 and tokens[at - 1].lower in _JOINING and tokens[at - 2].text.isdigit():
        named = at - 3
    if not lexicon.has("numbered", tokens[named]):
        return False
    before = tokens[named - 1].lower if named else ""
    return not (lexicon.has("period", tokens[named]) and before in _ONE_OF_ALL)


def is_clock(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number is a part of a time of day or a score: "5:15"."""
    pairs = ((at, at + 2), (at - 2, at))
    return any(
        first >= 0 and last < len(tokens) and tokens[first + 1].text == ":" and tokens[first].end + 1 == tokens[last].start
        and tokens[first].text.isdigit() and tokens[last].text.isdigit() for first, last in pairs
    )  # fmt: skip


def _is_code(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether figures are those of a telephone, a time of day or a number that somebody bears: "0800 555 199", "numbered 1998"."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    ends = after is None or not after.is_word or after.is_capital or len(after.text) < 4
    if _CODE.fullmatch(tokens[at].text) or (at and ends and tokens[at - 1].lower in _CALLED and tokens[at].text.isdigit()):
        return True
    near = [place for place in (at - 1, at + 1) if 0 <= place < len(tokens) and not _ends_date(tokens, place, lexicon)]
    # Two runs of figures with a blank between them are one number; "2 hours" and "12, 14 and 20" have something else there.
    return any(_PLAIN.fullmatch(tokens[place].text) for place in near)


def _ends_date(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether figures are the last of a date, which is no part of a number after it: "in 2024", "9 May 2024", "May 9"."""
    before = tokens[at - 1] if at else None
    if before is None:
        return False
    is_month = before.is_capital and lexicon.has("month", before)
    return is_month or (before.lower in _BEFORE_YEAR and bool(_YEAR.fullmatch(tokens[at].text)))


def _is_address(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a number is that of a house: "14 Station Road"; "30 Wall Street bankers" are counted."""
    for end in range(at + 1, min(at + 5, len(tokens))):
        if not tokens[end].is_capital:
            return False
        if end > at + 1 and tokens[end].lower in _STREETS:
            return not _is_many(tokens, end + 1, lexicon)
    return False


def _is_many(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun in the plural is at a token; a verb ("14 Station Road was sold", "… remains shut") is none."""
    token = tokens[at] if at < len(tokens) else None
    if token is None or not token.text.isalpha() or not token.text.islower():
        return False
    no_noun = any(lexicon.has(use, token) for use in ("auxiliary", "small", "act") if token.lower not in _MANY)
    return token.lower in _MANY or (token.lower.endswith("s") and not token.lower.endswith("ss") and len(token.text) > 3 and not no_noun)


def _is_before_name(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether figures are the first part of a name: "4179 Vesta"; "12 Russian ships" and "40 Democrats" are counted."""
    name = tokens[at + 1] if at + 1 < len(tokens) else None
    if name is None or not name.is_capital or not name.text[1:].islower() or name.lower.endswith(_PEOPLES):
        return False
    end = at + 2
    while end < len(tokens) and end < at + 7 and (tokens[end].is_capital or tokens[end].lower in ("and", "or", ",")):
        end += 1
    # "500 Greek and Turkish families", "500 Supreme Court cases".
    if _is_many(tokens, end, lexicon):
        return False
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    return len(tokens[at].text) > 2 and tokens[at].text.isdigit() and (after is None or not after.is_word or not after.lower.endswith("s"))
