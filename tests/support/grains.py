"""The grain of each view: the columns by which its rows are unique, which the last line of its comment names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from corrigenda.engine.views import view_files

Query = Callable[[str], list[dict[str, Any]]]
_COMMENT = re.compile(r"(?:--.*\n)+")
_GRAIN = re.compile(r"-- grain: (\w+(?:, \w+)*)")


def grain_of(sql: str) -> tuple[str, ...]:
    """Return the columns of the grain, which the last line of the leading comment or of the file names; none where neither does."""
    comment = _COMMENT.match(sql)
    for text in (comment.group() if comment else "", sql):
        if text and (grain := _GRAIN.fullmatch(text.splitlines()[-1])):
            return tuple(grain[1].split(", "))
    return ()


@cache
def grains() -> dict[str, tuple[str, ...]]:
    """Return the grain of each view that names one."""
    return {name: grain for name, sql in view_files().items() if (grain := grain_of(sql))}


def repeated(query: Query, names: Iterable[str] | None = None) -> Iterator[str]:
    """Say which of these views, or of those that were made and have two rows or more, have rows of one grain."""
    if names is None:
        made = {row["table_name"] for row in query("SELECT table_name FROM duckdb_tables()")} & set(grains())
        # What a catalogue says of sizes leaves out a transaction that is under way.
        counts = " UNION ALL ".join(f"SELECT '{name}' AS name, count(*) AS rows FROM \"{name}\"" for name in sorted(made))
        names = [row["name"] for row in (query(counts) if counts else []) if row["rows"] > 1]
    parts = []
    for name in names:
        columns = ", ".join(f'"{column}"' for column in grains()[name])
        groups = f'SELECT 1 FROM "{name}" GROUP BY {columns} HAVING count(*) > 1'
        parts.append(f"SELECT '{name}' AS name, count(*) AS groups FROM ({groups}) AS twice")
    if parts:
        for row in query(" UNION ALL ".join(parts)):
            if row["groups"]:
                yield f"the view {row['name']} has {row['groups']} keys with several rows; its grain is {', '.join(grains()[row['name']])}"
