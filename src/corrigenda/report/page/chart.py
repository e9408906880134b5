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


def is_about(change: ChartEdit, track: Track) -> bool:
    """Tell whether a change gives up what this track shows: its term or name, or a part of its printed date."""
    tied = change.statement.tracks
    return tied[:1] == (track.track_id,) and (track.kind == "known" or len(tied) == 1)


def tell_under(track: Track, changes: list[ChartEdit]) -> str:
    """Write what is under the label of a track: its days or printed words, and what a repair does to them."""
    if track.kind == "known":
        return f"{tell_days(track)}{', given up' if changes else ''}"
    if changes:
        parts = (c.statement.part + (f" → {c.instead}" if c.instead else " given up") for c in changes)
        return f"“{track.printed[0]}”: {'; '.join(parts)}" if track.printed else "; ".join(parts)
    return " · ".join(f"“{words}”" for words in track.printed[:2])


def tell_days(track: Track) -> str:
    """Write the days of a track in words.

    >>> tell_days(Track("t", "known", "x", (), (("2020-01-01", None),)))
    'from 2020-01-01'
    """
    return " and ".join(tell(days) for days in track.days)


def tell(days: Days) -> str:
    """Write a first and a last day.

    >>> tell((None, "2020-01-01")), tell(("2020-01-01", "2020-01-02")), tell((None, None))
    ('until 2020-01-01', '2020-01-01 to 2020-01-02', 'any day')
    """
    first, last = days
    if first and last:
        return first if first == last else f"{first} to {last}"
    return f"from {first}" if first else f"until {last}" if last else "any day"
