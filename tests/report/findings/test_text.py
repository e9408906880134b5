"""Findings as text: what is printed of them, and what a run without findings says."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hostile_report import COMPARED, REPORT, RESULT

from corrigenda.report import render
from corrigenda.results.coverage import ArticleCoverage, Coverage


def test_text_has_one_greppable_line_a_finding() -> None:
    lines = render(REPORT).splitlines()
    assert lines[0].startswith("data/said/mentions.csv:7: error (certain): does not fit ")
    assert lines[0].endswith(" | office-outside-tenure:a/m")
    assert "cell: title_printed " in lines[0]
    assert lines[1].startswith("data/said/mentions.csv:7: warning (possible): ")
    assert "change: dates.edtf of a/d → 2025" in lines[0]
    assert "not certain, because" in lines[1]


@pytest.mark.parametrize("wide", [False, True])
def test_text_ends_with_what_could_not_be_decided(wide: bool) -> None:
    text = render(REPORT, "text", wide=wide)
    assert "2 findings: 1 error (1 certain, 0 possible), 1 warning (0 certain, 1 possible)." in text
    assert "1 more is waived." in text
    assert "Judged 4 rows; 2 of them (50%) could not be decided:" in text
    assert "2  no day is known (office-outside-tenure)" in text
    assert "Of 2 claims 0 (0%) could be judged on facts; 1 could not be decided, 1 is judged by no rule." in text
    assert "year-missing did not run: the package has no table dates." in text
    assert "the waiver of x is not used." in text


@pytest.mark.parametrize("wide", [False, True])
def test_text_shows_what_would_steer_a_terminal(wide: bool) -> None:
    text = render(REPORT, "text", wide=wide)
    assert "\u202e" not in text
    assert "<U+202E>" in text
    assert "=cmd()<U+001B>[31m" in text
    assert "%0A<U+000A>=cmd()" in text


def test_a_block_names_claim_words_place_clash_and_repair() -> None:
    block = render(REPORT, "text", wide=True)
    for part in (
        "the claim",
        "printed",
        "data/said/mentions.csv:7",
        "title_printed",
        "does not fit",
        "context",
        "data/known/tenures.csv:9 actor_id = (empty) [t]",
        "to repair",
        "not certain",
        "dates.edtf of a/d → 2025",
        "office-outside-tenure:a/m",
    ):
        assert part in block


def test_text_and_markdown_tell_the_change() -> None:
    sentence = "Compared with the earlier state: 1 new, 1 changed, 1 as before, 1 gone."
    assert sentence in render(COMPARED)
    text = render(COMPARED, "markdown")
    assert sentence in text
    assert "<details><summary>1 as before</summary>" in text
    assert "<script>" not in text


@pytest.mark.parametrize(
    ("consistent", "undecided", "told"),
    [
        (3, 0, "Nothing was found that does not fit.\n"),
        (3, 1, "Nothing was found that does not fit in what could be decided; 1 of 4 rows could not.\n"),
        (0, 4, "Nothing could be decided, so nothing was found.\n"),
        (0, 0, "There is nothing to judge yet.\n"),
    ],
)
def test_a_clean_run_says_first_what_could_not_be_decided(consistent: int, undecided: int, told: str) -> None:
    reasons = (("no day is known", undecided),) if undecided else ()
    row = Coverage("office-outside-tenure", "a", 0, 0, consistent, undecided, 0, 0, reasons)
    assert render(replace(REPORT, result=replace(RESULT, findings=(), coverage=(row,)))).startswith(told)


@pytest.mark.parametrize(
    ("counts", "meaning"),
    [
        ({"unjudged": 9, "names": 1}, "None of its facts was compared"),
        ({"facts": 12, "unjudged": 88}, "Most of it was not compared"),
        ({"facts": 49, "unjudged": 51}, "Most of it was not compared"),
        ({"facts": 50, "unjudged": 50}, "A good part of it was not compared"),
        ({"facts": 90, "sourcing": 10}, "Nearly all of it was compared"),
    ],
)
def test_a_clean_run_says_how_much_of_the_article_was_compared(counts: dict[str, int], meaning: str) -> None:
    clean = replace(REPORT, result=replace(RESULT, findings=(), articles=(ArticleCoverage("a", **counts),)))
    assert f"Nothing was found that does not fit in what could be decided; 2 of 4 rows could not.\n{meaning}" in render(clean)
    two = replace(clean, result=replace(clean.result, articles=(ArticleCoverage("a", **counts), ArticleCoverage("b", facts=1))))
    assert f"a: {meaning}" in render(two)
    assert meaning not in render(replace(clean, is_whole=False))
    assert json.loads(render(clean, "json"))["article_coverage"][0]["meaning"].startswith(meaning)
