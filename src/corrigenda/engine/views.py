"""The views between tables and rules, one file each, and the answers of the timeline: computed once, when a query first reads them."""

from __future__ import annotations

import graphlib
from collections.abc import Callable
from functools import cache, partial
from typing import Any

from corrigenda.engine.anchored_dates import COLUMNS as ANCHORED
from corrigenda.engine.anchored_dates import DATES, READS, anchor_dates
from corrigenda.engine.connection import Connection, Maker
from corrigenda.engine.likely_pairs import READS as COMPARED
from corrigenda.engine.likely_pairs import pair_amounts, pair_texts
from corrigenda.engine.sql import quote, words_of
from corrigenda.errors import LimitError, MissingTableError
from corrigenda.package.storage.files import program_folder
from corrigenda.timeline.answer_tables import COLUMNS, NEEDED, solve_articles


@cache
def view_files() -> dict[str, str]:
    """Return the SQL of every view by name, each after those it reads."""
    files = {file.stem: file.read_text("utf-8") for file in program_folder("views").rglob("*.sql")}
    reads = {name: (words_of(sql) - {name}) | read_behind(sql) for name, sql in files.items()}
    order = graphlib.TopologicalSorter({name: sorted(reads[name] & set(files)) for name in sorted(files)}).static_order()
    return {name: files[name] for name in order}


def view_makers(run: Callable[[str], object]) -> dict[str, Callable[[], object]]:
    """Return what makes each view, as a table."""
    return {name: Maker(partial(run, f"CREATE OR REPLACE TABLE {quote(name)} AS {sql}"), sql) for name, sql in view_files().items()}


def row_makers(tables: Connection) -> dict[str, Callable[[], object]]:
    """Return what makes the tables that are worked out row by row from views: days, likely pairs, and the answers of the timeline.

    Solving the timeline of every article makes all its answers.
    """

    def ask(sql: str) -> list[dict[str, Any]]:
        return [] if tables.has_none(sql) else tables.query(sql)

    def solve() -> None:
        for name in COLUMNS:
            tables.makers.pop(name, None)
        try:
            solve_articles(ask, tables.run)
        except MissingTableError as error:
            tables.missing.update(dict.fromkeys(COLUMNS, error.table))
        except LimitError as error:
            tables.beyond.update(dict.fromkeys(COLUMNS, error))

    return {
        **dict.fromkeys(ANCHORED, Maker(partial(anchor_dates, ask, tables.run), DATES)),
        "likely_pairs": Maker(partial(pair_texts, tables.query, tables.run), "SELECT * FROM crowds"),
        "likely_figures": Maker(partial(pair_amounts, tables.query, tables.run), "SELECT * FROM crowds"),
        **dict.fromkeys(COLUMNS, Maker(solve, "SELECT * FROM events")),
    }


def read_behind(sql: str) -> set[str]:
    """Return the views from which the tables are worked out that a query reads and that are no view."""
    words = words_of(sql)
    answered = set() if words.isdisjoint(COLUMNS) else set(NEEDED) | set(READS)
    compared = {name for table in words & COMPARED.keys() for name in COMPARED[table]}
    return answered | compared | (set() if words.isdisjoint(ANCHORED) else set(READS))
