"""Every format of a report, over hostile values as well as the published findings."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from packages import change_cell

from corrigenda.cli import main
from corrigenda.finding import ArticleCoverage, Coverage, Finding, Place, Repair, Result, Severity, Verdict
from corrigenda.report import FORMATS, render
from corrigenda.report.view import Report

HOSTILE = "<script>alert(1)</script> | `x` ::error::%0A\n=cmd()\x1b[31m\u202e"
PLACE = Place("mentions", "data/said/mentions.csv", 7, "a/m", "title_printed", HOSTILE, "basis")
CONTEXT = Place("tenures", "data/known/tenures.csv", 9, "t", "actor_id", None, "context")
FINDING = Finding(
    "office-outside-tenure", "a/m", Verdict.CERTAIN, Severity.ERROR, "article", "a", "a/c", f"does not fit {HOSTILE}",
    (PLACE, CONTEXT), (Repair("dates", "a/d", "edtf", "2025", HOSTILE),), None, HOSTILE,
)  # fmt: skip
RESULT = Result(
    (FINDING, replace(FINDING, key="a/n", verdict=Verdict.POSSIBLE, doubt=HOSTILE), replace(FINDING, key="a/o", waived="accepted")),
    (Coverage("office-outside-tenure", "a", 1, 1, 0, 2, 1, 1, (("no day is known", 2),)),),
    articles=(ArticleCoverage("a", undecided=1, unjudged=1),),
    unjudged=(("a/x", "a"),),
    not_run=(("year-missing", "the package has no table dates"),),
    waiver_notes=("the waiver of x is not used",),
    rows={"mentions": 4},
    statements={"a/c": HOSTILE, "a/x": "y"},
)
REPORT = Report(RESULT, "p", "1", "sha256:0", "sha256:1", "0", (("office-outside-tenure", "A title that does not fit."),))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_renders_the_same_twice(name: str) -> None:
    assert render(REPORT, name) == render(REPORT, name)
    assert isinstance(render(replace(REPORT, result=Result()), name), str)


def test_text_has_one_greppable_line_a_finding() -> None:
    lines = render(REPORT).splitlines()
    assert lines[0].startswith("data/said/mentions.csv:7: error: certain: office-outside-tenure: title_printed ")
    assert lines[1].startswith("data/said/mentions.csv:7: warning: possible: office-outside-tenure:")
    assert "nearest repair: dates.edtf of a/d → 2025" in lines[0]
    assert "not certain, because" in lines[1]


@pytest.mark.parametrize("wide", [False, True])
def test_text_ends_with_what_could_not_be_decided(wide: bool) -> None:
    text = render(REPORT, "text", wide=wide)
    assert "2 findings: 1 error (1 certain, 0 possible), 1 warning (0 certain, 1 possible)." in text
    assert "1 more are waived." in text
    assert "Judged 4 rows; 2 of them (50%) could not be decided:" in text
    assert "2  office-outside-tenure: no day is known" in text
    assert "Of 2 claims 0 (0%) could be judged on facts, 0 on names alone, 0 on sourcing or precision alone;" in text
    assert "1 could not be decided, 1 are judged by no rule." in text
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
        "to mend",
        "doubt",
    ):
        assert part in block


def test_json_is_whole() -> None:
    document = json.loads(render(REPORT, "json"))
    assert document["format_version"] == "1"
    assert {"package", "rules", "program", "findings", "coverage", "unjudged_claims", "not_run"} <= document.keys()
    first = document["findings"][0]
    assert first["places"][0] == {
        "table": "mentions",
        "path": "data/said/mentions.csv",
        "line": 7,
        "row": "a/m",
        "field": "title_printed",
        "value": HOSTILE,
        "role": "basis",
    }
    assert first["fingerprint"] == "office-outside-tenure:a/m"
    assert first["repairs"][0]["value"] == "2025"


def test_a_possible_error_is_shown_as_a_warning() -> None:
    shown = [finding["shown_as"] for finding in json.loads(render(REPORT, "json"))["findings"]]
    assert shown == ["error", "warning", "error"]


def test_sarif_has_kind_level_fingerprint_and_suppression() -> None:
    results = json.loads(render(REPORT, "sarif"))["runs"][0]["results"]
    assert [(r["kind"], r["level"]) for r in results] == [("fail", "error"), ("review", "none"), ("fail", "error")]
    assert results[0]["partialFingerprints"] == {"corrigenda/v1": "office-outside-tenure:a/m"}
    assert results[2]["suppressions"][0]["justification"] == "accepted"
    assert results[0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 7}


def test_junit_is_xml_with_a_failure_for_a_certain_error_only() -> None:
    root = ElementTree.fromstring(render(REPORT, "junit"))  # noqa: S314
    suite = root.find("testsuite")
    assert suite is not None
    assert (suite.get("tests"), suite.get("failures")) == ("1", "1")
    failure = suite.find("testcase/failure")
    assert failure is not None
    assert str(failure.text).count("data/said/mentions.csv:7") == 1


def test_github_commands_cannot_be_broken_out_of() -> None:
    lines = render(REPORT, "github").splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("::error file=data/said/mentions.csv,line=7,title=office-outside-tenure (certain)::")
    assert "%250A<U+000A>" in lines[0]


def test_github_shows_ten_and_says_how_many_are_left() -> None:
    many = replace(RESULT, findings=tuple(replace(FINDING, key=f"a/{n}") for n in range(12)))
    lines = render(replace(REPORT, result=many), "github").splitlines()
    assert len(lines) == 11
    assert "2 more findings" in lines[-1]


def test_markdown_lets_no_html_and_no_cell_through() -> None:
    text = render(REPORT, "markdown")
    assert "<script>" not in text
    assert text.count("\n| error ") == 1
    assert "year-missing did not run" in text


def test_the_digest_changes_with_the_evidence_alone() -> None:
    assert replace(FINDING, message="other words", claim_id=None).evidence_digest == FINDING.evidence_digest
    assert replace(FINDING, places=(replace(PLACE, line=8), CONTEXT)).evidence_digest == FINDING.evidence_digest
    assert replace(FINDING, places=(replace(PLACE, value="other"), CONTEXT)).evidence_digest != FINDING.evidence_digest
    assert replace(FINDING, verdict=Verdict.POSSIBLE).evidence_digest != FINDING.evidence_digest


@pytest.mark.parametrize("name", FORMATS)
def test_the_published_package_in_every_format(package: Path, name: str) -> None:
    result = CliRunner().invoke(main, ["check", str(package), "--format", name])
    assert result.exit_code == 0
    assert "Pete Hegseth" in result.stdout


@pytest.mark.parametrize(("fail_on", "code"), [("never", 0), ("certain", 1), ("possible", 1)])
def test_a_finding_about_an_article_fails_only_when_asked(package: Path, fail_on: str, code: int) -> None:
    assert CliRunner().invoke(main, ["check", str(package), "--fail-on", fail_on]).exit_code == code


def test_a_certain_error_of_the_reference_fails(package: Path) -> None:
    change_cell(package, "tenures", "us/secretary-of-defense/lloyd-austin", "end", "2020-01-20")
    change_cell(package, "tenures", "us/secretary-of-defense/lloyd-austin", "end_confirmed", "true")
    result = CliRunner().invoke(main, ["check", str(package)])
    assert result.exit_code == 1
    assert "tenure-reversed" in result.stdout


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
    assert f"Nothing was found that does not fit.\n{meaning}" in render(clean)
    two = replace(clean, result=replace(clean.result, articles=(ArticleCoverage("a", **counts), ArticleCoverage("b", facts=1))))
    assert f"a: {meaning}" in render(two)
    assert meaning not in render(replace(clean, is_whole=False))
    assert json.loads(render(clean, "json"))["article_coverage"][0]["meaning"].startswith(meaning)
