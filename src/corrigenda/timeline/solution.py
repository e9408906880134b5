"""What the constraint network of each article answers: does it hold, what clashes, what is left, what would mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from corrigenda.timeline.diagnosis import Diagnosis, Set, cost_of, diagnose, quick_xplain, ranges
from corrigenda.timeline.milestones import Candidates, doubt_days, read_candidates
from corrigenda.timeline.solver import Bounds, Budget, BudgetError, Distance, Statement, Within, events_of, holds
from corrigenda.timeline.statements import Query, read_networks
from corrigenda.values.edtf import EARLIEST, LATEST, iso

# Corrections looked for in a check, and the work they may take; `corrigenda timeline` shows more.
CAP = 5
STEPS = 400_000
# Bounds nearer than this to an end of the calendar say only that nothing bounds the event.
_OPEN = 366 * 30
PARTS_OF_DAYS = ("year", "month", "day")


@dataclass(frozen=True)
class Correction:
    """Hold one smallest set of statements that, given up, leaves the rest in order; what it leaves, and what it would take."""

    given_up: tuple[Statement, ...]
    cost: int
    left: Bounds
    instead: dict[str, str]
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Misdated:
    """Say that a title or name fits the dates as printed, and no longer once they are mended."""

    statement: Statement
    mended: tuple[Statement, ...]
    depends: tuple[Statement, ...]


@dataclass(frozen=True)
class Timeline:
    """Hold the answers for one article.

    `left` is None where all statements together leave no day; `kept` is what the `sober` ones leave: printed, of
    no title or name, and in no conflict and no correction that was found.
    """

    article_id: str
    statements: tuple[Statement, ...]
    diagnosis: Diagnosis
    printed_holds: bool | None
    left: Bounds | None
    kept: Bounds
    sober: tuple[Statement, ...]
    corrections: tuple[Correction, ...]
    misdated: tuple[Misdated, ...]

    def of(self, names: Iterable[str]) -> tuple[Statement, ...]:
        """Return statements by name, in order."""
        wanted = set(names)
        return tuple(s for s in self.statements if s.statement_id in wanted)

    @property
    def preferred(self) -> Correction | None:
        """Return the correction to be looked at first."""
        return self.corrections[0] if self.corrections else None


def read_timelines(
    query: Query, *, cap: int = CAP, steps: int = STEPS, drop: Iterable[str] = (), assume: Iterable[str] = ()
) -> dict[str, Timeline]:
    """Answer for every article that has a statement; `drop` leaves statements or rows out, `assume` takes them as settled."""
    dropped, settled = tuple(drop), tuple(assume)
    candidates = read_candidates(query)
    timelines = {}
    for article, statements in read_networks(query).items():
        asked = tuple(_settle(s, settled) for s in statements if not is_meant(s, dropped))
        if asked:
            timelines[article] = answer(article, asked, cap, steps, candidates)
    return timelines


def is_meant(statement: Statement, asked: Iterable[str]) -> bool:
    """Tell whether a row, a row and field, or a part of a date names a statement."""
    name, cells = statement.statement_id, statement.cells[:1]
    return any(ask == name or name.startswith(f"{ask}.") or any(ask in (row, f"{row}.{field}") for _, row, field in cells) for ask in asked)


def _settle(statement: Statement, settled: tuple[str, ...]) -> Statement:
    return replace(statement, cost=100_000, basis="printed") if is_meant(statement, settled) else statement


def answer(article: str, statements: tuple[Statement, ...], cap: int, steps: int, candidates: Candidates) -> Timeline:
    """Solve one network, and work out what its corrections leave."""
    budget = Budget(steps)
    diagnosis = diagnose(statements, cap=cap, budget=budget)
    # The budget bounds the search; what follows is a fixed number of solutions of consistent networks.
    try:
        printed = holds([s.constraint for s in statements if s.basis == "printed"], Budget(steps))
        left = ranges(statements, budget=Budget(steps)) if diagnosis.consistent else None
        corrections = tuple(_correct(statements, given_up, candidates) for given_up in diagnosis.corrections if given_up)
        loose = frozenset().union(*diagnosis.corrections, *diagnosis.conflicts)
        sober = tuple(s for s in statements if s.statement_id not in loose and not is_reading(s))
        kept = {} if diagnosis.undecided else ranges(sober, budget=Budget(steps)) or {}
        misdated = tuple(_misdated(statements, corrections[0])) if corrections else ()
    except BudgetError:
        return Timeline(article, statements, Diagnosis(complete=False), None, None, {}, (), (), ())
    return Timeline(article, statements, diagnosis, printed, left, kept, sober, corrections, misdated)


def is_reading(statement: Statement) -> bool:
    """Tell whether a statement rests on who held an office or what was called how, or is taken for granted.

    Rules that judge titles and names, or that may say certain, must not lean on these.
    """
    return statement.basis != "printed"


def _correct(statements: tuple[Statement, ...], given_up: Set, candidates: Candidates) -> Correction:
    left = ranges(statements, given_up) or {}
    costs = {s.statement_id: s.cost for s in statements}
    gone = tuple(s for s in statements if s.statement_id in given_up)
    instead = {s.statement_id: _would_fit(s, left) for s in gone if s.part in PARTS_OF_DAYS}
    doubts = []
    for event in dict.fromkeys(event for s in gone if not isinstance(s.constraint, Distance) for event in events_of(s.constraint)):
        doubts.append(doubt_days(candidates.get(event, []), left.get(event, (EARLIEST, LATEST)), left))
    return Correction(gone, cost_of(given_up, costs), left, instead, tuple(doubt for doubt in doubts if doubt))


def _would_fit(statement: Statement, left: Bounds) -> str:
    """Say which years, months or days of the month fit instead, by the days that are left."""
    part, (first, last) = statement.part, left[statement.constraint.event]  # type: ignore[union-attr]
    if part == "year":
        return years_of((first, last))
    if last - first > 366:
        return f"any {part}"
    days = [date.fromordinal(day) for day in range(first, last + 1)]
    values = sorted({day.month if part == "month" else day.day for day in days})
    return ", ".join(str(value) for value in values)


def years_of(bounds: tuple[int, int] | None) -> str:
    """Say in which years days lie.

    >>> years_of((739325, 739400)), years_of((739325, LATEST))
    ('2025', '2025 or later')
    """
    first, last = bounds or (EARLIEST, LATEST)
    start, end = date.fromordinal(first).year, date.fromordinal(last).year
    if last > LATEST - _OPEN:
        return f"{start} or later" if first > EARLIEST + _OPEN else "any year"
    if first < EARLIEST + _OPEN:
        return f"{end} or earlier"
    return str(start) if start == end else f"{start} to {end}"


def _misdated(statements: tuple[Statement, ...], preferred: Correction) -> Iterable[Misdated]:
    """Find titles and names that fit only while the dates given up stand as printed."""
    mended = [s for s in preferred.given_up if s.part in (*PARTS_OF_DAYS, "date")]
    if not mended:
        return
    gone = {s.statement_id for s in preferred.given_up}
    rest = [s for s in statements if s.statement_id not in gone]
    told = set()
    for other in preferred.given_up:
        if other in mended:
            continue
        # A smallest correction needs each of its parts: with this one back, the rest clashes again.
        involved = smallest_clash([*rest, other])
        for one in involved:
            others = [s for s in involved if s.basis != "reference" or s is one]
            if one.basis == "reference" and one.statement_id not in told and holds([s.constraint for s in (*mended, *others)]):
                told.add(one.statement_id)
                yield Misdated(one, tuple(mended), tuple(s for s in involved if s is not one))


def explain(statements: Iterable[Statement], event: str, bounds: tuple[int, int]) -> tuple[Statement, ...]:
    """Return a smallest set of statements that keeps an event from lying outside its first and last day."""
    first, last = bounds
    outside = tuple((low, high) for low, high in ((EARLIEST, first - 1), (last + 1, LATEST)) if low <= high)
    by_name = {s.statement_id: s for s in statements}
    away = Within(event, outside)
    if not outside or holds([away, *(s.constraint for s in by_name.values())]):
        return ()
    names = quick_xplain(sorted(by_name), lambda names: holds([away, *(by_name[n].constraint for n in names)]))
    return tuple(by_name[name] for name in names)


def smallest_clash(statements: Iterable[Statement]) -> list[Statement]:
    """Return a smallest set that clashes of statements that do; assumptions only where it needs them."""
    # What is dear stands first: of two ways to clash, the one that needs less of what follows is named.
    by_name = {s.statement_id: s for s in sorted(statements, key=lambda s: (-s.cost, s.statement_id))}
    names = quick_xplain(list(by_name), lambda names: holds([by_name[n].constraint for n in names]))
    return [by_name[name] for name in sorted(names)]


def stretch(statement: Statement, conflict: Iterable[Statement]) -> str | None:
    """Say how far apart the events of a gap would have to be for a conflict to go, as days; None where it has no range."""
    constraint = statement.constraint
    if not isinstance(constraint, Distance):
        return None
    left = ranges([s for s in conflict if s is not statement])
    if left is None or constraint.event not in left or constraint.anchor not in left:
        return None
    (first, last), (anchor_first, anchor_last) = left[constraint.event], left[constraint.anchor]
    least, most = first - anchor_last, last - anchor_first
    if most < 0:
        return None
    bounds = [f"at least {least:,}"] if least > 0 else []
    bounds += [f"at most {most:,}"] if most < _OPEN else []
    return " and ".join(bounds) + " days" if bounds else None


def show_days(bounds: tuple[int, int] | None) -> tuple[str | None, str | None]:
    """Write first and last day, None where nothing but the end of the calendar bounds the event."""
    if bounds is None:
        return None, None
    first, last = bounds
    return (iso(first) if first > EARLIEST + _OPEN else None), (iso(last) if last < LATEST - _OPEN else None)


def write_days(bounds: tuple[int, int]) -> str:
    """Write a range of days in words.

    >>> write_days((739324, LATEST)), write_days((739324, 739324)), write_days((739324, 739325))
    ('2025-03-14 or later', '2025-03-14', '2025-03-14 to 2025-03-15')
    """
    first, last = show_days(bounds)
    if first is None or last is None:
        return f"{first} or later" if first else f"{last} or earlier" if last else "any day"
    return first if first == last else f"{first} to {last}"
