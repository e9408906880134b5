"""A runner for tests: it follows a GitHub workflow step by step, on this machine and without the service."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

from packages import ROOT
from repositories import git
from ruamel.yaml import YAML

# What an action of somebody else does here: nothing, but it is written down that it was asked for.
FOREIGN = {"actions/setup-python", "actions/upload-artifact", "github/codeql-action/upload-sarif"}
_TOKEN = re.compile(r"'[^']*'|&&|\|\||==|!=|!|\(|\)|,|[A-Za-z_][\w.-]*|\s+")
_WORDS = {"&&": " and ", "||": " or ", "!": " not "}


def read_yaml(file: Path) -> Any:
    """Read a YAML file as plain data."""
    return YAML(typ="safe").load(file.read_text("utf-8"))


@dataclass
class Runner:
    """Follow the jobs of a workflow in the folder of a repository; `values` are what expressions can name."""

    repository: Path
    scratch: Path
    values: dict[str, str] = field(default_factory=dict)
    used: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)
    log: str = ""
    failed: bool = False

    @property
    def workspace(self) -> Path:
        """Return the folder that a job works in."""
        return self.scratch / "workspace"

    @property
    def environment(self) -> dict[str, str]:
        """Return what a runner gives a step, with nothing of the machine but where programs are found."""
        given = {
            "PATH": f"{self.scratch / 'programs'}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.scratch),
            "RUNNER_TEMP": str(self.scratch / "temp"),
            "GITHUB_ACTIONS": "true",
            "GITHUB_STEP_SUMMARY": str(self.scratch / "summary.md"),
            "GITHUB_OUTPUT": str(self.scratch / "output.txt"),
            "GITHUB_SERVER_URL": "https://forge.example",
            **{f"GITHUB_{name.upper()}": self.values.get(f"github.{name}", "") for name in ("repository", "sha", "api_url")},
        }
        return given | {name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ}

    def __post_init__(self) -> None:
        shutil.rmtree(self.scratch, ignore_errors=True)
        for folder in ("temp", "programs", "workspace"):
            (self.scratch / folder).mkdir(parents=True)
        install_programs(self.scratch / "programs")

    def follow(self, workflow: Mapping[str, Any]) -> None:
        """Follow every job of a workflow; one that uses another workflow follows that."""
        for job in workflow["jobs"].values():
            if "uses" in job:
                called = read_yaml(_own(job["uses"]))
                inputs = {name: entry.get("default", "") for name, entry in called["on"]["workflow_call"]["inputs"].items()}
                assert set(job.get("with", {})) <= set(inputs), "an input that the workflow does not have"
                assert job["permissions"].items() >= called["jobs"]["judge"]["permissions"].items()
                self._set_inputs(inputs, job.get("with", {}))
                self.follow(called)
            else:
                self.run_steps(job["steps"])

    def run_steps(self, steps: list[Mapping[str, Any]]) -> None:
        """Run steps as a runner does: after a failure only those that say so."""
        for step in steps:
            condition = str(step.get("if", "success()"))
            if self.failed and not re.search(r"always\(\)|failure\(\)", condition):
                continue
            if self.judge(condition):
                self._run_step(step)

    def judge(self, expression: str) -> bool:
        """Tell whether a condition holds."""
        return bool(self._evaluate(expression.removeprefix("${{").removesuffix("}}").strip()))

    def fill(self, text: Any) -> str:
        """Fill the expressions in a text."""
        shown = str(text).lower() if isinstance(text, bool) else str(text)
        return re.sub(r"\$\{\{\s*(.+?)\s*\}\}", lambda match: str(self._evaluate(match[1])), shown)

    def _evaluate(self, expression: str) -> Any:
        parts = []
        for token in _TOKEN.findall(expression):
            if re.fullmatch(r"[A-Za-z_][\w.-]*", token) and token not in ("always", "success", "failure", "hashFiles"):
                parts.append(repr(self.values.get(token, "")))
            else:
                parts.append(_WORDS.get(token, token))
        assert "".join(_TOKEN.findall(expression)) == expression, f"{expression} has what this runner does not know"
        known = {
            "always": lambda: True,
            "success": lambda: not self.failed,
            "failure": lambda: self.failed,
            "hashFiles": lambda path: "1" if (self.workspace / path).is_file() else "",
        }
        return eval("".join(parts), {"__builtins__": {}}, known)  # noqa: S307

    def _set_inputs(self, defaults: Mapping[str, Any], given: Mapping[str, Any]) -> None:
        filled = {name: self.fill(value) for name, value in {**defaults, **given}.items()}
        self.values |= {f"inputs.{name}": value for name, value in filled.items()}

    def _run_step(self, step: Mapping[str, Any]) -> None:
        if "uses" in step:
            self._use(str(step["uses"]), step.get("with") or {})
            return
        assert "${{" not in step["run"], "an expression in a script lets an input become a command"
        own = {name: self.fill(text) for name, text in step.get("env", {}).items()}
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        env = self.environment | own
        done = subprocess.run(command, cwd=self.workspace, env=env, capture_output=True, text=True, check=False)  # noqa: S603
        self.log += done.stdout + done.stderr
        self.failed = self.failed or done.returncode != 0

    def _use(self, name: str, given: Mapping[str, Any]) -> None:
        action = name.partition("@")[0]
        filled = {key: self.fill(value) for key, value in given.items()}
        self.used.append((action, filled))
        if action == "actions/checkout":
            source = ROOT if "repository" in filled else self.repository
            self._check_out(source, self.workspace / filled.get("path", "."))
        elif action not in FOREIGN:
            composite = read_yaml(ROOT / "action.yml") if action.startswith("OWNER/") else read_yaml(self.workspace / action / "action.yml")
            folder = str(ROOT if action.startswith("OWNER/") else (self.workspace / action).resolve())
            assert set(given) <= set(composite["inputs"]), "an input that the action does not have"
            outer = dict(self.values)
            self._set_inputs({key: entry["default"] for key, entry in composite["inputs"].items()}, given)
            self.values["github.action_path"] = folder
            self.run_steps(composite["runs"]["steps"])
            self.values = outer

    def _check_out(self, source: Path, target: Path) -> None:
        target.mkdir(parents=True, exist_ok=True)
        if source == ROOT:
            for name in ("action.yml", "ci", "pyproject.toml", "requirements.lock"):
                (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, target / name)
            return
        git(target, "init", "-q")
        git(target, "pull", "-q", str(source), "HEAD")


def install_programs(folder: Path) -> None:
    """Put a `python` into a folder that makes environments of the program as it is here, so that no test installs it from the net."""
    real = f'exec "{sys.executable}"'
    install = f"""
        mkdir -p "$3/bin"
        printf '#!/bin/sh\\n%s -m corrigenda "$@"\\n' '{real}' > "$3/bin/corrigenda"
        cp "$0" "$3/bin/python"; chmod +x "$3/bin/corrigenda" "$3/bin/python" """
    script = f"""#!/bin/sh
        case "$1 $2" in
        "-m venv") {install};;
        "-m pip") printf '%s\\n' "$*" >> "$HOME/pip.txt" ;;
        *) {real} "$@" ;;
        esac
    """
    (folder / "python").write_text(script, "utf-8")
    (folder / "python").chmod(0o755)


def _own(uses: str) -> Path:
    """Return the file of this repository that a workflow uses."""
    path = uses.partition("@")[0].removeprefix("OWNER/corrigenda/").removeprefix("./")
    return ROOT / path


@dataclass
class Forge:
    """Hold the comments of a pull request, as a service does."""

    comments: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    address: str = ""


@contextmanager
def serving(forge: Forge) -> Iterator[Forge]:
    """Answer as a service on this machine for as long as the block runs."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = int(self.path.rpartition("page=")[2])
            self._answer(forge.comments[100 * (page - 1) : 100 * page])

        def do_POST(self) -> None:
            comment = {"id": len(forge.comments) + 1, "user": {"login": "github-actions[bot]"}, **self._body()}
            forge.comments.append(comment)
            self._answer(comment)

        def do_PATCH(self) -> None:
            comment = next(one for one in forge.comments if one["id"] == int(self.path.rpartition("/")[2]))
            comment.update(self._body())
            self._answer(comment)

        def _body(self) -> dict[str, Any]:
            body: dict[str, Any] = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            return body

        def _answer(self, content: Any) -> None:
            forge.asked.append(f"{self.command} {self.path}")
            data = json.dumps(content).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        forge.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield forge
        finally:
            server.shutdown()
            thread.join()
