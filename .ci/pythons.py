"""Which Pythons of those that the project supports can be had here, also where they are installed and not on the path.

Run by itself, it names those that cannot be had, one a line.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

PYTHONS = ("3.11", "3.12", "3.13")
THIS = f"{sys.version_info.major}.{sys.version_info.minor}"
_PLACES = ("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")


def find_pythons() -> dict[str, str]:
    """Return an interpreter of each version: this one, one on the path, one of pyenv or uv, or one in a usual place.

    On the path of somebody who uses pyenv there are shims of versions that nothing selects, so that each is started before it counts.
    """
    found = {THIS: sys.executable}
    for version in PYTHONS:
        for candidate in (shutil.which(f"python{version}"), *_other_places(version)):
            if version not in found and candidate and _starts(candidate, version):
                found[version] = candidate
    return {version: found[version] for version in PYTHONS if version in found}


def _other_places(version: str) -> list[str]:
    """Return where interpreters of a version are, the newest first; pyenv and uv are asked for theirs."""
    roots = {_ask("pyenv", "root"), os.environ.get("PYENV_ROOT", ""), str(Path.home() / ".pyenv")} - {""}
    installed = [path for root in sorted(roots) for path in Path(root, "versions").glob(f"{version}.*/bin/python{version}")]
    installed.sort(key=lambda path: [int(number) for number in re.findall(r"\d+", path.parents[1].name)], reverse=True)
    usual = [str(Path(folder, f"python{version}")) for folder in _PLACES]
    return [*map(str, installed), *usual, _ask("uv", "python", "find", "--no-python-downloads", version)]


def _ask(*command: str) -> str:
    """Return what a program says; nothing where it is not installed or does not know."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def _starts(program: str, version: str) -> bool:
    """Tell whether a program is an interpreter of a version that starts and can make environments."""
    return _ask(program, "-c", "import ensurepip, sys, venv; print('%d.%d' % sys.version_info[:2])") == version


if __name__ == "__main__":
    there = find_pythons()
    print("\n".join(version for version in PYTHONS if version not in there))
