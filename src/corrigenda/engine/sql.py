"""Names and texts quoted for SQL, tables made of rows, the words of a query, and the tables without which it has no rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

# The texts of queries differ by the keys in them, so that not all can be kept.
_KEPT = 1000
# Rows of a table that are put in at once.
_AT_ONCE = 20_000
_TOKENS = re.compile(r"--.*|'[^']*'|\w+|[(),]")
# Tables as they were read, and what is worked out of them for groups of articles.
_SCHEMAS = ("raw.", "homes.", "used.")
_STAGED = re.compile(r'\b(?:raw|homes|used)\."?\w+"?')
_MADE = re.compile(r'CREATE (?:OR REPLACE )?TABLE "?(\w+)"? AS ')
# One of these, over no rows and without GROUP BY, is a row.
_SUMMING = {"count", "sum", "min", "max", "min_by", "max_by", "bool_or", "bool_and", "array_agg", "string_agg", "list", "avg", "any_value"}
_JOINED_MAYBE = {"left", "full", "right", "anti", "semi", "asof", "outer"}
_ENDS = {"where", "group", "having", "qualify", "window", "order", "limit"}


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


def create_table(run: Callable[..., Any], name: str, kinds: Mapping[str, str], rows: Iterable[Sequence[Any]]) -> None:
    """Create a table of rows with columns of these names and types, column by column; one of that name is replaced.

    So many rows are put in at once that the memory of their cells, which the engine copies, does not grow with the table. A table that is
    stopped half way is not left half full.
    """
    cells = ", ".join(f"unnest(?::{kind}[]) AS {quote(column)}" for column, kind in kinds.items())
    rest = iter(rows)

    def take() -> list[list[Any]]:
        return [list(column) for column in zip(*islice(rest, _AT_ONCE), strict=True)]

    run(f"CREATE OR REPLACE TABLE {quote(name)} AS SELECT {cells}", take() or [[] for _ in kinds])
    try:
        while columns := take():
            run(f"INSERT INTO {quote(name)} SELECT {cells}", columns)
    except Exception:
        run(f"DROP TABLE IF EXISTS {quote(name)}")
        raise


@lru_cache(_KEPT)
def words_of(sql: str) -> frozenset[str]:
    """Return the words of a query without its comments, in lower case, as the engine takes names.

    >>> sorted(words_of("SELECT '--' FROM Claims -- of an article"))
    ['claims', 'from', 'select']
    """
    return frozenset(token for token in _TOKENS.findall(sql.lower()) if token[0] not in "-'(),")


@lru_cache(_KEPT)
def named_by(sql: str) -> frozenset[str]:
    """Return the words of a query that can name a table or a view of its own: not those of a schema, which are there already.

    >>> sorted(named_by('SELECT row_id FROM raw."claims" JOIN used.names JOIN events'))
    ['events', 'from', 'join', 'row_id', 'select']
    """
    # To look for a sign is a tenth of the work.
    return words_of(_STAGED.sub(" ", sql) if any(schema in sql for schema in _SCHEMAS) else sql)


def made_by(sql: str) -> str | None:
    """Return the name of the table that a statement makes of a query.

    >>> made_by('CREATE OR REPLACE TABLE "claims" AS SELECT 1')
    'claims'
    """
    made = _MADE.match(sql)
    return made[1] if made else None


@lru_cache(_KEPT)
def needed(sql: str) -> frozenset[str]:
    """Return tables and views, each of which must have rows for a SELECT to have any: those that it begins with and joins.

    What is joined left or read in a condition is none of them, nor is what this cannot read: an answer too few costs only time.

    >>> sorted(needed("WITH a AS (SELECT x FROM claims) SELECT y FROM a JOIN b ON a.x = b.x LEFT JOIN c ON c.x = b.x"))
    ['b', 'claims']
    """
    tokens = [token for token in _TOKENS.findall(sql.lower()) if not token.startswith("--")]
    try:
        return frozenset(_Reader(tokens).query(0, len(tokens), {}))
    except LookupError:
        return frozenset()


class _Reader:
    """Read the tokens of a query; each method is given where a part of it begins and ends."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.closed: dict[int, int] = {}
        opened: list[int] = []
        for place, sign in enumerate(tokens):
            if sign == "(":
                opened.append(place)
            elif sign == ")":
                self.closed[opened.pop()] = place

    def query(self, start: int, end: int, named: dict[str, set[str]]) -> set[str]:
        """Return what a query needs; of several that are put together, what each of them needs."""
        named = dict(named)
        if self.tokens[start] == "with":
            start += 1
            while True:
                opening = self.tokens.index("(", start)
                named[self.tokens[start]] = self.query(opening + 1, self.closed[opening], named)
                start = self.closed[opening] + 2
                if self.tokens[start - 1] != ",":
                    start -= 1
                    break
        joints = [place for place in self._level(start, end) if self.tokens[place] in ("union", "except", "intersect")]
        parts = zip([start, *(joint + 1 for joint in joints)], [*joints, end], strict=True)
        return set.intersection(*(self._select(first, last, named) for first, last in parts))

    def _level(self, start: int, end: int) -> Iterator[int]:
        """Yield the places that are in no brackets."""
        while start < end:
            yield start
            start = self.closed.get(start, start) + 1

    def _select(self, start: int, end: int, named: dict[str, set[str]]) -> set[str]:
        if self.tokens[start] in ("all", "distinct"):
            start += 1
        level = list(self._level(start, end))
        words = [self.tokens[place] for place in level]
        # IS DISTINCT FROM is no beginning.
        begins = [n for n, word in enumerate(words) if word == "from" and words[n - 1] != "distinct"]
        if words[0] != "select" or not begins or ("group" not in words and self._sums(start, level[begins[0]])):
            return set()
        found = set(self._source(level[begins[0]] + 1, named))
        for n, word in enumerate(words[begins[0] :], begins[0]):
            if word in _ENDS:
                break
            if word == "," or (word == "join" and not _JOINED_MAYBE.intersection(words[n - 2 : n])):
                found |= self._source(level[n] + 1, named)
            elif word == "join" and {"full", "right"}.intersection(words[n - 2 : n]):
                return set()
        return found

    def _source(self, start: int, named: dict[str, set[str]]) -> set[str]:
        if self.tokens[start] != "(":
            return named.get(self.tokens[start], {self.tokens[start]})
        return self.query(start + 1, self.closed[start], named) if self.tokens[start + 1] in ("select", "with") else set()

    def _sums(self, start: int, end: int) -> bool:
        """Tell whether something is summed up over all rows, and not over a window."""
        places = (place for place in range(start, end) if self.tokens[place] in _SUMMING and self.tokens[place + 1] == "(")
        return any(self.tokens[self.closed[place + 1] + 1] != "over" for place in places)
