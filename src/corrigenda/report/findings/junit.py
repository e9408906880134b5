"""Findings as JUnit XML: one suite an article or the reference, one case a rule."""

from __future__ import annotations

from xml.etree import ElementTree

from corrigenda.report.bounds import ENTRIES, FINDINGS, clip_finding, tell_limits
from corrigenda.report.model import Report
from corrigenda.results.finding import Finding
from corrigenda.values.wording import visible


def render_junit(report: Report) -> str:
    """Render one test case for each rule and article; certain errors are failures, undecided rows a skip."""
    root = ElementTree.Element("testsuites", name="corrigenda")
    suites: dict[str, ElementTree.Element] = {}
    if report.problems:
        suites[report.matter] = ElementTree.SubElement(root, "testsuite", name=report.matter)
        _add_problems(suites[report.matter], report)
    shown = [clip_finding(finding) for finding in report.open_findings[: FINDINGS["junit"]]]
    by_rule: dict[tuple[str, str | None], list[Finding]] = {}
    for finding in shown:
        by_rule.setdefault((finding.rule, finding.article_id), []).append(finding)
    if limits := tell_limits(report, len(shown)):
        suites["limits"] = ElementTree.SubElement(root, "testsuite", name="limits")
        for note in limits:
            case = ElementTree.SubElement(suites["limits"], "testcase", classname="limits", name=_clean(note))
            ElementTree.SubElement(case, "skipped", message=_clean(note))
    # What is about the change itself is judged of no row, so that no coverage counts it.
    counted = {c.rule for c in report.result.coverage}
    for finding in shown:
        if finding.rule not in counted:
            name = "change"
            suite = suites.setdefault(name, ElementTree.SubElement(root, "testsuite", name=name) if name not in suites else suites[name])
            case = ElementTree.SubElement(suite, "testcase", classname=name, name=_clean(finding.fingerprint))
            failure = ElementTree.SubElement(case, "failure", message=_clean(finding.message), type=finding.rule)
            failure.text = _clean(f"{finding.places[0]}: {finding.message}")
    for c in report.result.coverage[:ENTRIES]:
        name = c.article_id or "reference"
        suite = suites.setdefault(name, ElementTree.SubElement(root, "testsuite", name=name) if name not in suites else suites[name])
        case = ElementTree.SubElement(suite, "testcase", classname=name, name=c.rule)
        findings = by_rule.get((c.rule, c.article_id), [])
        failing = [f for f in findings if f.level == "error"]
        if failing:
            failure = ElementTree.SubElement(case, "failure", message=_clean(failing[0].message), type=c.rule)
            failure.text = "\n".join(_clean(f"{f.places[0]}: {f.message}") for f in failing)
        elif not findings and c.judged == c.undecided and c.undecided:
            ElementTree.SubElement(case, "skipped", message=_clean("; ".join(reason for reason, _ in c.reasons)))
        if findings and not failing:
            ElementTree.SubElement(case, "system-out").text = "\n".join(
                _clean(f"{f.level} {f.shown_verdict} {f.places[0]}: {f.message}") for f in findings
            )
    for suite in suites.values():
        for tag, kind in (("tests", "testcase"), ("failures", "testcase/failure"), ("skipped", "testcase/skipped")):
            suite.set(tag, str(len(suite.findall(kind))))
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)


def _add_problems(suite: ElementTree.Element, report: Report) -> None:
    """Add a failing case for each file that has problems."""
    files: dict[str, list[str]] = {}
    for problem in report.problems:
        files.setdefault(problem.file or "set-up", []).append(_clean(str(problem)))
    for file, told in files.items():
        case = ElementTree.SubElement(suite, "testcase", classname=report.matter, name=_clean(file))
        ElementTree.SubElement(case, "failure", message=told[0], type=report.matter).text = "\n".join(told)


def _clean(text: str) -> str:
    """Make a text safe for XML and for a log: no line of a cell may begin a line of the output."""
    return visible(text)
