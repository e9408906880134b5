"""Faults of the words of titles: those of another office, of a wider one, another ordinal."""

from __future__ import annotations

from random import Random

from corrigenda.measure.faults import Planted, change, fault, some
from corrigenda.measure.faults.titles import TITLES
from corrigenda.measure.scenes.titles import ordinal
from corrigenda.measure.world import Days, World


@fault("title-unlike-office")
def words_of_another_office(world: World, rng: Random) -> Planted | None:
    """Print the words of another office of the same state for the one that is meant."""
    key = some(world, rng, *TITLES)
    if key is None:
        return None
    row = world.row("mentions", key)
    state = world.cell("offices", row["office_id"], "state")
    offices = sorted(key for key, office in world.rows["offices"].items() if key != row["office_id"] and office["state"] == state)
    if not offices:
        return None
    return change(world, "mentions", key, title_printed=world.cell("offices", rng.choice(offices), "label"))


@fault("title-of-another-state")
def title_of_the_other_state(world: World, rng: Random) -> Planted | None:
    """Print the title of the other state's office of the same name, of which not all holders are known."""
    key = some(world, rng, "act-title")
    if key is None:
        return None
    row = world.row("mentions", key)
    pairs = [world.roles[role] for role in ("cabinet", "old-office", "new-office") if row["office_id"] in world.roles[role]]
    others = [office for pair in pairs for office in pair if office != row["office_id"] and not world.terms_of(row["actor_id"], office)]
    if not others:
        return None
    return change(world, "mentions", key, office_id=others[0], title_printed=world.cell("offices", others[0], "label"))


@fault("titles-disagree", others=("titles-disagree",))
def holder_counted_twice(world: World, rng: Random) -> Planted | None:
    """Count the holder of an office as one more in one of two sentences."""
    key = some(world, rng, "counted-title")
    if key is None:
        return None
    printed, label = world.cell("mentions", key, "title_printed").split(" ", 1)
    return change(world, "mentions", key, title_printed=f"{ordinal(int(printed[:-2]) + 1)} {label}")


@fault("title-imprecise")
def title_too_wide(world: World, rng: Random) -> Planted | None:
    """Print the title of a wider office for the one that the person held, and nowhere in the article that one for the person."""
    key = some(world, rng, "act-title")
    if key is None or world.cell("mentions", key, "office_id") not in world.wider:
        return None
    row = world.row("mentions", key)
    same = {"office_id": row["office_id"], "actor_id": row["actor_id"]}.items()
    if any(one != key and same <= told.items() for one, told in world.listed("mentions")):
        return None
    wider = world.wider[row["office_id"]]
    return change(world, "mentions", key, office_id=wider, title_printed=world.cell("offices", wider, "label"))


@fault("title-outside-use")
def title_of_another_use(world: World, rng: Random) -> Planted | None:
    """Print the title that the office was given later, or had before."""
    key = some(world, rng, "renamed-title")
    if key is None:
        return None
    titles = [world.cell("names", world.roles[role][0], "name") for role in ("old-title", "new-title")]
    (other,) = (title for title in titles if title != world.cell("mentions", key, "title_printed"))
    return change(world, "mentions", key, title_printed=other)


@fault(possible=("title-of-another-office",))
def title_of_a_colleague(world: World, rng: Random) -> Planted | None:
    """Print the title that somebody else of the same state had on that day, next to the name of somebody in another office.

    Not of somebody whom the article calls by another office as well, which is a fault of its own, nor of an acting holder, nor
    on the last day of a term, on which two people may hold it, nor with an office that somebody held together with the own one.
    """
    key = some(world, rng, *TITLES)
    if key is None:
        return None
    row = world.row("mentions", key)
    days, person = world.days[row["event_id"]], row["actor_id"]
    own = [term for term in world.terms if term.actor_id == person and _covers(term.held, days)]
    held = {term.office_id for term in own}
    listed = {known.get("office_id") for _, known in world.listed("completeness")}
    state = world.cell("offices", row["office_id"], "state")
    offices = sorted(
        {
            term.office_id
            for term in world.terms
            if term.actor_id != person
            and _covers(term.held, days)
            and term.office_id not in listed
            and world.cell("offices", term.office_id, "state") == state
            and world.cell("offices", term.office_id, "holders") == "one"
            and not world.terms_of(person, term.office_id)
            and not _together(world, term.office_id, row["office_id"])
            and not world.scope(term.office_id) & world.scope(row["office_id"]) - {term.office_id, row["office_id"]}
        }
    )
    if held != {row["office_id"]} or not offices or days[1] - days[0] > 31 or world.cell("offices", row["office_id"], "holders") != "one":
        return None
    called = [
        other.get("office_id") for other_key, other in world.listed("mentions") if other.get("actor_id") == person and other_key != key
    ]
    acting = any(world.row("tenures", term.tenure_id).get("acting") for term in own)
    if acting or any(called) or any(days[1] >= term.end[0] for term in own):
        return None
    office = rng.choice(offices)
    return change(world, "mentions", key, office_id=office, title_printed=world.cell("offices", office, "label"))


def _together(world: World, office: str, other: str) -> bool:
    """Say whether anybody held both offices at a time."""
    terms = [[term for term in world.terms if term.office_id == one] for one in (office, other)]
    return any(
        first.actor_id == second.actor_id and first.reach[0] <= second.reach[1] and second.reach[0] <= first.reach[1]
        for first in terms[0]
        for second in terms[1]
    )


def _covers(held: Days, days: Days) -> bool:
    return held[0] <= days[0] and days[1] <= held[1]
