"""What has no rows because a table without rows is joined in it is neither made nor asked, and the result is the same."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corrigenda import catalogue
from corrigenda.checking.case_pages.rows import write_package
from corrigenda.checking.runner import check
from corrigenda.engine.connection import Connection, Maker
from corrigenda.engine.tables import load

if TYPE_CHECKING:
    import pytest

SAID = {"mentions": [{"mention_id": "m", "form": "name", "actor_id": "a", "name_printed": "Ann Able", "claim_id": "c"}]}


def test_views_over_tables_without_rows_are_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with load(write_package(tmp_path / "package", SAID)) as tables:
        result = check(tables, catalogue())
        assert tables.is_void("amount_pairs")
        assert "amount_pairs" in tables.makers
        assert not tables.is_void("printed_names")
    monkeypatch.setattr(Connection, "is_void", lambda self, name: False)
    with load(tmp_path / "package") as tables:
        assert check(tables, catalogue()) == result
        assert "amount_pairs" not in tables.makers


def test_query_that_lacks_a_table_is_asked_and_says_so() -> None:
    connection = Connection()
    connection.void = {"claims": "claims"}
    connection.makers["part"] = Maker(lambda: None, "SELECT 1 AS x FROM claims")
    assert connection.has_none("SELECT x FROM part")
    connection.missing = {"ties": "ties"}
    assert not connection.has_none("SELECT x FROM part JOIN ties ON TRUE")
    connection.close()


def test_table_that_is_filled_later_is_not_void() -> None:
    connection = Connection()
    connection.run("CREATE TABLE part AS SELECT 1 AS x WHERE FALSE")
    assert connection.is_void("part")
    connection.run("CREATE OR REPLACE TABLE part AS SELECT 1 AS x")
    assert not connection.is_void("part")
    connection.close()
