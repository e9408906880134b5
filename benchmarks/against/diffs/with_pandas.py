"""In pandas: an outer set of keys, and compare() for the rows of both."""

import sys
from pathlib import Path

import pandas as pd

old, new = (pd.read_csv(Path(folder) / "data/rows.csv", dtype=str, index_col=0, keep_default_na=False) for folder in sys.argv[1:3])
both = old.index.intersection(new.index)
changed = old.loc[both].compare(new.loc[both])
lines = [f"added {key}" for key in new.index.difference(old.index)] + [f"removed {key}" for key in old.index.difference(new.index)]
for field in changed.columns.get_level_values(0).unique():
    lines += [f"changed {key} {field}" for key in changed.index[changed[field].notna().any(axis=1)]]
Path(sys.argv[3]).write_text("".join(f"{line}\n" for line in sorted(lines)))
