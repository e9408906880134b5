"""From the tables of an article to its constraint network: one statement for each thing said of a time."""

from __future__ import annotations

from typing import Any

from corrigenda.timeline.network.constraints import Constraint, Distance, Either, Statement, Within
from corrigenda.timeline.statements.clauses import say_period
from corrigenda.timeline.statements.printed_times import COST, Query, Stated, read_dates, read_phrases
from corrigenda.values.edtf import EARLIEST, LATEST
from corrigenda.values.spoken_dates import say_date
from corrigenda.values.wording import name_event

_SAME = (0, 0)
# So many days before its publication the dateline of an article is, at the most.
_STALE = 31


def read_networks(query: Query) -> dict[str, tuple[Statement, ...]]:
    """Return the statements of every article by key; gaps and phrases by their outer range."""
    networks: dict[str, list[Statement]] = {row["article_id"]: [] for row in query("SELECT article_id FROM articles ORDER BY article_id")}
    for part in (_published, _tenses, read_dates, _relations, _titles, _names):
        for article, statement in part(query):
            networks[article].append(statement)
    for article, statement in read_phrases(query):
        networks[article].append(statement)
    return {article: tuple(sorted(statements, key=lambda s: s.statement_id)) for article, statements in networks.items()}


def _published(query: Query) -> Stated:
    """Put the writing on the day of publication: not after it, and, which is another statement, not before.

    Where a dateline has the day of writing, it is only taken for granted that it is within the month before the publication.
    """
    sql = """
        SELECT a.article_id, coalesce(a.written, a.published) AS published, d.first_day, d.last_day, ev.event_id,
            p.dateline_ids IS NOT NULL AS has_dateline
        FROM articles AS a
        JOIN edtf AS d ON d.text = coalesce(a.written, a.published)
        JOIN published_days AS p ON p.article_id = a.article_id
        JOIN events AS ev ON ev.article_id = a.article_id AND ev.kind_id = 'writing'
        ORDER BY a.article_id"""
    for row in query(sql):
        cells = (("articles", row["article_id"], "published"),)
        first, last, basis, words = row["first_day"], row["last_day"], "printed", "no earlier than"
        if row["has_dateline"]:
            first, basis, words = first and max(EARLIEST, first - _STALE), "assumed", "at most a month before"
        sides = (
            ("published", "no later than", "printed", (EARLIEST, last)),
            ("published.first", words, basis, (first, LATEST)),
        )
        for name, words, basis, (since, until) in sides:
            if since is not None and until is not None:
                text = f"the article was written {words} {say_date(row['published'])}"
                text += " (taken for granted)" if basis == "assumed" else ""
                cost = COST["assumed"] if basis == "assumed" else COST["published"]
                within = Within(row["event_id"], ((since, until),))
                yield row["article_id"], Statement(f"{row['article_id']}.{name}", within, basis, cost, text, cells, "published")


def _tenses(query: Query) -> Stated:
    """Put every event before, at or after the time of writing, as its tense says.

    What lasts, or was said, and has a date of its own may be reported in the present long after that date.
    """
    sql = """
        SELECT ev.article_id, ev.event_id, ev.label, w.event_id AS writing,
            CASE WHEN ev.tense = 'present' AND (d.goes_on OR d.is_reported) THEN 'past' ELSE ev.tense END AS tense
        FROM events AS ev
        JOIN events AS w ON w.article_id = ev.article_id AND w.kind_id = 'writing' AND w.event_id <> ev.event_id
        LEFT JOIN dated_events AS d ON d.event_id = ev.event_id
        WHERE ev.tense <> 'unstated' ORDER BY ev.event_id"""
    words = {"past": "had happened", "present": "was going on", "future": "was still to come"}
    for row in query(sql):
        event, writing = row["event_id"], row["writing"]
        constraint = {
            "past": Distance(writing, event, _SAME, None),
            "present": Distance(event, writing, _SAME, _SAME),
            "future": Distance(event, writing, _SAME, None),
        }[row["tense"]]
        text = f"{name_event(row['label'])} {words[row['tense']]} when the article was written"
        yield (
            row["article_id"],
            Statement(f"{event}.tense", constraint, "printed", COST["tense"], text, (("events", event, "tense"),), "tense"),
        )


def _relations(query: Query) -> Stated:
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
        text = _say_order(row) + (" (taken for granted)" if row["basis"] == "assumed" else "")
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


def _say_order(row: dict[str, Any]) -> str:
    first, second = name_event(row["label"]), name_event(row["other_label"])
    if row["relation"] == "same":
        return f"{first} and {second} were on the same day"
    words = {"during": "came during", "not-after": "came no later than"}.get(row["relation"], f"came {row['relation']}")
    return f"{first} {words} {second}"


def _titles(query: Query) -> Stated:
    """Put the event (or the writing, or one of the two) into one of the terms of the person in the office."""
    sql = """
        SELECT t.article_id, t.mention_id, t.event_id, t.title_time, a.label AS actor, o.label AS office, w.event_id AS writing,
            array_agg(n.start_first ORDER BY n.start_first, n.end_last) AS firsts,
            array_agg(n.end_last ORDER BY n.start_first, n.end_last) AS lasts,
            array_agg(n.tenure_id ORDER BY n.start_first, n.end_last) AS tenure_ids, known.last_day AS known_until
        FROM titles AS t
        LEFT JOIN period_limits AS known ON known.actor_id = t.actor_id AND known.office_id = t.office_id
        JOIN office_terms AS n ON n.actor_id = t.actor_id AND n.office_id = t.office_id
        JOIN actors AS a ON a.actor_id = t.actor_id
        JOIN offices AS o ON o.office_id = t.office_id
        JOIN events AS w ON w.article_id = t.article_id AND w.kind_id = 'writing'
        GROUP BY ALL ORDER BY t.mention_id"""
    for row in query(sql):
        known = spans = tuple((first, last) for first, last in zip(row["firsts"], row["lasts"], strict=True) if first <= last)
        if row["known_until"] is not None:
            # What comes after the last day that is known may be in a term as well.
            spans += ((row["known_until"] + 1, 3652059),)
        constraint = _timed(row["title_time"], row["event_id"], row["writing"], spans)
        if constraint is not None:
            cells = [("mentions", row["mention_id"], "title_printed")]
            cells += [("tenures", key, side) for key in row["tenure_ids"] for side in ("start", "end")]
            noun = f"{row['actor']} as {row['office']}"
            text = f"{row['actor']} was {row['office']} at the time{say_period(known)}"
            yield (
                row["article_id"],
                Statement(f"{row['mention_id']}.title_printed", constraint, "reference", COST["title"], text, tuple(cells), "title", noun),
            )


def _names(query: Query) -> Stated:
    """Put the writing, or the event, into the time in which a name was in use: one statement for all mentions that say so.

    A name whose time the words do not show adds nothing to one of the same name that belongs to the writing, and is
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
        noun = f'the name "{row["name_printed"]}" for {row["actor"]}'
        used = say_period([(row["may_first"], row["may_last"])])
        text = f'{row["actor"]} was called "{row["name_printed"]}" at the time{used}'
        within = Within(row["event"], ((row["may_first"], row["may_last"]),))
        name = f"{row['mention_ids'][0]}.name_printed"
        yield row["article_id"], Statement(name, within, "reference", COST["name"], text, tuple(cells), "name", noun)


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
