"""CPU seconds (user and system), wall seconds and peak memory of a command, with whatever it started."""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

# The command is run below a process of its own: the peak of all children is the greatest of any, and what a command leaves behind (a
# Java machine, say) is waited for here, so that it is counted.
_BELOW = """
import ctypes, json, os, resource, sys, time
if sys.platform == "linux":
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)
start = time.monotonic()
command = sys.argv[1:]
process = os.posix_spawnp(command[0], command, os.environ)
code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
wall = time.monotonic() - start
try:
    while True:
        os.wait()
except ChildProcessError:
    pass
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([code, used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024]), file=sys.stderr)
"""


@dataclass(frozen=True)
class Figure:
    """Hold what a command took, CPU and wall seconds and the megabytes of its largest process, and what it printed."""

    name: str
    cpu: float
    wall: float
    memory: float
    printed: str = ""


def take(name: str, command: Sequence[str], environment: Mapping[str, str] | None = None, *, fine: Sequence[int] = (0,)) -> Figure:
    """Run a command and measure it; ends the run where it fails, for a failure is fast and no figure."""
    done = subprocess.run(
        [sys.executable, "-c", _BELOW, *command], check=False, capture_output=True, text=True, timeout=7200, env=environment
    )
    *told, last = done.stderr.splitlines()
    code, cpu, wall, memory = json.loads(last)
    if code not in fine:
        sys.exit(f"{' '.join(command)}: ended with {code}\n" + "\n".join(told))
    figure = Figure(name, cpu, wall, memory, done.stdout)
    print(f"{name:<64} {cpu:8.2f} s CPU {wall:8.1f} s {memory:7.0f} MB", flush=True)
    return figure


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
