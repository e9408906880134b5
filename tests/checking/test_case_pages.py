"""Every case of every case page, and that every rule has a page which can fail."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from grains import repeated
from packages import PAGES

from corrigenda import catalogue, load
from corrigenda.checking.case_pages import Case, compare_case, parse_page, read_page, run_case, write_package
from corrigenda.errors import SetupError
from corrigenda.package.files import program_folder

CASES = [case for file in sorted(PAGES.rglob("*.md")) for case in read_page(file)]


def _id(case: Case) -> str:
    return f"{case.rule}: {re.sub(r'[^ -~]', '?', case.title)}"


@pytest.mark.parametrize("case", CASES, ids=_id)
def test_case(case: Case, tmp_path: Path) -> None:
    doubled: list[str] = []
    said = run_case(case, catalogue(), tmp_path / "package", lambda tables: doubled.extend(repeated(tables.query)))
    assert compare_case(case, said) == []
    assert doubled == []


@pytest.mark.parametrize("rule", [rule.name for rule in catalogue()])
def test_rule_has_a_page_with_near_misses_first(rule: str) -> None:
    assert list(PAGES.rglob(f"{rule}.md")), f"the rule {rule} has no case page"
    cases = [case for case in CASES if case.rule == rule]
    silent = [case.is_silent for case in cases]
    assert any(silent), f"the page of {rule} has no silent case"
    assert any(row.verdict != "undecided" for case in cases for row in case.expected), f"the page of {rule} finds nothing"
    assert silent == sorted(silent, reverse=True), f"the page of {rule} has a silent case after one that finds something"
    titles = [case.title for case in cases]
    assert len(set(titles)) == len(titles), f"the page of {rule} has two cases of one title"


def test_skeletons_fit_each_other(tmp_path: Path) -> None:
    rule, page = (
        (program_folder("templates") / f"rule.{kind}").read_text("utf-8").replace("RULE-NAME", "claim-unlikely") for kind in ("sql", "md")
    )
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "claim-unlikely.sql").write_text(rule, "utf-8")
    for position, case in enumerate(parse_page(page, "claim-unlikely.md")):
        assert compare_case(case, run_case(case, catalogue(tmp_path / "rules"), tmp_path / str(position))) == []


def test_page_belongs_to_a_rule() -> None:
    assert {file.stem for file in PAGES.rglob("*.md")} == {rule.name for rule in catalogue()}


@pytest.mark.parametrize(
    "text",
    [
        "# other\n",
        "# page\n\n## Silent: a case\n\nfinds something\n",
        "# page\n\n## A case without an end\n",
        "# page\n\n## Silent: it finds\n\ncertain a: b\n",
        "# page\n\n## A table of no package\n\nhorses\n\n| horse_id |\n| --- |\n| a |\n\nfinds nothing\n",
        "# page\n\n## A row of another width\n\nactors\n\n| actor_id | kind |\n| --- | --- |\n| a |\n\nfinds nothing\n",
        "# page\n\n## A detail of nothing\n\ndoubt: none\n\nfinds nothing\n",
    ],
)
def test_broken_page_fails(text: str) -> None:
    with pytest.raises(SetupError):
        parse_page(text, "page.md")


def test_page_is_typed_by_the_schemas(tmp_path: Path) -> None:
    [case] = parse_page("# page\n\n## A tense that is none\n\nevents\n\n| tense |\n| --- |\n| then |\n\nfinds nothing\n", "page.md")
    with load(write_package(tmp_path / "package", case.rows)) as tables:
        assert [problem.field for problem in tables.problems] == ["tense"]
    [case] = parse_page("# page\n\n## A field that is none\n\nevents\n\n| when |\n| --- |\n| a |\n\nfinds nothing\n", "page.md")
    with pytest.raises(SetupError, match="no field when"):
        write_package(tmp_path / "other", case.rows)
