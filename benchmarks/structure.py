"""The structure of a million rows: judged here, by hand-written SQL in DuckDB, and (with --frictionless) by Frictionless.

python benchmarks/structure.py [ROWS] [--frictionless]

Twelve faults are planted and counted before times are compared. CPU seconds of a whole process, and its peak memory. The figures go to
benchmarks/results/structure.json.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROWS = 1_000_000
KEYS = 100_000
KINDS = ("person", "office", "body", "place")
RESULT = Path(__file__).parent / "results" / "structure.json"
# Which cell of which row is broken: one type, enum, bound, pattern, length, required value, both foreign keys, a key twice.
FAULTS = {
    11: ("number", "eleven"), 1_011: ("number", "7.5"), 2_011: ("number", "-4"), 3_011: ("kind", "ofice"), 4_011: ("kind", "PERSON"),
    5_011: ("code", "abc"), 6_011: ("code", ""), 7_011: ("actor_id", "a9999999"), 8_011: ("actor_id", "nobody"),
    9_011: ("office_id", "o9999999"), 9_511: ("share", "much"), 9_911: ("row_id", "r00009910"),
}  # fmt: skip
NAMES = ["row_id", "actor_id", "office_id", "kind", "number", "share", "code", "note"]
OURS = """
import sys
from corrigenda.engine.tables import judge
from corrigenda.package.package import open_package
print(len(judge(open_package(sys.argv[1]))))
"""
HAND = r"""
import os, sys
import duckdb
os.chdir(sys.argv[1])
run = duckdb.connect(config={"threads": 1}).execute
def read(file, names):
    columns = ", ".join(f"'{name}': 'VARCHAR'" for name in names)
    return f"read_csv('{file}', header = true, auto_detect = false, parallel = false, columns = {{{columns}}})"
names = "row_id actor_id office_id kind number share code note".split()
run(f"CREATE TABLE rows AS SELECT row_number() OVER () AS n, * FROM {read('rows.csv', names)}")
run(f"CREATE TABLE actors AS SELECT * FROM {read('actors.csv', ['actor_id'])}")
run(f"CREATE TABLE offices AS SELECT * FROM {read('offices.csv', ['office_id'])}")
found = run(r'''
    SELECT count(*) FILTER (NOT regexp_full_match(number, '[+-]?\d{1,18}')),
        count(*) FILTER (TRY_CAST(number AS BIGINT) < 0 OR TRY_CAST(number AS BIGINT) > 1000000000),
        count(*) FILTER (TRY_CAST(share AS DOUBLE) IS NULL AND share IS NOT NULL),
        count(*) FILTER (kind NOT IN ('person', 'office', 'body', 'place')),
        count(*) FILTER (code IS NULL OR NOT regexp_full_match(code, '[A-Z]{2}\d{4}'))
    FROM rows''').fetchall()[0]
found += run("SELECT count(*) FROM rows ANTI JOIN actors USING (actor_id)").fetchall()[0]
found += run("SELECT count(*) FROM rows ANTI JOIN offices USING (office_id)").fetchall()[0]
found += run("SELECT count(*) FROM (SELECT 1 FROM rows QUALIFY row_id <= lag(row_id) OVER (ORDER BY n))").fetchall()[0]
print(sum(found))
"""
THEIRS = """
import os, sys
import frictionless
os.chdir(sys.argv[1])
print(sum(len(task.errors) for task in frictionless.Package("datapackage.json").validate().tasks))
"""


def build(folder: Path, rows: int) -> None:
    """Write a package of a table of so many rows that points at two others, with the faults in it."""
    (folder / "actors.csv").write_text("actor_id\n" + "".join(f"a{n:07}\n" for n in range(KEYS)))
    (folder / "offices.csv").write_text("office_id\n" + "".join(f"o{n:07}\n" for n in range(KEYS // 10)))
    with (folder / "rows.csv").open("w", newline="") as file:
        file.write(",".join(NAMES) + "\n")
        file.writelines(_lines(rows))
    whole, pattern = {"minimum": 0, "maximum": 1_000_000_000}, {"required": True, "pattern": r"[A-Z]{2}\d{4}"}
    fields = [
        {"name": "row_id", "constraints": {"required": True}}, {"name": "actor_id"}, {"name": "office_id"},
        {"name": "kind", "constraints": {"enum": list(KINDS)}}, {"name": "number", "type": "integer", "constraints": whole},
        {"name": "share", "type": "number"}, {"name": "code", "constraints": pattern}, {"name": "note"},
    ]  # fmt: skip
    foreign = [
        {"fields": [f"{one}_id"], "reference": {"resource": f"{one}s", "fields": [f"{one}_id"]}} for one in ("actor", "office")
    ]  # fmt: skip
    schemas = {
        "actors": {"fields": [{"name": "actor_id"}], "primaryKey": ["actor_id"]},
        "offices": {"fields": [{"name": "office_id"}], "primaryKey": ["office_id"]},
        "rows": {"fields": fields, "primaryKey": ["row_id"], "foreignKeys": foreign},
    }
    resources = [{"name": name, "path": f"{name}.csv", "schema": schema} for name, schema in schemas.items()]
    (folder / "datapackage.json").write_text(json.dumps({"name": "structure", "resources": resources}))


def _lines(rows: int) -> Iterator[str]:
    for n in range(rows):
        note = '"a note, with a comma"' if n % 7 == 0 else f"note {n % 97}"
        cells = [
            f"r{n:08}", f"a{n * 7919 % KEYS:07}", f"o{n * 31 % (KEYS // 10):07}", KINDS[n % 4], str(n * 13), f"{n % 1000}.5",
            f"AB{n % 10000:04}", note,
        ]  # fmt: skip
        if n in FAULTS:
            field, value = FAULTS[n]
            cells[NAMES.index(field)] = value
        yield ",".join(cells) + "\n"


def run(program: str, folder: Path) -> dict[str, float]:
    """Return the faults that a program counts, its CPU seconds and its peak memory in MB."""
    # The peak of all children is the greatest of any, so that each runs below a process of its own.
    code = (
        "import json, resource, subprocess, sys\n"
        "done = subprocess.run([sys.executable, '-c', sys.argv[1], sys.argv[2]], capture_output=True, text=True, check=True)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(json.dumps([int(done.stdout), used.ru_utime + used.ru_stime, used.ru_maxrss]))"
    )
    done = subprocess.run([sys.executable, "-c", code, program, str(folder)], capture_output=True, text=True, check=True)
    found, seconds, peak = json.loads(done.stdout)
    return {"found": found, "cpu_seconds": round(seconds, 2), "peak_mb": round(peak / 1024)}


if __name__ == "__main__":
    rows = next((int(word) for word in sys.argv[1:] if word.isdigit()), ROWS)
    programs = {"corrigenda": OURS, "DuckDB by hand": HAND}
    with tempfile.TemporaryDirectory() as scrap:
        build(Path(scrap), rows)
        runs = {name: [run(program, Path(scrap)) for _ in range(2)] for name, program in programs.items()}
        figures = {name: min(each, key=lambda one: one["cpu_seconds"]) for name, each in runs.items()}
        if "--frictionless" in sys.argv:
            figures["Frictionless"] = run(THEIRS, Path(scrap))
    for name, figure in figures.items():
        sys.stdout.write(f"{name:<16} {figure['found']:3} faults  {figure['cpu_seconds']:7.2f} s CPU  {figure['peak_mb']:5} MB\n")
    RESULT.parent.mkdir(exist_ok=True)
    before = json.loads(RESULT.read_text())["figures"] if RESULT.is_file() else {}
    told = {"rows": rows, "planted": len(FAULTS), "python": platform.python_version(), "figures": {**before, **figures}}
    RESULT.write_text(json.dumps(told, indent=2) + "\n")
