"""Amounts of a form of their own: ages, votes and scores, "three in ten", and numbers that are written with their unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.numbers import read_number
from corrigenda.drafting.wording.tokens import Token

_WITH_UNIT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)([a-z]{1,5})", re.I)
_ONES = frozenset(("person", "man", "woman", "child", "other", "abstention", "vote", "member"))
_OLD = re.compile(r"(year|month|week|day)s?[-‐]olds?")


@dataclass(frozen=True)
class Sum:
    """Hold a printed amount: its tokens, the number, and what it counts."""

    first: int
    last: int
    amount: float | None
    measure: str
    currency: str = ""
    unit: str = ""
    hedge: str = ""
    reason: str = ""


def read_age(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Sum | None:
    """Read the age of somebody: "Ann Lee, 42,"."""
    text = tokens[at].text
    # "An 18-year-old driver".
    old = _OLD.fullmatch(tokens[at + 2].lower) if at + 2 < len(tokens) and text.isdigit() and tokens[at + 1].text in "-‐" else None
    if old:
        return Sum(at, at + 3, float(text), "duration", unit=old[1])
    if at < 2 or not (text.isdigit() and len(text) < 4) or tokens[at - 1].text != "," or not tokens[at - 2].is_capital:
        return None
    ends = at + 1 == len(tokens) or tokens[at + 1].text in ",.;)"
    is_name = not lexicon.has("month", tokens[at - 2]) and tokens[at - 2].text.isalpha()
    return Sum(at, at + 1, float(text), "duration", unit="year") if ends and is_name else None


def read_tally(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Sum | None:
    """Read each side of a vote or a score: "53-47", "34 votes to 24", "from 9 to 10"."""
    if not tokens[at].text.isdigit() or (at + 1 < len(tokens) and lexicon.match("unit", tokens, at + 1)):
        return None
    after = tokens[at + 1 : at + 3]
    before = tokens[max(0, at - 3) : at]
    first = len(after) == 2 and after[0].text in "-–" and after[1].text.isdigit() and after[0].start == tokens[at].end
    first = first or (len(after) == 2 and after[0].lower == "to" and after[1].text.isdigit() and not lexicon.match("unit", tokens, at + 3))
    second = len(before) > 1 and before[-1].text in "-–" and before[-2].text.isdigit() and before[-1].end == tokens[at].start
    to = len(before) > 1 and before[-1].lower == "to" and (before[-2].lower == "votes" or before[-2].text.isdigit())
    return Sum(at, at + 1, float(tokens[at].text), "count") if first or second or to else None


def read_ratio(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Sum | None:
    """Read a share that is put in whole numbers: "one in five", "two out of three"; "three in 2020" and "two in a row" are none."""
    first = read_number(tokens, at, lexicon)
    if first is None or first.is_fraction or first.last != at + 1 or at + 2 >= len(tokens):
        return None
    out = tokens[first.last].lower == "out" and tokens[first.last + 1].lower == "of"
    if not out and tokens[first.last].lower not in ("in", "-in-"):
        return None
    other = read_number(tokens, first.last + 1 + out, lexicon)
    if other is None or other.is_fraction or not 0 < first.amount < other.amount <= (1e6 if out else 100):
        return None
    after = tokens[other.last] if other.last < len(tokens) else None
    if after is not None and (lexicon.has("period", after) or lexicon.has("unit", after) or lexicon.has("month", after)):
        return None
    return Sum(at, other.last, round(first.amount / other.amount, 6), "share", unit="share")


def read_with_unit(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Sum | None:
    """Read a number that is written together with its unit: "10km", "2.5kg", and "65p", which is money."""
    match = _WITH_UNIT.fullmatch(tokens[at].text)
    if match is None:
        return None
    amount = float(match[1].replace(",", ""))
    unit = Token(tokens[at].start, tokens[at].end, match[2], match[2].lower())
    if match[2] == "p":
        return Sum(at, at + 1, amount / 100, "cost", "GBP")
    cue = lexicon.match("unit", [unit], 0)
    return Sum(at, at + 1, amount, cue[0].means, unit=unit.lower) if cue else None


def is_word_alone(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether "one", "zero" or "half" counts nothing where it is printed: "one of them", "the first half"."""
    word, after = tokens[at].lower, tokens[at + 1] if at + 1 < len(tokens) else None
    if word == "half":
        whole = after is not None and after.lower in ("of", "the", "its", "their", "his", "her", "all", "a")
        part = at > 0 and (tokens[at - 1].lower in ("the", "a", "other", "each", "every") or lexicon.has("ordinal", tokens[at - 1]))
        return part or not whole
    if word == "one":
        period = after is not None and lexicon.has("period", after) and after.lower != "day"
        return not (after is not None and (period or after.lower in _ONES or lexicon.has("unit", after)))
    return word == "zero"


def is_level(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a plain number is where a count stands or moves to: "the toll rose to 17."."""
    before = tokens[first - 1].lower if first else ""
    ends = last == len(tokens) or tokens[last].text in ".,;" or tokens[last].lower in ("from", "in", "last")
    return before == "to" and ends and tokens[first].text.isdigit() and len(tokens[first].text) > 1


def show_amount(amount: float | None) -> str:
    """Return an amount as a cell has it; nothing where there is none."""
    if amount is None:
        return ""
    return str(int(amount)) if amount == int(amount) else f"{amount:.6f}".rstrip("0")
