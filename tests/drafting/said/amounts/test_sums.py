"""Amounts with currency, unit and hedge; and numbers that are none."""

from __future__ import annotations

import pytest
from drafted_rows import rows

FOUND = [
    ("It cost $1.2 billion.", ("$1.2 billion", "1200000000", "USD", "", "")),
    ("It cost about 900 million euros.", ("about 900 million euros", "900000000", "EUR", "", "about")),
    ("Some 1,100 people came.", ("Some 1,100", "1100", "", "person", "about")),
    ("Shares fell 6.5 percent.", ("6.5 percent", "6.5", "", "percent", "")),
    ("About one-fifth of voters stayed away.", ("About one-fifth", "0.2", "", "voter", "about")),
    ("Sales surpassed 3 million copies.", ("surpassed 3 million", "3000000", "", "copy", "over")),
    ("Dozens of people came.", ("Dozens", "", "", "person", "")),
    ("They share a border of 1,340 kilometres.", ("1,340 kilometres", "1340", "", "kilometre", "")),
    ("The five-member panel met.", ("five-member", "5", "", "member", "")),
    ("It cost £1.2m.", ("£1.2m", "1200000", "GBP", "", "")),
    ("The $2-million plan went on.", ("$2-million", "2000000", "USD", "", "")),
    ("It cost C$40m.", ("C$40m", "40000000", "CAD", "", "")),
    ("It cost 3 million Swiss francs.", ("3 million Swiss francs", "3000000", "CHF", "", "")),
    ("A stamp costs 65p.", ("65p", "0.65", "GBP", "", "")),
    ("It was just under 3 million tons.", ("just under 3 million tons", "3000000", "", "ton", "under")),
    ("One in five walks.", ("One in five", "0.2", "", "share", "")),
    ("About 9 in 10 trains ran.", ("About 9 in 10", "0.9", "", "share", "about")),
    ("Half a million people came.", ("Half a million", "500000", "", "person", "")),
    ("Between 20 and 30 houses burned.", ("Between 20 and 30", "20", "", "house", "")),
    ("An 18-year-old driver left.", ("18-year-old", "18", "", "year", "")),
    ("As many as 200 people left.", ("As many as 200", "200", "", "person", "under")),
    ("It had a magnitude of 6.1.", ("6.1", "6.1", "", "", "")),
    ("The road is 12.5km long.", ("12.5km", "12.5", "", "km", "")),
    ("Half of the trains ran late.", ("Half", "0.5", "", "", "")),
    ("One person left.", ("One", "1", "", "person", "")),
    ("The toll rose to 17.", ("17", "17", "", "", "")),
    ("A third of voters stayed away.", ("A third", "0.333333", "", "voter", "")),
    ("A third said no.", ("A third", "0.333333", "", "", "")),
    ("They need two and a half years.", ("two and a half years", "2.5", "", "year", "")),
    ("It cost one and a half million euros.", ("one and a half million euros", "1500000", "EUR", "", "")),
    ("They share 8 million Swedish kronor.", ("8 million Swedish kronor", "8000000", "SEK", "", "")),
    ("It cost SEK 11 million.", ("SEK 11 million", "11000000", "SEK", "", "")),
    ("It cost NZ $26 million.", ("NZ $26 million", "26000000", "NZD", "", "")),
    ("A $5 fee went up.", ("$5", "5", "USD", "", "")),
    ("It cost between £5 and £10.", ("between £5 and £10", "5", "GBP", "", "")),
    ("It reached 41.5C in the south.", ("41.5C", "41.5", "", "degree", "")),
    ("It rose by 2 °C.", ("2 °C", "2", "", "degree", "")),
    ("Two long-serving ministers left.", ("Two", "2", "", "minister", "")),
    ("A boy aged 14 left.", ("14", "14", "", "year", "")),
    ("She left in October, at 83.", ("83", "83", "", "year", "")),
    ("Tom Bell, now 81, left.", ("81", "81", "", "year", "")),
    ("It lasted 19 months on average.", ("19 months", "19", "", "month", "")),
    ("The Greens have 31 and left.", ("31", "31", "", "", "")),
    ("She was 86.", ("86", "86", "", "year", "")),
    ("At 97, he is the oldest.", ("97", "97", "", "year", "")),
    ("A nine-month-old girl left.", ("nine-month-old", "9", "", "month", "")),
    ("A nine-hour flight left.", ("nine-hour", "9", "", "hour", "")),
    ("Thousands marched through the city.", ("Thousands", "", "", "person", "")),
    ("Some 40 to 50 questions came.", ("Some 40 to 50", "40", "", "question", "about")),
    ("Its 10-15 houses burned.", ("10-15", "10", "", "house", "")),
]


@pytest.mark.parametrize(("text", "cells"), FOUND, ids=[case[0] for case in FOUND])
def test_an_amount_is_found(text: str, cells: tuple[str, ...]) -> None:
    found = rows(text, "sums", "as_printed", "amount", "currency", "unit", "hedge")
    assert [one[1:] for one in found] == [cells[1:]]
    assert found[0][0].startswith(cells[0])


@pytest.mark.parametrize(
    "text",
    [
        "They met on May 3, 2024.",
        "One of them left.",
        "In the second half they left.",
        "One day they left.",
        "Flight 93 left.",
        "It closed at 22:30.",
        "It closed at 8.",
        "It closed at about 5:15 in the morning.",
        "She bought a one-way ticket.",
        "It is a two-way street.",
        "The first came.",
        "He won three in 2020.",
        "A third goal followed.",
        "They met a quarter of a century ago.",
        "They met on day five of the trip.",
        "Pupils in Years 7 to 11 stayed away.",
        "They hit posts 542 and 543.",
        "It was the No. 2 party.",
        "It was their # 2 choice.",
        "He left when it was over 2000-2050.",
        "The thousands that he has are known.",
        "It grew at ².",
        "Ann Lee, ², left.",
        "It was ²-³.",
        pytest.param(f"It ended at {'9' * 5000}.", id="long age"),
    ],
)
def test_a_number_that_counts_nothing_is_no_sum(text: str) -> None:
    assert rows(text, "sums", "as_printed") == []


def test_a_currency_is_printed_once_for_a_list() -> None:
    found = rows("Zeeland gets 410 million euros, Friesland 330 million and Groningen 210 million.", "sums", "amount", "currency")
    assert found == [("410000000", "EUR"), ("330000000", "EUR"), ("210000000", "EUR")]


def test_a_change_has_two_amounts_of_one_unit() -> None:
    found = rows("Support fell from 52 to 47 per cent.", "sums", "as_printed", "amount", "unit")
    assert found == [("52", "52", "percent"), ("47 per cent", "47", "percent")]


def test_both_sides_of_a_vote_count() -> None:
    assert rows("The vote was 5 to 4.", "sums", "amount") == [("5",), ("4",)]


def test_a_day_that_is_counted_is_no_label() -> None:
    found = rows("A day 40 people left and each week 2 million people came.", "sums", "amount", "unit")
    assert found == [("40", "person"), ("2000000", "person")]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("Fares rose from £2.10 to £2.20.", [("2.1", "GBP"), ("2.2", "GBP")]),
        ("The pass goes from 89 to 94 euros.", [("89", "EUR"), ("94", "EUR")]),
        ("Fares rose from $2 to $3 million.", [("2000000", "USD"), ("3000000", "USD")]),
        ("Rents rose from €500 to €1,200.", [("500", "EUR"), ("1200", "EUR")]),
        ("It grew from 500 to about 1,200 members.", [("500", ""), ("1200", "")]),
        ("The seats rose from 9 to 10.", [("9", ""), ("10", "")]),
        ("It passed by 52 votes to 48.", [("52", ""), ("48", "")]),
        ("It passed 61 to 39 in the Senate.", [("61", ""), ("39", "")]),
    ],
)
def test_both_ends_of_a_change_and_both_sides_of_a_vote_are_amounts(text: str, cells: list[tuple[str, str]]) -> None:
    assert rows(text, "sums", "amount", "currency") == cells


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Donald Trump met Sanae Takaichi. She was 64.", ""),
        ("Her husband, Donald Trump, left. She was 64.", ""),
        ("Donald Trump met a 17-year-old boy.", ""),
        ("Sanae Takaichi left on Monday. She was 64.", "sanae-takaichi"),
        ("Sanae Takaichi left. At 64 she had no ship.", "sanae-takaichi"),
        ("Sanae Takaichi, who is 64, left.", "sanae-takaichi"),
    ],
)
def test_an_age_of_a_pronoun_is_that_of_the_only_person_whom_it_can_mean(text: str, about: str) -> None:
    assert [row for row in rows(text, "sums", "measure", "about") if row[0] == "age"] == [("age", about)]


def test_an_age_is_that_of_the_person_named_next_to_it() -> None:
    text = "Donald Trump, 79, met Sanae Takaichi. The 64-year-old Takaichi spoke of 12 ships."
    assert rows(text, "sums", "measure", "about", "amount") == [
        ("age", "donald-trump", "79"), ("age", "sanae-takaichi", "64"), ("count", "", "12"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Sales rose to $5 million: up from $3 million in 2023 and $4 million in 2022.", 0),
        ("It cost $12 million: $7 million in 2023 and $4 million in 2024.", 0),
        ("It cost $12 million: the ministry paid $7 million for it.", 0),
        ("It cost $12 million: €7 million for steel and €4 million for labour.", 0),
        ("They paid $12 million: $70 million for steel and $4 million for labour.", 0),
        ("They will get 120 million euros: 70 million from Lisbon and 60 million from Brussels.", 2),
        ("It cost $12 million, including $7 million for steel, $4 million for labour and $2 million for paint.", 3),
    ],
)
def test_amounts_that_are_listed_are_parts_of_the_one_before_them(text: str, parts: int) -> None:
    found = rows(text, "sums", "sum_id", "part_of", "measure")
    assert [part for _, part, _ in found if part] == [found[0][0]] * parts
    # Only parts in the measure of the total are added up.
    assert {measure for _, part, measure in found if part} <= {found[0][2]}


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Trade grew by 3 to 5 percent.", ["3"]),
        ("Sales rose 5 to 10 million euros.", ["5000000"]),
        ("It was watched by 4,000 to 5,000 people.", ["4000"]),
        ("It grew by 1,204 to 88,310.", ["1204", "88310"]),
        ("Upset by a quarter of the votes, he left.", ["0.25"]),
    ],
)
def test_a_range_after_a_verb_of_change_is_one_amount(text: str, amounts: list[str]) -> None:
    assert [amount for (amount,) in rows(text, "sums", "amount")] == amounts


@pytest.mark.parametrize(
    "text", ["Donald Trump spoke in Paris. He met a 17-year-old boy.", "Donald Trump came. At the school, a 17-year-old boy was hurt."]
)
def test_an_age_of_somebody_else_is_not_that_of_the_pronoun(text: str) -> None:
    assert [about for measure, about in rows(text, "sums", "measure", "about") if measure == "age"] == [""]
