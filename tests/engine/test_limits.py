"""Statements are bounded in time and memory, the program's own too, and what a limit stopped is said in every form."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from packages import ROOT, append_row, change_cell, small_package

from corrigenda import catalogue, check, open_package
from corrigenda.cli.main import main
from corrigenda.engine.limits import Limits
from corrigenda.engine.tables import Tables, load
from corrigenda.errors import LimitError
from corrigenda.report import FORMATS as ALL
from corrigenda.report.bounds import clip_finding
from corrigenda.report.findings.json import describe_finding

# A badge has no room for more than a number.
FORMATS = [name for name in ALL if not name.startswith("badge")]
ENDLESS = "SELECT count(*) AS n FROM range(1000000000) AS a, range(1000000000) AS b"


@pytest.fixture
def tables(tmp_path: Path) -> Tables:
    return load(open_package(small_package(tmp_path)))


def test_what_ends_is_not_stopped_and_the_next_one_runs(tables: Tables) -> None:
    with tables:
        tables.limits = Limits(0.2, 1 << 30)
        with pytest.raises(LimitError, match=r"takes longer than 0\.2 seconds and was stopped"):
            tables.run(ENDLESS)
        assert tables.run("SELECT count(*) FROM claims") == [(2,)]


def test_a_query_of_somebody_else_has_one_time_for_all_that_is_done_with_it(tables: Tables) -> None:
    """Before, to prepare it, to prepare it again and to run it had fifteen seconds each."""
    query = "SELECT count(*) AS n FROM range(2000000) AS rows WHERE rows.range % 7 = 0"
    with tables:
        tables.limits = Limits(15, 1 << 30)
        start = time.process_time()
        assert tables.columns(query, seconds=5) == {"n": "BIGINT"}
        assert tables.query(query, seconds=5) == [{"n": 285_715}]
        five_times = 5 * (time.process_time() - start)
        tables.query(query, seconds=five_times)
        with pytest.raises(LimitError, match=r"takes longer than .* seconds and was stopped"):
            [tables.query(query, seconds=five_times) for _ in range(200)]
        # Another query has its own.
        tables.query(query.replace("7", "8"), seconds=5)


def test_a_view_beyond_its_limit_stops_the_rules_that_read_it_and_no_others(tables: Tables) -> None:
    with tables:
        tables.limits = Limits(0.3, 1 << 30)
        tables.makers["member_terms"] = lambda: tables.run(f"CREATE TABLE member_terms AS {ENDLESS}")
        tables.makers["mention_terms"] = lambda: tables.run("CREATE TABLE mention_terms AS SELECT * FROM member_terms")
        for _ in range(2):
            with pytest.raises(LimitError, match=r"its query reads the table mention_terms, which takes longer than 0\.3 seconds"):
                tables.run("SELECT * FROM mention_terms JOIN member_terms USING (n)")
        assert tables.run("SELECT count(*) FROM claims") == [(2,)]


def test_a_timeline_beyond_its_limit_stops_the_rules_that_read_it_and_no_others() -> None:
    with load(open_package(ROOT)) as tables:
        tables.limits = Limits(0.3, 1 << 30)
        tables.makers["bounded_names"] = lambda: tables.run(f"CREATE TABLE bounded_names AS {ENDLESS}")
        result = check(tables, catalogue().select(["impossible-timeline", "fits-only-misdated", "year-missing"]))
    assert {name for name, _ in result.not_run} == {"impossible-timeline", "fits-only-misdated"}
    assert result.timeline == ()


def test_nothing_is_put_onto_the_disk(tables: Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    with tables:
        tables.connection.execute("SELECT 1")
        with pytest.raises(LimitError, match="needs more memory than there is"):
            tables.run("SELECT count(*) FROM (SELECT DISTINCT range, hash(range) FROM range(60000000))")
    assert sorted(tmp_path.rglob("*")) == before


def noisy_package(tmp_path: Path) -> Path:
    """Lay a package in which one rule has forty findings."""
    root = small_package(tmp_path)
    for number in range(40):
        span = {"passage_id": "art/01.01", "start": "0", "end": "20"}
        event = {"article_id": "art", "claim_id": "art/meets", "kind_id": "meeting", "label": "it begins", "tense": "past"}
        append_row(root, "events", event_id=f"art/zz{number:02}", **event, **span)
        append_row(
            root,
            "dates",
            date_id=f"art/zz{number:02}",
            event_id=f"art/zz{number:02}",
            kind="date",
            edtf="XXXX-03-01",
            as_printed="March 1",
            **span,
        )
    return root


def test_findings_beyond_the_limit_are_counted_and_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = noisy_package(tmp_path)
    rules = catalogue().select(["year-missing"])
    whole = check(root, rules)
    assert (len(whole.findings), whole.cut) == (40, ())
    monkeypatch.setattr("corrigenda.checking.limits._KEPT_OF_A_RULE", 30)
    result = check(root, rules)
    assert (len(result.findings), result.cut) == (30, (("year-missing", 10),))
    assert sum(entry.possible + entry.certain for entry in result.coverage) == 40
    monkeypatch.setattr("corrigenda.checking.limits._KEPT", 20)
    assert check(root, rules).cut == (("year-missing", 20),)


@pytest.mark.parametrize("name", [*FORMATS, "page"])
def test_every_form_says_how_much_it_does_not_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    root = noisy_package(tmp_path)
    monkeypatch.setattr("corrigenda.checking.limits._KEPT_OF_A_RULE", 30)
    for form in ("text", "json", "junit", "sarif", "gitlab"):
        monkeypatch.setattr(f"corrigenda.report.findings.{form}.FINDINGS", {"json" if form == "gitlab" else form: 20}, raising=True)
    monkeypatch.setattr("corrigenda.report.page.card.FINDINGS", {"page": 20})
    arguments = ["report", str(root), "--format", "markdown"] if name == "page" else ["check", str(root), "--format", name]
    shown = CliRunner().invoke(main, [*arguments, *(() if name == "page" else ("--select", "year-missing"))]).stdout
    assert "10 more findings of year-missing" in shown.replace("\\", "") or name.startswith("json")
    if name.startswith("json"):
        document = json.loads(shown if name == "json" else shown.splitlines()[0])
        assert document["cut"] == {"findings": {"year-missing": 10}, "not_shown": {"findings": 10}}
        assert shown.count('"fingerprint"') == 20
    elif name in ("text", "junit", "sarif", "gitlab"):
        assert "And 10 more findings; --select RULE shows those of a rule." in shown


def test_a_long_cell_is_shortened_in_what_is_shown_and_not_in_its_digest(tmp_path: Path) -> None:
    root = noisy_package(tmp_path)
    (finding, *_) = check(root, catalogue().select(["year-missing"])).findings
    place = replace(finding.places[0], value="x" * 2_000)
    long = replace(finding, message="m" * 2_000, places=(place, *finding.places[1:]))
    assert clip_finding(finding) is finding
    shown = clip_finding(long)
    assert shown.message == "m" * 1_000 + "… (and 1,000 more characters)"
    assert shown.places[0].value == "x" * 1_000 + "… (and 1,000 more characters)"
    assert describe_finding(replace(long, message="m" * 20_000))["message"].endswith("… (and 10,000 more characters)")
    assert describe_finding(long)["evidence_digest"] == long.evidence_digest


@pytest.mark.parametrize("name", FORMATS)
def test_every_form_says_which_rule_a_limit_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    root = small_package(tmp_path)
    monkeypatch.setattr("corrigenda.checking.runner.most_judged", lambda _: 0)
    told = CliRunner().invoke(main, ["check", str(root), "--format", name, "--select", "tense-mismatch"])
    assert "judges more than 0 rows" in told.stdout
    assert told.exit_code == 0
    assert CliRunner().invoke(main, ["check", str(root), "--select", "tense-mismatch", "--fail-on", "certain"]).exit_code == 1


def test_what_a_limit_cut_is_not_committed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = noisy_package(tmp_path)
    before = {file: file.read_bytes() for file in root.rglob("*.csv")}
    monkeypatch.setattr("corrigenda.checking.limits._KEPT_OF_A_RULE", 30)
    told = CliRunner().invoke(main, ["check", str(root), "--write"])
    assert told.exit_code == 2
    assert "year-missing found 10 more than can be kept\ndata/found was not written\n" in told.stderr
    assert {file: file.read_bytes() for file in root.rglob("*.csv")} == before


def test_a_finding_keeps_so_many_cells_and_counts_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small_package(tmp_path)
    change_cell(root, "tenures", "land/minister/ben", "start", "2021-01-01")
    rules = catalogue().select(["tenures-overlap"])
    (finding,) = check(root, rules).findings
    monkeypatch.setattr("corrigenda.checking.findings.evidence._PLACES", 1)
    (cut,) = check(root, rules).findings
    assert (len(cut.places), cut.more_places) == (1, len(finding.places) - 1)
    finding = cut
    assert finding.evidence_digest != replace(finding, more_places=0).evidence_digest
