"""Which tables a query needs rows of, compared with another reader of SQL and with the engine; and tables made of rows."""

from __future__ import annotations

from typing import Any

import pytest
import sqlglot
from empty_engine import Engine
from sqlglot import exp

from corrigenda import catalogue
from corrigenda.engine.connection import Connection
from corrigenda.engine.sql import create_table, needed
from corrigenda.engine.views import view_files
from corrigenda.errors import LimitError

SQL = {**view_files(), **{rule.name: rule.sql for rule in catalogue()}}


def begins_with(query: Any, named: dict[str, set[str]]) -> set[str]:
    """Return what a query begins with and joins, read by sqlglot."""
    if isinstance(query, exp.Subquery):
        return begins_with(query.this, named)
    clause = query.args.get("with_") or query.args.get("with")
    named = dict(named)
    for part in clause.expressions if clause else []:
        named[part.alias] = begins_with(part.this, named)
    if isinstance(query, exp.SetOperation):
        return begins_with(query.left, named) & begins_with(query.right, named)
    first = query.args.get("from_") or query.args.get("from")
    sums = [part for part in query.expressions if any(not agg.find_ancestor(exp.Window) for agg in part.find_all(exp.AggFunc))]
    if first is None or (sums and not query.args.get("group")):
        return set()
    joins = [join for join in query.args.get("joins") or [] if join.side != "LEFT" and join.kind not in ("ANTI", "SEMI")]
    found: set[str] = set()
    for source in (first.this, *(join.this for join in joins)):
        if isinstance(source, exp.Table):
            found |= named.get(source.name, {source.name})
        elif isinstance(source, exp.Subquery):
            found |= begins_with(source, named)
    return found


@pytest.mark.parametrize("name", sorted(SQL))
def test_needed_tables_are_those_of_another_reader(name: str) -> None:
    assert needed(SQL[name]) == begins_with(sqlglot.parse_one(SQL[name], read="duckdb"), {})


def test_query_without_rows_of_a_needed_table_has_none() -> None:
    engine = Engine()
    engine.query("SELECT 1 AS x FROM calendar")
    for sql in (
        "SELECT count(*) AS n FROM claims",
        "SELECT 1 AS n UNION ALL SELECT 2 FROM claims",
        "SELECT calendar.first_day FROM calendar LEFT JOIN claims ON TRUE",
        "SELECT first_day FROM calendar WHERE NOT EXISTS (SELECT 1 FROM claims)",
        "SELECT first_day FROM calendar ANTI JOIN claims ON TRUE",
        "SELECT first_day IS DISTINCT FROM 1 AS x FROM calendar FULL JOIN claims ON TRUE",
        "SELECT first_day FROM claims RIGHT JOIN calendar ON TRUE",
        "SELECT first_day FROM calendar EXCEPT SELECT 7 FROM claims",
    ):
        assert engine.query(sql)
        assert "claims" not in needed(sql)
    for sql in (
        "SELECT 1 AS n FROM claims",
        "SELECT claim_id, count(*) AS n FROM claims GROUP BY claim_id",
        "SELECT claim_id, count(*) OVER () AS n FROM claims",
        "WITH part AS (SELECT * FROM claims) SELECT first_day FROM calendar CROSS JOIN part",
        "SELECT first_day FROM calendar, claims",
        "SELECT first_day FROM (SELECT first_day FROM calendar JOIN claims ON TRUE) AS part",
    ):
        assert engine.query(sql) == []
        assert "claims" in needed(sql)


@pytest.mark.parametrize("count", [0, 1, 4, 5])
def test_a_table_made_of_rows_in_pieces_has_them_all_in_order(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corrigenda.engine.sql._AT_ONCE", 2)
    rows = [(number, str(number)) for number in range(count)]
    pieces: list[int] = []
    with Connection() as engine:

        def run(statement: str, columns: list[list[object]]) -> None:
            pieces.append(len(columns[0]))
            engine.run(statement, columns)

        create_table(run, "made", {"number": "INTEGER", "text": "VARCHAR"}, iter(rows))
        assert engine.run("SELECT * FROM made") == rows
    assert max(pieces) <= 2


def test_a_table_that_is_stopped_half_way_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corrigenda.engine.sql._AT_ONCE", 2)
    with Connection() as engine:

        def run(statement: str, columns: list[list[object]] | None = None) -> None:
            if statement.startswith("INSERT"):
                raise LimitError("takes too long")
            engine.run(statement, columns or ())

        with pytest.raises(LimitError):
            create_table(run, "made", {"number": "INTEGER"}, [(number,) for number in range(5)])
        # What is half full would be judged as if it were whole.
        assert engine.run("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'made'") == [(0,)]
