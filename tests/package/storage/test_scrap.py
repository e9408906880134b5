"""What killed programs left is recognised and removed, and nothing else is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from corrigenda.errors import SetupError
from corrigenda.package.storage import scrap
from corrigenda.package.storage.files import write_atomically
from corrigenda.package.storage.scrap import remove_dead, scrap_folder

MAKER = """
import sys, time
from pathlib import Path
from corrigenda.package.storage.scrap import scrap_folder
with scrap_folder(Path(sys.argv[1]), "x") as made:
    (made / "half").write_text("half")
    print(flush=True)
    time.sleep(60)
"""

WRITER = """
import os, sys, time
from pathlib import Path
from corrigenda.package.storage.files import write_atomically
def wait(handle):
    print(flush=True)
    time.sleep(60)
os.fsync = wait
write_atomically(Path(sys.argv[1]) / "x", b"half")
"""


@pytest.fixture(autouse=True)
def _old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scrap, "_YOUNG", -1.0)


def test_the_scrap_of_a_killed_program_goes_and_that_of_a_running_one_stays(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", MAKER, str(tmp_path)], stdout=subprocess.PIPE) as maker:  # noqa: S603
        assert maker.stdout
        maker.stdout.readline()
        remove_dead(tmp_path)
        assert len(list(tmp_path.iterdir())) == 1
        maker.kill()
    with scrap_folder(tmp_path, "x") as made:
        assert list(tmp_path.iterdir()) == [made]
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_program_wrote_of_one_file_goes_with_the_next_file(tmp_path: Path) -> None:
    """`check --also` was killed, and what it had written of a file stayed next to it for good."""
    with subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], stdout=subprocess.PIPE) as writer:  # noqa: S603
        assert writer.stdout
        writer.stdout.readline()
        write_atomically(tmp_path / "y", b"whole")
        assert len(list(tmp_path.iterdir())) == 2
        writer.kill()
    write_atomically(tmp_path / "x", b"whole")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["x", "y"]


def test_what_only_looks_like_scrap_stays(tmp_path: Path) -> None:
    kept = [".corrigenda-notes", ".corrigenda-journal", "corrigenda-abcdefgh", ".corrigenda-abcdefghi", ".corrigenda-abcdefg1"]
    for name in kept[:-1]:
        (tmp_path / name).mkdir()
    (tmp_path / kept[-1]).symlink_to(tmp_path)
    remove_dead(tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(kept)


def test_a_young_folder_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scrap, "_YOUNG", 60.0)
    (tmp_path / ".corrigenda-abcdefgh").mkdir()
    remove_dead(tmp_path)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_full_disk_is_a_sentence_about_what_was_to_be_made(tmp_path: Path) -> None:
    def fill() -> None:
        with scrap_folder(tmp_path, tmp_path / "new"):
            raise OSError(28, "No space left on device")

    with pytest.raises(SetupError, match="/new: cannot be written: No space left on device; nothing was written"):
        fill()
    assert list(tmp_path.iterdir()) == []
