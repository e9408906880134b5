"""Scenes of dated news: acts that are told by a phrase, a weekday or a day without a year, and the act that an article opens with."""

from __future__ import annotations

from datetime import date
from random import Random

from corrigenda.measure.article import Writer
from corrigenda.measure.world import Days, print_day, span_of, write_day

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# What an article opens with is surely of the last so many days.
FRESH = 92


def _holder(writer: Writer, rng: Random, days: Days) -> tuple[str, str] | None:
    """Draw somebody who surely held an office on all of some days, with the office."""
    world = writer.world
    offices = {*world.roles["head"], *world.roles["minister"]}
    held = [(t.actor_id, t.office_id) for t in world.terms if t.office_id in offices and t.held[0] <= days[0] and days[1] <= t.held[1]]
    return rng.choice(sorted(held)) if held else None


def _act(writer: Writer, rng: Random, days: Days, role: str) -> str | None:
    """Tell an act in office of some days by somebody who held the office on all of them; None where nobody did."""
    found = _holder(writer, rng, days)
    if found is None:
        return None
    claim = writer.claim()
    event = writer.event(claim, "decision", "news", about=writer.world.roles["programme"][2])
    writer.titled(*found, claim, event, role)
    writer.world.days[event] = days
    return event


def _phrases(day: int) -> dict[str, Days]:
    """Return the days that phrases mean to any reader, by their key, counted from a day."""
    at = date.fromordinal(day)
    monday = day - at.weekday()
    before = date(at.year, at.month, 1).toordinal() - 1
    # A week begins on Sunday or on Monday; on a Sunday the two are a week apart.
    last_week = (monday - 8, monday - 1) if at.weekday() < 6 else (monday - 7, day - 1)
    return {
        "yesterday": (day - 1, day - 1),
        "last-week": last_week,
        "last-month": span_of(before, "month"),
        "last-year": span_of(date(at.year - 1, 6, 1).toordinal(), "year"),
    }


def phrase(writer: Writer, rng: Random) -> None:
    """Tell an act by a phrase that counts from the day of writing, at times with its date as well."""
    if not writer.is_dated:
        return
    key, days = rng.choice(sorted(_phrases(writer.written).items()))
    event = _act(writer, rng, days, "news-title")
    if event:
        printed = {"edtf": write_day(rng.randint(*days))} if rng.random() < 0.3 else {}
        writer.say("dates", "phrase-date", event_id=event, kind="date", as_printed=key.replace("-", " "), phrase_id=key, **printed)


def weekday(writer: Writer, rng: Random) -> None:
    """Tell an act by its weekday alone: the last one up to the day of writing."""
    day = writer.written - rng.randrange(7)
    event = _act(writer, rng, (day, day), "news-title") if writer.is_dated else None
    if event:
        name = _NAMES[(day - 1) % 7]
        writer.say("dates", "bare-weekday", event_id=event, kind="date", as_printed=f"on {name.title()}", weekday=name)


def nearest(writer: Writer, rng: Random) -> None:
    """Tell an act by its day without the year, which is the nearest one in the past; a weekday stands beside some."""
    day = writer.written - rng.randrange(330)
    event = _act(writer, rng, (day, day), "news-title") if writer.is_dated and write_day(day)[5:] != "02-29" else None
    if event:
        name = {"weekday": _NAMES[(day - 1) % 7]} if rng.random() < 0.5 else {}
        printed = print_day(day, year=False)
        writer.say("dates", "nearest-date", event_id=event, kind="date", as_printed=printed, edtf="XXXX" + write_day(day)[4:], **name)


def lead(writer: Writer, rng: Random) -> None:
    """Open the article with an act in office that nothing dates."""
    if writer.is_dated:
        _act(writer, rng, (writer.written - FRESH, writer.written), "lead-title")
