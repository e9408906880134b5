"""A reply is read strictly: what is no JSON, no known table or no value of the schema is left out, whatever else is in it."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache

import pytest
from packages import ROOT

from corrigenda.drafting.proposals.reply import _read_cell, read_reply
from corrigenda.drafting.proposals.request import divide, make_schema, write_prompt
from corrigenda.drafting.wording.lexicon import read_lexicon
from corrigenda.drafting.wording.sentences import read_sentences
from corrigenda.package.package import Package, open_package

KINDS = ("resignation-announcement", "statement")
ASKED = range(2, 4)


@cache
def published() -> Package:
    return open_package(ROOT)


def read(content: object) -> list[tuple[str, int, dict[str, str]]]:
    text = content if isinstance(content, str) else json.dumps(content)
    return [(one.table, one.number, one.cells) for one in read_reply(text, published().tables, KINDS, ASKED).proposals]


@pytest.mark.parametrize(
    "text",
    [
        "", "no", "[]", "[" * 99_999, '{"dates": ' + "[" * 99_999, '{"dates": [{"sentence": 3', "{" * 5000, '{"a": ' + "9" * 5000 + "}",
        "\ud800{",
    ],
    ids=["empty", "words", "a list", "deep", "deep in a list", "cut off", "braces", "a long number", "half a letter"],
)  # fmt: skip
def test_what_is_no_whole_object_is_not_used(text: str) -> None:
    reply = read_reply(text, published().tables, KINDS, ASKED)
    assert reply.proposals == []
    assert reply.problem in ("the reply is no whole JSON object", "")


def test_words_around_an_object_are_passed_over() -> None:
    told = 'Sure! ```json\n{"dates": [{"sentence": 3, "kind": "date", "as_printed": "May"}]}\n``` Anything else?'
    assert read(told) == [("dates", 2, {"kind": "date", "as_printed": "May"})]


@pytest.mark.parametrize("number", [0, 1, 5, -3, "3", 3.0, True, None, [3], 10**30])
def test_a_sentence_that_was_not_asked_about_is_none(number: object) -> None:
    assert read({"dates": [{"sentence": number, "kind": "date", "as_printed": "May"}]}) == []


@pytest.mark.parametrize(
    ("cells", "kept"),
    [
        ({"amount": 1.5, "currency": "EUR"}, {"amount": "1.5", "currency": "EUR"}),
        ({"amount": -1}, {}),
        ({"amount": float("nan")}, {}),
        ({"amount": 1e300}, {}),
        ({"amount": 10**400}, {}),
        ({"amount": "12"}, {}),
        ({"amount": True}, {}),
        ({"currency": "euro"}, {}),
        ({"hedge": "perhaps"}, {}),
        ({"period": "2024-13"}, {}),
        ({"period": "2024"}, {"period": "2024"}),
        ({"sum_id": "mine", "claim_id": "x", "start": 0, "reason": "Trust me.", "unit": "person"}, {}),
    ],
)
def test_a_cell_that_does_not_fit_its_field_is_left_out(cells: dict[str, object], kept: dict[str, str]) -> None:
    row = {"sentence": 3, "measure": "cost", "extent": "total", "as_printed": "12 euros"}
    assert read({"sums": [{**row, **cells}]}) == [("sums", 2, {"measure": "cost", "extent": "total", "as_printed": "12 euros", **kept})]


def test_a_pattern_of_a_package_holds_nothing_up() -> None:
    """A package may bring any pattern; this one takes longer than the universe is old, and the cell is left to a person."""
    currency = published().tables["sums"].field("currency")
    assert currency is not None
    hostile = replace(currency, constraints={"pattern": "(a+)+b"})
    assert _read_cell(currency, "EUR") == "EUR"
    assert _read_cell(hostile, "a" * 100) == ""


def test_a_row_without_a_cell_that_its_table_needs_is_none() -> None:
    assert read({"sums": [{"sentence": 3, "measure": "guess", "extent": "total", "as_printed": "12"}]}) == []
    assert read({"events": [{"sentence": 3, "words": "resigned", "kind_id": "coup"}]}) == []
    assert read({"events": [{"sentence": 3, "words": "resigned", "kind_id": "resignation-announcement"}]}) != []


def test_rows_are_counted_and_many_of_them_are_cut() -> None:
    row = {"sentence": 3, "kind": "date", "as_printed": "May"}
    reply = read_reply(json.dumps({"dates": [row] * 5000, "sums": "all", "drafts": [{}]}), published().tables, KINDS, ASKED)
    assert len(reply.proposals) == 1
    assert reply.left_out == 4601


def test_the_schema_of_a_reply_is_made_from_the_table_schemas() -> None:
    schema = make_schema(published().tables, KINDS, ASKED)
    dates = schema["properties"]["dates"]["items"]
    assert dates["properties"]["sentence"]["enum"] == [3, 4]
    assert dates["properties"]["kind"]["enum"] == ["date", "gap", "tense", "frequency", "order"]
    assert dates["required"] == ["sentence", "kind", "as_printed"]
    named = {name for rows in schema["properties"].values() for name in rows["items"]["properties"]}
    assert not named & {
        "start",
        "end",
        "passage_id",
        "claim_id",
        "actor_id",
        "office_id",
        "statement",
        "label",
        "reason",
        "unit",
        "date_id",
    }


def test_every_sentence_is_asked_about_once() -> None:
    sentences = read_sentences("\n".join(f"Ada said {number}. {'x' * number} ends." for number in range(40)), "a", "en")
    asked = [number for numbers in divide(sentences) for number in numbers]
    assert asked == list(range(len(sentences)))
    assert len(read_lexicon(None).kinds) > 20
    assert write_prompt(sentences, range(1)).endswith("\n\n[1] Ada said 0.")
