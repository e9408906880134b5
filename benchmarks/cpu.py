"""CPU seconds (user and system) of a command, children included."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
from collections.abc import Sequence


def measure(command: Sequence[str], times: int = 5) -> float:
    """Return the median CPU seconds of a command; raises where it cannot be run at all."""
    return statistics.median(_once(command) for _ in range(times))


def _once(command: Sequence[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=600)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def report(name: str, seconds: float, base: float, target: str) -> None:
    """Print one figure beside what it is measured against."""
    sys.stdout.write(f"{name:<46} {seconds:7.3f} s CPU  {seconds / base:6.2f} x   (target: {target})\n")
