"""What killed programs left is recognised and removed, and nothing else is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from corrigenda.errors import NoRoomError, SetupError
from corrigenda.package.storage import scrap
from corrigenda.package.storage.files import write_atomically
from corrigenda.package.storage.scrap import remove_dead, scrap_folder, temporary_folder

MAKER = """
import sys, time
from pathlib import Path
from corrigenda.package.storage.scrap import scrap_folder
with scrap_folder(Path(sys.argv[1]), "x") as made:
    (made / "half").write_text("half")
    print(flush=True)
    time.sleep(60)
"""

KEEPER = """
import time
from corrigenda.package.storage.scrap import temporary_folder
with temporary_folder() as made:
    (made / "tables").write_text("half")
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
    scrap._tidy_once.cache_clear()


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


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let temporary files be in a folder of the test, of this process and of those that it starts."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_the_temporary_files_of_a_killed_program_go_with_the_next_one(room: Path) -> None:
    """A check of ten thousand articles that was killed left a gigabyte of tables for good."""
    with subprocess.Popen([sys.executable, "-c", KEEPER], stdout=subprocess.PIPE) as keeper:  # noqa: S603
        assert keeper.stdout
        keeper.stdout.readline()
        with temporary_folder():
            assert len(list(room.iterdir())) == 2
        keeper.kill()
    assert len(list(room.iterdir())) == 1
    scrap._tidy_once.cache_clear()
    with temporary_folder() as made:
        assert list(room.iterdir()) == [made]
    assert list(room.iterdir()) == []


def test_nothing_is_left_where_a_command_fails(room: Path) -> None:
    with pytest.raises(FileNotFoundError), temporary_folder() as made:
        (made / "half").write_bytes((made / "nowhere").read_bytes())
    assert list(room.iterdir()) == []


def test_a_full_disk_for_temporary_files_is_a_sentence_that_says_what_to_do(room: Path) -> None:
    told = f"^{room}: temporary files cannot be written: No space left .* TMPDIR; nothing was written$"
    with pytest.raises(NoRoomError, match=told), temporary_folder():
        raise OSError(28, "No space left on device")


def test_where_no_folder_can_be_made_a_sentence_says_so(room: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(room / "nowhere"))
    with pytest.raises(NoRoomError, match="nowhere: temporary files cannot be written: No such file"), temporary_folder():
        pass


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_with_the_name_of_scrap_holds_nobody_up(tmp_path: Path) -> None:
    """Where others may write, such as the folder for temporary files, one of them could have stopped every command."""
    os.mkfifo(tmp_path / ".corrigenda-abcdefgh")
    alarm = signal.signal(signal.SIGALRM, lambda *_: pytest.fail("it waits for a writer"))
    signal.alarm(5)
    try:
        remove_dead(tmp_path)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, alarm)
    assert list(tmp_path.iterdir()) == []
