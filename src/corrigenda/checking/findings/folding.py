"""One fault, one finding: what rests on the same rows of an article is folded into the finding that says it more plainly."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from corrigenda.checking.rulebook.specs import Yields
from corrigenda.results.finding import Finding, Severity, Verdict

# The most ready to yield is the last; a finding is only folded into one of a rule that yields less readily, or not at all.
_READINESS = (Yields.WRONG_DATE, Yields.SHARED_DATE, Yields.SAME_ROWS)


def fold(findings: Sequence[Finding], yields: Mapping[str, Yields], datelines: Collection[str] = ()) -> list[Finding]:
    """Fold findings of rules that yield into others of their article, which take over their repairs.

    `yields` names these rules; `datelines` are the keys of printed days of writing, which all undated events of an article
    share, so that they bind no two of them together. What rests on drafts is folded as it would be once they are accepted; what
    does not rest on them is never folded into what does.
    """
    index = _FindingsByRow(findings)
    target: dict[int, int] = {}
    for place, finding in enumerate(findings):
        how = yields.get(finding.rule)
        if how is None:
            continue
        near = index.near(place, None if how is Yields.SAME_ROWS else _dates(finding) - set(datelines))
        into = next(_choose(how, finding, [(other, findings[other]) for other in near], yields, datelines), None)
        if into is not None:
            target[place] = into
    folded: dict[int, list[Finding]] = {}
    for place, into in target.items():
        last = into
        # What it is folded into may be folded itself; each step goes to a rule that yields less readily, so this ends.
        while last in target:
            last = target[last]
        folded.setdefault(last, []).append(findings[place])
    return [_take(finding, folded.get(place, ())) for place, finding in enumerate(findings) if place not in target]


class _FindingsByRow:
    """Hold the findings by the rows of the article at which they point, those that are notes aside."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self._articles = [finding.article_id for finding in findings]
        self._basis = [_rows(finding, "basis") for finding in findings]
        self._by_row: dict[tuple[str | None, str], list[int]] = {}
        for place, finding in enumerate(findings):
            if finding.severity is not Severity.NOTE:
                for row in self._basis[place] | _rows(finding, "context"):
                    self._by_row.setdefault((finding.article_id, row), []).append(place)

    def near(self, place: int, dates: Collection[str] | None) -> list[int]:
        """Return what rests on a row of a finding and points at all of them, or at one of these dates; what shares its first rows first.

        Thousands of findings of one article point at the article itself: only its rarest row is looked up.
        """
        article, rows = self._articles[place], sorted(self._basis[place])
        wanted = rows if dates is None else [f"dates {date}" for date in dates]
        listed = [self._by_row.get((article, row), []) for row in wanted]
        found = min(listed, key=len, default=[]) if dates is None else {other for others in listed for other in others}
        order = {other: next((n for n, row in enumerate(rows) if row in self._basis[other]), None) for other in found}
        return [other for _, other in sorted((first, other) for other, first in order.items() if first is not None)]


def _choose(
    how: Yields, finding: Finding, near: Iterable[tuple[int, Finding]], yields: Mapping[str, Yields], datelines: Collection[str]
) -> Iterator[int]:
    """Yield the places of the findings into which one may be folded."""
    rows, dates = _rows(finding, "basis"), _dates(finding) - set(datelines)
    for place, other in near:
        theirs = yields.get(other.rule)
        if theirs is not None and _READINESS.index(theirs) >= _READINESS.index(how):
            continue
        if other.is_drafted and not finding.is_drafted:
            continue
        sure = _is_sure(other)
        if how is Yields.SAME_ROWS:
            if (sure or not _is_sure(finding)) and rows <= _rows(other, "basis", "context"):
                yield place
        elif sure and other.severity is Severity.ERROR and dates & _dates(other):
            first = other.places[0]
            is_wrong = (first.table, first.field) == ("dates", "edtf") and str(first.row) in dates
            # A weekday or a gap that does not fit says little of the years in which somebody lived or held an office.
            if is_wrong or (how is Yields.SHARED_DATE and first.table != "dates"):
                yield place


def _is_sure(finding: Finding) -> bool:
    """Tell whether a finding is certain, or would be if its drafts were accepted as they are."""
    return finding.verdict is Verdict.CERTAIN or finding.is_sure_once_accepted


def _dates(finding: Finding) -> set[str]:
    """Return the keys of the dates whose days a finding rests on."""
    return {str(p.row) for p in finding.places if p.role == "basis" and (p.table, p.field) == ("dates", "edtf")}


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
