"""What it takes to check an archive of articles that really differ, and what else is done with it; writes docs/performance.md.

The articles are worlds of the reliability benchmark, each with its own people, offices and events, one of two with a fault. CPU is
user and system time of the command and all its processes, memory the largest process. Run it on a machine that does nothing else for
the wall times to mean anything.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from corrigenda import Package, new_package, open_package
from corrigenda.measure.faults import all_faults
from corrigenda.measure.judgement import write_worlds
from corrigenda.measure.vocabulary import common_rows
from corrigenda.measure.world import World
from corrigenda.measure.worlds import draw_world
from corrigenda.package.tables.csv_file import read_rows, write_rows

PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
FAULTS = all_faults()
COMMAND = (sys.executable, "-m", "corrigenda")
ONE_RUN = "import corrigenda, sys; corrigenda.check(sys.argv[1], as_of='2026-06-30')"


@dataclass(frozen=True)
class Figure:
    """Hold what a command took: CPU and wall seconds, and the memory of its largest process in megabytes."""

    name: str
    cpu: float
    wall: float
    memory: float


def draw(number: int) -> World:
    """Draw a world; every other one has a fault."""
    world = draw_world(7, number)
    for step in range(len(FAULTS) if number % 2 == 0 else 0):
        plant = FAULTS[(number * 5 + step) % len(FAULTS)].plant(world, Random(number))  # noqa: S311
        if plant is not None:
            return plant.world
    return world


def write(folder: Path, articles: int) -> Package:
    """Write a package of so many articles."""
    package = new_package(folder)
    write_worlds(package, [common_rows(), *map(draw, range(articles))])
    return open_package(folder)


def take(name: str, command: Sequence[str], cache: Path) -> Figure:
    """Run a command and measure it; ends the run where it fails, for a failure is fast and no figure."""
    start = time.monotonic()
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    environment.pop("CORRIGENDA_NO_CACHE", None)
    process = os.posix_spawn(command[0], list(command), environment, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, used = os.wait4(process, 0)
    if os.waitstatus_to_exitcode(status) > 1:
        sys.exit(f"{' '.join(command)}: ended with {os.waitstatus_to_exitcode(status)}")
    figure = Figure(name, used.ru_utime + used.ru_stime, time.monotonic() - start, used.ru_maxrss / 1024)
    print(f"{name:<60} {figure.cpu:8.2f} s CPU {figure.wall:8.1f} s {figure.memory:7.0f} MB", flush=True)
    return figure


def change_a_cell(package: Package, table: str, field: str) -> None:
    """Write another text into a cell of the middle row of a table."""
    names, rows = read_rows(package.tables[table].file)
    rows[len(rows) // 2][field] += " again"
    package.tables[table].file.write_bytes(write_rows(names, [[row[name] or None for name in names] for row in rows]))


def measure(articles: int, scrap: Path, *, is_whole: bool) -> Iterator[Figure]:
    """Measure what is done with an archive of so many articles; one run over all of them only where it is asked for."""
    package = write(scrap / str(articles), articles)
    root, cache, day = str(package.root), scrap / f"cache-{articles}", ("--as-of", "2026-06-30")
    check = (*COMMAND, "check", root, *day, "--format", "json")
    if is_whole:
        yield take("one run over all articles (`corrigenda.check`)", (sys.executable, "-c", ONE_RUN, root), cache)
    yield take("`check --jobs 1 --no-cache`", (*check, "--jobs", "1", "--no-cache"), cache)
    yield take("`check --jobs 2 --no-cache`", (*check, "--jobs", "2", "--no-cache"), cache)
    yield take("`check --jobs 1`, the cache empty", (*check, "--jobs", "1"), cache)
    yield take("`check` again, nothing changed", (*check, "--jobs", "1"), cache)
    change_a_cell(package, "claims", "statement")
    yield take("`check` again, one cell of one article changed", (*check, "--jobs", "1"), cache)
    change_a_cell(package, "actors", "label")
    yield take("`check` again, one row of the reference changed", (*check, "--jobs", "1"), cache)


def others(articles: int, scrap: Path) -> Iterator[Figure]:
    """Measure what else is done with an archive."""
    package = write(scrap / f"others-{articles}", articles)
    root, cache = str(package.root), scrap / "cache-others"
    yield take("`check --locked`, nothing committed", (sys.executable, "-c", _LOCKED, root), cache)
    yield take("`export sqlite`", (*COMMAND, "export", "sqlite", root, "-o", str(scrap / "a.sqlite")), cache)
    yield take("`export parquet`", (*COMMAND, "export", "parquet", root, "-o", str(scrap / "parquet")), cache)
    yield take("`report`", (*COMMAND, "report", root, "-o", str(scrap / "report")), cache)
    text = PAGE.parent.parent / "tests" / "articles" / "grain-port" / "text.txt"
    draft = ("draft", "--text", str(text), "--known", root, "-o", str(scrap / "story"), "--published", "2025-06-30")
    yield take("`draft` of one text against its reference", (*COMMAND, *draft), cache)
    other = open_package(shutil.copytree(root, scrap / "changed"))
    change_a_cell(other, "claims", "statement")
    yield take("`diff`, one cell changed", (*COMMAND, "diff", root, str(other.root)), cache)


_ABOUT = (
    "This page is made by `benchmarks/archive.py --write`. The articles are worlds of the reliability benchmark, each with its own",
    "people, offices and events; every other one has a fault. CPU is user and system time of the command and all its processes.",
    "Memory is that of the largest process.",
)
_LOCKED = "import sys; from corrigenda.tasks.check import run_check; run_check(sys.argv[1], as_of='2026-06-30', locked=True)"


def page(parts: Sequence[tuple[str, Sequence[Figure]]], told: str) -> str:
    """Write the figures as a page."""
    lines = ["# Performance", "", *_ABOUT, "", told, ""]
    for title, figures in parts:
        base = figures[0].cpu
        lines += [f"## {title}", "", "| what | CPU seconds | of the first | wall seconds | largest process |", "|---|---:|---:|---:|---:|"]
        lines += [f"| {f.name} | {f.cpu:,.2f} | {f.cpu / base:.2f} | {f.wall:,.1f} | {f.memory:,.0f} MB |" for f in figures]
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Measure and print; with --write, write the page as well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000], help="numbers of articles")
    parser.add_argument("--others", type=int, default=0, metavar="N", help="measure exports and the report of so many articles as well")
    parser.add_argument("--told", default="", help="what was true of the machine")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="corrigenda-") as scrap:
        parts = [(f"{size:,} articles", list(measure(size, Path(scrap), is_whole=size <= 1000))) for size in options.sizes]
        if options.others:
            parts.append((f"Other commands at {options.others:,} articles", list(others(options.others, Path(scrap)))))
    if options.write:
        PAGE.write_text(page(parts, options.told), "utf-8")


if __name__ == "__main__":
    main()
