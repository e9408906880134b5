"""The timeline of an article as text and as plain data: what holds, what clashes, what would mend it, what is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from corrigenda.results.timeline import Days, TimelineAnswer, TimelineRepair, TimeStatement
from corrigenda.values.wording import visible, write_json


def render_timelines(answers: Iterable[TimelineAnswer], as_: str = "text", most: int | None = None) -> str:
    """Render the answers for every article as `text` or `json`; the text shows at most so many clashes and repairs."""
    answers = list(answers)
    if as_ == "json":
        return write_json({"format_version": "1", "timelines": [describe_timeline(answer) for answer in answers]})
    return "\n\n".join("\n".join(_write(answer, most)) for answer in answers) or "No article states anything about time."


def describe_timeline(answer: TimelineAnswer) -> dict[str, Any]:
    """Return the answers for one article as plain data; days are ISO 8601, null where nothing bounds them."""
    return {
        "article_id": answer.article_id,
        "statements": answer.statements,
        "verdict": answer.verdict,
        "printed_statements_alone_hold": answer.printed_holds,
        "complete": answer.is_complete,
        "conflicts": [[_describe(statement) for statement in clash] for clash in answer.clashes],
        "corrections": [_describe_repair(repair) for repair in answer.repairs],
        "fits_only_misdated": [
            {
                "statement": _describe(one.statement),
                "mended": [statement.statement_id for statement in one.mended],
                "depends": [statement.statement_id for statement in one.depends],
            }
            for one in answer.misdated
        ],
        "left": _describe_days(answer.left),
        "kept": _describe_days(answer.kept),
    }


def _describe(statement: TimeStatement) -> dict[str, Any]:
    cells = [{"table": table, "row": row, "field": field} for table, row, field in statement.cells]
    return {"statement_id": statement.statement_id, "text": statement.text, "basis": statement.basis, "cells": cells}


def _describe_repair(repair: TimelineRepair) -> dict[str, Any]:
    return {
        "gives_up": [{**_describe(one.statement), "instead": one.instead} for one in repair.given_up],
        "cost": repair.cost,
        "doubts": list(repair.doubts),
        "left": _describe_days(repair.left),
    }


def _describe_days(left: Mapping[str, Days] | None) -> dict[str, list[str | None]] | None:
    return None if left is None else {event: list(days) for event, days in left.items()}


def _write(answer: TimelineAnswer, most: int | None) -> Iterator[str]:
    yield f"{answer.article_id}: {answer.statements} statements about time, {answer.verdict}"
    if answer.printed_holds is not None:
        yield f"  what is printed, without any reference, {'can' if answer.printed_holds else 'cannot'} all hold"
    if answer.verdict == "undecided":
        yield "  the network is too hard for the steps it may take"
        return
    for number, clash in enumerate(answer.clashes[:most], 1):
        yield f"  clash {number}: these cannot hold together"
        yield from (f"    {_line(statement)}" for statement in clash)
    for number, repair in enumerate(answer.repairs[:most], 1):
        yield f"  repair {number}{' (preferred)' if number == 1 else ''}: give up together"
        yield from _write_repair(repair)
    for one in answer.misdated:
        mended = "; ".join(visible(statement.text) for statement in one.mended)
        yield f"  fits only misdated: {_line(one.statement)}, once {mended} is mended"
    yield from _write_rest(answer, most)
    yield from _write_days(answer)


def _write_repair(repair: TimelineRepair) -> Iterator[str]:
    for one in repair.given_up:
        yield f"    {_line(one.statement)}" + (f"; {one.instead} would fit" if one.instead else "")
    yield from (f"    but {visible(doubt)}" for doubt in repair.doubts)


def _write_rest(answer: TimelineAnswer, most: int | None) -> Iterator[str]:
    """Say how many clashes and repairs are not shown, and whether there may be more."""
    found = ((len(answer.clashes), "clashes"), (len(answer.repairs), "repairs"))
    more = [f"{number - most} more {word}" for number, word in found if most is not None and number > most]
    if more:
        yield f"  {' and '.join(more)}: --all shows them"
    if not answer.is_complete:
        yield "  there may be more clashes and repairs: not all were looked for (--cap looks for more)"


def _write_days(answer: TimelineAnswer) -> Iterator[str]:
    """Say which days are left by all statements, or by those that the preferred repair keeps."""
    left = answer.left
    if left is None:
        left = answer.repairs[0].left if answer.repairs else {}
    yield "  days left" + ("" if answer.left is not None else " after the preferred repair") + ", where anything bounds them"
    for event, (first, last) in left.items():
        if first or last:
            days = first if first == last else f"{first or '..'} to {last or '..'}"
            yield f"    {visible(event)}: {days}"


def _line(statement: TimeStatement) -> str:
    table, row, field = statement.cells[0] if statement.cells else ("", statement.statement_id, "")
    return visible(f"{statement.text} [{statement.basis}: {table}.{field} of {row}]")
