"""Which articles belong together: those whose rows point at one another, directly or through others, are judged as one part."""

from __future__ import annotations

import graphlib
from collections.abc import Iterator, Sequence

from corrigenda.engine.sql import quote
from corrigenda.engine.tables import Tables
from corrigenda.package.tables.table import Table

# The article of each row of `said`, one table for each; and the part that each article is in.
HOMES = "homes"
PARTS, NUMBERS = f"{HOMES}.parts", f"{HOMES}.numbers"


def divide(tables: Tables) -> tuple[tuple[str, ...], ...]:
    """Divide the articles of a sound package into parts that can be judged apart; return the articles of each part, in order.

    Two articles are in one part where a row of one points at a row of the other: an event that both date, say. No rule compares
    articles in any other way. Rows that belong to no article are in a part of their own, the last, which has none.

    The tables PARTS (article_id, part), NUMBERS (part) and HOMES.x (row_id, part) are made, x for each table of `said`.
    """
    said = _in_order(tables)
    tables.run(f"CREATE SCHEMA {HOMES}")
    for table in said:
        _find_homes(tables, table, said)
    for table in reversed(said):
        _find_pointed_at(tables, table, said)
    parts = _join([row[0] for row in tables.run("SELECT article_id FROM raw.articles ORDER BY article_id")], _links(tables, said))
    numbers = {article: number for number, articles in enumerate(parts) for article in articles}
    tables.run(
        f"CREATE TABLE {PARTS} AS SELECT unnest(?::VARCHAR[]) AS article_id, unnest(?::INTEGER[]) AS part",
        [list(numbers), list(numbers.values())],
    )
    is_homeless = False
    for table in said:
        tables.run(
            f"CREATE OR REPLACE TABLE {HOMES}.{quote(table.name)} AS SELECT home.row_id, coalesce(parts.part, {len(parts)}) AS part "
            f"FROM {HOMES}.{quote(table.name)} AS home LEFT JOIN {PARTS} AS parts ON parts.article_id = home.article_id"
        )
        is_homeless |= bool(tables.run(f"SELECT 1 FROM {HOMES}.{quote(table.name)} WHERE part = {len(parts)} LIMIT 1"))
    parts = (*parts, ()) if is_homeless else parts
    tables.run(f"CREATE TABLE {NUMBERS} AS SELECT unnest(?::INTEGER[]) AS part", [list(range(len(parts)))])
    return parts


def leave_out(tables: Tables, parts: Sequence[int]) -> None:
    """Take parts that need not be judged out of the tables that `divide` made."""
    tables.run("CREATE OR REPLACE TEMP TABLE judged_before AS SELECT unnest(?::INTEGER[]) AS part", [list(parts)])
    for name in (NUMBERS, *(f"{HOMES}.{quote(table.name)}" for table in said_tables(tables))):
        tables.run(f"DELETE FROM {name} WHERE part IN (SELECT part FROM judged_before)")


def said_tables(tables: Tables) -> tuple[Table, ...]:
    """Return the tables of what articles say that are loaded."""
    return tuple(table for table in tables.package.layer("said") if table.name in tables.lines)


def _in_order(tables: Tables) -> list[Table]:
    """Return the tables of `said`, each after those that it points at."""
    said = {table.name: table for table in said_tables(tables)}
    above = {name: sorted({key.table for key in table.foreign_keys} & (said.keys() - {name})) for name, table in sorted(said.items())}
    return [said[name] for name in graphlib.TopologicalSorter(above).static_order()]


def _find_homes(tables: Tables, table: Table, said: Sequence[Table]) -> None:
    """Say of which article each row of a table is: that of the first row it points at which has one."""
    names = {one.name for one in said}
    keys = [key for key in table.foreign_keys if key.table in names - {table.name}]
    key = quote(table.key[0])
    homes = [f"home{number}.article_id" for number in range(len(keys))]
    own = f"own.{key}" if table.name == "articles" else f"coalesce({', '.join(homes)}, NULL)" if homes else "NULL"
    joins = " ".join(
        f"LEFT JOIN {HOMES}.{quote(foreign.table)} AS home{number} ON home{number}.row_id = own.{quote(foreign.fields[0])}"
        for number, foreign in enumerate(keys)
    )
    tables.run(
        f"CREATE TABLE {HOMES}.{quote(table.name)} AS SELECT own.{key} AS row_id, CAST({own} AS VARCHAR) AS article_id "
        f"FROM raw.{quote(table.name)} AS own {joins}"
    )


def _find_pointed_at(tables: Tables, table: Table, said: Sequence[Table]) -> None:
    """Give the rows that have no article yet that of a row which points at them: a claim without a passage is that of its event."""
    home = f"{HOMES}.{quote(table.name)}"
    if not tables.run(f"SELECT 1 FROM {home} WHERE article_id IS NULL LIMIT 1"):
        return
    for other in said:
        for foreign in other.foreign_keys:
            if foreign.table == table.name:
                tables.run(
                    f"UPDATE {home} AS home SET article_id = found.article_id FROM ("
                    f"SELECT own.{quote(foreign.fields[0])} AS row_id, min(its.article_id) AS article_id "
                    f"FROM raw.{quote(other.name)} AS own "
                    f"JOIN {HOMES}.{quote(other.name)} AS its ON its.row_id = own.{quote(other.key[0])} GROUP BY 1) AS found "
                    "WHERE found.row_id = home.row_id AND home.article_id IS NULL AND found.article_id IS NOT NULL"
                )


def _links(tables: Tables, said: Sequence[Table]) -> Iterator[tuple[str, str]]:
    """Yield pairs of articles of which a row of one points at a row of the other."""
    names = {table.name for table in said}
    for table in said:
        for foreign in table.foreign_keys:
            if foreign.table in names:
                yield from tables.run(
                    f"SELECT DISTINCT its.article_id, target.article_id FROM raw.{quote(table.name)} AS own "
                    f"JOIN {HOMES}.{quote(table.name)} AS its ON its.row_id = own.{quote(table.key[0])} "
                    f"JOIN {HOMES}.{quote(foreign.table)} AS target ON target.row_id = own.{quote(foreign.fields[0])} "
                    "WHERE its.article_id <> target.article_id"
                )


def _join(articles: Sequence[str], links: Iterator[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """Join what is linked, directly or through others; parts are in the order of their first article.

    >>> _join(["a", "b", "c"], iter([("c", "a")]))
    (('a', 'c'), ('b',))
    """
    above = {article: article for article in articles}

    def top(article: str) -> str:
        while above[article] != article:
            above[article] = above[above[article]]
            article = above[article]
        return article

    for one, other in links:
        first, second = sorted((top(one), top(other)))
        above[second] = first
    joined: dict[str, list[str]] = {}
    for article in articles:
        joined.setdefault(top(article), []).append(article)
    return tuple(tuple(part) for part in joined.values())
