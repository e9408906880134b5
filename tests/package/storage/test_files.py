"""Files are written to plain files only, with the rights that the user wants, and nothing is read from outside a package."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from corrigenda.errors import SetupError
from corrigenda.package.storage import files
from corrigenda.package.storage.files import own_file, read_text, replacing, write_atomically


def test_a_new_file_has_the_rights_that_the_umask_leaves(tmp_path: Path) -> None:
    for mask, mode in ((0o077, 0o600), (0o022, 0o644)):
        before = os.umask(mask)
        try:
            file = tmp_path / oct(mask)
            write_atomically(file, b"x")
        finally:
            os.umask(before)
        assert stat.S_IMODE(file.stat().st_mode) == mode


def test_a_file_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "private"
    file.write_bytes(b"old")
    file.chmod(0o600)
    write_atomically(file, b"new")
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (b"new", 0o600)


def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "meant").write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to("meant")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "meant").read_bytes() == b"new"
    with replacing(link) as made:
        made.write_bytes(b"newer")
    assert link.is_symlink()
    assert (tmp_path / "meant").read_bytes() == b"newer"


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_atomically(pipe, b"through")
    reader.join(10)
    assert read == [b"through"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    with pytest.raises(SetupError, match="is not a plain file"), replacing(pipe):
        pass
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_device_takes_what_is_written_and_stays(tmp_path: Path) -> None:
    assert write_atomically(Path("/dev/null"), b"x")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_file_of_the_package_is_never_one_from_outside(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("key")
    root = tmp_path / "package"
    root.mkdir()
    (root / "CHANGELOG.md").symlink_to("../secret")
    with pytest.raises(SetupError, match="leads out of the package"):
        own_file(root, "CHANGELOG.md")
    assert own_file(root, "none.md") == root / "none.md"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no such device")
def test_a_text_that_does_not_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """`draft --text /dev/zero` filled the memory."""
    monkeypatch.setattr(files, "_LONGEST", 1 << 21)
    with pytest.raises(SetupError, match=r"^/dev/zero: is larger than 2,097,152 bytes$"):
        read_text(Path("/dev/zero"))
