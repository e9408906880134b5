"""In polars: anti joins for the keys, and each field of the joined rows."""

import sys
from pathlib import Path

import polars as pl

old, new = (pl.read_csv(Path(folder) / "data/rows.csv", infer_schema=False) for folder in sys.argv[1:3])
key, *fields = old.columns
both = old.join(new, on=key, suffix=" new")
lines = [f"added {name}" for name in new.join(old, on=key, how="anti")[key]]
lines += [f"removed {name}" for name in old.join(new, on=key, how="anti")[key]]
for field in fields:
    lines += [f"changed {name} {field}" for name in both.filter(pl.col(field).ne_missing(pl.col(f"{field} new")))[key]]
Path(sys.argv[3]).write_text("".join(f"{line}\n" for line in sorted(lines)))
