"""What it takes to do other things than check with an archive: compare it, export it, report it, draft and import against it.

python benchmarks/commands.py [ARTICLES] [--only PART] [--about TEXT] [--write]

The articles are those of archive.py. An import brings 10,000 terms in office from a CSV into the package, and then a newer file of the
same source, with one term in a hundred changed.
"""

from __future__ import annotations

import argparse
import csv
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from archive import COMMAND, change_a_cell, with_cache, write
from cpu import Figure, take
from page import keep

from corrigenda import open_package

TERMS = 10_000
TEXT = Path(__file__).parent.parent / "tests" / "articles" / "grain-port" / "text.txt"
LOCKED = "import sys; from corrigenda.tasks.checking.check import run_check; run_check(sys.argv[1], as_of='2026-06-30', locked=True)"
FORMS = {"sqlite": "a.sqlite", "duckdb": "a.duckdb", "xlsx": "a.xlsx", "parquet": "parquet", "datasette": "datasette",
         "claimreview": "reviews.json", "annotations": "annotations.json"}  # fmt: skip


def write_terms(file: Path, *, changed: bool) -> Path:
    """Write a list of terms; a person has two of them, an office four."""
    with file.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("person", "person_id", "office", "office_id", "state", "start", "end"))
        for n in range(TERMS):
            person, office, last = n // 2, n * 7 % (TERMS // 4), 1952 + n % 70 + (changed and n % 100 == 0)
            start, end = f"{1950 + n % 70}-03-02", f"{last}-05-06"
            rows.writerow(
                (f"First{person % 977} Last{person}", f"p{person}", f"Minister of Works {office}", f"o{office}", "fr", start, end)
            )
    return file


def commands(articles: int, scrap: Path, only: str) -> Iterator[Figure]:
    """Measure each command in a process of its own; those that write, on a copy."""
    root = str(write(scrap / "archive", articles).root)
    environment = with_cache(scrap / "cache")

    def ask(name: str, *command: str | Path) -> Iterator[Figure]:
        if only in name:
            yield take(name, [*map(str, command)], environment, fine=(0, 1))

    yield from ask("`check --jobs 1 --no-cache`", *COMMAND, "check", root, "--jobs", "1", "--no-cache", "--format", "json")
    yield from ask("`check --locked`, nothing committed", sys.executable, "-c", LOCKED, root)
    for form, made in FORMS.items():
        yield from ask(f"`export {form}`", *COMMAND, "export", form, root, "-o", scrap / made)
    yield from ask("`report`", *COMMAND, "report", root, "-o", scrap / "report")
    yield from ask("`report --format json`", *COMMAND, "report", root, "--format", "json")
    draft = ("draft", "--text", TEXT, "--known", root, "-o", scrap / "story", "--published", "2025-06-30")
    yield from ask("`draft` of one text of 164 words against its reference", *COMMAND, *draft)
    other = open_package(shutil.copytree(root, scrap / "other"))
    change_a_cell(other, "claims", "statement")
    yield from ask("`diff`, one cell changed", *COMMAND, "diff", root, other.root)
    if (scrap / "a.xlsx").exists():
        yield from ask("`import xlsx` of its own export, nothing changed", *COMMAND, "import", "xlsx", scrap / "a.xlsx", "-o", other.root)
    for is_newer in (False, True):
        file = write_terms(scrap / "terms.csv", changed=is_newer)
        name = f"`import table`, {TERMS:,} terms{', a newer file' if is_newer else ''}"
        yield from ask(name, *COMMAND, "import", "table", file, "-o", other.root, "--as-of", "2026-01-01")


def main() -> None:
    """Measure and print; with --write, keep the figures on the page as well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=1000)
    parser.add_argument("--only", default="", help="measure only what has this in its name")
    parser.add_argument("--about", default="", help="what was true of the machine")
    parser.add_argument("--write", action="store_true", help="keep the figures, and write docs/performance.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="corrigenda-") as scrap:
        figures = list(commands(options.articles, Path(scrap), options.only))
    if options.write:
        keep(f"Other commands at {options.articles:,} articles", options.about, figures)


if __name__ == "__main__":
    main()
