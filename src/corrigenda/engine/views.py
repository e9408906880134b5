"""The views between tables and rules: one file each, computed once, each after those it reads."""

from __future__ import annotations

import graphlib
from collections.abc import Callable
from functools import cache
from typing import Any

from corrigenda.engine.sql import quote, words_of
from corrigenda.errors import MissingTableError
from corrigenda.package.files import program_folder
from corrigenda.timeline.answer_tables import COLUMNS, NEEDED, solve_articles
from corrigenda.timeline.statements import Query


@cache
def view_files() -> dict[str, str]:
    """Return the SQL of every view by name, each after those it reads."""
    files = {file.stem: file.read_text("utf-8") for file in program_folder("views").rglob("*.sql")}
    reads = {name: (words_of(sql) - {name}) | (set(NEEDED) if reads_answers(sql) else set()) for name, sql in files.items()}
    order = graphlib.TopologicalSorter({name: sorted(reads[name] & set(files)) for name in sorted(files)}).static_order()
    return {name: files[name] for name in order}


def make_views(query: Query, run: Callable[..., Any], missing: dict[str, str]) -> None:
    """Compute each view once, as a table, and solve the timeline of every article before the first one that reads its answers.

    What needs a table that the package lacks is put into `missing`, with the name of that table.
    """
    solved = False
    for name, sql in view_files().items():
        if not solved and reads_answers(sql):
            _solve(query, run, missing)
            solved = True
        try:
            run(f"CREATE TABLE {quote(name)} AS {sql}")
        except MissingTableError as error:
            missing[name] = error.table
    if not solved:
        _solve(query, run, missing)


def _solve(query: Query, run: Callable[..., Any], missing: dict[str, str]) -> None:
    try:
        solve_articles(query, run)
    except MissingTableError as error:
        missing.update(dict.fromkeys(COLUMNS, error.table))


def reads_answers(sql: str) -> bool:
    """Tell whether a query reads an answer of the timeline."""
    return not words_of(sql).isdisjoint(COLUMNS)
