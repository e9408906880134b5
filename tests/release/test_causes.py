"""Findings that come and go between two states, and why."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from packages import change_cell, copy_package, read_table, write_table
from states import run

import corrigenda
from corrigenda.cli.main import main


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the published package with data/found as this program gives it."""
    root = copy_package(tmp_path_factory.mktemp("written"))
    assert CliRunner().invoke(main, ["check", str(root), "--write"]).exit_code == 0
    return root


def _changed(written: Path, tmp_path: Path) -> Path:
    new = tmp_path / "changed"
    shutil.copytree(written, new)
    return new


def test_a_changed_article_is_named_behind_its_findings(written: Path, tmp_path: Path) -> None:
    new = _changed(written, tmp_path)
    change_cell(new, "dates", "tokyo-dome/announced-may-2024", "edtf", "2025-05")
    CliRunner().invoke(main, ["check", str(new), "--write"])
    findings = {finding.finding_id: finding for finding in corrigenda.diff(written, new).findings}
    gone = findings["office-outside-tenure:tokyo-dome/hegseth-0301"]
    assert (gone.state, gone.before, gone.after) == ("gone", "certain", None)
    assert gone.why == ("article: dates tokyo-dome/announced-may-2024 edtf '2024-05' → '2025-05'",)
    text = run(written, new).stdout
    assert "finding gone: office-outside-tenure:tokyo-dome/hegseth-0301 (certain): Pete Hegseth does not fit" in text
    assert "  because article: dates tokyo-dome/announced-may-2024 edtf '2024-05' → '2025-05'\n" in text


def test_a_changed_reference_is_named_behind_its_findings(written: Path, tmp_path: Path) -> None:
    new = _changed(written, tmp_path)
    change_cell(new, "tenures", "us/secretary-of-defense/pete-hegseth", "start", "2025-01-26")
    CliRunner().invoke(main, ["check", str(new), "--write"])
    findings = {finding.finding_id: finding for finding in corrigenda.diff(written, new).findings}
    changed = findings["office-outside-tenure:tokyo-dome/hegseth-0301"]
    assert changed.state == "changed"
    assert "reference: tenures us/secretary-of-defense/pete-hegseth start '2025-01-25' → '2025-01-26'" in changed.why


def test_a_changed_rule_is_named_behind_its_findings(written: Path, tmp_path: Path) -> None:
    new = _changed(written, tmp_path)
    header, rows = read_table(new, "inputs")
    row = next(row for row in rows if row[:2] == ["rule", "office-outside-tenure"])
    row[2] = "0" * 16
    write_table(new, "inputs", header, rows)
    change_cell(new, "findings", "office-outside-tenure:tokyo-dome/hegseth-0301", "verdict", "possible")
    (finding,) = corrigenda.diff(written, new).findings
    assert finding.why == ("rule: office-outside-tenure is another query",)
    assert (finding.state, finding.before, finding.after) == ("changed", "certain", "possible")


def test_a_finding_that_rests_on_another_row_says_what_else_changed(written: Path, tmp_path: Path) -> None:
    new = _changed(written, tmp_path)
    change_cell(new, "sources", read_table(new, "sources")[1][0][0], "title", "Another title")
    change_cell(new, "findings", "office-outside-tenure:tokyo-dome/hegseth-0301", "message", "reads otherwise")
    (finding,) = corrigenda.diff(written, new).findings
    assert len(finding.why) == 1
    assert finding.why[0].startswith("reference: sources ")
    assert finding.why[0].endswith("→ 'Another title'")
