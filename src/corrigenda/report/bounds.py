"""How much of a result each form shows: the reading is never cut, what is shown is, and the form says by how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from corrigenda.report.model import Report
from corrigenda.results.finding import Finding, Place
from corrigenda.values.wording import clip

# Findings in each form. What people read is long before that; services keep 5,000 results of SARIF; files are for programs.
FINDINGS = {"text": 1_000, "page": 2_000, "junit": 10_000, "sarif": 25_000, "json": 50_000}
# Characters of a text in a form for people, and in one for programs.
SHORT, LONG = 1_000, 10_000
ARTICLES = 50
ENTRIES, ENTRIES_SHOWN = 100_000, 2_000

Item = TypeVar("Item")


def tell_more(report: Report, findings: int) -> list[str]:
    """Say how many findings are not shown, by a form that shows so many, and of which rules nothing more was kept.

    >>> from corrigenda.results.finding import Result
    >>> tell_more(Report(Result(cut=(("year-missing", 5),)), "a", "1", "", "", ""), 10)
    ['And 5 more findings of year-missing; they were counted and not kept.']
    """
    rest = len(report.open_findings) - findings
    told = [f"And {rest:,} more finding{'s' * (rest != 1)}; --select RULE shows those of a rule."] if rest > 0 else []
    cut = [f"{number:,} more finding{'s' * (number != 1)} of {rule}" for rule, number in report.result.cut]
    return told + [f"And {one}; they were counted and not kept." for one in cut]


def tell_limits(report: Report, findings: int) -> list[str]:
    """Say which rules a limit stopped, and how much is not shown."""
    stopped = (f"{rule} did not run: {reason}." for rule, reason in report.result.not_run if rule in report.result.stopped)
    return [*stopped, *tell_more(report, findings)]


def head(items: Sequence[Item], most: int) -> tuple[Sequence[Item], int]:
    """Return the first of some items, and how many more there are.

    >>> head("abcdef", 4)
    ('abcd', 2)
    """
    return items[:most], max(0, len(items) - most)


def clip_finding(finding: Finding, most: int = SHORT) -> Finding:
    """Return a finding none of whose texts is longer; one that has none such is returned as it is."""
    texts = (finding.message, finding.doubt, finding.printed, *(place.value for place in finding.places))
    rest = (part for repair in finding.repairs for part in (repair.value, repair.allows))
    if not any(text and len(text) > most for text in (*texts, *rest)):
        return finding
    return replace(
        finding,
        message=clip(finding.message, most),
        doubt=_clip(finding.doubt, most),
        printed=_clip(finding.printed, most),
        places=tuple(_clip_place(place, most) for place in finding.places),
        repairs=tuple(replace(one, value=_clip(one.value, most), allows=clip(one.allows, most)) for one in finding.repairs),
    )


def clip_texts(value: Any, most: int = LONG) -> Any:
    """Return plain data none of whose texts is longer."""
    if isinstance(value, str):
        return clip(value, most)
    if isinstance(value, dict):
        return {key: clip_texts(inner, most) for key, inner in value.items()}
    return [clip_texts(inner, most) for inner in value] if isinstance(value, list | tuple) else value


def _clip(text: str | None, most: int) -> str | None:
    return None if text is None else clip(text, most)


def _clip_place(place: Place, most: int) -> Place:
    return place if place.value is None or len(place.value) <= most else replace(place, value=clip(place.value, most))
