"""A disk that is full and a folder that may not be written to: a sentence that names the file, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from fuzz.hostile_packages import sound_package
from fuzz.judge import Files, read_files, write_files
from fuzz.kills import TEXT, call_in_child, made_package

from corrigenda.package.storage.archive import pack

# Commands that work on a whole package, with a reference.
_ON_NEW = ("draft --into", "import --into", "check --notes", "gate")
COMMANDS: dict[str, tuple[str, ...]] = {
    "check --write": ("check", "work", "--write"),
    "check --also": ("check", "work", "--also", "json", "out.json"),
    "new package": ("new", "package", "made"),
    "draft": ("draft", "--text", "one.txt", "-o", "made"),
    "draft --into": ("draft", "--text", "one.txt", "--into", "work"),
    "import": ("import", "table", "list.csv", "-o", "made", "--as-of", "2024-01-01"),
    "export sqlite": ("export", "sqlite", "work", "-o", "made"),
    "export duckdb": ("export", "duckdb", "work", "-o", "made"),
    "export parquet": ("export", "parquet", "work", "-o", "made"),
    "export xlsx": ("export", "xlsx", "work", "-o", "made"),
    "report": ("report", "work", "-o", "made"),
}


def files_of(name: str) -> Files:
    package = made_package(("new", "package", "made"), {}, "made") if name in _ON_NEW else sound_package(is_whole=name == "check --write")
    listed = f"{'name,title' if 'notes' in name else 'person,office'},start\n" + "".join(f"Ann Lee {n},Mayor,2019\n" for n in range(9))
    return {**{f"work/{path}": data for path, data in package.items()}, "one.txt": TEXT.encode(), "list.csv": listed.encode()}


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Path]:
    """Give a small file system of its own, which the machine may refuse."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:  # noqa: S603
        pytest.skip("this user may not mount a small disk")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S603, S607


@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_loses_nothing(full: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    write_files(full, files_of(name))
    free = os.statvfs(full).f_bavail * os.statvfs(full).f_frsize
    (full / "filler").write_bytes(b"\0" * max(0, free - 8_192))
    before = read_files(full)
    monkeypatch.chdir(full)
    code, said = call_in_child(COMMANDS[name])
    assert code == 2, said
    assert "No space left on device" in said or "disk is full" in said
    assert any(word in said for word in ("made", "out.json", "work", "data/")), said
    assert "internal error" not in said
    assert read_files(full) == before


IN_NO_ROOM: dict[str, tuple[str, ...]] = {
    "check --notes": ("check", "work", "--notes", "list.csv"),
    "import --into": ("import", "table", "list.csv", "-o", "work", "--as-of", "2024-01-01", "--licence", "CC0-1.0"),
    "gate": ("gate", "work", "--base", "work.zip"),
    "check with tables in files": ("check", "work"),
}


@pytest.mark.parametrize("name", IN_NO_ROOM)
def test_a_full_disk_for_temporary_files_lets_nothing_through(full: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """An update could not be compared for lack of room, and was let in."""
    place = full.parent / "place"
    write_files(place, files_of(name))
    pack({path.removeprefix("work/"): data for path, data in files_of(name).items() if path.startswith("work/")}, place / "work.zip", 0)
    before = read_files(place)
    free = os.statvfs(full).f_bavail * os.statvfs(full).f_frsize
    (full / "filler").write_bytes(b"\0" * (free - 8_192))
    monkeypatch.setattr(tempfile, "tempdir", str(full))
    monkeypatch.setattr("corrigenda.engine.connection._LARGE", 0 if name == "check with tables in files" else 1 << 40)
    monkeypatch.chdir(place)
    code, said = call_in_child(IN_NO_ROOM[name])
    assert code == 2, said
    assert said.splitlines()[-1].startswith(f"{full}: temporary files cannot be written: ")
    assert "TMPDIR" in said
    assert read_files(place) == before
    assert [file.name for file in full.iterdir()] == ["filler"]


@pytest.fixture
def locked() -> Iterator[Path]:
    """Give a folder that everybody can reach and nobody can write to, once its files are there."""
    with TemporaryDirectory() as folder:
        yield Path(folder)
        set_mode(Path(folder), 0o755)


def set_mode(folder: Path, mode: int) -> None:
    for one in (folder, *(one for one in folder.rglob("*") if one.is_dir())):
        one.chmod(mode)


@pytest.mark.skipif(os.name == "nt", reason="a folder has no mode here")
@pytest.mark.parametrize("name", COMMANDS)
def test_a_folder_that_may_not_be_written_to_is_named(locked: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    write_files(locked, files_of(name))
    before = read_files(locked)
    monkeypatch.chdir(locked)
    set_mode(locked, 0o555)
    # Reading is allowed, so that what fails is the writing.
    assert call_in_child(("tidy", "work", "--check"), as_nobody=True)[0] == 0
    code, said = call_in_child(COMMANDS[name], as_nobody=True)
    assert code == 2, said
    assert "Permission denied" in said
    assert any(word in said for word in ("made", "out.json", "work", "data/")), said
    assert "internal error" not in said
    assert read_files(locked) == before
