"""The answers of every article's constraint network as tables that rules and views read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from typing import Any

from corrigenda.timeline.statements.article import read_networks
from corrigenda.timeline.statements.printed_times import Query, read_phrases
from corrigenda.values.wording import name_event

# Views that must be there before a network can be read.
NEEDED = ("bounded_names", "dated_events", "kind_scope", "office_terms", "published_days", "stated_days", "titles", "writing_days")
_LISTS = {f"{kind}_ids": "VARCHAR[]" for kind in ("date", "mention", "tenure", "relation", "name", "event", "milestone")}
COLUMNS: dict[str, dict[str, str]] = {
    "event_ranges": {
        "event_id": "VARCHAR", "kept_first": "INTEGER", "kept_last": "INTEGER", "kept_ids": "VARCHAR[]",
        "left_first": "VARCHAR", "left_last": "VARCHAR", "mended_first": "VARCHAR", "mended_last": "VARCHAR",
    },
    "clashes": {
        "clash_id": "VARCHAR", "article_id": "VARCHAR", "verdict": "VARCHAR", "reason": "VARCHAR", "told": "VARCHAR",
        "stretch": "VARCHAR", "more": "VARCHAR", **_LISTS,
    },
    "corrections": {
        "clash_id": "VARCHAR", "mention_id": "VARCHAR", "position": "INTEGER", "table_name": "VARCHAR", "row_id": "VARCHAR",
        "field": "VARCHAR", "value": "VARCHAR", "allows": "VARCHAR",
    },
    "misdated": {
        "mention_id": "VARCHAR", "told": "VARCHAR", "mended": "VARCHAR", "instead": "VARCHAR", "left_over": "VARCHAR", "depends": "VARCHAR",
        **_LISTS,
    },
    "gap_answers": {"date_id": "VARCHAR", "verdict": "VARCHAR", "reason": "VARCHAR", "told": "VARCHAR", "stretch": "VARCHAR", **_LISTS},
    "yearless": {"date_id": "VARCHAR", "verdict": "VARCHAR", "reason": "VARCHAR", "years": "VARCHAR", "mended_years": "VARCHAR"},
}  # fmt: skip
Rows = dict[str, list[dict[str, Any]]]


def solve_articles(query: Query, run: Callable[..., Any], wanted: Set[str] = frozenset(COLUMNS)) -> None:
    """Create the tables of COLUMNS and fill those that are wanted; where no event is dated or titled, nothing is solved."""
    rows: Rows = {name: [] for name in COLUMNS}
    if wanted and query("SELECT 1 AS one FROM events WHERE kind_id <> 'writing' LIMIT 1"):
        for name, row in _answer_all(query, wanted):
            rows[name].append(row)
    for name, columns in COLUMNS.items():
        cells = ", ".join(f"unnest(?::{kind}[]) AS {column}" for column, kind in columns.items())
        run(f"CREATE OR REPLACE TABLE {name} AS SELECT {cells}", [[row.get(column) for row in rows[name]] for column in columns])


def _answer_all(query: Query, wanted: Set[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows of every article; one that is too hard for its budget is undecided in all of them."""
    # Loaded only where there is something to solve.
    from corrigenda.timeline.answers import Asked, tell
    from corrigenda.timeline.network.solver import Budget, BudgetError
    from corrigenda.timeline.solution import CAP, STEPS, answer, undecided
    from corrigenda.timeline.statements.reference import Reference

    reference = Reference(query)
    inner = {statement.statement_id: statement for _, statement in read_phrases(query, "inner")}
    labels = {
        row["event_id"]: "the time of writing" if row["kind_id"] == "writing" else name_event(row["label"])
        for row in query("SELECT event_id, kind_id, label FROM events")
    }
    stated = {
        row["event_id"]: (row["first_day"], row["last_day"]) for row in query("SELECT event_id, first_day, last_day FROM stated_days")
    }
    for article, said in read_networks(query).items():
        statements = (*said, *reference.milestones(said))
        if statements:
            asked = Asked(inner, labels, stated, reference, Budget(STEPS), wanted)
            try:
                yield from list(tell(answer(article, statements, CAP, asked.budget, reference), asked))
            except BudgetError:
                yield from tell(undecided(article, statements), asked)
