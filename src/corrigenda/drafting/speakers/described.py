"""Sources that are described and not named: "two senior officials", "a report by the bank", with the body that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corrigenda.drafting.names.people import Person
from corrigenda.drafting.wording.lexicon import Cue, Lexicon
from corrigenda.drafting.wording.tokens import Token

USES = (("anonymous", "anonymous"), ("group", "group"), ("document", "document"), ("body", "group"))
_LINKS = frozenset(("of", "from", "at", "in", "within", "inside", "with", "for", "by", "close", "to", "the"))
# How papers come to whoever names them: "data seen by Reuters".
OBTAINED = frozenset(("seen", "obtained", "published", "released", "reviewed", "issued", "compiled", "collected"))
# Groups of bodies, not of people.
_BODIES = frozenset(("unions", "media", "agencies", "groups", "others", "parties", "companies", "opposition", "many", "some"))
NOBODY = Cue("", "saying")


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


def find_described(tokens: Sequence[Token], end: int, people: Sequence[Person], lexicon: Lexicon) -> Speaker | None:
    """Return a source that is described: "two senior officials", "a report by the bank"."""
    for use, naming in USES:
        match = lexicon.match_before(use, tokens, end)
        if match and not tokens[end - 1].text.isupper():
            first = _phrase_start(tokens, end - match[1], lexicon, people)
            link = first - 1 - (first > 0 and tokens[first - 1].lower == "the")
            if link > 0 and tokens[link].lower in ("of", "by", "from", "at", "for"):
                # "Data from the statistics office show".
                linked = with_links(tokens, link, end, people, lexicon)
                linked = linked or _holder(tokens, link, end, people, lexicon)
                if linked is not None:
                    return linked
            return Speaker(
                first, end, NOBODY, end, name_by_count(tokens, first, end, naming, lexicon), affiliation=home_of(people, first, end)
            )
    # "officials at the ministry said": the head is some words before the verb.
    for at in range(end - 1, max(0, end - 9), -1):
        linked = with_links(tokens, at, end, people, lexicon) if tokens[at].lower in _LINKS and tokens[at].lower != "the" else None
        if linked is not None:
            return linked
        if not tokens[at].is_word:
            return None
    return None


def name_by_count(tokens: Sequence[Token], first: int, end: int, naming: str, lexicon: Lexicon) -> str:
    """Return how a group is named: a few people who are counted are anonymous ("two diplomats"), reports are papers, bodies a group."""
    if naming != "group":
        return naming
    if tokens[end - 1].lower == "reports":
        return "document"
    first += first + 1 < end and tokens[first].lower == "the"
    count = lexicon.number_of(tokens[first].lower) or (int(tokens[first].text) if tokens[first].text.isdecimal() else 0)
    return "anonymous" if 0 < count <= 10 and tokens[end - 1].lower not in _BODIES else naming


def _holder(tokens: Sequence[Token], link: int, end: int, people: Sequence[Person], lexicon: Lexicon) -> Speaker | None:
    """Return somebody who is only called by an office: "the head of the union"."""
    title = lexicon.match_before("title", tokens, link)
    if title is None or title[0].means != "head":
        return None
    first = _phrase_start(tokens, link - title[1], lexicon, people)
    return Speaker(first, end, NOBODY, end, "anonymous", affiliation=home_of(people, first, end))


def with_links(tokens: Sequence[Token], at: int, end: int, people: Sequence[Person], lexicon: Lexicon) -> Speaker | None:
    """Return the source whose head is before a link: "officials at the ministry", "a source close to the talks"."""
    while at > 1 and (tokens[at - 1].lower in _LINKS or tokens[at - 1].lower in OBTAINED):
        at -= 1
    for use, naming in USES[:3]:
        match = lexicon.match_before(use, tokens, at)
        if match:
            first = _phrase_start(tokens, at - match[1], lexicon, people)
            few = name_by_count(tokens, first, at, naming, lexicon)
            return Speaker(first, end, NOBODY, end, few, affiliation=home_of(people, first, end))
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


def with_home(tokens: Sequence[Token], end: int, people: Sequence[Person], lexicon: Lexicon) -> int:
    """Take in the body that a source belongs to: "officials at the Pentagon", "a report by the bank"."""
    if end + 1 < len(tokens) and tokens[end].lower in ("of", "from", "at", "in", "within", "inside", "with", "by"):
        at = end + 1 + (tokens[end + 1].lower == "the")
        named = next((one for one in people if one.name.first == at), None)
        if named is not None:
            return named.name.last
        body = lexicon.match("body", tokens, at)
        return at + body[1] if body else end
    return end


def home_of(people: Sequence[Person], first: int, last: int) -> str:
    """Return the body or state that is named within the words of a source."""
    return next(
        (one.name.actor_id for one in people if first <= one.name.first < last and one.name.actor_id and one.name.kind != "person"), ""
    )
