"""States that git keeps."""

from __future__ import annotations

from pathlib import Path

import pytest
from packages import change_cell, small_package
from repositories import git
from states import run


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a repository of two commits, the first one tagged, and stand in it."""
    root = small_package(tmp_path)
    (root / "link").symlink_to("/etc")
    git(root, "init")
    git(root, "add", ".")
    git(root, "commit", "-m", "one")
    git(root, "tag", "v0.1.0")
    change_cell(root, "actors", "ada", "label", "Ada L.")
    git(root, "commit", "-am", "two")
    monkeypatch.chdir(root)
    return root


def test_revisions_are_compared_with_the_working_folder_and_each_other(repository: Path) -> None:
    told = "~ ada label: Ada → Ada L."
    assert told in run("HEAD~1").stdout
    assert told in run("v0.1.0", "HEAD").stdout
    assert run("HEAD", "--exit-code").exit_code == 0
    change_cell(repository, "actors", "ben", "label", "Ben M.")
    assert "~ ben label: Ben → Ben M." in run("HEAD").stdout
    before = sorted(repository.rglob("*"))
    run("HEAD~1")
    assert sorted(repository.rglob("*")) == before


def test_no_program_that_a_repository_names_is_run(repository: Path, tmp_path: Path) -> None:
    """Settings of a checkout that somebody else made can name programs: filters, hooks, external diffs, a monitor of files."""
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\ncat\n")
    program.chmod(0o755)
    (repository / ".gitattributes").write_text("* filter=evil diff=evil\n")
    git(repository, "add", ".gitattributes")
    git(repository, "commit", "-m", "attributes")
    names = ("core.fsmonitor", "diff.external", "diff.evil.textconv", "diff.evil.command", "filter.evil.smudge", "filter.evil.clean")
    for name in names:
        git(repository, "config", name, str(program))
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for hook in ("post-checkout", "post-index-change", "reference-transaction"):
        (hooks / hook).symlink_to(program)
    git(repository, "config", "core.hooksPath", str(hooks))
    (tmp_path / "ran").unlink(missing_ok=True)
    assert "~ ada label: Ada → Ada L." in run("HEAD~2", "HEAD~1").stdout
    assert not (tmp_path / "ran").exists()


def test_a_package_below_the_root_of_a_repository(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = repository / "inner"
    inner.mkdir()
    for name in ("data", "schemas", "datapackage.json"):
        git(repository, "mv", name, f"inner/{name}")
    git(repository, "commit", "-m", "three")
    monkeypatch.chdir(inner)
    change_cell(inner, "actors", "ben", "label", "Ben M.")
    assert "~ ben label: Ben → Ben M." in run("HEAD").stdout
    result = run("HEAD~1")
    assert result.exit_code == 2
    assert "there is no datapackage.json of the current folder in the revision 'HEAD~1'" in result.stderr


@pytest.mark.parametrize(
    "revision", ["no-such-branch", "HEAD~99", "--output=x", "-x", "", "HEAD:data/known", "a b", "HEAD\0", "$(touch x)"]
)
def test_what_is_no_revision_is_a_sentence(repository: Path, revision: str) -> None:
    before = sorted(repository.rglob("*"))
    result = run("--", revision)
    assert (result.exit_code, result.stdout) == (2, "")
    assert len(result.stderr.splitlines()) == 1
    assert "revision" in result.stderr or "git" in result.stderr
    assert sorted(repository.rglob("*")) == before


def test_outside_of_a_repository_a_revision_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small_package(tmp_path)
    monkeypatch.chdir(tmp_path / "package")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    result = run("HEAD")
    assert result.exit_code == 2
    assert "'HEAD' is no folder, no archive and no revision of this git repository" in result.stderr


def test_without_git_folders_still_compare(pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.chdir(pair[0])
    result = run("HEAD")
    assert result.exit_code == 2
    assert "git cannot be run" in result.stderr
    assert run(*pair).exit_code == 0
