"""The cache believes only what this user kept, and touches nothing else that is in its folder."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from corrigenda.package.storage.cache import Cache

KEY = "0" * 64


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """Give a cache that has an entry."""
    cache = Cache(tmp_path / "cache")
    cache.write(KEY, b"kept")
    assert cache.read(KEY) == b"kept"
    return cache


def test_what_was_changed_or_cut_is_no_entry(cache: Cache) -> None:
    entry = cache.folder / KEY
    whole = entry.read_bytes()
    for broken in (whole[:-1], whole + b"x", b"", b"\n", b"\xff" * 100):
        entry.write_bytes(broken)
        assert cache.read(KEY) is None
    cache.write(KEY, b"again")
    assert cache.read(KEY) == b"again"


def test_an_entry_under_another_key_is_none(cache: Cache) -> None:
    """An answer for the article as it was before, put under the key of the article as it is now, would have been believed."""
    (cache.folder / KEY).rename(cache.folder / ("1" * 64))
    assert cache.read("1" * 64) is None


def test_a_link_a_pipe_and_a_folder_are_no_entries(cache: Cache, tmp_path: Path) -> None:
    entry = cache.folder / KEY
    entry.rename(tmp_path / "elsewhere")
    entry.symlink_to(tmp_path / "elsewhere")
    assert cache.read(KEY) is None
    entry.unlink()
    os.mkfifo(entry)
    assert cache.read(KEY) is None
    entry.unlink()
    entry.mkdir()
    assert cache.read(KEY) is None


@pytest.mark.parametrize("mode", [0o777, 0o770])
def test_a_folder_where_others_may_write_is_not_used(cache: Cache, mode: int) -> None:
    for folder in (cache.root, cache.folder):
        folder.chmod(mode)
        assert cache.read(KEY) is None
        Cache(cache.root).write("1" * 64, b"new")
        assert not (cache.folder / ("1" * 64)).exists()
        folder.chmod(0o700)
    assert cache.read(KEY) == b"kept"


@pytest.mark.skipif(os.getuid() != 0, reason="only root gives a file to another user")
def test_a_folder_or_a_link_of_another_user_is_not_used(cache: Cache, tmp_path: Path) -> None:
    os.chown(cache.root, 12345, -1)
    assert cache.read(KEY) is None
    os.chown(cache.root, 0, -1)
    precious = tmp_path / "precious"
    precious.mkdir()
    link = tmp_path / "link"
    link.symlink_to(precious)
    os.chown(link, 12345, -1, follow_symlinks=False)
    Cache(link).write(KEY, b"new")
    assert list(precious.iterdir()) == []


def test_only_own_entries_are_cleaned_away(tmp_path: Path) -> None:
    old = time.time() - 90 * 86_400
    root = tmp_path / "cache"
    kept = [root / "0123456789abcdef" / "folder" / "note.txt", root / "letters" / "note.txt"]
    gone = root / "0123456789abcdef" / KEY
    for file in (*kept, gone):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
        os.utime(file, (old, old))
    Cache(root).write(KEY, b"new")
    assert [file.exists() for file in (*kept, gone)] == [True, True, False]
