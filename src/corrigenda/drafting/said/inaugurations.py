"""Who or what is inaugurated: somebody who takes an office, or a building, a road, a festival that is opened."""

from __future__ import annotations

from collections.abc import Sequence

from corrigenda.drafting.names.people import Person
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.plurals import in_singular
from corrigenda.drafting.wording.sentences import Clause
from corrigenda.drafting.wording.tokens import Token

START, OPENING = "start-of-term", "opening-of-place"
_STEM = "inaugurat"
_NEAR = 6
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_OPENED = frozenset(
    ("airport", "arena", "bridge", "building", "campus", "canal", "cathedral", "cemetery", "center", "centre", "chapel", "church", "cinema",
     "clinic", "college", "complex", "dam", "dock", "embassy", "exhibit", "exhibition", "facility", "factory", "fair", "farm", "ferry",
     "festival", "footbridge", "fountain", "gallery", "garden", "hall", "harbor", "harbour", "headquarters", "highway", "hospital", "hotel",
     "laboratory", "library", "lighthouse", "line", "market", "memorial", "metro", "mine", "monument", "mosque", "motorway", "museum",
     "observatory", "palace", "park", "pier", "pipeline", "plant", "port", "prison", "railway", "reactor", "refinery", "road", "route",
     "school", "shrine", "stadium", "station", "statue", "subway", "synagogue", "telescope", "temple", "terminal", "theater", "theatre",
     "tower", "track", "tram", "tunnel", "university", "wing", "zoo")
)  # fmt: skip
_ARTICLES = frozenset(("the", "a", "an", "its", "his", "her", "their", "this", "that", "another"))
# Where something is done is not what it is done to: "Lee was sworn in and inaugurated in the hall"; "a wing of the museum" is opened.
_PLACING = frozenset(("in", "at", "on", "near", "from", "to", "by", "inside", "outside", "before", "behind", "for", "with", "under"))


def settle_inauguration(kind: str, tokens: Sequence[Token], clause: Clause, people: Sequence[Person], lexicon: Lexicon) -> str:
    """Return the kind of an event that a clause tells: an inauguration is an opening only where a place or a thing is named for it."""
    place = next((at for at in range(clause.first, clause.last) if tokens[at].lower.startswith(_STEM)), -1)
    if kind != START or place < 0 or OPENING not in lexicon.kinds:
        return kind
    first, last = _bounds(tokens, place, clause)
    is_opened = any(_is_opened(tokens, at, first) for at in range(first, last))
    return OPENING if is_opened and not _is_somebody(tokens, first, last, people, lexicon) else START


def _bounds(tokens: Sequence[Token], place: int, clause: Clause) -> tuple[int, int]:
    """Return between which tokens it is printed who or what is inaugurated: before a passive, after an active verb and after "of"."""
    after = tokens[place + 1].lower if place + 1 < clause.last else ""
    if tokens[place].lower.startswith("inauguration"):
        return (place + 2, min(clause.last, place + 2 + _NEAR)) if after == "of" else (place, place)
    # "Was officially inaugurated"; in "has inaugurated a bridge" the helping verb is that of an active.
    helping = place - 1 - (place > 1 and tokens[place - 1].lower.endswith("ly"))
    if after != "by" and (helping < 0 or tokens[helping].lower not in _BE):
        return place + 1, min(clause.last, place + 1 + _NEAR)
    opening = next((at for at in range(max(0, clause.first - 1), place) if tokens[at].lower == "which"), -1)
    # "The bridge, which was inaugurated on Monday, …".
    return (max(0, opening - 4) if opening >= 0 else clause.first), place


def _is_opened(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Tell whether a token is a place or a thing that is opened, and neither where it is done nor a surname: "Park was inaugurated"."""
    word = tokens[at].lower
    if word == "it":
        return True
    if not {word, in_singular(word, "count")} & _OPENED:
        return False
    begin = at
    while begin > first and tokens[begin - 1].is_word and tokens[begin - 1].lower not in _PLACING | _ARTICLES | {"of"}:
        begin -= 1
    before = begin - 1 - (begin > 0 and tokens[begin - 1].lower in _ARTICLES)
    if before >= 0 and tokens[before].lower in _PLACING:
        return False
    numbered = at + 1 < len(tokens) and tokens[at + 1].text.isdigit()
    alone = begin == at and not (begin > 0 and tokens[begin - 1].lower in _ARTICLES)
    return numbered or not (tokens[at].is_capital and alone and word in _OPENED)


def _is_somebody(tokens: Sequence[Token], first: int, last: int, people: Sequence[Person], lexicon: Lexicon) -> bool:
    """Tell whether a person, a pronoun of one or the holder of an office is named in a stretch."""
    named = any(one.name.kind == "person" and first <= one.name.first < last for one in people)
    called = (lexicon.match("title", tokens, at) for at in range(first, last))
    headed = any(title is not None and title[0].means == "head" for title in called)
    return named or headed or any(lexicon.meaning("pronoun", token) == "person" for token in tokens[first:last])
