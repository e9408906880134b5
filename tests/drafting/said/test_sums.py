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
]


@pytest.mark.parametrize(("text", "cells"), FOUND, ids=[case[0] for case in FOUND])
def test_an_amount_is_found(text: str, cells: tuple[str, ...]) -> None:
    found = rows(text, "sums", "as_printed", "amount", "currency", "unit", "hedge")
    assert [one[1:] for one in found] == [cells[1:]]
    assert found[0][0].startswith(cells[0])


@pytest.mark.parametrize(
    "text", ["They met on May 3, 2024.", "One of them left.", "Flight 93 left.", "It closed at 22:30.", "The first came."]
)
def test_a_number_that_counts_nothing_is_no_sum(text: str) -> None:
    assert rows(text, "sums", "as_printed") == []


def test_a_currency_is_printed_once_for_a_list() -> None:
    found = rows("Zeeland gets 410 million euros, Friesland 330 million and Groningen 210 million.", "sums", "amount", "currency")
    assert found == [("410000000", "EUR"), ("330000000", "EUR"), ("210000000", "EUR")]
