"""What people decided about findings: waivers accept them, responses object to them. Both last only as long as the evidence."""

from __future__ import annotations

from dataclasses import replace

from corrigenda.engine.tables import Tables
from corrigenda.results.finding import Finding
from corrigenda.results.response import Response
from corrigenda.values.edtf import iso, ordinal, parse_edtf


def apply_waivers(findings: list[Finding], tables: Tables, as_of: str | None, ran: set[str]) -> tuple[list[Finding], tuple[str, ...]]:
    """Mark the findings that a waiver covers, and say which waivers lapsed, expired or are not used.

    Only a waiver of a rule that ran can be called unused.
    """
    if "waivers" not in tables.lines:
        return findings, ()
    notes = []
    by_id = {finding.fingerprint: position for position, finding in enumerate(findings)}
    result = list(findings)
    for row in tables.query('SELECT finding_id, evidence_digest, reason, "by", until FROM waivers ORDER BY finding_id'):
        position = by_id.get(row["finding_id"])
        if position is None:
            if row["finding_id"].split(":")[0] in ran:
                notes.append(f"the waiver of {row['finding_id']} is not used: there is no such finding")
            continue
        last = parse_edtf(row["until"]).last if row["until"] else None
        if result[position].evidence_digest != row["evidence_digest"]:
            notes.append(
                f"the waiver of {row['finding_id']} lapsed: the evidence changed; its digest is now {result[position].evidence_digest}"
            )
        elif last is not None and as_of and ordinal(as_of) > last:
            notes.append(f"the waiver of {row['finding_id']} expired on {iso(last)}")
        else:
            result[position] = result[position].waive(f"{row['reason']} ({row['by']})")
    return result, tuple(notes)


def attach_responses(findings: list[Finding], tables: Tables, ran: set[str]) -> tuple[list[Finding], tuple[str, ...]]:
    """Attach every response to its finding, and say which ones have none, or were given to other evidence.

    A response removes nothing. Only a response to a rule that ran can be said to have no finding.
    """
    if "responses" not in tables.lines:
        return findings, ()
    notes = []
    by_id = {finding.fingerprint: position for position, finding in enumerate(findings)}
    result = list(findings)
    for row in tables.query("SELECT * FROM responses ORDER BY received, response_id"):
        position = by_id.get(row["finding_id"])
        if position is None:
            if row["finding_id"].split(":")[0] in ran and row["outcome"] == "open":
                notes.append(f"the response {row['response_id']} is open, and there is no finding {row['finding_id']} any more")
            continue
        finding = result[position]
        is_current = finding.evidence_digest == row["evidence_digest"]
        if not is_current and row["outcome"] == "open":
            notes.append(f"the response {row['response_id']} is open, and the evidence of {row['finding_id']} has changed since")
        response = Response(
            row["by"], row["standing"], row["received"], row["statement"], row["url"], row["outcome"], row["note"], is_current
        )
        result[position] = replace(finding, responses=(*finding.responses, response))
    return result, tuple(notes)
