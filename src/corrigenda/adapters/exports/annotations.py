"""Findings as W3C Web Annotations (JSON-LD), to be laid over the text by whoever holds it."""

from __future__ import annotations

import json
import uuid
from base64 import urlsafe_b64encode
from typing import Any

from corrigenda.engine.tables import Tables
from corrigenda.results.finding import Finding, Result

Spans = dict[str, dict[str, dict[str, Any]]]


def write_annotations(tables: Tables, result: Result) -> str:
    """Return one annotation for each finding about an article that is not waived, with a target for each printed place.

    Positions are code points of the text whose digest is in `articles`. An article without an address is named by
    that digest (RFC 6920).
    """
    articles = {row["article_id"]: row for row in tables.query("SELECT * FROM articles")}
    spans = _spans(tables)
    items = []
    for finding in result.findings:
        targets = [] if finding.waived or not finding.article_id else _targets(finding, spans, articles[finding.article_id])
        if targets:
            items.append(_annotation(finding, targets, tables.package.name))
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": _name(tables.package.name),
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }
    return json.dumps(page, indent=2, ensure_ascii=False) + "\n"


def _spans(tables: Tables) -> Spans:
    """Return where the rows of said tables stand in their articles, by table and key."""
    found: Spans = {}
    for table in tables.package.layer("said"):
        names = {field.name for field in table.fields}
        if {"start", "end", "passage_id"} <= names and len(table.key) == 1:
            printed = next((field.name for field in table.fields if field.printed), None)
            exact = f't."{printed}"' if printed else "NULL"
            rows = tables.query(
                f'SELECT t."{table.key[0]}" AS key, t.start AS first, t."end" AS last, {exact} AS exact, p.article_id '
                f'FROM "{table.name}" AS t JOIN passages AS p ON p.passage_id = t.passage_id WHERE t.start + t."end" IS NOT NULL'
            )
            found[table.name] = {row["key"]: row for row in rows}
    return found


def _targets(finding: Finding, spans: Spans, article: dict[str, Any]) -> list[dict[str, Any]]:
    source = article["url"] or f"ni:///sha-256;{urlsafe_b64encode(bytes.fromhex(article['sha256'])).decode().rstrip('=')}"
    targets: dict[tuple[int, int], dict[str, Any]] = {}
    for place in finding.places:
        span = spans.get(place.table, {}).get(place.row)
        if span is None or span["article_id"] != finding.article_id or (span["first"], span["last"]) in targets:
            continue
        # Several selectors are ways to find the same stretch; the printed words may stand there with others between them.
        selector: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": span["first"], "end": span["last"]}]
        if span["exact"] and len(span["exact"]) == span["last"] - span["first"]:
            selector.append({"type": "TextQuoteSelector", "exact": span["exact"]})
        targets[span["first"], span["last"]] = {"type": "SpecificResource", "source": source, "selector": selector}
    return list(targets.values())


def _annotation(finding: Finding, targets: list[dict[str, Any]], package: str) -> dict[str, Any]:
    doubt = f" Not certain, because {finding.doubt}." if finding.doubt else ""
    bodies: list[dict[str, Any]] = [
        {"type": "TextualBody", "purpose": "assessing", "format": "text/plain", "language": "en", "value": finding.message + doubt},
        {"type": "TextualBody", "purpose": "tagging", "value": finding.rule},
        {"type": "TextualBody", "purpose": "tagging", "value": finding.verdict},
    ]
    for repair in finding.repairs[:1]:
        bodies.append({"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "language": "en", "value": repair.allows})
    return {
        "id": _name(f"{package}/{finding.fingerprint}"),
        "type": "Annotation",
        "motivation": "assessing",
        "body": bodies,
        "target": targets,
    }


def _name(text: str) -> str:
    """Return a name that is the same in every run."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"corrigenda:{text}").urn
