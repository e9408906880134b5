"""Printed dates that count from the day of writing (yesterday, on Monday, Dec. 26 without a year), worked out row by row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from corrigenda.engine.sql import create_table
from corrigenda.values.calendar_days import BARE, CalendarPhrase, Days, count_days
from corrigenda.values.day_runs import whole_years, write_run
from corrigenda.values.edtf import EARLIEST, LATEST, parse_edtf

Query = Callable[[str], list[dict[str, Any]]]
# What these rows are worked out from, besides tables of the package.
READS = ("published_days",)
COLUMNS = {
    "anchored_dates": {
        "date_id": "VARCHAR", "first_day": "INTEGER", "last_day": "INTEGER", "firsts": "INTEGER[]", "lasts": "INTEGER[]",
        "reading": "VARCHAR", "counted_from": "VARCHAR",
    },
}  # fmt: skip
DATES = """
    SELECT date.date_id, date.edtf, date.weekday, date.start, passage.paragraph, event.article_id,
        CASE WHEN event.kind_id = 'writing' THEN 'past' ELSE event.tense END AS tense,
        phrase.unit, phrase.first_unit, phrase.last_unit, phrase.side,
        published.first_day, published.last_day, published.counted_from
    FROM dates AS date
    JOIN events AS event ON event.event_id = date.event_id
    JOIN published_days AS published ON published.article_id = event.article_id AND published.first_day IS NOT NULL
    LEFT JOIN phrases AS phrase ON phrase.phrase_id = date.phrase_id AND phrase.unit IS NOT NULL
    LEFT JOIN passages AS passage ON passage.passage_id = date.passage_id
    WHERE phrase.unit IS NOT NULL OR (
        date.kind = 'date' AND (date.edtf LIKE '%XXXX%' OR (date.edtf IS NULL AND date.weekday IS NOT NULL))
        -- "On March 19", where the same event is dated to a year as well, is of that year and not the nearest.
        AND NOT EXISTS (
            SELECT 1 FROM dates AS other
            WHERE other.event_id = date.event_id AND other.kind = 'date' AND other.edtf IS NOT NULL AND other.edtf NOT LIKE '%XXXX%'))
    ORDER BY date.date_id"""
_YEARS = """
    SELECT event.article_id, passage.paragraph, date.start, date.edtf
    FROM dates AS date
    JOIN events AS event ON event.event_id = date.event_id AND event.kind_id <> 'writing'
    JOIN passages AS passage ON passage.passage_id = date.passage_id
    WHERE date.kind = 'date' AND date.edtf IS NOT NULL AND date.edtf NOT LIKE '%XXXX%'
    ORDER BY date.date_id"""


def anchor_dates(query: Query, run: Callable[..., Any]) -> None:
    """Create the table of COLUMNS: what each such date means, as runs of days, where the article has a day of writing.

    A date without a year that follows one with another year in its paragraph is left out: it may belong to that year.
    """
    years: dict[tuple[str, int | None], list[tuple[int, Days]]] = {}
    for row in query(_YEARS):
        span = parse_edtf(row["edtf"])
        if span.first is not None and span.last is not None:
            years.setdefault((row["article_id"], row["paragraph"]), []).append((row["start"] or 0, (span.first, span.last)))
    rows: list[tuple[Any, ...]] = []
    for row in query(DATES):
        runs = _count(row)
        before = [days for start, days in years.get((row["article_id"], row["paragraph"]), []) if start < (row["start"] or 0)]
        if runs and not (row["unit"] is None and row["edtf"] and before and _is_elsewhere(runs, before[-1])):
            firsts, lasts = [first for first, _ in runs], [last for _, last in runs]
            first, last = firsts[0], lasts[-1]
            bounds: tuple[int | None, int | None] = (first, last)
            reading = write_run(first, last)
            if _is_open(row):
                # "By Oct. 28" has no first day, and "since Oct. 28" no last one.
                is_until = row["edtf"].startswith(("../", "/"))
                firsts, lasts = ([EARLIEST], [last]) if is_until else ([first], [LATEST])
                reading = f"../{write_run(last, last)}" if is_until else f"{write_run(first, first)}/.."
                bounds = (None, last) if is_until else (first, None)
            rows.append((row["date_id"], *bounds, firsts, lasts, reading, row["counted_from"]))
    create_table(run, "anchored_dates", COLUMNS["anchored_dates"], rows)


def _count(row: dict[str, Any]) -> tuple[Days, ...]:
    phrase = BARE["date" if row["edtf"] else "weekday"]
    if row["unit"]:
        phrase = CalendarPhrase(row["unit"], row["first_unit"] or 0, row["last_unit"] or 0, row["side"])
    name = row["weekday"] if phrase.unit == "weekday" else row["edtf"] if phrase.unit == "date" else None
    if _is_open(row) and phrase.unit == "date":
        name = row["edtf"].strip("./")
    return count_days(phrase, name, (row["first_day"], row["last_day"]), row["tense"])


def _is_open(row: dict[str, Any]) -> bool:
    """Tell whether the printed date is an interval with one day, which has no year."""
    sides = (row["edtf"] or "").split("/")
    return len(sides) == 2 and any(side in ("", "..") for side in sides)


def _is_elsewhere(runs: tuple[Days, ...], told: Days) -> bool:
    """Tell whether none of some days lies in the years of the date that was told before."""
    since, until = whole_years(*told)
    return not any(first <= until and since <= last for first, last in runs)
