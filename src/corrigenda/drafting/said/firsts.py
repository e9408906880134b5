"""Rows of firsts and of relations: what is said to be the first, the only one or never so; and the order that words print."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from corrigenda.drafting.names.people import Person
from corrigenda.drafting.said.events import Told
from corrigenda.drafting.said.rows import Row, Rows
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.sentences import Sentence
from corrigenda.drafting.wording.tokens import Token, is_short

_DRAFTED = ("first", "never", "only")
_DENYING = frozenset(("not", "n't", "never", "hardly", "neither", "nor"))


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
        is_drafted = match is not None and match[0].means in _DRAFTED and not _is_denied(sentence.tokens, place, match[0].means)
        if match is None or clause is None or not is_drafted or _is_list(sentence, place, match[1], lexicon):
            place += 1
            continue
        if match[0].means == "never":
            clause.claim["polarity"] = "denied"
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
    return rows.add(
        "firsts", sentence, printed, sentence.tokens[at[0]].start, sentence.tokens[at[1] - 1].end, claim_id=clause.claim["claim_id"],
        event_id=event["event_id"], kind=kind, as_printed=printed if is_short(printed) else "", actor_id=subject,
        category_id=fit_category(event, categories, topics),
    )  # fmt: skip


def fit_category(event: Row, categories: Iterable[Row], topics: dict[str, str]) -> str:
    """Return the one category that an event can be of, by its kind and the topic of what it is about; nothing where several can."""
    topic = topics.get(event.get("about", ""), "-")
    fitting = [row["category_id"] for row in categories if row["kind_id"] == event["kind_id"] and row["topic"] in ("", topic)]
    return fitting[0] if len(fitting) == 1 else ""


def _event_of(told: Sequence[Told], clause: Told) -> Row:
    """Return the event that is called the first: that of the clause before where this one only says so ("a move that marks …")."""
    place = told.index(clause)
    weak = clause.event["kind_id"] == "state-of-affairs" and clause.clause.opened_by in ("that", "which")
    return told[place - 1].event if weak and place else clause.event


def _is_denied(tokens: Sequence[Token], place: int, means: str) -> bool:
    """Tell whether it is denied that something is the first or the only one: "not the first", "was never the only one"."""
    before = [token.lower for token in tokens[max(0, place - 2) : place]]
    if means == "never":
        # "Never the first" says nothing of what it is the first of.
        return "first" in [token.lower for token in tokens[place + 1 : place + 3]]
    return bool(_DENYING & set(before)) and before[-1] != "only"


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
