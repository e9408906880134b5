"""The committed state: written, compared, and named where it is stale."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from packages import change_cell, edit_json, path_of, read_table, snapshot

from corrigenda.checking.findings.found_tables import Stale, file_facts
from corrigenda.cli.main import main

ANNOUNCED = "tokyo-dome/announcement-2024-05"


def run(root: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["check", str(root), "--as-of", "2026-03-19", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def printed_date(root: Path) -> str:
    """Return the key of the row that dates the announcement."""
    header, rows = read_table(root, "dates")
    return next(row[0] for row in rows if row[header.index("edtf")] == "2024-05")


def test_the_committed_state_is_what_a_fresh_run_gives(package: Path) -> None:
    result = run(package, "--locked")
    assert result.exit_code == 0, result.stderr
    assert "is up to date" in result.stderr


def test_writing_twice_changes_nothing_the_second_time(package: Path) -> None:
    run(package, "--write")
    before = snapshot(package)
    assert "up to date" in run(package, "--write").stderr
    assert snapshot(package) == before


def test_a_package_from_before_there_were_drafts_is_written_as_it_was(package: Path) -> None:
    """Its coverage has no column of drafted claims, and it has neither table of drafts."""
    edit_json(package / "schemas" / "found" / "article_coverage.json", lambda schema: schema["fields"].pop())
    marks = ("drafts", "readings")
    edit_json(package / "datapackage.json", lambda d: d.update(resources=[r for r in d["resources"] if r["name"] not in marks]))
    result = run(package, "--write")
    assert result.exit_code == 0, result.stderr
    header, rows = read_table(package, "article_coverage")
    assert "drafted" not in header
    assert len(rows[0]) == len(header)


def test_the_day_of_the_run_is_not_in_the_result(package: Path) -> None:
    run(package, "--write")
    before = snapshot(package)
    CliRunner().invoke(main, ["check", str(package), "--write", "--as-of", "2031-01-01"])
    assert snapshot(package) == before


def test_a_changed_cell_is_named_with_the_findings_that_change(package: Path) -> None:
    key = printed_date(package)
    line = change_cell(package, "dates", key, "edtf", "2025-05")
    result = run(package, "--locked")
    assert result.exit_code == 1
    assert f"changed: data/said/dates.csv, line {line}: {key}\n" in result.stderr
    assert "finding office-outside-tenure:" in result.stderr
    assert ": gone: Pete Hegseth" in result.stderr
    assert "stale: data/found/findings.csv" in result.stderr


def test_of_many_changed_rows_the_first_are_named_and_the_rest_counted() -> None:
    """Where nothing was committed before, every row of the reference is new."""
    told = Stale(("data/found/inputs.csv",), tuple(f"new: row {number}" for number in range(25)), ("a: new: b",), ()).tell()
    assert told[19:23] == ["new: row 19", "and 5 more rows", "finding a: new: b", "stale: data/found/inputs.csv differs from this run"]


def test_the_last_sentence_says_why_the_exit_code_is_one(package: Path) -> None:
    assert "Exit code" not in run(package).stderr
    told = run(package, "--fail-on", "certain").stderr.splitlines()[-1]
    assert re.fullmatch(r"Exit code 1: \d certain findings? about an article \(--fail-on certain\)\.", told)
    change_cell(package, "dates", printed_date(package), "edtf", "2025-05")
    assert run(package, "--locked").stderr.splitlines()[-1] == "Exit code 1: what is committed is not what this run gives."


def test_with_the_year_mended_the_office_fits(package: Path) -> None:
    key = printed_date(package)
    change_cell(package, "dates", key, "edtf", "2025-05")
    change_cell(package, "dates", key, "as_printed", "May 2025")
    result = run(package)
    assert result.exit_code == 0
    assert "office-outside-tenure" not in result.stdout.split("findings:")[0]


def test_a_row_that_goes_is_named(package: Path) -> None:
    file = path_of(package, "citations")
    lines = file.read_text("utf-8").splitlines(keepends=True)
    key = lines[1].split(",")[0]
    file.write_text("".join([lines[0], *lines[2:]]), "utf-8")
    result = run(package, "--locked")
    assert result.exit_code == 1
    assert f"gone: data/known/citations.csv: {key}\n" in result.stderr


@pytest.mark.parametrize("name", ["data/found/findings.csv", "data/found/inputs.csv"])
def test_a_mixed_state_is_named_refused_and_repaired(package: Path, name: str) -> None:
    """A run of --write that stopped half way leaves some files old: whichever they are, it is seen."""
    run(package, "--write")
    after = snapshot(package)
    old = after[name]
    change_cell(package, "dates", printed_date(package), "edtf", "2025-05")
    run(package, "--write")
    fresh = snapshot(package)
    assert fresh[name] != old
    (package / name).write_bytes(old)
    result = run(package, "--locked")
    assert result.exit_code == 1
    assert "stale" in result.stderr
    assert run(package, "--write").exit_code == 0
    assert snapshot(package) == fresh
    assert run(package, "--locked").exit_code == 0


@pytest.mark.parametrize("content", [b"", b"\xff", b'finding_id\n"', None])
def test_a_damaged_generated_file_is_stale_and_no_crash(package: Path, content: bytes | None) -> None:
    file = path_of(package, "inputs")
    if content is None:
        file.write_bytes(file.read_bytes()[:-10])
    else:
        file.write_bytes(content)
    result = run(package, "--locked")
    assert result.exit_code == 1
    assert "stale: data/found/inputs.csv" in result.stderr
    assert run(package).exit_code == 0, "a plain check computes from the cells as they are"


def test_write_and_locked_need_all_rules_and_exclude_one_another(package: Path) -> None:
    assert run(package, "--write", "--locked").exit_code == 2
    assert run(package, "--locked", "--select", "year-missing").exit_code == 2


def test_nothing_half_written_is_left(package: Path) -> None:
    change_cell(package, "dates", printed_date(package), "edtf", "2025-05")
    run(package, "--write")
    assert not [name for name in snapshot(package) if "/." in name or name.startswith(".")]


def test_a_hash_that_is_stated_must_be_that_of_the_file(package: Path) -> None:
    run(package, "--write")
    file = package / "datapackage.json"
    descriptor = json.loads(file.read_text("utf-8"))
    assert not [resource for resource in descriptor["resources"] if {"hash", "bytes"} & resource.keys()]
    table = package / descriptor["resources"][0]["path"]
    descriptor["resources"][0] |= file_facts(table.read_bytes())
    file.write_text(json.dumps(descriptor), "utf-8")
    assert run(package, "--locked").exit_code == 0
    descriptor["resources"][0]["bytes"] += 1
    file.write_text(json.dumps(descriptor), "utf-8")
    stale = run(package, "--locked")
    assert stale.exit_code == 1
    assert f"another hash or size for {descriptor['resources'][0]['path']}; remove both" in stale.stderr


def test_the_committed_state_passes_neither_with_the_day_nor_with_a_release(package: Path) -> None:
    _header, rows = read_table(package, "articles")
    change_cell(package, "articles", rows[0][0], "published", "2026-03-20")
    assert "publication-too-late" in run(package, "--format", "json").stdout
    run(package, "--write")
    before = snapshot(package)
    (package / "data" / "baseline.json").unlink()
    result = CliRunner().invoke(main, ["check", str(package), "--as-of", "2030-01-01", "--write"])
    assert result.exit_code == 0, result.stderr
    after = snapshot(package)
    assert {name for name in after if before[name] != after[name]} == set()
