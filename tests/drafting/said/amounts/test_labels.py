"""Numbers that say which one is meant, and those beside them that count."""

from __future__ import annotations

import pytest
from drafted_rows import rows


@pytest.mark.parametrize(
    "text",
    [
        "They rang 0800 555 199.",
        "It left at 0430.",
        "The invoice, numbered 1998, was paid.",
        "She lives at 14 Station Road.",
        "The shop at 14 Station Road was sold.",
        "The shop at 14 Station Road burned down.",
        "They rang 555 199 in 2024.",
        "The probe passed 4179 Ferro and left.",
        "The probe passed 4179 Ferro at night.",
        "It runs version 2.0.",
        "Buses 4 and 7 were late.",
        "They used iOS 17.4.",
        "Rovers won 3-1.",
        "The striker came off the bench as Rovers won 3-1.",
        "She won 6-4 on centre court.",
        "The board game ended 3-2.",
        "Lee passed well as Rovers won 3-1.",
        "The house was full as the Senators won 5-2.",
        "Her husband of 52 years died.",
        "It was 5 below the mean.",
        "It fell below 1990 levels.",
        "They pay $5 an hour for a day trip.",
    ],
)
def test_a_number_that_names_or_dates_counts_nothing(text: str) -> None:
    assert [amount for (amount,) in rows(text, "sums", "amount") if amount != "5" or "$5" not in text] == []


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("They rang 800 people.", [("800", "person")]),
        ("They won 12 matches.", [("12", "match")]),
        ("They saw 12 classes.", [("12", "class")]),
        ("12 Supreme Court justices left.", [("12", "justice")]),
        ("20 High Court judges left.", [("20", "judge")]),
        ("They met 30 Wall Street bankers in May.", [("30", "banker")]),
        ("In 2024 14 people died.", [("14", "person")]),
        ("On 9 May 2024 12 people died.", [("12", "person")]),
        ("On May 9 12 people died.", [("12", "person")]),
        ("500 Greek and Turkish families left.", [("500", "family")]),
        ("500 Supreme Court cases ended.", [("500", "case")]),
        ("They sank 4179 Russian ships.", [("4179", "ship")]),
        ("The court ruled 6-3.", [("6", ""), ("3", "")]),
        ("The court split 5-4.", [("5", ""), ("4", "")]),
        ("The Senate voted 53-47.", [("53", ""), ("47", "")]),
        ("The House passed the bill 220-210.", [("220", ""), ("210", "")]),
        ("In a 6-3 decision the court sided with her.", [("6", ""), ("3", "")]),
        ("The bill passed by nine to five.", [("9", ""), ("5", "")]),
        ("The bill passed by nine votes to five.", [("9", ""), ("5", "")]),
        ("It was shut for an hour.", [("1", "hour")]),
        ("She has two sons and one grandson.", [("2", "son"), ("1", "grandson")]),
        ("It had only one nurse.", [("1", "nurse")]),
        ("At 16 she left.", [("16", "year")]),
        ("Joan March, 90, left.", [("90", "year")]),
        ("Sales fell by a quarter.", [("25", "percent less")]),
        ("They had a fifth fewer sales.", [("20", "percent less")]),
        ("It grew by 1,204 to 88,310.", [("1204", ""), ("88310", "")]),
        ("She scored one goal in 12 matches.", [("12", "match")]),
        ("He had one goal in two games.", [("2", "game")]),
        ("One goal in two games was all.", [("2", "game")]),
        ("One pupil in six left.", [("0.166667", "share")]),
        ("One child in 12 needs help.", [("0.083333", "share")]),
        ("She said that one train in 12 runs late.", [("0.083333", "share")]),
        ("They lost one pupil in six.", [("0.166667", "share")]),
        ("About 9 in 10 trains ran.", [("0.9", "share")]),
        ("The ship is 52 m long and 8m wide.", [("52", "metre"), ("8", "metre")]),
        ("Some 52 m people came.", [("52000000", "person")]),
        ("He waited half an hour.", [("0.5", "hour")]),
        ("He won by 312 votes, 8,401 to 8,089.", [("312", "vote"), ("8401", ""), ("8089", "")]),
        ("Between 8,401 to 8,500 people came.", [("8401", "person")]),
    ],
)
def test_a_number_next_to_such_words_counts(text: str, cells: list[tuple[str, str]]) -> None:
    assert rows(text, "sums", "amount", "unit") == cells


def test_cents_are_of_the_currency_that_is_printed_with_them() -> None:
    assert rows("It costs 3.50 euros, 20 cents more.", "sums", "as_printed", "amount", "currency") == [
        ("3.50 euros", "3.5", "EUR"),
        ("20 cents", "0.2", "EUR"),
    ]
    assert rows("A stamp costs 85 pence.", "sums", "amount", "currency") == [("0.85", "GBP")]
    # Of which currency cents are without one, nobody can tell.
    assert rows("A stamp costs 85 cents.", "sums", "amount", "currency", "unit") == [("85", "", "cent")]
