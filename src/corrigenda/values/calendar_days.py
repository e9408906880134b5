"""Days that words count from the day of writing: "yesterday", "last month", "on Monday", "Dec. 26" without a year.

A calendar phrase means whole units of the calendar (days, weeks, months …) and not a length of time. A unit is counted from the one
that holds the day of writing: 0 is that one, -1 the one before, 1 the one after. Of units that have a name (a weekday, a month, a
season, a date without a year) only those of that name count, and 0 is there only where the day of writing lies in one.
Where people draw a unit differently, all ways count: a week begins on Sunday or on Monday, and a season is of the north or of the south.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from corrigenda.values.edtf import EARLIEST, LATEST, parse_edtf
from corrigenda.values.seasons import season_of

Days = tuple[int, int]
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Months and years by how many of them make one unit.
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
# A day of writing that is known less exactly than this anchors nothing.
_WIDEST = 31


@dataclass(frozen=True)
class CalendarPhrase:
    """Hold which units a phrase means, from the `first` to the `last` one.

    `side` is `past` where only the days up to the writing are meant ("earlier this month"), `future` where only those from it on,
    `nearest` where it is the nearest unit that fits the tense ("on Monday"), and None where all days of the units are.
    """

    unit: str
    first: int
    last: int
    side: str | None = None


# What a weekday or a date without a year means by itself.
BARE = {"weekday": CalendarPhrase("weekday", -1, 1, "nearest"), "date": CalendarPhrase("date", -1, 1, "nearest")}


def count_days(phrase: CalendarPhrase, name: str | None, written: Days, tense: str = "unstated") -> tuple[Days, ...]:
    """Return the runs of days that a phrase can mean, counted from each day on which the text can have been written.

    `name` is the weekday or the date without a year where the unit is one, and `tense` that of the event: past, present, future or
    unstated. Days are ordinals. Nothing is returned where the day of writing is not known to a month, or no day fits.

    >>> from corrigenda.values.edtf import iso, ordinal
    >>> def say(runs): return [f"{iso(first)}/{iso(last)}" for first, last in runs]
    >>> written = (ordinal("2022-05-06"),) * 2
    >>> say(count_days(CalendarPhrase("month", -1, -1), None, written))
    ['2022-04-01/2022-04-30']
    >>> say(count_days(BARE["weekday"], "monday", written, "past")), say(count_days(BARE["date"], "XXXX-12-26", written, "future"))
    (['2022-05-02/2022-05-02'], ['2022-12-26/2022-12-26'])
    """
    first, last = written
    if last - first >= _WIDEST:
        return ()
    return _join(run for day in range(first, last + 1) for run in _count_from(phrase, name, day, tense))


@lru_cache(maxsize=65536)
def _count_from(phrase: CalendarPhrase, name: str | None, day: int, tense: str) -> tuple[Days, ...]:
    found = []
    for around in _units(phrase.unit, name, day):
        units = _numbered(around, day)
        if phrase.side == "nearest":
            found += _nearest({at: run for at, run in units.items() if phrase.first <= at <= phrase.last}, day, tense)
        else:
            found += [_clip(run, day, phrase.side) for at, run in units.items() if phrase.first <= at <= phrase.last]
    if phrase.unit == "weekend":
        # A weekend is counted by its Saturday, and may begin on the Friday.
        found = [(first - 1, last) for first, last in found]
    # The day before the first day of the calendar is none, nor is the one after the last.
    return tuple(run for run in found if EARLIEST <= run[0] <= run[1] <= LATEST)


def _nearest(units: dict[int, Days], day: int, tense: str) -> list[Days]:
    """Choose the unit that holds the day of writing, or else the next one on the side of the tense; without a tense, either."""
    if tense == "unstated" or (tense == "present" and 0 not in units):
        return list(units.values())
    nearest = units.get(0) or units.get(1 if tense == "future" else -1)
    chosen = [nearest] if nearest else []
    if tense == "past" and 0 not in units and 1 in units and units[1] == (day + 1, day + 1) and day - units.get(-1, (day, day))[1] > 7:
        # "On May 7", printed on the sixth, is another time zone's day more likely than one of last year.
        chosen.append(units[1])
    return chosen


def _clip(run: Days, day: int, side: str | None) -> Days:
    return run[0] if side != "future" else max(run[0], day), run[1] if side != "past" else min(run[1], day)


def _numbered(runs: Iterable[Days], day: int) -> dict[int, Days]:
    """Number the units of a calendar, of which none overlap, by their place before and after a day."""
    before = sorted(run for run in runs if run[1] < day)
    here = [run for run in runs if run[0] <= day <= run[1]]
    after = sorted(run for run in runs if run[0] > day)
    numbered = {n - len(before): run for n, run in enumerate(before)} | dict(enumerate(after, 1))
    return numbered | {0: here[0]} if here else numbered


def _units(unit: str, name: str | None, day: int) -> Iterator[list[Days]]:
    """Yield the units around a day, for each way in which people draw them."""
    if unit == "day":
        yield [(at, at) for at in range(day - 400, day + 401)]
    elif unit == "week":
        # Day 1 of the calendar is a Monday.
        yield from (_weekly(day, start, 7) for start in (0, 6))
    elif unit == "weekend":
        yield _weekly(day, 5, 2)
    elif unit == "weekday":
        if name in WEEKDAYS:
            yield _weekly(day, WEEKDAYS.index(name), 1)
    elif unit in _MONTHS:
        yield list(_monthly(day, _MONTHS[unit]))
    else:
        for south in (False, True) if season_of(name or "") else (False,):
            yield list(_yearly(day, name or "", south))


def _weekly(day: int, start: int, length: int) -> list[Days]:
    """List the runs that begin on one weekday (0 is Monday), those of twenty weeks before and after a day."""
    monday = day - (day - 1) % 7
    return [(at, at + length - 1) for week in range(-20, 21) if (at := monday + start + 7 * week) >= EARLIEST and at + length <= LATEST]


def _monthly(day: int, months: int) -> Iterator[Days]:
    """Yield the units of so many months, from the first month of a year on: those near a day."""
    known = date.fromordinal(day)
    here = (known.year * 12 + known.month - 1) // months
    for place in range(here - 40, here + 41):
        first, last = place * months, place * months + months - 1
        if first >= 12 and last < 120000:
            year, month = divmod(last, 12)
            yield date(first // 12, first % 12 + 1, 1).toordinal(), date(year, month + 1, monthrange(year, month + 1)[1]).toordinal()


def _yearly(day: int, name: str, south: bool) -> Iterator[Days]:
    """Yield the days of a date without a year in the years around a day; a leap day is not in all of them."""
    here = date.fromordinal(day).year
    for year in range(max(1, here - 9), min(9999, here + 9) + 1):
        text = name.replace("XXXX", f"{year:04}").rstrip("~?%")
        if season := season_of(name):
            # One hemisphere at a time, so that a season comes once a year.
            text = f"{year:04}-{season + (8 if south else 4)}"
        try:
            span = parse_edtf(text)
        except ValueError:
            continue
        if span.first is not None and span.last is not None:
            # A season over the turn of the year may be meant of either year: it comes once all the same.
            yield span.first, min(span.last, span.first + 115)


def _join(runs: Iterable[Days]) -> tuple[Days, ...]:
    """Join runs of days that touch or overlap."""
    joined: list[Days] = []
    for first, last in sorted(set(runs)):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(joined[-1][1], last)
        else:
            joined.append((first, last))
    return tuple(joined)
