"""Scenes of titles: the same holder counted twice in one article."""

from __future__ import annotations

from random import Random

from corrigenda.measure.article import Writer
from corrigenda.measure.world import write_day

_NAMED = {"language": "en", "rank": "secondary"}
_ENDS = {1: "st", 2: "nd", 3: "rd"}


def ordinal(number: int) -> str:
    """Write a number as an ordinal.

    >>> ordinal(11), ordinal(22), ordinal(40)
    ('11th', '22nd', '40th')
    """
    return f"{number}{'th' if 10 < number % 100 < 20 else _ENDS.get(number % 10, 'th')}"


def rename_title(writer: Writer, rng: Random) -> None:
    """Call a minister by the title of that time, where the office was given another one some years before or after."""
    world = writer.world
    for office in rng.sample(world.roles["minister"], len(world.roles["minister"])):
        person = rng.choice(sorted({term.actor_id for term in world.terms if term.office_id == office}))
        found = writer.day_in(person, office, writer.written)
        if not found:
            continue
        day, precision = found
        is_old = rng.random() < 0.5
        changed = day + (1 if is_old else -1) * rng.randrange(2, 5) * 365
        old = world.add(
            "names", "title-old", "old-title", office_id=office, name="Minister for Harbours", used_to=write_day(changed), **_NAMED
        )
        new = world.add(
            "names", "title-new", "new-title", office_id=office, name="Minister for Ports", used_from=write_day(changed), **_NAMED
        )
        claim = writer.claim()
        event = writer.event(claim, "decision")
        printed = world.cell("names", old if is_old else new, "name")
        writer.titled(person, office, claim, event, "renamed-title", title_printed=printed, title_time="event")
        writer.date(event, day, precision)
        return


def count_holders(writer: Writer, rng: Random) -> None:
    """Call somebody who held an office once by the number that this makes among its holders, in two sentences."""
    world = writer.world
    choices = []
    for office in world.roles["minister"]:
        people = sorted({term.actor_id for term in world.terms if term.office_id == office})
        once = [person for person in people if len(world.terms_of(person, office)) == 1]
        choices += [(person, office, *found) for person in once if (found := writer.day_in(person, office, writer.written))]
    if not choices:
        return
    person, office, day, precision = rng.choice(choices)
    title = f"{ordinal(rng.randrange(4, 40))} {world.cell('offices', office, 'label')}"
    claim = writer.claim()
    event = writer.event(claim, "statement")
    writer.titled(person, office, claim, event, "counted-title", title_printed=title, title_time="event")
    writer.date(event, day, precision)
    again = writer.claim()
    writer.titled(person, office, again, event, "counted-title", title_printed=title, title_time="event")
