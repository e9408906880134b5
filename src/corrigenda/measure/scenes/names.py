"""Scenes of names: in full, by family name, of the time, as a term, a capital for its government."""

from __future__ import annotations

from random import Random

from corrigenda.measure.article import Writer
from corrigenda.measure.world import read_day


def introduce(writer: Writer, rng: Random) -> None:
    """Name a person in full and then by the family name, a Japanese one at times; a capital stands for its government."""
    world = writer.world
    person = rng.choice(world.roles[rng.choice(("japanese", "two-spellings", "namesake", "person"))])
    claim = writer.claim()
    event = writer.event(claim, "statement")
    writer.date(event, writer.written - rng.randrange(30, 900))
    writer.name(person, claim, event, role="full-name", name_time="writing")
    second = writer.claim()
    family = world.cell("actors", person, "label").split()[-1]
    writer.name(person, second, role="family-name", name_printed=family, name_time="writing", part="object")
    capital = world.cell("actors", world.roles["capital"][0], "label")
    writer.name(world.roles["state"][0], second, form="metonym", name_printed=capital, role="metonym", part="agent")


def rename(writer: Writer, rng: Random) -> None:
    """Name a programme as it was called at the time of the event: before it was renamed, or after."""
    world = writer.world
    programme = world.roles["programme"][0]
    old, new = world.roles["old-name"][0], world.roles["new-name"][0]
    renamed = read_day(world.cell("names", new, "used_from"))
    assert renamed  # noqa: S101  (drawn as a day)
    before = rng.random() < 0.5
    day = renamed[0] - rng.randrange(400, 900) if before else renamed[0] + rng.randrange(1, 900)
    claim = writer.claim()
    event = writer.event(claim, "test", "named-event", about=programme)
    writer.date(event, day, "day", role="named-date")
    told = world.cell("names", old if before else new, "name")
    writer.name(programme, claim, event, role="old-named" if before else "new-named", name_printed=told, name_time="event", part="object")


def term(writer: Writer, rng: Random) -> None:
    """Name a weapon by its technical designation."""
    claim = writer.claim()
    weapon = writer.world.roles["weapon"][0]
    event = writer.event(claim, "test", about=weapon)
    writer.date(event, writer.written - rng.randrange(30, 900))
    writer.name(weapon, claim, event, form="term", role="term", part="object", name_time="writing")
