"""What is on top of a page: how much was found, and of how much of the article."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from corrigenda.results.coverage import ArticleCoverage
from corrigenda.results.finding import Result, Severity
from corrigenda.values.wording import count


@dataclass(frozen=True)
class Cover:
    """Hold how far the rules reach in one article or in all, and how many rows they judged and could not decide."""

    reach: ArticleCoverage
    rows: int
    undecided: int
    rules: int

    @property
    def claims(self) -> int:
        """Return the number of claims."""
        return self.reach.claims

    @property
    def share(self) -> float:
        """Return the claims whose facts could be judged as a share of all, from 0 to 1."""
        return self.reach.share

    @property
    def steps(self) -> list[tuple[str, float]]:
        """Return where each part of a bar from 0 to 1 ends: claims judged on facts, on names, on sourcing."""
        reach, ends = self.reach, []
        reached = 0
        for name, number in (("facts", reach.facts), ("names", reach.names), ("sourcing", reach.sourcing)):
            reached += number
            ends.append((name, reached / reach.claims if reach.claims else 0.0))
        return ends


def cover(result: Result, claims: Collection[str], article_id: str | None = None) -> Cover:
    """Count what the rules that ran cover of these claims, which are those of one article or of all."""
    told = [one for one in result.articles if article_id in (None, one.article_id)]
    totals = {name: sum(getattr(one, name) for one in told) for name in ("facts", "names", "sourcing", "undecided", "unjudged", "drafted")}
    if not any(totals.values()):
        totals["unjudged"] = len(claims)
    counted = [c for c in result.coverage if c.article_id and article_id in (None, c.article_id)]
    return Cover(
        ArticleCoverage(article_id or "", **totals),
        sum(c.judged for c in counted),
        sum(c.undecided for c in counted),
        len({c.rule for c in counted if c.judged}),
    )


def tell_cover(covered: Cover, *, is_whole: bool = True) -> str:
    """Say in one sentence how much of what is claimed was judged, and on what."""
    if not covered.claims:
        return "There are no claims yet."
    return covered.reach.headline + ("" if is_whole else " Only some rules were asked for.")


def tell_findings(found: int, covered: Cover) -> str:
    """Say how much was found; where nothing was, say of how much.

    >>> tell_findings(0, Cover(ArticleCoverage("a", facts=6, unjudged=44), 9, 0, 3))
    'Nothing found that does not fit; the facts of 12% of the claims could be judged'
    """
    if found:
        return count(found, "finding")
    if not covered.rows:
        return "Nothing could be judged"
    if covered.undecided == covered.rows:
        return "Nothing could be decided"
    rest = f", and {count(covered.undecided, 'row')} could not be decided" if covered.undecided else ""
    return f"Nothing found that does not fit; the facts of {covered.share:.0%} of the claims could be judged{rest}"


def tell_left_out(result: Result) -> Iterator[str]:
    """Say how much was found, and could not be decided, about what the run was not asked about."""
    if not (result.left_out or result.left_undecided):
        return
    is_own = any(finding.subject == "article" for finding in result.left_out) or any(e.article_id for e in result.left_undecided)
    what = "articles" if is_own else "rows of the reference that no article uses"
    parts = [count(len(result.left_out), "finding")] if result.left_out else []
    parts += [count(len(result.left_undecided), "undecided row")] if result.left_undecided else []
    verb, them = ("was", "it") if len(result.left_out) + len(result.left_undecided) == 1 else ("were", "them")
    certain = sum(finding.level is Severity.ERROR for finding in result.left_out)
    errors = f" ({count(certain, 'certain error')})" if certain else ""
    yield f"{' and '.join(parts)} about {what} {verb} left out{errors}; '--about {'article' if is_own else 'reference'}' shows {them}."
