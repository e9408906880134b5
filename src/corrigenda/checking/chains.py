"""Chains of sources behind findings: through whom a claim reached the article, from the article to the end."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from corrigenda.checking.findings.evidence import point_at
from corrigenda.engine.tables import Tables
from corrigenda.results.finding import Finding, Place

Chains = dict[str, tuple[tuple[Place, ...], ...]]
TABLE = "attributions"
# What names a source, the plainest first.
_NAMES = ("actor_id", "described", "verb")


def trace_chains(tables: Tables, findings: Iterable[Finding]) -> Chains:
    """Return by fingerprint the chains that a finding rests on, each from the article to its end; one of a single link is none.

    A circle is followed once.
    """
    ends = {
        finding.fingerprint: list(dict.fromkeys(place.row for place in finding.places if (place.table, place.role) == (TABLE, "basis")))
        for finding in findings
    }
    rows = _read_links(tables, {row for wanted in ends.values() for row in wanted})
    # Once for all links: thousands of them are in one file.
    lines = tables.package.tables[TABLE].file.read_text("utf-8").split("\n") if rows else []
    chains: Chains = {}
    for fingerprint, wanted in ends.items():
        found = [chain for row in wanted if len(chain := _follow(rows, row)) > 1]
        # A link in the middle of a chain has no chain of its own.
        whole = [chain for chain in found if not any(set(chain) < set(other) for other in found)]
        if whole:
            chains[fingerprint] = tuple(tuple(_place(tables, rows, row, lines) for row in chain) for chain in dict.fromkeys(whole))
    return chains


def _read_links(tables: Tables, keys: set[str]) -> dict[str, dict[str, Any]]:
    """Return these attributions by key with those through which they reach the article."""
    rows: dict[str, dict[str, Any]] = {}
    while keys:
        found = tables.rows(TABLE, keys)
        rows |= found
        keys = {row["via"] for row in found.values() if row.get("via")} - rows.keys()
    return rows


def _follow(rows: dict[str, dict[str, Any]], end: str) -> tuple[str, ...]:
    links: list[str] = []
    key: str | None = end
    while key and key not in links:
        links.append(key)
        key = rows[key].get("via")
    return tuple(reversed(links))


def _place(tables: Tables, rows: dict[str, dict[str, Any]], key: str, lines: list[str]) -> Place:
    field = next((name for name in _NAMES if rows[key].get(name)), _NAMES[-1])
    return next(point_at(tables, TABLE, rows[key], (field,), "context", lines))
