"""Pythons are found wherever they are, each is started before it counts, and what cannot be had is named."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from packages import ROOT

sys.path.insert(0, str(ROOT / ".ci"))
import pythons


def plant(file: Path, version: str) -> str:
    """Write a program that answers as an interpreter of a version does."""
    file.parent.mkdir(parents=True)
    file.write_text(f"#!/bin/sh\necho {version}\n", "utf-8")
    file.chmod(0o755)
    return str(file)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("PYENV_ROOT", raising=False)
    monkeypatch.setattr(pythons, "_PLACES", ())
    monkeypatch.setattr(pythons, "THIS", "3.11")
    return tmp_path


def test_nothing_but_this_one(home: Path) -> None:
    assert pythons.find_pythons() == {"3.11": sys.executable}


def test_those_of_pyenv_are_found_the_newest_first(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(home / ".pyenv/versions/3.12.9/bin/python3.12", "3.12")
    newest = plant(home / ".pyenv/versions/3.12.10/bin/python3.12", "3.12")
    assert pythons.find_pythons() == {"3.11": sys.executable, "3.12": newest}
    monkeypatch.setenv("PYENV_ROOT", str(home / "elsewhere"))
    other = plant(home / "elsewhere/versions/3.13.0/bin/python3.13", "3.13")
    assert pythons.find_pythons() == {"3.11": sys.executable, "3.12": newest, "3.13": other}


def test_a_shim_of_a_version_that_nothing_selects_does_not_count(home: Path) -> None:
    shim = home / "bin" / "python3.12"
    plant(shim, "3.12")
    assert pythons.find_pythons()["3.12"] == str(shim)
    shim.write_text("#!/bin/sh\nexit 127\n", "utf-8")
    assert "3.12" not in pythons.find_pythons()
    real = plant(home / ".pyenv/versions/3.12.1/bin/python3.12", "3.12")
    assert pythons.find_pythons()["3.12"] == real


def test_the_versions_are_those_that_the_package_names() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    assert [version for version in pythons.PYTHONS if f"Python :: {version}" in text] == list(pythons.PYTHONS)
    assert text.count('"Programming Language :: Python :: 3.') == len(pythons.PYTHONS)
