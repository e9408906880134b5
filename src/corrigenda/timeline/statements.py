"""From the tables of an article to its constraint network: one statement for each thing said of a time.

Statements cost what giving them up costs, each class more than several of those before it: what a reader takes
for granted; a name as a sign of its time, for names live on; a part of a printed date; a tense or a gap; a
printed order, or the day of publication; last a title that fits the reference, for giving it up means to doubt
two printed words and a fact that somebody has seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from corrigenda.timeline.network.solver import Constraint, Distance, Either, Recurring, Statement, Within
from corrigenda.values.edtf import EARLIEST, LATEST, parse_duration, parse_edtf

Query = Callable[[str], list[dict[str, Any]]]
COST = {"assumed": 1, "name": 2, "date": 10, "tense": 30, "gap": 30, "relation": 100, "published": 100, "title": 15}
_PARTS = re.compile(r"(\d{4}|XXXX)(?:-(\d{2})(?:-(\d{2}))?)?")
_SAME = (0, 0)


def read_networks(query: Query) -> dict[str, tuple[Statement, ...]]:
    """Return the statements of every article by key; gaps and phrases by their outer range."""
    networks: dict[str, list[Statement]] = {row["article_id"]: [] for row in query("SELECT article_id FROM articles ORDER BY article_id")}
    for part in (_published, _tenses, _dates, _relations, _titles, _names):
        for article, statement in part(query):
            networks[article].append(statement)
    for article, statement in read_phrases(query):
        networks[article].append(statement)
    return {article: tuple(sorted(statements, key=lambda s: s.statement_id)) for article, statements in networks.items()}


Told = Iterator[tuple[str, Statement]]


def _published(query: Query) -> Told:
    """Put the writing on the day of publication: not after it, and, which is another statement, not before."""
    sql = """
        SELECT a.article_id, coalesce(a.written, a.published) AS published, d.first_day, d.last_day, ev.event_id FROM articles AS a
        JOIN published_days AS d ON d.article_id = a.article_id
        JOIN events AS ev ON ev.article_id = a.article_id AND ev.kind_id = 'writing'
        WHERE coalesce(a.written, a.published) IS NOT NULL ORDER BY a.article_id"""
    for row in query(sql):
        cells = (("articles", row["article_id"], "published"),)
        sides = (
            ("published", "by", (EARLIEST, row["last_day"])),
            ("published.first", "not before", (row["first_day"], LATEST)),
        )
        for name, words, (first, last) in sides:
            if first is not None and last is not None:
                text = f"the article is written {words} {row['published']}"
                within = Within(row["event_id"], ((first, last),))
                yield (
                    row["article_id"],
                    Statement(f"{row['article_id']}.{name}", within, "printed", COST["published"], text, cells, "published"),
                )


def _tenses(query: Query) -> Told:
    """Put every event before, at or after the time of writing, as its tense tells.

    What lasts, or was said, and has a date of its own may be told in the present long after that date.
    """
    sql = """
        SELECT ev.article_id, ev.event_id, ev.label, w.event_id AS writing,
            CASE WHEN ev.tense = 'present' AND (d.goes_on OR d.is_reported) THEN 'past' ELSE ev.tense END AS tense
        FROM events AS ev
        JOIN events AS w ON w.article_id = ev.article_id AND w.kind_id = 'writing' AND w.event_id <> ev.event_id
        LEFT JOIN dated_events AS d ON d.event_id = ev.event_id
        WHERE ev.tense <> 'unstated' ORDER BY ev.event_id"""
    words = {"past": "not after", "present": "at", "future": "not before"}
    for row in query(sql):
        event, writing = row["event_id"], row["writing"]
        constraint = {
            "past": Distance(writing, event, _SAME, None),
            "present": Distance(event, writing, _SAME, _SAME),
            "future": Distance(event, writing, _SAME, None),
        }[row["tense"]]
        text = f"{row['label']}: {words[row['tense']]} the time of writing"
        yield (
            row["article_id"],
            Statement(f"{event}.tense", constraint, "printed", COST["tense"], text, (("events", event, "tense"),), "tense"),
        )


def _dates(query: Query) -> Told:
    """Turn a printed date into one statement for each part of it; an interval or a rough date is one part."""
    sql = """
        SELECT ev.article_id, d.date_id, d.event_id, d.edtf, d.as_printed FROM dates AS d
        JOIN events AS ev ON ev.event_id = d.event_id WHERE d.kind = 'date' AND d.edtf IS NOT NULL ORDER BY d.date_id"""
    for row in query(sql):
        for part, constraint in date_parts(row["event_id"], row["edtf"]):
            text = f'"{row["as_printed"]}": the {part}'
            name, cells = f"{row['date_id']}.edtf.{part}", (("dates", row["date_id"], "edtf"),)
            yield row["article_id"], Statement(name, constraint, "printed", COST["date"], text, cells, part)


def date_parts(event: str, edtf: str) -> list[tuple[str, Within | Recurring]]:
    """Divide a date into year, month and day, each a constraint of its own, for each can be the wrong one.

    >>> [part for part, _ in date_parts("e", "XXXX-03-19")]
    ['month', 'day']
    """
    match = _PARTS.fullmatch(edtf)
    span = parse_edtf(edtf)
    if not match or (match[2] or "") > "12":
        # An interval, or a season or quarter of a year, is one part.
        if span.first is None and span.last is None:
            return []
        return [("date", Within(event, ((span.first or 1, span.last or 3652059),)))]
    year, month, day = match.groups()
    parts: list[tuple[str, Within | Recurring]] = []
    if year != "XXXX":
        whole = parse_edtf(year)
        assert whole.first is not None  # noqa: S101  (a year has a first and a last day)
        assert whole.last is not None  # noqa: S101
        parts.append(("year", Within(event, ((whole.first, whole.last),))))
    if month:
        parts.append(("month", Recurring(event, month=int(month))))
    if day:
        parts.append(("day", Recurring(event, day=int(day))))
    return parts


def read_phrases(query: Query, reading: str = "outer") -> Told:
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
        WHERE d.kind = 'gap' OR (d.kind = 'tense' AND ev.tense IN ('past', 'future') AND coalesce(p.outer_from, p.outer_to) IS NOT NULL)
        ORDER BY d.date_id"""
    for row in query(sql):
        least, most = (parse_duration(row[side]) if row[side] else None for side in ("least", "most"))
        if row["kind"] == "gap" and least is None and most is None and row["duration"] is None:
            continue
        if row["kind"] == "gap" and least is None and most is None:
            least, most = gap_range(parse_duration(row["duration"]), row["hedge"], reading)
        after = row["direction"] != "before" if row["kind"] == "gap" else row["tense"] == "future"
        anchor = row["anchor"] or row["writing"]
        event, anchor = (row["event_id"], anchor) if after else (anchor, row["event_id"])
        if event == anchor:
            continue
        cells = (("dates", row["date_id"], "as_printed"), *((("phrases", row["phrase_id"], f"{reading}_to"),) if row["phrase_id"] else ()))
        text = f'"{row["as_printed"]}": from {_say(least)} to {_say(most)} apart'
        yield (
            row["article_id"],
            Statement(f"{row['date_id']}.gap", Distance(event, anchor, least, most), "printed", COST["gap"], text, cells, "gap"),
        )


Range = tuple[tuple[int, int], tuple[int, int]]


def gap_range(duration: tuple[int, int], hedge: str | None, reading: str) -> Range:
    """Return the least and the most that a stated distance (months, days) can mean, by its `outer` or `inner` reading.

    Several years, months, weeks or days are meant to within one of them, a single one to within half of it; exactly is
    exact; about widens to half the length, and over and under widen to one side only.

    >>> gap_range((96, 0), None, "outer"), gap_range((96, 0), "exactly", "outer"), gap_range((0, 14), "over", "inner")
    (((84, 0), (108, 0)), ((96, 0), (96, 0)), ((0, 14), (0, 21)))
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
        duration if hedge in ("exactly", "over") else wide[0],
        duration if hedge in ("exactly", "under") else wide[1],
    )


def _say(distance: tuple[int, int] | None) -> str:
    """Write a distance in words.

    >>> _say((13, 2)), _say((96, 0)), _say(None)
    ('13 months 2 days', '8 years', 'any time')
    """
    if distance is None:
        return "any time"
    months, days = distance
    years = months // 12 if months % 12 == 0 else 0
    parts = ((years, "year"), (months if not years else 0, "month"), (days, "day"))
    return " ".join(f"{n} {word}{'s' * (n != 1)}" for n, word in parts if n) or "0 days"


def _relations(query: Query) -> Told:
    """Order events as printed or assumed; within an event that lasts, or comes again, nothing can be said of days."""
    sql = """
        SELECT ev.article_id, r.*, ev.label AS label, o.label AS other_label,
            k.lasts OR f.event_id IS NOT NULL AS lasts
        FROM relations AS r
        JOIN events AS ev ON ev.event_id = r.event_id
        JOIN events AS o ON o.event_id = r.other
        JOIN kinds AS k ON k.kind_id = o.kind_id
        LEFT JOIN (SELECT DISTINCT event_id FROM dates WHERE kind = 'frequency') AS f ON f.event_id = r.other
        WHERE r.event_id <> r.other ORDER BY r.relation_id"""
    for row in query(sql):
        event, other, relation = row["event_id"], row["other"], row["relation"]
        if relation == "during" and row["lasts"]:
            continue
        constraint: Constraint = {
            "before": Distance(other, event, _SAME, None),
            "not-after": Distance(other, event, _SAME, None),
            "after": Distance(event, other, _SAME, None),
        }.get(relation, Distance(event, other, _SAME, _SAME))
        cost = COST["assumed"] if row["basis"] == "assumed" else COST["relation"]
        text = f"{row['label']}: {relation} {row['other_label']}" + (" (taken for granted)" if row["basis"] == "assumed" else "")
        yield (
            row["article_id"],
            Statement(
                f"{row['relation_id']}.relation",
                constraint,
                row["basis"],
                cost,
                text,
                (("relations", row["relation_id"], "relation"),),
                "relation",
            ),
        )


def _titles(query: Query) -> Told:
    """Put the event (or the writing, or one of the two) into one of the terms of the person in the office."""
    sql = """
        SELECT t.article_id, t.mention_id, t.event_id, t.title_time, a.label AS actor, o.label AS office, w.event_id AS writing,
            array_agg(n.start_first ORDER BY n.start_first, n.end_last) AS firsts,
            array_agg(n.end_last ORDER BY n.start_first, n.end_last) AS lasts,
            array_agg(n.tenure_id ORDER BY n.start_first, n.end_last) AS tenure_ids, known.last_day AS known_until
        FROM titles AS t
        LEFT JOIN period_limits AS known ON known.judged = 'term' AND known.judged_id = t.mention_id
        JOIN office_terms AS n ON n.actor_id = t.actor_id AND n.office_id = t.office_id
        JOIN actors AS a ON a.actor_id = t.actor_id
        JOIN offices AS o ON o.office_id = t.office_id
        JOIN events AS w ON w.article_id = t.article_id AND w.kind_id = 'writing'
        GROUP BY ALL ORDER BY t.mention_id"""
    for row in query(sql):
        spans = tuple((first, last) for first, last in zip(row["firsts"], row["lasts"], strict=True) if first <= last)
        if row["known_until"] is not None:
            # What comes after the last day that is known may be in a term as well.
            spans += ((row["known_until"] + 1, 3652059),)
        constraint = _timed(row["title_time"], row["event_id"], row["writing"], spans)
        if constraint is not None:
            cells = [("mentions", row["mention_id"], "title_printed")]
            cells += [("tenures", key, side) for key in row["tenure_ids"] for side in ("start", "end")]
            text = f"{row['actor']} as {row['office']}"
            yield (
                row["article_id"],
                Statement(f"{row['mention_id']}.title_printed", constraint, "reference", COST["title"], text, tuple(cells), "title"),
            )


def _names(query: Query) -> Told:
    """Put the writing, or the event, into the time in which a name was in use: one statement for all mentions that say so.

    A name whose time the words do not tell adds nothing beside one of the same name that belongs to the writing, and is
    too weak a sign by itself: it is left out.
    """
    sql = """
        SELECT p.article_id, n.actor, n.name_printed, n.may_first, n.may_last, n.from_id, n.to_id, n.superseded_id,
            CASE WHEN n.name_time = 'writing' THEN w.event_id ELSE n.event_id END AS event,
            array_agg(n.mention_id ORDER BY n.mention_id) AS mention_ids
        FROM bounded_names AS n
        JOIN claims AS c ON c.claim_id = n.claim_id
        JOIN passages AS p ON p.passage_id = c.passage_id
        JOIN events AS w ON w.article_id = p.article_id AND w.kind_id = 'writing'
        WHERE n.name_time IN ('writing', 'event')
        GROUP BY ALL HAVING event IS NOT NULL ORDER BY event, n.name_printed, n.actor"""
    for row in query(sql):
        cells = [("mentions", mention, "name_printed") for mention in row["mention_ids"]]
        ends = (("from_id", "used_from"), ("to_id", "used_to"), ("superseded_id", "superseded"))
        cells += [("names", row[key], field) for key, field in ends if row[key]]
        text = f'the name "{row["name_printed"]}" in use for {row["actor"]}'
        within = Within(row["event"], ((row["may_first"], row["may_last"]),))
        name = f"{row['mention_ids'][0]}.name_printed"
        yield row["article_id"], Statement(name, within, "reference", COST["name"], text, tuple(cells), "name")


def _timed(time: str, event: str | None, writing: str, spans: tuple[tuple[int, int], ...]) -> Constraint | None:
    """Return what a title says of a time; None where it says nothing."""
    if not spans:
        return None
    if time == "writing":
        return Within(writing, spans)
    if event is None:
        return None
    if time == "event" or event == writing:
        return Within(event, spans)
    return Either((Within(event, spans), Within(writing, spans)))
