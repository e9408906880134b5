"""Each view says what one row of it is, and keeps to it. `nox -s lint` runs this file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from empty_engine import Engine
from grains import grain_of, grains, repeated
from packages import ROOT

from corrigenda import load
from corrigenda.engine.views import view_files
from corrigenda.package.package import open_package
from corrigenda.package.storage.files import program_folder

SQL = {
    f"{folder}/{file.parent.name}/{file.name}": file.read_text("utf-8")
    for folder in ("views", "rules")
    for file in program_folder(folder).rglob("*.sql")
}


def lint(text: str, columns: list[str]) -> Iterator[str]:
    """Say what is wrong with the leading comment of a view that has these columns."""
    grain = grain_of(text)
    if not grain:
        yield "the last line of comment does not name the grain ('-- grain: key, key')"
    if unknown := set(grain) - set(columns):
        yield f"the grain names {', '.join(sorted(unknown))}, which the view has not"


def lint_lines(text: str) -> Iterator[str]:
    """Say which lines are too long, and which tables are called by a letter or two."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > 120:
            yield f"line {number} has {len(line)} characters; expected 120 at most"
        if short := re.search(r"(?:(?:FROM|JOIN) \S+|\)) AS ([a-z]{1,2})\b", line.partition("--")[0]):
            yield f"line {number} calls something {short[1]}; expected a word"


@cache
def engine() -> Engine:
    return Engine()


@pytest.mark.parametrize("path", sorted(path for path in SQL if path.startswith("views/")))
def test_view_says_its_grain(path: str) -> None:
    name = path.rsplit("/", maxsplit=1)[-1].removesuffix(".sql")
    assert list(lint(SQL[path], list(engine().columns(f'SELECT * FROM "{name}"')))) == []


@pytest.mark.parametrize("path", sorted(SQL))
def test_query_is_easy_to_read(path: str) -> None:
    assert list(lint_lines(SQL[path])) == []


@pytest.mark.parametrize(
    "text",
    [
        "-- All rows.\nSELECT 1 AS row_id\n",
        "-- grain: row_id\n-- All rows.\nSELECT 1 AS row_id\n",
        "-- All rows.\n-- grain: key\nSELECT 1 AS row_id\n",
        "-- All rows.\nSELECT 1 AS row_id -- grain: row_id\n",
    ],
)
def test_view_without_a_grain_is_seen(text: str) -> None:
    assert list(lint(text, ["row_id"])) != []
    assert list(lint("-- All rows.\n-- grain: row_id\nSELECT 1 AS row_id\n", ["row_id"])) == []


def test_query_that_is_hard_to_read_is_seen() -> None:
    assert list(lint_lines("SELECT c.claim_id FROM claims AS c")) == ["line 1 calls something c; expected a word"]
    assert list(lint_lines(f"-- {'word ' * 24}")) != []
    assert list(lint_lines("SELECT claim.claim_id FROM claims AS claim -- AS c")) == []


def test_no_two_queries_share_a_name() -> None:
    names = [path.rpartition("/")[2] for path in SQL]
    assert sorted(names) == sorted(set(names))


def test_rows_of_the_published_package_are_unique_by_the_grain() -> None:
    with load(open_package(ROOT)) as tables:
        assert list(repeated(tables.query, list(grains()))) == []


def test_repeated_rows_are_seen() -> None:
    def query(sql: str) -> list[dict[str, object]]:
        own.connection.execute("CREATE OR REPLACE TABLE retold_claims AS SELECT unnest(['a', 'b', 'b']) AS claim_id")
        return own.query(sql)

    own = Engine()
    del own.waiting["retold_claims"]
    assert [sentence.split(";")[0] for sentence in repeated(query)] == ["the view retold_claims has 1 keys with several rows"]
    assert set(grains()) <= set(view_files())


def test_repeated_rows_are_seen_within_a_transaction() -> None:
    engine = Engine()
    del engine.waiting["retold_claims"]
    engine.connection.execute("BEGIN")
    engine.connection.execute("CREATE TABLE retold_claims AS SELECT unnest(['a', 'b', 'b']) AS claim_id")
    assert [sentence.split(";")[0] for sentence in repeated(engine.query)] == ["the view retold_claims has 1 keys with several rows"]
