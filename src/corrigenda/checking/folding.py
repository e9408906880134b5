"""One fault, one finding: what rests on the same rows of an article is folded into the finding that says it more plainly."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from corrigenda.checking.catalogue import Rule
from corrigenda.results.finding import Finding, Severity, Verdict


def fold(findings: Sequence[Finding], rules: Iterable[Rule]) -> list[Finding]:
    """Fold findings of rules that `yield` into others of their article, which take over their repairs.

    A finding is folded where another one, no note and no less sure, points at all rows of the article on which it rests,
    and rests on one of them itself.
    """
    yielding = {rule.name for rule in rules if rule.yields}
    told: dict[tuple[str | None, str], list[int]] = {}
    for place, finding in enumerate(findings):
        if finding.rule not in yielding and finding.severity is not Severity.NOTE:
            for row in _rows(finding, "basis"):
                told.setdefault((finding.article_id, row), []).append(place)
    folded: dict[int, list[Finding]] = {}
    gone: set[int] = set()
    for place, finding in enumerate(findings):
        if finding.rule not in yielding:
            continue
        own = _rows(finding, "basis")
        near = dict.fromkeys(other for row in sorted(own) for other in told.get((finding.article_id, row), ()))
        into = next((other for other in near if _holds(findings[other], finding, own)), None)
        if into is not None:
            folded.setdefault(into, []).append(finding)
            gone.add(place)
    return [_take(finding, folded.get(place, ())) for place, finding in enumerate(findings) if place not in gone]


def _holds(finding: Finding, other: Finding, rows: set[str]) -> bool:
    sure = finding.verdict is Verdict.CERTAIN or other.verdict is not Verdict.CERTAIN
    return sure and rows <= _rows(finding, "basis", "context")


def _rows(finding: Finding, *roles: str) -> set[str]:
    """Return the rows of the article at which a finding points."""
    said = (p for p in finding.places if p.role in roles and p.path.startswith("data/said/"))
    return {f"{place.table} {place.row}" for place in said}


def _take(finding: Finding, others: Iterable[Finding]) -> Finding:
    """Return a finding with the repairs of those that are folded into it, each option under a number of its own."""
    for other in others:
        last = max((repair.option for repair in finding.repairs), default=0)
        cells = {(r.table, r.row, r.field, r.value) for r in finding.repairs}
        more = tuple(
            replace(r, option=last + r.option) for r in other.repairs if r.value is None or (r.table, r.row, r.field, r.value) not in cells
        )
        finding = replace(finding, repairs=finding.repairs + more, folded=(*finding.folded, other.fingerprint))
        if finding.is_drafted:
            # Who reviews a draft settles both at once.
            finding = replace(finding, drafts=tuple(dict.fromkeys((*finding.drafts, *other.drafts))))
    return finding
