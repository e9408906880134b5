"""A verb of saying that says nothing where it is printed, and the same verb where it does."""

from __future__ import annotations

import pytest
from drafted_rows import rows


@pytest.mark.parametrize(
    "text",
    [
        "Tom Bell claims the title.",
        "Tom Bell claims half of the house.",
        "The mayor noted the fall.",
        "It is a town noted for its walls.",
        "Tom Bell, who wrote nine operas, left.",
        'A few notes in "Sun" were wrong. The notes were "late".',
        "The army said nothing about the attack.",
        "He said no to the offer.",
        "Tom Bell said little.",
        "They were later told that it was late.",
        "They were repeatedly told to leave.",
        "She never said that it was late.",
        "If the court says it is late, they leave.",
        "What Tom Bell said was new.",
        "Nothing Tom Bell said was new.",
        "The ministry called for talks with a new envoy.",
        "She called police after a fight.",
        "The Senate confirmed Tom Bell on Monday.",
        "Tom Bell told the story of a girl.",
        "The firm added 20 jobs.",
        "Norway recalled its ambassador.",
        "The hospital admitted 60 patients.",
        "The talks concluded on Friday.",
        "The government declared a state of emergency.",
        "The crew responded to a fire.",
        "Tom Bell argued with his brother.",
        "Who said that?",
        "He was confirmed by the Senate.",
        "It was announced by 5 p.m.",
        "Cores from Antarctica showed a rise.",
    ],
)
def test_a_verb_that_says_nothing_has_no_source(text: str) -> None:
    assert rows(text, "attributions", "naming", "verb") == []


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Tom Bell claims the vote was rigged.", ("Tom Bell", "named", "claims")),
        ("Tom Bell claimed he had been robbed.", ("Tom Bell", "named", "claimed")),
        ("It is late, the minister noted.", ("minister", "anonymous", "noted")),
        ("Tom Bell noted that it was late.", ("Tom Bell", "named", "noted")),
        ("“We left,” Tom Bell wrote in a letter.", ("Tom Bell", "named", "wrote")),
        ("Tom Bell said no ship was late.", ("Tom Bell", "named", "said")),
        ("Tom Bell called the plan a waste.", ("Tom Bell", "named", "called")),
        ("The ministry confirmed the death.", ("ministry", "group", "confirmed")),
        ("Tom Bell told reporters he would leave.", ("Tom Bell", "named", "told")),
        ("Tom Bell added the plan would fail.", ("Tom Bell", "named", "added")),
        ("Tom Bell admitted that he lied.", ("Tom Bell", "named", "admitted")),
        ("Tom Bell declared that he would run.", ("Tom Bell", "named", "declared")),
        ("The firm responded that it was late.", ("firm", "group", "responded")),
        ("Residents complained about noise.", ("Residents", "group", "complained")),
        ("Two diplomats said it was late.", ("Two diplomats", "anonymous", "said")),
        ("The government in Lagos denied it.", ("government in Lagos", "group", "denied")),
        ("“We are late,” said one, Tom Bell.", ("Tom Bell", "named", "said")),
        ("The Dagens Post first reported the sale.", ("Dagens Post", "named", "reported")),
        (
            "A report by the council's finance officer, Tom Bell, says it is late.",
            ("report by the council's finance officer, Tom Bell", "document", "says"),
        ),
        (
            "It is late, according to the track operator's annual report.",
            ("the track operator's annual report", "document", "according to"),
        ),
        ("Two unions said it was late.", ("Two unions", "group", "said")),
        ("The figures, published on Friday, show that it is late.", ("figures", "document", "show")),
        ("Researchers at the University of Oslo estimate that it is late.", ("Researchers at the University of Oslo", "group", "estimate")),
        ("Speaking for Tom Bell, a spokesman said it was late.", ("spokesman", "anonymous", "said")),
        ("It is late, according to Tom Bell's lawyer.", ("Tom Bell's lawyer", "anonymous", "according to")),
        ("The plan was announced on Monday by the Derwent Institute.", ("Derwent Institute", "named", "announced")),
        ("A spokesman for the operator, Nordbane, said it was late.", ("spokesman for the operator", "anonymous", "said")),
    ],
)
def test_the_same_verb_with_a_report_has_one(text: str, cells: tuple[str, ...]) -> None:
    assert rows(text, "attributions", "described", "naming", "verb") == [cells]


def test_a_pronoun_is_the_person_with_whom_its_sentence_begins() -> None:
    text = "Sanae Takaichi left. Pete Hegseth met her, but he said it was late."
    assert rows(text, "attributions", "actor_id") == [("pete-hegseth",)]
    assert rows("Pete Hegseth left. According to him, it was late.", "attributions", "actor_id") == [("pete-hegseth",)]
