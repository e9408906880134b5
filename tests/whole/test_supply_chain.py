"""The versions that everything is installed in: the same in each lock file, with hashes where the installer verifies them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from packages import ROOT

PLAIN, HASHED, NOX = ROOT / "requirements.lock", ROOT / "requirements-hashes.lock", ROOT / ".ci" / "nox.lock"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\\n]+)([^\\\n]*)\\?$", re.MULTILINE)


def pins(file: Path) -> dict[str, str]:
    """Return the version of each library with its marker."""
    return {name: f"{version}{marker.rstrip()}" for name, version, marker in _PIN.findall(file.read_text("utf-8"))}


def test_the_lock_files_name_the_same_versions() -> None:
    assert len(pins(PLAIN)) > 150
    assert pins(HASHED) == pins(PLAIN)
    # What is needed only under some condition in one of them may be needed in any case in the other.
    assert {(name, pin.split(" ;")[0]) for name, pin in pins(NOX).items()} <= {
        (name, pin.split(" ;")[0]) for name, pin in pins(PLAIN).items()
    }


@pytest.mark.parametrize("file", [HASHED, NOX], ids=lambda file: file.name)
def test_every_version_has_a_hash_and_no_host(file: Path) -> None:
    entries = re.split(r"\n(?=[A-Za-z0-9])", file.read_text("utf-8").strip())
    assert [entry.split("==")[0] for entry in entries if not re.search(r"--hash=sha256:[0-9a-f]{64}", entry)] == []
    assert [line for line in file.read_text("utf-8").splitlines() if "://" in line or line.startswith("--")] == []


def test_plain_pip_can_read_the_file_that_the_readme_names() -> None:
    assert "--hash" not in PLAIN.read_text("utf-8")
    assert "-c requirements.lock" in (ROOT / "README.md").read_text("utf-8")


def test_what_only_a_session_needs_is_in_no_lock_file_and_no_extra() -> None:
    for name in ("cyclonedx-bom", "pip-audit", "followthemoney", "cffconvert", "mlcroissant"):
        assert name not in pins(PLAIN)
        assert name not in (ROOT / "pyproject.toml").read_text("utf-8").replace("followthemoney.*", "")
