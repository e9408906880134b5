"""Who or what is inaugurated: somebody who takes an office, or a building, a road, a festival that is opened."""

from __future__ import annotations

from collections.abc import Sequence

from corrigenda.drafting.names.people import Person
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.sentences import Clause
from corrigenda.drafting.wording.tokens import Token

START, OPENING = "start-of-term", "opening-of-place"
_STEM = "inaugurat"
_NEAR = 6


def settle_inauguration(kind: str, tokens: Sequence[Token], clause: Clause, people: Sequence[Person], lexicon: Lexicon) -> str:
    """Return the kind of an event that a clause tells: an inauguration of nobody is the opening of a place."""
    place = next((at for at in range(clause.first, clause.last) if tokens[at].lower.startswith(_STEM)), -1)
    if kind != START or place < 0 or OPENING not in lexicon.kinds:
        return kind
    if tokens[place].lower.startswith("inauguration"):
        of = place + 1 < clause.last and tokens[place + 1].lower == "of"
        return OPENING if of and not _is_somebody(tokens, place + 2, min(clause.last, place + 2 + _NEAR), people, lexicon) else START
    before = tokens[max(0, place - 2) : place]
    is_passive = any(lexicon.has("auxiliary", token) or token.lower in ("be", "been", "being") for token in before)
    first, last = (clause.first, place) if is_passive else (place + 1, min(clause.last, place + 1 + _NEAR))
    return START if _is_somebody(tokens, first, last, people, lexicon) else OPENING


def _is_somebody(tokens: Sequence[Token], first: int, last: int, people: Sequence[Person], lexicon: Lexicon) -> bool:
    """Tell whether a person, a pronoun of one or the holder of an office is named in a stretch."""
    named = any(one.name.kind == "person" and first <= one.name.first < last for one in people)
    called = (lexicon.match("title", tokens, at) for at in range(first, last))
    headed = any(title is not None and title[0].means == "head" for title in called)
    return named or headed or any(lexicon.meaning("pronoun", token) == "person" for token in tokens[first:last])
