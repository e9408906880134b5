"""The timeline of an article as text and as plain data: what holds, what clashes, what would mend it, what is left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from corrigenda.results.timeline import Days, TimelineAnswer, TimelineRepair, TimeStatement
from corrigenda.values.spoken_dates import say_dates, say_span
from corrigenda.values.wording import count, visible, write_json

_MEANING = {
    "consistent": "They can all be true.",
    "inconsistent": "They cannot all be true.",
    "undecided": "There are too many to decide whether they can all be true.",
}


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
        "independent_clashes": [
            {"statements": [_describe(statement) for statement in one.statements], "remedies": list(one.remedies)}
            for one in answer.independent
        ],
        "all_independent_clashes": answer.is_whole,
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
    yield f"{visible(answer.article_id)}: {count(answer.statements, 'statement')} about time. {_MEANING[answer.verdict]}"
    if answer.printed_holds is not None and answer.verdict != "consistent":
        yield f"What is printed {'can' if answer.printed_holds else 'cannot'} all be true if the reference is left aside."
    if answer.verdict == "undecided":
        return
    for number, lone in enumerate(answer.independent, 1):
        which = f"Clash {number} of {len(answer.independent)}, independent of the others" if len(answer.independent) > 1 else "Clash"
        yield from ("", f"{which}. These cannot all be true:")
        yield from (f"  {_line(statement, statement.text)}" for statement in lone.statements)
        yield from (f"  To mend it: {visible(say_dates(remedy))}" for remedy in lone.remedies)
    if answer.independent and not answer.is_whole:
        yield from ("", "There may be more independent clashes: the timeline is too hard to find all of them.")
    for number, clash in enumerate(answer.clashes[:most], 1):
        yield from ("", f"Smallest set {number}. These cannot all be true:")
        yield from (f"  {_line(statement, statement.text)}" for statement in clash)
    for number, repair in enumerate(answer.repairs[:most], 1):
        yield from ("", f"Repair {number}{' (preferred)' if number == 1 else ''}. Everything else can be true without:")
        yield from _write_repair(repair)
    if answer.misdated:
        yield from ("", "These fit only as long as the date stays as printed:")
    for one in answer.misdated:
        words = f"{one.statement.text}; the date: {'; '.join(s.noun for s in one.mended)}"
        yield f"  {_line(one.statement, words)}"
    yield from _write_rest(answer, most)
    yield from _write_days(answer)


def _write_repair(repair: TimelineRepair) -> Iterator[str]:
    for one in repair.given_up:
        words = f"{one.statement.noun}; {one.instead} would fit everything else" if one.instead else one.statement.noun
        yield f"  {_line(one.statement, words)}"
    yield from (f"  But {visible(say_dates(doubt))}." for doubt in repair.doubts)


def _write_rest(answer: TimelineAnswer, most: int | None) -> Iterator[str]:
    """Say how many clashes and repairs are not shown, and whether there may be more."""
    found = ((len(answer.clashes), "smallest set"), (len(answer.repairs), "repair"))
    more = [count(number - most, word).replace(" ", " more ", 1) for number, word in found if most is not None and number > most]
    if more or not answer.is_complete:
        yield ""
    if more:
        yield f"There {'is' if more[0].startswith('1 ') else 'are'} {' and '.join(more)}; --all shows them."
    if not answer.is_complete:
        yield "There may be others: not all were looked for. --cap looks for more."


def _write_days(answer: TimelineAnswer) -> Iterator[str]:
    """Say which days are left by all statements, or by those that the preferred repair keeps."""
    left = answer.left
    if left is None:
        left = answer.repairs[0].left if answer.repairs else {}
    shown = [(event, _days(*days)) for event, days in left.items() if any(days)]
    if shown:
        after = "" if answer.left is not None else " after the preferred repair"
        yield from ("", f"When each event can have been{after}, as far as that is known:")
    yield from (f"  {visible(event)}: {days}" for event, days in shown)


def _days(first: str | None, last: str | None) -> str:
    return say_span(*(None if day is None else date.fromisoformat(day).toordinal() for day in (first, last)))


def _line(statement: TimeStatement, words: str) -> str:
    table, row, field = statement.cells[0] if statement.cells else ("", statement.statement_id, "")
    return visible(f"{say_dates(words)}  [{statement.basis}: {table}.{field} of {row}]")
