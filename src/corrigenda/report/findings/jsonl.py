"""Findings as JSON Lines: the run on the first line, then each problem, finding and undecided row on a line of its own."""

from __future__ import annotations

from corrigenda.report.findings.json import describe_report
from corrigenda.report.model import Report
from corrigenda.values.wording import write_json

# The lists of the document, in the order of the lines, and what one entry of each is called.
_ENTRIES = {
    "problems": "problem",
    "findings": "finding",
    "gone": "gone",
    "article_coverage": "article_coverage",
    "coverage": "coverage",
    "undecided": "undecided",
}


def render_jsonl(report: Report) -> str:
    """Render what `--format json` has, line by line; the `type` of a line says what it is, and the first line is of the type `run`."""
    document = describe_report(report)
    run = {name: value for name, value in document.items() if name not in _ENTRIES}
    entries = [{"type": kind, **entry} for name, kind in _ENTRIES.items() for entry in document[name] or ()]
    return "\n".join(write_json(line, None) for line in ({"type": "run", **run}, *entries))
