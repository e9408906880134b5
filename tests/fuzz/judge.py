"""Runs one command over one hostile input and says what it may not do: each sentence that comes out is a fault."""

from __future__ import annotations

import gc
import os
import re
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from corrigenda.cli.main import main

CODES = (0, 1, 2)
SECONDS = 20.0
BYTES = 2 << 30
_STATUS = Path("/proc/self/status")
_PEAK = Path("/proc/self/clear_refs")
_runs = 0
# What a program may not say to people, whatever it was given.
_BROKEN = re.compile(r"Traceback|internal error|Binder Error|Catalog Error|Parser Error|INTERNAL Error|<class '|\bNoneType\b")

Files = dict[str, bytes]


@dataclass(frozen=True)
class Ran:
    """Hold how a command ended: its exit code, what it said, its seconds of the processor, its peak of memory in bytes, and its faults."""

    code: int
    said: str
    seconds: float
    peak: int
    faults: tuple[str, ...]


@contextmanager
def laid_out(place: Path, files: Files) -> Iterator[Path]:
    """Lay files into a new folder named `work` below a place that has a file to keep, and go there."""
    shutil.rmtree(place, ignore_errors=True)
    work = place / "work"
    work.mkdir(parents=True)
    (place / "outside.txt").write_text("kept")
    write_files(work, files)
    before = Path.cwd()
    os.chdir(work)
    try:
        yield work
    finally:
        os.chdir(before)


def write_files(work: Path, files: Files) -> None:
    """Write files by their paths below a folder."""
    for name, data in files.items():
        file = work / name
        if not file.parent.is_dir():
            file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def read_files(folder: Path) -> dict[str, bytes | str]:
    """Return every file below a folder by its path, a link by where it points."""
    found: dict[str, bytes | str] = {}
    for file in sorted(folder.rglob("*")):
        if file.is_symlink():
            found[str(file.relative_to(folder))] = str(file.readlink())
        elif file.is_file():
            found[str(file.relative_to(folder))] = file.read_bytes()
    return found


def run(place: Path, arguments: Sequence[str], *, may_write: Sequence[str] = (), is_step: bool = True) -> Ran:
    """Run a command in the current folder and judge it.

    `may_write` begins the paths of what it may change where it succeeds; where it fails it may change nothing, unless it `is_step`
    no more: `tidy` mends what it can.
    """
    before = read_files(place)
    _start_peak()
    start = time.process_time()
    told = CliRunner().invoke(main, list(arguments), catch_exceptions=True)
    seconds = time.process_time() - start
    peak = _peak()
    _collect()
    said = f"{told.stdout}\n{told.stderr}"
    faults = []
    if told.exception is not None and not isinstance(told.exception, SystemExit):
        faults.append(f"raised {type(told.exception).__name__}: {str(told.exception)[:300]}")
    if told.exit_code not in CODES:
        faults.append(f"ended with {told.exit_code}")
    if broken := _BROKEN.search(told.stderr):
        faults.append(f"said {told.stderr[max(0, broken.start() - 80) : broken.end() + 300]!r}")
    if told.exit_code == 2 and not told.stderr.strip():
        faults.append("failed without a sentence")
    faults += _judge_files(before, read_files(place), may_write, is_whole=told.exit_code != 2 or not is_step)
    if seconds > SECONDS:
        faults.append(f"took {seconds:.0f} seconds")
    if peak > BYTES:
        faults.append(f"took {peak / 1e9:.1f} GB")
    return Ran(told.exit_code, said, seconds, peak, tuple(faults))


def _judge_files(before: dict[str, bytes | str], after: dict[str, bytes | str], may_write: Sequence[str], *, is_whole: bool) -> list[str]:
    changed = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    faults = [f"left {name}" for name in changed if ".corrigenda-" in name]
    allowed = tuple(f"work/{name}" for name in may_write) if is_whole else ()
    wrong = [name for name in changed if not (allowed and name.startswith(allowed)) and ".corrigenda-" not in name]
    if wrong:
        faults.append(f"changed {', '.join(wrong[:5])}" + ("" if is_whole else ", although it failed"))
    return faults


def fast_folder() -> str | None:
    """Return a folder in memory, where the system has one (Linux): a disk makes each file that is written for good wait."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def _collect() -> None:
    """Free what runs left, now and then: it takes as long as a small run."""
    global _runs  # noqa: PLW0603
    _runs += 1
    if _runs % 50 == 0:
        gc.collect()


def _start_peak() -> None:
    """Begin to count the peak of memory again, where the system can (Linux)."""
    if _PEAK.exists():
        _PEAK.write_text("5")


def _peak() -> int:
    if not _STATUS.exists():
        return 0
    found = re.search(r"VmHWM:\s+(\d+) kB", _STATUS.read_text())
    return int(found[1]) * 1024 if found else 0
