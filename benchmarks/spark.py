"""A check on Spark compared with one run over all articles: the same findings, CPU and memory of the driver, of Java and of the workers.

python benchmarks/spark.py [ARTICLES] [--jobs N] [--only PART] [--about TEXT] [--write]

Needs Java 17 and a Python with corrigenda[spark]. What each process took is read from /proc five times a second.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from archive import COMMAND, ONE_RUN, with_cache, write
from cpu import Figure, take
from page import keep

TICKS = os.sysconf("SC_CLK_TCK")
ROLES = {"java": "Java", "pyspark.daemon": "the workers of Python"}


@dataclass
class Watch:
    """Follow all processes below this one until it is stopped: the CPU seconds of each and the most memory that it had (MB)."""

    seen: dict[int, tuple[str, float, float]] = field(default_factory=dict)
    _end: threading.Event = field(default_factory=threading.Event)

    def __enter__(self) -> Watch:
        """Begin to look."""
        self._thread = threading.Thread(target=self._look)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop looking."""
        self._end.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._end.wait(0.2):
            for process in _below(os.getpid()):
                try:
                    words = Path(f"/proc/{process}/cmdline").read_text().split("\0")
                    numbers = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
                    status = Path(f"/proc/{process}/status").read_text()
                except (OSError, ProcessLookupError):
                    continue
                if not words[0]:
                    # It has ended, and waits to be asked for.
                    continue
                peak = int(status.partition("VmHWM:")[2].split()[0]) / 1024 if "VmHWM:" in status else 0.0
                role = next((told for word, told in ROLES.items() if any(word in one for one in words[:4])), "the driver")
                cpu = (int(numbers[11]) + int(numbers[12])) / TICKS
                self.seen[process] = role, cpu, max(peak, self.seen.get(process, ("", 0.0, 0.0))[2])

    def roles(self) -> Iterator[Figure]:
        """Yield what each kind of process took together, and the memory of the largest."""
        for role in dict.fromkeys(role for role, _, _ in self.seen.values()):
            own = [(cpu, memory) for one, cpu, memory in self.seen.values() if one == role]
            yield Figure(f"of it {role}", sum(cpu for cpu, _ in own), 0.0, max(memory for _, memory in own))


def _below(process: int) -> Iterator[int]:
    """Yield the processes below one."""
    for thread in Path(f"/proc/{process}/task").glob("*"):
        try:
            children = (thread / "children").read_text().split()
        except OSError:
            continue
        for child in map(int, children):
            yield child
            yield from _below(child)


def measure(articles: int, jobs: str, scrap: Path, only: str) -> Iterator[Figure]:
    """Measure one run, groups and Spark; ends the run where what they found differs."""
    root = str(write(scrap / "archive", articles).root)
    environment = with_cache(scrap / "cache")
    check = (*COMMAND, "check", root, "--as-of", "2026-06-30", "--format", "json", "--no-cache", "--jobs", jobs)
    answers = {}
    if only in "one run":
        yield take("one run over all articles (`corrigenda.check`)", (sys.executable, "-c", ONE_RUN, root), environment)
    for name, more in ((f"`check --jobs {jobs}`", ()), (f"`check --engine spark --jobs {jobs}`", ("--engine", "spark"))):
        if only in name:
            with Watch() as watch:
                figure = take(name, (*check, *more), environment, fine=(0, 1))
            answers[name] = hashlib.sha256(figure.printed.encode()).hexdigest()
            yield figure
            if more:
                yield from watch.roles()
    if len(set(answers.values())) > 1:
        sys.exit("what was found differs")


def main() -> None:
    """Measure and print; with --write, keep the figures on the page as well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=int, default=1000)
    parser.add_argument("--jobs", default="2")
    parser.add_argument("--only", default="", help="measure only what has this in its name")
    parser.add_argument("--about", default="", help="what was true of the machine")
    parser.add_argument("--write", action="store_true", help="keep the figures, and write docs/performance.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="corrigenda-") as scrap:
        figures = list(measure(options.articles, options.jobs, Path(scrap), options.only))
    for one in figures:
        print(f"{one.name:<64} {one.cpu:8.2f} s CPU {one.wall:8.1f} s {one.memory:7.0f} MB")
    if options.write:
        keep(f"Spark on one machine, {options.articles:,} articles", options.about, figures)


if __name__ == "__main__":
    main()
