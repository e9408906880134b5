"""What was worked out before and can be worked out again: kept in the user's cache folder, safe to delete, and never trusted blindly."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import shutil
import stat
import sys
import tempfile
import time
from functools import cache
from pathlib import Path

from corrigenda.package.storage.files import WORDS, program_folder

# Entries and versions of the program that were not written for so many days go.
_DAYS = 30
# How the folder of one version of the program is named.
_FOLDER = re.compile(r"[0-9a-f]{16}")
# Data of the program that its answers depend on.
_DATA = (*(f"known/{name}.csv" for name in WORDS), "found/reliability.csv")


class Cache:
    """Hold the folder of the entries that this very program wrote; other versions have folders of their own.

    An entry is a digest of its key and its bytes, and these bytes: what was cut short, changed or put under another key is as good as
    not there. Where the folder cannot be written, or another user made it or may write there, nothing is kept and nothing believed.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / digest_program()[:16]
        self._is_ready = False

    def read(self, key: str) -> bytes | None:
        """Return what was kept under a key, or None."""
        try:
            data = _read_plain(self.folder / key) if self._is_own() else b""
        except OSError:
            return None
        digest, _, entry = data.partition(b"\n")
        return entry if digest.decode("ascii", "replace") == _digest(key, entry) else None

    def write(self, key: str, entry: bytes) -> None:
        """Keep some bytes under a key, in one step; two programs that do so at the same time are not in each other's way."""
        try:
            self._make_ready()
            if not self._is_own():
                return
            handle, name = tempfile.mkstemp(dir=self.folder, prefix=".new-")
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.writelines((_digest(key, entry).encode(), b"\n", entry))
                Path(name).replace(self.folder / key)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError:
            return

    def _make_ready(self) -> None:
        if self._is_ready:
            return
        self._is_ready = True
        for folder in (self.root, self.folder):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _is_own(folder):
                return
        mark = self.root / "cleaned"
        oldest = time.time() - _DAYS * 86_400
        if mark.exists() and mark.stat().st_mtime > oldest + (_DAYS - 1) * 86_400:
            return
        mark.write_bytes(b"")
        for folder in self.root.iterdir():
            # Whatever else somebody has put there is not of this program.
            if _FOLDER.fullmatch(folder.name) and folder.is_dir() and not folder.is_symlink():
                _clean(folder, oldest)
                if folder != self.folder and folder.stat().st_mtime < oldest:
                    shutil.rmtree(folder, ignore_errors=True)

    def _is_own(self) -> bool:
        """Tell whether this user made the folders, and any link to them, and nobody else may write there."""
        return all(_is_own(folder) for folder in (self.root, self.folder))


def _is_own(folder: Path) -> bool:
    if not hasattr(os, "getuid"):
        return True
    link, there = folder.lstat(), folder.stat()
    return link.st_uid == there.st_uid == os.getuid() and not there.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _read_plain(file: Path) -> bytes:
    """Read a plain file; raises OSError for a link, and for what may have no end (a device, a pipe)."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(file, flags), "rb") as stream:
        return stream.read() if stat.S_ISREG(os.fstat(stream.fileno()).st_mode) else b""


def _clean(folder: Path, oldest: float) -> None:
    for entry in folder.iterdir():
        if entry.is_file() and entry.stat().st_mtime < oldest:
            entry.unlink(missing_ok=True)


def open_cache() -> Cache | None:
    """Return the user's cache of this program: in XDG_CACHE_HOME, or where the system has such files. None where nobody has a home."""
    from platformdirs import user_cache_path

    try:
        return Cache(user_cache_path("corrigenda", appauthor=False))
    except (OSError, RuntimeError):
        return None


@cache
def digest_program() -> str:
    """Return a digest (SHA-256) of the program: of its code, queries and data, of Python, and of the engine as it is installed."""
    digest = hashlib.sha256(sys.version.encode())
    here = Path(__file__).parents[2]
    data = program_folder("data")
    files = sorted(_sources(str(here)))
    for file in [*files, *(str(data / name) for name in _DATA)]:
        with open(file, "rb") as stream:  # noqa: PTH123  (three times as fast as a path for hundreds of files)
            digest.update(file.encode() + b"\0" + stream.read() + b"\0")
    for name in ("_duckdb", "duckdb", "rapidfuzz"):
        found = importlib.util.find_spec(name)
        if found and found.origin:
            status = Path(found.origin).stat()
            digest.update(f"{found.origin} {status.st_size} {status.st_mtime_ns}".encode())
    return digest.hexdigest()


def _sources(folder: str) -> list[str]:
    """List the code and the queries of a folder and those in it; what else is there tells of neither."""
    found: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((".py", ".sql")):
                found.append(entry.path)
            elif entry.is_dir(follow_symlinks=False) and entry.name not in ("__pycache__", "data", "schemas"):
                found += _sources(entry.path)
    return found


def _digest(key: str, entry: bytes) -> str:
    return hashlib.sha256(key.encode() + b"\n" + entry).hexdigest()
