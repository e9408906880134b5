"""The page on Python has every public name, with its signature and its example, and is the committed one."""

from __future__ import annotations

import re

from packages import ROOT

import corrigenda
from corrigenda.tasks.docs.python_page import python_page


def test_the_page_is_current() -> None:
    assert (ROOT / "docs" / "python.md").read_text("utf-8") == python_page(), "run 'nox -s data'"


def test_every_public_name_has_its_section_and_its_example() -> None:
    page = python_page()
    sections = {part.partition("\n")[0].removeprefix("class "): part for part in re.split(r"^## ", page, flags=re.M)[1:]}
    assert set(sections) == set(corrigenda.__all__)
    for name, text in sections.items():
        assert "```pycon\n>>> " in text, name
    anchors = {re.sub(r"[^a-z0-9_ -]", "", heading.lower()).replace(" ", "-") for heading in re.findall(r"^## (.*)", page, re.M)}
    assert set(re.findall(r"\]\(#([^)]+)\)", page)) <= anchors


def test_signatures_are_as_they_would_be_typed() -> None:
    page = python_page()
    assert "corrigenda.find(words: str, package: Path | str = '.', *, day: str | None = None, most: int = 10)" in page.replace(
        "\n    ", " "
    ).replace("( words", "(words").replace(",\n)", ")")
    assert "* `exit_code(fail_on: str = 'never') -> int`: " in page
    assert "* `open_findings`: Return the findings that no waiver covers." in page
    assert "doctest" not in page
