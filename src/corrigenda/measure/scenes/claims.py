"""Scenes of claims: the first of its kind, something that never was, affairs at home, what is expected and said so."""

from __future__ import annotations

from random import Random

from corrigenda.measure.article import Writer
from corrigenda.measure.world import read_day, write_day

YEAR = 365


def first(writer: Writer, rng: Random) -> None:
    """Tell that a state joined a programme, for the first time where it was the first; later ones are told as what they were."""
    world = writer.world
    number = rng.randrange(3)
    joined = world.row("milestones", world.roles["joined"][number])
    day = read_day(joined["day"])
    assert day  # noqa: S101  (drawn as a day)
    claim = writer.claim("first-claim" if number == 0 else "later-claim")
    event = writer.event(claim, "join-programme", "joining" if number else "first-joining", about=joined["about"])
    writer.date(event, day[0], "day", role="joining-date")
    writer.name(world.roles["state"][0], claim, event)
    if number == 0:
        cells = {
            "kind": "first",
            "as_printed": "for the first time",
            "actor_id": world.roles["state"][0],
            "category_id": world.roles["category"][0],
        }
        writer.say("firsts", "first", claim_id=claim, event_id=event, **cells)


def first_of_class(writer: Writer, rng: Random) -> None:
    """Tell that a composer got a prize, as the first composer where nobody of that class got it before."""
    world = writer.world
    group = world.add("actors", "composers", "class", label="composers", kind="group")
    prize = world.add("actors", "prize", label="the Sea Prize", kind="programme", topic="prize")
    category = world.add("categories", "prizes", definition="Somebody gets the prize", kind_id="award-event", topic="prize")
    world.roles["class-category"] = [category]
    number, people = rng.randrange(2), rng.sample(world.roles["person"], 2)
    days = [writer.written - years * YEAR - rng.randrange(200) for years in (9, 2)]
    for place, (person, day) in enumerate(zip(people, days, strict=True)):
        world.add("ties", f"composer-{place}", actor_id=person, relation="one-of", other_id=group)
        won = world.add(
            "milestones",
            f"won-{place}",
            label="the prize is given",
            kind_id="award-event",
            about=prize,
            day=write_day(day),
            known_from=write_day(day),
        )
        world.add("participants", f"won-{place}/a", milestone_id=won, actor_id=person, part="object")
    claim = writer.claim()
    event = writer.event(claim, "award-event", "class-joining" if number else "class-first", about=prize)
    writer.date(event, days[number], "day")
    writer.name(people[number], claim, event, part="object", role="prized")
    if number == 0:
        cells = {"kind": "first", "as_printed": "the first composer", "actor_id": people[0], "class_id": group, "category_id": category}
        writer.say("firsts", "class-first-row", claim_id=claim, event_id=event, **cells)


def count_again(writer: Writer, rng: Random) -> None:
    """Tell that a state joined a programme for the second or the third time, as it did."""
    world = writer.world
    number = rng.choice((1, 2))
    joined = world.row("milestones", world.roles["joined"][number])
    day = read_day(joined["day"])
    assert day  # noqa: S101  (drawn as a day)
    claim = writer.claim()
    event = writer.event(claim, "join-programme", "joining-again", about=joined["about"])
    writer.date(event, day[0], "day", role="joining-again-date")
    writer.name(world.roles["state"][0], claim, event)
    word = ("second", "third")[number - 1]
    cells = {"kind": "nth", "number": str(number + 1), "as_printed": f"for the {word} time", "actor_id": world.roles["state"][0]}
    writer.say("firsts", f"{word}-time", claim_id=claim, event_id=event, category_id=world.roles["category"][0], **cells)


def deny(writer: Writer, rng: Random) -> None:
    """Tell that the other state, which nobody knows to have joined anything, never did, or does not."""
    world = writer.world
    claim = writer.claim("denied", polarity="denied")
    state, kind = world.roles["state"][1], rng.choice(("never", "not"))
    writer.name(state, claim)
    writer.say("firsts", kind, claim_id=claim, kind=kind, as_printed=kind, actor_id=state, category_id=world.roles["category"][0])


def home(writer: Writer, rng: Random) -> None:
    """Tell of affairs at home, and name people of that country or of a group in it."""
    state = rng.choice(writer.world.roles["state"])
    writer.claim("home", scope_state=state, scope_of=state)


def expect(writer: Writer, rng: Random) -> None:
    """Tell what will surely come, what may come, and what may follow from that, each in words of that certainty."""
    paper, given = writer.world.roles["paper"][0], ""
    for word, modality, role in (("will", "asserted", "will"), ("may", "hedged", "may"), ("may", "hedged", "then")):
        claim = writer.claim(f"{role}-claim", modality=modality, given=given)
        event = writer.event(claim, "test", f"{role}-event", tense="future", about=writer.world.roles["weapon"][0])
        writer.date(event, writer.written + rng.randrange(20, 200), "day", role="coming-date")
        writer.say("dates", f"{role}-word", event_id=event, kind="tense", as_printed=word, phrase_id=word)
        if role != "then":
            writer.say("attributions", "expects", claim_id=claim, actor_id=paper, naming="named", verb="says", verb_id="says")
        given = claim if word == "may" else ""
