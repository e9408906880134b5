"""Keys last: one that vanishes is listed in `retired`, and a retired one is never used again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from corrigenda.errors import Problem
from corrigenda.package.package import Package
from corrigenda.package.tables.csv_file import read_sound
from corrigenda.package.tables.table import Table
from corrigenda.release.change import TableChange
from corrigenda.release.profile import key_of
from corrigenda.values.wording import show

RETIRED = "retired"
# A waiver ends with its reason; its key is the finding's and not its own.
_PASSING = ("waivers",)


def is_lasting(table: Table) -> bool:
    """Tell whether the keys of a table may be cited by others, so that they never vanish without a word."""
    return table.layer != "found" and table.name not in _PASSING


def retired_keys(package: Package) -> dict[str, set[str]]:
    """Return the retired keys of a package by table; a key of several fields is joined by ', '."""
    found: dict[str, set[str]] = {}
    table = package.tables.get(RETIRED)
    if table and table.has("table", "row"):
        for row in read_sound(table):
            found.setdefault(row["table"], set()).add(row["row"])
    return found


def judge_keys(old: Package, new: Package, changes: Sequence[TableChange]) -> tuple[Problem, ...]:
    """List the keys that vanished without being retired, and the retired ones that are used again."""
    retired = retired_keys(new)
    for name, keys in retired_keys(old).items():
        retired.setdefault(name, set()).update(keys)
    return tuple(sorted({*_judge_vanished(old, new, changes), *judge_reused(new, retired)}))


def _judge_vanished(old: Package, new: Package, changes: Sequence[TableChange]) -> Iterator[Problem]:
    retired = retired_keys(new)
    for change in changes:
        table = old.tables.get(change.name)
        if table is None or not is_lasting(table):
            continue
        came = {row.key for row in change.added}
        for row in change.removed:
            key = ", ".join(row.key)
            if row.key in came or key in retired.get(change.name, ()):
                continue
            yield lost_key(change.path, change.name, key)


def lost_key(path: str, table: str, key: str) -> Problem:
    """Say that a key is gone without a word."""
    if table == RETIRED:
        return Problem(path, 0, "", f"the retired key {show(key)} is no longer listed; expected it to stay")
    return Problem(path, 0, "", f"the key {show(key)} of {table} is gone; expected it in the table {RETIRED}")


def judge_reused(package: Package, retired: Mapping[str, set[str]]) -> Iterator[Problem]:
    """Yield the rows of a package whose key is retired."""
    for name, keys in retired.items():
        table = package.tables.get(name)
        if table is None or name == RETIRED:
            continue
        for row in read_sound(table):
            key = key_of(table, row)
            if key in keys:
                yield Problem(table.path, 0, table.key[0], f"the key {show(key)} of {name} is retired and used again; expected a new key")
