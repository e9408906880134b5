"""The chain of sources behind a finding: from the article to its end, whole, and once round a circle."""

from __future__ import annotations

from pathlib import Path

import pytest
from packages import append_row, read_table, small_package, write_table

from corrigenda.checking.chains import trace_chains
from corrigenda.engine.tables import load
from corrigenda.package.package import open_package
from corrigenda.results.finding import Finding, Place, Severity, Verdict

LINKS = {"a": "", "b": "a", "c": "b", "d": "", "x": "y", "y": "x"}


@pytest.mark.parametrize(
    ("ends", "chains"),
    [
        (["d"], []),
        (["a"], []),
        (["c"], [["a", "b", "c"]]),
        (["b", "c", "d"], [["a", "b", "c"]]),
        (["x"], [["y", "x"]]),
        (["c", "x"], [["a", "b", "c"], ["y", "x"]]),
    ],
)
def test_a_chain_leads_from_the_article_to_its_end(ends: list[str], chains: list[list[str]], tmp_path: Path) -> None:
    root = small_package(tmp_path)
    header, _ = read_table(root, "attributions")
    write_table(root, "attributions", header, [])
    for key, via in LINKS.items():
        append_row(root, "attributions", attribution_id=f"art/{key}", claim_id="art/meets", passage_id="art/01.01", start="0", end="20",
                   naming="anonymous", described="officials", verb="said", via=via and f"art/{via}")  # fmt: skip
    places = tuple(Place("attributions", "data/said/attributions.csv", 2, f"art/{key}", "naming", "anonymous", "basis") for key in ends)
    finding = Finding("anonymous-chain", "art/meets", Verdict.CERTAIN, Severity.NOTE, "article", "art", "art/meets", "It rests.", places)
    with load(open_package(root)) as tables:
        assert tables.problems == ()
        found = trace_chains(tables, (finding,)).get(finding.fingerprint, ())
    assert [[place.row.removeprefix("art/") for place in chain] for chain in found] == chains
    lines = {f"art/{key}": number for number, key in enumerate(LINKS, 2)}
    assert all((place.field, place.value, place.line) == ("described", "officials", lines[place.row]) for chain in found for place in chain)
