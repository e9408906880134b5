"""With csv-diff, as a library."""

import sys
from pathlib import Path

from csv_diff import compare, load_csv

states = []
for folder in sys.argv[1:3]:
    with (Path(folder) / "data/rows.csv").open(encoding="utf-8", newline="") as stream:
        states.append(load_csv(stream, key="mention_id"))
found = compare(*states)
lines = [f"{kind} {row['mention_id']}" for kind in ("added", "removed") for row in found[kind]]
lines += [f"changed {row['key']} {field}" for row in found["changed"] for field in row["changes"]]
Path(sys.argv[3]).write_text("".join(f"{line}\n" for line in sorted(lines)))
