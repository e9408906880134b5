"""A pull request that the reusable workflow is followed for, without a forge."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from packages import copy_package
from repositories import commit_all, git
from sarif_kit.validate import validation_errors
from workflows import Forge, Runner, serving

from corrigenda.cli.main import main


class PullRequest:
    """Hold a repository with a package, the commit that it begins at, and what a run says of the change."""

    def __init__(self, tmp_path: Path, folder: str = ".") -> None:
        self.scratch = tmp_path / "runner"
        self.repository = tmp_path / "repository"
        self.folder = folder
        (tmp_path / "copy").mkdir()
        copied = copy_package(tmp_path / "copy")
        self.package = self.repository / folder
        self.package.parent.mkdir(parents=True, exist_ok=True)
        copied.rename(self.package)
        git(self.repository, "init", "-q")
        self.base = commit_all(self.repository, "Facts as they are")
        self.forge = Forge()

    def run(self, version: str | None = "0.2.0", write: bool = True, locked: bool = False) -> Runner:
        """Commit what was changed, and follow the workflow for the pull request."""
        if version:
            descriptor = self.package / "datapackage.json"
            text = descriptor.read_text("utf-8")
            descriptor.write_text(re.sub(r'"version": "[^"]*"', f'"version": "{version}"', text, count=1), "utf-8")
        if write:
            done = CliRunner().invoke(main, ["check", "--write", str(self.package)])
            assert done.exit_code == 0, done.output
        head = commit_all(self.repository, "The update") if git(self.repository, "status", "--porcelain") else self.base
        return self.follow(head, locked)

    def follow(self, head: str, locked: bool) -> Runner:
        """Follow the workflow at a commit."""
        given = {"package": self.folder, "repository": "OWNER/corrigenda", "locked": locked}
        workflow: dict[str, Any] = {"jobs": {"facts": {"uses": "./.github/workflows/judge.yml", "with": given}}}
        workflow["jobs"]["facts"]["permissions"] = {"contents": "read", "pull-requests": "write", "security-events": "write"}
        with serving(self.forge):
            values = {
                "github.repository": "desk/facts",
                "github.event_name": "pull_request",
                "github.event.pull_request.head.repo.full_name": "desk/facts",
                "github.event.pull_request.base.sha": self.base,
                "github.event.pull_request.head.sha": head,
                "github.event.pull_request.number": "7",
                "github.token": "secret",
                "github.sha": head,
                "github.api_url": self.forge.address,
            }
            runner = Runner(self.repository, self.scratch, values)
            runner.follow(workflow)
        return runner

    def accept(self, finding: str) -> None:
        """Accept a finding about the change, as a reviewer does who has seen the source."""
        words = ["waive", finding, "--base", self.base, "--reason", "Seen in the source.", "--by", "Desk"]
        done = CliRunner().invoke(main, [*words, "--package", str(self.package)])
        assert done.exit_code == 0, done.output

    def read(self, name: str) -> str:
        return (self.scratch / "workspace" / "build" / "corrigenda" / name).read_text("utf-8")

    def sarif(self) -> list[dict[str, Any]]:
        document = json.loads(self.read("findings.sarif"))
        assert validation_errors(document) == []
        results: list[dict[str, Any]] = document["runs"][0]["results"]
        return results

    @property
    def comment(self) -> str:
        [comment] = self.forge.comments
        return str(comment["body"])
