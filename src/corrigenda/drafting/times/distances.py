"""Distances in time: "two years later", "three weeks ago", "in the past 35 years"; and how long things last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from corrigenda.drafting.times.calendar import shift_value
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.numbers import read_number
from corrigenda.drafting.wording.tokens import Token

_LATER = frozenset(("later", "after", "on", "afterwards", "thereafter"))
_EARLIER = frozenset(("earlier", "before", "previously", "prior"))
_PAST = frozenset(("past", "last", "previous"))
_LONG = 20
_RECKONING = frozenset(("time", "times", "twice", "worst", "best", "most", "least", "only", "every", "each"))
_COMING = frozenset(("next", "coming", "following"))
# The words in "-est" that are no superlatives.
_NO_SUPERLATIVE = frozenset(
    ("arrest", "attest", "behest", "bequest", "chest", "congest", "conquest", "contest", "crest", "detest", "digest", "dishonest", "divest",
     "earnest", "forest", "guest", "harvest", "honest", "infest", "ingest", "inquest", "interest", "invest", "manifest", "midwest",
     "modest", "molest", "northwest", "priest", "protest", "quest", "rainforest", "reinvest", "request", "retest", "southwest", "suggest",
     "tempest", "unrest", "wrest")
)  # fmt: skip


def read_distance(
    tokens: Sequence[Token], place: int, lexicon: Lexicon, written: date | None, ahead: bool, last_value: str
) -> dict[str, Any] | None:
    """Return the cells of a distance that begins at a token; None where there is none.

    A distance without "later" or "ago" is only how long something lasts: it dates nothing, and has no direction.
    """
    at = place
    span = ""
    if tokens[at].lower == "the" and at + 1 < len(tokens) and tokens[at + 1].lower in _PAST | _COMING:
        at += 1
    if at and tokens[at].lower in _PAST | _COMING and at + 1 < len(tokens):
        span, at = ("past" if tokens[at].lower in _PAST else "coming"), at + 1
    hedge = lexicon.match("hedge", tokens, at)
    if hedge:
        at += hedge[1]
    counted = _count(tokens, at, lexicon, alone=not span)
    if counted is None:
        return None
    amount, last = counted
    last += last < len(tokens) and tokens[last].text in "-‐"
    unit = lexicon.meaning("period", tokens[last]) if last < len(tokens) else None
    if not unit or unit in ("WE", "Q") or amount != int(amount) or amount > 5000:
        return None
    last += 1
    duration = _duration(int(amount), unit) if amount else ""
    cells: dict[str, Any] = {"first": place, "last": last, "kind": "gap", "duration": duration, "hedge": hedge[0].means if hedge else ""}
    # "In three months' time" is always ahead.
    is_time = [token.lower for token in tokens[last : last + 2]] in (["'", "time"], ["’", "time"], ["'s", "time"])
    opened_by = tokens[place - 1].lower if place and (ahead or is_time) and not span else ""
    now = written.isoformat() if written else ""
    return cells | _direct(tokens, (place, last), int(amount), unit, cells, opened_by, now, last_value, lexicon, ahead=ahead)


def _count(tokens: Sequence[Token], at: int, lexicon: Lexicon, *, alone: bool) -> tuple[float, int] | None:
    """Return how many units there are and where the number ends; 0 for "several"."""
    number = read_number(tokens, at, lexicon)
    if number is not None:
        return number.amount, number.last
    word = tokens[at].lower if at < len(tokens) else ""
    if word in ("a", "an", "one") and alone:
        return 1.0, at + 1
    if word in ("several", "few", "many", "couple"):
        return 0.0, at + 1 + (at + 1 < len(tokens) and tokens[at + 1].lower == "of")
    return None


def _direct(
    tokens: Sequence[Token], bounds: tuple[int, int], amount: int, unit: str, cells: dict[str, Any], opened_by: str, now: str,
    last_value: str, lexicon: Lexicon, *, ahead: bool,
) -> dict[str, Any]:  # fmt: skip
    """Return from what a distance is counted, in which direction, and what it comes to."""
    at, last = bounds
    duration, hedge = cells["duration"], cells["hedge"]
    after = tokens[last].lower if last < len(tokens) else ""
    if after == "ago":
        more = {"last": last + 1, "direction": "before", "counted": "writing"}
        # "More than 300 years ago" is no year.
        is_vague = hedge in ("over", "under") and unit == "Y" and amount >= _LONG
        return more | ({"value": duration} if is_vague else _moved(now, -amount, unit, duration, exact=hedge == "exactly"))
    goes_on = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    if (after in _LATER or after in _EARLIER) and not (after == "on" and goes_on in ("average", "end", "foot", "the", "a", "each")):
        sign = 1 if after in _LATER else -1
        if after in ("after", "before", "on", "prior") and last + 1 < len(tokens) and tokens[last + 1].is_word:
            # "Two years after his death": the text says from what, and that is no date.
            return {"last": last + 1, "direction": "after" if sign > 0 else "before", "value": duration}
        more = {"last": last + 1, "direction": "after" if sign > 0 else "before", "counted": "date before it"}
        if goes_on == "than":
            # "Three years earlier than planned" is a distance between two plans.
            return more | {"value": duration}
        # What is compared with an earlier time is of now, and so is what was printed of the time to come: "than four years earlier".
        is_now = bool(now) and sign < 0 and ((at > 0 and tokens[at - 1].lower == "than") or not last_value or last_value > now)
        moved = _moved(now if is_now else last_value, sign * amount, unit, duration)
        is_yet = bool(now) and sign > 0 and not ahead and moved["value"][:4].isdigit() and moved["value"] > now
        return more | ({"value": duration} if is_yet else moved)
    if opened_by in ("in", "within") and not _is_reckoned(tokens, at, lexicon):
        return {"direction": "after", "counted": "writing"} | _moved(now, amount, unit, duration)
    return {"value": duration}


def _is_reckoned(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """Tell whether a stretch of time is only what something is counted in: "the third election in 18 months", "the worst in ten years"."""
    first = max(0, at - 6)
    before = tokens[first : max(0, at - 1)]
    if any(token.text in ",;:—–" for token in before):
        return False
    return any(
        lexicon.has("ordinal", token) or token.lower in _RECKONING or _is_superlative(token, opens=first + place == 0)
        for place, token in enumerate(before)
    )


def _is_superlative(token: Token, *, opens: bool) -> bool:
    """Tell whether a word is a superlative such as "largest"; "request" and "Bucharest" are none, and a capital opens a sentence."""
    word = token.lower
    return word.endswith("est") and len(word) > 4 and word not in _NO_SUPERLATIVE and (opens or not token.is_capital)


def _moved(value: str, number: int, unit: str, duration: str, *, exact: bool = False) -> dict[str, Any]:
    if exact and unit == "Y" and len(value) == 10 and value[5:] != "02-29":
        return {"value": f"{int(value[:4]) + number:04}{value[4:]}"}
    return {"value": (shift_value(value, number, unit) if value and number and "T" not in unit else None) or duration}


def _duration(number: int, unit: str) -> str:
    if unit.startswith("T"):
        return f"PT{number}{unit[1]}"
    size = int(unit[:-1]) if unit[:-1].isdigit() else 1
    return f"P{number * size}{unit[-1]}"
