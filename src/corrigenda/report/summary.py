"""What stands on top of a page: how much was found, and of how much of the article."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from corrigenda.finding import Result, Severity, Verdict
from corrigenda.report.view import Report


@dataclass(frozen=True)
class Cover:
    """Count the claims that at least one rule judges, and the rows of them that could not be decided."""

    claims: int
    judged: int
    rows: int
    undecided: int
    rules: int

    @property
    def share(self) -> float:
        """Return the judged claims as a share of all, from 0 to 1."""
        return self.judged / self.claims if self.claims else 0.0

    @property
    def unjudged(self) -> int:
        """Return the number of claims that no rule judges."""
        return self.claims - self.judged


def cover(result: Result, claims: Collection[str], article_id: str | None = None) -> Cover:
    """Count what the rules that ran cover of these claims, which are those of one article or of all."""
    unjudged = {claim for claim, _ in result.unjudged}
    counted = [c for c in result.coverage if c.article_id and article_id in (None, c.article_id)]
    return Cover(
        len(claims),
        sum(claim not in unjudged for claim in claims),
        sum(c.judged for c in counted),
        sum(c.undecided for c in counted),
        len({c.rule for c in counted if c.judged}),
    )


def tell_cover(covered: Cover, *, is_whole: bool = True) -> str:
    """Say in one sentence how much of what is claimed was judged at all."""
    if not covered.claims:
        return "There are no claims yet."
    asked = "" if is_whole else " of those that were asked for"
    return (
        f"{covered.judged:,} of {count(covered.claims, 'claim')} ({covered.share:.0%}) are judged by at least one rule{asked}, "
        f"{covered.unjudged:,} by none."
    )


def tell_findings(found: int, covered: Cover) -> str:
    """Say how much was found; where nothing was, say of how much.

    >>> tell_findings(0, Cover(50, 6, 9, 0, 3))
    'Nothing found that does not fit, in the 12% of claims that a rule judges'
    """
    if found:
        return count(found, "finding")
    if not covered.judged:
        return "Nothing could be judged"
    return f"Nothing found that does not fit, in the {covered.share:.0%} of claims that a rule judges"


def tally(report: Report) -> list[tuple[Severity, int, int]]:
    """Return for each severity shown how many open findings are certain and how many possible."""
    counts = report.count()
    return [(s, counts.get((s, Verdict.CERTAIN), 0), counts.get((s, Verdict.POSSIBLE), 0)) for s in Severity]


def count(number: int, word: str) -> str:
    """Write a number with its noun.

    >>> count(1, "claim"), count(1200, "clash")
    ('1 claim', '1,200 clashes')
    """
    return f"{number:,} {word}{'' if number == 1 else 'es' if word.endswith('sh') else 's'}"
