"""House rules: run beside ours, held to the same contract, with nothing but the tables in reach."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from house_rule_runs import PAGE, RULE, run
from packages import copy_package

from corrigenda.checking.house_rules import read_house_rules, try_rules
from corrigenda.errors import SetupError
from corrigenda.tasks.checking.check import run_check


def test_a_house_rule_runs_only_when_it_is_pointed_at(tmp_path: Path, folder: Path) -> None:
    root = copy_package(tmp_path)
    (root / "rules").mkdir()
    (root / "rules" / "claim-unlikely.sql").write_text(RULE, "utf-8")
    assert "claim-unlikely" not in {finding.rule for finding in run_check(root).report.result.findings}
    found = run_check(root, house=folder).report.result
    assert {finding.rule for finding in found.findings} > {"claim-unlikely", "office-outside-tenure"}
    assert {c.rule for c in found.coverage} > {"claim-unlikely"}
    only = run_check(root, house=folder, select=["claim-unlikely"]).report.result
    assert {finding.message for finding in only.findings} == {"The claim is put as opinion."}


def test_a_house_rule_is_explained_and_counts_for_the_exit_code(tmp_path: Path, folder: Path) -> None:
    assert "To settle: say who judges." in run("explain", "claim-unlikely", "--rules", folder).stdout
    root = copy_package(tmp_path)
    assert run("check", root, "--rules", folder, "--select", "claim-unlikely", "--fail-on", "certain").returncode == 1
    refused = run("check", root, "--rules", folder, "--locked")
    assert refused.returncode == 2
    assert "leave out --rules" in refused.stderr


def test_a_trial_holds_rule_and_page_together(folder: Path) -> None:
    assert try_rules(folder).problems == ()
    assert "1 rule, 2 cases: all hold" in run("rules", folder).stdout
    (folder / "claim-unlikely.sql").write_text(RULE.replace("= 'opinion'", "= 'hedged'"), "utf-8")
    told = run("rules", folder)
    assert told.returncode == 1
    assert "does not say certain claim: The claim is put as opinion." in told.stdout


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (None, "there is no case page"),
        (PAGE[: PAGE.index("## A judgement")], "near misses"),
        ("# claim-unlikely\n\n" + PAGE[PAGE.index("## A judgement") :], "near misses"),
    ],
)
def test_a_page_without_near_misses_or_findings_is_told(folder: Path, page: str | None, words: str) -> None:
    file = folder / "claim-unlikely.md"
    file.unlink()
    if page:
        file.write_text(page, "utf-8")
    assert any(words in problem for problem in try_rules(folder).problems)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("year-missing", RULE, "has a rule of this name"),
        ("Claim", RULE, "is not named as a rule"),
        ("claim-unlikely", "SELECT 1", "starts with no comment"),
        ("claim-unlikely", "\udc80", "is not UTF-8"),
    ],
)
def test_a_folder_that_cannot_be_read_as_rules(tmp_path: Path, name: str, text: str, words: str) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / f"{name}.sql").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(SetupError, match=words):
        read_house_rules(folder)


def test_no_folder_and_no_rule(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="no folder"):
        read_house_rules(tmp_path / "nowhere")
    with pytest.raises(SetupError, match="has no rule"):
        read_house_rules(tmp_path)


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("-- repairs: nowhere", "there is no table nowhere of repairs"),
        (
            "-- repairs: claims",
            "the table claims has no column table_name, row_id, field, value, allows, position, and so",
        ),
        ('-- repairs: x"; DROP TABLE claims', "there is no table x"),
        ("-- places: claims[verdict].modality basis", "points at claims 'certain', which is not there"),
    ],
)
def test_a_header_that_points_nowhere_is_told(tmp_path: Path, folder: Path, header: str, words: str) -> None:
    lines = [line for line in RULE.splitlines() if not line.startswith(header[:9])]
    (folder / "claim-unlikely.sql").write_text("\n".join([*lines[:-1], header, lines[-1]]) + "\n", "utf-8")
    with pytest.raises(SetupError, match=re.escape(f"/house/claim-unlikely.sql: {words}")):
        run_check(copy_package(tmp_path), house=folder)


def test_a_rule_over_a_table_that_the_package_lacks_does_not_run(tmp_path: Path, folder: Path) -> None:
    root = copy_package(tmp_path)
    file = root / "datapackage.json"
    descriptor = json.loads(file.read_text("utf-8"))
    descriptor["resources"] = [r for r in descriptor["resources"] if r["name"] != "quotations"]
    file.write_text(json.dumps(descriptor), "utf-8")
    text = RULE.replace("FROM claims", "FROM claims JOIN quotations USING (claim_id)")
    (folder / "claim-unlikely.sql").write_text(text, "utf-8")
    result = run_check(root, house=folder).report.result
    assert ("claim-unlikely", "the package has no table quotations") in result.not_run
