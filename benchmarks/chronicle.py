"""One article that is a chronicle: events linked one to the next, five mentions each; how its check and its timeline grow.

CPU seconds of whole checks, and of the timeline alone in one process with the constraint network read once; the
ratio is to the smallest size, and the growth is the exponent between two sizes.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date, timedelta
from math import log
from pathlib import Path

from cpu import measure, report
from growth import _terms, _write

from corrigenda.engine.tables import load
from corrigenda.package.package import Package, open_package
from corrigenda.package.scaffold import new_package
from corrigenda.package.tables.csv_file import read_rows

ROOT = Path(__file__).parent.parent
SIZES = (80, 200, 400, 800)
FIRST, APART, MENTIONS = date(1992, 2, 3), 9, 5
Row = dict[str, str]


def build(folder: Path, events: int) -> Package:
    """Write a package of one article with that many events, each before the next, and five mentions of each.

    Every fourth event is dated to the day and every seventh to the month; after every tenth a gap is stated. The
    first person mentioned has a title that fits; everything is consistent.
    """
    package = new_package(folder)
    said = _said(events)
    for table in package.layer("said"):
        _write(package.tables[table.name], said.get(table.name, []))
    people = _terms(max(40, events // 4))
    published = open_package(ROOT)
    for table in package.layer("known"):
        own = people.get(table.name, [])
        own = [{**row, "start": "1990-01-01", "end": "2024-12-31"} for row in own] if table.name == "tenures" else own
        own = [{**row, "holders": "several"} for row in own] if table.name == "offices" else own
        _write(package.tables[table.name], [*read_rows(published.tables[table.name].file)[1], *own])
    return package


def _said(events: int) -> dict[str, list[Row]]:
    """Return the rows of the article by table."""
    rows: dict[str, list[Row]] = {name: [] for name in ("articles", "passages", "claims", "events", "dates", "relations", "mentions")}
    rows["articles"].append({"article_id": "chronicle", "sha256": "0" * 64, "length": str(100 * events + 100), "published": "2024-06-01"})
    rows["events"].append(
        {
            "event_id": "chronicle/writing",
            "article_id": "chronicle",
            "label": "the article is written",
            "kind_id": "writing",
            "tense": "present",
        }
    )
    for n in range(events):
        key, day, start = f"chronicle/{n:05}", FIRST + timedelta(days=APART * n), 100 * n
        passage = {"passage_id": key, "start": str(start), "end": str(start + 90)}
        rows["passages"].append({**passage, "article_id": "chronicle", "paragraph": "1", "sentence": str(n + 1), "sha256": "0" * 64})
        rows["claims"].append(
            {**passage, "claim_id": key, "statement": f"Event {n} came about.", "modality": "asserted", "polarity": "affirmed"}
        )
        rows["events"].append(
            {
                **passage,
                "event_id": key,
                "article_id": "chronicle",
                "claim_id": key,
                "label": f"event {n}",
                "kind_id": "order",
                "tense": "past",
            }
        )
        words = {**passage, "event_id": key, "end": str(start + 10)}
        if n % 4 == 0:
            rows["dates"].append(
                {**words, "date_id": f"{key}/day", "kind": "date", "as_printed": day.strftime("%d %B %Y"), "edtf": day.isoformat()}
            )
        elif n % 7 == 0:
            rows["dates"].append(
                {**words, "date_id": f"{key}/month", "kind": "date", "as_printed": day.strftime("%B %Y"), "edtf": f"{day:%Y-%m}"}
            )
        if n % 10 == 9:
            gap = {
                "kind": "gap",
                "as_printed": "9 days later",
                "anchor": f"chronicle/{n - 1:05}",
                "duration": f"P{APART}D",
                "direction": "after",
            }
            rows["dates"].append({**words, "date_id": f"{key}/gap", **gap})
        if n:
            rows["relations"].append(
                {**words, "relation_id": f"{key}/after", "relation": "after", "other": f"chronicle/{n - 1:05}", "basis": "printed"}
            )
        for m in range(MENTIONS):
            who = (n * MENTIONS + m) % max(40, events // 4)
            name = {
                "actor_id": f"zz-{who:07}",
                "form": "name",
                "name_printed": f"Somebody {who:07}",
                "part": "agent" if m == 0 else "object",
            }
            if m == 0:
                name |= {"title_printed": f"Holder of {who // 4:07}", "office_id": f"zz/{who // 4:07}", "title_time": "event"}
            rows["mentions"].append({**words, "mention_id": f"{key}/{m}", "claim_id": key, **name})
    return rows


def solve(package: Package) -> float:
    """Return the CPU seconds that the answers of the timeline take, tables and views being there."""
    from corrigenda.timeline.answer_tables import COLUMNS, solve_articles

    with load(package) as tables:
        for name in COLUMNS:
            tables.run(f"DROP TABLE IF EXISTS {name}")
        before = time.process_time()
        solve_articles(tables.query, tables.run)
        return time.process_time() - before


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scrap:
        first: tuple[float, float] | None = None
        last: tuple[int, float, float] | None = None
        for size in SIZES:
            package = build(Path(scrap) / str(size), size)
            alone = solve(package)
            whole = measure([sys.executable, "-m", "corrigenda", "check", str(package.root), "--format", "json"], 1)
            first = first or (alone, whole)
            report(f"timeline of {size:,} linked events", alone, first[0], "growth no worse than 1.3")
            report(f"check of {size * MENTIONS:,} mentions in {size:,} linked events", whole, first[1], "5 s for 4,000 mentions")
            if last:
                grown = [log(now / then) / log(size / last[0]) for now, then in ((alone, last[1]), (whole, last[2]))]
                sys.stdout.write(f"{'growth since the size before: timeline, check':<46} {grown[0]:7.2f} {grown[1]:7.2f}\n")
            last = size, alone, whole
