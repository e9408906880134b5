"""Who is the source of what is said: the subject of a verb of saying, before it, past an apposition, or after it."""

from __future__ import annotations

from collections.abc import Sequence

from corrigenda.drafting.names.people import Person
from corrigenda.drafting.names.printed_title import RANKS
from corrigenda.drafting.speakers.cited import as_speaker, find_phrase_end, read_capitals, read_source
from corrigenda.drafting.speakers.described import NOBODY, Speaker, find_described, with_links
from corrigenda.drafting.speakers.noun_phrases import find_noun_phrase
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.tokens import Token

_ADVERBS = frozenset(
    ("also", "later", "then", "earlier", "previously", "repeatedly", "publicly", "recently", "already", "quickly", "not", "first", "now")
)
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
    at = _before_brackets(tokens, at)
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
        return as_speaker(near, near.name.first, near.name.last) if near is not None and near.name.kind == "person" else None
    return after or _noun_phrase(tokens, find_phrase_end(tokens, place + size), lexicon)


def find_opening(tokens: Sequence[Token], people: Sequence[Person], place: int) -> Speaker | None:
    """Return the person with whom a sentence begins, the subject of a later verb too: "X read out the decision and said"."""
    for one in people:
        first = min(one.name.first, one.title.first) if one.title else one.name.first
        opens = first == 0 or (first <= _OPENING_WORDS and tokens[one.name.first - 1].text == ",")
        if one.name.kind == "person" and opens and one.name.last < place:
            return as_speaker(one, first, one.name.last)
    return None


def _before_brackets(tokens: Sequence[Token], end: int) -> int:
    """Return where brackets begin that end at a token: "The World Health Organization (WHO) said", "Ann Lee (Lab, Westfield) said"."""
    if end < 2 or tokens[end - 1].text != ")":
        return end
    return next((at for at in range(end - 2, max(0, end - 10), -1) if tokens[at].text == "("), end)


def _ends_clause(tokens: Sequence[Token], at: int) -> bool:
    if at < len(tokens) and tokens[at].lower == "'s":
        return False
    return at >= len(tokens) or not tokens[at].is_word or tokens[at].lower in ("in", "on", "at", "after", "before", "during")


def _before_apposition(
    tokens: Sequence[Token], comma: int, people: Sequence[Person], lexicon: Lexicon, last_person: Person | None
) -> Speaker | None:
    """Return the subject before "X, the mayor of Y, said" and "X, 44, a teacher in Y, said", or the one between: "the head, X, said"."""
    last, parts, depth = comma, 0, 0
    for at in range(comma - 1, max(-1, comma - 16), -1):
        depth += (tokens[at].text == ")") - (tokens[at].text == "(")
        if depth:
            # "Ann Lee (Lab, Westfield), who …".
            continue
        if tokens[at].text == ",":
            parts += 1
            inside = _between(tokens, at + 1, last, people, lexicon) if last == comma else None
            if inside is not None and not inside.actor_id and inside.last - inside.first == 1:
                # "A spokesman for the operator, Nordbane, said": the one word is the name of the operator.
                answers = find_described(tokens, at, people, lexicon)
                inside = answers if answers is not None and answers.naming == "anonymous" else inside
            inside = (_paper_by(tokens, at, last, lexicon) or inside) if inside is not None else None
            found = inside or (_who_before(tokens, at, people, lexicon, last_person) if at > 0 else None)
            if found is not None or parts == _MOST_PARTS:
                return _apposed(tokens, found, people) if found is not None else None
            last = at
        elif tokens[at].text in '.;:"”“':
            return None
    return None


def _paper_by(tokens: Sequence[Token], comma: int, end: int, lexicon: Lexicon) -> Speaker | None:
    """Return the paper of somebody who is named in an apposition: "a report by the council's finance officer, Ann Lee, says"."""
    for at in range(comma - 1, max(0, comma - 9), -1):
        if not tokens[at].is_word and tokens[at].lower != "'s":
            return None
        match = lexicon.match_before("document", tokens, at) if tokens[at].lower in ("by", "from") else None
        if match:
            return Speaker(at - match[1], end, NOBODY, end, "document")
    return None


def _apposed(tokens: Sequence[Token], found: Speaker, people: Sequence[Person]) -> Speaker:
    """Return the person whom a description is about that comes after the name: "Ann Lee, head of the union, and a doctor, said"."""
    comma = found.first - 1 if found.naming == "anonymous" and found.first and tokens[found.first - 1].text == "," else -1
    named = next((one for one in people if one.name.last == comma and one.name.kind == "person"), None)
    return as_speaker(named, min(named.name.first, named.title.first) if named.title else named.name.first, comma) if named else found


def _between(tokens: Sequence[Token], first: int, last: int, people: Sequence[Person], lexicon: Lexicon) -> Speaker | None:
    """Return the name that fills the words between two commas: "the head of the union, Karl Bern, told"."""
    inside = next((one for one in people if one.name.first >= first and one.name.last == last), None)
    if inside is not None and inside.name.kind == "person" and all(token.lower in RANKS for token in tokens[first : inside.name.first]):
        return as_speaker(inside, min(inside.name.first, inside.title.first) if inside.title else first, last)
    alone = all(token.is_capital and token.text.isalpha() for token in tokens[first:last])
    return read_capitals(tokens, last, lexicon) if first < last and alone else None


def _who_before(
    tokens: Sequence[Token], end: int, people: Sequence[Person], lexicon: Lexicon, last_person: Person | None
) -> Speaker | None:
    end = _before_brackets(tokens, end)
    named = next((one for one in people if one.name.last == end or (one.title is not None and one.title.last == end)), None)
    if named is not None and named.name.kind not in ("thing", ""):
        first = min(named.name.first, named.title.first) if named.title else named.name.first
        link = first - 1 if first > 1 and tokens[first - 1].lower not in ("the", "a") else first - 2
        if named.name.kind == "place" and tokens[link].lower in ("from", "in", "at", "near") and link >= 0:
            # "Cores from Antarctica showed" is no place that speaks.
            return (with_links(tokens, link, end, people, lexicon) or _body_in(tokens, link, end, lexicon)) if link > 0 else None
        if link > 0 and tokens[link].lower in ("of", "to", "for", "at", "by", "from", "in", "within", "inside"):
            linked = with_links(tokens, link, end, people, lexicon)
            if linked is not None:
                return linked
        return as_speaker(named, first, end)
    if tokens[end - 1].lower == "who" and end > 2:
        return _who_before(tokens, end - 1 - (tokens[end - 2].text == ","), people, lexicon, last_person)
    return (
        _pronoun(tokens, end, people, lexicon, last_person)
        or find_described(tokens, end, people, lexicon)
        or _named_by_capitals(tokens, end, people, lexicon)
        or _noun_phrase(tokens, end, lexicon)
    )


def _named_by_capitals(tokens: Sequence[Token], end: int, people: Sequence[Person], lexicon: Lexicon) -> Speaker | None:
    """Return a name that is only known by its capitals; where it is a place ("in Lagos"), what is there."""
    found = read_capitals(tokens, end, lexicon)
    link = found.first - 1 if found is not None else 0
    if link > 0 and tokens[link].lower in ("in", "near"):
        return with_links(tokens, link, end, people, lexicon) or _body_in(tokens, link, end, lexicon)
    return found


def _body_in(tokens: Sequence[Token], link: int, end: int, lexicon: Lexicon) -> Speaker | None:
    """Return a body by its noun and where it is: "the government in Paris"."""
    match = lexicon.match_before("body", tokens, link)
    return Speaker(link - match[1], end, NOBODY, end, "group") if match else None


def _noun_phrase(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> Speaker | None:
    found = find_noun_phrase(tokens, end, lexicon)
    return Speaker(found[0], end, NOBODY, end, found[1], is_bare=True) if found else None


def _opens(tokens: Sequence[Token], person: Person) -> bool:
    """Tell whether a sentence begins with a person, title or name, or with "but" and the person."""
    first = min(person.name.first, person.title.first if person.title else person.name.first)
    return first == 0 or (first == 1 and tokens[0].lower in ("but", "and", "so", "yet"))


def _pronoun(tokens: Sequence[Token], end: int, people: Sequence[Person], lexicon: Lexicon, last_person: Person | None) -> Speaker | None:
    """Return the source "he" or "she": the person with whom the sentence begins, else the one who was named last."""
    pronoun = lexicon.meaning("pronoun", tokens[end - 1])
    if pronoun and tokens[end - 1].lower in ("he", "she", "it", "they"):
        last_person = next(
            (one for one in people if one.name.kind == "person" and _opens(tokens, one) and one.name.last < end), last_person
        )
        actor = last_person.name.actor_id if last_person is not None and pronoun == "person" else ""
        return Speaker(end - 1, end, NOBODY, end, "named", actor)
    return None
