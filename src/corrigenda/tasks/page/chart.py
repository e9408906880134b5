"""From the answers of the timeline to the picture of it: which tracks, clashes and repairs are shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corrigenda.engine.tables import Tables
from corrigenda.errors import LimitError, MissingTableError
from corrigenda.report.page.chart import Chart, ChartEdit, ChartStatement, Clash, Mend, Track
from corrigenda.results.timeline import Days, EventDays
from corrigenda.tasks.checking.timeline import verdict_of
from corrigenda.timeline.network.runs import find_runs
from corrigenda.timeline.network.solver import Either, Recurring, Statement, Within, events_of
from corrigenda.timeline.solution import Correction, Timeline, read_timelines, show_days
from corrigenda.values.edtf import EARLIEST, LATEST, iso

# What a picture can show and still be read.
_TELLING = "['date', 'gap', 'tense', 'order', 'frequency']"
_CLASHES, _MENDS, _TRACKS = 5, 5, 24
# Days nearer than this to what the picture shows already are taken into it.
_NEAR, _MARGIN, _LONGEST = 800, 120, 366 * 14
Span = tuple[int, int]


def portray(tables: Tables, days: Iterable[EventDays]) -> dict[str, Chart]:
    """Return the picture of every article whose timeline has statements; `days` are those of the result."""
    try:
        rows = tables.query("SELECT event_id, label FROM events")
        dates = tables.query(f"SELECT event_id, as_printed FROM dates ORDER BY list_position({_TELLING}, kind), date_id")
        timelines = read_timelines(tables.query)
    except (LimitError, MissingTableError):
        return {}
    labels = {row["event_id"]: row["label"] for row in rows}
    printed: dict[str, list[str]] = {}
    for row in dates:
        printed.setdefault(row["event_id"], []).append(row["as_printed"])
    bounds = {d.event_id: (d.all_first or d.first, d.all_last or d.last) for d in days}
    return {article: _portray(timeline, labels, printed, bounds) for article, timeline in timelines.items()}


def _portray(timeline: Timeline, labels: dict[str, str], printed: dict[str, list[str]], bounds: dict[str, Days]) -> Chart:
    # The smallest clashes are the plainest; one without assumptions is shown before one that needs them.
    clashes = sorted(
        (timeline.of(conflict) for conflict in timeline.diagnosis.conflicts),
        key=lambda ones: (any(s.basis == "assumed" for s in ones), len(ones), [s.statement_id for s in ones]),
    )
    shown, mends = clashes[:_CLASHES], timeline.corrections[:_MENDS]
    told = _statements_shown(timeline, shown, mends, bounds)
    dated = [s for s in timeline.statements if s.basis == "printed" and isinstance(s.constraint, (Within, Recurring))]
    known = list({s.statement_id: s for s in told if s.basis == "reference"}.values())
    events = list(dict.fromkeys(event for s in (*dated, *told) for event in events_of(s.constraint)))
    kept = events[: _TRACKS - min(len(known), _TRACKS // 2)]
    first, last = _window(timeline, known, kept)
    tracks = [
        Track(
            event, "said", labels.get(event, event), tuple(printed.get(event, ())),
            tuple(_printed_days(timeline, event, (first, last))), bounds.get(event, (None, None)),
        )
        for event in kept
    ]  # fmt: skip
    tracks += [Track(s.statement_id, "known", s.noun, (), tuple(show_days(span) for span in _spans(s))) for s in known[: _TRACKS // 2]]
    names = {track.track_id for track in tracks}
    return Chart(
        verdict_of(timeline),
        timeline.printed_holds,
        len(timeline.statements),
        iso(first),
        iso(last),
        tuple(tracks),
        tuple(Clash(tuple(_tell(s, names) for s in ones)) for ones in shown),
        tuple(_mend(mend, names) for mend in mends),
        len(clashes) - len(shown),
        len(timeline.corrections) - len(mends),
        len(events) - len(kept),
        timeline.diagnosis.complete,
    )


def _statements_shown(
    timeline: Timeline, clashes: Iterable[Sequence[Statement]], mends: Iterable[Correction], bounds: dict[str, Days]
) -> list[Statement]:
    """Return the statements of the clashes and repairs; where nothing clashes, what bounds the events is the picture."""
    shown = [s for ones in clashes for s in ones]
    if shown:
        return list(dict.fromkeys([*shown, *(s for mend in mends for s in mend.given_up)]))
    known = [s for s in timeline.statements if s.basis == "reference"]
    return known + [s for s in timeline.statements if any(any(bounds.get(event, ())) for event in events_of(s.constraint))]


def _tell(statement: Statement, tracks: set[str]) -> ChartStatement:
    """Tell a statement with the tracks it ties: its own where it is known, and those of its events."""
    ties = [statement.statement_id, *events_of(statement.constraint)]
    cell = statement.cells[0] if statement.cells else None
    return ChartStatement(statement.text, statement.basis, cell, tuple(tie for tie in ties if tie in tracks), statement.part)


def _mend(correction: Correction, tracks: set[str]) -> Mend:
    changes = tuple(ChartEdit(_tell(s, tracks), correction.instead.get(s.statement_id)) for s in correction.given_up)
    left = tuple((event, show_days(days)) for event, days in sorted(correction.left.items()) if event in tracks)
    return Mend(changes, correction.doubts, left)


def _printed_days(timeline: Timeline, event: str, window: Span) -> Iterable[Days]:
    """Yield the runs of days within the picture that the dates printed of an event allow."""
    printed = [s.constraint for s in timeline.statements if s.basis == "printed" and events_of(s.constraint) == (event,)]
    for first, last in find_runs(printed, window) if printed else ():
        yield iso(first) if first > window[0] else None, iso(last) if last < window[1] else None


def _spans(statement: Statement) -> tuple[Span, ...]:
    """Return the days that a title or a name allows."""
    constraint = statement.constraint
    options = constraint.options if isinstance(constraint, Either) else (constraint,)
    return tuple(dict.fromkeys(span for option in options if isinstance(option, Within) for span in option.spans))


def _window(timeline: Timeline, known: Iterable[Statement], events: Iterable[str]) -> Span:
    """Return the first and last day that the picture shows: what is printed with a year, and what lies near it."""
    said = [s for s in timeline.statements if s.basis == "printed" and isinstance(s.constraint, Within)]
    core = [day for s in said for day in _bounded(_spans(s))]
    bounds = [m.left[event] for m in timeline.corrections for event in events if event in m.left]
    bounds += [timeline.kept[event] for event in events if event in timeline.kept]
    near = sorted({*_bounded(span for s in known for span in _spans(s)), *_bounded(bounds)})
    core = core or near[-1:] or [EARLIEST]
    first, last = min(core), max(core)
    for day in near:
        if last < day <= last + _NEAR:
            last = day
    for day in reversed(near):
        if first - _NEAR <= day < first:
            first = day
    return max(EARLIEST, max(first, last - _LONGEST) - _MARGIN), min(LATEST, last + _MARGIN)


def _bounded(spans: Iterable[Span]) -> list[int]:
    """Return the first and last days that are days and not an end of the calendar."""
    days = ((day, shown) for span in spans for day, shown in zip(span, show_days(span), strict=True))
    return [day for day, shown in days if shown]
