"""The days that a finding rests on as a small picture: what is known, what is said, and the distance between them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corrigenda.report.page.model import CitedRow, Page
from corrigenda.report.page.pen import Pen
from corrigenda.results.finding import Finding, Place
from corrigenda.values.edtf import EARLIEST, LATEST, ordinal, parse_edtf
from corrigenda.values.spoken_dates import say_date, say_distance, say_span
from corrigenda.values.wording import count, visible

# The cells that say when something begins and ends, or when it was; a place at one of them stands for its whole row.
_PERIODS = (("start", "end"), ("used_from", "used_to"), ("existed_from", "existed_to"), ("since", "until"), ("day", "day"))
_SAID = {"dates": "edtf", "articles": "published"}
_MOST = 4
_WIDTH, _EDGE, _ROW, _MIDDLE, _TIP = 360, 8, 60, 45, 7
# Letters of a label that fit into the width, and where its two lines end.
_LETTERS, _LINES = 46, 36
# Days that a reader still counts; more are told in years.
_COUNTED = 999


@dataclass(frozen=True)
class EvidenceBar:
    """Hold one stretch of days, by ordinals, None where nothing bounds it, and `days` in words; a `context` bar only informs."""

    kind: Literal["known", "said"]
    role: str
    label: str
    first: int | None
    last: int | None
    days: str


@dataclass(frozen=True)
class DaysPicture:
    """Hold the bars of one finding, and between which two of them it counts how many days, where they are apart."""

    bars: tuple[EvidenceBar, ...]
    apart: tuple[int, int, int] | None

    @property
    def distance(self) -> str:
        """Say how far apart they are; empty where they are not."""
        return f"{count(self.apart[2], 'day') if self.apart[2] <= _COUNTED else say_distance(self.apart[2])} apart" if self.apart else ""

    @property
    def text(self) -> str:
        """Say in words what the picture shows."""
        told = [f"{bar.label} ({'known' if bar.kind == 'known' else 'said'}): {bar.days}" for bar in self.bars]
        return "; ".join(told) + (f"; {self.distance}." if self.apart else ".")


def picture_days(finding: Finding, page: Page) -> DaysPicture | None:
    """Return the picture of the days under a finding; None where they are not of two rows, one of them of the article."""
    found: dict[tuple[str, str], EvidenceBar] = {}
    for place in finding.places:
        row = page.row_of.get((place.table, place.row))
        if row is not None and (place.table, place.row) not in found and (bar := _read(place, row, page)):
            found[place.table, place.row] = bar
    # What the clash needs comes first, and what informs only fills the room that is left.
    bars = sorted(found.values(), key=lambda bar: bar.role != "basis")[:_MOST]
    bars.sort(key=lambda bar: (bar.kind == "said", bar.first or EARLIEST))
    basis = [bar for bar in bars if bar.role == "basis"]
    if len(basis) < 2 or not any(bar.kind == "said" for bar in basis):
        return None
    return DaysPicture(tuple(bars), min(_distances(bars), key=lambda apart: apart[2], default=None))


def _read(place: Place, row: CitedRow, page: Page) -> EvidenceBar | None:
    """Read the days of a row, if the place is at one of its days or names who held an office then."""
    cells = dict(row.cells)
    if place.table in _SAID:
        return _read_said(place, row, cells, page)
    for names in _PERIODS:
        if place.field in names or (place.table == "tenures" and names[0] == "start"):
            first, last = (_span(cells.get(name)) for name in names)
            if first or last:
                days = _tell_period(*(say_date(cells.get(name, "")) for name in dict.fromkeys(names)))
                return EvidenceBar("known", place.role, row.label or place.row, first and first[0], last and last[1], days)
    return None


def _read_said(place: Place, row: CitedRow, cells: dict[str, str], page: Page) -> EvidenceBar | None:
    """Read the days that a row of the article gives; a date in words ("Tuesday") is that of its event, where it is counted."""
    event = cells.get("event_id", "")
    label = f"‘{page.events[event]}’" if event in page.events else row.label or place.row
    said = cells.get(_SAID[place.table])
    if span := _span(said):
        return EvidenceBar("said", place.role, label, *span, say_date(said or ""))
    days = page.days_of.get(event)
    if said or days is None or not days.first or not days.last:
        return None
    first, last = ordinal(days.first), ordinal(days.last)
    return EvidenceBar("said", place.role, label, first, last, say_span(first, last).removeprefix("on "))


def _tell_period(start: str, end: str | None = None) -> str:
    if end is None:
        return start
    return f"{start} to {end}" if start and end else f"from {start}" if start else f"until {end}"


def _span(text: str | None) -> tuple[int | None, int | None] | None:
    """Return the first and last day of an EDTF text; None where it says nothing of either."""
    try:
        span = parse_edtf(text) if text else None
    except ValueError:
        return None
    return (span.first, span.last) if span and (span.first, span.last) != (None, None) else None


def _distances(bars: list[EvidenceBar]) -> Iterator[tuple[int, int, int]]:
    """Yield each two bars of which the lower is said, where they are apart and the clash needs both, and the days between."""
    basis = [(number, bar) for number, bar in enumerate(bars) if bar.role == "basis"]
    for upper, one in basis:
        for lower, other in basis:
            if upper < lower and other.kind == "said" and (ends := _ends(one, other)):
                yield upper, lower, abs(ends[0] - ends[1])


def _ends(one: EvidenceBar, other: EvidenceBar) -> tuple[int, int] | None:
    """Return the ends of two bars that face each other; None where they meet or may meet."""
    if one.first is not None and other.last is not None and other.last < one.first:
        return one.first, other.last
    if one.last is not None and other.first is not None and one.last < other.first:
        return one.last, other.first
    return None


def draw_days(picture: DaysPicture, label: str) -> str:
    """Draw the picture; `label` is the id of the element that says in words what it shows."""
    scale, pen = _Scale.over(picture), Pen()
    for number, bar in enumerate(picture.bars):
        pen.text(textwrap.shorten(visible(bar.label), _LETTERS, placeholder=" …"), _EDGE, number * _ROW + 16, "label")
        pen.text(f"{bar.kind.capitalize()}: {visible(bar.days)}", _EDGE, number * _ROW + 31, "under")
        _draw_bar(pen, bar, scale, number * _ROW + _MIDDLE)
    height = len(picture.bars) * _ROW + 4
    if picture.apart and (ends := _ends(picture.bars[picture.apart[0]], picture.bars[picture.apart[1]])):
        upper, lower, _ = picture.apart
        x, end, y = scale.at(ends[0]), scale.at(ends[1]), lower * _ROW + _MIDDLE
        for row in range(upper, lower + 1):
            # The line down leaves out the words of every row.
            top = y - (lower - row) * _ROW + 6 if row == upper else row * _ROW + _LINES
            pen.line(x, top, x, y if row == lower else (row + 1) * _ROW + 3, "distance drop")
        pen.line(x, y, end, y, "distance")
        pen.text(picture.distance, min(max((x + end) / 2, 60), _WIDTH - 60), height + 12, "distance", "middle")
        height += 18
    return pen.finish(_WIDTH, height, "chart evidence", label)


def _draw_bar(pen: Pen, bar: EvidenceBar, scale: _Scale, y: float) -> None:
    kind = f"{bar.kind}{'' if bar.role == 'basis' else ' context'}"
    x = _EDGE + _TIP if bar.first is None else scale.at(bar.first)
    end = _WIDTH - _EDGE - _TIP if bar.last is None else scale.at(bar.last + 1)
    pen.box(x, y - 5, round(max(end - x, 4), 1), 10, 2, f"bar {kind}")
    if bar.first is None:
        pen.triangle(_EDGE, y, _EDGE + _TIP, 8, f"tip {kind}")
    if bar.last is None:
        pen.triangle(_WIDTH - _EDGE, y, _WIDTH - _EDGE - _TIP, 8, f"tip {kind}")


@dataclass(frozen=True)
class _Scale:
    """Hold the first and the last day of a picture."""

    first: int
    last: int

    @classmethod
    def over(cls, picture: DaysPicture) -> _Scale:
        days = [day for bar in picture.bars for day in (bar.first, bar.last) if day is not None]
        margin = max(30, (max(days) - min(days)) // 8)
        return cls(max(EARLIEST, min(days) - margin), min(LATEST, max(days) + margin))

    def at(self, day: int) -> float:
        """Return where a day is."""
        return round(_EDGE + (day - self.first) / max(self.last - self.first, 1) * (_WIDTH - 2 * _EDGE), 1)
