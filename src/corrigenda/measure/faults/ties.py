"""Faults of ties: another party, another city, a party of another time."""

from __future__ import annotations

from random import Random

from corrigenda.measure.faults import Planted, change, fault, some
from corrigenda.measure.world import World, read_day, write_day


@fault("tie-unlike-reference")
def other_party_printed(world: World, rng: Random) -> Planted | None:
    """Print the party that the person did not belong to on the day of the event."""
    key = some(world, rng, "party-printed")
    if key is None:
        return None
    other = next(party for party in world.roles["party"] if party != world.cell("tie_mentions", key, "other_id"))
    word = world.cell("actors", other, "label").split()[0]
    return change(world, "tie_mentions", key, other_id=other, as_printed=f"the {word}")


@fault("tie-unlike-reference", others=("tie-unlike-reference",))
def joined_too_late(world: World, rng: Random) -> Planted | None:
    """Let the person join the party only after the event; whoever changed the party is left alone."""
    key = some(world, rng, "party-printed")
    if key is None or len(world.roles["party-tie"]) > 1:
        return None
    tie = world.roles["party-tie"][0]
    event = world.days[world.cell("mentions", world.cell("tie_mentions", key, "mention_id"), "event_id")]
    known = read_day(world.cell("ties", tie, "as_of"))
    day = event[1] + rng.randrange(1, 20)
    return change(world, "ties", tie, start=write_day(day)) if known and day < known[0] else None


@fault("tie-unlike-reference")
def other_city_printed(world: World, rng: Random) -> Planted | None:
    """Put the museum into the capital of another state."""
    key = some(world, rng, "place-printed")
    if key is None:
        return None
    other = world.roles["capital"][1]
    return change(world, "tie_mentions", key, other_id=other, as_printed=f"the {world.cell('actors', other, 'label')} museum")


@fault("tie-reversed")
def start_and_end_swapped(world: World, rng: Random) -> Planted | None:
    """Swap start and end of a tie that is closed."""
    closed = [key for key in world.roles["party-tie"] if world.cell("ties", key, "end")]
    if not closed:
        return None
    key = rng.choice(closed)
    return change(world, "ties", key, start=world.cell("ties", key, "end"), end=world.cell("ties", key, "start"))
