"""Two states of a package of one table, and the differences between them, which are planted here and nowhere said."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

# The fields of data/said/mentions.csv, the table that grows with the text.
FIELDS = (
    "mention_id", "passage_id", "start", "end", "claim_id", "event_id", "actor_id", "form", "name_printed", "title_printed",
    "title_marker", "office_id", "title_time", "name_time", "part", "reason",
)  # fmt: skip
Row = dict[str, str]


def write_states(folder: Path, rows: int) -> list[str]:
    """Write the folders old and new; return the differences, one a line: 'added KEY', 'removed KEY', 'changed KEY FIELD'.

    Of a hundred rows one has two other cells; of a thousand one cell was emptied, if it was not empty, and one filled; of two thousand
    rows one has another key. Half of all rows have a cell in quotes.
    """
    planted: list[str] = []
    for side in ("old", "new"):
        (folder / side / "data").mkdir(parents=True)
        schema = {"fields": [{"name": name, "type": "string"} for name in FIELDS], "primaryKey": FIELDS[0]}
        resource = {"name": "rows", "path": "data/rows.csv", "schema": schema}
        (folder / side / "datapackage.json").write_text(json.dumps({"name": "bench", "version": "1.0.0", "resources": [resource]}))
        with (folder / side / "data" / "rows.csv").open("w", encoding="utf-8", newline="") as stream:
            out = csv.DictWriter(stream, FIELDS, lineterminator="\n")
            out.writeheader()
            out.writerows(_rows(rows) if side == "old" else _change(_rows(rows), planted))
    return sorted(planted)


def _rows(count: int) -> Iterator[Row]:
    for n in range(count):
        article = f"article-{n // 100:05}"
        yield {
            "mention_id": f"{article}/m{n:07}", "passage_id": f"{article}/{n % 100:02}.01", "start": str(n % 5000),
            "end": str(n % 5000 + 12), "claim_id": f"{article}/c{n % 50}", "event_id": f"{article}/e{n % 30}",
            "actor_id": f"person-{n % 9999}", "form": "name", "name_printed": f"Person {n % 9999}",
            "title_printed": "Secretary, of Defense" if n % 2 else "Secretary of Defense", "title_marker": "",
            "office_id": f"us/office-{n % 300}", "title_time": "event", "name_time": "unknown", "part": "agent",
            "reason": "" if n % 3 else "The article names the office as the reason.",
        }  # fmt: skip


def _change(rows: Iterator[Row], planted: list[str]) -> Iterator[Row]:
    for n, row in enumerate(rows):
        key, cells = row["mention_id"], {}
        if n % 2000 == 7:
            planted += [f"removed {key}", f"added {key}x"]
            cells = {"mention_id": f"{key}x"}
        elif n % 100 == 7:
            cells = {"start": str(int(row["start"]) + 1), "end": str(int(row["end"]) + 1)}
        elif n % 1000 == 333:
            cells = {"reason": ""}
        elif n % 1000 == 334:
            cells = {"title_marker": "then"}
        if "mention_id" not in cells:
            planted += [f"changed {key} {field}" for field in cells if cells[field] != row[field]]
        yield row | cells
