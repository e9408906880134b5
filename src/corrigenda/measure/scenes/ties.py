"""Scenes of what people and things belong to: a party of the time, a museum in its city and its state, a second citizenship."""

from __future__ import annotations

from random import Random

from corrigenda.measure.article import Writer
from corrigenda.measure.world import World, write_day

_YEAR = 365


def join_party(writer: Writer, rng: Random) -> None:
    """Call a person by the party of the time of an event; half of the people changed the party on a day that is known."""
    world = writer.world
    person = rng.choice(world.roles["person"])
    parties = [world.add("actors", f"party-{n}", "party", label=f"{word} Party", kind="body") for n, word in enumerate(("Elm", "Oak"))]
    event_day = writer.written - rng.randrange(30, 900)
    has_changed = rng.random() < 0.5
    since = event_day - rng.randrange(60, 10 * _YEAR)
    changed = rng.choice((event_day - 40, event_day + 20)) if has_changed else 0
    said = parties[1] if has_changed and changed < event_day else parties[0]
    _tie(world, "party-tie-0", person, parties[0], write_day(since - 50), write_day(changed) if has_changed else "", writer.written + 30)
    if has_changed:
        _tie(world, "party-tie-1", person, parties[1], write_day(changed), "", writer.written + 30)
    claim = writer.claim()
    event = writer.event(claim, "statement")
    writer.date(event, event_day, "day")
    mention = writer.name(person, claim, event)
    word = world.cell("actors", said, "label").split()[0]
    writer.say(
        "tie_mentions", "party-printed", mention_id=mention, relation="member-of-party", other_id=said,
        as_printed=f"the {word}", tie_time="event",
    )  # fmt: skip


def lie_in(writer: Writer, rng: Random) -> None:
    """Call a museum by its city or by its state, and a person by a second citizenship that the reference does not have."""
    world = writer.world
    capital, state = world.roles["capital"][0], world.roles["state"][0]
    museum = world.add("actors", "museum", "museum", label="Museum of Clocks", kind="body")
    ties = {"other_id_confirmed": "true", "end_state": "open", "source_id": "register"}
    world.add("ties", "museum-tie", actor_id=museum, relation="lies-in", other_id=capital, **ties)
    world.add("ties", "capital-tie", actor_id=capital, relation="lies-in", other_id=state, **ties)
    world.add("ties", "capital-tie-1", actor_id=world.roles["capital"][1], relation="lies-in", other_id=world.roles["state"][1], **ties)
    claim = writer.claim()
    mention = writer.name(museum, claim, part="object")
    place = rng.choice((capital, state))
    printed = f"the {world.cell('actors', place, 'label')} museum"
    writer.say("tie_mentions", "place-printed", mention_id=mention, relation="lies-in", other_id=place, as_printed=printed)
    second = writer.claim()
    person = rng.choice(world.roles["person"])
    world.add("ties", "citizen-tie", actor_id=person, relation="citizen-of", other_id=state, **ties)
    other = writer.name(person, second)
    writer.say("tie_mentions", mention_id=other, relation="citizen-of", other_id=world.roles["state"][1], as_printed="a citizen too")


def _tie(world: World, key: str, person: str, party: str, start: str, end: str, as_of: int) -> None:
    cells = {"start": start, "end": end, "end_state": "closed" if end else "open", "as_of": "" if end else write_day(as_of)}
    world.add("ties", key, "party-tie", actor_id=person, relation="member-of-party", other_id=party, source_id="register", **cells)
