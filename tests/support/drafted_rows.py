"""Sentences drafted for tests: against the published reference, or one of a few rows."""

from __future__ import annotations

from functools import cache

from packages import ROOT

from corrigenda.drafting import Draft, draft_article
from corrigenda.package.package import Package, open_package

Row = dict[str, str]


@cache
def published() -> Package:
    return open_package(ROOT)


def draft(text: str, published_on: str | None = None) -> Draft:
    """Draft a text against the published reference."""
    return draft_article(text, "t", published(), published=published_on)


def rows(text: str, table: str, *fields: str, published_on: str | None = None) -> list[tuple[str, ...]]:
    """Return some cells of the draft rows of a table."""
    return [tuple(row.get(field, "") for field in fields) for row in draft(text, published_on).tables.get(table, [])]
