"""The files for the services of CI: they fit their schemas, and the job of GitLab and the hooks run as they stand."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ci_steps import ACTION, environment
from junitparser import JUnitXml
from packages import ROOT, change_cell, write_table
from repositories import commit_all, git
from ruamel.yaml import YAML
from workflows import install_programs, read_yaml

pytestmark = pytest.mark.long

WORKFLOW = ROOT / ".github" / "workflows" / "judge.yml"

GITLAB = ROOT / "ci" / "gitlab.yml"


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


def test_the_page_names_every_variable_of_the_script() -> None:
    script, page = ((ROOT / name).read_text("utf-8") for name in ("ci/check.sh", "docs/ci.md"))
    variables = set(re.findall(r"\$\{([A-Z_]+):-", script)) - {"GITHUB_REPOSITORY", "GITHUB_SERVER_URL"}
    read = {name for name in variables if not name.startswith(("GITHUB_", "CI_", "HEAD_", "FILES_"))}
    assert {"PACKAGE", "BASE", "LOCKED"} <= read
    assert read <= set(re.findall(r"^\| `([A-Z_]+)` \|", page, re.MULTILINE))
