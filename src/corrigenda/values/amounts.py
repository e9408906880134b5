"""Printed amounts as the interval of numbers that their digits and their hedge allow, and the signs printed next to them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from unicodedata import normalize

_LARGEST = 1e300
_NUMBER = re.compile(r"\d[\d,   ]*(?:\.\d+)?|\.\d+")
_POWERS = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "b": 9, "bn": 9, "billion": 9, "t": 12, "tn": 12, "trillion": 12}
_END = rf"({_NUMBER.pattern})[  ]?(?:({'|'.join(_POWERS)})(?![^\W\d_]))?"
_RANGE = re.compile(rf"{_END}[^\d.]{{0,12}}?(?:\b(?:to|and|or)\b|[-–—])[^\d.]{{0,5}}?{_END}", re.I)
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PARTS = ("half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_COUNT = re.compile(rf"\b(?:{'|'.join(_COUNTS)})\b", re.I)
_WORDED = re.compile(rf"(?:\b({'|'.join(_COUNTS)})( and an?)?[ -])?\b({'|'.join(_PARTS)})s?\b", re.I)
_SLASHED = re.compile(r"(?:\b(\d+)[  ])?\b(\d+)[/⁄](\d+)(?![\d/])")
_VULGAR = re.compile(r"(?<=\d)(?=[¼-¾⅐-⅞])")
# Words that open an amount to one side or both: before it, and after it.
_BEFORE = {
    "over": "at least|no fewer than|no less than|not less than|more than|over|above|upwards of|in excess of|a minimum of",
    "under": "at most|up to|as many as|as much as|no more than|not more than|less than|fewer than|under|below|a maximum of",
    "about": "about|around|some|roughly|approximately|nearly|almost|close to|circa|an estimated",
    "exactly": "exactly|precisely",
}
_AFTER = {
    "over": "or more|or above|at least|at the least",
    "under": "or less|or fewer|at most|at the most",
    "about": "or so|or thereabouts",
}
_HEDGES = [(hedge, re.compile(rf"(?:{words})\b", re.I)) for hedge, words in _BEFORE.items()]
_HEDGES_AFTER = [(hedge, re.compile(rf".*\b(?:{words})", re.I)) for hedge, words in _AFTER.items()]


def parse_interval(as_printed: str, amount: float, hedge: str = "") -> tuple[float, float]:
    """Return the lowest and highest amount that can be printed so.

    An amount stands for every number that rounds to its last printed digit; zeros at the end of a
    whole number do not count as printed digits. Number words stand for the digits that they name, a
    fraction rounds to its denominator ("two thirds" to thirds), and of a range each end rounds.
    `about` allows a whole unit of that digit to both sides, `over` and `under` leave that side open,
    `exactly` allows nothing else.

    >>> parse_interval("$1.2 billion", 1.2e9)
    (1150000000.0, 1250000000.0)
    >>> parse_interval("10 to 12 billion", 1.1e10)
    (5000000000.0, 12500000000.0)
    >>> parse_interval("half a million", 5e5)
    (250000.0, 750000.0)
    >>> parse_interval("over 300", 300.0, "over")
    (300.0, 1e+300)
    """
    value = Decimal(repr(amount))
    if hedge == "exactly":
        return amount, amount
    if hedge == "over":
        return amount, _LARGEST
    if hedge == "under":
        return 0.0 if amount > 0 else -_LARGEST, amount
    low, low_unit, high, high_unit = _range(as_printed, value) or (value, _unit(as_printed, value)) * 2
    reach = Decimal(1 if hedge == "about" else "0.5")
    return float(low - reach * low_unit), float(high + reach * high_unit)


def read_whole_number(as_printed: str) -> int | None:
    """Return the one whole number that is printed, as its digits stand, or None where there is a fraction, a range or no number.

    >>> [read_whole_number(text) for text in ("$900 million", "1,204", "0.9 billion", "10 to 12", "half", "about 40")]
    [900, 1204, None, None, None, None]
    """
    found = _NUMBER.findall(as_printed)
    if len(found) != 1 or "." in found[0] or read_hedge(as_printed) or _numerator(as_printed):
        return None
    return int(re.sub(r"\D", "", found[0]))


def read_hedge(as_printed: str) -> str:
    """Return the hedge that an amount begins or ends with, in the words of `parse_interval`, or an empty text.

    >>> read_hedge("at least two"), read_hedge("up to $40 million"), read_hedge("300 or more"), read_hedge("three times as much")
    ('over', 'under', 'over', '')
    """
    text = as_printed.strip()
    return next((hedge for hedge, words in _HEDGES if words.match(text)), "") or next(
        (hedge for hedge, words in _HEDGES_AFTER if words.fullmatch(text)), ""
    )


def find_signs(as_printed: str, signs: Iterable[str]) -> tuple[str, ...]:
    """Return which of the signs are printed, the longest one at each place ("US$" is no "$"), longest first.

    A word counts as a whole word only, in either case; a sign after a capital letter is another one.

    >>> find_signs("US$1.2 billion (1.8 billion dollars)", ["$", "US$", "dollars", "kr"])
    ('dollars', 'US$')
    >>> find_signs("A$5", ["$"]), find_signs("5 kroner", ["kr"])
    ((), ())
    """
    folded = as_printed.casefold()
    known = sorted((sign for sign in signs if sign.casefold() in folded), key=lambda sign: (-len(sign), sign))
    if not known:
        return ()
    found = re.findall("|".join(_bounded(sign) for sign in known), as_printed, re.I)
    printed = {text.casefold() for text in found}
    return tuple(sign for sign in known if sign.casefold() in printed)


def _bounded(sign: str) -> str:
    before = r"(?<![^\W\d_])" if sign[0].isalpha() else r"(?<!(?-i:[A-Z]))"
    return before + re.escape(sign) + (r"(?![^\W\d_])" if sign[-1].isalpha() else "")


def _range(as_printed: str, amount: Decimal) -> tuple[Decimal, Decimal, Decimal, Decimal] | None:
    """Return both ends of a printed range, each with the worth of its last digit.

    The amount is the first of low end, high end and middle that it is but for a power of ten.
    """
    found = _RANGE.search(_COUNT.sub(lambda word: str(_COUNTS.index(word[0].lower()) + 1), as_printed))
    if not found:
        return None
    scales = [Decimal(10) ** _POWERS.get((word or "").lower(), 0) for word in (found[2] or found[4], found[4])]
    printed = [_digits(found[1]), _digits(found[3])]
    low, high = (number * scale for number, scale in zip(printed, scales, strict=True))
    if not 0 < low < high:
        return None
    factor = next((amount / end for end in (low, high, (low + high) / 2) if _is_power_of_ten(amount / end)), amount / low)
    low_unit, high_unit = (_last_digit(number) * scale * factor for number, scale in zip(printed, scales, strict=True))
    return low * factor, low_unit, high * factor, high_unit


def _unit(as_printed: str, amount: Decimal) -> Decimal:
    """Return the worth of the last significant printed digit, or of one part of a printed fraction; 0 where the amount is 0."""
    parts = _numerator(as_printed)
    if parts:
        return abs(amount) / parts
    found = _NUMBER.search(as_printed)
    printed = _digits(found.group()) if found else amount.normalize()
    return _last_digit(printed) * abs(amount / printed) if printed else Decimal(0)


def _numerator(as_printed: str) -> int:
    """Return how many parts a printed fraction counts (3 for "one and a half"); 0 where none is printed."""
    slashed = _SLASHED.search(normalize("NFKC", _VULGAR.sub(" ", as_printed)))
    if slashed:
        whole, numerator, denominator = (int(part or 0) for part in slashed.groups())
        return whole * denominator + numerator
    worded = _WORDED.search(as_printed)
    if not worded or _NUMBER.search(as_printed):
        return 0
    count = _COUNTS.index(worded[1].lower()) + 1 if worded[1] else 1
    return count * (_PARTS.index(worded[3].lower()) + 2) + 1 if worded[2] else count


def _digits(number: str) -> Decimal:
    return Decimal(re.sub(r"[^\d.]", "", number))


def _last_digit(printed: Decimal) -> Decimal:
    """Return the worth of the last digit: the last printed one after a point, else the last that is not 0."""
    exponent = printed.as_tuple().exponent
    return Decimal(1).scaleb(int(exponent if int(exponent) < 0 else printed.normalize().as_tuple().exponent))


def _is_power_of_ten(number: Decimal) -> bool:
    return Decimal(f"{number:.12e}").normalize().as_tuple().digits == (1,)
