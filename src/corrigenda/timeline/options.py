"""What would mend a clash, in words: one change at a time, what would fit there, and what would still clash."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from corrigenda.timeline.days import PARTS_OF_DAYS
from corrigenda.timeline.faults import Clash, IndependentClash, Option
from corrigenda.timeline.network.diagnosis import ranges
from corrigenda.timeline.network.solver import Bounds, Budget, Statement, events_of
from corrigenda.timeline.solution import Timeline, find_instead
from corrigenda.timeline.statements.clauses import join_nouns
from corrigenda.timeline.statements.reference import Reference, doubt_days
from corrigenda.values.edtf import EARLIEST, LATEST

# Options that are shown of one clash, clashes that one option is said to leave, and statements of a clash that is shown in full.
_OPTIONS, _STILL, _LONG = 5, 3, 4


def tell_options(timeline: Timeline, fault: IndependentClash, reference: Reference, budget: Budget) -> Iterator[dict[str, Any]]:
    """Tell what would mend a clash, one change at a time, what would fit there, and what would still clash."""
    preferred = timeline.preferred
    if preferred is None:
        return
    own = {s.statement_id for s in fault.given_up}
    gone = frozenset(s.statement_id for s in preferred.given_up if s.statement_id not in own)
    heads = {one.fault.clash: one.statement.noun for one in timeline.misdated}
    for position, option in enumerate(fault.options[:_OPTIONS], 1):
        statement = option.given_up
        left = ranges(timeline.statements, gone | {statement.statement_id}, budget) or _days_near(timeline, statement, budget)
        instead = find_instead(statement, left, reference)
        table, row, field = statement.cells[0]
        value = f"{statement.part} {instead}" if instead and statement.part != "title" else None
        if statement.part == "title" and len(holders := reference.holders(statement, left)) == 1:
            field, value = "name_printed", holders[0].label
        yield {
            "position": position,
            "table_name": table,
            "row_id": row,
            "field": field,
            "value": value,
            "allows": f"{_say_instead(statement, instead)}{_say_still(option, heads)}{_say_doubt(statement, left, reference)}",
        }


def _days_near(timeline: Timeline, statement: Statement, budget: Budget) -> Bounds:
    """Return the days that the other printed statements of an event leave, where the whole article still clashes."""
    events = set(events_of(statement.constraint))
    near = [s for s in timeline.statements if s.basis == "printed" and s is not statement and events.issuperset(events_of(s.constraint))]
    return ranges(near, budget=budget) or {}


def _say_instead(statement: Statement, instead: str | None) -> str:
    if statement.part == "title":
        held = f"; {instead} held the office then" if instead else ""
        return f"{statement.noun} belongs to another time{held}"
    if instead:
        return f"{instead} would fit as the {statement.part}"
    return f"ignore this as evidence of the date: {statement.noun or statement.text}"


def _say_still(option: Option, heads: Mapping[Clash, str]) -> str:
    """Say what still clashes once only this is changed; a clash that has a finding of its own by what is found there."""
    if option.still is None:
        return "; what would still clash was too hard to find out"
    if not option.still:
        return "; nothing else would clash"
    told = [heads.get(clash) or _brief(clash) for clash in sorted(option.still, key=len)[:_STILL]]
    more = [f"{len(option.still) - _STILL} more"] if len(option.still) > _STILL else []
    return f"; what would still clash: {'; '.join([*told, *more])}"


def _brief(clash: Clash) -> str:
    """Tell a clash of many statements by its titles and names."""
    if len(clash) <= _LONG:
        return join_nouns(clash)
    heads = [s for s in clash if s.basis == "reference"][:2] or list(clash[:2])
    return f"{join_nouns(heads)}, with {len(clash) - len(heads)} other statements"


def _say_doubt(statement: Statement, left: Bounds, reference: Reference) -> str:
    doubts = [
        doubt
        for event in events_of(statement.constraint)
        if statement.part in PARTS_OF_DAYS
        and (doubt := doubt_days(reference.candidates.get(event, []), left.get(event, (EARLIEST, LATEST)), left))
    ]
    return "".join(f"; but {doubt}" for doubt in doubts)
