"""Rows of mentions: who a clause names, by name, title, metonym or pronoun, with title, office and part."""

from __future__ import annotations

from collections.abc import Sequence

from corrigenda.drafting.names.people import Person
from corrigenda.drafting.names.reference import KnownNames
from corrigenda.drafting.said.events import Told
from corrigenda.drafting.said.rows import Row, Rows
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.sentences import Sentence
from corrigenda.drafting.wording.tokens import is_short

_AT = frozenset(("in", "at", "near", "from", "to", "into", "around", "across", "outside", "through", "off", "via", "of", "on", "over"))
_TWO = frozenset(("with", "against", "between", "versus"))
_SKIPPED = frozenset(("thing", ""))


def mention_people(
    rows: Rows, sentence: Sentence, told: Sequence[Told], people: Sequence[Person], reference: KnownNames, lexicon: Lexicon
) -> list[tuple[Person, Row]]:
    """Add a row for every name of a sentence that is worth one; adjectives of states are none of their own."""
    found = []
    for person in people:
        name = person.name
        clause = next((one for one in told if one.clause.first <= name.first < one.clause.last), None)
        if (
            clause is None
            or name.is_adjective
            or name.kind in _SKIPPED
            or (name.kind == "place" and not name.actor_id and not _is_at(sentence, person))
        ):
            continue
        found.append((person, _mention(rows, sentence, clause, person, reference, lexicon)))
    _mention_by_pronoun(rows, sentence, told, people)
    return found


def _mention_by_pronoun(rows: Rows, sentence: Sentence, told: Sequence[Told], people: Sequence[Person]) -> None:
    """Add the known person whose name comes right before "who" to what the clause after it tells: "said Torp, who took office …"."""
    for one in told:
        first = one.clause.first
        if one.clause.opened_by != "who" or one.clause.verb < 0 or sentence.tokens[first].lower != "who":
            continue
        ends = {first, first - 1} if sentence.tokens[first - 1].text == "," else {first}
        named = next((who for who in people if who.name.last in ends and who.name.kind == "person" and who.name.actor_id), None)
        if named is not None:
            token = sentence.tokens[first]
            rows.add(
                "mentions", sentence, "who", token.start, token.end, claim_id=one.claim["claim_id"], event_id=one.event["event_id"],
                actor_id=named.name.actor_id, form="pronoun", part="object" if one.is_passive else "agent",
                reason="Read as the person named right before it.",
            )  # fmt: skip


def _mention(rows: Rows, sentence: Sentence, told: Told, person: Person, reference: KnownNames, lexicon: Lexicon) -> Row:
    # What somebody works as is no title: "a teacher", "the former banker".
    name, title = person.name, person.title if person.title is None or not person.title.is_profession else None
    tokens = sentence.tokens
    start, end = tokens[name.first].start, tokens[name.last - 1].end
    cells = {"actor_id": name.actor_id, "form": person.form, "part": _part(sentence, told, person)}
    reasons = []
    if person.form == "description":
        reasons.append(f"Read as {reference.actors.get(name.actor_id, {}).get('label', 'the thing named before')}, named before.")
    if person.form == "name":
        state = _metonym(sentence, person, reference, lexicon)
        if state:
            cells |= {"actor_id": state, "form": "metonym"}
            reasons.append("A place that acts is read as the state.")
        else:
            cells["name_time"] = "writing" if told.claim["modality"] == "asserted" else "unknown"
            printed = sentence.printed(name.first, name.last)
            cells["name_printed"] = printed if is_short(printed) else ""
    if title is not None:
        start, end = min(start, tokens[title.first].start), max(end, tokens[title.last - 1].end)
        cells |= {
            "title_printed": sentence.printed(title.first, title.last), "title_marker": title.marker,
            "office_id": person.office_id, "title_time": "unknown",
        }  # fmt: skip
        if not is_short(cells["title_printed"]):
            cells["title_printed"] = ""
    if name.misspelt:
        reasons.append(f"Read as a misspelling of {name.misspelt}.")
    row = rows.add(
        "mentions", sentence, " ".join(name.words), start, end, claim_id=told.claim["claim_id"], event_id=told.event["event_id"],
        reason=" ".join(reasons), **cells,
    )  # fmt: skip
    if cells["form"] != "metonym":
        others = [key for key in name.others if key != cells["actor_id"]][:5]
        rows.offer("mentions", row, "actor_id", others, "The reference has this name for another as well.")
    return row


def _part(sentence: Sentence, told: Told, person: Person) -> str:
    """Say which part somebody plays by where the name is: before the verb, after it, after "with", "in" or "by"."""
    tokens, name = sentence.tokens, person.name
    first = min(name.first, person.title.first) if person.title else name.first
    last = max(name.last, person.title.last) if person.title and not person.title.before else name.last
    before = tokens[first - 1].lower if first > told.clause.first else ""
    if before in ("the", "a", "an") and first - 1 > told.clause.first:
        before = tokens[first - 2].lower
    if last < len(tokens) and tokens[last].lower == "'s":
        return "owner"
    if before in _AT and name.kind in ("place", "state", "body"):
        return "place"
    if before in _TWO:
        return "counterpart"
    is_before = told.clause.verb < 0 or name.first < told.clause.verb
    if told.is_passive:
        return "agent" if before == "by" or (before == "and" and _is_by(sentence, told, first)) else "object"
    says = told.is_saying and (is_before or name.first == told.clause.verb + 1)
    return "source" if says else "agent" if is_before else "object"


def _is_by(sentence: Sentence, told: Told, place: int) -> bool:
    """Tell whether "by" is printed between the verb and a second name joined by "and"."""
    return any(token.lower == "by" for token in sentence.tokens[told.clause.verb : place])


def _is_at(sentence: Sentence, person: Person) -> bool:
    return person.name.first > 0 and sentence.tokens[person.name.first - 1].lower in _AT


def _metonym(sentence: Sentence, person: Person, reference: KnownNames, lexicon: Lexicon) -> str:
    """Return the state for which a capital or the seat of a government acts: where no word of place is printed before it."""
    name = person.name
    match = lexicon.match("capital", sentence.tokens, name.first) if name.kind in ("place", "body") else None
    if match is None or name.first + match[1] != name.last or match[0].means not in reference.actors:
        return ""
    before = sentence.tokens[name.first - 1].lower if name.first else ""
    return "" if before in _AT or before == "," else match[0].means
