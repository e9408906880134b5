"""Confirmed cells compared with the profile of a release that the program wrote itself."""

from __future__ import annotations

from pathlib import Path

from packages import change_cell, copy_package, read_table

from corrigenda.package.package import open_package
from corrigenda.release.profile import profile, write_profile
from corrigenda.tasks.checking.check import run_check

RULE = "confirmed-unlike-release"


def test_a_plain_check_names_a_confirmed_cell_that_was_overwritten(tmp_path: Path) -> None:
    root = copy_package(tmp_path)
    write_profile(profile(open_package(root)), root / "data" / "baseline.json")
    assert run_check(root, select=[RULE], about="all").report.result.findings == ()
    header, rows = read_table(root, "tenures")
    start, flag = header.index("start"), header.index("start_confirmed")
    key = next(row[0] for row in rows if row[start] and row[flag] == "true")
    change_cell(root, "tenures", key, "start", "1801-02-03")
    (finding,) = run_check(root, select=[RULE], about="all").report.result.findings
    assert (finding.key, finding.subject, finding.verdict) == (f"tenures.start {key}", "reference", "certain")
    assert "3 February 1801" in finding.message
    change_cell(root, "tenures", key, "start_confirmed", "false")
    assert run_check(root, select=[RULE], about="all").report.result.findings == ()


def test_a_profile_that_cannot_be_read_lets_the_rule_say_so(tmp_path: Path) -> None:
    root = copy_package(tmp_path)
    (root / "data" / "baseline.json").write_text("{", "utf-8")
    result = run_check(root, select=[RULE]).report.result
    assert result.not_run == ((RULE, "the package has no table data/baseline.json that can be read"),)
    (root / "data" / "baseline.json").unlink()
    result = run_check(root, select=[RULE]).report.result
    assert (result.not_run, result.findings) == ((), ())
