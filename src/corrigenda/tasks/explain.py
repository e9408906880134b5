"""Explaining rules: the page of one of them, with examples from its cases and what was measured of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from corrigenda.checking.rulebook.catalogue import Catalogue, Rule, catalogue
from corrigenda.checking.rulebook.reliability import known_reliability
from corrigenda.package.storage.files import program_folder
from corrigenda.results.change_rules import CHANGE_RULES
from corrigenda.results.rule_page import Example, RulePage

if TYPE_CHECKING:
    from corrigenda.checking.case_pages.page import Case

_HOUSE = "Not measured: the benchmark injects errors for the program's own rules only."
_CHANGED = "Not measured since the rule was written or changed."


def known_rules(house: Path | None = None) -> Catalogue:
    """Return the program's own rules, and those of a folder of house rules where one is given."""
    if house is None:
        return catalogue()
    from corrigenda.checking.house_rules import read_house_rules

    return catalogue().join(read_house_rules(house))


def explain(name: str, house: Path | None = None) -> RulePage:
    """Return the page of a rule; raises SetupError if there is none of that name.

    >>> page = explain("year-missing")
    >>> str(page.severity), [heading for heading, _ in page.parts]
    ('note', ['Why it happens', 'What is judged', 'To settle'])
    """
    if name in CHANGE_RULES:
        return CHANGE_RULES[name]
    [page] = gather_pages([known_rules(house)[name]], house)
    return page


def gather_pages(rules: Iterable[Rule], house: Path | None = None) -> list[RulePage]:
    """Return the pages of rules, in their order."""
    from corrigenda.checking.case_pages.page import read_page

    listed = list(rules)
    figures = known_reliability(rule for rule in listed if rule.topic)
    pages = []
    for rule in listed:
        file = program_folder("rules") / rule.topic / f"{rule.name}.md" if rule.topic else (house or Path()) / f"{rule.name}.md"
        cases = read_page(file) if file.is_file() else []
        told = f"{figures[rule.name]}." if rule.name in figures else _CHANGED if rule.topic else _HOUSE
        pages.append(page_of(rule, told[:1].upper() + told[1:], cases))
    return pages


def page_of(rule: Rule, reliability: str, cases: Iterable[Case] = ()) -> RulePage:
    """Return the page of a rule; its examples are the first case that is flagged and the first that is silent."""
    cases = list(cases)
    flagged = next((case for case in cases if any(one.verdict != "undecided" for one in case.expected)), None)
    silent = next((case for case in cases if case.is_silent), None)
    shown = (("Flagged", flagged), ("Not flagged", silent))
    return RulePage(
        rule.name,
        rule.severity,
        rule.subject,
        rule.topic,
        rule.since,
        rule.summary,
        rule.parts,
        rule.judges,
        tuple((f"{place.table}.{place.field}", place.role) for place in rule.places),
        reliability,
        tuple(_example(word, case) for word, case in shown if case),
    )


def _example(word: str, case: Case) -> Example:
    title = case.title.removeprefix("Silent: ")
    return Example(
        f"{word}: {title[:1].upper()}{title[1:]}",
        {table: tuple(rows) for table, rows in case.rows.items()},
        tuple(f"{one.verdict}: {one.text}" for one in case.expected),
    )
