"""How many rows and claims rules could decide, by rule and article, and which rows they could not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Set
from dataclasses import replace
from typing import Any

from corrigenda.checking.judged_rows import Judged, Returned
from corrigenda.checking.rulebook.catalogue import Rule
from corrigenda.engine.tables import Tables
from corrigenda.results.coverage import ArticleCoverage, Coverage, Undecided
from corrigenda.results.finding import Verdict

Runs = tuple[tuple[Rule, Judged, Returned], ...]


def count_rows(rule: Rule, judged: Judged, rows: Returned) -> Iterator[Coverage]:
    """Count by article what a rule found of the rows that it judges, and the claims that these are of; of the reference as a whole."""
    if rule.subject != "article":
        yield _count(rule, None, judged.number, rows.values())
        return
    by_article: dict[str | None, list[str]] = {}
    for key, (article, _) in judged.of.items():
        by_article.setdefault(article, []).append(key)
    for article, keys in sorted(by_article.items(), key=lambda item: item[0] or ""):
        undecided = {judged.of[key][1] for key in keys if key in rows and rows[key]["verdict"] == "undecided"}
        claims = {judged.of[key][1] for key in keys} - {None}
        counted = _count(rule, article, len(keys), [rows[key] for key in keys if key in rows])
        yield replace(counted, claims_decided=len(claims - undecided), claims_undecided=len(claims & undecided))


def _count(rule: Rule, article: str | None, number: int, rows: Collection[dict[str, Any]]) -> Coverage:
    counts = Counter(row["verdict"] for row in rows)
    reasons = Counter(row["reason"] for row in rows if row["verdict"] == "undecided")
    listed = tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0])))
    told = counts["certain"], counts["possible"], number - len(rows), counts["undecided"]
    return Coverage(rule.name, article, *told, None, None, listed)


def list_undecided(rule: Rule, judged: Judged, rows: Returned, tables: Tables) -> Iterator[Undecided]:
    """Name each row that a rule could not decide, by the table whose key it has."""
    table = next((name for name, table in tables.package.tables.items() if table.key == (rule.key,) and name in tables.lines), rule.judges)
    for key in sorted(rows):
        if rows[key]["verdict"] == Verdict.UNDECIDED:
            yield Undecided(rule.name, table, str(key), *judged.of[key], str(rows[key]["reason"]))


def count_claims(runs: Runs, articles: dict[str, str], drafted: Set[str]) -> list[ArticleCoverage]:
    """Count the claims of each article by the weightiest matter of which a rule could decide a row of theirs, the drafted ones apart.

    A claim with a fact that could not be decided is undecided, whatever else of it could: its title may be the very thing that is wrong.
    """
    reached: dict[str, set[str]] = {}
    for rule, judged, rows in runs:
        for key, (_, claim) in judged.of.items():
            if claim is not None:
                is_open = key in rows and rows[key]["verdict"] == Verdict.UNDECIDED
                matter = ("open facts" if rule.matter == "facts" else "undecided") if is_open else rule.matter
                reached.setdefault(claim, set()).add(matter)
    counts: dict[str, Counter[str]] = {}
    for claim, article in articles.items():
        matters = reached.get(claim, set())
        best = next((matter for matter in ("open facts", "facts", "names", "sourcing", "undecided") if matter in matters), "unjudged")
        best = "drafted" if claim in drafted else "undecided" if best == "open facts" else best
        counts.setdefault(article, Counter())[best] += 1
    return [ArticleCoverage(article, **count) for article, count in sorted(counts.items())]
