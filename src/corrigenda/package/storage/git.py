"""Git, run as a program: without a shell, a network or questions."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import IO, Any

from corrigenda.errors import SetupError


def path_in_repository(folder: Path) -> str | None:
    """Return the path of a folder from the root of the git repository that it is in, with slashes; None where it is in none."""
    resolved = folder.resolve()
    for root in (resolved, *resolved.parents):
        if (root / ".git").exists():
            return resolved.relative_to(root).as_posix()
    return None


def run_git(
    *arguments: str, folder: Path | None = None, feed: bytes = b"", to: IO[bytes] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder, by default the current one, and return what it said, whatever its exit code.

    `feed` is what it reads, `to` takes its output instead. Only commands that read objects belong here: others obey settings of the
    repository, which may name programs (filters, hooks, external diffs). Raises SetupError where git is not installed.
    """
    quiet = {"GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
    streams: dict[str, Any] = {"input": feed, "stdout": to or subprocess.PIPE, "stderr": subprocess.PIPE}
    try:
        return subprocess.run(["git", *arguments], cwd=folder, check=False, env={**os.environ, **quiet}, **streams)  # noqa: S603, S607
    except OSError as error:
        raise SetupError(f"git cannot be run: {error.strerror}; revisions need it, folders and archives do not") from None
