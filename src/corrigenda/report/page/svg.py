"""The picture of a timeline as SVG: tracks over days, clashes next to them. Every text in it stays text, every colour is a class."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from datetime import date

from corrigenda.report.page.chart import Chart, Mend, Track, is_about, tell_under
from corrigenda.report.page.pen import Pen
from corrigenda.results.timeline import Days
from corrigenda.values.wording import visible

_HEAD, _RIGHT = 34, 14
# How far the labels of a row reach down where they stand above its bar.
_LABELS = 50
# The width of a letter, on average, in the labels.
_LETTER = 6.7


@dataclass(frozen=True)
class Size:
    """Hold the measures of one variant; `labels` is the width of their column, 0 where they stand above the bars."""

    width: int
    labels: int
    row: int
    lane: int
    name: str


WIDE = Size(1080, 330, 50, 18, "wide")
NARROW = Size(350, 0, 80, 14, "narrow")


def draw(chart: Chart, size: Size, label: str, mend: Mend | None = None) -> str:
    """Draw a timeline as it is printed, with its clashes, or as one repair leaves it.

    `label` is the id of the element that describes the picture.
    """
    return _Picture(chart, size, mend).draw(label)


@dataclass
class _Picture:
    chart: Chart
    size: Size
    mend: Mend | None
    pen: Pen = field(default_factory=Pen)

    def __post_init__(self) -> None:
        self.known = [track for track in self.chart.tracks if track.kind == "known"]
        self.said = [track for track in self.chart.tracks if track.kind == "said"]
        self.clashes = () if self.mend else self.chart.clashes
        self.first, self.last = _day(self.chart.first), _day(self.chart.last)
        self.left = 8 + self.size.lane * len(self.clashes) + self.size.labels + (10 if self.clashes or self.size.labels else 0)
        self.names = self.left - self.size.labels - 10 if self.size.labels else self.left
        self.letters = int((self.size.labels or self.size.width - self.left) / _LETTER)
        self.tops: dict[str, float] = {}
        top = float(_HEAD)
        for tracks in (self.known, self.said):
            if tracks:
                top += 26
            for track in tracks:
                self.tops[track.track_id] = top
                top += self.size.row
        self.height = top + 24

    def draw(self, label: str) -> str:
        self._draw_axis()
        for number, _ in enumerate(self.clashes):
            self._draw_clash(number)
        for heading, tracks in (("Known", self.known), ("Said in the article", self.said)):
            if tracks:
                self.pen.text(heading, self.names, self.tops[tracks[0].track_id] - 8, "section")
            for track in tracks:
                self._draw_track(track)
        return self.pen.finish(self.size.width, self.height, f"chart {self.size.name}", label)

    def _draw_axis(self) -> None:
        start, end = date.fromordinal(self.first), date.fromordinal(self.last)
        years = end.year - start.year
        every = next((n for n in (1, 2, 5, 10) if years / n * 46 <= self.size.width - self.left), 20)
        for year in range(start.year, end.year + 1):
            for month in (1, 4, 7, 10) if years <= 5 else (1,):
                day = date(year, month, 1).toordinal()
                if self.first <= day <= self.last:
                    x = self._x(day)
                    kind = "year" if month == 1 else "quarter"
                    for top, end_of in self._bands(_HEAD - (8 if month == 1 else 0), self.height - 20):
                        self.pen.line(x, top, x, end_of, kind)
                    if month == 1 and year % every == 0 and x < self.size.width - 32:
                        self.pen.text(str(year), x + 4, _HEAD - 2, "tick")

    def _draw_track(self, track: Track) -> None:
        top, size = self.tops[track.track_id], self.size
        changes = [c for c in self.mend.changes if is_about(c, track)] if self.mend else []
        lines = textwrap.wrap(visible(track.label), self.letters, max_lines=2, placeholder=" …") or [""]
        for number, line in enumerate(lines):
            self.pen.text(line, self.names, top + 15 + 15 * number, "label")
        if len(lines) == 1 or changes or not size.labels:
            under = textwrap.shorten(visible(tell_under(track, changes)), self.letters + 4, placeholder=" …")
            self.pen.text(under, self.names, top + 15 + 14 * len(lines), "change" if changes else "under")
        middle = self._middle(track)
        self.pen.line(self.left, top + size.row - 3, size.width - _RIGHT, top + size.row - 3, "rule")
        after = dict(self.mend.left).get(track.track_id) if self.mend else None
        if track.kind == "said":
            if after and any(after):
                self._draw_range(after, middle, "mended")
            elif any(track.bounds) and not self.mend:
                self._draw_range(track.bounds, middle, "kept")
        for days in track.days:
            self._draw_bar(days, middle, f"{track.kind}{' given-up' if changes else ''}")
        if reason := self._tell_empty(track, after):
            self.pen.text(reason, self.left + 12, middle + 4, "empty")

    def _tell_empty(self, track: Track, after: Days | None) -> str:
        """Say why there is nothing to see in a row; empty where there is."""
        spans = [*track.days]
        if track.kind == "said":
            spans += [days for days in (after if self.mend else track.bounds,) if days and any(days)]
        if any(None not in self._clip(days) for days in spans):
            return ""
        if spans:
            return "outside the days shown"
        return "no date is printed, and nothing limits it" if track.kind == "said" else "its days are not known"

    def _draw_bar(self, days: Days, middle: float, kind: str) -> None:
        first, last = self._clip(days)
        if first is None or last is None:
            return
        height = 14 if kind.startswith("said") else 12
        x, end = min(self._x(first), self.size.width - _RIGHT - 5), self._x(last + 1)
        # An end that goes on is an arrow, and the bar makes room for it.
        x += 8 if self._goes_on(days)[0] else 0
        end -= 8 if self._goes_on(days)[1] else 0
        self.pen.box(x, middle - height / 2, max(round(end - x, 1), 5), height, 2, f"bar {kind}")
        self._point(days, middle, f"tip {kind}", 10)

    def _draw_range(self, days: Days, middle: float, kind: str) -> None:
        first, last = self._clip(days)
        if first is None or last is None:
            return
        x, end = self._x(first), max(self._x(last + 1), self._x(first) + 5)
        if kind == "mended":
            self.pen.box(x, middle - 10, round(end - x, 1), 20, 4, "range mended")
        else:
            self.pen.line(x, middle, end, middle, "range kept")
            for at, day in ((x, days[0]), (end, days[1])):
                if day:
                    self.pen.line(at, middle - 6, at, middle + 6, "range kept")
        self._point(days, middle, f"tip {kind}")

    def _goes_on(self, days: Days) -> tuple[bool, bool]:
        """Say of each end whether it is open or beyond the picture."""
        return days[0] is None or _day(days[0]) < self.first, days[1] is None or _day(days[1]) > self.last

    def _point(self, days: Days, middle: float, kind: str, reach: int = 6) -> None:
        """Put a tip on an end that goes on beyond the picture."""
        before, after = self._goes_on(days)
        if before:
            self.pen.triangle(self.left, middle, self.left + 8, reach, kind)
        if after:
            x = self.size.width - _RIGHT
            self.pen.triangle(x, middle, x - 8, reach, kind)

    def _draw_clash(self, number: int) -> None:
        """Draw a clash as a lane that ties its tracks; one between two bars also across the picture, with the days between them."""
        clash = self.chart.clashes[number]
        tied = sorted({t for s in clash.statements for t in s.tracks if t in self.tops}, key=lambda t: self.tops[t])
        if not tied:
            return
        x, middle = 10 + self.size.lane * number, 18
        ys = [self.tops[t] + middle for t in tied]
        self.pen.line(x, min(ys), x, max(ys), f"lane lane-{number + 1}")
        for y in ys[1:]:
            self.pen.circle(x, y, 3.5, f"knot lane-{number + 1}")
        self.pen.circle(x, ys[0], self.size.lane / 2 - 0.5, f"knot lane-{number + 1}")
        self.pen.text(str(number + 1), x, ys[0] + 4, "number", "middle")
        by_id = {track.track_id: track for track in self.chart.tracks}
        bars = [by_id[t] for t in tied if by_id[t].days]
        if len(clash.statements) == 2 and len(bars) == 2 and len(tied) == 2:
            self._draw_distance(bars[0], bars[1])

    def _draw_distance(self, upper: Track, lower: Track) -> None:
        gaps = [gap for a in upper.days for b in lower.days if (gap := _gap(a, b))]
        if not gaps:
            return
        days, above, below = min(gaps)
        y, to = self._middle(upper), self._middle(lower)
        x, end = self._x(above), self._x(below)
        for top, end_of in self._bands(min(y, to), max(y, to)):
            self.pen.line(x, top, x, end_of, "distance drop")
        self.pen.line(x, to, end, to, "distance")
        words = f"{days:,} days apart"
        if self.size.labels:
            self.pen.text(words, (x + end) / 2, to - 8, "distance", "middle")
        elif max(x, end) + _LETTER * len(words) < self.size.width:
            # Above the line are the words of the row.
            self.pen.text(words, max(x, end) + 6, to + 4, "distance")
        else:
            self.pen.text(words, min(x, end) - 12, to + 4, "distance", "end")

    def _bands(self, top: float, end: float) -> list[tuple[float, float]]:
        """Return the parts of a line down the picture that cross no label: all of it where labels have a column of their own."""
        if self.size.labels:
            return [(top, end)]
        bands = [(t + _LABELS, t + self.size.row - 3) for t in self.tops.values()]
        bands.append((_HEAD - 8, _HEAD))
        return [(max(top, one), min(end, other)) for one, other in bands if max(top, one) < min(end, other)]

    def _middle(self, track: Track) -> float:
        return self.tops[track.track_id] + (18 if self.size.labels else 64)

    def _clip(self, days: Days) -> tuple[int | None, int | None]:
        first = max(self.first, _day(days[0])) if days[0] else self.first
        last = min(self.last, _day(days[1])) if days[1] else self.last
        return (first, last) if first <= last else (None, None)

    def _x(self, day: int) -> float:
        share = min(1, (day - self.first) / max(self.last - self.first, 1))
        return round(self.left + share * (self.size.width - _RIGHT - self.left), 1)


def _gap(one: Days, other: Days) -> tuple[int, int, int] | None:
    """Return the days between two stretches, and where on each of them they begin; None where they meet."""
    if one[0] and other[1] and one[0] > other[1]:
        return _day(one[0]) - _day(other[1]), _day(one[0]), _day(other[1])
    if one[1] and other[0] and other[0] > one[1]:
        return _day(other[0]) - _day(one[1]), _day(one[1]), _day(other[0])
    return None


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()
