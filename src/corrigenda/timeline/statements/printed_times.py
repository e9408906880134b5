"""Statements of the printed words of time: dates, gaps and phrases such as "recently".

Each statement has the cost of giving it up. What a reader takes for granted costs least. Then come a name as evidence of
its time, because people go on using names; a part of a printed date; a title that fits the reference, because giving it
up means to doubt two printed words and a confirmed fact; a tense or a gap; a printed order, or the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from corrigenda.timeline.network.constraints import Distance, Recurring, Statement, Within
from corrigenda.timeline.statements.clauses import say_dated
from corrigenda.values.day_runs import whole_years
from corrigenda.values.edtf import parse_duration, parse_edtf
from corrigenda.values.spoken_dates import MONTHS, say_date, say_nth

Query = Callable[[str], list[dict[str, Any]]]
COST = {"assumed": 1, "name": 2, "date": 10, "tense": 30, "gap": 30, "relation": 100, "published": 100, "title": 15}
_PARTS = re.compile(r"(\d{4}|XXXX)(?:-(\d{2})(?:-(\d{2}))?)?")
Stated = Iterator[tuple[str, Statement]]


def read_dates(query: Query) -> Stated:
    """Turn a printed date into one statement for each part of it; an interval, a rough date or a calendar phrase is one part.

    The year of a date without one is that of the nearest day that fits, where the article has a day of writing.
    """
    sql = """
        SELECT ev.article_id, d.date_id, d.event_id, d.edtf, d.as_printed, ev.label, c.firsts, c.lasts, c.reading, c.counted_from
        FROM dates AS d
        JOIN events AS ev ON ev.event_id = d.event_id
        LEFT JOIN anchored_dates AS c ON c.date_id = d.date_id
        WHERE (d.kind = 'date' AND d.edtf IS NOT NULL) OR c.date_id IS NOT NULL
        ORDER BY d.date_id"""
    for row in query(sql):
        name, cells, noun = f"{row['date_id']}.edtf", (("dates", row["date_id"], "edtf"),), f'"{row["as_printed"]}"'
        parts = date_parts(row["event_id"], row["edtf"]) if row["edtf"] else []
        for part, constraint, value in parts:
            text = say_dated(row["label"], value, row["as_printed"])
            yield (
                row["article_id"],
                Statement(f"{name}.{part}", constraint, "printed", COST["date"], text, cells, part, noun, row["label"]),
            )
        if row["counted_from"]:
            runs, part, value = tuple(zip(row["firsts"], row["lasts"], strict=True)), "date", say_date(row["reading"])
            if parts and parts[0][0] == "month":
                runs, part, value = tuple(whole_years(*run) for run in runs), "year", row["reading"][:4]
            text = say_dated(row["label"], value, row["as_printed"]) + f" (counted from {say_date(row['counted_from'])})"
            within = Within(row["event_id"], runs)
            yield (
                row["article_id"],
                Statement(f"{name}.counted", within, "printed", COST["date"], text, cells, part, noun, row["label"]),
            )


def date_parts(event: str, edtf: str) -> list[tuple[str, Within | Recurring, str]]:
    """Divide a date into year, month and day, each a constraint of its own, for each can be the wrong one.

    The last value is the part in words.

    >>> [(part, value) for part, _, value in date_parts("e", "2024-03-19")]
    [('year', '2024'), ('month', 'March'), ('day', 'the 19th')]
    """
    match = _PARTS.fullmatch(edtf)
    span = parse_edtf(edtf)
    if not match or (match[2] or "") > "12":
        # An interval, or a season or quarter of a year, is one part.
        if span.first is None and span.last is None:
            return []
        return [("date", Within(event, ((span.first or 1, span.last or 3652059),)), say_date(edtf))]
    year, month, day = match.groups()
    parts: list[tuple[str, Within | Recurring, str]] = []
    if year != "XXXX":
        whole = parse_edtf(year)
        assert whole.first is not None  # noqa: S101  (a year has a first and a last day)
        assert whole.last is not None  # noqa: S101
        parts.append(("year", Within(event, ((whole.first, whole.last),)), year))
    if month:
        parts.append(("month", Recurring(event, month=int(month)), MONTHS[int(month) - 1]))
    if day:
        parts.append(("day", Recurring(event, day=int(day)), f"the {say_nth(int(day))}"))
    return parts


def read_phrases(query: Query, reading: str = "outer") -> Stated:
    """Yield gaps, and tense words with a known range, as distances, by the outer or the inner range of their phrase.

    A gap that no phrase explains is as exact as it is printed (see `gap_range`).
    """
    sql = f"""
        SELECT ev.article_id, d.date_id, d.event_id, d.kind, d.as_printed, d.anchor, d.duration, d.direction, d.hedge, d.phrase_id,
            ev.tense, w.event_id AS writing, p.{reading}_from AS least, p.{reading}_to AS most
        FROM dates AS d
        JOIN events AS ev ON ev.event_id = d.event_id
        JOIN events AS w ON w.article_id = ev.article_id AND w.kind_id = 'writing'
        LEFT JOIN phrases AS p ON p.phrase_id = d.phrase_id
        WHERE (d.kind = 'gap' AND p.unit IS NULL)
            OR (d.kind = 'tense' AND ev.tense IN ('past', 'future') AND coalesce(p.outer_from, p.outer_to) IS NOT NULL)
        ORDER BY d.date_id"""
    for row in query(sql):
        least, most = (parse_duration(row[side]) if row[side] else None for side in ("least", "most"))
        if row["kind"] == "gap" and least is None and most is None and row["duration"] is None:
            continue
        if row["kind"] == "gap" and least is None and most is None:
            least, most = gap_range(parse_duration(row["duration"]), row["hedge"], reading)
        # "A year ago" has no anchor of its own: it is counted from the writing, on the side of the tense.
        by_tense = row["kind"] == "tense" or (row["anchor"] is None and row["direction"] is None and row["tense"] in ("past", "future"))
        after = row["tense"] == "future" if by_tense else row["direction"] != "before"
        anchor = row["anchor"] or row["writing"]
        event, anchor = (row["event_id"], anchor) if after else (anchor, row["event_id"])
        if event == anchor:
            continue
        cells = (("dates", row["date_id"], "as_printed"), *((("phrases", row["phrase_id"], f"{reading}_to"),) if row["phrase_id"] else ()))
        noun = f'"{row["as_printed"]}"'
        text = f"{noun} means {_say_range(least, most)}"
        yield (
            row["article_id"],
            Statement(f"{row['date_id']}.gap", Distance(event, anchor, least, most), "printed", COST["gap"], text, cells, "gap", noun),
        )


Range = tuple[tuple[int, int], tuple[int, int]]


def gap_range(duration: tuple[int, int], hedge: str | None, reading: str) -> Range:
    """Return the least and the most that a stated distance (months, days) can mean, by its `outer` or `inner` reading.

    Several years, months, weeks or days are meant to within one of them, a single one to within half of it; exactly is
    exact; about widens to half the length, and over and under widen to one side only. "Within 18 months" can be at once.

    >>> gap_range((96, 0), None, "outer"), gap_range((96, 0), "exactly", "outer"), gap_range((0, 14), "over", "inner")
    (((84, 0), (108, 0)), ((96, 0), (96, 0)), ((0, 14), (0, 21)))
    >>> gap_range((18, 0), "under", "outer"), gap_range((18, 0), "under", "inner")
    (((0, 0), (18, 0)), ((17, 0), (18, 0)))
    """
    months, days = duration
    unit = (12, 0) if months and months % 12 == 0 else (1, 0) if months else (0, 7) if days % 7 == 0 else (0, 1)
    half = (months // 2, days // 2), (months + (months + 1) // 2, days + (days + 1) // 2)
    near = (months - unit[0], days - unit[1]), (months + unit[0], days + unit[1])
    if reading == "inner" and hedge is None:
        # Half a year or week in its own days; half a month is fifteen days, and half a day is none.
        slack = (6, 0) if unit[0] == 12 else (0, 15) if unit[0] else (0, unit[1] // 2)
        near = (months - slack[0], days - slack[1]), (months + slack[0], days + slack[1])
    wide = half if duration == unit or (hedge is not None and reading == "outer") else near
    return (
        duration if hedge in ("exactly", "over") else (0, 0) if hedge == "under" and reading == "outer" else wide[0],
        duration if hedge in ("exactly", "under") else wide[1],
    )


def _say_range(least: tuple[int, int] | None, most: tuple[int, int] | None) -> str:
    """Write a range of distances in words.

    >>> _say_range((9, 0), (18, 0)), _say_range((0, 0), (3, 0)), _say_range((96, 0), (96, 0)), _say_range((13, 2), None)
    ('9 to 18 months', 'at most 3 months', '8 years', 'at least 13 months 2 days')
    """
    if least is None or most is None:
        return f"at most {_say(most)}" if most else f"at least {_say(least)}" if least else "any time"
    if least == most:
        return _say(least)
    if not any(least):
        return f"at most {_say(most)}"
    (first, *unit), (_, *other) = _say(least).split(" "), _say(most).split(" ")
    return f"{first if unit == other and len(unit) == 1 else _say(least)} to {_say(most)}"


def _say(distance: tuple[int, int]) -> str:
    """Write a distance in words."""
    months, days = distance
    years = months // 12 if months % 12 == 0 else 0
    parts = ((years, "year"), (months if not years else 0, "month"), (days, "day"))
    return " ".join(f"{n} {word}{'s' * (n != 1)}" for n, word in parts if n) or "0 days"
