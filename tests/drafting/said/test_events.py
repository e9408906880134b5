"""Claims and events: one of each for a clause; a statement that says that it is none yet; firsts and relations."""

from __future__ import annotations

from drafted_rows import draft, rows


def test_a_statement_is_a_stub_that_says_so_and_has_none_of_the_words() -> None:
    ((statement,),) = [rows("Mildred quietly sold seventeen clocks.", "claims", "statement")]
    assert statement[0].startswith("To be restated in our own words")
    assert not {"Mildred", "quietly", "clocks"} & set(statement[0].split())


def test_each_clause_has_one_event_of_its_kind_and_tense() -> None:
    found = rows("Pete Hegseth said that Japan will join the programme.", "events", "kind_id", "tense")
    assert found[1:] == [("statement", "past"), ("join-programme", "future")]


def test_two_who_hold_offices_meet_as_such() -> None:
    text = "President Donald Trump met Prime Minister Mark Carney."
    assert ("official-meeting", "past") in rows(text, "events", "kind_id", "tense")
    assert ("meeting", "past") in rows("Donald Trump met Mark Carney.", "events", "kind_id", "tense")


def test_a_denied_claim_is_denied() -> None:
    assert rows("Japan did not join the programme.", "claims", "polarity") == [("denied",)]


def test_firsts_are_rows_and_counting_along_is_none() -> None:
    assert rows("It was the first time Japan joined.", "firsts", "kind", "as_printed") == [("first", "the first time")]
    assert rows("They led in the first half. First, they won the first of two games.", "firsts", "kind") == []


def test_the_order_that_words_print_is_a_relation() -> None:
    ((relation, basis),) = rows("Pete Hegseth resigned after Japan joined the programme.", "relations", "relation", "basis")
    assert (relation, basis) == ("after", "printed")


def test_another_reading_is_offered_and_not_hidden() -> None:
    readings = draft("The 'Iron Dome' initiative grew.").readings
    assert {(row["table"], row["field"], row["value"]) for row in readings} >= {("mentions", "actor_id", "iron-dome-il")}
