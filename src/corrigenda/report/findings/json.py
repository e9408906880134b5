"""Findings as JSON, with what is needed to tell whether article, reference or rules changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from typing import Any

from corrigenda.report.bounds import ENTRIES, FINDINGS, LONG, clip_finding, clip_texts, head
from corrigenda.report.model import Report
from corrigenda.results.finding import Finding, State
from corrigenda.results.reliability import Reliability
from corrigenda.values.wording import escape_json, write_json

FORMAT_VERSION = "1"
_LISTS = {"coverage": "coverage", "article_coverage": "articles", "undecided": "undecided", "unjudged_claims": "unjudged"}
# Below so much coverage, loading another library costs more than it saves.
_MANY = 2_000
# Entries of a list that are written at once.
_AT_ONCE = 5_000


def render_json(report: Report) -> str:
    """Render everything a run found; the form is versioned by `format_version`, and formats/findings.schema.json describes it."""
    return write_json(describe_report(report)) if len(report.result.coverage) < _MANY else "".join(_write_pieces(report))


def _write_pieces(report: Report) -> Iterator[str]:
    """Yield the same text piece by piece: of an archive, all of its plain data at once would take more memory than what was found."""
    start = "{"
    for name, value in _describe(report).items():
        yield f'{start}\n  "{name}": '
        start = ","
        if not isinstance(value, Iterator):
            yield _indent(value)
            continue
        opening = "["
        while entries := list(islice(value, _AT_ONCE)):
            yield opening + _indent(entries)[1 : -len("\n  ]")]
            opening = ","
        yield "[]" if opening == "[" else "\n  ]"
    yield "\n}"


def _indent(value: object) -> str:
    """Write a value as it is one level deep."""
    # Indented, the standard library writes in Python: it takes a second for some thousand articles.
    import msgspec

    return escape_json(msgspec.json.format(msgspec.json.encode(value), indent=2).decode()).replace("\n", "\n  ")


def describe_report(report: Report) -> dict[str, Any]:
    """Return everything a run found as plain data."""
    return {name: list(value) if isinstance(value, Iterator) else value for name, value in _describe(report).items()}


def _describe(report: Report) -> dict[str, Any]:
    """Return everything a run found as plain data, with what there is much of entry by entry."""
    result, states = report.result, report.states()
    shown = result.findings[: FINDINGS["json"]]
    return {
        "format_version": FORMAT_VERSION,
        "package": {"name": report.package, "version": report.package_version, "digest": report.package_digest},
        "reference": report.reference,
        "rules": {"digest": report.rules_digest, "run": [rule.name for rule in report.rules]},
        "program": {"name": "corrigenda", "version": report.program_version},
        "findings": (
            describe_finding(finding, report.reliability.get(finding.rule))
            | _state(states.get(finding.fingerprint))
            | _because(report.causes(finding.fingerprint))
            for finding in shown
        ),
        "problems": [asdict(problem) for problem in report.problems],
        "remarks": list(report.remarks),
        "gone": None if report.earlier is None else [asdict(one) | _because(report.causes(one.fingerprint)) for one in report.gone],
        "coverage": (
            {
                "rule": c.rule,
                "article_id": c.article_id,
                "judged": c.judged,
                "certain": c.certain,
                "possible": c.possible,
                "consistent": c.consistent,
                "undecided": c.undecided,
                "claims_decided": c.claims_decided,
                "claims_undecided": c.claims_undecided,
                "reasons": dict(c.reasons),
            }
            for c in result.coverage[:ENTRIES]
        ),
        "article_coverage": (
            {**vars(a), "claims": a.claims, "share": round(a.share, 4), "headline": a.headline, "meaning": a.meaning}
            for a in result.articles[:ENTRIES]
        ),
        "undecided": (clip_texts(vars(entry)) for entry in result.undecided[:ENTRIES]),
        "left_out": {
            "findings": dict(sorted(Counter(finding.rule for finding in result.left_out).items())),
            "undecided": dict(sorted(Counter(entry.rule for entry in result.left_undecided).items())),
        },
        "unjudged_claims": [claim for claim, _ in result.unjudged[:ENTRIES]],
        "not_run": dict(result.not_run),
        "cut": {
            "findings": dict(result.cut),
            "not_shown": {
                name: more
                for name, more in (
                    ("findings", head(result.findings, FINDINGS["json"])[1]),
                    *((name, head(getattr(result, kept), ENTRIES)[1]) for name, kept in _LISTS.items()),
                )
                if more
            },
        },
        "waivers": list(result.waiver_notes),
        "responses": list(result.response_notes),
        "rows": result.rows,
        "drafts": {"open": dict(result.drafting.open), "accepted": dict(result.drafting.accepted)},
        "reliability": {rule: asdict(measured) for rule, measured in sorted(report.reliability.items())},
    }


def _state(state: State | None) -> dict[str, str]:
    return {"state": state} if state else {}


def _because(causes: tuple[str, ...]) -> dict[str, list[str]]:
    return {"because": list(causes)} if causes else {}


def describe_finding(finding: Finding, reliability: Reliability | None = None) -> dict[str, Any]:
    """Return one finding as plain data, with what was measured of its rule in words."""
    digest, finding = finding.evidence_digest, clip_finding(finding, LONG)
    return {
        "rule": finding.rule,
        "verdict": finding.verdict,
        "severity": finding.severity,
        "shown_as": finding.level,
        "subject": finding.subject,
        "article_id": finding.article_id,
        "claim_id": finding.claim_id,
        "message": finding.message,
        "doubt": finding.doubt,
        "printed": finding.printed,
        "sources": [dict(vars(source)) for source in finding.sources],
        "places": [{**vars(place), "region": place.region and dict(vars(place.region))} for place in finding.places],
        "more_places": finding.more_places,
        "repairs": [{"table": r.table, "row": r.row, "field": r.field, "value": r.value, "allows": r.allows} for r in finding.repairs],
        "reliability": str(reliability) if reliability else None,
        "waived": finding.waived,
        "folded": list(finding.folded),
        "is_drafted": finding.is_drafted,
        "drafts": [{"table": table, "row": row} for table, row in finding.drafts],
        "responses": [asdict(response) for response in finding.responses],
        "evidence_digest": digest,
        "fingerprint": finding.fingerprint,
    }
