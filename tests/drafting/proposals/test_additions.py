"""Whatever a model proposes, each row proves and fits, what was drafted stays, and no cell holds words of the model's own."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from typing import Any

import pytest
from model_replies import INJECTION, TEXT, invent, published
from proving import prove

from corrigenda.drafting import Draft, draft_article
from corrigenda.drafting.draft import begin_reading, finish_with
from corrigenda.drafting.proposals.additions import ModelReply, Proposer
from corrigenda.drafting.proposals.reply import read_reply

KINDS = ("resignation-announcement",)
# With 200 drafts of 50 replies each, all of ten thousand become rows where they prove (20 CPU seconds).
DRAFTS = int(os.environ.get("CORRIGENDA_REPLIES", "800")) // 50


def draft(reply: Callable[[str], str] | None, text: str = TEXT) -> Draft:
    def ask(_instructions: str, prompt: str, _schema: dict[str, Any]) -> ModelReply:
        return ModelReply(reply(prompt) if reply else "")

    proposer = Proposer(ask, published().tables, "loop") if reply else None
    return draft_article(text, "any", published(), (), proposer, published="2024-05-06")


def propose(**tables: list[dict[str, Any]]) -> Draft:
    return draft(lambda _: json.dumps(tables))


def own(drafted: Draft, table: str) -> list[dict[str, str]]:
    return [row for row in drafted.tables.get(table, []) if (table, row[f"{table[:-1]}_id"]) in drafted.proposed]


def test_a_name_that_was_missed_is_a_row_without_a_link_and_is_listed() -> None:
    done = propose(mentions=[{"sentence": 2, "form": "name", "name_printed": "Zorblax quux Minty", "part": "agent"}])
    [row] = own(done, "mentions")
    assert (row["name_printed"], row.get("actor_id", "")) == ("Zorblax quux Minty", "")
    assert done.unknown["Zorblax quux Minty"] == ("body", "")
    prove(TEXT, done, published())


def test_a_title_counts_only_next_to_its_name() -> None:
    near = {"sentence": 4, "form": "name", "name_printed": "Ulf Byrd", "title_printed": "gaffer", "part": "source"}
    far = {"sentence": 2, "form": "name", "name_printed": "Zorblax quux Minty", "title_printed": "term", "part": "agent"}
    rows = own(propose(mentions=[near, far]), "mentions")
    assert [(row["name_printed"], row.get("title_printed", "")) for row in rows if "Zorblax" in row["name_printed"]] == [
        ("Zorblax quux Minty", "")
    ]
    assert "secretary-of-defense" not in json.dumps(rows)


def test_an_amount_and_a_time_are_read_by_the_program_and_what_the_model_reads_is_another_reading() -> None:
    done = propose(
        sums=[{"sentence": 3, "measure": "count", "extent": "part", "as_printed": "A handful of crates", "amount": 5}],
        dates=[{"sentence": 2, "kind": "date", "as_printed": "the end of term", "edtf": "2024-06-28"}],
    )
    [amount], [date] = own(done, "sums"), own(done, "dates")
    assert "amount" not in amount
    assert "edtf" not in date
    offered = {(one["table"], one["field"], one["value"]) for one in done.readings if "the model loop" in one["reason"]}
    assert {("sums", "amount", "5"), ("sums", "extent", "part"), ("dates", "edtf", "2024-06-28")} <= offered
    prove(TEXT, done, published())


def test_a_source_and_a_first_that_were_missed_are_rows() -> None:
    done = propose(
        attributions=[{"sentence": 4, "described": "The gaffer Ulf Byrd", "verb": "grumbled", "naming": "anonymous"}],
        firsts=[{"sentence": 5, "kind": "first", "as_printed": "maiden"}],
    )
    assert [(row["described"], row["verb"]) for row in own(done, "attributions")] == [("The gaffer Ulf Byrd", "grumbled")]
    assert [row["as_printed"] for row in own(done, "firsts")] == ["maiden"]
    prove(TEXT, done, published())


@pytest.mark.parametrize(
    "row",
    [
        {"sentence": 2, "kind": "date", "as_printed": "in the year 1999"},
        {"sentence": 2, "kind": "date", "as_printed": "erm"},
        {"sentence": 3, "kind": "date", "as_printed": "the end of term"},
        {"sentence": 2, "kind": "gap", "as_printed": "the end of term", "duration": "P1Y", "direction": "after"},
        {"sentence": 1, "kind": "date", "as_printed": "Pete"},
    ],
    ids=["invented", "a part of a word", "in another sentence", "a distance from nowhere", "within a name"],
)
def test_words_that_do_not_prove_are_no_row(row: dict[str, Any]) -> None:
    done = propose(dates=[row])
    assert own(done, "dates") == []
    assert done.problems == ("Sentences 1 to 5: 1 proposed rows do not fit the text or the schemas, and were left out.",)


def test_what_was_drafted_stays_and_a_value_that_differs_is_another_reading() -> None:
    plain = draft(None)
    done = propose(
        dates=[{"sentence": 1, "kind": "tense", "as_printed": "Friday", "edtf": "1999-01-01"}],
        events=[{"sentence": 1, "words": "met", "kind_id": "resignation-announcement", "tense": "future"}],
    )
    assert done.tables == plain.tables
    assert done.proposed == frozenset()
    offered = {(one["field"], one["value"]) for one in done.readings if "the model loop" in one["reason"]}
    assert {("kind", "tense"), ("kind_id", "resignation-announcement"), ("tense", "future")} <= offered


def test_an_injection_in_the_text_changes_no_row_even_where_a_model_obeys_it() -> None:
    text = TEXT + INJECTION
    obeyed = {
        "mentions": [{"sentence": 1, "form": "name", "name_printed": "Ann Lee", "part": "agent", "accepted_by": "Ada", "actor_id": "x"}],
        "drafts": [{"table": "mentions", "row": "any/x", "accepted_by": "Ada"}],
        "claims": [{"sentence": 1, "statement": "Ann Lee lied."}],
        "dates": [{"sentence": 1, "kind": "date", "as_printed": "May 6, 2024", "edtf": "1999"}],
    }
    done = draft(lambda _: json.dumps(obeyed), text)
    assert done.tables == draft(None, text).tables
    assert not [one for one in done.readings if one["value"] == "1999"]


def test_no_reply_and_a_broken_one_leave_the_draft_as_it_is() -> None:
    plain = draft(None)
    for text in ("", "{", '{"dates": [{"sentence": 2, "kind": "date", "as_pr'):
        done = draft(lambda _, text=text: text)  # type: ignore[misc]
        assert (done.tables, done.readings, done.answered) == (plain.tables, plain.readings, 0)
        assert done.problems == ("Sentences 1 to 5: the reply is no whole JSON object. Nothing of it was used.",)


def test_ten_thousand_random_replies_are_read_without_an_error_and_every_cell_fits() -> None:
    source = random.Random(14)  # noqa: S311
    fields = {name: {field.name: field for field in table.fields} for name, table in published().tables.items()}
    read = 0
    for _ in range(10_000):
        for one in read_reply(invent(source), published().tables, KINDS, range(5)).proposals:
            read += 1
            assert one.number in range(5)
            for name, value in one.cells.items():
                if name not in ("words", "kind_id"):
                    constraints = fields[one.table][name].constraints
                    assert value in constraints.get("enum", [value])
                    assert value.isprintable()
                    assert len(value) <= constraints.get("maxLength", 200)
    assert read > 20_000, "the replies have to hold rows that can be read, or the test shows nothing"


def test_random_replies_add_only_rows_that_prove_and_fit() -> None:
    source = random.Random(14)  # noqa: S311
    added = 0
    for _ in range(DRAFTS):
        text = "".join(source.choice((TEXT, INJECTION + "\n", "“It was 5 or 12 euros,” he said.\n")) for _ in range(2))
        plain = draft(None, text)
        # One reply after another about the same sentences, on top of what the replies before have added.
        done = draft_with_many(text, [invent(source) for _ in range(50)])
        prove(text, done, published())
        added += len(done.proposed)
        for table, rows in plain.tables.items():
            kept = {row[package_key(table)]: row for row in done.tables[table]}
            assert all(kept[row[package_key(table)]] == row for row in rows)
        keys = {(name, row[package_key(name)]) for name, rows in done.tables.items() for row in rows}
        assert all((one["table"], one["row"]) in keys for one in done.readings)
    assert added > 5 * DRAFTS, "the replies have to hold rows that prove, or the test shows nothing"


def package_key(table: str) -> str:
    return published().tables[table].key[0]


def draft_with_many(text: str, replies: list[str]) -> Draft:
    course = begin_reading(text, "any", published(), (), {"published": "2024-05-06"})
    done = None
    for reply in replies:
        proposer = Proposer(lambda *_, reply=reply: ModelReply(reply), published().tables, "loop")
        one = finish_with(course, proposer)
        done = one if done is None else one.__class__(**{**one.__dict__, "proposed": one.proposed | done.proposed})
    assert done is not None
    return done
