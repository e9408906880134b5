"""CPU of a look-up among 50,000 names: the whole command, for a name as it is, a part of one, a misspelt one and an unknown one."""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
from pathlib import Path

from cpu import measure

NAMES = 50_000
QUERIES = {
    "as it is": "Cedric Zimmer 12000",
    "other case, with a day": "cedric ZIMMER 12000",
    "one word": "Waldgrave24001",
    "misspelt": "Cedrik Zimer 12000",
    "nobody": "Qqq Xyzzy",
}
_FIRST = ("Cedric", "Ann", "Boris", "Dana", "Emil", "Fatou", "Goro", "Hana", "Ivo", "Jana")
_LAST = ("Zimmer", "Lee", "Moreau", "Okafor", "Petrov", "Quist", "Rossi", "Sato", "Tanaka", "Ueda")


def write_people(file: Path) -> None:
    """Write people with a term each and two names each."""
    with file.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("person", "person_id", "variants", "office", "start"))
        for n in range(NAMES // 2):
            name = f"{_FIRST[n % 10]} {_LAST[n // 10 % 10]} {n}"
            rows.writerow((name, f"p{n}", f"Waldgrave{n}", f"Minister {n % 200}", f"{1950 + n % 70}-03-02"))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scrap:
        write_people(Path(scrap) / "people.csv")
        program = [sys.executable, "-m", "corrigenda"]
        made = f"{scrap}/made"
        subprocess.run([*program, "import", "table", f"{scrap}/people.csv", "-o", made], check=True, stdout=subprocess.DEVNULL)
        start = measure([*program, "--version"])
        sys.stdout.write(f"{'start of the program':<24} {start:5.2f} s CPU\n")
        for what, words in QUERIES.items():
            command = [*program, "find", words, "--known", made, "--format", "json"]
            # A look-up that finds nothing ends with 1.
            spent = measure(["sh", "-c", '"$@" || test $? = 1', "sh", *command])
            sys.stdout.write(f"{what:<24} {spent:5.2f} s CPU\n")
