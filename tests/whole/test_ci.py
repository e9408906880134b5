"""What CI runs, run here: the very steps of the Action, of the workflow and of the GitLab job, without either service."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from junitparser import JUnitXml
from packages import ROOT, change_cell, copy_package, write_table
from repositories import commit_all, git
from ruamel.yaml import YAML
from sarif_kit.validate import validation_errors
from workflows import install_programs, read_yaml

pytestmark = pytest.mark.long

ACTION = ROOT / "action.yml"
WORKFLOW = ROOT / ".github" / "workflows" / "judge.yml"
GITLAB = ROOT / "ci" / "gitlab.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    package = copy_package(tmp_path)
    (package / ".gitattributes").write_text("* text=auto eol=lf\n", "utf-8")
    git(package, "init", "-q")
    commit_all(package, "Facts as they are")
    return package


def environment(tmp_path: Path, **cells: str) -> dict[str, str]:
    """Return what a runner gives a step, with nothing of the machine but where programs are found."""
    (tmp_path / "temp").mkdir(exist_ok=True)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    given = {"PATH": path, "HOME": str(tmp_path), "RUNNER_TEMP": str(tmp_path / "temp"), **cells}
    return given | ({"PYTHONPATH": os.environ["PYTHONPATH"]} if "PYTHONPATH" in os.environ else {})


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


def test_the_files_fit_the_schemas_of_the_services() -> None:
    for kind, files in {
        "vendor.github-actions": [ACTION],
        "vendor.github-workflows": sorted((ROOT / ".github" / "workflows").iterdir()),
        "vendor.gitlab-ci": [GITLAB],
        "vendor.dependabot": [ROOT / ".github" / "dependabot.yml"],
        "vendor.github-issue-forms": sorted((ROOT / ".github" / "ISSUE_TEMPLATE").iterdir()),
    }.items():
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", kind, *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        assert done.returncode == 0, done.stdout + done.stderr


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


def test_the_workflow_judges_with_the_action_and_no_more_rights_than_it_needs() -> None:
    workflow = read_yaml(WORKFLOW)
    assert workflow["permissions"] == {"contents": "read"}
    judge = next(step for step in workflow["jobs"]["judge"]["steps"] if step.get("id") == "judge")
    assert set(judge["with"]) <= set(read_yaml(ACTION)["inputs"])
    checkouts = [step for step in workflow["jobs"]["judge"]["steps"] if str(step.get("uses")).startswith("actions/checkout")]
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_the_gitlab_job_runs_as_it_stands(root: Path, tmp_path: Path) -> None:
    job = read_yaml(GITLAB)["corrigenda"]
    program = tmp_path / "program"
    program.mkdir()
    for name in ("ci", "pyproject.toml", "requirements.lock"):
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, program / name)
    git(program, "init", "-q")
    commit_all(program, "The program")
    base = git(root, "rev-parse", "HEAD").strip()
    script = "\n".join(job["script"])
    (tmp_path / "programs").mkdir()
    install_programs(tmp_path / "programs")
    env = environment(tmp_path, **job["variables"], CORRIGENDA=str(program), CORRIGENDA_REF="main", CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
    env["PATH"] = f"{tmp_path / 'programs'}{os.pathsep}{env['PATH']}"
    done = subprocess.run(["bash", "-eo", "pipefail", "-c", script], cwd=root, env=env, capture_output=True, text=True, check=False)  # noqa: S603, S607
    assert done.returncode == 0, done.stderr
    report = job["artifacts"]["reports"]["junit"].replace("$OUT", job["variables"]["OUT"])
    assert sum(suite.tests for suite in JUnitXml.fromfile(str(root / report))) > 10


def test_the_hooks_only_read(root: Path, tmp_path: Path) -> None:
    hooks = {hook["id"]: hook for hook in YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    assert set(hooks) == {"corrigenda-check", "corrigenda-locked"}
    local = [{**hook, "language": "system"} for hook in hooks.values()]
    with (root / ".pre-commit-config.yaml").open("w", encoding="utf-8") as stream:
        YAML().dump({"repos": [{"repo": "local", "hooks": local}]}, stream)
    commit_all(root, "Hooks")
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files"]
    env = environment(tmp_path, PRE_COMMIT_HOME=str(tmp_path / "hooks"))
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout
    assert git(root, "status", "--porcelain") == ""
    change_cell(root, "dates", "tokyo-dome/announced-may-2024", "edtf", "2024-04")
    git(root, "add", "-A")
    done = subprocess.run([*command[:-1], "corrigenda-check"], cwd=root, env=env, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout
    done = subprocess.run([*command[:-1], "corrigenda-locked"], cwd=root, env=env, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 1
    assert "data/found/findings.csv differs from this run" in done.stdout
    write_table(root, "dates", ["nothing"], [])
    git(root, "add", "-A")
    done = subprocess.run([*command[:-1], "corrigenda-check"], cwd=root, env=env, capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 1
    assert "nothing: is not in the schema" in done.stdout
