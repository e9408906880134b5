"""What the constraint network of each article answers: does it hold, what clashes, what is left, what would mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from corrigenda.timeline.days import PARTS_OF_DAYS, show_days, would_fit
from corrigenda.timeline.faults import Faults, IndependentClash
from corrigenda.timeline.network.diagnosis import Diagnosis, Set, cost_of, diagnose, ranges
from corrigenda.timeline.network.prune import entangled
from corrigenda.timeline.network.solver import Bounds, Budget, BudgetError, Distance, Statement, events_of, holds
from corrigenda.timeline.statements.article import read_networks
from corrigenda.timeline.statements.printed_times import Query
from corrigenda.timeline.statements.reference import Reference, doubt_days
from corrigenda.values.edtf import EARLIEST, LATEST

__all__ = ["Correction", "Misdated", "Timeline", "answer", "is_meant", "read_timelines", "show_days", "undecided"]

# Corrections looked for in a check, and the work that all answers for one article may take together; `corrigenda timeline` shows more.
CAP = 5
STEPS = 3_000_000
# The part of the work that the search for corrections may take, so that what it found can still be shown.
_SEARCH = 5


@dataclass(frozen=True)
class Correction:
    """Hold one smallest set of statements that, given up, leaves the rest in order; what it leaves, and what it would take.

    `instead` says what would fit: another year, month or day, or the names of those who held an office then.
    """

    given_up: tuple[Statement, ...]
    cost: int
    left: Bounds
    instead: dict[str, str]
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Misdated:
    """Say that a title or name fits the dates as printed, and no longer once they are mended; `fault` is what it shows."""

    statement: Statement
    mended: tuple[Statement, ...]
    depends: tuple[Statement, ...]
    fault: IndependentClash


@dataclass(frozen=True)
class Timeline:
    """Hold the answers for one article.

    `left` is None where all statements together leave no day; `kept` is what the `sober` ones leave: printed, of
    no title or name, and in no conflict and no correction that was found. `faults` are the clashes that are independent
    of one another, all of them where it `is_whole`; those that only show once a date is mended are in `misdated`,
    the others are `open_faults`.
    """

    article_id: str
    statements: tuple[Statement, ...]
    diagnosis: Diagnosis
    printed_holds: bool | None = None
    left: Bounds | None = None
    kept: Bounds = field(default_factory=dict)
    sober: tuple[Statement, ...] = ()
    corrections: tuple[Correction, ...] = ()
    faults: tuple[IndependentClash, ...] = ()
    misdated: tuple[Misdated, ...] = ()
    is_whole: bool = True

    def of(self, names: Iterable[str]) -> tuple[Statement, ...]:
        """Return statements by name, in order."""
        wanted = set(names)
        return tuple(s for s in self.statements if s.statement_id in wanted)

    @property
    def preferred(self) -> Correction | None:
        """Return the correction to be looked at first."""
        return self.corrections[0] if self.corrections else None

    @property
    def open_faults(self) -> tuple[IndependentClash, ...]:
        """Return the faults that no title or name tells of that fits only misdated."""
        return tuple(fault for fault in self.faults if all(one.fault is not fault for one in self.misdated))


def read_timelines(
    query: Query, *, cap: int = CAP, steps: int = STEPS, drop: Iterable[str] = (), assume: Iterable[str] = (), only: str | None = None
) -> dict[str, Timeline]:
    """Answer for every article that has a statement, or `only` for one.

    `drop` leaves statements or rows out, `assume` takes them as settled.
    What is assumed can be a row of the reference too: a term, a use of a name, or a milestone that an event can be.
    """
    dropped, settled = tuple(drop), tuple(assume)
    reference = Reference(query)
    timelines = {}
    for article, statements in read_networks(query).items():
        if only not in (None, article):
            continue
        asked = tuple(_settle(s, settled) for s in (*statements, *reference.milestones(statements, settled)) if not is_meant(s, dropped))
        if asked:
            timelines[article] = answer(article, asked, cap, Budget(steps), reference)
    return timelines


def is_meant(statement: Statement, asked: Iterable[str], *, reference: bool = False) -> bool:
    """Tell whether a row, a row and field, or a part of a date names a statement; with `reference`, a row that it rests on as well."""
    name, cells = statement.statement_id, statement.cells if reference else statement.cells[:1]
    return any(ask == name or name.startswith(f"{ask}.") or any(ask in (row, f"{row}.{field}") for _, row, field in cells) for ask in asked)


def _settle(statement: Statement, settled: tuple[str, ...]) -> Statement:
    return replace(statement, cost=100_000, basis="printed") if is_meant(statement, settled, reference=True) else statement


def answer(article: str, statements: tuple[Statement, ...], cap: int, budget: Budget, reference: Reference) -> Timeline:
    """Solve one network, and work out what its corrections leave; undecided where the budget does not suffice."""
    with budget.share(_SEARCH) as search:
        diagnosis = diagnose(statements, cap=cap, budget=search)
    try:
        printed = holds([s.constraint for s in statements if s.basis == "printed"], budget)
        left = ranges(statements, budget=budget) if diagnosis.consistent else None
        corrections, faults, is_whole = _correct_all(statements, diagnosis, budget, reference)
        loose = frozenset(s.statement_id for c in corrections for s in c.given_up).union(*diagnosis.conflicts)
        loose = loose.union(s.statement_id for fault in faults for s in fault.clash)
        sober = tuple(s for s in statements if s.statement_id not in loose and not is_reading(s))
        kept = {} if diagnosis.undecided else ranges(sober, budget=budget) or {}
        misdated = tuple(_misdated(faults, corrections[0], budget)) if corrections else ()
    except BudgetError:
        return undecided(article, statements)
    return Timeline(article, statements, diagnosis, printed, left, kept, sober, corrections, faults, misdated, is_whole)


def undecided(article: str, statements: tuple[Statement, ...]) -> Timeline:
    """Return the timeline of an article that is too hard."""
    return Timeline(article, statements, Diagnosis(complete=False))


def is_reading(statement: Statement) -> bool:
    """Tell whether a statement rests on who held an office or what was called how, or is taken for granted.

    Rules that judge titles and names, or that may say certain, must not lean on these.
    """
    return statement.basis != "printed"


def _correct_all(
    statements: tuple[Statement, ...], diagnosis: Diagnosis, budget: Budget, reference: Reference
) -> tuple[tuple[Correction, ...], tuple[IndependentClash, ...], bool]:
    """Return the corrections, cheapest first, the independent faults, and whether these are all.

    Where the search found no correction, one is named that need not be the cheapest.
    """
    if not diagnosis.conflicts:
        return (), (), diagnosis.complete
    faults = Faults(entangled(statements, budget), diagnosis.conflicts, complete=diagnosis.complete, budget=budget)
    try:
        with budget.share(2) as faults.network.budget:
            sets = [given_up for given_up in diagnosis.corrections if given_up] or [faults.correct()]
            told = faults.divide(sets[0])
    except BudgetError:
        return (), faults.apart(), False
    return tuple(_correct(statements, given_up, budget, reference) for given_up in sets), told, True


def _correct(statements: tuple[Statement, ...], given_up: Set, budget: Budget, reference: Reference) -> Correction:
    left = ranges(statements, given_up, budget) or {}
    costs = {s.statement_id: s.cost for s in statements}
    gone = tuple(s for s in statements if s.statement_id in given_up)
    doubts = []
    for event in dict.fromkeys(event for s in gone if not isinstance(s.constraint, Distance) for event in events_of(s.constraint)):
        doubts.append(doubt_days(reference.candidates.get(event, []), left.get(event, (EARLIEST, LATEST)), left))
    instead = {s.statement_id: found for s in gone if (found := find_instead(s, left, reference))}
    return Correction(gone, cost_of(given_up, costs), left, instead, tuple(doubt for doubt in doubts if doubt))


def find_instead(statement: Statement, left: Bounds, reference: Reference) -> str | None:
    """Say what would fit in the place of a statement that is given up, by the days that are left; None where nobody knows."""
    if statement.part in PARTS_OF_DAYS:
        (event,) = events_of(statement.constraint)
        return would_fit(statement, {**left, event: left.get(event, (EARLIEST, LATEST))})
    if statement.part == "title":
        return " or ".join(dict.fromkeys(str(holder) for holder in reference.holders(statement, left)[:3])) or None
    return None


def _misdated(faults: Iterable[IndependentClash], preferred: Correction, budget: Budget) -> Iterable[Misdated]:
    """Find titles and names that fit only while the dates given up are as printed."""
    mended = tuple(s for s in preferred.given_up if s.part in (*PARTS_OF_DAYS, "date"))
    told = set()
    for fault in faults:
        if not mended or any(s in mended for s in fault.given_up):
            continue
        for one in fault.clash:
            others = [s for s in fault.clash if s.basis != "reference" or s is one]
            if one.basis == "reference" and one.row not in told and holds([s.constraint for s in (*mended, *others)], budget):
                told.add(one.row)
                yield Misdated(one, mended, tuple(s for s in fault.clash if s is not one), fault)
