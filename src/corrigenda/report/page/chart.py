"""The timeline of one article as a picture needs it: tracks of days, clashes between them, and repairs. Days are ISO 8601."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corrigenda.results.timeline import Days


@dataclass(frozen=True)
class Track:
    """Hold one line of the picture: a known term or name in use, or an event of the article.

    `days` are the known or printed days; `bounds` the first and last day that is left for an event by what is
    printed and in no conflict. None stands for no bound.
    """

    track_id: str
    kind: Literal["known", "said"]
    label: str
    printed: tuple[str, ...] = ()
    days: tuple[Days, ...] = ()
    bounds: Days = (None, None)


@dataclass(frozen=True)
class ChartStatement:
    """Hold one thing said of times: its words, what it rests on, its cell, the tracks that it ties, and the part of a date."""

    text: str
    basis: str
    cell: tuple[str, str, str] | None
    tracks: tuple[str, ...]
    part: str = ""


@dataclass(frozen=True)
class Clash:
    """Hold statements that cannot all be true."""

    statements: tuple[ChartStatement, ...]


@dataclass(frozen=True)
class ChartEdit:
    """Hold a statement that a repair gives up, and what would fit instead."""

    statement: ChartStatement
    instead: str | None = None


@dataclass(frozen=True)
class Mend:
    """Hold changes that together leave the rest in order, what speaks against them, and the days left for each event track."""

    changes: tuple[ChartEdit, ...]
    doubts: tuple[str, ...] = ()
    left: tuple[tuple[str, Days], ...] = ()


@dataclass(frozen=True)
class Chart:
    """Hold the picture of one timeline from a first to a last day; `more_clashes` counts those not shown.

    `verdict` is consistent, inconsistent or undecided.
    """

    verdict: str
    printed_holds: bool | None
    statements: int
    first: str
    last: str
    tracks: tuple[Track, ...] = ()
    clashes: tuple[Clash, ...] = ()
    mends: tuple[Mend, ...] = ()
    more_clashes: int = 0
    more_mends: int = 0
    more_events: int = 0
    is_complete: bool = True

    def days(self) -> Iterator[str]:
        """Yield every day that is written in it."""
        yield from (self.first, self.last)
        pairs = [pair for track in self.tracks for pair in (*track.days, track.bounds)]
        pairs += [left for mend in self.mends for _, left in mend.left]
        yield from (day for pair in pairs for day in pair if day is not None)
