"""Amounts of a form of their own: ages, "three in ten", "for an hour", and numbers that are written with their unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.numbers import read_number
from corrigenda.drafting.wording.tokens import Token

_WITH_UNIT = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)([a-z]{1,5})", re.I)
_FIGURES = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_LONG = frozenset(("long", "wide", "tall", "high", "deep", "thick", "away", "apart", "above", "below", "race", "sprint", "hurdles", "relay",
                   "freestyle", "dash"))  # fmt: skip
_LASTING = frozenset(("for", "lasted", "lasts", "takes", "took", "take", "drive", "drove", "walk", "walked", "ride", "wait", "waited"))
_AFTER_STRETCH = frozenset(
    ("in", "to", "at", "after", "before", "while", "and", "but", "because", "when", "with", "without", "by", "on", "over", "as", "until")
)
_ONES = frozenset(("person", "man", "woman", "child", "other", "abstention", "vote", "member"))
_OPENING = frozenset(("that", "and", "but", "as", "because", "while", "when", "if", "where", "only", "least", "about"))
_DEGREES = re.compile(r"(\d+(?:\.\d+)?)[CF]")
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
    """Read the age of somebody: "Ann Lee, 42,", "aged 14", "she was 86", "At 97, she", "a nine-month-old girl"."""
    text = tokens[at].text
    joined = tokens[at].lower.split("-")
    if len(joined) == 3 and joined[2] in ("old", "olds") and lexicon.is_period(joined[1]):
        word = lexicon.number_of(joined[0])
        return Sum(at, at + 1, word, "age", unit=joined[1]) if word is not None else None
    aged = read_number(tokens, at, lexicon) if _is_aged(tokens, at) else None
    if aged is not None and aged.last == at + 1 and not aged.is_fraction and aged.amount < 120 and not _goes_on(tokens, at + 1, lexicon):
        return Sum(at, at + 1, aged.amount, "age", unit="year")
    # "An 18-year-old driver".
    old = _OLD.fullmatch(tokens[at + 2].lower) if at + 2 < len(tokens) and text.isdecimal() and tokens[at + 1].text in "-‐" else None
    if old:
        return Sum(at, at + 3, float(text), "age", unit=old[1])
    now = at > 1 and tokens[at - 1].lower == "now"  # "Bob Roe, now 81,"
    if at < 2 + now or not (text.isdecimal() and len(text) < 4) or tokens[at - 1 - now].text != "," or not tokens[at - 2 - now].is_capital:
        return None
    ends = at + 1 == len(tokens) or tokens[at + 1].text in ",.;)"
    name = at - 2 - now
    # "Joan March, 90," has a first name; "on Monday, March, 90" is nothing.
    first_name = name > 0 and tokens[name - 1].is_capital and not lexicon.has("weekday", tokens[name - 1])
    is_name = tokens[name].text.replace("-", "").isalpha() and (not lexicon.has("month", tokens[name]) or first_name)
    return Sum(at, at + 1, float(text), "age", unit="year") if ends and is_name else None


def _is_aged(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether what is printed before a number says that it is somebody's age."""
    before = [token.lower for token in tokens[max(0, at - 2) : at]]
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    opens = at == 1 and before == ["at"] and after == ","
    # "At 16 she left school": an hour would be told apart by "o'clock" or a colon.
    opens = opens or (before[-1:] == ["at"] and after in ("he", "she") and tokens[at].text.isdecimal() and int(tokens[at].text) > 12)
    # "She wrote the last one in 2019, at 83."; what is less than that may be an hour.
    ends = at + 1 == len(tokens) or tokens[at + 1].text in ".,;"
    text = tokens[at].text
    opens = opens or (before[-1:] == ["at"] and ends and text.isdecimal() and len(text) < 4 and 24 < int(text) < 120)
    return bool(before) and (before[-1] in ("aged", "age") or before == ["age", "of"] or _is_of_person(before) or opens)


def _is_of_person(before: Sequence[str]) -> bool:
    return len(before) == 2 and before[0] in ("he", "she", "who") and before[1] in ("is", "was", "turned", "turns")


def _goes_on(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether the words after a number make it an amount of something else: "she was 20 minutes late", "he is 1 of 3"."""
    after = tokens[at] if at < len(tokens) else None
    if after is None or not after.is_word:
        return after is not None and after.text in "-–/%:°"
    if tokens[at - 2].lower in ("aged", "age", "of"):
        return lexicon.has("period", after) or lexicon.has("unit", after)
    return after.lower not in ("when", "and", "but", "at", "in", "on", "so", "while", "he", "she", "for", "or", "then", "years")


def read_ratio(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Sum | None:
    """Read a share that is put in whole numbers: "one in five", "two out of three"; "three in 2020" and "one goal in 12 games" are none."""
    first = read_number(tokens, at, lexicon)
    if first is None or first.is_fraction or first.last != at + 1 or at + 2 >= len(tokens):
        return None
    # "One pupil in six", "1 train in 12".
    noun = (
        first.amount == 1
        and tokens[first.last].text.isalpha()
        and tokens[first.last].text.islower()
        and tokens[first.last + 1].lower == "in"
    )
    at_in = first.last + noun
    out = tokens[at_in].lower == "out" and tokens[at_in + 1].lower == "of"
    if not out and tokens[at_in].lower not in ("in", "-in-"):
        return None
    other = read_number(tokens, at_in + 1 + out, lexicon) if at_in + 1 + out < len(tokens) else None
    if other is None or other.is_fraction or not 0 < first.amount < other.amount <= (1e6 if out else 100):
        return None
    after = tokens[other.last] if other.last < len(tokens) else None
    if after is not None and (lexicon.has("period", after) or lexicon.has("unit", after) or lexicon.has("month", after)):
        return None
    if noun and _counts_more(tokens, at, other.last, lexicon):
        return None
    return Sum(at, other.last, round(first.amount / other.amount, 6), "share", unit="share")


def _counts_more(tokens: Sequence[Token], at: int, last: int, lexicon: Lexicon) -> bool:
    """Tell whether a noun in the plural follows "one goal in 12", so that it is no share; "one train in 12 runs late" has a verb there.

    Of what opens a clause and has no verb after that word, the word itself is the verb.
    """
    word, after = tokens[last] if last < len(tokens) else None, tokens[last + 1] if last + 1 < len(tokens) else None
    if word is None or not word.text.isalpha() or not word.text.islower() or lexicon.has("small", word):
        return False
    if not word.lower.endswith("s") or word.lower.endswith("ss") or len(word.text) < 4:
        return False
    before = tokens[at - 1] if at else None
    opens = before is None or not before.is_word or before.lower in _OPENING or any(lexicon.has(use, before) for use in ("hedge", "saying"))
    has_verb = after is not None and (lexicon.has("auxiliary", after) or after.lower.endswith("ed") or lexicon.has("act", after))
    return not opens or has_verb


def read_with_unit(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Sum | None:
    """Read a number that is written together with its unit: "10km", "2.5kg", "41.5C", and "65p", which is money."""
    degrees = _DEGREES.fullmatch(tokens[at].text)
    if degrees:
        return Sum(at, at + 1, float(degrees[1]), "other", unit="degree")
    match = _WITH_UNIT.fullmatch(tokens[at].text)
    if match is None:
        return _read_metres(tokens, at)
    if match[2] == "m" and _is_length(tokens, at + 1):
        return Sum(at, at + 1, float(match[1].replace(",", "")), "distance", unit="metre")
    amount = float(match[1].replace(",", ""))
    unit = Token(tokens[at].start, tokens[at].end, match[2], match[2].lower())
    if match[2] == "p":
        return Sum(at, at + 1, amount / 100, "cost", "GBP")
    cue = lexicon.match("unit", [unit], 0)
    return Sum(at, at + 1, amount, cue[0].means, unit=unit.lower) if cue else None


def _read_metres(tokens: Sequence[Token], at: int) -> Sum | None:
    """Read "52 m long", which is no million."""
    apart = at + 1 < len(tokens) and tokens[at + 1].text == "m" and tokens[at + 1].start > tokens[at].end
    if not apart or not _is_length(tokens, at + 2) or not _FIGURES.fullmatch(tokens[at].text):
        return None
    return Sum(at, at + 2, float(tokens[at].text.replace(",", "")), "distance", unit="metre")


def _is_length(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].lower in _LONG


def read_stretch(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Sum | None:
    """Read how long something lasts, of one hour, day or year: "was shut for an hour"; "for a day trip" and "$5 an hour" are none."""
    if at < 1 or at + 1 >= len(tokens) or tokens[at].lower not in ("a", "an") or tokens[at - 1].lower not in _LASTING:
        return None
    unit, after = tokens[at + 1], tokens[at + 2] if at + 2 < len(tokens) else None
    ends = after is None or (not after.is_word and after.text not in "-‐") or after.lower in _AFTER_STRETCH
    if not lexicon.has("period", unit) or unit.lower in ("second", "quarter", "weekend") or not ends:
        return None
    return Sum(at, at + 2, 1, "duration", unit=unit.lower)


def is_word_alone(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether "one", "zero" or "half" counts nothing where it is printed: "one of them", "the first half"."""
    word, after = tokens[at].lower, tokens[at + 1] if at + 1 < len(tokens) else None
    if word == "half":
        whole = after is not None and after.lower in ("of", "the", "its", "their", "his", "her", "all", "a", "an")
        part = at > 0 and (tokens[at - 1].lower in ("the", "a", "other", "each", "every") or lexicon.has("ordinal", tokens[at - 1]))
        return part or not whole
    if word == "one":
        period = after is not None and lexicon.has("period", after) and after.lower != "day"
        # "Two daughters and one grandson", "only one nurse".
        before = [token.lower for token in tokens[max(0, at - 4) : at]]
        many = (
            before[-1:] == ["and"]
            and before[-2:-1]
            and before[-2].endswith("s")
            and any(lexicon.number_of(word) is not None or word.isdigit() for word in before[:-2])
        )
        noun = after is not None and after.text.isalpha() and not lexicon.has("small", after) and not after.is_capital
        if noun and (many or before[-1:] == ["only"]) and not period:
            return False
        return not (after is not None and (period or after.lower in _ONES or lexicon.has("unit", after)))
    return word == "zero"


def is_level(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a plain number is where a count stands or moves to: "the toll rose to 17."."""
    before = tokens[first - 1].lower if first else ""
    ends = last == len(tokens) or tokens[last].text in ".,;" or tokens[last].lower in ("from", "in", "last")
    # "The Greens have 14 and the Reds 31": what is counted is printed once.
    listed = before in ("has", "have", "had", "won", "got", "holds", "hold") and (ends or tokens[last].lower == "and")
    return (before == "to" or listed) and (ends or listed) and tokens[first].text.isdigit() and len(tokens[first].text) > 1


def show_amount(amount: float | None) -> str:
    """Return an amount as a cell has it; nothing where there is none."""
    if amount is None:
        return ""
    return str(int(amount)) if amount == int(amount) else f"{amount:.6f}".rstrip("0")
