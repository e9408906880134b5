"""Where the rows of a package that were drafted are in the text of their article."""

from __future__ import annotations

from collections.abc import Collection

from corrigenda.engine.sql import literal, quote
from corrigenda.engine.tables import Tables
from corrigenda.package.drafts import Key, read_marks
from corrigenda.report.page.review import DraftSpan

CLAIMS = "claims"


def find_spans(tables: Tables, article: str, drafts: Collection[Key]) -> tuple[DraftSpan, ...]:
    """Return the spans of all rows of an article that were ever drafted, and which of them are drafts still.

    A claim is a whole clause: marked, it would hide the names, dates and amounts in it.
    """
    marked = read_marks(tables.package).keys()
    spans = []
    for name in sorted({table for table, _ in marked}):
        table = tables.package.tables.get(name)
        if table is None or name == CLAIMS or not table.has("passage_id", "start", "end") or name not in tables.lines:
            continue
        key = quote(table.key[0])
        rows = tables.query(
            f"""SELECT row.{key} AS key, row."start" AS first, row."end" AS after FROM {quote(name)} AS row
                JOIN passages AS passage ON passage.passage_id = row.passage_id
                WHERE passage.article_id = {literal(article)} AND row."start" IS NOT NULL AND row."end" IS NOT NULL
                ORDER BY first, after, key"""
        )
        spans += [
            DraftSpan(row["first"], row["after"], (name, row["key"]), (name, row["key"]) in drafts)
            for row in rows
            if (name, row["key"]) in marked
        ]
    return tuple(spans)
