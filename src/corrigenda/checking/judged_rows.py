"""The rows that a rule judges, and those of them that it returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from corrigenda.checking.rulebook.catalogue import Rule
from corrigenda.engine.sql import quote
from corrigenda.engine.tables import Tables
from corrigenda.errors import LimitError, SetupError

Returned = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Judged:
    """Hold how many rows a rule judges, and by key the article and the claim of each.

    Of the reference, which can be a hundred times as large as what it is compared with, only the rows that the rule returns are there.
    """

    number: int
    of: dict[str, tuple[str | None, str | None]]

    def __bool__(self) -> bool:
        return self.number > 0


def find_judged(tables: Tables, rule: Rule, articles: dict[str, str], most: int) -> Judged:
    """Return what a rule judges; raises LimitError where that is more than so many rows."""
    key = quote(rule.key)
    if rule.subject != "article":
        ((number,),) = tables.run(f"SELECT count(DISTINCT {key}) FROM {quote(rule.judges)}")
        if number > most:
            raise LimitError(f"judges more than {most:,} rows")
        return Judged(number, {})
    # Of a wide view, these columns are all that is asked for; which of them it has differs.
    wanted = f"SELECT COLUMNS('^({rule.key}|claim_id|article_id)$') FROM {quote(rule.judges)}"
    rows = tables.query(wanted, most=most + 1)
    if len(rows) > most:
        raise LimitError(f"judges more than {most:,} rows")
    judged: dict[str, tuple[str | None, str | None]] = {}
    for row in rows:
        claim = row.get("claim_id")
        judged[row[rule.key]] = (row.get("article_id") or articles.get(claim or ""), claim)
    return Judged(len(judged), judged)


def find_returned(tables: Tables, rule: Rule, judged: Judged) -> Returned:
    """Run the query of a rule and return its rows by key; raises SetupError where they break the contract of rules."""
    # One row more than there are keys cannot be right, however many more there are.
    found = tables.query(rule.sql, most=judged.number + 1, seconds=rule.seconds)
    if rule.subject != "article" and found:
        key = quote(rule.key)
        asked = f"SELECT DISTINCT {key} FROM {quote(rule.judges)} WHERE {key} IN (SELECT unnest(?::VARCHAR[]))"
        judged.of.update((row[0], (None, None)) for row in tables.run(asked, [[row[rule.key] for row in found]]))
    rows: Returned = {}
    for row in found:
        key = row[rule.key]
        if key not in judged.of or key in rows or row["verdict"] not in ("certain", "possible", "undecided"):
            raise SetupError(
                f"returned {key!r} with the verdict {row['verdict']!r}; "
                f"expected each key of {rule.judges} once at most, certain, possible or undecided"
            )
        if row["verdict"] == "undecided" and not row.get("reason"):
            raise SetupError(f"{key!r} is undecided without a reason")
        rows[key] = row
    return rows
