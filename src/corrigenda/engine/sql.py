"""Names and texts quoted for SQL, and the words of a query."""

from __future__ import annotations

import re
from functools import lru_cache

# The texts of queries differ by the keys in them, so that not all can be kept.
_KEPT = 1000
_COMMENTS = re.compile(r"('[^']*')|--.*")


def quote(name: str) -> str:
    """Quote a name for SQL.

    >>> quote('end')
    '"end"'
    """
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """Quote a text for SQL.

    >>> literal("it's")
    "'it''s'"
    """
    return "'" + text.replace("'", "''") + "'"


@lru_cache(_KEPT)
def words_of(sql: str) -> frozenset[str]:
    """Return the words of a query without its comments, in lower case, as the engine takes names.

    >>> sorted(words_of("SELECT '--' FROM Claims -- of an article"))
    ['claims', 'from', 'select']
    """
    return frozenset(re.findall(r"\w+", _COMMENTS.sub(r"\1", sql).lower()))
