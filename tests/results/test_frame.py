"""A result as a frame and in a notebook."""

from __future__ import annotations

from dataclasses import replace

from pages import PAYLOAD, large_page

from corrigenda.results.finding import Result
from corrigenda.results.frame import COLUMNS, SHOWN


def test_a_frame_has_a_row_for_each_finding() -> None:
    result = large_page(4).report.result
    frame = result.to_frame()
    assert tuple(frame.columns) == COLUMNS == tuple(Result().to_frame().columns)
    assert frame["finding_id"].tolist() == [finding.fingerprint for finding in result.findings]
    assert frame["severity"].tolist() == [str(finding.level) for finding in result.findings]
    assert frame["claim"][0].startswith("Claim number ")
    assert frame["line"].tolist() == [finding.places[0].line for finding in result.findings]


def test_a_notebook_shows_findings_with_every_cell_escaped() -> None:
    result = large_page(SHOWN + 2).report.result
    first = replace(result.findings[0], message=PAYLOAD, printed="\u202eturned")
    for shown in (first._repr_html_(), replace(result, findings=(first, *result.findings[1:]))._repr_html_()):
        assert "<script" not in shown
        assert "&lt;script&gt;" in shown
        assert "\u202e" not in shown
    assert "<strong>1 finding</strong>" in first._repr_html_()
    assert "2 more findings." in result._repr_html_()
