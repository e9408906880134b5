"""Faults of claims: a first that is none, a denial of what was, claims that oppose, frames and certainty that do not fit."""

from __future__ import annotations

from random import Random

from corrigenda.measure.faults import Planted, change, fault, insert, some
from corrigenda.measure.world import World


@fault("first-contradicted")
def later_called_first(world: World, rng: Random) -> Planted | None:
    """Call the second or third joining the first or the only one; the earlier one was known when the article was written."""
    event = some(world, rng, "joining")
    if event is None:
        return None
    claim = world.cell("events", event, "claim_id")
    words = world.row("claims", claim)
    kind = rng.choice(("first", "only"))
    return insert(
        world, "firsts", f"{world.key}/planted", "as_printed",
        passage_id=words["passage_id"], start=words["start"], end=words["end"], claim_id=claim, event_id=event, kind=kind,
        as_printed=f"the {kind} time", actor_id=world.roles["state"][0], category_id=world.roles["category"][0],
    )  # fmt: skip


@fault("first-contradicted")
def later_of_class_called_first(world: World, rng: Random) -> Planted | None:
    """Call a composer who got the prize the first composer, years after another one got it."""
    event = some(world, rng, "class-joining")
    if event is None:
        return None
    claim = world.cell("events", event, "claim_id")
    words = world.row("claims", claim)
    person = next(row["actor_id"] for _, row in world.listed("mentions") if row.get("event_id") == event)
    return insert(
        world, "firsts", f"{world.key}/planted", "as_printed",
        passage_id=words["passage_id"], start=words["start"], end=words["end"], claim_id=claim, event_id=event, kind="first",
        as_printed="the first composer", actor_id=person, class_id=world.roles["class"][0], category_id=world.roles["class-category"][0],
    )  # fmt: skip


@fault("ordinal-contradicted")
def third_called_second(world: World, rng: Random) -> Planted | None:
    """Call the third time the second one in a dated article."""
    key = some(world, rng, "third-time")
    if key is None or world.written[0] != world.written[1]:
        return None
    return change(world, "firsts", key, number="2", as_printed="for the second time")


@fault(possible=("ordinal-contradicted",))
def times_overcounted(world: World, rng: Random) -> Planted | None:
    """Count two times more than there were, where all of them are known."""
    key = some(world, rng, "second-time", "third-time")
    if key is None:
        return None
    number = int(world.cell("firsts", key, "number")) + 2
    return change(world, "firsts", key, number=str(number), as_printed=f"for the {number}th time")


@fault("denial-contradicted")
def denied_and_done(world: World, rng: Random) -> Planted | None:
    """Say in a dated article that the state which joined years before never did."""
    key = some(world, rng, "never")
    return change(world, "firsts", key, actor_id=world.roles["state"][0]) if key and world.written[0] == world.written[1] else None


@fault(possible=("denial-contradicted",))
def denied_and_gone_on(world: World, rng: Random) -> Planted | None:
    """Say that the state which joined years before takes no part now; it may have left."""
    key = some(world, rng, "not")
    return change(world, "firsts", key, actor_id=world.roles["state"][0]) if key and world.written[0] == world.written[1] else None


@fault("claims-oppose")
def asserted_and_denied(world: World, rng: Random) -> Planted | None:
    """Deny in one sentence what another asserts of the same event."""
    event = some(world, rng, "joining", "first-joining")
    if event is None:
        return None
    claim = world.cell("events", event, "claim_id")
    row = world.row("claims", claim)
    after = world.copy()
    key = f"{world.key}/opposed"
    cells = {name: row[name] for name in ("passage_id", "start", "end", "statement", "modality")}
    after.rows["claims"][key] = {**cells, "polarity": "denied"}
    told = world.row("events", event)
    after.rows["events"][f"{key}-event"] = {**told, "claim_id": key}
    for number, (_, mention) in enumerate(world.listed("mentions")):
        if mention.get("event_id") == event:
            after.rows["mentions"][f"{key}-{number}"] = {**mention, "claim_id": key, "event_id": f"{key}-event"}
    for number, (_, date) in enumerate(world.listed("dates")):
        if date["event_id"] == event:
            after.rows["dates"][f"{key}-{number}"] = {**date, "event_id": f"{key}-event"}
    return Planted(
        after,
        frozenset(
            {("claims", key, "polarity"), ("claims", key, "statement"), ("claims", claim, "statement"), ("claims", claim, "polarity")}
        ),
    )


@fault("scope-mismatch")
def people_of_another_state(world: World, rng: Random) -> Planted | None:
    """Name the people of the other state within a frame of home affairs."""
    key = some(world, rng, "home")
    if key is None:
        return None
    others = [state for state in world.roles["state"] if state != world.cell("claims", key, "scope_of")]
    return change(world, "claims", key, scope_of=others[0])


@fault("scope-mismatch", others=("scope-mismatch",))
def frame_of_another_state(world: World, rng: Random) -> Planted | None:
    """Put the frame of the other state around the people named."""
    key = some(world, rng, "home")
    if key is None:
        return None
    others = [state for state in world.roles["state"] if state != world.cell("claims", key, "scope_state")]
    return change(world, "claims", key, scope_state=others[0])


@fault("certainty-mismatch")
def consequence_told_as_sure(world: World, rng: Random) -> Planted | None:
    """Print that something will surely come which follows from what only may come."""
    key = some(world, rng, "then-word")
    return change(world, "dates", key, as_printed="will", phrase_id="will") if key else None


@fault("hedge-dropped")
def consequence_asserted(world: World, rng: Random) -> Planted | None:
    """Assert as a fact what follows from what only may come."""
    key = some(world, rng, "then-claim")
    return change(world, "claims", key, modality="asserted") if key else None
