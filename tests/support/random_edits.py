"""Edits of a package as other programs make them, at random: cells set, emptied and swapped, rows removed and given twice."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

from packages import path_of, read_table, write_table

Before = dict[Path, bytes]
_DAY = "2021-02-03"
_OWN = {
    "as_of": _DAY, "day": _DAY, "edtf": _DAY, "end": _DAY, "published": _DAY, "start": _DAY, "used_from": _DAY, "used_to": _DAY,
    "end_confirmed": "false", "modality": "hedged", "polarity": "denied", "start_confirmed": "false", "tense": "future",
}  # fmt: skip


def edit(root: Path, random: Random) -> Before:
    """Make one to three edits, sound or not; return the files that they were made to, as they were before."""
    before: Before = {}
    resources = json.loads((root / "datapackage.json").read_text("utf-8"))["resources"]
    names = [resource["name"] for resource in resources if "/found/" not in resource["path"] and read_table(root, resource["name"])[1]]
    for _ in range(random.randint(1, 3)):
        name = random.choice(names)
        before.setdefault(path_of(root, name), path_of(root, name).read_bytes())
        header, rows = read_table(root, name)
        if rows:
            _edit_row(header, rows, random)
            write_table(root, name, header, rows)
    return {file: data for file, data in before.items() if file.read_bytes() != data}


def undo(before: Before) -> None:
    """Write files as they were before an edit."""
    for file, data in before.items():
        file.write_bytes(data)


def _edit_row(header: list[str], rows: list[list[str]], random: Random) -> None:
    """Edit one row of a table: mostly a cell that is no key takes a value that another row has, or a day or a word of its own."""
    row, place = random.choice(rows), random.randrange(1, len(header))
    what = random.random()
    if what < 0.75:
        others = sorted({other[place] for other in rows} - {row[place]})
        row[place] = random.choice(others or [_OWN.get(header[place], f"{row[place]} again")])
    elif what < 0.8:
        row[place] = ""
    elif what < 0.95:
        rows.remove(row)
    else:
        rows.append(list(row))
