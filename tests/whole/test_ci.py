"""What CI runs, run here: the very steps of the Action, of the workflow and of the GitLab job, without either service."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from ci_steps import ACTION, environment
from junitparser import JUnitXml
from packages import ROOT, change_cell, copy_package
from repositories import commit_all, git
from sarif_kit.validate import validation_errors
from workflows import read_yaml

pytestmark = pytest.mark.long


def run_step(step: Mapping[str, Any], cwd: Path, values: Mapping[str, str], env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run one shell step as a runner does: expressions filled in its environment only, bash that stops at a failure."""
    assert "${{" not in step["run"], "an expression in a script lets an input become a command"
    own = {
        name: re.sub(r"\$\{\{\s*([\w.-]+)\s*\}\}", lambda m: values.get(m[1], ""), str(text)) for name, text in step.get("env", {}).items()
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(command, cwd=cwd, env=env | own, capture_output=True, text=True, check=False)  # noqa: S603


def run_action(root: Path, tmp_path: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the check step of the Action with its defaults and these inputs."""
    action = read_yaml(ACTION)
    values = {f"inputs.{name}": str(entry["default"]) for name, entry in action["inputs"].items()}
    given = {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
    assert set(given) <= set(values)
    values |= given | {"github.action_path": str(ROOT)}
    step = next(step for step in action["runs"]["steps"] if step.get("id") == "check")
    env = environment(
        tmp_path,
        GITHUB_ACTIONS="true",
        GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"),
        GITHUB_OUTPUT=str(tmp_path / "output.txt"),
    )
    return run_step(step, root, values, env)


def test_an_update_that_is_fine_passes_and_leaves_every_file(root: Path, tmp_path: Path) -> None:
    done = run_action(root, tmp_path)
    assert done.returncode == 0, done.stderr
    folder = root / "build" / "corrigenda"
    assert {"findings.sarif", "junit.xml", "summary.md", "findings.json", "findings.txt"} <= {file.name for file in folder.iterdir()}
    assert (tmp_path / "output.txt").read_text("utf-8") == "status=0\nfolder=build/corrigenda\n"
    mark, title = (tmp_path / "summary.md").read_text("utf-8").splitlines()[:2]
    assert mark == "<!-- corrigenda: corrigenda -->"
    assert "findings" in title
    annotations = [line for line in done.stdout.splitlines() if line.startswith("::")]
    # The two lines around the log stop and start the commands of the runner.
    assert annotations[0].startswith("::stop-commands::")
    assert annotations[1] == f"::{annotations[0].rpartition('::')[2]}::"
    assert len(annotations[2:]) == 11
    assert annotations[2].startswith("::error file=data/said/")
    assert validation_errors(json.loads((folder / "findings.sarif").read_text("utf-8"))) == []
    assert sum(suite.tests for suite in JUnitXml.fromfile(str(folder / "junit.xml"))) > 10


def test_a_pull_request_is_compared_with_its_base(root: Path, tmp_path: Path) -> None:
    base = git(root, "rev-parse", "HEAD").strip()
    change_cell(root, "mentions", "tokyo-dome/takaiti-0103", "name_printed", "Sanae Takaichi")
    change_cell(root, "dates", "tokyo-dome/announced-may-2024", "edtf", "2024-04")
    done = run_action(root, tmp_path, base=base, locked="false", fail_on="never")
    # The cells changed, and the version did not.
    assert done.returncode == 1, done.stdout
    assert "datapackage.json: version: 0.1.0 is too low after 0.1.0" in done.stdout
    document = json.loads((root / "build/corrigenda/findings.sarif").read_text("utf-8"))
    assert validation_errors(document) == []
    states = {r["partialFingerprints"]["corrigenda/v1"]: r.get("baselineState") for r in document["runs"][0]["results"]}
    assert states["office-outside-tenure:tokyo-dome/hegseth-0301"] == "updated"
    assert "absent" in states.values()
    assert "unchanged" in states.values()
    annotations = [line for line in done.stdout.splitlines() if line.startswith("::")]
    assert annotations[2].startswith("::error file=datapackage.json,title=update::version")
    assert not any("year-missing" in line for line in annotations)
    summary = (tmp_path / "summary.md").read_text("utf-8")
    assert "Compared with the earlier state: " in summary
    assert "### Changed" in summary
    assert "### Gone" in summary
    assert "as before</summary>" in summary


def test_a_stale_state_fails_and_says_so(root: Path, tmp_path: Path) -> None:
    change_cell(root, "dates", "tokyo-dome/announced-may-2024", "edtf", "2024-04")
    done = run_action(root, tmp_path)
    assert done.returncode == 1
    assert "data/found is out of date" in done.stdout
    assert run_action(root, tmp_path, locked="false").returncode == 0
    assert run_action(root, tmp_path, locked="false", fail_on="certain").returncode == 1


def test_a_base_that_is_not_there_is_told(root: Path, tmp_path: Path) -> None:
    for base in ("0123456789abcdef0123456789abcdef01234567", "--output=stolen.txt", "main; touch stolen.txt"):
        done = run_action(root, tmp_path, base=base)
        assert done.returncode == 2
        assert f"'{base}' is no" in done.stdout
        assert "revision" in (root / "build" / "corrigenda" / "summary.md").read_text("utf-8")
        assert (tmp_path / "output.txt").read_text("utf-8").splitlines()[-2] == "status=2"
    assert not list(root.rglob("stolen.txt"))


@pytest.mark.parametrize("locked", ["True", "yes", "1", "--write"])
def test_a_lock_is_never_opened_by_a_slip(root: Path, tmp_path: Path, locked: str) -> None:
    done = run_action(root, tmp_path, locked=locked)
    assert done.returncode == 2
    assert f"LOCKED is '{locked}'; expected true or false." in done.stdout


@pytest.mark.parametrize("out", ["-o", "--help", "a b ü", "$(touch stolen.txt)", "deep/er"])
def test_a_folder_of_any_name_takes_the_files(root: Path, tmp_path: Path, out: str) -> None:
    done = run_action(root, tmp_path, out=out)
    assert done.returncode == 0, done.stderr
    assert (root / out / "findings.sarif").is_file()
    assert not list(root.rglob("stolen.txt"))


@pytest.mark.parametrize("out", ["a\nstatus=0", "datapackage.json", "datapackage.json/below"])
def test_a_folder_that_cannot_be_is_told(root: Path, tmp_path: Path, out: str) -> None:
    before = (root / "datapackage.json").read_bytes()
    done = run_action(root, tmp_path, out=out)
    assert done.returncode == 2
    assert "expected" in done.stderr
    assert (root / "datapackage.json").read_bytes() == before


def test_a_descriptor_names_its_package(root: Path, tmp_path: Path) -> None:
    done = run_action(root, tmp_path, package="datapackage.json", base="HEAD")
    assert done.returncode == 0, done.stderr
    assert "Compared with the earlier state: 0 new" in (tmp_path / "summary.md").read_text("utf-8")


def test_a_package_that_is_new_has_no_earlier_state(root: Path, tmp_path: Path) -> None:
    base = commit_all_but(root, "datapackage.json")
    done = run_action(root, tmp_path, base=base, fail_on="never")
    assert done.returncode == 0, done.stderr
    document = json.loads((root / "build/corrigenda/findings.sarif").read_text("utf-8"))
    assert {r.get("baselineState") for r in document["runs"][0]["results"]} == {"new"}
    assert run_action(root, tmp_path, base=base).returncode == 1


def commit_all_but(root: Path, name: str) -> str:
    kept = (root / name).read_bytes()
    (root / name).unlink()
    base = commit_all(root, "Before there was a package")
    (root / name).write_bytes(kept)
    return base


def test_hostile_cells_stay_text_in_every_file(root: Path, tmp_path: Path) -> None:
    words = "::error::x <script>alert(1)</script> $(touch stolen.txt) `id` | %0A"
    change_cell(root, "mentions", "tokyo-dome/takaiti-0103", "name_printed", words)
    done = run_action(root, tmp_path, locked="false")
    lines = done.stdout.splitlines()
    token = lines[0].removeprefix("::stop-commands::")
    assert lines.count(f"::{token}::") == 1
    obeyed = [line for line in lines[lines.index(f"::{token}::") + 1 :] if re.match(r"\s*::", line) or "##[" in line]
    assert all(line.startswith(("::error file=", "::warning file=", "::notice ")) for line in obeyed)
    assert "<script>" not in (tmp_path / "summary.md").read_text("utf-8")
    assert not list(root.rglob("stolen.txt"))


def test_house_rules_and_a_reference_reach_the_check(root: Path, tmp_path: Path) -> None:
    (tmp_path / "else").mkdir()
    reference = copy_package(tmp_path / "else")
    done = run_action(root, tmp_path, known=str(reference))
    assert "What is known was taken from" in done.stdout
    assert run_action(root, tmp_path, rules=str(tmp_path / "nowhere")).returncode == 2
