"""A package as Parquet, one file a table or view: types from the Table Schemas, dates as EDTF text, missing values as nulls."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from pathlib import Path

from corrigenda.adapters.exports.exported_views import SCHEMA, ExportedView, make_views, select_rows
from corrigenda.engine.sql import literal, quote
from corrigenda.engine.tables import Tables
from corrigenda.package.storage.files import replacing

# Said by name, so that a later version of the engine does not choose for us.
_FORM = "FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v1, ROW_GROUP_SIZE 122880"


# Pairs of an event and a term: a thousand articles against thirty thousand terms can have a hundred million.
MOST_ROWS = 5_000_000


def write_parquet(tables: Tables, folder: Path) -> list[Path]:
    """Write each table that `load_cells` gave into a folder and return the files; rows stand in the order of their keys.

    Parquet has no views: the exported views are files with their rows, and with days of the type DATE. The files appear once all of
    them are whole, and a view of more than MOST_ROWS rows has none. The same cells give the same bytes under one version of the engine.
    """
    package = tables.package
    with replacing(folder) as made:
        made.mkdir()
        for table in package.tables.values():
            columns = ", ".join(quote(field.name) for field in table.fields)
            _write(tables, made, table.name, table.description, f"SELECT {columns} FROM {quote(table.name)}")
        views = [view for view in make_views(tables) if not is_too_long(tables, view)]
        for view in views:
            _write(tables, made, view.name, view.description, select_rows(view))
    return [folder / f"{name}.parquet" for name in (*package.tables, *(view.name for view in views))]


def is_too_long(tables: Tables, view: ExportedView) -> bool:
    """Tell whether a view that was made has more rows than a file should have; in a database it costs nothing until it is asked.

    Only the pairs of events and terms can be so many. They are counted and not made: of a thousand articles that took 5 GB.
    """
    return view.name == "offices_on_event_day" and _count_pairs(tables) > MOST_ROWS


def _count_pairs(tables: Tables) -> int:
    """Return how many pairs of an event and a term share a day: all terms but those that begin after the event or end before it."""
    terms: list[tuple[int | None, int | None]] = tables.run(
        f"SELECT {_number('first')}, {_number('last')} FROM {SCHEMA}.tenure_days WHERE NOT is_reversed"
    )
    starts = sorted(first for first, _ in terms if first is not None)
    ends = sorted(last for _, last in terms if last is not None)
    is_bounded = "first IS NOT NULL AND last IS NOT NULL"
    events: list[tuple[int, int]] = tables.run(f"SELECT {_number('first')}, {_number('last')} FROM {SCHEMA}.event_days WHERE {is_bounded}")
    pairs = sum(len(terms) - len(starts) + bisect_right(starts, last) - bisect_left(ends, first) for first, last in events)
    # An event whose days contradict each other (not before 2013, not after 2005): a term in between was taken off twice.
    turned = [(first, last) for first, last in events if first > last]
    inner = [(start, end) for start, end in terms if start is not None and end is not None] if turned else []
    return pairs + sum(start > last and end < first for first, last in turned for start, end in inner)


def _number(day: str) -> str:
    """Write a day as a number: Python has no days before the year 1."""
    return f"{day} - DATE '0001-01-01'"


def _write(tables: Tables, folder: Path, name: str, description: str, sql: str) -> None:
    package = tables.package
    told = {"package": package.name, "data_version": package.version, "table": name, "description": description}
    about = ", ".join(f"{quote(key)}: {literal(value)}" for key, value in told.items())
    tables.run(f"COPY ({sql}) TO {literal(str(folder / f'{name}.parquet'))} ({_FORM}, KV_METADATA {{{about}}})")
