"""Every format of a report, over hostile values as well as the published findings."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from hostile_report import COMPARED, CONTEXT, EARLIER, FINDING, HOSTILE, PLACE, REPORT, RESULT
from packages import change_cell

from corrigenda.cli.main import main
from corrigenda.errors import Problem
from corrigenda.report import FORMATS, render
from corrigenda.report.model import Report
from corrigenda.results.finding import Result, Severity, Verdict
from corrigenda.values.regions import Region

BROKEN = Report(Result(), "p", "", "", "", "0", problems=(Problem("", 0, "", "is no package"),), is_broken=True)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_renders_the_same_twice(name: str) -> None:
    assert render(REPORT, name) == render(REPORT, name)
    assert isinstance(render(replace(REPORT, result=Result()), name), str)


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
        "region": None,
    }
    assert first["fingerprint"] == "office-outside-tenure:a/m"
    assert first["repairs"][0]["value"] == "2025"


def test_a_possible_error_is_shown_as_a_warning() -> None:
    shown = [finding["shown_as"] for finding in json.loads(render(REPORT, "json"))["findings"]]
    assert shown == ["error", "warning", "error"]


def test_a_rule_that_was_not_asked_for_leaves_nothing_gone() -> None:
    other = replace(EARLIER[2], fingerprint="year-missing:a", rule="year-missing")
    part = replace(COMPARED, earlier=(*EARLIER, other), is_whole=False)
    assert [one.fingerprint for one in part.gone] == ["office-outside-tenure:a/z"]
    assert len(replace(part, is_whole=True).gone) == 2


def test_beside_an_earlier_state_annotations_are_those_of_the_change() -> None:
    lines = render(COMPARED, "github").splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("::warning file=data/said/mentions.csv,line=7,title=")
    cell = replace(FINDING, places=(replace(PLACE, region=Region(7, 5, 7, 9)),))
    assert ",line=7,col=5,endColumn=9,title=" in render(replace(REPORT, result=Result((cell,))), "github")


def test_a_comment_is_never_too_long() -> None:
    many = replace(RESULT, findings=tuple(replace(FINDING, key=f"a/{n}") for n in range(2000)))
    for report in (replace(REPORT, result=many), replace(COMPARED, result=many, earlier=())):
        text = render(report, "markdown")
        assert len(text) <= 65_536
        assert "data/found/findings.csv" in text
        assert text.count("<details>") == text.count("</details>")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a,b\n", "has no column finding_id"),
        ("finding_id,evidence_digest,rule,verdict,message\nx,,r,certain,m\n", ":2: evidence_digest: is empty; expected a value"),
        ("finding_id,evidence_digest,rule,verdict,message\nx,1,r,certain\n", ":2: message: is empty"),
        ("finding_id,evidence_digest,rule,verdict,message\nx,1,r,sure,m\n", "verdict: is 'sure'; expected one of certain, possible"),
        ('finding_id,evidence_digest,rule,verdict,message\n"x,1,r\n', "is not CSV"),
        ("\udc80", "is not UTF-8"),
    ],
)
def test_what_is_no_earlier_state_is_told(tmp_path: Path, package: Path, text: str, words: str) -> None:
    file = tmp_path / "earlier.csv"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    told = CliRunner().invoke(main, ["check", str(package), "--baseline", str(file)])
    assert told.exit_code == 2
    assert words in told.stderr


def test_one_run_writes_several_formats(tmp_path: Path, package: Path) -> None:
    wanted = [word for name in FORMATS for word in ("--also", name, str(tmp_path / "out" / name))]
    told = CliRunner().invoke(main, ["check", str(package), "--format", "json", "--baseline", str(package), *wanted])
    assert told.exit_code == 0
    assert (tmp_path / "out" / "json").read_text("utf-8") == told.stdout
    assert {finding["state"] for finding in json.loads(told.stdout)["findings"]} == {"unchanged"}
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == sorted(FORMATS)


def test_code_quality_has_an_issue_for_each_open_finding_and_problem() -> None:
    issues = json.loads(render(REPORT, "gitlab"))
    assert [(issue["check_name"], issue["severity"]) for issue in issues] == [
        ("office-outside-tenure", "critical"),
        ("office-outside-tenure", "minor"),
    ]
    assert issues[0]["location"] == {"path": "data/said/mentions.csv", "lines": {"begin": 7}}
    assert "\u202e" not in issues[0]["description"]
    # A fingerprint is of rule and key: neither a line nor a wording changes it, and no two are alike.
    moved = replace(RESULT, findings=tuple(replace(f, message="other", places=(replace(PLACE, line=9),)) for f in RESULT.findings))
    again = json.loads(render(replace(REPORT, result=moved), "gitlab"))
    assert [issue["fingerprint"] for issue in again] == [issue["fingerprint"] for issue in issues]
    assert len({issue["fingerprint"] for issue in issues}) == 2
    (broken,) = json.loads(render(BROKEN, "gitlab"))
    assert (broken["severity"], broken["location"]["lines"]["begin"]) == ("blocker", 1)


@pytest.mark.parametrize(
    ("report", "message", "colour"),
    [
        (REPORT, "1 error, 1 warning", "red"),
        (replace(REPORT, result=replace(RESULT, findings=RESULT.findings[1:2])), "1 warning", "orange"),
        (replace(REPORT, result=replace(RESULT, findings=(replace(FINDING, severity=Severity.NOTE),))), "notes only", "blue"),
        (replace(REPORT, result=replace(RESULT, findings=RESULT.findings[2:])), "nothing found", "blue"),
        (replace(REPORT, result=Result()), "nothing judged", "lightgrey"),
        (BROKEN, "broken", "lightgrey"),
    ],
)
def test_a_badge_says_it_in_two_words(report: Report, message: str, colour: str) -> None:
    badge = json.loads(render(report, "badge"))
    assert badge == {"schemaVersion": 1, "label": "facts", "message": message, "color": colour, "isError": report.is_broken}
    picture = render(report, "badge-svg")
    root = ElementTree.fromstring(picture)  # noqa: S314
    assert root.get("aria-label") == f"facts: {message}"
    # Nothing is loaded from elsewhere: the only address is the name of the format.
    assert re.findall(r"https?://[^\"]+|url\(|href", picture) == ["http://www.w3.org/2000/svg"]


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
    assert ("1 error" if name.startswith("badge") else "Pete Hegseth") in result.stdout


@pytest.mark.parametrize(("fail_on", "code"), [("never", 0), ("certain", 1), ("possible", 1)])
def test_a_finding_about_an_article_fails_only_when_asked(package: Path, fail_on: str, code: int) -> None:
    assert CliRunner().invoke(main, ["check", str(package), "--fail-on", fail_on]).exit_code == code


def test_a_certain_error_of_the_reference_fails(package: Path) -> None:
    change_cell(package, "tenures", "us/secretary-of-defense/lloyd-austin", "end", "2020-01-20")
    change_cell(package, "tenures", "us/secretary-of-defense/lloyd-austin", "end_confirmed", "true")
    result = CliRunner().invoke(main, ["check", str(package)])
    assert result.exit_code == 1
    assert "tenure-reversed" in result.stdout
