"""Findings as a frame and as the display of a notebook; pandas loads on use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from corrigenda.values.wording import count, visible

COLUMNS = (
    "finding_id", "rule", "severity", "verdict", "subject", "article_id", "claim", "printed", "message", "doubt", "to_repair", "file",
    "line", "field", "value", "sources", "waived",
)  # fmt: skip
SHOWN = 50


def make_frame(findings: Sequence[Any], statements: Mapping[str, str]) -> Any:
    """Return a frame of pandas with a row for each finding; raises ModuleNotFoundError where pandas is not installed."""
    import pandas

    return pandas.DataFrame([_row(finding, statements) for finding in findings], columns=list(COLUMNS))


def _row(finding: Any, statements: Mapping[str, str]) -> tuple[Any, ...]:
    place = finding.places[0] if finding.places else None
    return (
        finding.fingerprint, finding.rule, str(finding.level), finding.shown_verdict, finding.subject, finding.article_id,
        statements.get(finding.claim_id or ""), finding.printed, finding.message, finding.doubt,
        finding.repairs[0].allows if finding.repairs else None, place and place.path, place and place.line, place and place.field,
        place and place.value, "; ".join(map(str, finding.sources)), finding.waived,
    )  # fmt: skip


def show_html(findings: Sequence[Any]) -> str:
    """Return findings as a table of HTML, with every cell escaped.

    >>> show_html(())
    '<p><strong>0 findings</strong></p>'
    """
    head = "".join(f"<th>{name}</th>" for name in ("Severity", "Verdict", "Rule", "Finding", "Printed", "Place"))
    rows = "".join(f"<tr>{''.join(f'<td>{escape(visible(cell))}</td>' for cell in _cells(finding))}</tr>" for finding in findings[:SHOWN])
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>" if findings else ""
    more = f"<p>{count(len(findings) - SHOWN, 'more finding')}.</p>" if len(findings) > SHOWN else ""
    return f"<p><strong>{count(len(findings), 'finding')}</strong></p>{table}{more}"


def _cells(finding: Any) -> tuple[str, ...]:
    place = str(finding.places[0]) if finding.places else ""
    return str(finding.level), str(finding.shown_verdict), str(finding.rule), str(finding.message), str(finding.printed or ""), place
