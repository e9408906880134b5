"""The answers for one article, row by row, as the tables of `solved` hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from corrigenda.timeline.diagnosis import ranges
from corrigenda.timeline.solution import Misdated, Timeline, explain, show_days, smallest_clash, stretch, write_days, years_of
from corrigenda.timeline.solver import Either, Statement, Within, events_of, holds
from corrigenda.values.edtf import EARLIEST, LATEST, iso

_KEYS = {
    "dates": "date_ids",
    "mentions": "mention_ids",
    "tenures": "tenure_ids",
    "relations": "relation_ids",
    "names": "name_ids",
    "events": "event_ids",
}


def tell(timeline: Timeline, inner: Mapping[str, Statement], labels: Mapping[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows that answer for one article, each with the name of its table (see `solved`).

    `inner` holds gaps by name, with the inner range of their phrase; `labels` says what to call events in a sentence.
    """
    mended = timeline.preferred.left if timeline.preferred else {}
    for event in sorted({e for s in timeline.statements for e in events_of(s.constraint)}):
        kept, left, repaired = timeline.kept.get(event), (timeline.left or {}).get(event), mended.get(event)
        first, last = show_days(kept)
        yield (
            "event_ranges",
            {
                "event_id": event,
                "kept_first": kept[0] if kept and first else None,
                "kept_last": kept[1] if kept and last else None,
                "kept_ids": _cells(explain(timeline.sober, event, kept))["date_ids"] if kept and (first or last) else None,
                "left_first": show_days(left)[0],
                "left_last": show_days(left)[1],
                "mended_first": show_days(repaired)[0],
                "mended_last": show_days(repaired)[1],
            },
        )
    yield "timelines", _tell_article(timeline)
    for position, correction in enumerate(timeline.corrections, 1):
        for statement in correction.given_up:
            table, row, field = statement.cells[0]
            value = correction.instead.get(statement.statement_id)
            part = statement.part
            allows = f"the {part} {value} fits all that is kept" if value else f"it is not taken as a sign of time: {statement.text}"
            doubt = f"; but {correction.doubts[0]}" if correction.doubts else ""
            change = {
                "table_name": table,
                "row_id": row,
                "field": field,
                "value": f"{part} {value}" if value else None,
                "allows": allows + doubt,
            }
            yield "corrections", {"article_id": timeline.article_id, "position": position, **change}
    yield from _tell_misdated(timeline, labels)
    yield from _tell_gaps(timeline, inner)
    yield from _tell_years(timeline)


def _tell_article(timeline: Timeline) -> dict[str, Any]:
    """Tell the verdict of an article by its smallest conflict, one without assumptions first."""
    diagnosis = timeline.diagnosis
    row: dict[str, Any] = {"article_id": timeline.article_id, "verdict": "consistent"}
    if diagnosis.undecided:
        return {**row, "verdict": "undecided", "reason": "the timeline is too hard for the steps it may take"}
    if not diagnosis.conflicts:
        return row
    conflicts = [timeline.of(conflict) for conflict in diagnosis.conflicts]
    conflicts.sort(key=lambda statements: (any(s.basis == "assumed" for s in statements), len(statements)))
    smallest = conflicts[0]
    return {
        **row,
        "verdict": "possible" if any(s.basis == "assumed" for s in smallest) else "certain",
        "told": _join(smallest),
        "stretch": _stretches(smallest),
        **_cells(smallest),
    }


def _tell_misdated(timeline: Timeline, labels: Mapping[str, str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Tell of every title or name that fits a misdated day alone what the mended date leaves, and where its known time ends."""
    if not timeline.misdated or timeline.preferred is None:
        return
    told = {one.statement.cells[0][1]: one for one in reversed(timeline.misdated)}
    for mention, one in told.items():
        values = {s.part: timeline.preferred.instead.get(s.statement_id) for s in one.mended}
        row = {
            "mention_id": mention,
            "told": one.statement.text,
            "mended": _join(one.mended),
            "instead": " and ".join(f"the {part} {value}" for part, value in values.items() if value) or None,
            "left_over": _left_over(one, labels),
            "depends": _join(one.depends),
        }
        cells = _cells((one.statement, *one.mended, *one.depends))
        others = [key for key in cells["mention_ids"] or [] if key != mention]
        yield "misdated", {**row, **cells, "mention_ids": others}


def _left_over(one: Misdated, labels: Mapping[str, str]) -> str:
    """Say which days are left for the events that a title or name can belong to, and how far its known time lies from them."""
    constraint = one.statement.constraint
    left = ranges(one.depends) or {}
    known = "term" if one.statement.part == "title" else "use of the name"
    told: dict[tuple[str, str], list[str]] = {}
    for option in constraint.options if isinstance(constraint, Either) else (constraint,):
        if isinstance(option, Within):
            first, last = left.get(option.event, (EARLIEST, LATEST))
            end = max((end for _, end in option.spans if end < first), default=None)
            start = min((start for start, _ in option.spans if start > last), default=None)
            edge = ""
            if end is not None:
                edge = f", {_days(first - end)} after the known {known} ended ({iso(end)} at the latest)"
            elif start is not None:
                edge = f", {_days(start - last)} before the known {known} starts ({iso(start)} at the earliest)"
            told.setdefault((write_days((first, last)), edge), []).append(labels[option.event])
    return "; ".join(f"{days} is left for {' and for '.join(events)}{edge}" for (days, edge), events in told.items())


def _days(count: int) -> str:
    return f"{count:,} day{'s' * (count != 1)}"


def _tell_gaps(timeline: Timeline, inner: Mapping[str, Statement]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Judge every gap against what is printed and taken for granted alone: by its outer range, then by its inner one."""
    gaps = [s for s in timeline.statements if s.part == "gap"]
    if not gaps:
        return
    told = {s.statement_id: s for s in timeline.statements if s.basis != "reference" and s.part != "gap"}
    printed = {name: s for name, s in told.items() if s.basis == "printed"}
    if not holds([s.constraint for s in printed.values()]):
        return
    for gap in gaps:
        for base, reading, verdict in ((printed, gap, "certain"), (told, gap, "possible"), (printed, inner[gap.statement_id], "possible")):
            network = {**base, gap.statement_id: reading}
            if not holds([s.constraint for s in base.values()]) or holds([s.constraint for s in network.values()]):
                continue
            clash = smallest_clash(network.values())
            row = {"date_id": gap.cells[0][1], "verdict": verdict, "told": _join(s for s in clash if s is not reading)}
            yield "gap_answers", {**row, "stretch": stretch(reading, clash), **_cells(clash)}
            break


def _tell_years(timeline: Timeline) -> Iterator[tuple[str, dict[str, Any]]]:
    """Say which years a date without a year can be: as things are told, and once the preferred correction is made."""
    with_year = {s.row for s in timeline.statements if s.part == "year"}
    for statement in timeline.statements:
        if statement.part == "month" and statement.row not in with_year:
            (event,) = events_of(statement.constraint)
            told = (timeline.left if timeline.diagnosis.consistent else timeline.kept) or {}
            mended = timeline.preferred.left if timeline.preferred else {}
            years = years_of(told.get(event))
            row = {"date_id": statement.cells[0][1], "years": years, "mended_years": years_of(mended.get(event)) if mended else None}
            yield "yearless", {**row, "verdict": "consistent" if years.isdigit() else "certain"}


def _stretches(clash: tuple[Statement, ...]) -> str | None:
    """Say for every range that is only assumed how far it would have to move for the clash to go."""
    told = [
        f"{s.text.split(': ')[0]} would have to mean {days}"
        for s in clash
        if s.part == "gap" and (days := stretch(s, clash))
    ]
    return "; ".join(told) or None


def _join(statements: Iterable[Statement]) -> str:
    """Tell statements one after the other, the parts of one date together."""
    told: dict[str, list[str]] = {}
    for statement in statements:
        whole, _, part = statement.text.partition(": the ")
        told.setdefault(whole if whole.startswith('"') else statement.text, []).append(part if whole.startswith('"') else "")
    return "; ".join(f"the {' and '.join(sorted(parts, reverse=True))} of {text}" if parts[0] else text for text, parts in told.items())


def _cells(statements: Iterable[Statement]) -> dict[str, list[str] | None]:
    """Return the keys of the rows that statements rest on, by the column that holds them."""
    found: dict[str, list[str]] = {}
    for statement in statements:
        for table, row, _ in statement.cells:
            if table in _KEYS and row not in found.setdefault(_KEYS[table], []):
                found[_KEYS[table]].append(row)
    return {column: sorted(found[column]) if column in found else None for column in _KEYS.values()}
