"""Where the rows are at which findings point that were made without the files of the package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corrigenda.checking.findings.evidence import point_at
from corrigenda.engine.tables import Tables
from corrigenda.results.finding import Finding, Place


def locate(tables: Tables, findings: Sequence[Finding]) -> list[Finding]:
    """Return findings with the line and the region of each place."""
    wanted: dict[str, dict[str, set[str]]] = {}
    for finding in findings:
        for place in finding.places:
            wanted.setdefault(place.table, {}).setdefault(place.row, set()).add(place.field)
    found: dict[tuple[str, str, str], Place] = {}
    for name, rows in sorted(wanted.items()):
        text = tables.package.tables[name].file.read_text("utf-8").split("\n")
        for key, cells in tables.rows(name, rows).items():
            found |= {(name, key, place.field): place for place in point_at(tables, name, cells, rows[key], "", text)}
    return [
        replace(finding, places=tuple(replace(found[one.table, one.row, one.field], role=one.role) for one in finding.places))
        for finding in findings
    ]
