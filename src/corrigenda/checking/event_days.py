"""When each event was, as a result tells it."""

from __future__ import annotations

from corrigenda.engine.tables import Tables
from corrigenda.errors import LimitError, MissingTableError
from corrigenda.results.timeline import EventDays
from corrigenda.values.edtf import iso

_DAYS = """
    SELECT d.event_id, d.article_id, d.stated, d.first_day, d.last_day, r.left_first, r.left_last, r.mended_first, r.mended_last
    FROM event_days AS d LEFT JOIN event_ranges AS r ON r.event_id = d.event_id ORDER BY d.event_id"""


def list_days(tables: Tables) -> tuple[EventDays, ...]:
    """Return the days of every event by key; a package that lacks a table of these has none."""
    try:
        rows = tables.run(_DAYS)
    except (LimitError, MissingTableError):
        return ()
    return tuple(EventDays(event, article, stated, _day(first), _day(last), *left) for event, article, stated, first, last, *left in rows)


def _day(day: int | None) -> str | None:
    return None if day is None else iso(day)
