"""Run rules over sound tables: findings, coverage, and what did not run."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from corrigenda.dates import iso
from corrigenda.errors import SetupError
from corrigenda.evidence import build_finding, source_titles
from corrigenda.finding import Coverage, EventDays, Finding, Result, Severity, Verdict
from corrigenda.rule import Catalogue, Rule
from corrigenda.structure import quote
from corrigenda.tables import TABLES, Tables
from corrigenda.waivers import apply_waivers

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def check(tables: Tables, rules: Catalogue, *, as_of: str | None = None) -> Result:
    """Run the rules over sound tables and return everything they found.

    `as_of` is the day (ISO 8601) on which waivers are judged; nothing else depends on it.
    Raises SetupError where the structure of the tables is broken or a rule breaks its contract.
    """
    import duckdb

    if tables.problems:
        raise SetupError(*tables.problems)
    findings: list[Finding] = []
    coverage: list[Coverage] = []
    not_run: list[tuple[str, str]] = []
    touched: set[str] = set()
    articles = dict(tables.run("SELECT claim_id, article_id FROM claims JOIN passages USING (passage_id)"))
    for rule in rules:
        try:
            judged = _judged(tables, rule, articles)
            rows = _verdicts(tables, rule, judged)
        except duckdb.Error as error:
            not_run.append((rule.name, f"the package has no table {_lacking(tables, rule, error)}"))
            continue
        touched |= {claim for _, claim in judged.values() if claim}
        findings += [build_finding(tables, rule, row, *judged[row[rule.key]]) for row in rows.values() if row["verdict"] != Verdict.UNDECIDED]
        coverage += _coverage(rule, judged, rows)
    findings.sort(key=_order)
    waived, notes = apply_waivers(findings, tables, as_of, complete=not not_run and len(rules.rules) > 0)
    return Result(
        findings=tuple(waived),
        coverage=tuple(coverage),
        timeline=_timeline(tables),
        unjudged=tuple(sorted((claim, article) for claim, article in articles.items() if claim not in touched)),
        not_run=tuple(not_run),
        waiver_notes=notes,
        rows={table: len(lines.starts) for table, lines in tables.lines.items()},
        statements=dict(tables.run("SELECT claim_id, statement FROM claims ORDER BY claim_id")),
        source_titles=source_titles(tables, waived),
    )


def _lacking(tables: Tables, rule: Rule, error: Exception) -> str:
    """Return the table that the package lacks and the rule needs; raises SetupError where the rule itself is broken."""
    for name, lacking in [*tables.missing.items(), *((name, name) for name in sorted(TABLES - set(tables.package.tables)))]:
        if re.search(rf"Table with name {name}\b", str(error)):
            return lacking
    raise SetupError(f"rules/{rule.name}.sql cannot be run: {error}") from None


def _judged(tables: Tables, rule: Rule, articles: dict[str, str]) -> dict[str, tuple[str | None, str | None]]:
    """Return (article, claim) of every row that the rule judges, by key."""
    judged: dict[str, tuple[str | None, str | None]] = {}
    for row in tables.query(f"SELECT * FROM {quote(rule.judges)}"):
        claim = row.get("claim_id") if rule.subject == "article" else None
        article = (row.get("article_id") or articles.get(claim or "")) if rule.subject == "article" else None
        judged[row[rule.key]] = (article, claim)
    return judged


def _verdicts(tables: Tables, rule: Rule, judged: dict[str, Any]) -> dict[str, dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    for row in tables.query(rule.sql):
        key = row[rule.key]
        if key not in judged or key in rows or row["verdict"] not in ("certain", "possible", "undecided"):
            raise SetupError(f"rules/{rule.name}.sql: returned {key!r} with the verdict {row['verdict']!r}; expected each key of {rule.judges} once at most, certain, possible or undecided")
        if row["verdict"] == "undecided" and not row.get("reason"):
            raise SetupError(f"rules/{rule.name}.sql: {key!r} is undecided without a reason")
        rows[key] = row
    return rows


def _coverage(rule: Rule, judged: dict[str, tuple[str | None, str | None]], rows: dict[str, dict[str, Any]]) -> list[Coverage]:
    by_article: dict[str | None, list[str]] = {}
    for key, (article, _) in judged.items():
        by_article.setdefault(article, []).append(key)
    if rule.subject == "reference":
        by_article.setdefault(None, [])
    result = []
    for article, keys in sorted(by_article.items(), key=lambda item: item[0] or ""):
        counts = Counter(rows[key]["verdict"] if key in rows else "consistent" for key in keys)
        undecided = {judged[key][1] for key in keys if key in rows and rows[key]["verdict"] == "undecided"}
        claims = {judged[key][1] for key in keys} - {None}
        reasons = Counter(rows[key]["reason"] for key in keys if key in rows and rows[key]["verdict"] == "undecided")
        result.append(
            Coverage(
                rule.name,
                article,
                counts["certain"],
                counts["possible"],
                counts["consistent"],
                counts["undecided"],
                len(claims - undecided) if rule.subject == "article" else None,
                len(claims & undecided) if rule.subject == "article" else None,
                tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0]))),
            )
        )
    return result


def _order(finding: Finding) -> tuple[Any, ...]:
    """Sort worst first: what is shown as an error, then certain before possible, then by place in the article."""
    return (_RANK[finding.level], finding.verdict != Verdict.CERTAIN, finding.subject, finding.article_id or "", finding.claim_id or "", finding.rule, finding.key)


def _timeline(tables: Tables) -> tuple[EventDays, ...]:
    if "event_days" in tables.missing:
        return ()
    rows = tables.query("SELECT event_id, article_id, stated, first_day, last_day FROM event_days ORDER BY event_id")
    return tuple(
        EventDays(r["event_id"], r["article_id"], r["stated"], r["first_day"] and iso(r["first_day"]), r["last_day"] and iso(r["last_day"])) for r in rows
    )


