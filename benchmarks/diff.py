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
# The fields of data/said/mentions.csv, the table that grows with the text.
FIELDS = (
    "mention_id", "passage_id", "start", "end", "claim_id", "event_id", "actor_id", "form", "name_printed", "title_printed",
    "title_marker", "office_id", "title_time", "name_time", "part", "reason",
)  # fmt: skip
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
    schema = {"fields": [{"name": name, "type": "string"} for name in FIELDS], "primaryKey": FIELDS[0]}
    (folder / "schemas" / "rows.json").write_text(json.dumps(schema))
    resource = {"name": "rows", "path": "data/rows.csv", "schema": "schemas/rows.json"}
    (folder / "datapackage.json").write_text(json.dumps({"name": "bench", "version": "1.0.0", "resources": [resource]}))
    file = folder / "data" / "rows.csv"
    with file.open("w") as stream:
        stream.write(",".join(FIELDS) + "\n")
        for n in range(rows):
            key = f"article-{n // 100:05}/m{n:07}" + ("x" if changed and n % 2000 == 7 else "")
            start = n % 5000 + (1 if changed and n % 100 == 7 else 0)
            title = '"Secretary, of Defense"' if quoted and n % 2 else "Secretary of Defense"
            cells = (
                key, f"article-{n // 100:05}/{n % 100:02}.01", start, start + 12, f"article-{n // 100:05}/c{n % 50}",
                f"article-{n // 100:05}/e{n % 30}", f"person-{n % 9999}", "name", f"Person {n % 9999}", title, "",
                f"us/office-{n % 300}", "event", "unknown", "agent", "" if n % 3 else "The article names the office as the reason.",
            )  # fmt: skip
            stream.write(",".join(map(str, cells)) + "\n")
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
            seconds = measure(["csv-diff", *files, "--key", FIELDS[0], "--json"], 1)
            report("csv-diff", seconds, own, "at least 4 x corrigenda diff")
        if shutil.which("daff"):
            few = [Path(name) / side for side in ("few-old", "few-new")]
            files = [str(write(folder, ROWS // 10, changed=folder is few[1], quoted=False)) for folder in few]
            seconds = measure(["daff", "diff", "--id", FIELDS[0], *files], 1) * 10
            report("daff, ten times its figure for a tenth", seconds, own, "at least 100 x corrigenda diff")
