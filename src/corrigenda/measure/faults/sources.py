"""Faults of sources: chains cut, looped, led back to one root or to nobody; hedges dropped; speech without a speaker."""

from __future__ import annotations

from random import Random

from corrigenda.measure.faults import Planted, change, fault, remove, some
from corrigenda.measure.world import World, print_day, write_day


def _unname(world: World, key: str | None, naming: str, described: str) -> Planted | None:
    return change(world, "attributions", key, naming=naming, described=described, actor_id="") if key else None


def _cut(world: World, claim: str | None, field: str) -> Planted | None:
    """Take away every source of a claim; the field is the one that then lacks it."""
    if claim is None:
        return None
    keys = [key for key, row in world.listed("attributions") if row["claim_id"] == claim]
    return remove(world, "attributions", keys, ("claims", claim, field))


@fault("anonymous-chain")
def source_unnamed(world: World, rng: Random) -> Planted | None:
    """Leave out the name at the only end of a chain."""
    return _unname(world, some(world, rng, "end", "quoted"), "anonymous", "officials")


@fault("group-source")
def source_a_group(world: World, rng: Random) -> Planted | None:
    """Put a group for the person at the only end of a chain."""
    return _unname(world, some(world, rng, "end", "quoted"), "group", "analysts")


@fault("unattributed-claim")
def source_cut(world: World, rng: Random) -> Planted | None:
    """Take away every source of a claim that is told as reported."""
    return _cut(world, some(world, rng, "retold", "following", "two-sourced"), "modality")


@fault("fact-without-source")
def pollster_cut(world: World, rng: Random) -> Planted | None:
    """Take away who made a poll, an estimate or a study."""
    return _cut(world, some(world, rng, "polled"), "needs_source")


@fault("fact-without-source")
def polled_of_nobody(world: World, rng: Random) -> Planted | None:
    """State as the result of a study what nobody is said to say."""
    key = some(world, rng, "plain")
    return change(world, "claims", key, needs_source="secret") if key else None


@fault("unattributed-claim", others=("unattributed-claim",))
def source_nobody(world: World, rng: Random) -> Planted | None:
    """Put mere hearsay for the only source of an expectation."""
    key = some(world, rng, "plan-source")
    return change(world, "attributions", key, naming="none", actor_id="", verb="reportedly", verb_id="reportedly") if key else None


@fault("second-hand-chain")
def first_hand_cut(world: World, rng: Random) -> Planted | None:
    """Take away what the source told the article itself, so that it is known only through a paper."""
    key = some(world, rng, "direct")
    return remove(world, "attributions", [key], ("attributions", world.roles["retold-end"][0], "via")) if key else None


@fault("second-hand-chain")
def first_hand_made_second(world: World, rng: Random) -> Planted | None:
    """Let the only source of a claim reach the article through a paper that has just been cited."""
    key, via = some(world, rng, "end"), some(world, rng, "via")
    if key is None or via is None:
        return None
    claim = world.cell("attributions", key, "claim_id")
    paper = {**world.row("attributions", via), "claim_id": claim}
    after = world.copy()
    after.rows["attributions"][f"{world.key}/planted"] = paper
    return change(after, "attributions", key, via=f"{world.key}/planted")


@fault("circular-attribution", others=("circular-attribution",))
def chain_looped(world: World, rng: Random) -> Planted | None:
    """Lead a chain back to the paper that it started from."""
    key = some(world, rng, "retold-end", "root")
    if key is None:
        return None
    paper = world.cell("attributions", world.cell("attributions", key, "via"), "actor_id")
    return change(world, "attributions", key, actor_id=paper)


@fault("same-root", others=("same-root",))
def roots_joined(world: World, rng: Random) -> Planted | None:
    """Let both papers have a claim from one and the same person."""
    roots = world.roles["root"]
    if not roots:
        return None
    return change(world, "attributions", roots[1], actor_id=world.cell("attributions", roots[0], "actor_id"))


@fault("source-unlike-reference")
def affiliation_swapped(world: World, rng: Random) -> Planted | None:
    """Say that the sources of a cited report belong to another body than the report says."""
    key = some(world, rng, "cited-end")
    if key is None:
        return None
    bodies = [body for body in world.roles["body"] if body != world.cell("attributions", key, "affiliation")]
    return change(world, "attributions", key, affiliation=rng.choice(bodies))


@fault("factive-over-anonymous")
def revealed_by_nobody(world: World, rng: Random) -> Planted | None:
    """Leave out who reveals something that is told as a fact."""
    return _unname(world, some(world, rng, "factive"), "anonymous", "officials")


@fault(possible=("hedge-dropped",))
def hearsay_told_as_fact(world: World, rng: Random) -> Planted | None:
    """Assert in the next sentence what follows from a claim that somebody by name makes and from which the words keep a distance."""
    claim = some(world, rng, "following")
    if claim is None:
        return None
    told = world.listed("attributions")
    cut = remove(world, "attributions", [key for key, row in told if row["claim_id"] == claim], ("claims", claim, "modality"))
    ground = world.cell("claims", claim, "given")
    distant = change(cut.world, "attributions", next(key for key, row in told if row["claim_id"] == ground), verb_id="claims")
    told_as_fact = change(distant.world, "claims", claim, modality="asserted") if distant else None
    return Planted(told_as_fact.world, told_as_fact.cells | distant.cells) if distant and told_as_fact else None


@fault(possible=("quotation-without-speaker",))
def speaker_left_out(world: World, rng: Random) -> Planted | None:
    """Do not say whose words stand between the marks, in a claim that somebody is said to make."""
    key = some(world, rng, "speech")
    return change(world, "quotations", key, attribution_id="") if key else None


@fault("quotation-without-speaker")
def speaker_not_there(world: World, rng: Random) -> Planted | None:
    """Do not say whose words stand between the marks, nor who makes the claim."""
    key, source = some(world, rng, "speech"), some(world, rng, "quoted")
    if key is None or source is None or world.cell("quotations", key, "attribution_id") != source:
        return None
    quoted = change(world, "quotations", key, attribution_id="")
    if quoted is None:
        return None
    return Planted(remove(quoted.world, "attributions", [source], ("quotations", key, "attribution_id")).world, quoted.cells)


@fault("source-before-knowledge")
def told_before_it_was(world: World, rng: Random) -> Planted | None:
    """Date what somebody told of an event to months before the event."""
    date, event = some(world, rng, "telling-date"), some(world, rng, "told-event")
    if date is None or event is None:
        return None
    day = world.days[event][0] - rng.randrange(60, 900)
    return change(world, "dates", date, edtf=write_day(day), as_printed=print_day(day))
