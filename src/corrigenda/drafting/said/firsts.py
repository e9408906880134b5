"""Rows of firsts and of relations: what is said to be the first, the only one or never so; and the order that words print."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from corrigenda.drafting.names.people import Person
from corrigenda.drafting.said.events import Told
from corrigenda.drafting.said.rows import Row, Rows
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.sentences import Sentence
from corrigenda.drafting.wording.tokens import is_short

_DRAFTED = ("first", "never", "only")


def add_firsts(
    rows: Rows, sentence: Sentence, told: Sequence[Told], mentions: Sequence[tuple[Person, Row]], lexicon: Lexicon,
    categories: Iterable[Row], topics: dict[str, str],
) -> None:  # fmt: skip
    """Add a row for each first, only and never of a sentence; its category is filled in where just one fits the event."""
    place = 0
    listed = list(categories)
    while place < len(sentence.tokens):
        match = lexicon.match("first", sentence.tokens, place)
        clause = next((one for one in told if one.clause.first <= place < one.clause.last), None)
        if match is None or clause is None or match[0].means not in _DRAFTED or _is_list(sentence, place, match[1], lexicon):
            place += 1
            continue
        add_first(rows, sentence, told, clause, (place, place + match[1]), match[0].means, mentions, listed, topics)
        place += match[1]


def add_first(
    rows: Rows, sentence: Sentence, told: Sequence[Told], clause: Told, at: tuple[int, int], kind: str,
    mentions: Sequence[tuple[Person, Row]], categories: Iterable[Row], topics: dict[str, str],
) -> Row:  # fmt: skip
    """Add the row of a first, only or never that is printed at some tokens of a clause."""
    printed = sentence.printed(*at)
    subject = next((row.get("actor_id", "") for person, row in mentions if clause.clause.first <= person.name.first < clause.clause.last
                    and row["part"] in ("agent", "owner")), "")  # fmt: skip
    event = _event_of(told, clause)
    topic = topics.get(event.get("about", ""), "-")
    fitting = [row["category_id"] for row in categories if row["kind_id"] == event["kind_id"] and row["topic"] in ("", topic)]
    return rows.add(
        "firsts", sentence, printed, sentence.tokens[at[0]].start, sentence.tokens[at[1] - 1].end, claim_id=clause.claim["claim_id"],
        event_id=event["event_id"], kind=kind, as_printed=printed if is_short(printed) else "", actor_id=subject,
        category_id=fitting[0] if len(fitting) == 1 else "",
    )  # fmt: skip


def _event_of(told: Sequence[Told], clause: Told) -> Row:
    """Return the event that is called the first: that of the clause before where this one only says so ("a move that marks …")."""
    place = told.index(clause)
    weak = clause.event["kind_id"] == "state-of-affairs" and clause.clause.opened_by in ("that", "which")
    return told[place - 1].event if weak and place else clause.event


def _is_list(sentence: Sentence, place: int, size: int, lexicon: Lexicon) -> bool:
    """Tell whether "the first" only counts along: "the first of two", "the first half", "first, …"."""
    after = sentence.tokens[place + size] if place + size < len(sentence.tokens) else None
    if size == 1 or after is None:
        return sentence.tokens[place].lower == "first"
    return sentence.tokens[place + size - 1].lower == "first" and (
        after.lower in ("half", "of", "quarter", "day", "days", "week", "two", "three", "few", "part", "lady", "minister", "place")
        or not after.is_word or lexicon.has("period", after)
    )  # fmt: skip


def add_relations(rows: Rows, sentence: Sentence, told: Sequence[Told], lexicon: Lexicon) -> None:
    """Add a row for each clause that a word of order opens: "after", "before", "during", "when"."""
    for before, clause in itertools.pairwise(told):
        token = sentence.tokens[clause.clause.first]
        match = lexicon.match("order", sentence.tokens, clause.clause.first)
        if match is None or clause.clause.opened_by != token.lower or before.event["kind_id"] == clause.event["kind_id"] == "statement":
            continue
        if match[0].words in ("as", "once", "since", "until"):
            continue
        last = clause.clause.first + match[1] - 1
        rows.add(
            "relations", sentence, f"{before.event['kind_id']} {match[0].means} {clause.event['kind_id']}", token.start,
            sentence.tokens[last].end, event_id=before.event["event_id"], relation=match[0].means,
            other=clause.event["event_id"], basis="printed",
        )  # fmt: skip
