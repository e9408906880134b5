"""Who is the source of what is said: the subject of a verb of saying, or whoever comes after "according to"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corrigenda.drafting.names.people import Person
from corrigenda.drafting.wording.lexicon import Cue, Lexicon
from corrigenda.drafting.wording.tokens import Token

_USES = (("anonymous", "anonymous"), ("group", "group"), ("document", "document"), ("body", "group"))
_LINKS = frozenset(("of", "from", "at", "in", "within", "inside", "with", "for", "by", "close", "to", "the"))
_ADVERBS = frozenset(("also", "later", "then", "earlier", "previously", "repeatedly", "publicly", "recently", "already", "quickly", "not"))
_NOBODY = Cue("", "saying")


@dataclass(frozen=True)
class Speaker:
    """Hold one source: the tokens of its words and of its cue, the person or thing named, and how it is named."""

    first: int
    last: int
    cue: Cue
    cue_at: int
    naming: str
    actor_id: str = ""
    affiliation: str = ""
    is_cited: bool = False
    is_bare: bool = False


def find_subject(
    tokens: Sequence[Token], place: int, size: int, people: Sequence[Person], lexicon: Lexicon, last_person: Person | None
) -> Speaker | None:
    """Return the subject of a verb of saying: before it, past an apposition between commas, or after it ("said Smith")."""
    inverted = place == 0 or tokens[place - 1].text in ",\"”’'"
    if inverted:
        after = read_source(tokens, place + size, people, lexicon, last_person)
        if after is not None and _ends_clause(tokens, after.last):
            return after
    at = place
    while at > 0 and (tokens[at - 1].lower in _ADVERBS or lexicon.has("auxiliary", tokens[at - 1])):
        at -= 1
    if at > 0 and tokens[at - 1].text == ",":
        found = _before_apposition(tokens, at - 1, people, lexicon, last_person)
        if found is not None:
            return found
    before = _who_before(tokens, at, people, lexicon, last_person) if at > 0 and tokens[at - 1].is_word else None
    if before is not None:
        return before
    return read_source(tokens, place + size, people, lexicon, last_person) if inverted else None


def _ends_clause(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or not tokens[at].is_word or tokens[at].lower in ("in", "on", "at", "after", "before", "during")


def _before_apposition(
    tokens: Sequence[Token], comma: int, people: Sequence[Person], lexicon: Lexicon, last_person: Person | None
) -> Speaker | None:
    """Return the subject before "X, the mayor of Y, said"."""
    for at in range(comma - 1, max(-1, comma - 16), -1):
        if tokens[at].text == ",":
            return _who_before(tokens, at, people, lexicon, last_person) if at > 0 else None
        if tokens[at].text in '.;:"”“':
            return None
    return None


def _who_before(
    tokens: Sequence[Token], end: int, people: Sequence[Person], lexicon: Lexicon, last_person: Person | None
) -> Speaker | None:
    named = next((one for one in people if one.name.last == end or (one.title is not None and one.title.last == end)), None)
    if named is not None and named.name.kind not in ("thing", ""):
        first = min(named.name.first, named.title.first) if named.title else named.name.first
        link = first - 1 if first > 1 and tokens[first - 1].lower not in ("the", "a") else first - 2
        if link > 0 and tokens[link].lower in ("of", "to", "for", "at", "by", "from", "within", "inside"):
            linked = _with_links(tokens, link, end, people, lexicon)
            if linked is not None:
                return linked
        return _named(named, first, end)
    if tokens[end - 1].lower == "who" and end > 2:
        return _who_before(tokens, end - 1 - (tokens[end - 2].text == ","), people, lexicon, last_person)
    return _pronoun(tokens, end, lexicon, last_person) or _described(tokens, end, people, lexicon) or _capitals(tokens, end, lexicon)


def _capitals(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> Speaker | None:
    """Return a source that is only known to be a name by its capitals: "Microsoft said"."""
    first = end
    while first > 0 and tokens[first - 1].is_capital and not lexicon.has("small", tokens[first - 1]):
        first -= 1
    named = first < end and not any(lexicon.has(use, tokens[end - 1]) for use in ("month", "weekday"))
    return Speaker(first, end, _NOBODY, end, "named") if named else None


def _pronoun(tokens: Sequence[Token], end: int, lexicon: Lexicon, last_person: Person | None) -> Speaker | None:
    """Return the source "he" or "she": the person who was named last."""
    pronoun = lexicon.meaning("pronoun", tokens[end - 1])
    if pronoun and tokens[end - 1].lower in ("he", "she", "it", "they"):
        actor = last_person.name.actor_id if last_person is not None and pronoun == "person" else ""
        return Speaker(end - 1, end, _NOBODY, end, "named", actor)
    return None


def _described(tokens: Sequence[Token], end: int, people: Sequence[Person], lexicon: Lexicon) -> Speaker | None:
    """Return a source that is described: "two senior officials", "a report by the bank"."""
    for use, naming in _USES:
        match = lexicon.match_before(use, tokens, end)
        if match and not tokens[end - 1].text.isupper():
            link = end - match[1] - 1 - (tokens[end - match[1] - 1].lower == "the")
            if link > 0 and tokens[link].lower in ("of", "by", "from", "at", "for"):
                linked = _with_links(tokens, link, end, people, lexicon)
                if linked is not None:
                    return linked
            first = _phrase_start(tokens, end - match[1], lexicon, people)
            return Speaker(first, end, _NOBODY, end, naming, affiliation=_home(people, first, end))
    # "officials at the ministry said": the head is some words before the verb.
    for at in range(end - 1, max(0, end - 9), -1):
        if tokens[at].lower in _LINKS and tokens[at].lower != "the":
            return _with_links(tokens, at, end, people, lexicon)
        if not tokens[at].is_word:
            return None
    return None


def _with_links(tokens: Sequence[Token], at: int, end: int, people: Sequence[Person], lexicon: Lexicon) -> Speaker | None:
    for use, naming in _USES[:3]:
        match = lexicon.match_before(use, tokens, at)
        if match:
            first = _phrase_start(tokens, at - match[1], lexicon, people)
            return Speaker(first, end, _NOBODY, end, naming, affiliation=_home(people, first, end))
    return None


def read_source(tokens: Sequence[Token], at: int, people: Sequence[Person], lexicon: Lexicon, last_person: Person | None) -> Speaker | None:
    """Return the source whose words begin at a token: "the ministry", "two officials at the Pentagon", "Prime Minister Smith"."""
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
                return Speaker(at, nested[0], _NOBODY, at, nested[1], affiliation=one.name.actor_id)
            return _named(one, first if one.title else one.name.first, max(last, one.title.last if one.title and one.title.before else 0))
    last, best, head_end = at, None, at
    while last < len(tokens) and last - at < 7 and (tokens[last].is_word or tokens[last].text in "-‐"):
        for use, naming in _USES:
            match = lexicon.match(use, tokens, last)
            if match:
                end = _with_home(tokens, last + match[1], people, lexicon)
                best, head_end = Speaker(at, end, _NOBODY, at, naming, affiliation=_home(people, at, end)), last + match[1]
                break
        # The last head counts where several follow on one another: "a government spokesman".
        if best is not None and last + 1 > head_end:
            break
        if tokens[last].lower in ("that", "which", "who", "and", "to") or lexicon.has("auxiliary", tokens[last]):
            break
        last += 1
    if best is None:
        first = at + (at < len(tokens) and tokens[at].lower in ("the", "a"))
        end = first
        while end < len(tokens) and tokens[end].is_capital and tokens[end].is_word:
            end += 1
        best = _capitals(tokens, end, lexicon) if end > first else None
        best = best if best is None or best.first >= first else None
    return best


def _head_after(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Return where "Pentagon officials" or "Reuters's report" ends, and how such a source is named."""
    at += at < len(tokens) and tokens[at].lower == "'s"
    for use, naming in _USES[:3]:
        match = lexicon.match(use, tokens, at) if at < len(tokens) else None
        if match:
            return at + match[1], naming
    return None


def _phrase_start(tokens: Sequence[Token], first: int, lexicon: Lexicon, people: Sequence[Person]) -> int:
    """Return where the words of a described source begin: adjectives, numbers and names before its head."""
    while first > 0:
        before = tokens[first - 1]
        if lexicon.has("saying", before) or lexicon.has("auxiliary", before) or lexicon.has("order", before):
            break
        if not before.is_word or before.lower in (
            "and",
            "that",
            "which",
            "who",
            "but",
            "as",
            "in",
            "on",
            "at",
            "of",
            "for",
            "with",
            "by",
            "to",
            "from",
            "the",
            "a",
            "an",
            "where",
        ):
            break
        first -= 1
    return first


def _with_home(tokens: Sequence[Token], end: int, people: Sequence[Person], lexicon: Lexicon) -> int:
    """Take in the body that a source belongs to: "officials at the Pentagon", "a report by the bank"."""
    if end + 1 < len(tokens) and tokens[end].lower in ("of", "from", "at", "in", "within", "inside", "with", "by"):
        at = end + 1 + (tokens[end + 1].lower == "the")
        named = next((one for one in people if one.name.first == at), None)
        if named is not None:
            return named.name.last
        body = lexicon.match("body", tokens, at)
        return at + body[1] if body else end
    return end


def _home(people: Sequence[Person], first: int, last: int) -> str:
    return next(
        (one.name.actor_id for one in people if first <= one.name.first < last and one.name.actor_id and one.name.kind != "person"), ""
    )


def _named(person: Person, first: int, last: int) -> Speaker:
    naming = "group" if person.name.kind == "group" else "named"
    # A capital or the seat of a government that says something is the state.
    state = person.name.others[0] if person.name.kind == "place" and person.name.others else ""
    return Speaker(first, last, _NOBODY, first, naming, person.name.actor_id or state)
