"""Ask the timeline of an article: what clashes, what would mend it, which days are left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from corrigenda.engine.tables import load
from corrigenda.errors import SetupError, shorten
from corrigenda.package.drafts import count_drafts, find_drafts
from corrigenda.package.package import open_package
from corrigenda.results.timeline import Concession, Days, LoneClash, Misdating, TimelineAnswer, TimelineRepair, TimeStatement
from corrigenda.timeline.faults import IndependentClash
from corrigenda.timeline.network.solver import Bounds, Budget, BudgetError, Statement
from corrigenda.timeline.options import tell_options
from corrigenda.timeline.solution import Correction, Timeline, is_meant, read_timelines, show_days
from corrigenda.timeline.statements.article import read_networks
from corrigenda.timeline.statements.clauses import join_nouns
from corrigenda.timeline.statements.reference import Reference

# The work that a question may take; a check takes less.
_STEPS = 4_000_000


def ask_timelines(
    path: Path | str,
    article: str | None = None,
    drop: Sequence[str] = (),
    assume: Sequence[str] = (),
    cap: int = 20,
    known: Path | str | None = None,
) -> list[TimelineAnswer]:
    """Answer for the articles of a package, with rows left out or taken as settled.

    Raises SetupError where the package is broken, the article is not there, or nothing is meant by a row.

    >>> import corrigenda
    >>> [answer.verdict for answer in ask_timelines(corrigenda.published_package().root)]
    ['inconsistent']
    """
    with load(open_package(path, known)) as tables:
        if tables.problems:
            raise SetupError(*shorten(tables.problems))
        networks = read_networks(tables.query)
        if article is not None and article not in networks:
            raise SetupError(f"there is no article '{article}'; the package has {', '.join(networks) or 'none'}")
        asked = [s for name, statements in networks.items() if article in (None, name) for s in statements]
        _refuse_unknown("--drop", drop, asked)
        _refuse_unknown("--assume", assume, [*asked, *Reference(tables.query).milestones(asked, assume)], reference=True)
        timelines = read_timelines(tables.query, cap=cap, steps=_STEPS, drop=drop, assume=assume, only=article)
        reference = Reference(tables.query)
        return [answer_of(timeline, reference) for timeline in timelines.values()]


def tell_drafting(path: Path | str, known: Path | str | None = None) -> tuple[str, ...]:
    """Say how much of a package is drafted, so that nobody takes a clash of drafts for one of the article."""
    package = open_package(path, known)
    return count_drafts(package, find_drafts(package)).sentences


def _refuse_unknown(option: str, wanted: Iterable[str], asked: Sequence[Statement], *, reference: bool = False) -> None:
    for one in wanted:
        if not any(is_meant(s, [one], reference=reference) for s in asked):
            example = asked[0].cells[0][1] if asked else "ROW"
            raise SetupError(f"{option} '{one}' means no statement; expected a row such as {example}")


def answer_of(timeline: Timeline, reference: Reference) -> TimelineAnswer:
    """Return what the solver found of one article as plain data."""
    diagnosis = timeline.diagnosis
    return TimelineAnswer(
        timeline.article_id,
        len(timeline.statements),
        verdict_of(timeline),
        timeline.printed_holds,
        diagnosis.complete,
        tuple(LoneClash(_plain(fault.clash), tuple(_remedies(timeline, fault, reference))) for fault in timeline.faults),
        timeline.is_whole,
        tuple(_plain(timeline.of(conflict)) for conflict in diagnosis.conflicts),
        tuple(map(_repair, timeline.corrections)),
        tuple(Misdating(_plain_one(m.statement), _plain(m.mended), _plain(m.depends)) for m in timeline.misdated),
        None if timeline.left is None else _days(timeline.left),
        _days(timeline.kept),
    )


def _remedies(timeline: Timeline, fault: IndependentClash, reference: Reference) -> Iterator[str]:
    """Yield what each change that would mend a clash allows, and what would still clash; nothing where that is too hard to find out."""
    try:
        yield from [change["allows"] for change in tell_options(timeline, fault, reference, Budget(_STEPS))]
    except BudgetError:
        return


def verdict_of(timeline: Timeline) -> str:
    """Say whether all statements can be true together: consistent, inconsistent or undecided."""
    if timeline.diagnosis.undecided:
        return "undecided"
    return "consistent" if timeline.diagnosis.consistent else "inconsistent"


def _repair(correction: Correction) -> TimelineRepair:
    return TimelineRepair(
        tuple(Concession(_plain_one(s), correction.instead.get(s.statement_id)) for s in correction.given_up),
        correction.cost,
        correction.doubts,
        _days(correction.left),
    )


def _plain(statements: Iterable[Statement]) -> tuple[TimeStatement, ...]:
    return tuple(map(_plain_one, statements))


def _plain_one(statement: Statement) -> TimeStatement:
    return TimeStatement(statement.statement_id, statement.text, statement.basis, statement.cells, join_nouns([statement]))


def _days(bounds: Bounds) -> Mapping[str, Days]:
    return {event: show_days(days) for event, days in sorted(bounds.items())}
