"""Printed amounts as the interval of numbers that their digits and their hedge allow."""

from __future__ import annotations

import re
from decimal import Decimal

_NUMBER = re.compile(r"\d[\d,   ]*(?:\.\d+)?|\.\d+")
_LARGEST = 1e300


def parse_interval(as_printed: str, amount: float, hedge: str = "") -> tuple[float, float]:
    """Return the lowest and highest amount that can be printed so.

    An amount stands for every number that rounds to its last printed digit; zeros at the end of a
    whole number do not count as printed digits. `about` allows a whole unit of that digit to both
    sides, `over` and `under` leave that side open, `exactly` allows nothing else.

    >>> parse_interval("$1.2 billion", 1.2e9)
    (1150000000.0, 1250000000.0)
    >>> parse_interval("over 300", 300.0, "over")
    (300.0, 1e+300)
    """
    value = Decimal(repr(amount))
    if hedge == "exactly":
        return amount, amount
    if hedge == "over":
        return amount, _LARGEST
    if hedge == "under":
        return 0.0, amount
    unit = _unit(as_printed, value)
    reach = unit if hedge == "about" else unit / 2
    return float(value - reach), float(value + reach)


def _unit(as_printed: str, amount: Decimal) -> Decimal:
    """Return the worth of the last significant printed digit; 0 where the words print no number."""
    found = _NUMBER.search(as_printed)
    if not found:
        return Decimal(0)
    digits = re.sub(r"[^\d.]", "", found.group())
    printed = Decimal(digits)
    if printed == 0:
        return Decimal(0)
    exponent = printed.as_tuple().exponent if "." in digits else printed.normalize().as_tuple().exponent
    return Decimal(1).scaleb(int(exponent)) * (amount / printed)
