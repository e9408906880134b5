"""Folders in which something new is made until it is whole; those of programs that were killed are recognised and removed."""

from __future__ import annotations

import errno
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib import util
from pathlib import Path

from corrigenda.errors import NoRoomError, SetupError

# What begins so was left by a program that was ended while it wrote.
SCRAP = ".corrigenda-"
_NAME = re.compile(re.escape(SCRAP) + "[a-z0-9_]{8}")
# What a full disk is called.
FULL = frozenset((errno.ENOSPC, errno.EDQUOT))
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


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Give a new folder for files that nobody keeps, where the system has such files; it is removed at the end.

    What killed programs left there is removed first, once in a run: a large package has a gigabyte of tables there. Raises NoRoomError
    where the folder cannot be made, or the disk is full.
    """
    place = "the folder for temporary files"
    try:
        place = tempfile.gettempdir()
        _tidy_once(place)
        scrap = Path(tempfile.mkdtemp(dir=place, prefix=SCRAP))
        handle = _hold(scrap)
    except OSError as error:
        raise NoRoomError(place, error.strerror or str(error)) from None
    try:
        yield scrap
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise NoRoomError(place, os.strerror(error.errno)) from None
    finally:
        shutil.rmtree(scrap, ignore_errors=True)
        if handle is not None:
            os.close(handle)


@cache
def _tidy_once(place: str) -> None:
    remove_dead(Path(place))


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
    """Lock a folder as long as this program lives, where the system and its disk have such locks."""
    if util.find_spec("fcntl") is None:
        return None
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:
        os.close(handle)
        return None
    return handle


def _is_free(scrap: Path) -> bool:
    """Tell whether no program that runs has a folder; where the system has no locks, nobody can tell."""
    if util.find_spec("fcntl") is None:
        return False
    import fcntl

    # A pipe of that name would make this wait for a writer; whoever may write here can put one.
    handle = os.open(scrap, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(handle)
    return True
