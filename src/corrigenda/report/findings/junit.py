"""Findings as JUnit XML: one suite an article or the reference, one case a rule."""

from __future__ import annotations

from xml.etree import ElementTree

from corrigenda.report.model import Report
from corrigenda.values.wording import visible


def render_junit(report: Report) -> str:
    """Render one test case for each rule and article; certain errors are failures, undecided rows a skip."""
    root = ElementTree.Element("testsuites", name="corrigenda")
    suites: dict[str, ElementTree.Element] = {}
    for c in report.result.coverage:
        name = c.article_id or "reference"
        suite = suites.setdefault(name, ElementTree.SubElement(root, "testsuite", name=name) if name not in suites else suites[name])
        case = ElementTree.SubElement(suite, "testcase", classname=name, name=c.rule)
        findings = [f for f in report.open_findings if f.rule == c.rule and f.article_id == c.article_id]
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


def _clean(text: str) -> str:
    """Make a text safe for XML and for a log: no line of a cell may begin a line of the output."""
    return visible(text)
