"""Who is said to say it, by which verb, how named, and through whom."""

from __future__ import annotations

import pytest
from drafted_rows import draft, rows

FOUND = [
    ('"We go," Pete Hegseth said.', ("pete-hegseth", "", "named", "said")),
    ("Pete Hegseth, the defense secretary, said that it was late.", ("pete-hegseth", "", "named", "said")),
    ("It is late, said Pete Hegseth.", ("pete-hegseth", "", "named", "said")),
    ("Pete Hegseth spoke. He added that it was late.", ("pete-hegseth", "", "named", "added")),
    ("Analysts warn that it is late.", ("analysts", "", "group", "warn")),
    ("Two officials at the Pentagon said it was late.", ("", "Two officials at the Pentagon", "anonymous", "said")),
    ("A senior aide to Donald Trump said it was late.", ("", "senior aide to Donald Trump", "anonymous", "said")),
    ("It is late, according to a report by the bank.", ("", "a report by the bank", "document", "according to")),
    ("It is late, according to the police.", ("", "the police", "group", "according to")),
    ("According to senators, it is late.", ("", "senators", "group", "According to")),
    ("According to 120 senators, it is late.", ("", "120 senators", "group", "According to")),
    ("According to two news agencies, it is late.", ("", "two news agencies", "group", "According to")),
    ("Two media reports said it.", ("", "Two media reports", "document", "said")),
    ("Media reports said it was late.", ("", "Media reports", "document", "said")),
    ("According to two media reports, it is late.", ("", "two media reports", "document", "According to")),
    ("Three senators said it was late.", ("", "Three senators", "anonymous", "said")),
    ("According to three senators, it is late.", ("", "three senators", "anonymous", "According to")),
    ("According to the three senators, it is late.", ("", "the three senators", "anonymous", "According to")),
    ("The plan was announced by the three senators.", ("", "the three senators", "anonymous", "announced")),
    ("It is late, said two diplomats.", ("", "two diplomats", "anonymous", "said")),
    ("Two senators from York said it was late.", ("", "Two senators from York", "anonymous", "said")),
    ("Tokyo and Washington are reportedly late.", ("", "", "none", "")),
    ("Tom Bell told reporters that it was late.", ("", "Tom Bell", "named", "told")),
    ("The inspectorate said it was late.", ("", "inspectorate", "group", "said")),
    ('"It is late," said one resident, who left.', ("", "one resident", "anonymous", "said")),
    ("Tom Bell's lawyer said it was late.", ("", "lawyer", "anonymous", "said")),
    ("The head of the union, Tom Bell, told reporters: “No.”", ("", "head of the union, Tom Bell", "named", "told")),
    ("Tom Bell, 44, a teacher in York, said it was late.", ("", "Tom Bell", "named", "said")),
    ("Tom Bell read out the list and said it was late.", ("", "Tom Bell", "named", "said")),
    ("Census takers said it was late.", ("", "Census takers", "group", "said")),
    ("The union accused the firm of lying.", ("", "union", "group", "accused")),
    ("Tom Bell called it a mistake.", ("", "Tom Bell", "named", "called")),
    ("Figures from the ministry show it is late.", ("", "Figures from the ministry", "document", "show")),
    ("The World Bank Union (WBU) said it was late.", ("", "World Bank Union", "named", "said")),
    ("Mayor Tom Bell, a Democrat, called the plan overdue.", ("", "Mayor Tom Bell", "named", "called")),
    ("A source close to the talks said it was late.", ("", "source close to the talks", "anonymous", "said")),
    ("An official with knowledge of the plan said it was late.", ("", "official with knowledge of the plan", "anonymous", "said")),
    ("The head of the union said it was late.", ("", "head of the union", "anonymous", "said")),
    ("A letter seen by Tom Bell said it was late.", ("", "letter seen by Tom Bell", "document", "said")),
    ("Estimates suggest that it is late.", ("", "Estimates", "document", "suggest")),
    ("Passengers' groups called it a mistake.", ("", "groups", "group", "called")),
    ("It will be late, the ministry estimates.", ("", "ministry", "group", "estimates")),
    ("The ministry expects more people to come in", ("", "ministry", "group", "expects")),
    ("Tom Bell urged them to be late.", ("", "Tom Bell", "named", "urged")),
    ("Tom Bell also believes they left.", ("", "Tom Bell", "named", "believes")),
    ("Ten people are feared dead.", ("", "", "none", "feared")),
    ("Two nurses, who asked not to be named, said it was late.", ("", "Two nurses", "anonymous", "said")),
    ("Two traders, speaking on condition of anonymity, said it was late.", ("", "Two traders", "anonymous", "said")),
    ("It is late, according to an estimate by the ministry.", ("", "an estimate by the ministry", "document", "according to")),
    ("It is late, according to the fund's latest annual report.", ("", "the fund's latest annual report", "document", "according to")),
    ("Under the contract, it will be late.", ("", "the contract", "document", "Under")),
    ("Tom Bell left, citing an unnamed director.", ("", "an unnamed director", "anonymous", "citing")),
    ("Tom Bell (Lab, Westfield), who left, said it was late.", ("", "Tom Bell", "named", "said")),
    ("A second witness, who is not named, said it was late.", ("", "second witness", "anonymous", "said")),
    ("It is thought that the ship is late.", ("", "", "none", "")),
]


@pytest.mark.parametrize(("text", "cells"), FOUND, ids=[case[0] for case in FOUND])
def test_a_source_is_found(text: str, cells: tuple[str, ...]) -> None:
    assert rows(text, "attributions", "actor_id", "described", "naming", "verb") == [cells]


@pytest.mark.parametrize(
    "text",
    [
        "They met the report of May.",
        "He showed them the house.",
        "It is said and done to be a state of mind.",
        "The scope suggests more.",
        "They went to the rich states to pay.",
        "Tom Bell called the police.",
        "Nobody told them.",
        "Under the bridge they met.",
        "Tom Bell conceded defeat.",
        "They live in the United States.",
        "The State Department is closed.",
        "Recent reports have been late.",
        "They kept to her opening remarks.",
        "Norway has maintained a policy of its own.",
        "They need sufficient iodine added to the salt.",
        "The talks in Norway expected next month are late.",
        "A secret document found on a train is here.",
        "The parents are also accused of lying.",
        "Tom Bell called the meeting off.",
        "The plan was announced by the official.",
        "They left the firm within Norway called the Big Ship.",
        "He left the firm, adding two people.",
    ],
)
def test_what_is_no_saying_is_left_alone(text: str) -> None:
    assert not [row for row in rows(text, "attributions", "naming", "verb") if row[0] != "none"]


def test_a_chain_is_rows() -> None:
    tables = draft("Yomiuri Shimbun, citing unnamed officials at the Pentagon, reports that the ship is late.").tables
    teller, source = sorted(tables["attributions"], key=lambda row: row.get("via", ""))
    assert (teller["actor_id"], source["naming"], source["via"]) == ("yomiuri-shimbun", "anonymous", teller["attribution_id"])
    assert source["affiliation"] == "us-department-of-defense"
    assert source["claim_id"] == teller["claim_id"]


def test_what_is_reported_is_no_claim_of_the_article() -> None:
    tables = draft("Pete Hegseth said that Japan joined the programme.").tables
    said = {row["claim_id"]: row["modality"] for row in tables["claims"]}
    assert said[tables["attributions"][0]["claim_id"]] == "reported"


def test_what_somebody_goes_on_to_say_is_of_the_same_source() -> None:
    found = rows("Tom Bell said it was late, adding that he would go.", "attributions", "described", "verb")
    assert found == [("Tom Bell", "said"), ("Tom Bell", "adding")]
    assert rows('They left, with Tom Bell stating: "No."', "attributions", "described", "verb") == [("Tom Bell", "stating")]


def test_words_after_a_subject_with_a_genitive_are_not_those_of_its_owner() -> None:
    assert rows("Tom Bell, head of the union, said Norway's flag was new.", "attributions", "described") == [("Tom Bell",)]
    assert ("Tom Bell",) not in rows('"Good," said Tom Bell\'s friend.', "attributions", "described")


def test_a_body_that_is_only_called_by_its_noun_is_the_one_named_before() -> None:
    found = rows("The Missile Defense Agency met. The agency said it was late.", "attributions", "actor_id", "naming")
    assert found == [("us-missile-defense-agency", "named")]
    assert rows("They met. The agency said it was late.", "attributions", "actor_id", "naming") == [("", "group")]


@pytest.mark.parametrize(
    "text", ["In 2019, Ann Lee wrote nine operas.", "On Monday, she added 20 seats.", "The deal was announced by Christmas Eve."]
)
def test_an_act_after_an_opening_phrase_says_nothing(text: str) -> None:
    assert rows(text, "attributions", "verb") == []


@pytest.mark.parametrize("text", ["Ann Lee told Time magazine the war was over.", "He told police the truth was out."])
def test_somebody_who_is_told_something_is_told_it(text: str) -> None:
    assert [verb for (verb,) in rows(text, "attributions", "verb")] == ["told"]


def test_a_pronoun_is_who_a_sentence_begins_with() -> None:
    text = "Donald Trump arrived. But Pete Hegseth asked for money, which he said was needed."
    assert [actor for (actor,) in rows(text, "attributions", "actor_id")] == ["pete-hegseth"]


def test_a_pronoun_is_nobody_who_is_only_named_in_an_opening_phrase() -> None:
    text = "Pete Hegseth arrived. Asked about Donald Trump, he said the vote was over."
    assert "donald-trump" not in [actor for (actor,) in rows(text, "attributions", "actor_id")]
