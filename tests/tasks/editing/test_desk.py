"""What a desk keeps by hand: waivers that must not outlive their reason, and responses shown beside a finding."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from click.testing import CliRunner
from packages import append_row, change_cell, copy_package, read_table

from corrigenda.cli.main import main
from corrigenda.results.finding import Finding
from corrigenda.tasks.checking.check import run_check
from corrigenda.tasks.checking.run import Run
from corrigenda.tasks.editing.desk import add_response, add_waiver

WAIVED = "office-outside-tenure:tokyo-dome/hegseth-0301"
RULE = "office-outside-tenure"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_package(tmp_path)


def run(root: Path, as_of: str | None = None) -> Run:
    return run_check(root, select=[RULE], as_of=as_of)


def finding(root: Path, fingerprint: str = WAIVED) -> Finding:
    return next(f for f in run(root).report.result.findings if f.fingerprint == fingerprint)


def state_of(root: Path) -> dict[str, str]:
    return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted((root / "data").rglob("*")) if file.is_file()}


def test_a_waived_finding_fails_nothing_and_is_counted(root: Path) -> None:
    assert run(root).exit_code("certain") == 1
    assert add_waiver(root, WAIVED, "The year is settled by letter.", "the desk") == f"data/waivers.csv: added {WAIVED}"
    after = run(root)
    assert after.exit_code("certain") == 0
    assert after.report.waived == 1
    assert finding(root).waived == "The year is settled by letter. (the desk)"
    assert after.report.result.waiver_notes == ()


def test_a_waiver_lapses_when_the_evidence_changes_and_can_be_renewed(root: Path) -> None:
    add_waiver(root, WAIVED, "Settled.", "the desk")
    change_cell(root, "dates", "tokyo-dome/announced-may-2024", "edtf", "2024-06")
    told = run(root)
    assert told.exit_code("certain") == 1
    assert [note.split(":")[0:2] for note in told.report.result.waiver_notes] == [
        ["the waiver of office-outside-tenure", "tokyo-dome/hegseth-0301 lapsed"]
    ]
    assert add_waiver(root, WAIVED, "Settled again.", "the desk").endswith(f"renewed {WAIVED}")
    assert run(root).exit_code("certain") == 0
    assert len(read_table(root, "waivers")[1]) == 1


def test_a_waiver_without_a_finding_is_told_only_where_its_rule_ran(root: Path) -> None:
    append_row(root, "waivers", finding_id=f"{RULE}:tokyo-dome/nobody", evidence_digest="0" * 16, reason="x", by="y")
    assert run(root).report.result.waiver_notes == (f"the waiver of {RULE}:tokyo-dome/nobody is not used: there is no such finding",)
    assert run_check(root, select=["year-missing"]).report.result.waiver_notes == ()


@pytest.mark.parametrize(("day", "waived"), [("2026-05-31", 1), ("2026-06-01", 0), (None, 1)])
def test_a_waiver_holds_through_its_last_day(root: Path, day: str | None, waived: int) -> None:
    add_waiver(root, WAIVED, "Until the answer comes.", "the desk", until="2026-05")
    told = run(root, day)
    assert told.report.waived == waived
    assert bool(told.report.result.waiver_notes) is not bool(waived)


def test_the_clock_changes_no_file_but_output_and_exit_code(root: Path) -> None:
    add_waiver(root, WAIVED, "Until the answer comes.", "the desk", until="2026-05")
    run_check(root, write=True, as_of="2026-05-01")
    before = state_of(root)
    run_check(root, write=True, as_of="2030-01-01")
    assert state_of(root) == before
    assert run_check(root, locked=True, as_of="2026-05-01").exit_code() == 0
    assert run_check(root, locked=True, as_of="2030-01-01").exit_code() == 1


def test_a_response_stands_beside_its_finding_and_removes_nothing(root: Path) -> None:
    cells = {"response_id": "r1", "by": "Ada", "standing": "named", "received": "2026-03-20", "statement": "She was not there."}
    assert add_response(root, WAIVED, **cells) == "data/responses.csv: added r1"
    told = run(root)
    assert told.exit_code("certain") == 1
    [response] = finding(root).responses
    assert str(response) == "Ada (named, 2026-03-20): She was not there. [open]"
    assert response.is_current
    for format_ in ("text", "markdown", "json"):
        shown = CliRunner().invoke(main, ["check", str(root), "--select", RULE, "--format", format_]).stdout
        assert "She was not there." in shown


def test_an_open_response_to_other_evidence_is_told(root: Path) -> None:
    cells = {"by": "Ada", "standing": "named", "received": "2026-03-20", "statement": "No."}
    add_response(root, WAIVED, response_id="r1", **cells)
    change_cell(root, "dates", "tokyo-dome/announced-may-2024", "edtf", "2024-06")
    assert run(root).report.result.response_notes == (f"the response r1 is open, and the evidence of {WAIVED} has changed since",)
    assert not finding(root).responses[0].is_current
    change_cell(root, "dates", "tokyo-dome/announced-may-2024", "edtf", "2025-06")
    assert run(root).report.result.response_notes == (f"the response r1 is open, and there is no finding {WAIVED} any more",)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"finding": f"{RULE}:nobody"}, "There is no finding"),
        ({"finding": f"{WAIVED}x"}, f"is {WAIVED} meant?"),
        ({"finding": "no-such-rule:x"}, "There is no rule"),
        ({"received": "yesterday"}, "data/responses.csv: received: 'yesterday' is not EDTF"),
        ({"received": ""}, "received: is empty; expected a value"),
        ({"statement": ""}, "statement: is empty; expected a value"),
        ({"by": "x" * 1_000_001}, "by: has 1,000,001 characters"),
        ({"statement": "word " * 41}, "has 41 words; expected 40 at most"),
        ({"response_id": "A key!"}, "response_id: is 'A key!'; expected text that matches"),
        ({"statement": "a\x1b[2Jb"}, "cannot be printed"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence(root: Path, change: dict[str, str], words: str) -> None:
    cells = {"response_id": "r1", "by": "Ada", "standing": "named", "received": "2026-03-20", "statement": "No.", **change}
    fingerprint = cells.pop("finding", WAIVED)
    named = {"response_id": "--id", "by": "--by", "standing": "--as", "received": "--received", "statement": "--statement"}
    options = [part for name, value in cells.items() for part in (named[name], value)]
    before = state_of(root)
    told = CliRunner().invoke(main, ["respond", fingerprint, *options, "--package", str(root)])
    assert told.exit_code == 2
    assert words in told.stderr
    assert state_of(root) == before


def test_a_key_of_a_response_is_used_once(root: Path) -> None:
    cells = {"response_id": "r1", "by": "Ada", "standing": "named", "received": "2026-03-20", "statement": "No."}
    add_response(root, WAIVED, **cells)
    told = CliRunner().invoke(
        main,
        ["respond", WAIVED, "--id", "r1", "--by", "B", "--as", "other", "--received", "2026", "--statement", "x", "--package", str(root)],
    )
    assert told.exit_code == 2
    assert "the key 'r1' is taken" in told.stderr
