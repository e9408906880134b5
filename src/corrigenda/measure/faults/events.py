"""Faults of what the reference knows: another day, another person, another place and a contrary act."""

from __future__ import annotations

from random import Random

from corrigenda.measure.faults import Planted, change, fault, some
from corrigenda.measure.world import EVER, NEVER, Days, World, apart, print_day, read_day, shift_years, write_day


def _redate(world: World, rng: Random, key: str, known: list[Days]) -> Planted | None:
    """Shift the year of a date by up to ten so that it is more than a day from all that is known; None where no year is so."""
    text = world.cell("dates", key, "edtf")
    days, precision = read_day(text), {10: "day", 7: "month", 4: "year"}[len(text)]
    if days is None or any(first == NEVER or last == EVER for first, last in known):
        return None
    choices = []
    for years in (-10, -3, -2, -1, 1, 2, 3, 10):
        shifted = write_day(shift_years(days[0], years), precision)
        span = read_day(shifted)
        if span and span[1] <= world.written[1] and all(apart((span[0] - 1, span[1] + 1), one) for one in known):
            choices.append(span[0])
    if not choices:
        return None
    day = rng.choice(choices)
    return change(world, "dates", key, edtf=write_day(day, precision), as_printed=print_day(day, precision), weekday="")


def _known(world: World, key: str) -> list[Days]:
    """Return the days on which the reference has the event of a date that is told of a document."""
    about = world.cell("events", world.cell("dates", key, "event_id"), "about")
    days = [read_day(row["day"]) for _, row in world.listed("milestones") if row.get("about") == about]
    return [one for one in days if one]


def _office_of(world: World, date: str) -> tuple[str, str]:
    """Return the person and the office that the event of a date names."""
    event = world.cell("dates", date, "event_id")
    rows = [row for _, row in world.listed("mentions") if row.get("event_id") == event]
    person, office = (next(row[name] for row in rows if name in row) for name in ("actor_id", "office_id"))
    return person, office


@fault("event-day-unlike-reference")
def born_in_another_year(world: World, rng: Random) -> Planted | None:
    """Print another year of birth."""
    key = some(world, rng, "born-date")
    if key is None:
        return None
    event = world.cell("dates", key, "event_id")
    person = next(row["actor_id"] for _, row in world.listed("mentions") if row.get("event_id") == event)
    born = read_day(world.cell("actors", person, "existed_from"))
    return _redate(world, rng, key, [born]) if born else None


@fault("event-day-unlike-reference")
def office_taken_in_another_year(world: World, rng: Random) -> Planted | None:
    """Print another year in which somebody took an office; one in which that person took it once more would fit."""
    key = some(world, rng, "taken-date")
    if key is None:
        return None
    person, office = _office_of(world, key)
    return _redate(world, rng, key, [term.start for term in world.terms_of(person, office)])


@fault("event-day-unlike-reference")
def signed_in_another_year(world: World, rng: Random) -> Planted | None:
    """Print another year in which a treaty or a charter was signed."""
    key = some(world, rng, "treaty-date", "charter-date")
    return _redate(world, rng, key, _known(world, key)) if key else None


@fault("event-day-unlike-reference")
def signed_on_another_day(world: World, rng: Random) -> Planted | None:
    """Print another day of the month on which a treaty or a charter was signed; the next one can be the time zone."""
    key = some(world, rng, "treaty-date", "charter-date")
    days = read_day(world.cell("dates", key, "edtf")) if key else None
    if key is None or days is None or days[0] != days[1]:
        return None
    day = days[0] - rng.randrange(2, 20)
    return change(world, "dates", key, edtf=write_day(day), as_printed=print_day(day), weekday="")


@fault(possible=("event-day-unlike-reference",))
def named_years_too_early(world: World, rng: Random) -> Planted | None:
    """Date a nomination some years before any term of the person in the office, within what all holders are known of."""
    key = some(world, rng, "nominee-date")
    if key is None:
        return None
    person, office = _office_of(world, key)
    since = next(read_day(row["since"]) for _, row in world.listed("completeness") if row.get("office_id") == office)
    day = read_day(world.cell("dates", key, "edtf"))
    if since is None or day is None:
        return None
    terms = [(term.start[0] - 366, term.end[1]) for term in world.terms_of(person, office)]
    shifted = [shift_years(day[0], -years) for years in range(2, 8)]
    choices = [one for one in shifted if one > since[1] and all(apart((one, one), term) for term in terms)]
    if not choices:
        return None
    wrong = rng.choice(choices)
    return change(world, "dates", key, edtf=write_day(wrong), as_printed=print_day(wrong), weekday="")


@fault("act-without-office")
def signed_by_somebody_out_of_office(world: World, rng: Random) -> Planted | None:
    """Name as the signer somebody all of whose offices are known, none of them held at that time."""
    key = some(world, rng, "law-signer", "charter-signer", "treaty-signer")
    if key is None:
        return None
    days = world.days[world.cell("mentions", key, "event_id")]
    held = {person: [term.reach for term in world.terms if term.actor_id == person] for person in world.roles["person"]}
    busy = {person for person, terms in held.items() if not terms or not all(apart(reach, days) for reach in terms)}
    return _swap(world, rng, key, "person", _named(world, key) | busy)


def _swap(world: World, rng: Random, key: str | None, role: str, besides: set[str]) -> Planted | None:
    """Put another actor of a role in the place of the one who is named."""
    others = sorted(set(world.roles[role]) - besides)
    if key is None or not others:
        return None
    actor = rng.choice(others)
    return change(world, "mentions", key, actor_id=actor, name_printed=world.cell("actors", actor, "label"))


def _named(world: World, key: str | None) -> set[str]:
    """Return all who are named in the event of a mention."""
    event = world.cell("mentions", key, "event_id") if key else ""
    return {row["actor_id"] for _, row in world.listed("mentions") if event and row.get("event_id") == event and "actor_id" in row}


@fault("participant-unlike-reference")
def another_signed_the_charter(world: World, rng: Random) -> Planted | None:
    """Name another person as the only one who signed."""
    key = some(world, rng, "charter-signer")
    return _swap(world, rng, key, "person", _named(world, key))


@fault(possible=("participant-unlike-reference",))
def another_signed_the_treaty(world: World, rng: Random) -> Planted | None:
    """Name another person for one of the two who signed; the register may not name all."""
    key = some(world, rng, "treaty-signer")
    return _swap(world, rng, key, "person", _named(world, key))


@fault("place-unlike-reference")
def signed_in_the_other_capital(world: World, rng: Random) -> Planted | None:
    """Put the signing of a treaty into the capital of the other state."""
    key = some(world, rng, "treaty-place")
    return _swap(world, rng, key, "capital", _named(world, key))


@fault("place-unlike-reference")
def signed_in_another_town(world: World, rng: Random) -> Planted | None:
    """Put the signing of a treaty into another town of the same state."""
    key = some(world, rng, "treaty-place")
    if key is None:
        return None
    state = world.cell("actors", world.cell("mentions", key, "actor_id"), "state")
    return _swap(world, rng, key, "town", {town for town in world.roles["town"] if world.cell("actors", town, "state") != state})


@fault("outside-lifetime")
def office_taken_after_death(world: World, rng: Random) -> Planted | None:
    """Let somebody take an office who had died before."""
    key, dead = some(world, rng, "taken-name"), world.roles["dead"]
    if key is None or not dead:
        return None
    died, days = read_day(world.cell("actors", dead[0], "existed_to")), world.days[world.cell("mentions", key, "event_id")]
    return _swap(world, rng, key, "dead", set()) if died and days[0] > died[1] else None


@fault("act-unlike-reference")
def vetoed_for_signed(world: World, rng: Random) -> Planted | None:
    """Tell as vetoed, on the very day, what was signed."""
    key = some(world, rng, "law-event")
    return change(world, "events", key, kind_id="veto-of-law") if key else None
