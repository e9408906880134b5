"""Where files are for the reader of a report: their paths from another folder than that of the package."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from urllib.parse import quote

from corrigenda.report.model import Report
from corrigenda.results.finding import Place


def show_from(report: Report, folder: str) -> Report:
    """Return a report whose paths begin at another folder; `folder` is the path of the package from there, with slashes.

    >>> from corrigenda.errors import Problem
    >>> from corrigenda.results.finding import Result
    >>> report = Report(Result(), "news", "1.0.0", "", "", "", problems=(Problem("data/said/dates.csv", 2, "edtf", "is empty"),))
    >>> show_from(report, "desk/news").problems[0].file
    'desk/news/data/said/dates.csv'
    """
    if folder in ("", "."):
        return report
    findings = tuple(replace(finding, places=_move(finding.places, folder)) for finding in report.result.findings)
    chains = {key: tuple(_move(chain, folder) for chain in found) for key, found in report.chains.items()}
    problems = tuple(replace(problem, file=_join(folder, problem.file) if problem.file else "") for problem in report.problems)
    return replace(report, result=replace(report.result, findings=findings), problems=problems, chains=chains)


def link(report: Report, path: str, line: int = 0) -> str:
    """Return the address of a line of a file, empty where the report knows none.

    >>> from corrigenda.results.finding import Result
    >>> link(Report(Result(), "news", "1.0.0", "", "", "", files_at="https://example.org/blob/1a2b"), "data/a b.csv", 3)
    'https://example.org/blob/1a2b/data/a%20b.csv#L3'
    """
    if not report.files_at or not path or path.startswith("../"):
        return ""
    return f"{report.files_at.rstrip('/')}/{quote(path)}" + (f"#L{line}" if line else "")


def _move(places: tuple[Place, ...], folder: str) -> tuple[Place, ...]:
    return tuple(replace(place, path=_join(folder, place.path)) for place in places)


def _join(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path))
