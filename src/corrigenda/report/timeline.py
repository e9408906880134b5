"""The timeline of an article as text and as plain data: what holds, what clashes, what would mend it, what is left."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from corrigenda.timeline.solution import Correction, Timeline, show_days
from corrigenda.timeline.solver import Bounds, Statement
from corrigenda.values.wording import visible, write_json


def render_timelines(timelines: Iterable[Timeline], as_: str = "text", most: int | None = None) -> str:
    """Render the answers for every article as `text` or `json`; the text shows at most so many clashes and repairs."""
    timelines = list(timelines)
    if as_ == "json":
        return write_json({"format_version": "1", "timelines": [describe_timeline(t) for t in timelines]})
    return "\n\n".join(_render(t, most) for t in timelines) or "No article states anything about time."


def describe_timeline(timeline: Timeline) -> dict[str, Any]:
    """Return the answers for one article as plain data; days are ISO 8601, null where nothing bounds them."""
    diagnosis = timeline.diagnosis
    return {
        "article_id": timeline.article_id,
        "statements": len(timeline.statements),
        "verdict": verdict(timeline),
        "printed_statements_alone_hold": timeline.printed_holds,
        "complete": diagnosis.complete,
        "conflicts": [[_describe(s) for s in timeline.of(conflict)] for conflict in diagnosis.conflicts],
        "corrections": [_describe_correction(c) for c in timeline.corrections],
        "fits_only_misdated": [
            {
                "statement": _describe(m.statement),
                "mended": [s.statement_id for s in m.mended],
                "depends": [s.statement_id for s in m.depends],
            }
            for m in timeline.misdated
        ],
        "left": _describe_days(timeline.left),
        "kept": _describe_days(timeline.kept),
    }


def verdict(timeline: Timeline) -> str:
    """Say whether all statements can hold together."""
    if timeline.diagnosis.undecided:
        return "undecided"
    return "consistent" if timeline.diagnosis.consistent else "inconsistent"


def _describe(statement: Statement) -> dict[str, Any]:
    cells = [{"table": table, "row": row, "field": field} for table, row, field in statement.cells]
    return {"statement_id": statement.statement_id, "text": statement.text, "basis": statement.basis, "cells": cells}


def _describe_correction(correction: Correction) -> dict[str, Any]:
    return {
        "gives_up": [{**_describe(s), "instead": correction.instead.get(s.statement_id)} for s in correction.given_up],
        "cost": correction.cost,
        "doubts": list(correction.doubts),
        "left": _describe_days(correction.left),
    }


def _describe_days(bounds: Bounds | None) -> dict[str, list[str | None]] | None:
    return None if bounds is None else {event: list(show_days(days)) for event, days in sorted(bounds.items())}


def _render(timeline: Timeline, most: int | None) -> str:
    diagnosis = timeline.diagnosis
    lines = [f"{timeline.article_id}: {len(timeline.statements)} statements about time, {verdict(timeline)}"]
    if timeline.printed_holds is not None:
        lines.append(f"  what is printed, without any reference, {'can' if timeline.printed_holds else 'cannot'} all hold")
    if diagnosis.undecided:
        return "\n".join([*lines, "  the network is too hard for the steps it may take"])
    for number, conflict in enumerate(diagnosis.conflicts[:most], 1):
        lines.append(f"  clash {number}: these cannot hold together")
        lines += [f"    {_line(s)}" for s in timeline.of(conflict)]
    for number, correction in enumerate(timeline.corrections[:most], 1):
        lines.append(f"  repair {number}{' (preferred)' if number == 1 else ''}: give up together")
        for statement in correction.given_up:
            instead = correction.instead.get(statement.statement_id)
            lines.append(f"    {_line(statement)}" + (f"; {instead} would fit" if instead else ""))
        lines += [f"    but {visible(doubt)}" for doubt in correction.doubts]
    for one in timeline.misdated:
        mended = "; ".join(visible(s.text) for s in one.mended)
        lines.append(f"  fits only misdated: {_line(one.statement)}, once {mended} is mended")
    more = [f"{len(found) - most} more {word}" for found, word in _found(timeline) if most is not None and len(found) > most]
    if more:
        lines.append(f"  {' and '.join(more)}: --all shows them")
    if not diagnosis.complete:
        lines.append("  there may be more clashes and repairs: not all were looked for (--cap looks for more)")
    bounds = timeline.left if timeline.left is not None else (timeline.preferred.left if timeline.preferred else {})
    lines.append("  days left" + ("" if timeline.left is not None else " after the preferred repair") + ", where anything bounds them")
    for event, days in sorted(bounds.items()):
        first, last = show_days(days)
        if first or last:
            told = first if first == last else f"{first or '..'} to {last or '..'}"
            lines.append(f"    {visible(event)}: {told}")
    return "\n".join(lines)


def _found(timeline: Timeline) -> tuple[tuple[tuple[object, ...], str], ...]:
    return (timeline.diagnosis.conflicts, "clashes"), (timeline.corrections, "repairs")


def _line(statement: Statement) -> str:
    table, row, field = statement.cells[0] if statement.cells else ("", statement.statement_id, "")
    return visible(f"{statement.text} [{statement.basis}: {table}.{field} of {row}]")
