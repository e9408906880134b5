"""What people ask of the tables, ready as views in every export: intervals as days, ends of chains, who held which office when.

A view is one file in the folder `views`, in the part of SQL that SQLite and DuckDB share; its comments are those of the view and of
its columns. What no database works out (the days of EDTF, the timeline, chains) is worked out here and kept in a table of cells that the
view joins with the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corrigenda.engine.limits import limits_of
from corrigenda.engine.sql import quote, words_of
from corrigenda.engine.tables import Tables
from corrigenda.errors import LimitError, MissingTableError, SetupError

# Where the engine keeps them: its own views of these names count days as integers.
SCHEMA = "exported"


def _day(days: str, name: str) -> str:
    return f"DATE '0001-01-01' + ({days} - 1) AS \"{name}\""


def _bound(days: str, name: str, end: str) -> str:
    """Name a day; one at that end of the calendar is bounded by nothing."""
    return _day(f"nullif({days}, calendar.{end}_day)", name)


# The query that works out the cells of each view, over the views of the program.
_CELLS = {
    "edtf_days": f"SELECT text, {_day('first_day', 'first')}, {_day('last_day', 'last')}, precision FROM edtf ORDER BY text",
    "event_days": f"SELECT event_id, stated, {_day('first_day', 'first')}, {_day('last_day', 'last')} FROM event_days ORDER BY event_id",
    "tenure_days": f"""
        SELECT tenure_id, {_bound("start_first", "first", "first")}, {_bound("end_last", "last", "last")},
            {_bound("start_last", "sure_first", "last")}, {_bound("end_first", "sure_last", "first")},
            {_day("known_until", "known_until")}, is_reversed
        FROM tenure_days CROSS JOIN calendar ORDER BY tenure_id""",
    "offices_on_event_day": None,
    "chain_ends": "SELECT * EXCLUDE (claim_id, naming, actor_id) FROM chain_ends ORDER BY attribution_id",
    "claim_sources": "SELECT * EXCLUDE (end_ids) FROM claim_sources ORDER BY claim_id",
}
_COLUMN = re.compile(r"^ +(?!--)(?:.*\bAS )?(?:\w+\.)?(\w+),? -- (.+)$", re.M)


@dataclass(frozen=True)
class ExportedView:
    """Hold a view of an export: its query, what it and each of its columns mean, and its key.

    `cells` is the name of the table that holds what was worked out for it, where there is one.
    """

    name: str
    sql: str
    description: str
    columns: dict[str, str]
    key: tuple[str, ...]
    cells: str | None


def select_rows(view: ExportedView) -> str:
    """Return the query for the rows of a view that was made, in the order of its key."""
    return f"SELECT * FROM {SCHEMA}.{quote(view.name)} ORDER BY {', '.join(map(quote, view.key))}"


@cache
def exported_views() -> tuple[ExportedView, ...]:
    """Return all views that an export can have, each after those that it reads.

    >>> [view.name for view in exported_views()]
    ['edtf_days', 'event_days', 'tenure_days', 'offices_on_event_day', 'chain_ends', 'claim_sources']
    """
    return tuple(_read(name) for name in _CELLS)


def _read(name: str) -> ExportedView:
    sql = (Path(__file__).parent / "views" / f"{name}.sql").read_text("utf-8")
    *comment, grain = [line.removeprefix("-- ") for line in sql[: sql.index("SELECT")].splitlines()]
    key = tuple(grain.removeprefix("grain: ").split(", "))
    columns = {column[1]: column[2] for column in _COLUMN.finditer(sql)}
    return ExportedView(name, sql.rstrip("\n"), " ".join(comment), columns, key, f"{name}_cells" if _CELLS[name] else None)


def make_views(tables: Tables) -> tuple[ExportedView, ...]:
    """Work out the cells of the exported views, make the views in the schema SCHEMA, and return those for which there are the tables.

    No rows of a view are made: of events and terms there can be very many pairs. What a limit stopped is noted (`tell_left_out`), and so
    is each view that reads it. Raises SetupError where a table of the package has
    the name of one of them.
    """
    taken = sorted(set(tables.package.tables) & {name for view in exported_views() for name in (view.name, f"{view.name}_cells")})
    if taken:
        raise SetupError(*(f"datapackage.json: the table '{name}' has the name of a view that every export has" for name in taken))
    tables.run(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
    made: list[ExportedView] = []
    with _limited(tables):
        for view in exported_views():
            if _make(tables, view, made):
                made.append(view)
    return tuple(made)


@contextmanager
def _limited(tables: Tables) -> Iterator[None]:
    """Stop each statement that takes more than one of a check may; what only writes rows has no limit."""
    before, files = tables.limits, [table.file for table in tables.package.tables.values()]
    tables.limits = limits_of(sum(lines.rows for lines in tables.lines.values()), sum(file.stat().st_size for file in files))
    try:
        yield
    finally:
        tables.limits = before


def _make(tables: Tables, view: ExportedView, made: Sequence[ExportedView]) -> bool:
    """Make a view with its cells; tell whether all that it needs was there."""
    cells = _CELLS[view.name]
    try:
        if cells:
            tables.run(f"CREATE TABLE IF NOT EXISTS {SCHEMA}.{quote(f'{view.name}_cells')} AS {cells}")
        # The views before it go first: the engine has its own of the same names.
        own = [name for before in made for name in (before.name, before.cells) if name] + [f"{view.name}_cells"]
        sql = re.sub(rf"\b(FROM|JOIN) ({'|'.join(own)})\b", rf"\1 {SCHEMA}.\2", view.sql)
        tables.run(f"CREATE OR REPLACE VIEW {SCHEMA}.{quote(view.name)} AS {sql}")
    except MissingTableError:
        return False
    except LimitError as error:
        tables.beyond[f"{SCHEMA}.{view.name}"] = error
        return False
    except SetupError:
        # It reads a view before it that a limit stopped.
        stopped = [one for one in exported_views() if f"{SCHEMA}.{one.name}" in tables.beyond and one.name in words_of(view.sql)]
        if not stopped:
            raise
        tables.beyond[f"{SCHEMA}.{view.name}"] = LimitError(f"reads {stopped[0].name}, which is left out")
        return False
    return True


def tell_left_out(tables: Tables) -> tuple[str, ...]:
    """Say which views a limit kept out of an export, a sentence for each."""
    left = ((name.removeprefix(f"{SCHEMA}."), error.what) for name, error in tables.beyond.items() if name.startswith(f"{SCHEMA}."))
    return tuple(f"The view {name} is left out: its query {what}." for name, what in left)
