"""What it takes to check an archive of articles that really differ; a part of docs/performance.md.

The articles are worlds of the reliability benchmark, each with its own people, offices and events, one of two with a fault. CPU is
user and system time of the command and all its processes, memory the largest process. Run it on a machine that does nothing else for
the wall times to mean anything.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from cpu import Figure, take
from page import keep

from corrigenda import Package, new_package, open_package
from corrigenda.measure.faults import all_faults
from corrigenda.measure.judgement import write_worlds
from corrigenda.measure.vocabulary import common_rows
from corrigenda.measure.world import World
from corrigenda.measure.worlds import draw_world
from corrigenda.package.tables.csv_file import read_rows, write_rows

FAULTS = all_faults()
COMMAND = (sys.executable, "-m", "corrigenda")
ONE_RUN = "import corrigenda, sys; corrigenda.check(sys.argv[1], as_of='2026-06-30')"


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


def with_cache(cache: Path) -> dict[str, str]:
    """Return the environment of a command that has its cache in a folder of its own."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    environment.pop("CORRIGENDA_NO_CACHE", None)
    return environment


def change_a_cell(package: Package, table: str, field: str) -> None:
    """Write another text into a cell of the middle row of a table."""
    names, rows = read_rows(package.tables[table].file)
    rows[len(rows) // 2][field] += " again"
    package.tables[table].file.write_bytes(write_rows(names, [[row[name] or None for name in names] for row in rows]))


def measure(articles: int, scrap: Path, *, is_whole: bool) -> Iterator[Figure]:
    """Measure the check of an archive of so many articles; one run over all of them only where it is asked for."""
    package = write(scrap / str(articles), articles)
    root, day, environment = str(package.root), ("--as-of", "2026-06-30"), with_cache(scrap / f"cache-{articles}")
    check = (*COMMAND, "check", root, *day, "--format", "json")

    def ask(name: str, *command: str) -> Figure:
        return take(name, command, environment, fine=(0, 1))

    if is_whole:
        yield ask("one run over all articles (`corrigenda.check`)", sys.executable, "-c", ONE_RUN, root)
    yield ask("`check --jobs 1 --no-cache`", *check, "--jobs", "1", "--no-cache")
    yield ask("`check --jobs 2 --no-cache`", *check, "--jobs", "2", "--no-cache")
    yield ask("`check --jobs 1`, the cache empty", *check, "--jobs", "1")
    yield ask("`check` again, nothing changed", *check, "--jobs", "1")
    change_a_cell(package, "claims", "statement")
    yield ask("`check` again, one cell of one article changed", *check, "--jobs", "1")
    change_a_cell(package, "actors", "label")
    yield ask("`check` again, one row of the reference changed", *check, "--jobs", "1")


def main() -> None:
    """Measure and print; with --write, keep the figures on the page as well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[1000], help="numbers of articles")
    parser.add_argument("--about", default="", help="what was true of the machine")
    parser.add_argument("--write", action="store_true", help="keep the figures, and write docs/performance.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="corrigenda-") as scrap:
        for size in options.sizes:
            figures = list(measure(size, Path(scrap), is_whole=size <= 1000))
            if options.write:
                keep(f"{size:,} articles", options.about, figures)


if __name__ == "__main__":
    main()
