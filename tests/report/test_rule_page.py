"""The page of a rule: its parts, examples and reliability, in a terminal and in the documentation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from click.testing import CliRunner

from corrigenda import catalogue
from corrigenda.checking.case_pages.page import parse_page
from corrigenda.cli.main import main
from corrigenda.report.rule_page import by_topic, render_list, render_markdown, render_rule
from corrigenda.results.rule_page import RulePage
from corrigenda.tasks.explain import explain, gather_pages, page_of

PAGE = """# year-missing

## Silent: a year | two

dates

| date_id | edtf |
| --- | --- |
| a\x1b[31m | 2026 |

finds nothing

## No year

dates

| date_id | edtf |
| --- | --- |
| b | XXXX-03-19 |

certain b: "March 19" names no year
"""


def page() -> RulePage:
    return page_of(catalogue()["year-missing"], "Found 9 of 9.", parse_page(PAGE, "year-missing.md"))


def test_every_rule_shows_its_parts_and_an_example_of_each_kind() -> None:
    for shown in gather_pages(catalogue()):
        text = render_rule(shown)
        words = ("Why it happens: ", "What is judged: ", "To settle: ", "Flagged: ", "Not flagged: ", "Reliability: ")
        order = [text.index(word) for word in words]
        assert order == sorted(order), shown.name


def test_text_shows_small_tables_and_no_steering_characters() -> None:
    lines = render_rule(page()).splitlines()
    at = lines.index("Not flagged: A year | two")
    assert lines[at + 2 : at + 5] == ["  dates", "    date_id        edtf", "    a<U+001B>[31m  2026"]
    assert lines[at + 6] == "  Nothing is found."
    assert '  certain: "March 19" names no year' in lines
    assert lines[-1] == "Reliability: Found 9 of 9."


def test_a_rule_without_cases_shows_its_parts() -> None:
    text = render_rule(replace(page(), examples=()))
    assert "To settle: " in text
    assert "lagged" not in text


def test_markdown_escapes_cells() -> None:
    text = "\n".join(render_markdown(page(), "rules/time/year-missing"))
    assert text.startswith("### year-missing\n")
    assert "*Not flagged: A year \\| two*" in text
    assert "| date_id | edtf |\n|---|---|" in text
    assert "[Query](rules/time/year-missing.sql), [all cases](rules/time/year-missing.md)." in text


def test_the_list_has_every_rule_under_its_topic() -> None:
    groups = by_topic(catalogue())
    assert sorted(rule.name for listed in groups.values() for rule in listed) == [rule.name for rule in catalogue()]
    assert all(len({rule.topic for rule in listed}) == 1 for listed in groups.values())
    assert "Dates, order and the timeline\n  age-unlike-lifetime " in render_list(catalogue())


def test_the_command_prints_page_and_list() -> None:
    shown = CliRunner().invoke(main, ["explain", "year-missing"])
    assert shown.stdout == render_rule(explain("year-missing")) + "\n"
    assert CliRunner().invoke(main, ["explain"]).stdout == render_list(catalogue()) + "\n"
    missing = CliRunner().invoke(main, ["explain", "year-mising"])
    assert missing.exit_code == 2
    assert "year-missing" in missing.stderr


def test_a_house_rule_shows_the_cases_in_its_folder(tmp_path: Path) -> None:
    from corrigenda.package.scaffold import new_rule

    new_rule("claim-unlikely", tmp_path)
    text = render_rule(explain("claim-unlikely", tmp_path))
    assert "Flagged: A claim of a kind that does not fit" in text
    assert text.endswith("Reliability: Not measured: the benchmark injects errors for the program's own rules only.")
    (tmp_path / "claim-unlikely.md").unlink()
    assert "Flagged" not in render_rule(explain("claim-unlikely", tmp_path))
