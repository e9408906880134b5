"""Real git repositories for tests."""

from __future__ import annotations

import subprocess
from pathlib import Path


def git(root: Path, *arguments: str, check: bool = True) -> str:
    """Run git in a folder, as somebody without any settings of the machine; return what it prints."""
    who = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "init.defaultBranch=main", "-c", "merge.conflictStyle=merge"]
    return subprocess.run(["git", *who, *arguments], cwd=root, capture_output=True, text=True, check=check).stdout  # noqa: S603, S607


def commit_all(root: Path, message: str) -> str:
    """Commit everything in a folder; return the revision."""
    git(root, "add", "-A")
    git(root, "commit", "-qm", message)
    return git(root, "rev-parse", "HEAD").strip()
