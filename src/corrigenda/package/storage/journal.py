"""Writing to a package: one command at a time, and several files in one step, whole or not at all.

New contents are put into a folder of their own first. Renaming it makes the step certain: whatever ends the program afterwards, the
next command that writes finishes the step. A program that ends before leaves only scrap, which that command removes.
"""

from __future__ import annotations

import filecmp
import functools
import inspect
import json
import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from importlib import util
from pathlib import Path
from typing import Any, Protocol, TypeVar, cast

from corrigenda.errors import SetupError
from corrigenda.package.storage.files import own_file, put_in_place, read_json
from corrigenda.package.storage.scrap import SCRAP

JOURNAL = ".corrigenda-journal"
_INDEX = "index.json"
_held = threading.local()

Task = TypeVar("Task", bound=Callable[..., Any])


class _Rooted(Protocol):
    @property
    def root(self) -> Path: ...


@contextmanager
def writing(root: Path) -> Iterator[None]:
    """Hold a package for one command that writes; another one waits until it has ended.

    What an earlier command could not finish is finished first. The folder itself is locked, so that no file is left behind; where the
    system has no such locks (Windows), nothing is held. A command inside another one of the same program holds it already.
    """
    if _is_held(root):
        yield
        return
    with _lock(root):
        held = _roots_held()
        try:
            _finish(root)
            held[str(root.resolve())] = {file: _mark(file) for file in _files_of(root)}
            yield
        finally:
            held.pop(str(root.resolve()), None)


def in_turn(task: Task) -> Task:
    """Run a task while it holds the package that is its first argument: a folder, a descriptor or an open package."""
    first = next(iter(inspect.signature(task).parameters.values()))

    @functools.wraps(task)
    def held(*arguments: Any, **named: Any) -> Any:
        with holding(arguments[0] if arguments else named.get(first.name, first.default)):
            return task(*arguments, **named)

    return cast("Task", held)


@contextmanager
def holding(place: Path | str | _Rooted) -> Iterator[None]:
    """Hold the package that a folder, a descriptor or an open package means; what is not there is for others to say."""
    path = Path(place) if isinstance(place, (str, Path)) else place.root
    folder = path if path.is_dir() else path.parent
    with writing(folder) if folder.is_dir() else nullcontext():
        yield


def write_together(root: Path, files: Mapping[str, bytes | Path]) -> list[str]:
    """Replace files of a package, by their paths in it, with bytes or other files, in one step; return the paths of those that changed.

    Raises SetupError where they cannot be written, or one of them was changed after this command took hold of the package; then all of
    them are as they were.
    """
    with writing(root):
        changed = {path: data for path, data in files.items() if not _is_same(own_file(root, path), data)}
        if not changed:
            return []
        marks = _roots_held()[str(root.resolve())]
        for path in changed:
            if (file := own_file(root, path)).exists() and marks.get(file) != _mark(file):
                raise SetupError(f"{path}: was changed by another program in the meantime; nothing was written, run the command again")
        scrap = Path(_make_scrap(root))
        try:
            for number, data in enumerate(changed.values()):
                _write_through(scrap / str(number), data)
            _write_through(scrap / _INDEX, json.dumps(list(changed)).encode())
            scrap.rename(root / JOURNAL)
        except OSError as error:
            shutil.rmtree(scrap, ignore_errors=True)
            raise SetupError(f"{root}: cannot be written: {error.strerror}; nothing was changed") from None
        _finish(root)
        marks.update((file, _mark(file)) for file in (own_file(root, path) for path in changed))
        return list(changed)


def refuse_unfinished(root: Path) -> None:
    """Raise SetupError where a command was ended while it wrote: the files are of two states."""
    if (root / JOURNAL).exists():
        with writing_by_others(root):
            if (root / JOURNAL).exists():
                raise SetupError(
                    f"{root}: a command was ended while it wrote several files; run 'corrigenda tidy {root}', which finishes what it began"
                )


@contextmanager
def writing_by_others(root: Path) -> Iterator[None]:
    """Wait until no other command writes; nothing is finished or removed."""
    if _is_held(root):
        yield
        return
    with _lock(root):
        yield


def _roots_held() -> dict[str, dict[Path, tuple[int, ...]]]:
    """Return the folders that this thread holds, with a mark of each file; another thread has to wait like another program."""
    roots: dict[str, dict[Path, tuple[int, ...]]] = _held.__dict__.setdefault("roots", {})
    return roots


def _is_held(root: Path) -> bool:
    return str(root.resolve()) in _roots_held()


def _files_of(root: Path) -> Iterator[Path]:
    """Yield the files that commands write: those next to the descriptor, and those of data and schemas."""
    for files in (root.iterdir(), *((root / name).rglob("*") for name in ("data", "schemas"))):
        yield from (file for file in files if file.is_file())


def _mark(file: Path) -> tuple[int, ...]:
    """Return what changes where a file is written to or replaced."""
    found = file.stat()
    return found.st_mtime_ns, found.st_size, found.st_ino


def _finish(root: Path) -> None:
    """Finish the step of an ended command, and remove the scrap of others."""
    journal = root / JOURNAL
    if journal.is_dir() and not journal.is_symlink():
        paths = read_json(journal / _INDEX, f"{JOURNAL}/{_INDEX}")
        if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
            raise SetupError(f"{JOURNAL}/{_INDEX}: is no list of paths; remove the folder {JOURNAL}")
        for number, path in enumerate(paths):
            made = journal / str(number)
            # What was moved before the program ended is there already.
            if made.is_file() and not made.is_symlink():
                file = own_file(root, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                put_in_place(made, file)
        # Renamed first: a folder of which only a part was removed must not pass for a step.
        journal.rename(root / f"{SCRAP}done")
    for place in {root, *(folder for folder in root.glob("data/**/") if folder.is_dir())}:
        for scrap in place.glob(f"{SCRAP}*"):
            shutil.rmtree(scrap) if scrap.is_dir() and not scrap.is_symlink() else scrap.unlink()


def _make_scrap(root: Path) -> str:
    try:
        return tempfile.mkdtemp(dir=root, prefix=SCRAP)
    except OSError as error:
        raise SetupError(f"{root}: cannot be written: {error.strerror}; nothing was changed") from None


def _write_through(file: Path, data: bytes | Path) -> None:
    with file.open("xb") as stream:
        if isinstance(data, Path):
            with data.open("rb") as source:
                shutil.copyfileobj(source, stream)
        else:
            stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _is_same(file: Path, data: bytes | Path) -> bool:
    try:
        return filecmp.cmp(file, data, shallow=False) if isinstance(data, Path) else file.read_bytes() == data
    except OSError:
        return False


@contextmanager
def _lock(root: Path) -> Iterator[None]:
    if util.find_spec("fcntl") is None:
        yield
        return
    try:
        handle = os.open(root, os.O_RDONLY)
    except OSError as error:
        raise SetupError(f"{root}: cannot be opened: {error.strerror}") from None
    try:
        _flock(handle, root)
        yield
    finally:
        os.close(handle)


def _flock(handle: int, root: Path) -> None:
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError as error:
        raise SetupError(f"{root}: cannot be locked: {error.strerror}") from None
