"""How much time and memory one statement may take, and a watch that stops the one that takes more."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from weakref import ref

# For a package of a few rows; a large one gets more of each. At ten million rows the program's own statements take some seconds.
_SECONDS, _ROWS_A_SECOND = 15.0, 100_000
_BYTES, _TIMES_ITS_SIZE = 1 << 30, 8
_EVERY = 0.05
# One call of a function over long texts cannot be interrupted: after so many seconds more, the program itself is ended.
_GRACE = 4.0
_PAGES_USED = Path("/proc/self/statm")


@dataclass(frozen=True)
class Limits:
    """Hold how long a statement may run, in seconds of the processor, and how many bytes it may take.

    A clock on the wall would stop other statements on a busy machine than on a quiet one, and find something else.
    """

    seconds: float
    bytes: int

    @property
    def mebibytes(self) -> int:
        """Return the bytes as the engine takes them."""
        return self.bytes >> 20


def limits_of(rows: int, size: int) -> Limits:
    """Return the limits of a statement over a package of so many rows and so many bytes.

    >>> limits_of(500, 40_000)
    Limits(seconds=15.0, bytes=1073741824)
    """
    return Limits(_SECONDS + rows // _ROWS_A_SECOND, _BYTES + _TIMES_ITS_SIZE * (size >> 20 << 20))


_on_stuck: list[Callable[[str], object]] = []


def end_where_stuck(end: Callable[[str], object]) -> None:
    """Say how the program ends where a statement takes more than it may and cannot be stopped; `end` gets the reason.

    The command line does so. Whoever uses the library keeps a program that waits.
    """
    _on_stuck[:] = [end]


def end_program(reason: str) -> NoReturn:
    """End the program at once with a sentence: nothing is written by then, and who waits for the query would wait for ever."""
    advice = " To find the rule, run them one by one with --select RULE." if "longer" in reason else ""
    sys.stderr.write(f"A query {reason}; the program ends and nothing was written.{advice}\n")
    sys.stderr.flush()
    os._exit(2)


class Watch:
    """Interrupt the statement that runs where it takes longer than it may, or the program grows by more memory than it may.

    The memory limit of the engine covers its tables and not each text that a function makes. Where the system does not say how much
    a program has (anything but Linux), that limit alone counts.
    """

    def __init__(self, interrupt: Callable[[], object]) -> None:
        self._interrupt = interrupt
        self._lock = threading.Lock()
        self._closed = threading.Event()
        self._limits: Limits | None = None
        self._end, self._most, self._reason, self._stopped = 0.0, 0, "", 0.0
        self._thread: threading.Thread | None = None

    @contextmanager
    def over(self, limits: Limits | None, used: float = 0) -> Iterator[Callable[[], str]]:
        """Watch over what is done inside, where there are limits; the function that is given says why it was stopped, or nothing.

        So many seconds are `used` up already.
        """
        if limits is None:
            yield str
            return
        with self._lock:
            # How much there is before is looked up with the first look: most statements are over by then.
            self._limits, self._end, self._most = limits, time.process_time() + limits.seconds - used, 0
            self._reason, self._stopped = "", 0.0
            if self._thread is None:
                self._thread = threading.Thread(target=_look, args=(ref(self), self._closed), name="watch", daemon=True)
                self._thread.start()
        try:
            yield lambda: self._reason
        finally:
            with self._lock:
                self._limits = None

    def look(self) -> None:
        """Stop what runs where it has had enough."""
        with self._lock:
            if self._limits is None:
                return
            self._most = self._most or _memory() + self._limits.bytes
            if time.process_time() > self._end:
                self._reason = f"takes longer than {self._limits.seconds:g} seconds"
            elif _memory() > self._most:
                self._reason = f"needs more than {self._limits.mebibytes:,} MB of memory"
            if self._reason:
                self._stopped = self._stopped or time.process_time()
                self._interrupt()
                if time.process_time() > self._stopped + _GRACE and _on_stuck:
                    _on_stuck[0](f"{self._reason} and cannot be stopped")

    def close(self) -> None:
        """End the watch."""
        self._closed.set()
        if self._thread is not None:
            self._thread.join()


def _look(watched: ref[Watch], closed: threading.Event) -> None:
    """Look now and then, until the watch is closed or nobody has it any more."""
    while not closed.wait(_EVERY):
        watch = watched()
        if watch is None:
            return
        watch.look()
        del watch


@contextmanager
def capped(most: int) -> Iterator[None]:
    """Let the system refuse what would take more memory than so many bytes on top of now, where it can.

    One call of a function over one text cannot be interrupted, and has filled twelve gigabytes by the time it is over.
    """
    try:
        import resource
    except ImportError:
        yield
        return
    before, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = _memory(0) + most
    if not _memory(0) or 0 <= before < wanted:
        yield
        return
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (before, hard))


def _memory(column: int = 1) -> int:
    """Return the bytes that this program has in memory, or (column 0) has asked for; 0 where the system does not say."""
    try:
        return int(_PAGES_USED.read_bytes().split()[column]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0
