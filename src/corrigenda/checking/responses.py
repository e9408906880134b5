"""Responses: what people and publishers named in a finding object, shown beside it. A response removes nothing."""

from __future__ import annotations

from dataclasses import replace

from corrigenda.engine.tables import Tables
from corrigenda.results.finding import Finding, Response


def attach_responses(findings: list[Finding], tables: Tables, ran: set[str]) -> tuple[list[Finding], tuple[str, ...]]:
    """Put every response beside its finding, and say which ones have none, or were given to other evidence.

    Only a response to a rule that ran can be said to have no finding.
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
        told = Response(row["by"], row["standing"], row["received"], row["statement"], row["url"], row["outcome"], row["note"], is_current)
        result[position] = replace(finding, responses=(*finding.responses, told))
    return result, tuple(notes)
