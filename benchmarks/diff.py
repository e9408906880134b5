"""`corrigenda diff` of two tables of a million rows with 1 % changes, beside reading them once, csv-diff and daff.

csv-diff and daff are measured where they are installed. daff takes minutes for a million rows and is run on a tenth of them;
its figure is multiplied by ten, which flatters it where it grows faster than its input.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

from cpu import measure, report

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
FIELDS = ("row_id", "name", "kind", "start", "end", "amount", "note", "source_id")
READ = """
import sys, duckdb
engine = duckdb.connect(config={"threads": 1})
for name, file in zip("ab", sys.argv[1:]):
    columns = {field: "VARCHAR" for field in %r}
    engine.execute(f"CREATE TABLE {name} AS SELECT * FROM read_csv(?, header = true, auto_detect = false, columns = {columns})", [file])
"""


def write(folder: Path, rows: int, *, changed: bool, quoted: bool) -> Path:
    """Write a package of one table; of a hundred rows one has another cell, and of two thousand one came and one went."""
    (folder / "schemas").mkdir(parents=True)
    (folder / "data").mkdir()
    schema = {"fields": [{"name": name, "type": "string"} for name in FIELDS], "primaryKey": "row_id"}
    (folder / "schemas" / "rows.json").write_text(json.dumps(schema))
    resource = {"name": "rows", "path": "data/rows.csv", "schema": "schemas/rows.json"}
    (folder / "datapackage.json").write_text(json.dumps({"name": "bench", "version": "1.0.0", "resources": [resource]}))
    file = folder / "data" / "rows.csv"
    with file.open("w") as stream:
        stream.write(",".join(FIELDS) + "\n")
        for n in range(rows):
            note = "" if n % 2 else '"seen, on a page"' if quoted else "seen on a page"
            key = f"k{n:07}" + ("x" if changed and n % 2000 == 7 else "")
            end = 2030 + (9 if changed and n % 100 == 7 else n % 7)
            stream.write(f"{key},Person number {n},{'abc'[n % 3]},20{n % 25:02}-0{n % 9 + 1},{end},{n * 13 % 9999},{note},s{n % 1000}\n")
    return file


with tempfile.TemporaryDirectory() as name:
    for quoted in (False, True):
        old, new = (Path(name) / f"{side}-{quoted}" for side in ("old", "new"))
        files = [str(write(folder, ROWS, changed=folder is new, quoted=quoted)) for folder in (old, new)]
        kind = f"{ROWS:,} rows, {'half of them with quotes' if quoted else 'no quotes'}"
        base = measure([sys.executable, "-c", READ % (FIELDS,), *files], 3)
        report(f"read both once, {kind}", base, base, "the measure")
        own = measure([sys.executable, "-m", "corrigenda", "diff", str(old), str(new), "--format", "json"], 3)
        report("corrigenda diff", own, base, "at most 3 x reading")
        if quoted:
            continue
        if shutil.which("csv-diff"):
            seconds = measure(["csv-diff", *files, "--key", "row_id", "--json"], 1)
            report("csv-diff", seconds, own, "at least 4 x corrigenda diff")
        if shutil.which("daff"):
            few = [Path(name) / side for side in ("few-old", "few-new")]
            files = [str(write(folder, ROWS // 10, changed=folder is few[1], quoted=False)) for folder in few]
            seconds = measure(["daff", "diff", "--id", "row_id", *files], 1) * 10
            report("daff, ten times its figure for a tenth", seconds, own, "at least 100 x corrigenda diff")
