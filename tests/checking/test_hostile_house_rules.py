"""House rules that try to do harm: to read files, to take all memory or time, to steer the terminal."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from house_rule_runs import RULE, run
from packages import small_package

from corrigenda.tasks.checking.check import run_check

CERTAIN = "SELECT claim_id, 'certain' AS verdict, NULL AS reason"

HOSTILE = {
    "reads a file": f"{CERTAIN}, (SELECT content FROM read_text('/etc/hostname')) AS modality FROM claims",
    "lists files": f"{CERTAIN}, (SELECT min(file) FROM glob('/*')) AS modality FROM claims",
    "fetches": f"{CERTAIN}, (SELECT min(a) FROM read_csv('https://example.org/a.csv')) AS modality FROM claims",
    "unlocks": "SET enable_external_access = true",
    "attaches": "ATTACH 'other.db'",
    "writes a file": "COPY (SELECT 1) TO 'stolen.csv'",
    "drops a table": RULE.splitlines()[-1] + "; DROP TABLE claims",
    "loads an extension": "INSTALL httpfs",
    "changes a table": "UPDATE claims SET modality = 'opinion'",
    "hides a second statement": f"{CERTAIN}, modality FROM claims; DELETE FROM claims",
    "returns keys that are no text": "SELECT 1 AS claim_id, 'certain' AS verdict, NULL AS reason, 'x' AS modality",
    "returns a key that is not there": "SELECT 'x' AS claim_id, 'certain' AS verdict, NULL AS reason, 'x' AS modality",
    "returns a verdict of its own": "SELECT claim_id, 'fatal' AS verdict, NULL AS reason, modality FROM claims",
    "returns a struct": "SELECT claim_id, {'a': 1} AS verdict, NULL AS reason, modality FROM claims",
    "returns a key twice": f"{CERTAIN}, modality FROM claims UNION ALL {CERTAIN}, modality FROM claims",
    "returns more rows than there are keys": f"{CERTAIN}, modality FROM claims, range(1000000000)",
    "returns a length of time as its verdict": "SELECT claim_id, INTERVAL 1 DAY AS verdict, NULL AS reason, modality FROM claims",
    "returns a length of time for its message": f"{CERTAIN}, INTERVAL '1 month' AS modality FROM claims",
    "returns bytes for its message": f"{CERTAIN}, 'x'::BLOB AS modality FROM claims",
    "returns a list of reasons": "SELECT claim_id, 'undecided' AS verdict, [claim_id] AS reason, modality FROM claims",
    "fails in the middle": f"{CERTAIN}, CAST(claim_id AS INTEGER) AS modality FROM claims",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_house_rule_is_refused_in_sentences(tmp_path: Path, folder: Path, what: str) -> None:
    header = "\n".join(RULE.splitlines()[:-1])
    (folder / "claim-unlikely.sql").write_text(f"{header}\n{HOSTILE[what]}\n", "utf-8")
    root = small_package(tmp_path)
    before = sorted(path.name for path in tmp_path.rglob("*"))
    told = run("check", root, "--rules", folder, "--format", "json")
    assert told.returncode == 2, told.stdout
    assert "/claim-unlikely.sql: " in told.stderr
    assert not {"Traceback", "internal error"} & set(told.stderr.split("\n")[0].split(":"))
    assert "internal error" not in told.stderr
    assert sorted(path.name for path in tmp_path.rglob("*")) == before


ENDLESS = {
    "counts without end": f"{CERTAIN}, (SELECT CAST(count(*) AS VARCHAR) FROM range(1000000000) AS a, range(1000000000) AS b) AS modality "
    "FROM claims",
    "recurs without end": "WITH RECURSIVE r AS (SELECT 0 AS n UNION ALL SELECT (n + 1) % 7 FROM r) "
    f"{CERTAIN}, modality FROM claims WHERE claim_id IN (SELECT CAST(max(n) AS VARCHAR) FROM r)",
}

GREEDY = {
    "in one text": f"{CERTAIN}, repeat('x', 4000000000) AS modality FROM claims",
    "in a text of texts, which no interrupt reaches": f"{CERTAIN}, repeat(repeat('x', 1000000), 3000) AS modality FROM claims",
    "in a list": f"{CERTAIN}, (SELECT CAST(list(range) AS VARCHAR) FROM range(100000000)) AS modality FROM claims",
    "in tables": f"{CERTAIN}, modality FROM claims WHERE claim_id IN (SELECT DISTINCT CAST(range AS VARCHAR) FROM range(100000000))",
}


@pytest.mark.parametrize("what", GREEDY)
def test_a_rule_that_needs_too_much_memory_does_not_run(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    monkeypatch.setattr("corrigenda.engine.limits._BYTES", 200 << 20)
    header = "\n".join(RULE.splitlines()[:-1])
    (folder / "claim-unlikely.sql").write_text(f"{header}\n{GREEDY[what]}\n", "utf-8")
    ((rule, reason),) = run_check(small_package(tmp_path), house=folder, select=["claim-unlikely", "year-missing"]).report.result.not_run
    assert rule == "claim-unlikely"
    assert re.fullmatch(r"its query needs more (than 200 MB of memory and was stopped|memory than there is \(200 MB\))", reason)


@pytest.mark.parametrize("what", ENDLESS)
def test_a_rule_that_does_not_end_is_stopped(tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    monkeypatch.setattr("corrigenda.checking.house_rules.LONGEST", 0.2)
    header = "\n".join(RULE.splitlines()[:-1])
    (folder / "claim-unlikely.sql").write_text(f"{header}\n{ENDLESS[what]}\n", "utf-8")
    run = run_check(small_package(tmp_path), house=folder)
    assert run.report.result.not_run == (("claim-unlikely", "its query takes longer than 0.2 seconds and was stopped"),)
    # The program's own rules have run, and a gate does not pass over what could not be looked for.
    assert {entry.rule for entry in run.report.result.coverage} > {"office-outside-tenure"}
    assert (run.exit_code(), run.exit_code("certain")) == (0, 1)


def test_a_page_does_not_steer_the_terminal(folder: Path) -> None:
    (folder / "claim-unlikely.sql").write_text(RULE.replace("somebody", "\x1b[2Jsome\u202ebody"), "utf-8")
    shown = run("explain", "claim-unlikely", "--rules", folder).stdout
    assert "Why it happens: <U+001B>[2Jsome<U+202E>body judged.\n" in shown


def test_what_cannot_be_interrupted_ends_the_program_with_a_sentence(tmp_path: Path, folder: Path) -> None:
    """One call of a function over a text of a hundred million letters ran for as long as it liked."""
    endless = RULE.replace("modality FROM", "regexp_replace(repeat('a', 100000000 + length(claim_id)), 'a', 'b', 'g') AS modality FROM")
    (folder / "claim-unlikely.sql").write_text(endless.partition("WHERE")[0], "utf-8")
    shorter = (
        "import corrigenda.engine.limits as limits, corrigenda.checking.house_rules as house; limits._GRACE = house.LONGEST = 0.1;"
        "from corrigenda.cli.main import main; main()"
    )
    asked = ["check", str(small_package(tmp_path)), "--rules", str(folder), "--select", "claim-unlikely"]
    told = subprocess.run([sys.executable, "-c", shorter, *asked], capture_output=True, text=True, check=False)  # noqa: S603
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith("A query takes longer than 0.1 seconds and cannot be stopped; the program ends and nothing was written.")
