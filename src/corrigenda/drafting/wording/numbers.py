"""Numbers as they are printed: digits, number words, "1.2 million", "two dozen", fractions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.tokens import Token

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_JOINED = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(k|m|bn|b|tn|mn)", re.I)
_AFTER_SHARE = frozenset(
    ("of", "the", "more", "less", "fewer", "lower", "higher", "larger", "smaller", "bigger", "in", "to", "from", "by", "at", "on", "for",
     "as", "and", "or", "since", "after", "before", "than", "over", "about", "each", "off", "up", "down", "who", "that", "which")
)  # fmt: skip
# No article counts higher, and what is not finite cannot be reckoned with: a page of 400 nines, "million million million …".
_MOST = 1e18


@dataclass(frozen=True)
class Number:
    """Hold a printed number: its tokens, the amount, and whether it is a fraction."""

    first: int
    last: int
    amount: float
    is_fraction: bool = False


def read_number(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Number | None:
    """Return the number that begins at a token; None where there is none, or one beyond what anything is counted in.

    >>> from corrigenda.drafting.wording.lexicon import read_lexicon
    >>> from corrigenda.drafting.wording.tokens import find_tokens
    >>> lexicon = read_lexicon(None)
    >>> printed = ("1.2 billion", "two dozen", "one-fifth", "1,204 votes", "two and a half years")
    >>> [read_number(find_tokens(text), 0, lexicon).amount for text in printed]
    [1200000000.0, 24.0, 0.2, 1204.0, 2.5]
    """
    fraction = _fraction(tokens, place, lexicon)
    if fraction is not None:
        return _part_of_scale(tokens, fraction, lexicon) or fraction
    amount, at = _plain(tokens, place, lexicon)
    if amount is None:
        return None
    if at + 2 < len(tokens) and [token.lower for token in tokens[at : at + 2]] == ["and", "a"]:
        # "Two and a half years"; "six and a quarter of the others" is two amounts.
        part = lexicon.meaning("fraction", tokens[at + 2])
        if part and not (at + 3 < len(tokens) and tokens[at + 3].lower == "of"):
            amount, at = amount + float(Fraction(part)), at + 3
    while (scale := _scale_at(tokens, at, lexicon)) is not None:
        # "$2-million" has a hyphen before its scale.
        amount, at = amount * float(scale), at + 1 + (tokens[at].text in "-‐")
        if at + 1 < len(tokens) and tokens[at].lower == "and":
            more, after = _plain(tokens, at + 1, lexicon)
            if more is not None and more < float(scale):
                amount, at = amount + more, after
    return Number(place, at, round(amount, 6)) if amount <= _MOST else None


def _part_of_scale(tokens: Sequence[Token], part: Number, lexicon: Lexicon) -> Number | None:
    """Return what "half a million", "a quarter of a million" and "three quarters of a billion" come to; None for a plain fraction."""
    at = part.last + (part.last < len(tokens) and tokens[part.last].lower == "of")
    if at + 1 < len(tokens) and tokens[at].lower == "a" and len(tokens[at + 1].text) > 2:
        scale = lexicon.meaning("scale", tokens[at + 1])
        if scale is not None and not tokens[at + 1].lower.endswith("s"):
            return Number(part.first, at + 2, round(part.amount * float(scale), 6))
    return None


def _scale_at(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> str | None:
    """Return the scale that follows a number, with a hyphen between them as well; a plural is none."""
    at += at + 1 < len(tokens) and tokens[at].text in "-‐" and tokens[at - 1].end == tokens[at].start
    if at >= len(tokens) or tokens[at].lower.endswith("s"):
        return None
    return lexicon.meaning("scale", tokens[at])


def _plain(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> tuple[float | None, int]:
    if place >= len(tokens):
        return None, place
    text = tokens[place].text
    if text.isascii() and _DIGITS.fullmatch(text):
        return float(text.replace(",", "")), place + 1
    joined = _JOINED.fullmatch(text)
    if joined:
        return float(joined[1].replace(",", "")) * float(lexicon.meaning("scale", _like(tokens[place], joined[2])) or 1), place + 1
    word = lexicon.meaning("number", tokens[place])
    if word is not None:
        return float(word), place + 1
    # "a million", "a dozen".
    if tokens[place].lower in ("a", "an") and place + 1 < len(tokens):
        scale = lexicon.meaning("scale", tokens[place + 1])
        if scale is not None and not tokens[place + 1].lower.endswith("s") and len(tokens[place + 1].text) > 2:
            return 1.0, place + 1
    return None, place


def _like(token: Token, text: str) -> Token:
    return Token(token.start, token.end, text, text.lower())


def _fraction(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Number | None:
    """Read "one-fifth", "two thirds", "a quarter", "half"."""
    token = tokens[place] if place < len(tokens) else None
    if token is None:
        return None
    joined = token.lower.split("-")
    if len(joined) == 2:
        count = lexicon.meaning("number", _like(token, joined[0])) or ("1" if joined[0] in ("a", "one") else None)
        part = lexicon.meaning("fraction", _like(token, joined[1]))
        if count and part:
            return Number(place, place + 1, float(int(count) * Fraction(part)), True)
    if place + 1 < len(tokens):
        count = lexicon.meaning("number", token) or ("1" if token.lower == "a" else None)
        part = lexicon.meaning("fraction", tokens[place + 1])
        of_many = token.lower == "a" and lexicon.has("ordinal", tokens[place + 1]) and _is_noun(tokens, place + 2, lexicon)
        if count and part and not of_many and not (place + 2 < len(tokens) and tokens[place + 2].text in "-‐"):
            return Number(place, place + 2, float(int(count) * Fraction(part)), True)
    if token.lower == "half":
        return Number(place, place + 1, 0.5, True)
    return None


def _is_noun(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun comes at a token, so that "a third goal" counts goals and is no share: neither a small word nor a verb."""
    token = tokens[at] if at < len(tokens) else None
    if token is None or not token.text.replace("-", "").isalpha() or token.lower in _AFTER_SHARE:
        return False
    return not any(lexicon.has(use, token) for use in ("auxiliary", "saying", "act", "event", "pronoun", "order", "small"))
