"""How a check grows: the published article many times over, beside a reference that grows with it."""

from __future__ import annotations

import sys
import tempfile
from math import log
from pathlib import Path

from cpu import measure, report

from corrigenda.package.package import Package, open_package
from corrigenda.package.scaffold import new_package
from corrigenda.package.tables.csv_file import read_rows, write_rows
from corrigenda.package.tables.table import Table

ROOT = Path(__file__).parent.parent
SIZES = (1_000, 10_000, 100_000)
Row = dict[str, str]


def build(folder: Path, size: int) -> Package:
    """Write a package with about that many mentions, in copies of the published article, and a term of office for every ten."""
    published, package = open_package(ROOT), new_package(folder)
    mentions = len(read_rows(published.tables["mentions"].file)[1])
    for table in published.layer("said"):
        _write(
            package.tables[table.name], [_copy(table, row, n) for n in range(max(1, size // mentions)) for row in read_rows(table.file)[1]]
        )
    grown = _terms(size // 10)
    for table in published.layer("known"):
        _write(package.tables[table.name], [*read_rows(table.file)[1], *grown.get(table.name, [])])
    return package


def _copy(table: Table, row: Row, number: int) -> Row:
    """Give the keys of a row, and those by which it points at rows of the article, a number of their own."""
    keys = {*table.key, *(name for foreign in table.foreign_keys for name in foreign.fields)}
    return {name: _number(value, number) if name in keys else value for name, value in row.items()}


def _number(key: str, number: int) -> str:
    article, slash, rest = key.partition("/")
    return f"{article}-{number:06}{slash}{rest}" if article in ARTICLES else key


def _terms(size: int) -> dict[str, list[Row]]:
    """Return that many people with one term each, four to an office, one after the other."""
    seen, unseen = {"source_id": "general-knowledge"}, dict.fromkeys(("existed_from_confirmed", "existed_to_confirmed"), "false")
    people = [{"actor_id": f"zz-{n:07}", "label": f"Somebody {n:07}", "kind": "person", **unseen, **seen} for n in range(size)]
    named = dict.fromkeys(("name_confirmed", "used_from_confirmed", "used_to_confirmed", "superseded_confirmed"), "true")
    names = [
        {
            "name_id": f"{p['actor_id']}/1",
            "actor_id": p["actor_id"],
            "name": p["label"],
            "language": "en",
            "rank": "primary",
            **named,
            **seen,
        }
        for p in people
    ]
    office = {"state": "us", "holders": "one", **unseen, **seen}
    offices = [{"office_id": f"zz/{n:07}", "label": f"Holder of {n:07}", **office} for n in range(size // 4)]
    term = {"end_state": "closed", "acting": "false", "start_confirmed": "true", "end_confirmed": "true", **seen}
    tenures = [
        {
            "tenure_id": f"zz/{n // 4:07}/{n % 4}", "actor_id": people[n]["actor_id"], "office_id": office["office_id"],
            "start": f"{1990 + 5 * (n % 4)}-01-01", "end": f"{1994 + 5 * (n % 4)}-12-31", **term,
        }
        for n, office in enumerate(office for office in offices for _ in range(4))
    ]  # fmt: skip
    return {"actors": people, "names": names, "offices": offices, "tenures": tenures}


def _write(table: Table, rows: list[Row]) -> None:
    rows.sort(key=lambda row: [row[name] for name in table.key])
    table.file.write_bytes(write_rows([f.name for f in table.fields], [[row.get(f.name) for f in table.fields] for row in rows]))


ARTICLES = {row["article_id"] for row in read_rows(open_package(ROOT).tables["articles"].file)[1]}

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scrap:
        first = last = 0.0
        for size in SIZES:
            build(Path(scrap) / str(size), size)
            # A package with problems ends the run: exit code 2.
            seconds = measure([sys.executable, "-m", "corrigenda", "check", str(Path(scrap) / str(size)), "--format", "json"], 1)
            first = first or seconds
            report(f"check of {size:,} mentions", seconds, first, "growth no worse than n log n")
            if last:
                sys.stdout.write(f"{'growth: the exponent since the size before':<46} {log(seconds / last, 10):7.2f}\n")
            last = seconds
