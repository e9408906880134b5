"""What makes a row sensible by itself: one entry a check, each a sentence of what was expected.

A check names the columns that it reads. A dotted one is a column of the row that a foreign key
points at: `passage_id.start` is the start of the passage. A check without tables holds for every
table that has its columns. Missing values never fail a check unless it is about them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corrigenda.package.package import Package
from corrigenda.package.tables.table import Table
from corrigenda.values.edtf import parse_edtf

if TYPE_CHECKING:
    import pandas as pd

Holds = Callable[["pd.DataFrame"], "pd.Series[Any]"]
MONEY = ("allocation", "cost", "estimate", "spending", "other")


@dataclass(frozen=True)
class RowCheck:
    """Hold one check: the columns it reads (the first is where the problem is), and what it expects."""

    tables: tuple[str, ...]
    uses: tuple[str, ...]
    expected: str
    holds: Holds


def checks_for(package: Package, table: Table) -> list[tuple[str, RowCheck]]:
    """Return the checks that can be made on a table, each with its name."""
    return [
        (f"row-{number}", check)
        for number, check in enumerate(ROW_CHECKS)
        if (not check.tables or table.name in check.tables) and all(resolve(package, table, use) for use in check.uses)
    ]


def resolve(package: Package, table: Table, use: str) -> tuple[str, str] | None:
    """Return the table and field that a column of a check means, or None where there is none.

    A column is read through a foreign key only if that key has one field.
    """
    name, _, beyond = use.partition(".")
    if table.field(name) is None:
        return None
    if not beyond:
        return table.name, name
    target = next((foreign.table for foreign in table.foreign_keys if foreign.fields == (name,)), "")
    if target not in package.tables or package.tables[target].field(beyond) is None:
        return None
    return target, beyond


def _given(*names: str) -> Holds:
    return lambda rows: rows[list(names)].notna().all(axis=1)


def _empty(*names: str) -> Holds:
    return lambda rows: rows[list(names)].isna().all(axis=1)


def _is(name: str, *values: str) -> Holds:
    return lambda rows: rows[name].isin(values)


def _if(condition: Holds, then: Holds) -> Holds:
    return lambda rows: ~condition(rows) | then(rows)


def _in_order(first: str, last: str) -> Holds:
    """Hold unless every completion of the two dates is reversed."""

    def holds(rows: pd.DataFrame) -> pd.Series[Any]:
        pairs = zip(rows[first], rows[last], strict=True)
        return type(rows[first])([_possible(start, end) for start, end in pairs], index=rows.index, dtype=bool)

    return holds


def _possible(start: Any, end: Any) -> bool:
    """Tell whether some completion of two dates is in order; a text that is no date is reported elsewhere."""
    try:
        earliest, latest = parse_edtf(start).first, parse_edtf(end).last
    except (TypeError, ValueError):
        return True
    return earliest is None or latest is None or earliest <= latest


_WORDS = ("passages", "claims", "events", "dates", "relations", "mentions", "sums", "attributions", "firsts")
_SPAN = ["passage_id", "start", "end"]
_REVERSED = "an end that is not before the start"

ROW_CHECKS = (
    RowCheck(_WORDS, ("end", "start"), "start to lie before end", lambda rows: rows["start"] < rows["end"]),
    RowCheck((), ("start", "passage_id.start"), "to start within its passage", lambda rows: rows["start"] >= rows["passage_id.start"]),
    RowCheck((), ("end", "passage_id.end"), "to end within its passage", lambda rows: rows["end"] <= rows["passage_id.end"]),
    RowCheck((), tuple(_SPAN), "all three or none of them", lambda rows: rows[_SPAN].isna().sum(axis=1).isin((0, 3))),
    RowCheck(
        ("passages",),
        ("end", "article_id.length"),
        "to end within the length of its article",
        lambda rows: rows["end"] <= rows["article_id.length"],
    ),
    RowCheck(("tenures",), ("end", "start"), _REVERSED, _in_order("start", "end")),
    RowCheck(("offices",), ("existed_to", "existed_from"), _REVERSED, _in_order("existed_from", "existed_to")),
    RowCheck(("names",), ("used_to", "used_from"), _REVERSED, _in_order("used_from", "used_to")),
    RowCheck(("completeness",), ("until", "since"), _REVERSED, _in_order("since", "until")),
    RowCheck(("tenures",), ("as_of", "end_state"), "as_of where the term is open", _if(_is("end_state", "open"), _given("as_of"))),
    RowCheck(
        ("tenures",),
        ("end", "end_state"),
        "no end where the term is open or its end unknown",
        _if(_is("end_state", "open", "unknown"), _empty("end")),
    ),
    RowCheck(("tenures",), ("end", "end_state"), "an end where the term is closed", _if(_is("end_state", "closed"), _given("end"))),
    RowCheck(("dates",), ("anchor", "kind"), "the event from which a gap is counted", _if(_is("kind", "gap"), _given("anchor"))),
    RowCheck(("dates",), ("duration", "kind"), "the duration of a gap", _if(_is("kind", "gap"), _given("duration"))),
    RowCheck(("dates",), ("direction", "kind"), "the direction of a gap", _if(_is("kind", "gap"), _given("direction"))),
    RowCheck(
        ("names",),
        ("actor_id", "office_id"),
        "exactly one of the two",
        lambda rows: rows["actor_id"].notna() ^ rows["office_id"].notna(),
    ),
    RowCheck(("firsts",), ("number", "kind"), "the number where it is the nth", _if(_is("kind", "nth"), _given("number"))),
    RowCheck(("title_words",), ("stands_for", "tells"), "the words that a form means", _if(_is("tells", "form"), _given("stands_for"))),
    RowCheck(
        ("sums",),
        ("difference_of", "difference_to"),
        "both of the two or neither",
        lambda rows: rows["difference_of"].isna() == rows["difference_to"].isna(),
    ),
    RowCheck(("relations",), ("reason", "basis"), "a reason where it is assumed", _if(_is("basis", "assumed"), _given("reason"))),
    RowCheck(("relations",), ("passage_id", "basis"), "no passage where it is assumed", _if(_is("basis", "assumed"), _empty("passage_id"))),
    RowCheck(("relations",), ("passage_id", "basis"), "a passage where it is printed", _if(_is("basis", "printed"), _given("passage_id"))),
    RowCheck(
        ("mentions",),
        ("reason", "title_time"),
        "a reason where the time of the title is given",
        _if(_is("title_time", "event", "writing"), _given("reason")),
    ),
    RowCheck(
        ("mentions",),
        ("reason", "name_time"),
        "a reason where the time of the name is given",
        _if(_is("name_time", "event", "writing"), _given("reason")),
    ),
    RowCheck(
        ("claims",),
        ("reason", "scope_state", "scope_of"),
        "a reason where a scope is given",
        lambda rows: _empty("scope_state", "scope_of")(rows) | _given("reason")(rows),
    ),
    RowCheck(
        ("sums", "figures"),
        ("measure", "currency"),
        f"one of {', '.join(MONEY)} where there is a currency",
        _if(_given("currency"), _is("measure", *MONEY)),
    ),
    RowCheck(("figures",), ("amount_high", "amount"), "no less than the amount", lambda rows: rows["amount"] <= rows["amount_high"]),
    RowCheck(
        ("attributions",),
        ("naming", "actor_id", "described"),
        "an actor or a description where the source is named",
        lambda rows: ~_is("naming", "named")(rows) | ~_empty("actor_id", "described")(rows),
    ),
    RowCheck(
        ("attributions",),
        ("actor_id", "naming", "actor_id.kind"),
        "no person where the source is anonymous or a group",
        lambda rows: ~(_is("naming", "anonymous", "group")(rows) & _is("actor_id.kind", "person")(rows)),
    ),
)
