"""What is found in the short news texts of tests/articles, compared with the slips that were put there.

A finding is about a slip if a cell that it rests on is one that `slips.csv` names, or is in the row of one; about a point if the
slip is only a point of sourcing. Every other finding about an article is noise. A certain error or warning that is noise is a
false certain one. Findings about the reference are counted apart. What is folded into another finding is shown as part of it.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from corrigenda import Finding, Result, catalogue, check, load, new_package
from corrigenda.checking.text_proof import prove
from corrigenda.package.package import Package, open_package
from corrigenda.package.tables.csv_file import write_rows

ARTICLES = Path(__file__).parent.parent / "tests" / "articles"
KEPT = "kept-"
AS_OF = "2026-11-28"
Cell = tuple[str, str, str]


@dataclass(frozen=True)
class Slip:
    """Hold a slip of an article, or a point of sourcing in it, with the cells that a finding may name."""

    slip_id: str
    sort: str
    words: str
    cells: tuple[Cell, ...]

    @cached_property
    def rows(self) -> frozenset[tuple[str, str]]:
        """Return the rows of these cells: table and key."""
        return frozenset((table, row) for table, row, _ in self.cells)


@dataclass(frozen=True)
class Score:
    """Compare what was found in one article with its slips; findings that are folded into another are part of it."""

    name: str
    slips: tuple[Slip, ...]
    result: Result

    @cached_property
    def shown(self) -> tuple[Finding, ...]:
        """Return the findings about the article that a reader sees each by itself."""
        folded = {key for finding in self.result.findings for key in finding.folded}
        return tuple(f for f in self.result.findings if f.subject == "article" and f.fingerprint not in folded)

    def rests_on(self, finding: Finding) -> set[Cell]:
        """Return the cells that a finding and what is folded into it rest on."""
        parts = [finding, *(f for f in self.result.findings if f.fingerprint in finding.folded)]
        return {(place.table, place.row, place.field) for part in parts for place in part.places if place.role == "basis"}

    def about(self, finding: Finding, sort: str) -> bool:
        """Say whether a finding rests on the row of a slip (or of a point, by `sort`)."""
        rows = {(table, row) for table, row, _ in self.rests_on(finding)}
        return any(slip.sort == sort and slip.rows & rows for slip in self.slips)

    def planted(self) -> list[Slip]:
        """Return the slips without the points of sourcing."""
        return [slip for slip in self.slips if slip.sort == "slip"]

    def at_cell(self, slip: Slip) -> bool:
        """Say whether a finding rests on a cell that the slip names."""
        return any(self.rests_on(finding) & set(slip.cells) for finding in self.shown)

    def at_first_place(self, slip: Slip) -> bool:
        """Say whether the first place of a finding is a cell that the slip names."""
        first = (finding.places[0] for finding in self.shown)
        return any((place.table, place.row, place.field) in slip.cells for place in first)

    def at_row(self, slip: Slip) -> bool:
        """Say whether a finding rests on any cell in a row that the slip names."""
        return any(slip.rows & {cell[:2] for cell in self.rests_on(finding)} for finding in self.shown)

    def certainly(self, slip: Slip) -> bool:
        """Say whether a certain error or warning rests on a cell that the slip names."""
        return any(f.verdict == "certain" and f.severity != "note" and self.rests_on(f) & set(slip.cells) for f in self.shown)

    def noise(self) -> list[Finding]:
        """Return the findings that are about neither a slip nor a point."""
        return [f for f in self.shown if not self.about(f, "slip") and not self.about(f, "point")]

    def false_certain(self) -> list[Finding]:
        """Return the certain errors and warnings that are noise."""
        return [f for f in self.noise() if f.verdict == "certain" and f.severity != "note"]


def names() -> list[str]:
    """List the articles in the order of their names."""
    return sorted(folder.name for folder in ARTICLES.iterdir() if (folder / "text.txt").is_file())


def read_slips(name: str) -> tuple[Slip, ...]:
    """Read the slips of an article and the points of sourcing in it."""
    with (ARTICLES / name / "slips.csv").open(newline="", encoding="utf-8") as stream:
        return tuple(Slip(row["slip_id"], row["sort"], row["words"], _cells(row["cells"])) for row in csv.DictReader(stream))


def _cells(cells: str) -> tuple[Cell, ...]:
    parts = (cell.split(":") for cell in cells.split())
    return tuple((table, row, field) for table, row, field in parts)


def make(name: str, root: Path) -> Package:
    """Make the package of an article: a new one with the starter, and the rows of the article added in the order of their keys."""
    new_package(root, starter=True)
    for file in sorted((ARTICLES / name / "package" / "data").rglob("*.csv")):
        target = root / "data" / file.parent.name / file.name
        with target.open(newline="", encoding="utf-8") as stream:
            reader = csv.DictReader(stream)
            fields, rows = list(reader.fieldnames or []), list(reader)
        with file.open(newline="", encoding="utf-8") as stream:
            added = [{field: row.get(field) or "" for field in fields} for row in csv.DictReader(stream)]
        rows = sorted([*rows, *added], key=lambda row: row[fields[0]])
        target.write_bytes(write_rows(fields, [[row[field] for field in fields] for row in rows]))
    return open_package(root)


def score(name: str, root: Path) -> Score:
    """Make the package of an article in an empty folder, verify it against its text, and check it; ends the run where it is broken."""
    with load(make(name, root)) as tables:
        proved, problems = prove(tables, (ARTICLES / name / "text.txt").read_text("utf-8"))
        if tables.problems or problems or not proved:
            sys.exit("\n".join(map(str, [*tables.problems, *problems])) or f"{name}: nothing to prove")
        return Score(name, read_slips(name), check(tables, catalogue(), as_of=AS_OF))


HEAD = ("article", "slips", "at the cell", "first place", "certain", "at the row", "missed", "findings", "about slips", "points", "noise",
        "errors", "warnings", "notes", "false certain", "reference")  # fmt: skip


def figures(done: Score) -> list[int]:
    """Count, in the order of `HEAD`; noise is divided by the severity that is shown."""
    slips, noise = done.planted(), done.noise()
    levels = Counter(str(finding.level) for finding in noise)
    return [
        len(slips),
        sum(map(done.at_cell, slips)),
        sum(map(done.at_first_place, slips)),
        sum(map(done.certainly, slips)),
        sum(map(done.at_row, slips)),
        sum(not done.at_row(slip) for slip in slips),
        len(done.shown),
        sum(done.about(finding, "slip") for finding in done.shown),
        sum(done.about(finding, "point") and not done.about(finding, "slip") for finding in done.shown),
        len(noise),
        levels["error"],
        levels["warning"],
        levels["note"],
        len(done.false_certain()),
        sum(finding.subject == "reference" for finding in done.result.findings),
    ]


def table(scores: Sequence[Score]) -> Iterable[str]:
    """Write the figures as a table in Markdown, with totals of the articles that may be tuned on, of those kept back, and of all."""
    yield f"| {' | '.join(HEAD)} |"
    yield f"|---|{'---:|' * (len(HEAD) - 1)}"
    rows = [(done.name, figures(done)) for done in scores]
    for name, row in rows:
        yield _line(name, row)
    open_rows = [row for name, row in rows if not name.startswith(KEPT)]
    kept_rows = [row for name, row in rows if name.startswith(KEPT)]
    for title, part in (("**without those kept back**", open_rows), ("**kept back**", kept_rows), ("**all**", open_rows + kept_rows)):
        if part:
            yield _line(title, [sum(column) for column in zip(*part, strict=True)])


def _line(name: str, row: Sequence[int]) -> str:
    return f"| {name} | {' | '.join(map(str, row))} |"


def listing(done: Score) -> Iterable[str]:
    """Write each slip with whether it was found, then each finding that is noise."""
    yield f"\n{done.name}"
    for slip in done.planted():
        state = "found" if done.at_cell(slip) else "at its row" if done.at_row(slip) else "missed"
        yield f"  {state:<10} {slip.slip_id}: {slip.words}"
    for finding in done.noise():
        yield f"  noise      {finding.level} {finding.verdict} {finding.fingerprint}: {finding.message}"


def main() -> None:
    """Print the figures of the articles named, or of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="articles; all by default")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="leave the packages there")
    parser.add_argument("--findings", action="store_true", help="list slips and noise; those of articles kept back are not shown")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="corrigenda-") as scrap:
        root = options.keep or Path(scrap)
        scores = [score(name, root / name) for name in options.names or names()]
    lines = [*table(scores)]
    if options.findings:
        lines += [line for done in scores if not done.name.startswith(KEPT) for line in listing(done)]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
