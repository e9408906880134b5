"""Scenes of what the reference knows: births, offices taken, documents signed, each told as it was."""

from __future__ import annotations

from random import Random

from corrigenda.measure.article import Writer
from corrigenda.measure.world import EVER, NEVER, read_day

_COARSER = {"day": ("day", "month", "year"), "month": ("month", "year"), "year": ("year",)}


def born(writer: Writer, rng: Random) -> None:
    """Tell when a person was born, no more precisely than the register knows it."""
    world = writer.world
    person = rng.choice(world.roles["person"])
    claim = writer.claim()
    event = writer.event(claim, "birth-of-person", "born")
    writer.name(person, claim, event, part="object", role="born-name")
    _date(writer, rng, event, world.cell("actors", person, "existed_from"), "born-date")


def take_office(writer: Writer, rng: Random) -> None:
    """Tell when a person took an office, by a title that stands apart from the name."""
    world = writer.world
    terms = [term for term in world.terms if term.start[0] > NEVER and term.start[1] < min(writer.written, EVER)]
    if not terms:
        return
    term = rng.choice(terms)
    claim = writer.claim()
    event = writer.event(claim, "start-of-term", "taken")
    writer.name(term.actor_id, claim, event, part="object", role="taken-name")
    label = world.cell("offices", term.office_id, "label")
    writer.say(
        "mentions",
        "taken-office",
        claim_id=claim,
        event_id=event,
        form="title",
        title_printed=label,
        office_id=term.office_id,
        part="object",
    )
    _date(writer, rng, event, world.cell("tenures", term.tenure_id, "start"), "taken-date")


def nominate(writer: Writer, rng: Random) -> None:
    """Tell when somebody was named for an office whose holders are all known, some months before the term."""
    world = writer.world
    since = {row["office_id"]: read_day(row["since"]) for _, row in world.listed("completeness") if "office_id" in row}
    terms = [
        term
        for term in world.terms
        if (known := since.get(term.office_id)) and known[0] + 400 < term.start[0] == term.start[1] < writer.written - 800
    ]
    if not terms:
        return
    term = rng.choice(terms)
    claim = writer.claim()
    event = writer.event(claim, "nomination-to-office", "nominated")
    writer.name(term.actor_id, claim, event, part="object", role="nominee")
    label = world.cell("offices", term.office_id, "label")
    cells = {"form": "title", "title_printed": label, "office_id": term.office_id, "part": "object"}
    writer.say("mentions", "nominee-office", claim_id=claim, event_id=event, **cells)
    writer.date(event, term.start[0] - rng.randrange(20, 300), "day", role="nominee-date")


def sign(writer: Writer, rng: Random) -> None:
    """Tell who signed a treaty, where and when, or a charter; of the treaty both who signed it."""
    _sign(writer, rng, rng.choice(("treaty", "charter")))


def enact(writer: Writer, rng: Random) -> None:
    """Tell who signed a law and on what day."""
    _sign(writer, rng, "law")


def _sign(writer: Writer, rng: Random, word: str) -> None:
    world = writer.world
    milestone = world.roles[f"{word}-signed"][0]
    known = world.row("milestones", milestone)
    claim = writer.claim()
    event = writer.event(claim, known["kind_id"], f"{word}-event", about=known["about"])
    for _, party in world.listed("participants"):
        if party["milestone_id"] == milestone:
            role = f"{word}-{'place' if party['part'] == 'place' else 'signer'}"
            writer.name(party["actor_id"], claim, event, part=party["part"], role=role)
    _date(writer, rng, event, known["day"], f"{word}-date", exact=word == "law")


def _date(writer: Writer, rng: Random, event: str, text: str, role: str, exact: bool = False) -> None:
    """Print a date of the register as precise as there, or less."""
    days = read_day(text)
    if days is not None:
        precision = {10: "day", 7: "month", 4: "year"}[len(text)]
        writer.date(event, days[0], precision if exact else rng.choice(_COARSER[precision]), role=role)
