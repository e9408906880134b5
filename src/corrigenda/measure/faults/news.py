"""Faults of dated news: a date beside a phrase, a weekday beside a day without a year, who opens the news, a day of publication to come."""

from __future__ import annotations

from random import Random

from corrigenda.measure.faults import Planted, change, fault, some
from corrigenda.measure.world import World, apart, print_day, read_day, shift_years, write_day

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@fault("relative-date-mismatch")
def date_beside_phrase_wrong(world: World, rng: Random) -> Planted | None:
    """Print a date beside a phrase that is two days or more outside all that the phrase can mean."""
    key = some(world, rng, "phrase-date")
    if key is None:
        return None
    first, last = world.days[world.cell("dates", key, "event_id")]
    day = rng.choice((first - rng.randrange(2, 500), last + rng.randrange(2, 500)))
    words = world.cell("dates", key, "as_printed")
    return change(world, "dates", key, edtf=write_day(day), as_printed=f"{words}, on {print_day(day)}")


@fault(possible=("weekday-mismatch",))
def weekday_of_nearest_wrong(world: World, rng: Random) -> Planted | None:
    """Print another day of the week beside a day without its year."""
    key = some(world, rng, "nearest-date")
    if key is None or not world.cell("dates", key, "weekday"):
        return None
    others = [day for day in _WEEKDAYS if day != world.cell("dates", key, "weekday")]
    return change(world, "dates", key, weekday=rng.choice(others))


@fault("office-outside-tenure")
def opening_by_another_holder(world: World, rng: Random) -> Planted | None:
    """Let somebody do what an article opens with whose every term had ended more than three months before the writing."""
    key = some(world, rng, "lead-title")
    if key is None:
        return None
    row = world.row("mentions", key)
    days = world.days[row["event_id"]]
    held = {t.actor_id for t in world.terms if t.office_id == row["office_id"]}
    people = sorted(p for p in held if all(apart(t.reach, days) for t in world.terms_of(p, row["office_id"])))
    if not people:
        return None
    person = rng.choice(people)
    return change(world, "mentions", key, actor_id=person, name_printed=world.cell("actors", person, "label"))


@fault("publication-too-late")
def published_ahead(world: World, rng: Random) -> Planted | None:
    """Print a year of publication that is still to come on the day of the check."""
    listed = world.rows.get("articles", {})
    days = read_day(world.cell("articles", world.key, "published")) if world.key in listed else None
    return change(world, "articles", world.key, published=write_day(shift_years(days[0], rng.randrange(20, 60)))) if days else None
