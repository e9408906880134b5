"""Folders in which something new is made until it is whole; those of programs that were killed are recognised and removed."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import util
from pathlib import Path

from corrigenda.errors import SetupError

# What begins so was left by a program that was ended while it wrote.
SCRAP = ".corrigenda-"
_NAME = re.compile(re.escape(SCRAP) + "[a-z0-9_]{8}")
# A program takes hold of what it makes as soon as it is there; what nobody has after so many seconds is of a killed one.
_YOUNG = 5.0


@contextmanager
def scrap_folder(parent: Path, shown: Path | str) -> Iterator[Path]:
    """Give a new folder in another one, which is removed at the end with what is left in it.

    What killed programs left there is removed first. Raises SetupError, which names what was to be made, where the disk is full or
    may not be written to.
    """
    try:
        parent.mkdir(parents=True, exist_ok=True)
        remove_dead(parent)
        scrap = Path(tempfile.mkdtemp(dir=parent, prefix=SCRAP))
        handle = _hold(scrap)
        try:
            yield scrap
        finally:
            shutil.rmtree(scrap, ignore_errors=True)
            if handle is not None:
                os.close(handle)
    except OSError as error:
        raise SetupError(f"{shown}: cannot be written: {error.strerror or error}; nothing was written") from None


def remove_dead(parent: Path) -> None:
    """Remove the scrap that programs left which were killed; that of programs that run stays."""
    for scrap in parent.glob(f"{SCRAP}*"):
        try:
            if _NAME.fullmatch(scrap.name) and not scrap.is_symlink() and time.time() - scrap.stat().st_mtime > _YOUNG and _is_free(scrap):
                shutil.rmtree(scrap) if scrap.is_dir() else scrap.unlink()
        except OSError:
            # Somebody else's, or gone already.
            continue


def hold_open(handle: int) -> int | None:
    """Lock a file that is open until what is returned is closed, where the system has such locks."""
    if util.find_spec("fcntl") is None:
        return None
    import fcntl

    # A copy of the handle keeps the lock when the file itself is closed.
    held = os.dup(handle)
    fcntl.flock(held, fcntl.LOCK_EX)
    return held


def _hold(folder: Path) -> int | None:
    """Lock a folder as long as this program lives, where the system has such locks."""
    if util.find_spec("fcntl") is None:
        return None
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    return handle


def _is_free(scrap: Path) -> bool:
    """Tell whether no program that runs has a folder; where the system has no locks, nobody can tell."""
    if util.find_spec("fcntl") is None:
        return False
    import fcntl

    handle = os.open(scrap, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(handle)
    return True
