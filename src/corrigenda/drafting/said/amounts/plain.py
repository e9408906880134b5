"""Amounts as they are printed: money, counts, shares, distances and stretches of time, each read from the token that it begins at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corrigenda.drafting.said.amounts.forms import (
    Sum,
    is_level,
    is_word_alone,
    read_age,
    read_ratio,
    read_stretch,
    read_with_unit,
)
from corrigenda.drafting.said.amounts.money import measure_money, money_words, read_currency, sign_at
from corrigenda.drafting.said.amounts.units import find_unit
from corrigenda.drafting.said.amounts.votes import read_tally
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.numbers import Number, read_number
from corrigenda.drafting.wording.plurals import in_singular
from corrigenda.drafting.wording.tokens import Token, print_tokens

_HARMED = frozenset(("dead", "injured", "killed", "wounded", "hurt", "missing", "homeless", "marched", "fled", "protested", "gathered"))
_MORE = frozenset(("more", "higher", "larger", "bigger", "greater", "longer", "above"))
_LESS = frozenset(("less", "fewer", "lower", "smaller", "shorter", "below", "down"))
_GROWING = ("rose", "rise", "risen", "grew", "grow", "increas", "climb", "jump")
_SHRINKING = ("fell", "fall", "drop", "down", "declin", "decreas", "shr", "cut", "reduc", "sank")
# "A one-way ticket", "a two-way street", "a one-off": no amounts, but what sort a thing is.
_OF_A_KIND = frozenset(("way", "off", "time", "sided", "stop", "piece", "size", "liner"))
# How many times the first number the second one of a range is less than.
_FAR_APART = 5
_BETWEEN = frozenset(("to", "or", "-", "–", "—"))


def read_amount(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Sum | None:
    """Return the amount that begins at a token; None where there is none."""
    return (
        read_age(tokens, place, lexicon)
        or _change_from(tokens, place, lexicon)
        or read_tally(tokens, place, lexicon)
        or read_stretch(tokens, place, lexicon)
        or _whole(tokens, place, lexicon)
        or _read(tokens, place, lexicon)
    )


def _whole(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Sum | None:
    """Read "about 9 in 10" and "nearly 12km": a hedge before what is read as a whole."""
    hedge = lexicon.match("hedge", tokens, place)
    at = place + (hedge[1] if hedge else 0)
    one = (read_with_unit(tokens, at, lexicon) or read_ratio(tokens, at, lexicon)) if at < len(tokens) else None
    return replace(one, first=place, hedge=hedge[0].means if hedge else "") if one is not None else None


def _change_from(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Sum | None:
    """Read the first amount of "from 52 to 47 per cent": it has the unit of the second, and both are amounts of their own."""
    if not place or tokens[place - 1].lower != "from":
        return None
    sign = sign_at(tokens, place, lexicon)
    number = read_number(tokens, place + sign, lexicon)
    if number is None or number.last + 1 >= len(tokens) or tokens[number.last].lower != "to":
        return None
    other = _read(tokens, number.last + 1, lexicon)
    if other is None or other.first != number.last + 1 or other.amount is None:
        return None
    bare = _bare(tokens[other.first : other.last], lexicon)
    scale = other.amount / bare if number.amount < 1000 <= other.amount and number.last == place + sign + 1 else 1
    return replace(other, first=place, last=number.last, amount=round(number.amount * scale, 6), hedge="")


def _read(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Sum | None:
    hedge = lexicon.match("hedge", tokens, place)
    at = place + (hedge[1] if hedge else 0)
    if hedge and at < len(tokens) and tokens[at].lower in ("a", "an", "the") and not read_number(tokens, at, lexicon):
        at += 1
    if at >= len(tokens) or tokens[at].lower.partition("-")[2] in _OF_A_KIND:
        return None
    joined = tokens[at].lower.split("-")
    if len(joined) == 2 and joined[1].isalpha() and not read_number(tokens, at, lexicon):
        # "The five-member panel"; a "nine-hour" flight is how long it lasts.
        word = lexicon.number_of(joined[0])
        measure = "duration" if lexicon.is_period(joined[1]) else "count"
        return Sum(place, at + 1, word, measure, unit=joined[1]) if word is not None else None
    between = at + 1 < len(tokens) and tokens[at].lower == "between"
    sign = sign_at(tokens, at + between, lexicon)
    number = read_number(tokens, at + sign + between, lexicon)
    if number is None:
        return _vague(tokens, at, place, lexicon) if not sign else None
    last, amount = _with_range(tokens, number, lexicon, between=between)
    mark = hedge[0].means if hedge else _later_hedge(tokens, last, lexicon)
    word = 0 if sign else money_words(tokens, last, lexicon)
    if sign or word:
        end = last + word
        # "NZ $26 million" is in the currency of "NZ$".
        code = "".join(token.text for token in tokens[at : at + sign]) if sign > 1 else ""
        currency, why = read_currency(code + print_tokens(tokens[at + (sign if code else 0) : end]), lexicon)
        return Sum(place, end, amount, measure_money(tokens, place, end), currency, hedge=mark, reason=why)
    alone = last == place + 1 and is_word_alone(tokens, place, lexicon)
    if not hedge and (alone or _is_no_count(tokens, place, last, lexicon)):
        return None
    return _measured(tokens, place, last, amount, mark, lexicon) or _counted(
        tokens, place, replace(number, last=last, amount=amount), mark, lexicon
    )


def _measured(tokens: Sequence[Token], place: int, last: int, amount: float, hedge: str, lexicon: Lexicon) -> Sum | None:
    """Read the unit of a share, a distance, a weight or a stretch of time, with a hyphen before it as well."""
    at = last + (last < len(tokens) and tokens[last].text in "-‐")
    if at + 1 < len(tokens) and tokens[at].text == "°" and tokens[at + 1].text in ("C", "F"):
        return Sum(place, at + 2, amount, "other", unit="degree", hedge=hedge)
    unit = lexicon.match("unit", tokens, at) if at < len(tokens) else None
    if unit:
        return Sum(place, at + unit[1], amount, unit[0].means, unit=in_singular(tokens[at].lower, unit[0].means), hedge=hedge)
    if at < len(tokens) and lexicon.has("period", tokens[at]) and tokens[at].lower not in ("second", "quarter"):
        return Sum(place, at + 1, amount, "duration", unit=in_singular(tokens[at].lower, "duration"), hedge=hedge)
    return None


def _counted(tokens: Sequence[Token], place: int, number: Number, hedge: str, lexicon: Lexicon) -> Sum | None:
    """Read what a plain number or a fraction counts; a small number that counts nothing is no sum."""
    last = number.last
    after = tokens[last].lower if last < len(tokens) else ""
    if number.is_fraction:
        return _shared(tokens, place, number, hedge, lexicon)
    unit = find_unit(tokens, last, lexicon)
    if after in ("-", "‐") and last + 1 < len(tokens) and tokens[last + 1].text.isalpha() and tokens[last].end == tokens[last + 1].start:
        return Sum(place, last, number.amount, "count", unit=tokens[last + 1].lower, hedge=hedge)
    alone = tokens[place - 1].lower == "of" and (last == len(tokens) or not tokens[last].is_word) if place else False
    if alone and number.amount > 1:
        return Sum(place, last, number.amount, "count", hedge=hedge)
    passive = lexicon.has("auxiliary", tokens[last]) if last < len(tokens) else False
    decimal = number.amount != int(number.amount)
    if (
        not unit
        and not hedge
        and after != "of"
        and number.amount < 100
        and not passive
        and not decimal
        and not is_level(tokens, place, last)
    ):
        return None
    return Sum(place, last, number.amount, "count", unit=unit, hedge=hedge)


def _shared(tokens: Sequence[Token], place: int, number: Number, hedge: str, lexicon: Lexicon) -> Sum | None:
    """Read a fraction: a share of what it is of, or of a stretch of time; "a quarter of a century" is a time and no sum."""
    last, after = number.last, [token.lower for token in tokens[number.last : number.last + 3]]
    if after[:1] in (["a"], ["an"]) and len(after) > 1 and lexicon.has("period", tokens[last + 1]):
        return Sum(place, last + 2, number.amount, "duration", unit=in_singular(after[1], "duration"), hedge=hedge)
    if after in (["of", "a", "century"], ["of", "a", "decade"]) or _is_and_a_half(tokens, place, lexicon):
        return None
    change = _change_by(tokens, place, after)
    if change:
        return Sum(place, last, round(number.amount * 100, 4), "share", hedge=hedge, unit=f"percent {change}")
    return Sum(place, last, number.amount, "share", hedge=hedge, unit=find_unit(tokens, last + (after[:1] == ["of"]), lexicon))


def _is_change(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether an amount is how much something grew or fell: "rose by 5", "cut 300"."""
    before = [token.lower for token in tokens[max(0, first - 3) : first]]
    near = before[:-1] if before[-1:] == ["by"] else before[-1:]
    return any(word == "up" or word.startswith(_GROWING + _SHRINKING) for word in near)


def _is_and_a_half(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Tell whether a fraction is the rest of a stretch of time: "an hour and a half"."""
    return place > 1 and tokens[place - 1].lower == "and" and lexicon.has("period", tokens[place - 2])


def _change_by(tokens: Sequence[Token], place: int, after: Sequence[str]) -> str:
    """Tell whether a fraction is how much something is more or less: "a fifth fewer", "fell by a quarter"; nothing for a part of it."""
    follows = after[0] if after else ""
    before = [token.lower for token in tokens[max(0, place - 3) : place]]
    by = before[-1:] == ["by"]
    if follows in _MORE or (by and any(word == "up" or word.startswith(_GROWING) for word in before)):
        return "more"
    return "less" if follows in _LESS or (by and any(word.startswith(_SHRINKING) for word in before)) else ""


def _with_range(tokens: Sequence[Token], number: Number, lexicon: Lexicon, *, between: bool) -> tuple[int, float]:
    """Return the end and the lower amount of a printed range ("10 to 12 million"); of a number alone its own."""
    last = number.last
    is_change = _is_change(tokens, number.first - (tokens[number.first - 1].text in "$€£¥" if number.first else 0))
    if last + 1 < len(tokens) and (tokens[last].lower in _BETWEEN or (between and tokens[last].lower == "and")):
        at = last + 1 + sign_at(tokens, last + 1, lexicon)
        other = read_number(tokens, at, lexicon)
        if other is not None:
            scale = other.amount / _bare(tokens[at : other.last], lexicon) if number.amount < 1000 <= other.amount else 1
            low = number.amount * scale
            if tokens[last].lower == "to" and is_change and not low <= other.amount < _FAR_APART * low:
                # "Rose by 1,204 to 88,310" is a growth and what it comes to; "rose by 3 to 5 percent" is a range.
                return last, number.amount
            return other.last, low
    return last, number.amount


def _later_hedge(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> str:
    """Return the hedge that is printed after an amount ("or more")."""
    match = lexicon.match("hedge", tokens, last) if last < len(tokens) and tokens[last].lower in ("or", "plus") else None
    return match[0].means if match else ""


def _vague(tokens: Sequence[Token], at: int, place: int, lexicon: Lexicon) -> Sum | None:
    """Read an amount without a figure: "dozens of people", "hundreds of millions of dollars", "thousands marched"."""
    scale = lexicon.meaning("scale", tokens[at])
    if scale is None or not tokens[at].lower.endswith("s") or at + 1 >= len(tokens):
        return None
    if tokens[at + 1].lower != "of":
        acts = lexicon.has("auxiliary", tokens[at + 1]) or lexicon.meaning("act", tokens[at + 1]) == "past"
        return Sum(place, at + 1, None, "count", unit="person") if acts or tokens[at + 1].lower in _HARMED else None
    last = at + 1
    while last + 1 < len(tokens) and tokens[last].lower == "of" and lexicon.has("scale", tokens[last + 1]):
        last += 2
    unit = find_unit(tokens, last + 1, lexicon)
    money = money_words(tokens, last + 1, lexicon)
    if money:
        return Sum(place, last + 1 + money, None, "other", read_currency(tokens[last + 1].text, lexicon)[0])
    return Sum(place, last, None, "count", unit=unit) if unit else None


def _is_no_count(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Tell whether a number counts nothing: an age between commas, a score, a time of day, a part of a name."""
    before = tokens[first - 1] if first else None
    after = tokens[last] if last < len(tokens) else None
    if before is not None and before.text in "-–:#/." and (tokens[first].start == before.end or before.text == "#"):
        return True
    if after is not None and after.text in "-–:/" and last + 1 < len(tokens) and tokens[last + 1].text[0].isdigit():
        return True
    if before is not None and before.text == "," and after is not None and after.text == ",":
        return True
    # "iOS 17.4" is a name too.
    capital = before is not None and any(letter.isupper() for letter in before.text) and before.is_word and not lexicon.has("small", before)
    if capital and not lexicon.has("scale", tokens[last - 1]):
        return True
    return after is not None and after.lower in ("am", "pm", "st", "nd", "rd", "th")


def _bare(tokens: Sequence[Token], lexicon: Lexicon) -> float:
    """Return the first figure of an amount without its scale; a sign or a hedge before it ("to $3 million", "to about 1,200") is none."""
    numbers = (read_number([token], 0, lexicon) for token in tokens)
    return next((number.amount for number in numbers if number is not None and number.amount), 1.0)
