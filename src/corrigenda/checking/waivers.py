"""Waivers: findings that a person accepts, as long as the evidence stays the same."""

from __future__ import annotations

from corrigenda.engine.tables import Tables
from corrigenda.results.finding import Finding
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
