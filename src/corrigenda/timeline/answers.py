"""The answers for one article, row by row, as the tables of `answer_tables` hold them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from typing import Any

from corrigenda.timeline.days import show_days, stretch, write_days, years_of
from corrigenda.timeline.gaps import judge_gaps
from corrigenda.timeline.network.diagnosis import ranges
from corrigenda.timeline.network.reasons import Reasons
from corrigenda.timeline.network.solver import Budget, Either, Statement, Within, events_of
from corrigenda.timeline.options import tell_options
from corrigenda.timeline.solution import Misdated, Timeline
from corrigenda.timeline.statements.clauses import join_clauses, join_nouns
from corrigenda.timeline.statements.reference import Reference
from corrigenda.values.edtf import EARLIEST, LATEST
from corrigenda.values.spoken_dates import say_day
from corrigenda.values.wording import count

Row = tuple[str, dict[str, Any]]
TOO_HARD = "the timeline is too hard for the steps it may take"
_KEYS = {
    "dates": "date_ids",
    "mentions": "mention_ids",
    "tenures": "tenure_ids",
    "relations": "relation_ids",
    "names": "name_ids",
    "events": "event_ids",
    "milestones": "milestone_ids",
}


@dataclass(frozen=True)
class Asked:
    """Hold what the answers for one article need besides its timeline, and which tables of them are wanted.

    `inner` holds gaps by name, with the inner range of their phrase; `labels` says what to call events in a sentence;
    `stated` has the days that the printed dates of an event allow; `budget` is what is left for this article.
    """

    inner: Mapping[str, Statement]
    labels: Mapping[str, str]
    stated: Mapping[str, tuple[int | None, int | None]]
    reference: Reference
    budget: Budget
    wanted: Set[str]


def tell(timeline: Timeline, asked: Asked) -> Iterator[Row]:
    """Yield the rows that answer for one article, each with the name of its table (see `answer_tables`).

    Raises BudgetError where the budget is used up before all is said.
    """
    if "event_ranges" in asked.wanted:
        yield from _tell_ranges(timeline, asked)
    if not asked.wanted.isdisjoint(("clashes", "corrections")):
        yield from _tell_clashes(timeline, asked)
    if not asked.wanted.isdisjoint(("misdated", "corrections")):
        yield from _tell_misdated(timeline, asked)
    if "gap_answers" in asked.wanted:
        yield from _tell_gaps(timeline, asked)
    if "yearless" in asked.wanted:
        yield from _tell_years(timeline)


def _tell_ranges(timeline: Timeline, asked: Asked) -> Iterator[Row]:
    """Say the days of every event; what keeps it there is said only where this is narrower than its own printed dates."""
    mended = timeline.preferred.left if timeline.preferred else {}
    reasons: Reasons | None = None
    for event in sorted({e for s in timeline.statements for e in events_of(s.constraint)}):
        kept, left, repaired = timeline.kept.get(event), (timeline.left or {}).get(event), mended.get(event)
        first, last = show_days(kept)
        kept_ids = None
        if kept and _is_narrower(kept, asked.stated.get(event, (None, None)), (first, last)):
            reasons = reasons or Reasons(timeline.sober, asked.budget)
            kept_ids = _cells(reasons.of(event))["date_ids"]
        yield (
            "event_ranges",
            {
                "event_id": event,
                "kept_first": kept[0] if kept and first else None,
                "kept_last": kept[1] if kept and last else None,
                "kept_ids": kept_ids,
                "left_first": show_days(left)[0],
                "left_last": show_days(left)[1],
                "mended_first": show_days(repaired)[0],
                "mended_last": show_days(repaired)[1],
            },
        )


def _is_narrower(kept: tuple[int, int], stated: tuple[int | None, int | None], shown: tuple[str | None, str | None]) -> bool:
    """Tell whether a bound that is shown is narrower than what the printed dates of the event say."""
    first, last = stated
    return bool((shown[0] and (first is None or kept[0] > first)) or (shown[1] and (last is None or kept[1] < last)))


def _tell_clashes(timeline: Timeline, asked: Asked) -> Iterator[Row]:
    """Say every independent clash, with what would mend it; an article without one by a row of its own."""
    row = {"clash_id": timeline.article_id, "article_id": timeline.article_id}
    if timeline.diagnosis.undecided:
        yield "clashes", {**row, "verdict": "undecided", "reason": TOO_HARD}
        return
    if not timeline.open_faults:
        yield "clashes", {**row, "verdict": "consistent"}
        return
    taken: set[str] = set()
    for fault in timeline.open_faults:
        first = (fault.given_up or fault.clash)[0]
        key = first.row if first.row not in taken else f"{first.row}/{first.cells[0][0]}"
        taken.add(key)
        verdict = "possible" if any(s.basis == "assumed" for s in fault.clash) else "certain"
        more = None if timeline.is_whole else "There may be more that cannot be true: the timeline is too hard to find all of it"
        stretches = _stretches(fault.clash, asked.budget)
        told = {"verdict": verdict, "told": join_clauses(fault.clash), "stretch": stretches, "more": more}
        yield "clashes", {**row, "clash_id": key, **told, **_cells(fault.clash)}
        for change in tell_options(timeline, fault, asked.reference, asked.budget):
            yield "corrections", {"clash_id": key, **change}


def _tell_misdated(timeline: Timeline, asked: Asked) -> Iterator[Row]:
    """Tell of every title or name that fits a misdated day alone what the mended date leaves, and where its known time ends."""
    for one in timeline.misdated:
        assert timeline.preferred is not None  # noqa: S101  (nothing is misdated without a correction)
        values = [(s.part, value) for s in one.mended if (value := timeline.preferred.instead.get(s.statement_id))]
        row = {
            "mention_id": one.statement.row,
            "told": one.statement.noun,
            "mended": join_nouns(one.mended),
            "instead": " and ".join(value if part == "year" else f"the {part} {value}" for part, value in values) or None,
            "left_over": _left_over(one, asked),
            "depends": join_clauses(one.depends),
        }
        cells = _cells((one.statement, *one.mended, *one.depends))
        others = [key for key in cells["mention_ids"] or [] if key != one.statement.row]
        yield "misdated", {**row, **cells, "mention_ids": others}
        for change in tell_options(timeline, one.fault, asked.reference, asked.budget):
            yield "corrections", {"mention_id": one.statement.row, **change}


def _left_over(one: Misdated, asked: Asked) -> str:
    """Say which days are left for the events that a title or name can belong to, and how far its known time is from them."""
    constraint = one.statement.constraint
    left = ranges(one.depends, budget=asked.budget) or {}
    known = "term" if one.statement.part == "title" else "use of the name"
    told: dict[tuple[str, str], list[str]] = {}
    for option in constraint.options if isinstance(constraint, Either) else (constraint,):
        if isinstance(option, Within):
            first, last = left.get(option.event, (EARLIEST, LATEST))
            end = max((end for _, end in option.spans if end < first), default=None)
            start = min((start for start, _ in option.spans if start > last), default=None)
            edge = ""
            if end is not None:
                edge = f", {count(first - end, 'day')} after the known {known} ended ({say_day(end)} at the latest)"
            elif start is not None:
                edge = f", {count(start - last, 'day')} before the known {known} starts ({say_day(start)} at the earliest)"
            told.setdefault((write_days((first, last)), edge), []).append(asked.labels[option.event])
    return "; ".join(f"{' and '.join(events)} can only be {days}{edge}" for (days, edge), events in told.items())


def _tell_gaps(timeline: Timeline, asked: Asked) -> Iterator[Row]:
    """Judge every gap against what is printed and taken for granted alone."""
    if timeline.diagnosis.undecided:
        gaps = [s for s in timeline.statements if s.part == "gap"]
        yield from (("gap_answers", {"date_id": gap.row, "verdict": "undecided", "reason": TOO_HARD}) for gap in gaps)
        return
    for one in judge_gaps(timeline.statements, asked.inner, asked.budget):
        row = {"date_id": one.reading.row, "verdict": one.verdict, "told": join_clauses(s for s in one.clash if s is not one.reading)}
        yield "gap_answers", {**row, "stretch": stretch(one.reading, one.clash, asked.budget), **_cells(one.clash)}


def _tell_years(timeline: Timeline) -> Iterator[Row]:
    """Say which years a date without a year can be: as things are said, and once the preferred correction is made."""
    # The year that is nearest to the day of writing is one of two where the tense does not tell.
    with_year = {
        s.row for s in timeline.statements if s.part == "year" and isinstance(s.constraint, Within) and len(s.constraint.spans) == 1
    }
    for statement in timeline.statements:
        if statement.part != "month" or statement.row in with_year:
            continue
        if timeline.diagnosis.undecided:
            yield "yearless", {"date_id": statement.row, "verdict": "undecided", "reason": TOO_HARD}
            continue
        (event,) = events_of(statement.constraint)
        told = (timeline.left if timeline.diagnosis.consistent else timeline.kept) or {}
        mended = timeline.preferred.left if timeline.preferred else {}
        years = years_of(told.get(event))
        row = {"date_id": statement.row, "years": years, "mended_years": years_of(mended.get(event)) if mended else None}
        yield "yearless", {**row, "verdict": "consistent" if years.isdigit() else "certain"}


def _stretches(clash: tuple[Statement, ...], budget: Budget) -> str | None:
    """Say for every range that is only assumed how far it would have to move for the clash to go."""
    told = [f"{s.noun} would have to mean {days}" for s in clash if s.part == "gap" and (days := stretch(s, clash, budget))]
    return "; ".join(told) or None


def _cells(statements: Iterable[Statement]) -> dict[str, list[str] | None]:
    """Return the keys of the rows that statements rest on, by the column that holds them."""
    found: dict[str, list[str]] = {}
    for statement in statements:
        for table, row, _ in statement.cells:
            if table in _KEYS and row not in found.setdefault(_KEYS[table], []):
                found[_KEYS[table]].append(row)
    return {column: sorted(found[column]) if column in found else None for column in _KEYS.values()}
