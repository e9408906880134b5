"""What ends a process that tries hostile inputs: too much time on one of them, too much memory, too long a life."""

from __future__ import annotations

import faulthandler
import resource
import signal
import sys
from pathlib import Path

# Seconds of the processor after which an input is given up, and seconds of any clock: a busy machine may let it wait long.
_CPU, _WALL = 60, 1800
_MOST_BYTES, _WORN_BYTES = 12 << 30, 1 << 30
_PAGES = Path("/proc/self/statm")


def guard_process() -> None:
    """Let nothing run for ever or take all memory; where it does, the process shows where it was and ends."""
    faulthandler.enable()
    # Shows where it was and goes on to what the signal does by itself: it ends the process.
    faulthandler.register(signal.SIGPROF, file=sys.stderr, chain=True)
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_BYTES, _MOST_BYTES))


def begin_input() -> None:
    """Give the next input its time."""
    signal.setitimer(signal.ITIMER_PROF, _CPU)
    faulthandler.dump_traceback_later(_WALL, exit=True)


def is_worn() -> bool:
    """Tell whether the process has grown so much that a new one is to go on."""
    return _PAGES.exists() and int(_PAGES.read_text().split()[1]) * resource.getpagesize() > _WORN_BYTES
