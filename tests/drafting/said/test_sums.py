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
        "The first came.",
        "He won three in 2020.",
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
