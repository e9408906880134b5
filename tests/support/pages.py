"""What the tests of the report share: pages of published, small, hostile and large packages."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

from packages import path_of, read_table, write_table

from corrigenda.package.descriptor import EDTF
from corrigenda.report.model import Report, RuleNote
from corrigenda.report.page.model import Article, CitedRow, Claim, Page, PagePassage, PrintedWords
from corrigenda.results.coverage import Coverage
from corrigenda.results.finding import Finding, Place, Repair, Result, Severity, Verdict

PAYLOAD = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{7*7}}</style>"


def poison(root: Path) -> set[str]:
    """Put markup into every free cell of said, known and kept; return the fields that hold it, as table.field."""
    poisoned = set()
    for resource in json.loads((root / "datapackage.json").read_text("utf-8"))["resources"]:
        if "/found/" in resource["path"]:
            continue
        schema = json.loads((root / resource["schema"]).read_text("utf-8"))
        listed = [schema["primaryKey"], *(key["fields"] for key in schema.get("foreignKeys", []))]
        keys = {name for key in listed for name in (key if isinstance(key, list) else [key])}
        free = {
            field["name"]
            for field in schema["fields"]
            if field["type"] == "string"
            and field.get("rdfType") != EDTF
            and "enum" not in field.get("constraints", {})
            and re.fullmatch(field.get("constraints", {}).get("pattern", ".*"), PAYLOAD)
            and field.get("format", "default") == "default"
            and field["name"] not in keys
        }
        header, rows = read_table(root, resource["name"])
        for row in rows:
            for position, name in enumerate(header):
                if name in free and row[position]:
                    row[position] = PAYLOAD
                    poisoned.add(f"{resource['name']}.{name}")
        write_table(root, resource["name"], header, rows)
        assert path_of(root, resource["name"]).is_file()
    return poisoned


def large_page(findings: int) -> Page:
    """Make the page of an article with so many findings, one for each of its sentences."""
    severities, verdicts = list(Severity), (Verdict.CERTAIN, Verdict.POSSIBLE)
    found, passages, rows, claims = [], [], [], []
    for n in range(findings):
        start, key = n * 120, f"long/claim-{n}"
        words = PrintedWords("claims", key, start + 10, start + 60)
        printed = PrintedWords("mentions", f"long/name-{n}", start + 20, start + 20 + len(f"Name {n}"), f"Name {n}")
        passages.append(PagePassage(f"long/{n // 5 + 1}.{n % 5 + 1}", n // 5 + 1, n % 5 + 1, start, start + 118, (words, printed)))
        places = (
            Place("claims", "data/said/claims.csv", n + 2, key, "modality", "reported", "basis"),
            Place("tenures", "data/known/tenures.csv", n + 2, f"term-{n}", "start", "2025-01-25", "basis"),
        )
        rows += [CitedRow(p.table, p.row, p.path, p.line, (("key", p.row), (p.field, p.value or ""), ("note", "A note."))) for p in places]
        claims.append(Claim(key, f"Claim number {n} in our own words."))
        found.append(
            Finding(
                f"rule-{n % 20}", key, verdicts[n // 3 % 2], severities[n % 3], "article", "long", key, f"value {n} does not fit",
                places, (Repair("claims", key, "modality", "asserted", "it fits then"),),
            )
        )  # fmt: skip
    found.sort(key=lambda f: (severities.index(f.level), f.verdict != Verdict.CERTAIN))
    statements = {claim.claim_id: claim.statement for claim in claims}
    coverage = (Coverage("rule-0", "long", findings, 0, 0, 0, findings, 0, ()),)
    result = Result(tuple(found), coverage, rows={"claims": findings}, statements=statements)
    notes = tuple(RuleNote(f"rule-{n}", "note", "time", "A rule.", "It happens.", "All of it.", "Look it up.") for n in range(20))
    report = Report(result, "large", "1", "sha256:0", "sha256:1", "0", notes)
    article = Article("long", "A long article", None, None, "en", None, "0" * 64, findings * 120, tuple(passages), tuple(claims))
    return Page(report, (article,), tuple(rows))


def many(page: Page, number: int, *, findings: int = 100) -> Page:
    """Return the page of so many copies of an article: one without findings, one with notes alone, and so on to all of them."""
    (article,), result = page.articles, page.report.result
    own = [finding for finding in result.findings if finding.article_id]
    known = [finding for finding in result.findings if not finding.article_id]
    articles, shown, coverage, reach, days, unjudged = [], [], [], [], [], []
    for n in range(number):
        key = f"desk/{article.article_id}-{n:04}"
        people = (f"Person {n % 7}", *(f"Person {n}-{m}" for m in range(6)))
        articles.append(replace(article, article_id=key, title=f"A talk of the town {n:04}", people=people))
        # The worst come first, so that the last so many are the mildest.
        kept = own[max(0, len(own) - n) :][:findings]
        shown += [replace(finding, article_id=key, key=f"{n}/{finding.key}") for finding in kept]
        coverage += [replace(one, article_id=key) for one in result.coverage if one.article_id]
        reach += [replace(one, article_id=key) for one in result.articles]
        days += [replace(one, article_id=key) for one in result.timeline]
        unjudged += [(claim, key) for claim, _ in result.unjudged]
    told = replace(
        result, findings=(*shown, *known), coverage=(*coverage, *(c for c in result.coverage if not c.article_id)),
        articles=tuple(reach), timeline=tuple(days), unjudged=tuple(unjudged),
    )  # fmt: skip
    return replace(page, articles=tuple(articles), report=replace(page.report, result=told))


def steady(page: Page) -> Page:
    """Return a page without what changes with every version of program and rules."""
    report = replace(page.report, package_version="0", package_digest="sha256:0", rules_digest="sha256:1", program_version="0", rules=())
    return replace(page, report=report)
