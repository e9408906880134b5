"""One maker of rows for each table that a model can propose rows of; each goes through the function that drafts such rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from corrigenda.drafting.names.people import Person
from corrigenda.drafting.names.printed_title import Title, find_state
from corrigenda.drafting.names.proper_names import Name
from corrigenda.drafting.names.titles import link_office
from corrigenda.drafting.proposals.places import Place, first_free, nearest, overlapping
from corrigenda.drafting.said.amounts.forms import Sum
from corrigenda.drafting.said.amounts.money import read_currency, sign_at
from corrigenda.drafting.said.amounts.sums import add_sums
from corrigenda.drafting.said.dates import Dating, date_events
from corrigenda.drafting.said.events import Told
from corrigenda.drafting.said.firsts import add_first
from corrigenda.drafting.said.mentions import mention_people
from corrigenda.drafting.said.rows import Row
from corrigenda.drafting.said.sources import add_sources
from corrigenda.drafting.speakers.described import Speaker
from corrigenda.drafting.start import ReadSentence, Start
from corrigenda.drafting.times.expressions import Time
from corrigenda.drafting.wording.lexicon import Cue
from corrigenda.drafting.wording.numbers import read_number

Cells = Mapping[str, str]
Maker = Callable[[Start, ReadSentence, Dating, Cells], Row | None]
# How many words may be between a name and its title, and between a source and its verb.
_NEAR, _FAR = 3, 12


def _make_mention(start: Start, reading: ReadSentence, _dating: Dating, cells: Cells) -> Row | None:
    """Add a mention by name; who it is, and which office the title means, the reference alone says."""
    sentence = reading.sentence
    place = _free(start, reading, cells.get("name_printed", ""), "mentions", "dates", "sums")
    if place is None or cells["form"] != "name" or sentence.tokens[place[0]].text[0].islower():
        return None
    tokens = sentence.tokens
    known = start.reference.match(tokens, place[0])
    keys = {one.key for one in known[0]} if known and known[1] == place[1] - place[0] else set()
    key = next(iter(keys)) if len(keys) == 1 else ""
    title = nearest(sentence, cells["title_printed"], place, _NEAR) if "title_printed" in cells else None
    kind = start.reference.actors[key]["kind"] if key else "person" if title else "body"
    words = tuple(token.text for token in tokens[place[0] : place[1]])
    number = start.sentences.index(sentence)
    name = Name(number, *place, kind, words, key, tuple(sorted(keys)))
    person = Person(name)
    if title is not None and kind == "person" and not overlapping(sentence, title, _rows(start, reading, "mentions")):
        names = [one.name for one in start.cast.people[number]]
        state = find_state(tokens, *title, names, start.reference)
        office = link_office(sentence.printed(*title), key, state, start.reference)
        person = Person(name, Title(*title, before=title[0] < place[0], state=state), office)
    made = mention_people(start.rows, sentence, reading.told, [person], start.reference, start.lexicon)
    if made and not key:
        shown = sentence.printed(*title) if person.title is not None and title is not None else ""
        start.cast.unknown.setdefault(sentence.printed(*place), (kind, shown))
    return made[0][1] if made else None


def _make_date(start: Start, reading: ReadSentence, dating: Dating, cells: Cells) -> Row | None:
    """Add an expression of time that the program could not read; its value stays open, and a distance needs one."""
    place = _free(start, reading, cells["as_printed"], "dates", "sums", "mentions")
    if place is None or cells["kind"] == "gap":
        return None
    return _only(start, "dates", lambda: date_events(
        start.rows, reading.sentence, reading.told, [Time(*place, cells["kind"])], start.lexicon, dating, start.published))  # fmt: skip


def _make_sum(start: Start, reading: ReadSentence, _dating: Dating, cells: Cells) -> Row | None:
    """Add an amount; its number and currency are those that the program reads in the words."""
    place = _free(start, reading, cells["as_printed"], "sums", "dates", "mentions")
    if place is None:
        return None
    tokens, inside = reading.sentence.tokens, range(*place)
    numbers = [number for at in inside if (number := read_number(tokens[: place[1]], at, start.lexicon))]
    whole = [one for one in numbers if not any(other is not one and other.first <= one.first < other.last for other in numbers)]
    money = any(sign_at(tokens, at, start.lexicon) for at in inside)
    currency, why = read_currency(reading.sentence.printed(*place), start.lexicon) if money else ("", "")
    amount = whole[0].amount if len(whole) == 1 else None
    one = Sum(*place, amount, cells["measure"], currency, reason=why)
    return _only(start, "sums", lambda: add_sums(start.rows, reading.sentence, reading.told, [one]))


def _make_attribution(start: Start, reading: ReadSentence, _dating: Dating, cells: Cells) -> Row | None:
    """Add a source that the program missed: a verb with words that describe or name who says it."""
    sentence, rows = reading.sentence, _rows(start, reading, "attributions")
    verb = first_free(sentence, cells.get("verb") or cells.get("hedge", ""), rows)
    if verb is None:
        return None
    source = nearest(sentence, cells["described"], verb, _FAR) if "described" in cells else None
    nobody = cells["naming"] == "none"
    if nobody is (source is not None) or (source is not None and overlapping(sentence, source, rows)):
        return None
    known = start.lexicon.match("saying", sentence.tokens, verb[0])
    cue = known[0] if known and known[1] == verb[1] - verb[0] else Cue(sentence.printed(*verb), "saying")
    if cue.size != verb[1] - verb[0]:
        return None
    people = start.cast.people[start.sentences.index(sentence)]
    named = next((one.name.actor_id for one in people if source and source[0] <= one.name.first and one.name.last <= source[1]), "")
    actor = named if cells["naming"] == "named" else ""
    speaker = Speaker(*(source or verb), cue, verb[0], cells["naming"], actor)
    # What is there keeps its cells: a claim stays as the program read it.
    before = [(one.claim, one.claim["modality"]) for one in reading.told]
    row = _only(start, "attributions", lambda: add_sources(start.rows, sentence, reading.told, [speaker], start.lexicon))
    for claim, modality in before:
        claim["modality"] = modality
    return row


def _make_first(start: Start, reading: ReadSentence, _dating: Dating, cells: Cells) -> Row | None:
    place = _free(start, reading, cells["as_printed"], "firsts")
    clause = _clause_at(reading.told, place) if place else None
    if place is None or clause is None or cells["kind"] == "nth":
        return None
    return add_first(
        start.rows, reading.sentence, reading.told, clause, place, cells["kind"], reading.mentions, start.reference.categories,
        start.reference.topics,
    )  # fmt: skip


MAKERS: dict[str, Maker] = {
    "mentions": _make_mention,
    "dates": _make_date,
    "sums": _make_sum,
    "attributions": _make_attribution,
    "firsts": _make_first,
}


def _free(start: Start, reading: ReadSentence, words: str, *tables: str) -> Place | None:
    """Return the first place of words of which no row of these tables has a part."""
    return first_free(reading.sentence, words, [row for name in tables for row in _rows(start, reading, name)])


def _rows(start: Start, reading: ReadSentence, table: str) -> list[Row]:
    return [row for row in start.rows.tables[table] if row.get("passage_id") == reading.sentence.passage_id]


def _only(start: Start, table: str, add: Callable[[], object]) -> Row | None:
    """Return the row that a function adds to a table; None where it adds none."""
    before = len(start.rows.tables[table])
    add()
    added = start.rows.tables[table][before:]
    return added[0] if added else None


def _clause_at(told: Sequence[Told], place: Place) -> Told | None:
    return next((one for one in told if one.clause.first <= place[0] < one.clause.last), None)
