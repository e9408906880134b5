"""CPU and memory of an import of FollowTheMoney at 10,000 and 1,000,000 entities; each import is a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path


def entities(count: int) -> Iterator[dict[str, object]]:
    """Yield a third each of people, positions and occupancies."""
    part = count // 3
    for n in range(part):
        yield {"id": f"p{n}", "schema": "Person", "properties": {"name": [f"First{n % 977} Last{n}"]}}
        yield {"id": f"o{n}", "schema": "Position", "properties": {"name": [f"Minister of Works {n}"], "country": ["fr"]}}
    for n in range(count - 2 * part):
        start, end = f"{1950 + n % 70}-03-02", f"{1952 + n % 70}-05-06"
        cells = {"holder": [f"p{n % part}"], "post": [f"o{n * 7 % part}"], "startDate": [start], "endDate": [end]}
        yield {"id": f"q{n}", "schema": "Occupancy", "properties": cells}


if __name__ == "__main__":
    for count in (10_000, 1_000_000):
        with tempfile.TemporaryDirectory() as scrap:
            file = Path(scrap) / "entities.json"
            with file.open("w", encoding="utf-8") as stream:
                stream.writelines(json.dumps(entity) + "\n" for entity in entities(count))
            command = [sys.executable, "-m", "corrigenda", "import", "followthemoney", str(file), "-o", f"{scrap}/made"]
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            print(
                f"{count:>9,} entities: {usage.ru_utime + usage.ru_stime:6.1f} CPU s, {usage.ru_maxrss / 1024:6.0f} MB, exit {status >> 8}"
            )
