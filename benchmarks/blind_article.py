"""Begin a short news text for tests/articles, and keep it there once its rows are filled: the format is in tests/articles/README.md.

    python benchmarks/blind_article.py start WORK --text FILE --id NAME --published DAY
    python benchmarks/blind_article.py keep WORK --id NAME [--to FOLDER]

`start` makes a package in WORK with the passages of the text, and empty `slips.csv` and `times.csv` next to it. Fill its tables by hand
(`corrigenda locate` finds the positions; a quotation of more than eight words needs a column `find`); do not use `corrigenda draft`,
because these rows measure it. `keep` copies the text, both lists and the rows that are not those of every new package to tests/articles.

Rows of `times.csv` say what a reader makes of each time with the day of publication: "Thursday" is 2025-09-11, "within 18 months" of that
day ../2027-03-11, "the early 1990s" 1990/1994. A season is its code (2025-23 for autumn) or its months (2025-09/2025-11). A time that
nobody can place has no row.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
from pathlib import Path

from corrigenda import new_package
from corrigenda.errors import SetupError
from corrigenda.package.package import open_package
from corrigenda.package.tables.csv_file import write_rows
from corrigenda.tasks.checking.check import run_check
from corrigenda.tasks.editing.authoring import new_article

ARTICLES = Path(__file__).parent.parent / "tests" / "articles"
LISTS = {"slips.csv": "slip_id,sort,words,wrong,right,kind,cells\n", "times.csv": "date_id,value\n"}
LAYERS = ("said", "known")


def start(work: Path, text: Path, name: str, published: str) -> None:
    """Make a package for a text, with its passages, and the two lists."""
    package = new_package(work, starter=True)
    words = text.read_bytes().decode()
    (work / "text.txt").write_bytes(words.encode())
    new_article(package, name, words, published=published)
    for file, header in LISTS.items():
        (work / file).write_text(header, "utf-8")


def keep(work: Path, name: str, to: Path) -> list[str]:
    """Copy what was written by hand to its folder; return the tables that have rows. Nothing is copied if the rows do not prove."""
    text = (work / "text.txt").read_bytes().decode()
    mend = f"{work}: run 'corrigenda check {work} --text {work / 'text.txt'}' and mend what it says first."
    try:
        proves = run_check(work, texts=[text]).exit_code() != 2  # 2: rows that are not in the text
    except SetupError:  # broken structure
        raise SystemExit(mend) from None
    if not proves:
        raise SystemExit(mend)
    target = to / name
    if target.exists():
        raise SystemExit(f"{target}: is there already.")
    with tempfile.TemporaryDirectory() as scrap:
        starter = new_package(Path(scrap) / "starter", starter=True)
        given = {table.name: _rows(table.file) for table in starter.tables.values()}
    kept = []
    for table in open_package(work).tables.values():
        rows = [row for row in _rows(table.file) if row not in given.get(table.name, [])]
        if table.layer in LAYERS and rows:
            file = target / "package" / "data" / table.layer / f"{table.name}.csv"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(write_rows(list(rows[0]), [[value or None for value in row.values()] for row in rows]))
            kept.append(table.name)
    (target / "text.txt").write_bytes(text.encode())
    for name_of in LISTS:
        (target / name_of).write_bytes((work / name_of).read_bytes())
    return kept


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def main() -> None:
    """Do one of the two steps."""
    asked = argparse.ArgumentParser(description="Begin or keep a short news text for tests/articles.")
    asked.add_argument("step", choices=("start", "keep"))
    asked.add_argument("work", type=Path)
    asked.add_argument("--id", dest="name", required=True)
    asked.add_argument("--text", type=Path)
    asked.add_argument("--published", default="")
    asked.add_argument("--to", type=Path, default=ARTICLES)
    given = asked.parse_args()
    if given.step == "keep":
        print(f"{given.name}: {', '.join(keep(given.work, given.name, given.to))}")
    elif given.text is None:
        sys.exit("start needs --text FILE")
    else:
        start(given.work, given.text, given.name, given.published)
        print(f"Fill the tables of {given.work}, slips.csv and times.csv; then: blind_article.py keep {given.work} --id {given.name}")


if __name__ == "__main__":
    main()
