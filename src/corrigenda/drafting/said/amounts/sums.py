"""Rows of sums: money, counts, shares, distances and how long things last, with unit, currency and hedge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corrigenda.drafting.names.people import Person
from corrigenda.drafting.said.amounts.forms import Sum, show_amount
from corrigenda.drafting.said.amounts.labels import is_clock, is_label
from corrigenda.drafting.said.amounts.money import sign_at
from corrigenda.drafting.said.amounts.parts import find_parts
from corrigenda.drafting.said.amounts.plain import read_amount
from corrigenda.drafting.said.events import Told
from corrigenda.drafting.said.rows import Row, Rows
from corrigenda.drafting.times.expressions import Time
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.sentences import Sentence
from corrigenda.drafting.wording.tokens import Token, is_short

# How many words can be between a pronoun and its age.
_NEAR_PRONOUN = 4


def find_sums(sentence: Sentence, times: Sequence[Time], lexicon: Lexicon, taken: Sequence[tuple[int, int]] = ()) -> list[Sum]:
    """Return the amounts of a sentence in order; what is a time or within a name is none."""
    tokens = sentence.tokens
    busy = {
        at
        for time in times
        if time.kind not in ("order", "tense") and (time.kind != "gap" or time.direction)
        for at in range(time.first, time.last)
    }
    named = {at for first, last in taken for at in range(first, last)}
    every = busy | named
    found: list[Sum] = []
    place = 0
    while place < len(tokens):
        sign = place in named and sign_at(tokens, place, lexicon)
        skipped = place in busy or (place in named and not sign) or is_label(tokens, place, lexicon) or _is_of_marriage(tokens, place)
        one = None if skipped else read_amount(tokens, place, lexicon)
        # "Swedish" in "8 million Swedish kronor" and "SEK" in "SEK 11 million" look like names as well.
        blocked = busy if one is not None and one.currency else every
        if one is None or any(at in blocked or is_clock(tokens, at) for at in range(one.first, one.last)):
            place += 1
        else:
            # "410 million euros, 330 million and 210 million": the currency is printed once.
            before = next((other for other in reversed(found) if other.currency), None)
            if before is not None and one.measure == "count" and not one.unit and (one.amount or 0) >= 1000:
                one = replace(one, measure=before.measure, currency=before.currency)
            found.append(_of_cents(one, tokens, found))
            place = one.last
    return found


def _of_cents(one: Sum, tokens: Sequence[Token], found: Sequence[Sum]) -> Sum:
    """Read "85 pence" as pounds, and "20 cents" in the currency that was printed before it in the sentence."""
    before = next((other.currency for other in reversed(found) if other.currency), "")
    currency = "GBP" if one.unit in ("pence", "penny") else before if one.unit == "cent" else ""
    if not currency or one.amount is None:
        return one
    last = one.last + (one.last < len(tokens) and tokens[one.last].lower in ("pence", "penny", "cent", "cents"))
    return replace(one, last=last, amount=round(one.amount / 100, 4), measure="cost", currency=currency, unit="")


def _is_of_marriage(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a stretch of time says since when: "her husband of 52 years" is a wedding, and how long ago."""
    return at > 1 and tokens[at - 1].lower == "of" and tokens[at - 2].lower in ("husband", "wife", "partner", "spouse")


def add_sums(
    rows: Rows, sentence: Sentence, told: Sequence[Told], sums: Sequence[Sum], people: Sequence[Person] = (), last: str = ""
) -> None:
    """Add a row for every amount that a clause states; an age is that of the person named next to it, or of whom "she" can only mean.

    `last` is the actor whom a pronoun means that opens the sentence, where the sentence before leaves no other.
    """
    made: dict[int, Row] = {}
    for place, one in enumerate(sums):
        clause = next((part for part in told if part.clause.first <= one.first < part.clause.last), None)
        printed = sentence.printed(one.first, one.last)
        if clause is None or not is_short(printed):
            continue
        start, end = sentence.tokens[one.first].start, sentence.tokens[one.last - 1].end
        made[place] = rows.add(
            "sums", sentence, printed, start, end, claim_id=clause.claim["claim_id"], measure=one.measure, extent="unstated",
            as_printed=printed, amount=show_amount(one.amount), currency=one.currency, unit=one.unit, hedge=one.hedge, reason=one.reason,
            about=clause.event.get("about", "") if one.currency else _aged(one, sentence.tokens, people, last),
        )  # fmt: skip
    for part, total in find_parts(sentence.tokens, sums).items():
        if part in made and total in made:
            made[part] |= {"part_of": made[total]["sum_id"], "measure": made[total]["measure"]}


def only_person(sentence: Sentence, people: Sequence[Person]) -> str:
    """Return the one person whom a pronoun in the next sentence can mean: the only one named, with no pronoun before the name.

    "Her husband, Bob Roe, died in 2006." has two people in it, of whom one is only a pronoun.
    """
    named = [person.name for person in people if person.name.kind == "person"]
    if not named or len({name.actor_id for name in named}) > 1:
        return ""
    before = {token.lower for token in sentence.tokens[: named[0].first]}
    return "" if before & {"he", "she", "his", "her", "him"} else named[0].actor_id


def _is_of_pronoun(one: Sum, tokens: Sequence[Token]) -> bool:
    """Tell whether an age is that of the pronoun that opens a sentence: "She was 87.", "At 16 he left.", but not "He met a boy, 17."."""
    opening, before = tokens[0].lower, tokens[one.first - 1].lower if one.first else ""
    if opening == "at":
        return one.first == 1
    return opening in ("he", "she") and one.first <= _NEAR_PRONOUN and before in ("is", "was", "turned", "turns", "aged", "at", "now")


def _aged(one: Sum, tokens: Sequence[Token], people: Sequence[Person], last: str) -> str:
    """Return who is of an age: "Ann Lee, 42,", "the 42-year-old Lee", "She was 87."; nobody where it is no age, or where it is unclear."""
    if one.measure != "age":
        return ""
    named = [person.name for person in people if person.name.kind == "person"]
    if not any(name.first < one.first for name in named) and _is_of_pronoun(one, tokens):
        return last
    after = [name for name in named if name.first == one.last]
    before = [name for name in named if name.last <= one.first]
    if after or not before:
        return after[0].actor_id if after else ""
    # "Ann Lee, a 42-year-old teacher, met a 17-year-old boy": of these the second is of nobody who is named.
    follows = tokens[before[-1].last]
    near = follows.text in ",(" or follows.lower in ("is", "was", "who", "turned", "turns", "aged", "now") or before[-1].last == one.first
    near = (near and one.first - before[-1].last <= 3) or (tokens[one.first - 1].text == "," and len(before) == 1)
    return before[-1].actor_id if near else ""
