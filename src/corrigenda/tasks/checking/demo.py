"""The published package, which comes with the program, checked for somebody who has nothing of their own yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from corrigenda.package.storage.files import program_folder
from corrigenda.report.model import Report
from corrigenda.results.rule_page import RulePage
from corrigenda.tasks.checking.check import run_check
from corrigenda.tasks.explain import explain


@dataclass(frozen=True)
class Demo:
    """Hold what a newcomer is shown of the published package: how much is in it, its worst finding alone, and the page of that rule."""

    folder: Path
    claims: int
    found: int
    worst: Report
    rule: RulePage


def show_demo(as_of: str) -> Demo:
    """Check the published package and choose its worst finding; nothing is written."""
    folder = program_folder("data").parent
    report = run_check(folder, as_of=as_of).report
    first = report.open_findings[0]
    alone = replace(report, result=replace(report.result, findings=(first,)))
    return Demo(folder, len(report.result.statements), len(report.open_findings), alone, explain(first.rule))
