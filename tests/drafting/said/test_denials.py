"""What is said never to have been, or not to be so; and a first that is denied is none."""

from __future__ import annotations

import pytest
from drafted_rows import draft, rows


@pytest.mark.parametrize(
    "text",
    [
        "It was not the first time that Japan joined.",
        "It wasn't the only ship.",
        "Japan was never the first to join.",
        "Japan did not say so.",
        "They took the train rather than the bus.",
        "If they ever come, no train runs.",
        "They left, rather than wait for missile strikes.",
    ],
)
def test_what_denies_nothing_that_can_be_looked_up_has_no_row(text: str) -> None:
    assert rows(text, "firsts", "kind", "as_printed") == []


def test_not_only_the_first_is_a_first() -> None:
    assert rows("It was not only the first ship but the best.", "firsts", "kind") == [("first",)]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Japan has never joined it.", ("never", "never", "jp")),
        ("Never before had Japan joined it.", ("never", "Never before", "jp")),
        ("No state has ever joined it.", ("never", "No state has ever", "")),
        ("Japan has not joined the 'Iron Dome' initiative.", ("not", "has not", "jp")),
        ("Japan hasn't joined the 'Iron Dome' initiative.", ("not", "hasn't", "jp")),
    ],
)
def test_a_denial_is_a_row_of_a_denied_claim(text: str, cells: tuple[str, ...]) -> None:
    made = draft(text)
    (row,) = made.tables["firsts"]
    assert (row["kind"], row["as_printed"], row.get("actor_id", "")) == cells
    claim = next(claim for claim in made.tables["claims"] if claim["claim_id"] == row["claim_id"])
    assert claim["polarity"] == "denied"


def test_a_contrast_with_a_topic_denies_its_widest_category() -> None:
    made = draft("Japan's policy relies on nuclear arms rather than active missile defense.")
    (row,) = made.tables["firsts"]
    assert (row["kind"], row["as_printed"]) == ("not", "rather than active missile defense")
    assert (row["actor_id"], row["category_id"]) == ("jp", "takes-part-in-missile-defence")
    assert next(claim for claim in made.tables["claims"] if claim["claim_id"] == row["claim_id"])["polarity"] == "denied"
    assert len({event["kind_id"] for event in made.tables["events"]}) > 1
