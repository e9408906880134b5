"""What was found of some articles by themselves, before it is merged with what was found of others."""

from __future__ import annotations

from dataclasses import dataclass

from corrigenda.results.coverage import ArticleCoverage, Coverage, Undecided
from corrigenda.results.finding import Finding
from corrigenda.results.timeline import EventDays


@dataclass(frozen=True)
class TitleUse:
    """Say for which days an article uses a term of the reference, as ordinals; `is_unbounded` where nothing bounds such a day."""

    article_id: str
    tenure_id: str
    used_first: int | None
    used_last: int | None
    is_unbounded: bool


@dataclass(frozen=True)
class Part:
    """Hold what was found of some articles that are linked with no others.

    Places have no line yet: where a row is depends on the rows of other articles. The last four say which rows of the reference the
    articles use, so that the rules about the reference need not read the articles again; `row_uses` are article, table and key.
    """

    articles: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    reach: tuple[ArticleCoverage, ...] = ()
    timeline: tuple[EventDays, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    unjudged: tuple[tuple[str, str], ...] = ()
    not_run: tuple[tuple[str, str], ...] = ()
    stopped: tuple[str, ...] = ()
    cut: tuple[tuple[str, int], ...] = ()
    title_uses: tuple[TitleUse, ...] = ()
    row_uses: tuple[tuple[str, str, str], ...] = ()
    spelt_names: tuple[tuple[str, str], ...] = ()
    compared_ties: tuple[tuple[str, str], ...] = ()
