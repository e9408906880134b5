"""Claims and events: one of each for a clause, with kind, tense and what it is about; the words in our own are left to a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from corrigenda.drafting.names.people import Person
from corrigenda.drafting.said.inaugurations import settle_inauguration
from corrigenda.drafting.said.rows import Row, Rows
from corrigenda.drafting.said.tenses import find_helping, find_verb, tell_tense
from corrigenda.drafting.wording.lexicon import Cue, Lexicon
from corrigenda.drafting.wording.sentences import Clause, Sentence, find_bounds

OTHER_KIND = "state-of-affairs"
STUB = "To be restated in our own words; drafted from the passage:"
_THINGS = ("programme", "weapon")
_POINTING = ("this", "these", "such")


@dataclass
class Told:
    """Hold a clause with the rows of its claim and its event, and how its verb tells it."""

    clause: Clause
    claim: Row
    event: Row
    verb: Cue | None
    is_saying: bool
    is_passive: bool
    is_ahead: bool


def tell_clauses(
    rows: Rows, sentence: Sentence, clauses: Sequence[Clause], people: Sequence[Person], lexicon: Lexicon, actors: dict[str, dict[str, str]]
) -> list[Told]:
    """Add the claim and the event of every clause of a sentence."""
    return [_tell(rows, sentence, clause, people, lexicon, actors) for clause in clauses]


def _tell(
    rows: Rows, sentence: Sentence, clause: Clause, people: Sequence[Person], lexicon: Lexicon, actors: dict[str, dict[str, str]]
) -> Told:
    tokens = sentence.tokens
    inside = [person for person in people if clause.first <= person.name.first < clause.last]
    verb = _without_guests(find_verb(sentence, clause, lexicon), clause, inside)
    noun = _noun(sentence, clause, lexicon) if verb is None or verb.use != "event" else None
    kind = settle_inauguration(_kind(verb, noun, inside, lexicon, actors), tokens, clause, inside, lexicon)
    helping = find_helping(sentence, clause, lexicon)
    ahead = "future" in helping
    start, end = find_bounds(sentence, clause)
    about = next((p.name.actor_id for p in inside if p.name.kind in _THINGS and p.name.actor_id), "")
    label = lexicon.kinds.get(kind, {}).get("label", kind)
    named = f", about {actors[about]['label']}" if about in actors else ""
    claim = rows.add(
        "claims", sentence, kind, start, end,
        statement=f"{STUB} {label}{named}.",
        modality="anticipated" if ahead else "hedged" if "hedged" in helping else "asserted",
        **_scope(sentence, clause, people, lexicon, actors),
        polarity="denied" if _is_denied(sentence, clause, lexicon) else "affirmed",
        needs_source=_finding_out(sentence, clause, lexicon),
    )  # fmt: skip
    # A message that names an event of no known kind says its verb: "opened (draft)".
    act = sentence.printed(clause.verb, clause.verb + 1) if kind == OTHER_KIND and verb is not None else ""
    others = sorted({cue.kind_id for cue in (verb, noun) if cue is not None and cue.kind_id} - {kind})
    event = rows.add(
        "events", sentence, kind, *(_verb_bounds(sentence, clause, verb) or (start, end)),
        article_id=rows.article_id, claim_id=claim["claim_id"], label=f"{act or label}{named} (draft)", kind_id=kind, about=about,
        tense=tell_tense(verb, helping, lexicon.kinds.get(kind, {})),
    )  # fmt: skip
    rows.offer("events", event, "kind_id", others, "Another word of the clause names this kind.")
    form = verb.means if verb else ""
    passive = clause.verb > 0 and form in ("past", "passive") and any(t.lower in ("was", "were", "been", "is", "are", "be", "being")
        for t in tokens[max(clause.first, clause.verb - 3) : clause.verb])  # fmt: skip
    passive = passive or (clause.verb >= 0 and clause.verb + 1 < len(tokens) and tokens[clause.verb + 1].lower == "by")
    saying = verb is not None and clause.verb >= 0 and lexicon.match("saying", tokens, clause.verb) is not None
    return Told(clause, claim, event, verb, saying, passive, ahead)


def _without_guests(verb: Cue | None, clause: Clause, people: Sequence[Person]) -> Cue | None:
    """Return a verb as no meeting where it says that somebody was received and nobody is named: "the town received 5 million euros"."""
    if verb is None or verb.kind_id != "meeting" or not verb.words.startswith("receiv"):
        return verb
    is_met = any(one.name.first > clause.verb and one.name.kind in ("person", "body") for one in people)
    return verb if is_met else replace(verb, use="act", kind_id="")


def _scope(
    sentence: Sentence, clause: Clause, people: Sequence[Person], lexicon: Lexicon, actors: dict[str, dict[str, str]]
) -> dict[str, str]:
    """Return whose home affairs a clause is printed to be about ("domestically"), and whose people it names."""
    # Of very many clauses, few name somebody's people; only then the sentence is read for whose affairs it is about.
    others = [person.name.actor_id for person in people if person.name.is_adjective and clause.first <= person.name.first < clause.last]
    if not others or others[0] not in actors:
        return {}
    mark = next((at for at in range(len(sentence.tokens)) if lexicon.match("scope", sentence.tokens, at)), None)
    if mark is None:
        return {}
    states = [(person, actors.get(person.name.actor_id, {}).get("state", "")) for person in people]
    home = next((state for person, state in states if state and not person.name.is_adjective and person.name.first > mark), "")
    return {"scope_state": home, "scope_of": others[0] if home else ""}


def link_given(told: Sequence[Told], sentence: Sentence, hearsay: str) -> None:
    """Say which claim others take for granted: the act that a sentence begins with, or the hearsay that "this …" points back at.

    `hearsay` is the claim of the sentence before that nobody is named for.
    """
    named = told[0] if told and told[0].clause.verb < 0 and told[0].event["kind_id"] != OTHER_KIND else None
    for one in told[1:]:
        if named is not None and not one.clause.opened_by and one.clause.verb >= 0:
            one.claim["given"] = named.claim["claim_id"]
    points = len(sentence.tokens) > 1 and sentence.tokens[0].lower in _POINTING and sentence.tokens[1].is_word
    if told and points and hearsay and "given" not in told[0].claim:
        told[0].claim["given"] = hearsay


def _noun(sentence: Sentence, clause: Clause, lexicon: Lexicon) -> Cue | None:
    """Return the first word before the verb that names a kind of event as a noun: what the clause is about."""
    if clause.verb < 0 and clause.opened_by not in ("during", "amid") and not (clause.first == 0 and clause.last < len(sentence.tokens)):
        return None
    last = clause.verb if clause.verb >= 0 else clause.last
    for place in range(clause.first, last):
        match = lexicon.match("event", sentence.tokens, place)
        if match and match[0].means == "noun":
            return match[0]
    return None


def _kind(verb: Cue | None, noun: Cue | None, people: Sequence[Person], lexicon: Lexicon, actors: dict[str, dict[str, str]]) -> str:
    kind = verb.kind_id if verb and verb.kind_id else ""
    if not kind and verb is not None and verb.use == "saying":
        kind = (
            verb.verb_id
            if verb.verb_id in lexicon.kinds
            else {"warn": "warning", "announce": "announcement"}.get(verb.verb_id, "statement")
        )
    kind = kind or (noun.kind_id if noun else "") or OTHER_KIND
    titled = [person for person in people if person.office_id and person.form == "name"]
    if kind == "meeting" and len({person.office_id for person in titled}) > 1 and "official-meeting" in lexicon.kinds:
        return "official-meeting"
    programme = any(actors.get(person.name.actor_id, {}).get("kind") == "programme" for person in people)
    if kind == "announcement" and titled and programme and "programme-announcement" in lexicon.kinds:
        return "programme-announcement"
    return kind if kind in lexicon.kinds else OTHER_KIND


def _finding_out(sentence: Sentence, clause: Clause, lexicon: Lexicon) -> str:
    """Return how somebody must have found out what a clause says, by the first words in it that tell."""
    for at in range(clause.first, clause.last):
        match = lexicon.match("finding-out", sentence.tokens, at)
        if match:
            return match[0].means
    return ""


def _is_denied(sentence: Sentence, clause: Clause, lexicon: Lexicon) -> bool:
    verb = clause.verb if clause.verb >= 0 else clause.first
    near = sentence.tokens[max(clause.first, verb - 3) : min(clause.last, verb + 3)]
    return any(lexicon.meaning("first", token) in ("not", "never") for token in near)


def _verb_bounds(sentence: Sentence, clause: Clause, verb: Cue | None) -> tuple[int, int] | None:
    if clause.verb < 0:
        return None
    last = min(clause.verb + (verb.size if verb else 1), clause.last)
    return sentence.tokens[clause.verb].start, sentence.tokens[max(clause.verb, last - 1)].end
