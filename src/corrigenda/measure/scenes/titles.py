"""Scenes of titles: the same holder counted twice in one article."""

from __future__ import annotations

from random import Random

from corrigenda.measure.article import Writer

_ENDS = {1: "st", 2: "nd", 3: "rd"}


def ordinal(number: int) -> str:
    """Write a number as an ordinal.

    >>> ordinal(11), ordinal(22), ordinal(40)
    ('11th', '22nd', '40th')
    """
    return f"{number}{'th' if 10 < number % 100 < 20 else _ENDS.get(number % 10, 'th')}"


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
