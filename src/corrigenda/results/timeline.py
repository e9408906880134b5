"""What the time statements of one article allow together: plain answers, without the solver that found them. Days are ISO 8601."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# A first and a last day; None where nothing bounds it on that side.
Days = tuple[str | None, str | None]


@dataclass(frozen=True)
class EventDays:
    """Hold when an event was: as stated, as bounded by what is printed, by all constraints, and after the preferred repair.

    >>> EventDays("art/opening", "art", "May 2024", "2024-05-01", "2024-05-31").stated
    'May 2024'
    """

    event_id: str
    article_id: str
    stated: str | None
    first: str | None
    last: str | None
    all_first: str | None = None
    all_last: str | None = None
    mended_first: str | None = None
    mended_last: str | None = None


@dataclass(frozen=True)
class TimeStatement:
    """Hold one thing that article or reference says of times: its words, what it rests on, and its cells (table, row, field).

    `text` is a clause; `noun` names it within a sentence.
    """

    statement_id: str
    text: str
    basis: str
    cells: tuple[tuple[str, str, str], ...] = ()
    noun: str = ""


@dataclass(frozen=True)
class Concession:
    """Name a statement that a repair gives up, and what would fit instead where that can be said."""

    statement: TimeStatement
    instead: str | None = None


@dataclass(frozen=True)
class TimelineRepair:
    """Hold statements that, given up together, leave the rest in order; what it costs, what speaks against it, and the days left."""

    given_up: tuple[Concession, ...]
    cost: int
    doubts: tuple[str, ...]
    left: Mapping[str, Days]


@dataclass(frozen=True)
class Misdating:
    """Say that a title or name fits the dates as printed, and no longer once they are mended."""

    statement: TimeStatement
    mended: tuple[TimeStatement, ...]
    depends: tuple[TimeStatement, ...]


@dataclass(frozen=True)
class LoneClash:
    """Hold a clash that no other one explains, and what each change that would mend it allows, as sentences."""

    statements: tuple[TimeStatement, ...]
    remedies: tuple[str, ...]


@dataclass(frozen=True)
class TimelineAnswer:
    """Hold the answers for one article.

    `verdict` is consistent, inconsistent or undecided; `printed_holds` tells whether what is printed fits together
    without any reference, None where that was not found out. `left` holds the days of each event that all statements allow
    together, None where they allow none; `kept` those that the statements in no clash allow. `independent` are the clashes that are
    independent of one another: once each of them is mended, nothing clashes, if they are all (`is_whole`).

    >>> answer = TimelineAnswer("art", 3, "consistent", True, True, (), True, (), (), (), {"art/opening": ("2024-05-01", None)}, {})
    >>> answer.verdict, answer.left["art/opening"]
    ('consistent', ('2024-05-01', None))
    """

    article_id: str
    statements: int
    verdict: str
    printed_holds: bool | None
    is_complete: bool
    independent: tuple[LoneClash, ...]
    is_whole: bool
    clashes: tuple[tuple[TimeStatement, ...], ...]
    repairs: tuple[TimelineRepair, ...]
    misdated: tuple[Misdating, ...]
    left: Mapping[str, Days] | None
    kept: Mapping[str, Days]
