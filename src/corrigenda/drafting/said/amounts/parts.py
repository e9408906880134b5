"""Amounts that a sentence lists as the parts of one before them: "120 million euros: 70 million from Lisbon and 60 million from Porto"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from corrigenda.drafting.said.amounts.forms import Sum
from corrigenda.drafting.wording.tokens import Token

_LISTING = frozenset((":", "including", "comprising"))
_SHARING = frozenset(("from", "for", "in", "to", "by", "on", "of"))
# Before an amount these compare it with another one, and do not divide anything.
_COMPARING = frozenset(("up", "down", "than", "from", "against", "versus", "compared", "rose", "fell", "minus", "plus", "about", "another"))
# How many words can be between a total and the mark, and between an amount and what it is for.
_NEAR = 3


def find_parts(tokens: Sequence[Token], sums: Sequence[Sum]) -> dict[int, int]:
    """Return for each amount that is a listed part the place of its total; at least two parts have to be listed.

    A list begins with a colon or "including" after the total. All of it is in one currency and unit and in no other measure, each part is
    smaller than the total, and says what it is for.
    """
    found: dict[int, int] = {}
    for place, total in enumerate(sums):
        listed = next((at for at in range(total.last, min(total.last + _NEAR, len(tokens))) if tokens[at].lower in _LISTING), None)
        parts = [] if listed is None or place in found else _parts_after(tokens, listed, total, sums[place + 1 :])
        if len(parts) > 1:
            found |= dict.fromkeys(range(place + 1, place + 1 + len(parts)), place)
    return found


def _parts_after(tokens: Sequence[Token], listed: int, total: Sum, sums: Sequence[Sum]) -> list[Sum]:
    """Return the amounts after the mark of a list that are parts of a total, up to the first that is none."""
    parts: list[Sum] = []
    for one in sums:
        alike = (one.currency, one.unit) == (total.currency, total.unit) and one.measure in (total.measure, "other")
        smaller = one.amount is not None and total.amount is not None and 0 < one.amount < total.amount
        compared = any(token.lower in _COMPARING for token in tokens[max(listed + 1, one.first - 2) : one.first])
        if not alike or not smaller or compared or not _is_shared(tokens, one.last):
            break
        parts.append(one)
    return parts


def _is_shared(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether an amount says what it is for: "60 million from Porto", but not "60 million in 2022"."""
    after = tokens[last : last + _NEAR]
    return any(one.lower in _SHARING and other.is_word and not other.text[0].isdigit() for one, other in itertools.pairwise(after))
