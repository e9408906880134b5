"""Every digest, span and printed cell of an article proved against its text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from corrigenda.engine.sql import literal, quote
from corrigenda.engine.tables import Tables
from corrigenda.errors import Problem, SetupError
from corrigenda.package.tables.table import Table
from corrigenda.values.passages import digest
from corrigenda.values.wording import first_few, show

# So many articles are named where none has the text.
_SHOWN = 5


def prove(tables: Tables, text: str) -> tuple[int, tuple[Problem, ...]]:
    """Prove all rows of the article that has this text; return how many were proved, and what does not fit.

    Raises SetupError where no article of the package has the digest of the text.
    """
    found = tables.run(f"SELECT article_id, length FROM articles WHERE sha256 = {literal(digest(text))}")
    if not found:
        articles = tables.run("SELECT article_id, sha256 FROM articles ORDER BY article_id")
        known = "; ".join(first_few([f"{key} has {sha}" for key, sha in articles], "article", _SHOWN))
        raise SetupError(
            f"The text has the SHA-256 {digest(text)}, which is that of no article of the package ({known or 'it has none'}). "
            "Give the text that was drafted, unchanged to the last character, or draft this one with 'corrigenda draft --text FILE'."
        )
    article, length = found[0]
    problems: list[Problem] = []
    if length != len(text):
        problems.append(
            _problem(tables, tables.package.tables["articles"], article, "length", f"is {length}; the text has {len(text)} code points")
        )
    passages = {row["passage_id"]: row for row in tables.query(f"SELECT * FROM passages WHERE article_id = {literal(article)}")}
    table = tables.package.tables["passages"]
    for key, row in passages.items():
        if digest(text[row["start"] : row["end"]]) != row["sha256"]:
            problems.append(_problem(tables, table, key, "sha256", "is not the digest of the text from start to end"))
    proved = len(passages)
    for table in tables.package.layer("said"):
        if {"passage_id", "start", "end"} <= {field.name for field in table.fields} and table.name != "passages":
            for row in tables.query(f"SELECT * FROM {quote(table.name)} WHERE passage_id IS NOT NULL"):
                if row["passage_id"] in passages:
                    proved += 1
                    problems += _prove_row(tables, table, row, passages[row["passage_id"]], text)
    return proved, tuple(sorted(problems))


def _prove_row(tables: Tables, table: Table, row: dict[str, Any], passage: dict[str, Any], text: str) -> Iterator[Problem]:
    key, start, end = row[table.key[0]], row["start"], row["end"]
    if start is None or end is None:
        yield _problem(tables, table, key, "start" if start is None else "end", "is empty; expected the position of the words in the text")
        return
    if not passage["start"] <= start < end <= passage["end"]:
        yield _problem(
            tables,
            table,
            key,
            "start",
            f"the span {start} to {end} does not lie in the passage {row['passage_id']}, {passage['start']} to {passage['end']}",
        )
        return
    words = text[start:end]
    for field in table.fields:
        value = row[field.name] if field.printed else None
        if value and value not in words:
            yield _problem(tables, table, key, field.name, f"{show(value)} is not in the text from {start} to {end}")


def _problem(tables: Tables, table: Table, key: str, field: str, what: str) -> Problem:
    return Problem(table.path, tables.line(table.name, {table.key[0]: key}), field, what)
