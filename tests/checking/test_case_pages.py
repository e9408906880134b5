"""Every case of every case page, and that every rule has a page which can fail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from grains import grains, repeated
from packages import PAGES

from corrigenda import catalogue, load
from corrigenda.checking.case_pages.page import Case, parse_page, read_page
from corrigenda.checking.case_pages.rows import write_package
from corrigenda.checking.case_pages.runner import CaseRunner, compare_case, run_rule
from corrigenda.engine.tables import Tables
from corrigenda.errors import SetupError
from corrigenda.package.storage.files import program_folder

pytestmark = pytest.mark.long

RULES = catalogue()
CASES = [case for file in sorted(PAGES.rglob("*.md")) for case in read_page(file)]
# The case of most rows of each topic.
_TOPICS = {file.stem: file.parent.name for file in PAGES.rglob("*.md")}
LARGEST = {_TOPICS[case.rule]: case for case in sorted(CASES, key=lambda case: sum(map(len, case.rows.values())))}


@pytest.fixture(scope="session")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseRunner]:
    """Give one engine for all cases."""
    with CaseRunner(tmp_path_factory.mktemp("cases") / "package") as runner:
        yield runner


def _id(case: Case) -> str:
    return f"{case.rule}: {re.sub(r'[^ -~]', '?', case.title)}"


@pytest.mark.parametrize("case", CASES, ids=_id)
def test_case(case: Case, runner: CaseRunner) -> None:
    doubled: list[str] = []

    def inspect(tables: Tables) -> None:
        doubled.extend(repeated(tables.query, sorted(grains().keys() - tables.makers.keys() - tables.void.keys())))

    said = runner.run(case, RULES, inspect)
    assert compare_case(case, said) == []
    assert doubled == []


@pytest.mark.parametrize("case", LARGEST.values(), ids=LARGEST)
def test_a_case_says_the_same_in_a_package_of_its_own(case: Case, runner: CaseRunner, tmp_path: Path) -> None:
    with load(write_package(tmp_path / "package", case.rows)) as tables:
        assert tables.problems == ()
        alone = run_rule(case.rule, RULES, tables)
    assert runner.run(case, RULES) == alone


def test_a_case_leaves_nothing_behind(runner: CaseRunner) -> None:
    [broken, full, bare] = parse_page(
        "# year-missing\n\n## A tense that is none\n\nevents\n\n| tense |\n| --- |\n| then |\n\nfinds nothing\n\n"
        "## A date\n\ndates\n\n| kind | as_printed | edtf |\n| --- | --- | --- |\n| date | May 4 | XXXX-05-04 |\n\nfinds nothing\n\n"
        "## No date\n\nfinds nothing\n",
        "year-missing.md",
    )
    with pytest.raises(SetupError, match="'then'; expected one of"):
        runner.run(broken, RULES)
    assert [row.key for row in runner.run(full, RULES)] == ["date"]
    assert runner.run(bare, RULES) == []


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_rule_has_a_page_with_near_misses_first(rule: str) -> None:
    assert list(PAGES.rglob(f"{rule}.md")), f"the rule {rule} has no case page"
    cases = [case for case in CASES if case.rule == rule]
    silent = [case.is_silent for case in cases]
    assert any(silent), f"the page of {rule} has no silent case"
    assert any(row.verdict != "undecided" for case in cases for row in case.expected), f"the page of {rule} finds nothing"
    assert silent == sorted(silent, reverse=True), f"the page of {rule} has a silent case after one that finds something"
    titles = [case.title for case in cases]
    assert len(set(titles)) == len(titles), f"the page of {rule} has two cases of one title"


def test_skeletons_fit_each_other(runner: CaseRunner, tmp_path: Path) -> None:
    rule, page = (
        (program_folder("templates") / f"rule.{kind}").read_text("utf-8").replace("RULE-NAME", "claim-unlikely") for kind in ("sql", "md")
    )
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "claim-unlikely.sql").write_text(rule, "utf-8")
    for case in parse_page(page, "claim-unlikely.md"):
        assert compare_case(case, runner.run(case, catalogue(tmp_path / "rules"))) == []


def test_page_belongs_to_a_rule() -> None:
    assert {file.stem for file in PAGES.rglob("*.md")} == {rule.name for rule in RULES}


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
