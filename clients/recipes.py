"""The recipes of docs/clients.md, and how a client is run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "clients.md"
# Cells that tools like to turn into something else.
TRICKY = ("007", "NA", "null", "1e5", "2024-05", "=1+1", "TRUE", "+41 44", 'a "b", c', "two\nlines", "Ōsaka 大阪")
READ: dict[str, Any] = {"integer": int, "number": float, "boolean": {"true": True, "false": False}.__getitem__}
COMPARED = ("actors", "articles", "dates", "figures", "findings", "passages", "sums", "tenures")
Rows = list[list[Any]]


def recipe(name: str, language: str) -> str:
    """Return the code of a recipe on the page."""
    section = re.search(rf"^## {re.escape(name)}\n(.*?)(?=^## |\Z)", PAGE.read_text("utf-8"), re.M | re.S)
    assert section, f"docs/clients.md has no section {name}"
    code = re.search(rf"^```{language}\n(.*?)^```$", section[1], re.M | re.S)
    assert code, f"docs/clients.md has no {language} under {name}"
    return code[1]


def need(program: str) -> str:
    """Return where a program is; where it is not installed the session has failed and not been skipped."""
    found = shutil.which(program)
    assert found, f"{program} is not installed; CONTRIBUTING.md has the line that installs it"
    return found


def run(command: list[str], cwd: Path, **environment: str) -> str:
    """Run a client and return what it prints; what it says on failure is shown."""
    here = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = os.environ | {"PATH": here, "HOME": str(cwd / ".home"), **environment}
    (cwd / ".home").mkdir(exist_ok=True)
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=300)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def shell(code: str, cwd: Path) -> str:
    """Run the shell code of a recipe as it stands."""
    return run(["bash", "-euo", "pipefail", "-c", code], cwd)
