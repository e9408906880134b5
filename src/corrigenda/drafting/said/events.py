"""Claims and events: one of each for a clause, with kind, tense and what it is about; the words in our own are left to a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from corrigenda.drafting.names.people import Person
from corrigenda.drafting.said.inaugurations import settle_inauguration
from corrigenda.drafting.said.rows import Row, Rows
from corrigenda.drafting.wording.lexicon import Cue, Lexicon
from corrigenda.drafting.wording.sentences import Clause, Sentence, find_bounds, is_compared
from corrigenda.drafting.wording.tokens import Token

# Verbs after which an infinitive is still to come, and how many words before a time one is looked for.
_PLANS = frozenset(("plan", "plans", "planned", "planning", "due", "intends", "intended", "hopes", "hoped", "scheduled", "set", "agreed"))
_NEAR = 12
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
    verb = _verb(sentence, clause, lexicon)
    noun = _noun(sentence, clause, lexicon) if verb is None or verb.use != "event" else None
    inside = [person for person in people if clause.first <= person.name.first < clause.last]
    kind = settle_inauguration(_kind(verb, noun, inside, lexicon, actors), tokens, clause, inside, lexicon)
    helping = _helping(sentence, clause, lexicon)
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
        tense=_tense(verb, helping, lexicon.kinds.get(kind, {})),
    )  # fmt: skip
    rows.offer("events", event, "kind_id", others, "Another word of the clause names this kind.")
    form = verb.means if verb else ""
    passive = clause.verb > 0 and form in ("past", "passive") and any(t.lower in ("was", "were", "been", "is", "are", "be", "being")
        for t in tokens[max(clause.first, clause.verb - 3) : clause.verb])  # fmt: skip
    passive = passive or (clause.verb >= 0 and clause.verb + 1 < len(tokens) and tokens[clause.verb + 1].lower == "by")
    saying = verb is not None and clause.verb >= 0 and lexicon.match("saying", tokens, clause.verb) is not None
    return Told(clause, claim, event, verb, saying, passive, ahead)


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


def looking_ahead(sentence: Sentence, clauses: Sequence[Clause], lexicon: Lexicon) -> Callable[[int], bool | None]:
    """Return a function that tells whether what a sentence says at a token is still to come, by the verbs of its clause.

    None is a clause in the present, which can be of either: "it takes effect on Jan. 1", "he resigns on May 3".
    """
    # Every token of a sentence is asked about: 4,000 brackets were four minutes where each read its clause again.
    verbs_of = cache(lambda clause: (_helping(sentence, clause, lexicon), _verb(sentence, clause, lexicon)))
    would_of = cache(lambda clause: {token.lower for token in sentence.tokens[clause.first : max(clause.verb + 1, clause.first)]})
    first_present_of = cache(lambda clause: _first_present(sentence, clause, lexicon))

    def is_ahead(place: int) -> bool | None:
        clause = next((one for one in clauses if one.first <= place < one.last), None)
        if clause is None:
            return False
        helping, verb = verbs_of(clause)
        if _is_after_would(sentence.tokens, clause, place):
            # "He said work would begin in the autumn": one clause where no "that" is printed.
            return True
        if "would" in would_of(clause) and not helping & {"perfect", "pluperfect"}:
            # "He said that they would decide in July".
            return True
        if "future" in helping or helping & {"past", "perfect", "pluperfect"}:
            return "future" in helping
        if helping & {"hedged"} and would_of(clause) & {"may", "might", "can", "should"}:
            # "It may rain on Thursday".
            return True
        # "The law takes effect": the verb of such a clause may be no verb to the tables of kinds.
        present = "present" in helping or (verb.means.split(" ")[0] == "present" if verb is not None else first_present_of(clause) < place)
        return None if present or not _is_past(verb) else False

    return is_ahead


def _is_after_would(tokens: Sequence[Token], clause: Clause, place: int) -> bool:
    """Tell whether "would", "will" or "planned to" comes shortly before a time, after the main verb of its clause; "would have" is past."""
    first = max(clause.verb + 1, place - _NEAR)
    words = [token.lower for token in tokens[first : place + 1]]
    for at in range(len(words) - 2, -1, -1):
        if words[at] in ("would", "will"):
            return words[at + 1] != "have" and words[at + 2 : at + 3] != ["have"]
        if words[at] in _PLANS and words[at + 1] == "to":
            return True
    return False


def _is_past(verb: Cue | None) -> bool:
    """Tell whether the verb of a clause says that it is over; "the clubs meet on May 3" has none that the tables know."""
    return verb is not None and verb.means.split(" ")[0] in ("past", "passive", "participle")


def _first_present(sentence: Sentence, clause: Clause, lexicon: Lexicon) -> int:
    """Return the first token of a clause that is a word in the present; the end of the clause where there is none."""
    cues = ((at, match[0]) for at in range(clause.first, clause.last) for match in _cues_at(sentence, at, lexicon))
    return next((at for at, cue in cues if cue.means.split(" ")[0] == "present"), clause.last)


def _cues_at(sentence: Sentence, at: int, lexicon: Lexicon) -> list[tuple[Cue, int]]:
    found = (lexicon.match(use, sentence.tokens, at) for use in ("event", "act"))
    return [match for match in found if match is not None]


def _verb(sentence: Sentence, clause: Clause, lexicon: Lexicon) -> Cue | None:
    if clause.verb < 0:
        return None
    for use in ("event", "saying", "act"):
        match = lexicon.match(use, sentence.tokens, clause.verb)
        if match:
            return match[0]
    word = sentence.tokens[clause.verb].lower
    ending = next((cue for cue in lexicon.cues("ending") if word.endswith(cue.words)), None)
    return Cue(word, "act", ending.means) if ending else None


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


def _helping(sentence: Sentence, clause: Clause, lexicon: Lexicon) -> set[str]:
    """Return what the helping verbs of a clause say: future, hedged, perfect, past, present."""
    tokens, found = sentence.tokens, set()
    last = clause.verb + 1 if clause.verb >= 0 else clause.last
    if clause.verb >= 0 and lexicon.meaning("auxiliary", tokens[clause.verb]) == "present":
        # "The summit is planned": what is planned or scheduled now is still to come.
        last = min(last + 1, clause.last)
    for place in range(clause.first, last):
        match = lexicon.match("auxiliary", tokens, place)
        # "May" within a sentence is a month, and "Will" a name.
        if match and not (tokens[place].is_capital and place) and not is_compared(tokens, place):
            found.add(match[0].means)
    return found


def _tense(verb: Cue | None, helping: set[str], kind: dict[str, str]) -> str:
    form = verb.means.split(" ")[0] if verb else ""
    if "future" in helping:
        return "future"
    if "hedged" in helping:
        return "past" if helping & {"perfect"} else "unstated" if helping & {"past", "pluperfect"} else "future"
    if helping & {"perfect", "pluperfect", "past"}:
        return "past"
    if form in ("past", "passive") and "present" not in helping:
        return "past"
    # News tells a past act in the present ("reveals"), so that only what lasts is surely going on.
    if (form == "present" or "present" in helping) and kind.get("lasts") == "true":
        return "present"
    return "unstated"


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
