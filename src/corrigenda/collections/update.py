"""New rows put into the files of a package: rows of the same source are brought up to date, all others are left alone."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from corrigenda.collections.origin import Cells, Rows
from corrigenda.collections.rows import ASSUMED
from corrigenda.package.tables.table import Table

# Rows that others may point at stay when a newer file no longer has them; it is said how many.
_POINTED_AT = ("sources", "actors", "offices", "milestones", "figures")
# A confirmation holds as long as none of these cells changes.
_RESTS_ON = {"start_confirmed": ("start",), "end_confirmed": ("end", "end_state")}
# What a desk adds to a row, and no collection says.
_OWN_CELLS = ("note", "body", "broader", "topic", "state", "existed_from", "existed_to")


def merge_table(table: Table, rows: Rows, source: str, target: Path) -> Counter[str]:
    """Write the rows of a table and those that are new to a file, both in the order of their keys; return what became of how many.

    Rows are the import's own where their source is `source` or below it.
    """
    key, names = table.key[0], [field.name for field in table.fields]
    counts: Counter[str] = Counter()
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(names)
        for old, new in _pair(read_cells(table), rows, key):
            row = _settle(table, old, new, source, counts)
            if row is not None:
                writer.writerow([row.get(name, "") for name in names])
    return counts


def read_cells(table: Table) -> Iterator[Cells]:
    """Yield the rows of a table whose file is sound."""
    with table.file.open(encoding="utf-8", newline="") as stream:
        limit = csv.field_size_limit(10_000_000)
        try:
            yield from csv.DictReader(stream)
        finally:
            csv.field_size_limit(limit)


def _pair(before: Iterable[Cells], after: Iterable[Cells], key: str) -> Iterator[tuple[Cells | None, Cells | None]]:
    """Put rows of one key together; both lists are in the order of the key."""
    left, right = iter(before), iter(after)
    old, new = next(left, None), next(right, None)
    while old is not None or new is not None:
        if new is None or (old is not None and old[key] < new[key]):
            yield old, None
            old = next(left, None)
        elif old is None or new[key] < old[key]:
            yield None, new
            new = next(right, None)
        else:
            yield old, new
            old, new = next(left, None), next(right, None)


def _settle(table: Table, old: Cells | None, new: Cells | None, source: str, counts: Counter[str]) -> Cells | None:
    if old is None:
        counts["added"] += 1
        return new
    owner = old.get("source_id", "")
    is_own = owner == source or owner.startswith(f"{source}/")
    if new is None:
        if not is_own or table.name in _POINTED_AT:
            counts["no longer in the file, kept"] += is_own and table.name != "sources"
            return old
        counts["removed"] += 1
        return None
    if not is_own:
        counts["kept as another source has them"] += 1
        # A row has one source, so that its empty cells are not filled from another one; whoever imports must know.
        more = any(value and not old.get(name) for name, value in new.items() if name != "note" and not name.endswith("_confirmed"))
        counts["kept, without what only this file says of them"] += more
        return old
    row = _bring_up_to_date(old, new)
    counts["changed" if any(row.get(name, "") != cell for name, cell in old.items()) else "unchanged"] += 1
    return row


def _bring_up_to_date(old: Cells, new: Cells) -> Cells:
    """Take the new cells, but keep what a desk has confirmed or added where the collection says nothing else."""
    row = dict(new)
    for name, cell in old.items():
        if name.endswith("_confirmed") and cell == "true":
            rests = _RESTS_ON.get(name, (name.removesuffix("_confirmed"),))
            if all(old.get(one, "") == new.get(one, "") for one in rests):
                row[name] = "true"
        elif name in _OWN_CELLS and cell and not new.get(name):
            row[name] = cell
        elif name == "holders" and new.get("note") == ASSUMED and cell != new.get("holders"):
            row[name], row["note"] = cell, old.get("note", "")
    return row
