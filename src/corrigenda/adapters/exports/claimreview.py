"""Findings that a person answers for as ClaimReview, the vocabulary of schema.org for reviews of claims (JSON-LD)."""

from __future__ import annotations

import json
from typing import Any

from corrigenda.engine.tables import Tables
from corrigenda.results.finding import Finding, Result, Verdict
from corrigenda.results.known_source import KnownSource
from corrigenda.values.edtf import parse_edtf

_RATING = {Verdict.CERTAIN: "Does not fit what is known or said elsewhere", Verdict.POSSIBLE: "May not fit what is known or said elsewhere"}
# JSON-LD is put into a page within a script element, which must not end in the middle of a cell.
_IN_A_PAGE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def write_claimreviews(tables: Tables, result: Result) -> tuple[str, tuple[str, ...]]:
    """Return the reviews as JSON-LD, and a sentence for each row of `reviews` that is about no finding as it is now.

    A finding without a review, one that is waived, and one about the reference never leave in this form.
    """
    findings = {finding.fingerprint: finding for finding in result.findings if finding.subject == "article" and finding.claim_id}
    articles = {row["article_id"]: row for row in tables.query("SELECT * FROM articles")}
    reviews, notes = [], []
    for row in tables.query("SELECT * FROM reviews ORDER BY finding_id"):
        finding = findings.get(row["finding_id"])
        if finding is None:
            notes.append(f"the review of {row['finding_id']} is left out: there is no such finding about a claim")
        elif finding.evidence_digest != row["evidence_digest"]:
            notes.append(
                f"the review of {row['finding_id']} is left out: the evidence changed; its digest is now {finding.evidence_digest}"
            )
        elif finding.waived:
            notes.append(f"the review of {row['finding_id']} is left out: the finding is waived")
        else:
            reviews.append(_review(finding, row, result.statements, articles[finding.article_id or ""]))
    text = json.dumps({"@context": "https://schema.org", "@graph": reviews}, indent=2, ensure_ascii=False)
    return "".join(_IN_A_PAGE.get(character, character) for character in text) + "\n", tuple(notes)


def _review(finding: Finding, row: dict[str, Any], statements: dict[str, str], article: dict[str, Any]) -> dict[str, Any]:
    claim: dict[str, Any] = {"@type": "Claim"}
    appearance = {"@type": "NewsArticle", "headline": article["title"], "url": article["url"], "inLanguage": article["language"]}
    told = {name: value for name, value in appearance.items() if value}
    if article["title"] or article["url"]:
        claim["appearance"] = told
    if article["publisher"]:
        claim["author"] = {"@type": "Organization", "name": article["publisher"]}
    if _is_day(article["published"]):
        claim["datePublished"] = article["published"]
    review = {
        "@type": "ClaimReview",
        "url": row["url"],
        "datePublished": row["published"],
        "author": {"@type": "Organization", "name": row["by"]},
        "claimReviewed": statements[finding.claim_id or ""],
        "reviewBody": f"{row['summary']} {finding.message}",
        "reviewRating": {"@type": "Rating", "alternateName": _RATING[finding.verdict]},
        "itemReviewed": claim,
        "identifier": finding.fingerprint,
    }
    return review | ({"citation": [_cite(source) for source in finding.sources]} if finding.sources else {})


def _cite(source: KnownSource) -> dict[str, Any]:
    """Name a source that the review rests on, and say how and when it was seen and where no address is kept."""
    cited: dict[str, Any] = {"@type": "CreativeWork", "name": source.title}
    if source.publisher:
        cited["publisher"] = {"@type": "Organization", "name": source.publisher}
    if _is_day(source.published):
        cited["datePublished"] = source.published
    if source.how_seen:
        cited["description"] = source.how_seen
    return cited | ({"url": source.url} if source.url else {})


def _is_day(text: str | None) -> bool:
    return bool(text) and parse_edtf(text or "").precision == "day" and len(text or "") == 10
