"""Claims and events: one of each for a clause; a statement that says that it is none yet; firsts and relations."""

from __future__ import annotations

import pytest
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


def test_what_an_expected_announcement_will_show_takes_it_for_granted() -> None:
    tables = draft("The anticipated announcement on March 19 will signal a pivot of Japan.").tables
    claims = {row["claim_id"]: row for row in tables["claims"]}
    (given,) = [row["given"] for row in tables["claims"] if row.get("given")]
    assert claims[given]["modality"] == "anticipated"
    assert [row["kind_id"] for row in tables["events"] if row.get("claim_id") == given] == ["announcement"]


def test_what_only_unnamed_people_say_of_the_future_is_kept_from_the_public() -> None:
    text = "Yomiuri Shimbun, citing anonymous sources, reports that Japan is poised to join the 'Iron Dome' initiative."
    assert "secret" in [row.get("needs_source") for row in draft(text).tables["claims"]]
    named = text.replace("anonymous sources", "Pete Hegseth")
    assert "secret" not in [row.get("needs_source") for row in draft(named).tables["claims"]]


KNOWN = "President Donald Trump and Defense Secretary Pete Hegseth announced the 'Iron Dome' programme in May 2024."
TALKS = {
    "Mark Carney and Donald Trump met.": True,
    "Mark Carney and Donald Trump will meet.": False,
    "Mark Carney and Donald Trump met in March 2024.": False,
    "Pete Hegseth resigned.": False,
}


@pytest.mark.parametrize(("text", "is_after"), TALKS.items(), ids=TALKS)
def test_a_programme_is_taken_to_be_announced_before_people_talk(text: str, *, is_after: bool) -> None:
    found = rows(f"{KNOWN} {text}", "relations", "relation", "basis", "start")
    assert (("before", "assumed", "") in found) is is_after
    # In another paragraph, or before it, nothing is taken for granted.
    assert not [row for row in rows(f"{KNOWN}\n\n{text}", "relations", "basis") if row == ("assumed",)]
    assert not [row for row in rows(f"{text} {KNOWN}", "relations", "basis") if row == ("assumed",)]


@pytest.mark.parametrize("printed", ["called it", "calls this", "called him a"])
def test_a_name_for_something_is_no_telephone_call(printed: str) -> None:
    kinds = [kind for (kind,) in rows(f'Ann Lee {printed} "big liar".', "events", "kind_id")]
    assert "call" not in kinds
    assert "statement" in kinds


def test_a_telephone_call_is_one() -> None:
    assert "call" in [kind for (kind,) in rows("Ann Lee called Bob Roe on Monday.", "events", "kind_id")]


@pytest.mark.parametrize(
    "text",
    [
        "It cost 30 percent more than planned.",
        "They met sooner than expected.",
        "It opened, as scheduled.",
        "It opened after the planned date.",
    ],
)
def test_what_is_compared_with_a_plan_is_not_still_to_come(text: str) -> None:
    made = draft(text, "2024-05-03")
    assert not any(row["tense"] == "future" for row in made.tables["events"])
    assert not any(row["modality"] == "anticipated" for row in made.tables["claims"])


def test_what_is_planned_is_still_to_come() -> None:
    assert rows("They welcomed the planned summit in Rome.", "dates", "as_printed", "kind") == [("planned", "tense")]
    assert "future" in [tense for (tense,) in rows("The summit is planned in Rome.", "events", "tense")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Trump was inaugurated in 2017.", "start-of-term"),
        ("Modi, who was inaugurated on Monday, spoke.", "start-of-term"),
        ("He took the oath and was inaugurated on Monday.", "start-of-term"),
        ("The inauguration of Lula was on Sunday.", "start-of-term"),
        ("The inauguration of Lula was at the museum.", "start-of-term"),
        ("Park was inaugurated in 2013.", "start-of-term"),
        ("Trump was inaugurated in the hall.", "start-of-term"),
        ("In the hall Trump was inaugurated.", "start-of-term"),
        ("Voters inaugurated a new president in the hall.", "start-of-term"),
        ("The president has inaugurated a new bridge.", "opening-of-place"),
        ("The minister has inaugurated the museum.", "opening-of-place"),
        ("Modi has inaugurated Terminal 3.", "opening-of-place"),
        ("The museum was officially inaugurated in 2002.", "opening-of-place"),
        ("The museum has been inaugurated.", "opening-of-place"),
        ("The bridge, which was inaugurated on Monday, closed.", "opening-of-place"),
        ("On Monday a wing of the museum was inaugurated.", "opening-of-place"),
        ("The Central Station was inaugurated in 2002.", "opening-of-place"),
        ("It was inaugurated in 2002.", "opening-of-place"),
        ("Two churches were inaugurated.", "opening-of-place"),
        ("A footbridge was inaugurated on Monday.", "opening-of-place"),
        ("The mayor inaugurated a footbridge on Monday.", "opening-of-place"),
        ("The inauguration of the new road is on Monday.", "opening-of-place"),
        ("Donald Trump was inaugurated on Monday.", "start-of-term"),
        ("She was inaugurated on Monday.", "start-of-term"),
        ("The new president was inaugurated on Monday.", "start-of-term"),
        ("The inauguration of Donald Trump is on Monday.", "start-of-term"),
        ("The inauguration is on Monday.", "start-of-term"),
    ],
)
def test_what_is_inaugurated_is_opened_only_where_a_place_or_a_thing_is_named(text: str, kind: str) -> None:
    drafted = {one for (one,) in rows(text, "events", "kind_id")}
    assert drafted & {"opening-of-place", "start-of-term"} == {kind}


def test_what_is_received_is_no_meeting_unless_it_is_somebody() -> None:
    assert "meeting" not in [kind for (kind,) in rows("The town of York will receive $5 million.", "events", "kind_id")]
    assert "meeting" in [kind for (kind,) in rows("Mayor Ann Lee received Bob Roe in York.", "events", "kind_id")]


def test_who_takes_over_as_something_starts_a_term() -> None:
    assert "start-of-term" in [kind for (kind,) in rows("Ann Lee took over as mayor in November 2024.", "events", "kind_id")]
    assert "start-of-term" not in [kind for (kind,) in rows("The bank took over the firm in November 2024.", "events", "kind_id")]


def test_this_before_a_verb_is_its_subject() -> None:
    found = rows("This caused losses on Monday.", "events", "label", "tense")
    assert ("caused (draft)", "past") in found
