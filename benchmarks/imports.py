"""CPU and memory of an import of each form at 10,000 and 1,000,000 rows; each import is a process of its own.

Without arguments all are measured; `python benchmarks/imports.py popolo 1000000` measures one. What counts as a row is a term, and of
FollowTheMoney an entity (a third of them are terms).
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

COUNTS = (10_000, 1_000_000)


def entities(count: int) -> Iterator[dict[str, object]]:
    """Yield a third each of people, positions and occupancies."""
    part = count // 3
    for n in range(part):
        yield {"id": f"p{n}", "schema": "Person", "properties": {"name": [f"First{n % 977} Last{n}"]}}
        yield {"id": f"o{n}", "schema": "Position", "properties": {"name": [f"Minister of Works {n}"], "country": ["fr"]}}
    for n in range(count - 2 * part):
        start, end = days(n)
        cells = {"holder": [f"p{n % part}"], "post": [f"o{n * 7 % part}"], "startDate": [start], "endDate": [end]}
        yield {"id": f"q{n}", "schema": "Occupancy", "properties": cells}


def days(number: int) -> tuple[str, str]:
    """Return the first and the last day of a term."""
    return f"{1950 + number % 70}-03-02", f"{1952 + number % 70}-05-06"


def write_followthemoney(count: int, file: Path) -> None:
    """Write entities, one a line."""
    with file.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(entity) + "\n" for entity in entities(count))


def write_table(count: int, file: Path) -> None:
    """Write a CSV of terms; a person has two of them, and an office four."""
    with file.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("person", "person_id", "office", "office_id", "state", "start", "end"))
        for n in range(count):
            person, office = n // 2, n * 7 % (count // 4)
            rows.writerow((f"First{person % 977} Last{person}", f"p{person}", f"Minister of Works {office}", f"o{office}", "fr", *days(n)))


def write_congress(count: int, file: Path) -> None:
    """Write people in YAML with four terms each."""
    with file.open("w", encoding="utf-8") as stream:
        for n in range(count // 4):
            starts = [1960 + 2 * term + n % 40 for term in range(4)]
            terms = "".join(f"  - type: rep\n    start: '{start}-01-03'\n    end: '{start + 2}-01-03'\n" for start in starts)
            name = f"  name:\n    first: First{n % 977}\n    last: Last{n}\n"
            stream.write(f"- id:\n    bioguide: P{n:07}\n{name}  bio:\n    birthday: '1930-05-01'\n  terms:\n{terms}")


def write_popolo(count: int, file: Path) -> None:
    """Write persons, posts and memberships in one JSON object; a person has two memberships, and a post four."""
    with file.open("w", encoding="utf-8") as stream:
        stream.write('{"persons": [')
        stream.write(",\n".join(json.dumps({"id": f"p{n}", "name": f"First{n % 977} Last{n}"}) for n in range(count // 2)))
        stream.write('], "organizations": [{"id": "b", "name": "Ministry of Works"}], "posts": [')
        stream.write(
            ",\n".join(json.dumps({"id": f"o{n}", "label": f"Minister of Works {n}", "organization_id": "b"}) for n in range(count // 4))
        )
        stream.write('], "memberships": [')
        for n in range(count):
            start, end = days(n)
            cells = {"person_id": f"p{n // 2}", "post_id": f"o{n * 7 % (count // 4)}", "start_date": start, "end_date": end}
            stream.write((",\n" if n else "") + json.dumps(cells))
        stream.write("]}")


FORMS: dict[str, tuple[str, Callable[[int, Path], None]]] = {
    "followthemoney": ("entities.json", write_followthemoney),
    "table": ("terms.csv", write_table),
    "congress": ("people.yaml", write_congress),
    "popolo": ("popolo.json", write_popolo),
}


def measure(form: str, count: int) -> str:
    """Import a file that is made for it, and say what that took."""
    name, write = FORMS[form]
    with tempfile.TemporaryDirectory() as scrap:
        file = Path(scrap) / name
        write(count, file)
        command = [sys.executable, "-m", "corrigenda", "import", form, str(file), "-o", f"{scrap}/made", "--as-of", "2026-01-01"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds, memory = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
        size = file.stat().st_size / 1e6
    return f"{form:<15} {count:>9,} rows ({size:4.0f} MB): {seconds:6.1f} CPU s, {memory:6.0f} MB, exit {status >> 8}"


if __name__ == "__main__":
    forms = sys.argv[1:2] or list(FORMS)
    for chosen in forms:
        for wanted in map(int, sys.argv[2:]) if sys.argv[2:] else COUNTS:
            print(measure(chosen, wanted), flush=True)
