"""What was measured: kept, pinned to the rules, said to be stale, and shown."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from packages import ROOT

from corrigenda.checking.rulebook import reliability
from corrigenda.checking.rulebook.catalogue import catalogue
from corrigenda.cli.main import main
from corrigenda.engine.views import view_files
from corrigenda.measure.bench import digest_benchmark
from corrigenda.package.package import open_package
from corrigenda.report.scores import render_measured
from corrigenda.results.reliability import Reliability
from corrigenda.tasks.measure import write_reliability

pytestmark = pytest.mark.long

RULE = "office-outside-tenure"


def figures() -> list[Reliability]:
    """Return made-up figures of every rule as it is."""
    rules = catalogue()
    digests, benchmark = reliability.digest_rules(rules), digest_benchmark()
    counts = (500, 498, 400, 399, 250, 249, 497, 20000, 0, 3, 4, 4)
    return [Reliability(rule.name, *counts, "year-shifted: 498 of 500", 1, digests[rule.name], benchmark) for rule in rules]


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def measured(package: Path) -> Path:
    """Return a package with figures of its own and an up-to-date state."""
    write_reliability(open_package(package), figures())
    assert run("check", str(package), "--write").exit_code == 0
    return package


def test_figures_are_read_as_they_were_written(measured: Path) -> None:
    assert reliability.known_reliability(catalogue(), open_package(measured)) == {one.rule: one for one in figures()}


def test_the_state_is_fresh_while_no_rule_changes(measured: Path) -> None:
    result = run("check", str(measured), "--locked")
    assert result.exit_code == 0, result.stderr


def change_digest(root: Path, rule: str, field: str) -> None:
    file = root / reliability.RELIABILITY
    header, *rows = csv.reader(io.StringIO(file.read_text("utf-8")))
    for row in rows:
        if row[0] == rule:
            row[header.index(field)] = "0" * 16
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows([header, *rows])
    file.write_text(stream.getvalue(), "utf-8")


def test_a_rule_that_changed_since_is_named_and_its_figures_are_not_shown(measured: Path) -> None:
    change_digest(measured, RULE, "digest")
    assert run("check", str(measured), "--write").exit_code == 0
    result = run("check", str(measured), "--locked")
    assert result.exit_code == 1
    assert f"stale: {reliability.RELIABILITY}: {RULE}, or a view that it reads, was changed since it was measured\n" in result.stderr
    assert "run 'corrigenda measure --write'" in result.stderr
    assert "check --write' makes it anew" not in result.stderr
    lines = run("check", str(measured)).stdout.splitlines()
    assert not any("measured: " in line for line in lines if f" | {RULE}:" in line)
    assert any("measured: " in line for line in lines if " | scope-mismatch:" in line)


def test_a_benchmark_that_changed_since_is_named_once(measured: Path) -> None:
    change_digest(measured, RULE, "benchmark")
    run("check", str(measured), "--write")
    result = run("check", str(measured), "--locked")
    assert result.exit_code == 1
    assert result.stderr.count("the benchmark was changed since it was run") == 1


def test_a_rule_without_figures_is_named(measured: Path) -> None:
    write_reliability(open_package(measured), [one for one in figures() if one.rule != RULE])
    run("check", str(measured), "--write")
    assert f"{RULE} was not measured yet" in run("check", str(measured), "--locked").stderr


def test_a_package_that_never_measured_is_not_stale_for_it(measured: Path) -> None:
    write_reliability(open_package(measured), [])
    run("check", str(measured), "--write")
    assert run("check", str(measured), "--locked").exit_code == 0


def test_a_digest_follows_the_views_behind_a_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    before = reliability.digest_rules(catalogue())
    views = view_files()
    monkeypatch.setattr(reliability, "view_files", lambda: {**views, "tenure_days": views["tenure_days"] + "\n"})
    after = reliability.digest_rules(catalogue())
    changed = {name for name in before if before[name] != after[name]}
    # Through the timeline as well; a view of amounts has nothing to do with terms.
    assert {RULE, "tenure-reversed", "impossible-timeline"} <= changed
    assert not {"scope-mismatch", "group-source"} & changed


def test_reports_say_how_reliable_a_rule_is(measured: Path) -> None:
    told = "finds 498 of 500 injected errors; 0 false alarms in 20,000 rows without errors (and 3 that are only possible)"
    assert f"measured: {told}" in run("check", str(measured)).stdout.splitlines()[0]
    markdown = run("check", str(measured), "--format", "markdown").stdout
    assert f"{RULE}<br>finds 498 of 500 injected errors" in markdown
    document = json.loads(run("check", str(measured), "--format", "json").stdout)
    assert document["findings"][0]["reliability"] == told
    assert document["reliability"][RULE]["found"] == 498


def test_explain_says_why_a_rule_is_not_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reliability, "program_folder", lambda _: tmp_path)
    assert "Reliability: Not measured since the rule was written or changed." in run("explain", RULE).stdout
    (tmp_path / "found").mkdir()
    table = open_package(ROOT).tables["reliability"]
    lines = [",".join(f.name for f in table.fields), ",".join(str(cell) for cell in figures()[0].cells)]
    (tmp_path / "found" / "reliability.csv").write_text("\n".join(lines) + "\n", "utf-8")
    told = str(figures()[0])
    assert f"Reliability: {told[0].upper()}{told[1:]}." in " ".join(run("explain", figures()[0].rule).stdout.split())


def test_a_digest_does_not_follow_the_page_of_a_rule() -> None:
    rule = catalogue()[RULE]
    reworded = replace(rule, sql=rule.sql.replace("-- To settle: ", "-- To settle: Look again. "), message="another message")
    assert reworded.sql != rule.sql
    assert reliability.digest_rules([reworded]) == reliability.digest_rules([rule])
    moved = replace(rule, sql=rule.sql.replace("FROM", "from", 1))
    assert reliability.digest_rules([moved]) != reliability.digest_rules([rule])


def test_a_broken_file_of_figures_is_no_reason_to_stop(measured: Path) -> None:
    (measured / reliability.RELIABILITY).write_bytes(b'rule,planted\n"a\nb,\xff')
    assert run("check", str(measured)).exit_code == 0


def test_measuring_says_what_was_found_of_each_fault() -> None:
    text = render_measured(figures()[:1], faults=True)
    assert "certain in 399 of 400 that must be; points at the changed cell first in 249 of 250" in text
    assert "    year-shifted: 498 of 500" in text


def test_writing_needs_all_rules_and_the_usual_numbers(package: Path) -> None:
    result = run("measure", str(package), "--write", "--planted", "1")
    assert result.exit_code == 2
    assert "--write needs all rules" in result.stderr


def test_the_command_measures_one_rule(package: Path) -> None:
    result = run("measure", str(package), "--select", "scope-mismatch", "--worlds", "20", "--planted", "5")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("scope-mismatch  finds ")
