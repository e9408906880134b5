"""Who is the source of what is said: the subject of a verb of saying, or whoever comes after "according to"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corrigenda.drafting.names.people import Person
from corrigenda.drafting.speakers.described import NOBODY, USES, Speaker, find_described, home_of, with_home, with_links
from corrigenda.drafting.speakers.noun_phrases import find_noun_phrase
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.tokens import Token

_ADVERBS = frozenset(("also", "later", "then", "earlier", "previously", "repeatedly", "publicly", "recently", "already", "quickly", "not"))
# How many appositions can be between a subject and its verb.
_MOST_PARTS = 3
_OPENING_WORDS = 6


def find_subject(
    tokens: Sequence[Token], place: int, size: int, people: Sequence[Person], lexicon: Lexicon, last_person: Person | None, *, inverts: bool
) -> Speaker | None:
    """Return the subject of a verb of saying: before it, past an apposition between commas, or after it ("said Smith").

    Only a verb that `inverts` has its subject after it: after "told" comes who is told.
    """
    inverted = inverts and (place == 0 or tokens[place - 1].text in ",\"”’'")
    if inverted:
        after = read_source(tokens, place + size, people, lexicon, last_person)
        if after is not None and _ends_clause(tokens, after.last):
            return after
    at = place
    while at > 0 and (tokens[at - 1].lower in _ADVERBS or lexicon.has("auxiliary", tokens[at - 1])):
        at -= 1
    if at > 3 and tokens[at - 1].text == ")" and tokens[at - 3].text == "(":
        # "The World Health Organization (WHO) said".
        at -= 3
    if at > 0 and tokens[at - 1].text == ",":
        found = _before_apposition(tokens, at - 1, people, lexicon, last_person)
        if found is not None:
            return found
    before = _who_before(tokens, at, people, lexicon, last_person) if at > 0 and tokens[at - 1].is_word else None
    if before is not None:
        return before
    if not inverted:
        return None
    after = read_source(tokens, place + size, people, lexicon, last_person)
    if after is not None and after.last < len(tokens) and tokens[after.last].lower == "'s":
        # "Said Lee's husband, Bo Roe": not she herself.
        near = next((one for one in people if after.last < one.name.first <= after.last + _OPENING_WORDS), None)
        return _named(near, near.name.first, near.name.last) if near is not None and near.name.kind == "person" else None
    return after or _noun_phrase(tokens, _phrase_end(tokens, place + size), lexicon)


def find_opening(tokens: Sequence[Token], people: Sequence[Person], place: int) -> Speaker | None:
    """Return the person with whom a sentence begins, the subject of a later verb too: "X read out the decision and said"."""
    for one in people:
        first = min(one.name.first, one.title.first) if one.title else one.name.first
        opens = first == 0 or (first <= _OPENING_WORDS and tokens[one.name.first - 1].text == ",")
        if one.name.kind == "person" and opens and one.name.last < place:
            return _named(one, first, one.name.last)
    return None


def _phrase_end(tokens: Sequence[Token], at: int) -> int:
    """Return where the words after a verb end at a mark or at "who": "said one resident, who …"."""
    while at < len(tokens) and tokens[at].is_word and tokens[at].lower not in ("who", "whose", "in", "at", "on", "after", "as"):
        at += 1
    return at


def _ends_clause(tokens: Sequence[Token], at: int) -> bool:
    if at < len(tokens) and tokens[at].lower == "'s":
        return False
    return at >= len(tokens) or not tokens[at].is_word or tokens[at].lower in ("in", "on", "at", "after", "before", "during")


def _before_apposition(
    tokens: Sequence[Token], comma: int, people: Sequence[Person], lexicon: Lexicon, last_person: Person | None
) -> Speaker | None:
    """Return the subject before "X, the mayor of Y, said" and "X, 44, a teacher in Y, said", or the one between: "the head, X, said"."""
    last, parts = comma, 0
    for at in range(comma - 1, max(-1, comma - 16), -1):
        if tokens[at].text == ",":
            parts += 1
            inside = _between(tokens, at + 1, last, people, lexicon) if last == comma else None
            found = inside or (_who_before(tokens, at, people, lexicon, last_person) if at > 0 else None)
            if found is not None or parts == _MOST_PARTS:
                return _apposed(tokens, found, people) if found is not None else None
            last = at
        elif tokens[at].text in '.;:"”“':
            return None
    return None


def _apposed(tokens: Sequence[Token], found: Speaker, people: Sequence[Person]) -> Speaker:
    """Return the person whom a description is about that comes after the name: "Ann Lee, head of the union, and a doctor, said"."""
    comma = found.first - 1 if found.naming == "anonymous" and found.first and tokens[found.first - 1].text == "," else -1
    named = next((one for one in people if one.name.last == comma and one.name.kind == "person"), None)
    return _named(named, min(named.name.first, named.title.first) if named.title else named.name.first, comma) if named else found


def _between(tokens: Sequence[Token], first: int, last: int, people: Sequence[Person], lexicon: Lexicon) -> Speaker | None:
    """Return the name that fills the words between two commas: "the head of the union, Karl Bern, told"."""
    inside = next((one for one in people if one.name.first == first and one.name.last == last), None)
    if inside is not None and inside.name.kind == "person":
        return _named(inside, min(inside.name.first, inside.title.first) if inside.title else first, last)
    alone = all(token.is_capital and token.text.isalpha() for token in tokens[first:last])
    return _capitals(tokens, last, lexicon) if first < last and alone else None


def _who_before(
    tokens: Sequence[Token], end: int, people: Sequence[Person], lexicon: Lexicon, last_person: Person | None
) -> Speaker | None:
    named = next((one for one in people if one.name.last == end or (one.title is not None and one.title.last == end)), None)
    if named is not None and named.name.kind not in ("thing", ""):
        first = min(named.name.first, named.title.first) if named.title else named.name.first
        link = first - 1 if first > 1 and tokens[first - 1].lower not in ("the", "a") else first - 2
        if link > 0 and tokens[link].lower in ("of", "to", "for", "at", "by", "from", "in", "within", "inside"):
            linked = with_links(tokens, link, end, people, lexicon)
            if linked is not None:
                return linked
        return _named(named, first, end)
    if tokens[end - 1].lower == "who" and end > 2:
        return _who_before(tokens, end - 1 - (tokens[end - 2].text == ","), people, lexicon, last_person)
    return (
        _pronoun(tokens, end, lexicon, last_person)
        or find_described(tokens, end, people, lexicon)
        or _capitals(tokens, end, lexicon)
        or _noun_phrase(tokens, end, lexicon)
    )


def _noun_phrase(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> Speaker | None:
    found = find_noun_phrase(tokens, end, lexicon)
    return Speaker(found[0], end, NOBODY, end, found[1], is_bare=True) if found else None


def _capitals(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> Speaker | None:
    """Return a source that is only known to be a name by its capitals: "Microsoft said"."""
    first = end
    while first > 0 and tokens[first - 1].is_capital and not lexicon.has("small", tokens[first - 1]):
        first -= 1
    named = first < end and not any(lexicon.has(use, tokens[end - 1]) for use in ("month", "weekday")) and tokens[first].lower[:2] != "i'"
    return Speaker(first, end, NOBODY, end, "named") if named else None


def _pronoun(tokens: Sequence[Token], end: int, lexicon: Lexicon, last_person: Person | None) -> Speaker | None:
    """Return the source "he" or "she": the person who was named last."""
    pronoun = lexicon.meaning("pronoun", tokens[end - 1])
    if pronoun and tokens[end - 1].lower in ("he", "she", "it", "they"):
        actor = last_person.name.actor_id if last_person is not None and pronoun == "person" else ""
        return Speaker(end - 1, end, NOBODY, end, "named", actor)
    return None


def read_source(tokens: Sequence[Token], at: int, people: Sequence[Person], lexicon: Lexicon, last_person: Person | None) -> Speaker | None:
    """Return the source whose words begin at a token: "the ministry", "two officials at the Pentagon", "Prime Minister Smith"."""
    named = _read_name(tokens, at, people, lexicon)
    if named is not None:
        return named
    best = _read_described(tokens, at, people, lexicon)
    if best is not None:
        owned = best.last < len(tokens) and tokens[best.last].lower == "'s"
        owner = _head_after(tokens, best.last, lexicon) if owned else None
        return replace(best, last=owner[0], naming=owner[1]) if owner is not None else best
    unnamed = at + (at < len(tokens) and tokens[at].lower in ("a", "an", "one", "two", "three"))
    if unnamed + 1 < len(tokens) and tokens[unnamed].lower in ("unnamed", "anonymous", "unidentified"):
        return Speaker(at, unnamed + 2, NOBODY, at, "anonymous")
    first = at + (at < len(tokens) and tokens[at].lower in ("the", "a"))
    end = first
    while end < len(tokens) and tokens[end].is_capital and tokens[end].is_word:
        end += 1
    capitals = _capitals(tokens, end, lexicon) if end > first else None
    return capitals if capitals is None or capitals.first >= first else None


def _read_name(tokens: Sequence[Token], at: int, people: Sequence[Person], lexicon: Lexicon) -> Speaker | None:
    """Return a source by name whose words begin at a token, its title or an article before it."""
    for one in people:
        first = min(one.name.first, one.title.first) if one.title else one.name.first
        skipped = [token.lower for token in tokens[at:first]] if first >= at else ["x"]
        if (
            all(word in ("the", "its", "his", "her", "their", "a", "an") for word in skipped)
            and one.name.kind not in ("thing", "")
            and not one.name.is_adjective
        ):
            last = one.name.last
            nested = _head_after(tokens, last, lexicon)
            if nested is not None and one.name.kind != "person":
                return Speaker(at, nested[0], NOBODY, at, nested[1], affiliation=one.name.actor_id)
            return _named(one, first if one.title else one.name.first, max(last, one.title.last if one.title and one.title.before else 0))
    return None


def _read_described(tokens: Sequence[Token], at: int, people: Sequence[Person], lexicon: Lexicon) -> Speaker | None:
    """Return a source that is described, whose words begin at a token."""
    last, best, head_end = at, None, at
    while last < len(tokens) and last - at < 7 and (tokens[last].is_word or tokens[last].text in "-‐"):
        for use, naming in USES:
            match = lexicon.match(use, tokens, last)
            if match:
                end = with_home(tokens, last + match[1], people, lexicon)
                best, head_end = Speaker(at, end, NOBODY, at, naming, affiliation=home_of(people, at, end)), last + match[1]
                break
        if best is not None and best.naming == "document" and last >= head_end and tokens[last].lower in ("by", "from", "of", "in"):
            # "An estimate by the finance ministry" is a paper.
            best = replace(best, last=_phrase_end(tokens, last + 1))
            break
        # The last head counts where several follow on one another: "a government spokesman".
        if best is not None and last + 1 > head_end:
            break
        if tokens[last].lower in ("that", "which", "who", "and", "to") or lexicon.has("auxiliary", tokens[last]):
            break
        last += 1
    return best


def _head_after(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Return where "Pentagon officials" or "Reuters's report" ends, and how such a source is named."""
    owned = at < len(tokens) and tokens[at].lower == "'s"
    for head in range(at + owned, at + owned + (4 if owned else 1)):
        # "The fund's latest annual report".
        if head >= len(tokens):
            return None
        for use, naming in USES[:3]:
            match = lexicon.match(use, tokens, head)
            if match:
                return head + match[1], naming
        if not tokens[head].text.islower():
            return None
    return None


def _named(person: Person, first: int, last: int) -> Speaker:
    naming = "group" if person.name.kind == "group" else "named"
    # A capital or the seat of a government that says something is the state.
    state = person.name.others[0] if person.name.kind == "place" and person.name.others else ""
    return Speaker(first, last, NOBODY, first, naming, person.name.actor_id or state)
