"""CPU seconds (user and system) of a command, children included."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
from collections.abc import Sequence


def measure(command: Sequence[str], times: int = 5) -> float:
    """Return the median CPU seconds of a command; ends the run where it fails, for a failure is fast and no figure."""
    return statistics.median(_once(command) for _ in range(times))


def _once(command: Sequence[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=3600, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"{' '.join(command)}: ended with {done.returncode}\n{done.stderr}")
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def report(name: str, seconds: float, base: float, target: str) -> None:
    """Print one figure beside what it is measured against."""
    sys.stdout.write(f"{name:<46} {seconds:7.3f} s CPU  {seconds / base:6.2f} x   (target: {target})\n")
