"""A draft is never certain: whatever is marked, no finding under which a draft is found is certain, and none of the others is lowered."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from packages import copy_package

from corrigenda.checking.rulebook.catalogue import catalogue
from corrigenda.checking.runner import check
from corrigenda.engine.tables import load
from corrigenda.package.drafts import Key, find_dependents, find_drafts, mark_rows, remove_rows, write_marks
from corrigenda.package.package import Package, open_package
from corrigenda.package.substitute import amended
from corrigenda.package.tables.csv_file import read_rows
from corrigenda.report import render
from corrigenda.results.finding import Finding, Result, Severity
from corrigenda.tasks.checking.check import run_check

# All that is certain in the published package is found by these.
RULES = catalogue().select(
    ["office-outside-tenure", "scope-mismatch", "hedge-dropped", "year-missing", "undated-event", "romanisation-variant", "group-source",
     "reference-unconfirmed", "date-underdetermined"],
)  # fmt: skip
TENURE = "office-outside-tenure:tokyo-dome/hegseth-0301"


@pytest.fixture
def package(tmp_path: Path) -> Package:
    return open_package(copy_package(tmp_path))


def run(package: Package) -> Result:
    with load(package) as tables:
        return check(tables, RULES, timeline=False, is_folded=False)


def certain(result: Result) -> dict[str, Finding]:
    return {finding.fingerprint: finding for finding in result.findings if finding.verdict == "certain"}


def mark(package: Package, rows: Iterable[Key]) -> None:
    wanted = set(rows)
    tables = {name: read_rows(package.tables[name].file)[1] for name in {name for name, _ in wanted}}
    chosen = {name: [row for row in found if (name, row[package.tables[name].key[0]]) in wanted] for name, found in tables.items()}
    package.tables["drafts"].file.write_bytes(write_marks(package, ())["drafts"])
    package.tables["drafts"].file.write_bytes(mark_rows(package, chosen, "a test")["drafts"])
    assert find_drafts(package) == wanted


def all_rows(package: Package, *layers: str) -> list[Key]:
    return [(table.name, row[table.key[0]]) for table in package.layer(*layers) for row in read_rows(table.file)[1]]


def test_a_package_without_drafts_is_checked_once_and_says_nothing_of_them(package: Package, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corrigenda.checking.runner.lower_drafts", None)
    result = run(package)
    assert not any(finding.drafts for finding in result.findings)
    assert result.drafting.sentences == ()
    assert "draft" not in render(run_check(package.root, select=["year-missing"]).report, "text")


def test_a_drafted_basis_cell_lowers_and_is_named(package: Package) -> None:
    before = certain(run(package))
    mark(package, [("mentions", "tokyo-dome/hegseth-0301")])
    after = {finding.fingerprint: finding for finding in run(package).findings}
    told = after[TENURE]
    assert (told.shown_verdict, told.level) == ("possible (draft)", Severity.WARNING)
    assert told.doubt == "it rests on 1 drafted row that nobody has accepted ('Defense Secretary')"
    assert told.drafts == (("mentions", "tokyo-dome/hegseth-0301"),)
    assert before.keys() - certain(run(package)).keys() == {TENURE}


def test_a_row_that_a_basis_cell_points_at_lowers_as_well(package: Package) -> None:
    cells = next(row for row in read_rows(package.tables["mentions"].file)[1] if row["mention_id"] == "tokyo-dome/hegseth-0301")
    for table, field in (("events", "event_id"), ("claims", "claim_id"), ("offices", "office_id")):
        mark(package, [(table, cells[field])])
        told = next(finding for finding in run(package).findings if finding.fingerprint == TENURE)
        assert told.verdict == "possible", table
        assert (table, cells[field]) in told.drafts


def test_a_draft_that_is_no_place_lowers_what_is_not_certain_without_it(package: Package) -> None:
    """Nothing dates the call with Trudeau; a drafted statement about it is no place of the finding, and yet the finding rests on it."""
    found = certain(run(package))["undated-event:tokyo-dome/trump-trudeau-call"]
    places = {(place.table, place.row) for place in found.places}
    assert ("mentions", "tokyo-dome/trudeau-0802") not in {(p.table, p.row) for p in found.places if p.role == "basis"}
    rest = [key for key in all_rows(package, "said") if key[0] == "mentions" and key in places]
    mark(package, rest)
    told = next(finding for finding in run(package).findings if finding.fingerprint == found.fingerprint)
    assert (told.shown_verdict, told.doubt) == ("possible (draft)", "without the rows that are still drafts it is not certain")
    assert set(told.drafts) <= set(rest)
    assert told.drafts


@pytest.mark.parametrize("seed", range(4))
def test_no_certain_finding_rests_on_a_draft_whatever_is_drafted(package: Package, seed: int) -> None:
    drawn = random.Random(seed)
    rows = all_rows(package, "said", "known") if seed % 2 else all_rows(package, "said")
    # Whole tables, some rows of everything, or few rows.
    share = (0.02, 0.1, 0.3, 0.6)[seed]
    drafts = {key for key in rows if drawn.random() < share and key[0] not in ("articles", "passages", "sources", "kinds")}
    before = run(package)
    mark(package, drafts)
    result = run(package)
    assert {f.fingerprint for f in result.findings} == {f.fingerprint for f in before.findings}
    sure = certain(result)
    assert sure.keys() <= certain(before).keys()
    for finding in result.findings:
        rests = {(p.table, p.row) for p in finding.places if p.role == "basis"} & drafts
        assert not rests or (finding.verdict != "certain" and rests <= set(finding.drafts)), finding.fingerprint
        assert set(finding.drafts) <= drafts
        assert finding.is_drafted or not finding.drafts
        assert not finding.is_drafted or finding.verdict != "certain"
    # Whatever a person makes of the drafts, and be it that some are thrown away, what cannot be true stays so. (Not a note that
    # something is missing: drafts that clash bound no event, and each of them alone does.)
    clashing = {fingerprint for fingerprint, finding in sure.items() if finding.severity != Severity.NOTE}
    for _ in range(2):
        gone = {key for key in sorted(drafts) if drawn.random() < 0.5}
        with amended(package, remove_rows(package, gone | find_dependents(package, gone))) as other:
            assert clashing <= certain(run(other)).keys()


def test_claims_with_drafts_are_counted_apart(package: Package) -> None:
    (before,) = run_check(package.root).report.result.articles
    mark(package, [("claims", "tokyo-dome/agenda-support-broad"), ("mentions", "tokyo-dome/hegseth-0301")])
    report = run_check(package.root).report
    (after,) = report.result.articles
    # The mention stands in one claim, and its event in another.
    assert (before.drafted, after.drafted, after.claims) == (0, 3, before.claims)
    assert after.headline.endswith("3 are drafts that nobody has accepted.")
    said = "2 rows are drafts that nobody has accepted (claims 1, mentions 1); no finding that rests on them is certain."
    assert said in render(report, "text")
    document = json.loads(render(report, "json"))
    assert document["drafts"] == {"open": {"claims": 1, "mentions": 1}, "accepted": {}}
    shown = next(entry for entry in document["findings"] if entry["fingerprint"] == TENURE)
    assert shown["drafts"] == [{"table": "mentions", "row": "tokyo-dome/hegseth-0301"}]
    results = json.loads(render(report, "sarif"))["runs"][0]["results"]
    assert {r["partialFingerprints"]["corrigenda/v1"] for r in results if r["properties"]["draft"]} == {
        finding.fingerprint for finding in report.result.findings if finding.is_drafted
    }
    for form in ("text", "markdown", "github", "junit"):
        assert "possible (draft)" in render(report, form), form
