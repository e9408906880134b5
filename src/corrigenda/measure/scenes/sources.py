"""Scenes of sources: chains that end in somebody, hearsay that stays hearsay, speech with its speaker, a report of a report."""

from __future__ import annotations

from random import Random

from corrigenda.measure.article import Writer
from corrigenda.measure.world import write_day


def chain(writer: Writer, rng: Random) -> None:
    """Tell a claim that one person makes to a paper and another to the article; what follows from it stays reported."""
    world = writer.world
    paper, (first, person) = rng.choice(world.roles["paper"]), rng.sample(world.roles["person"], 2)
    claim = writer.claim("retold", modality="reported", statement="the programme is delayed")
    told = _attribute(writer, claim, "via", actor_id=paper, verb="tells", verb_id="tells")
    _attribute(writer, claim, "retold-end", actor_id=first, verb="says", verb_id="says", via=told)
    _attribute(writer, claim, "direct", actor_id=person, verb="says", verb_id="says")
    writer.name(paper, claim, part="source")
    writer.name(first, claim, part="source")
    after = writer.claim("following", modality="reported", given=claim, statement="the delay is long")
    _attribute(writer, after, "end", actor_id=person, verb="says", verb_id="says")
    writer.name(person, after, part="source")
    settled = writer.claim("settled", statement="the programme is there")
    writer.claim("grounded", given=settled, statement="it costs money")


def two_roots(writer: Writer, rng: Random) -> None:
    """Tell a claim that two papers have, each from another person, and that a third person makes to the article itself."""
    world = writer.world
    people = rng.sample(world.roles["person"], 3)
    claim = writer.claim("two-sourced", modality="reported")
    for paper, person in zip(world.roles["paper"], people, strict=False):
        told = _attribute(writer, claim, "root-via", actor_id=paper, verb="tells", verb_id="tells")
        _attribute(writer, claim, "root", actor_id=person, verb="says", verb_id="says", via=told)
    _attribute(writer, claim, "third", actor_id=people[2], verb="says", verb_id="says")


def reveal(writer: Writer, rng: Random) -> None:
    """Tell what a person by name reveals; it is on record."""
    world = writer.world
    claim = writer.claim(modality="reported")
    person = rng.choice(world.roles["person"])
    _attribute(writer, claim, "factive", actor_id=person, verb="reveals", verb_id="reveals")
    writer.name(person, claim, part="source")


def quote(writer: Writer, rng: Random) -> None:
    """Quote words with the person who says them, and a term in marks that is nobody's speech."""
    world = writer.world
    claim = writer.claim(modality="reported")
    person = rng.choice(world.roles["person"])
    said = _attribute(writer, claim, "quoted", actor_id=person, verb="says", verb_id="says")
    writer.name(person, claim, part="source")
    writer.say("quotations", "speech", claim_id=claim, as_printed="we are ready", use="speech", attribution_id=said)
    if rng.random() < 0.5:
        writer.say("quotations", "marked-term", claim_id=claim, as_printed="wall of glass", use="term")


def poll(writer: Writer, rng: Random) -> None:
    """Tell what a poll found out and who made it, and what anybody can see, of nobody."""
    claim = writer.claim("polled", needs_source=rng.choice(("poll", "estimate", "study")))
    _attribute(writer, claim, "pollster", actor_id=rng.choice(writer.world.roles["paper"]), verb="says", verb_id="says")
    writer.claim("plain")


def cite(writer: Writer, rng: Random) -> None:
    """Cite a report of a paper and say of its sources what the report itself says."""
    world = writer.world
    paper, about = world.roles["paper"][1], world.roles["programme"][1]
    body = rng.choice(world.roles["body"])
    day = writer.written - rng.randrange(3, 40)
    world.add("citations", "cited", "citation", actor_id=paper, about=about, published=write_day(day), naming="anonymous", affiliation=body)
    claim = writer.claim("cited-claim", modality="reported")
    event = writer.event(claim, "report", "cited-report", about=about)
    writer.date(event, day, "day", role="cited-date")
    writer.name(paper, claim, event)
    writer.name(about, claim, event, part="object")
    told = _attribute(writer, claim, "cited-via", actor_id=paper, verb="tells", verb_id="tells", event_id=event)
    _attribute(
        writer, claim, "cited-end", naming="anonymous", described="officials", affiliation=body, verb="says", verb_id="says", via=told
    )
    # A person by name tells the article as well, so that the claim does not rest on unnamed people alone.
    _attribute(writer, claim, "cited-named", actor_id=rng.choice(world.roles["person"]), verb="says", verb_id="says")


def tell(writer: Writer, rng: Random) -> None:
    """Tell a past event, and when somebody told of it: some weeks later."""
    world = writer.world
    person, day = rng.choice(world.roles["person"]), writer.written - rng.randrange(300, 900)
    claim = writer.claim(modality="reported")
    event = writer.event(claim, "test", "told-event", about=world.roles["weapon"][0])
    writer.date(event, day, "day", role="told-date")
    telling = writer.event(claim, "statement", "telling")
    writer.date(telling, day + rng.randrange(3, 90), "day", role="telling-date")
    _attribute(writer, claim, "teller", actor_id=person, verb="says", verb_id="says", event_id=telling)
    writer.name(person, claim, telling, part="source")


def _attribute(writer: Writer, claim: str, role: str, **cells: str) -> str:
    return writer.say("attributions", role, claim_id=claim, **{"naming": "named", **cells})
