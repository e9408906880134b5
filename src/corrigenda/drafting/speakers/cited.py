"""Who is cited: the source whose words begin after "according to", "citing", "said" or "by"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corrigenda.drafting.names.people import Person
from corrigenda.drafting.speakers.described import NOBODY, USES, Speaker, home_of, name_by_count, with_home
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.tokens import Token


def find_phrase_end(tokens: Sequence[Token], at: int) -> int:
    """Return where the words after a verb end at a mark or at "who": "said one resident, who …"."""
    while at < len(tokens) and tokens[at].is_word and tokens[at].lower not in ("who", "whose", "in", "at", "on", "after", "as"):
        at += 1
    return at


def read_capitals(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> Speaker | None:
    """Return a source that is only known to be a name by its capitals: "Microsoft said"."""
    first = end
    while first > 0 and tokens[first - 1].is_capital and not lexicon.has("small", tokens[first - 1]):
        first -= 1
    named = first < end and not any(lexicon.has(use, tokens[end - 1]) for use in ("month", "weekday")) and tokens[first].lower[:2] != "i'"
    return Speaker(first, end, NOBODY, end, "named") if named else None


def read_source(tokens: Sequence[Token], at: int, people: Sequence[Person], lexicon: Lexicon, last_person: Person | None) -> Speaker | None:
    """Return the source whose words begin at a token: "the ministry", "two officials at the Pentagon", "Prime Minister Smith"."""
    if at < len(tokens) and tokens[at].lower in ("him", "her") and (at + 1 == len(tokens) or not tokens[at + 1].is_word):
        # "According to her, …".
        return Speaker(at, at + 1, NOBODY, at, "named", last_person.name.actor_id if last_person is not None else "")
    if [token.lower for token in tokens[at : at + 2]] == ["one", ","]:
        # "Scientists warn of it. “We are late,” said one, Karin Moe."
        one = next((person for person in people if person.name.kind == "person" and person.name.first == at + 2), None)
        if one is not None:
            return as_speaker(one, at + 2, one.name.last)
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
    capitals = read_capitals(tokens, end, lexicon) if end > first else None
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
            if one.name.kind == "person" and last + 1 < len(tokens) and tokens[last].lower == "'s" and tokens[last + 1].text.islower():
                # "According to Bob Roe's lawyer": somebody of his, who is not named.
                return Speaker(at, last + 2, NOBODY, at, "anonymous")
            if nested is not None and one.name.kind != "person":
                return Speaker(at, nested[0], NOBODY, at, nested[1], affiliation=one.name.actor_id)
            return as_speaker(
                one, first if one.title else one.name.first, max(last, one.title.last if one.title and one.title.before else 0)
            )
    return None


def _read_described(tokens: Sequence[Token], at: int, people: Sequence[Person], lexicon: Lexicon) -> Speaker | None:
    """Return a source that is described, whose words begin at a token."""
    last, best, head_end = at, None, at
    while last < len(tokens) and last - at < 7 and (tokens[last].is_word or tokens[last].text in "-‐" or tokens[last].lower == "'s"):
        for use, naming in USES:
            match = lexicon.match(use, tokens, last)
            if match:
                head_end = last + match[1]
                end, few = with_home(tokens, head_end, people, lexicon), name_by_count(tokens, at, head_end, naming, lexicon)
                best = Speaker(at, end, NOBODY, at, few, affiliation=home_of(people, at, end))
                break
        if best is not None and best.naming == "document" and last >= head_end and tokens[last].lower in ("by", "from", "of", "in"):
            # "An estimate by the finance ministry" is a paper.
            best = replace(best, last=find_phrase_end(tokens, last + 1))
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


def as_speaker(person: Person, first: int, last: int) -> Speaker:
    """Return a person, a body or a state as a source."""
    naming = "group" if person.name.kind == "group" else "named"
    # A capital or the seat of a government that says something is the state.
    state = person.name.others[0] if person.name.kind == "place" and person.name.others else ""
    return Speaker(first, last, NOBODY, first, naming, person.name.actor_id or state)
