"""Faults of names: slips of the keyboard, another system of romanisation, another name, another time."""

from __future__ import annotations

from random import Random

from corrigenda.measure.faults import Planted, change, fault, some
from corrigenda.measure.world import World


def misspell(name: str, rng: Random) -> str:
    """Swap, leave out or double a letter of the longest word; the first letter stays."""
    words = name.split(" ")
    place = max(range(len(words)), key=lambda number: len(words[number]))
    word = words[place]
    at = rng.randrange(1, len(word) - 1)
    slips = [word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]]
    if word[at] != word[at + 1]:
        slips.append(word[:at] + word[at + 1] + word[at] + word[at + 2 :])
    words[place] = rng.choice(slips)
    return " ".join(words)


@fault("name-unlike-reference")
def name_misspelt(world: World, rng: Random) -> Planted | None:
    """Misspell a name printed in full; a Japanese one is left to the systems of romanisation, for a slip can be one of them."""
    key = some(world, rng, "full-name", "named", "act-title", "meeting-title")
    if key is None or world.cell("mentions", key, "actor_id") in world.roles["japanese"]:
        return None
    # The reference has a label for every actor, and for some (a museum) no name: nothing says how that one is spelt.
    if world.cell("mentions", key, "actor_id") not in {row.get("actor_id") for _, row in world.listed("names")}:
        return None
    return change(world, "mentions", key, name_printed=misspell(world.cell("mentions", key, "name_printed"), rng))


@fault(possible=("name-unlike-reference",))
def family_name_misspelt(world: World, rng: Random) -> Planted | None:
    """Misspell a family name that stands alone; it may be another name of the same person."""
    key = some(world, rng, "family-name")
    if key is None or world.cell("mentions", key, "actor_id") in world.roles["japanese"]:
        return None
    return change(world, "mentions", key, name_printed=misspell(world.cell("mentions", key, "name_printed"), rng))


@fault("name-drift")
def spelling_changes(world: World, rng: Random) -> Planted | None:
    """Print the other known spelling of a family name after the full name in the first one."""
    key = some(world, rng, "family-name")
    if key is None or world.cell("mentions", key, "actor_id") not in world.roles["two-spellings"]:
        return None
    family = world.cell("mentions", key, "name_printed")
    return change(world, "mentions", key, name_printed=f"{family[:-1]}h{family[-1]}")


@fault("romanisation-variant")
def kunrei_for_hepburn(world: World, rng: Random) -> Planted | None:
    """Print a Japanese name by the other system."""
    forms = dict(entry.split("=")[:2] for entry in world.roles["kunrei"])
    mentions = [key for role in ("full-name", "act-title", "meeting-title") for key in world.roles[role]]
    mentions = [key for key in mentions if world.cell("mentions", key, "actor_id") in forms]
    if not mentions:
        return None
    key = rng.choice(mentions)
    return change(world, "mentions", key, name_printed=forms[world.cell("mentions", key, "actor_id")])


@fault("name-of-another")
def name_of_somebody_else(world: World, rng: Random) -> Planted | None:
    """Print the full name of another person of the reference for the one that is meant."""
    key = some(world, rng, "full-name")
    if key is None:
        return None
    others = [person for person in world.roles["person"] if person != world.cell("mentions", key, "actor_id")]
    return change(world, "mentions", key, name_printed=world.cell("actors", rng.choice(others), "label"))


@fault(possible=("name-of-another",))
def first_name_left_out(world: World, rng: Random) -> Planted | None:
    """Print nothing but the family name of somebody whom another person of the reference shares it with."""
    key = some(world, rng, "full-name")
    if key is None or world.cell("mentions", key, "actor_id") not in world.roles["namesake"]:
        return None
    person, family = world.cell("mentions", key, "actor_id"), world.cell("mentions", key, "name_printed").split()[-1]
    # Where the full name is printed once more, it is plain who is meant.
    others = [row for other, row in world.listed("mentions") if row.get("actor_id") == person and other != key]
    return change(world, "mentions", key, name_printed=family) if all(row["name_printed"] == family for row in others) else None


@fault("term-unlike-reference")
def term_garbled(world: World, rng: Random) -> Planted | None:
    """Garble a technical designation: a slip in the word, or another numeral."""
    key = some(world, rng, "term")
    if key is None:
        return None
    printed = world.cell("mentions", key, "name_printed")
    garbled = printed.replace(" IV", " VI") if rng.random() < 0.5 else misspell(printed, rng)
    return change(world, "mentions", key, name_printed=garbled)


@fault("name-outside-use")
def name_of_another_time(world: World, rng: Random) -> Planted | None:
    """Print the later name of a programme for a time before it, or the earlier one for a time after it was superseded."""
    key = some(world, rng, "old-named", "new-named")
    if key is None:
        return None
    other = "new-name" if key in world.roles["old-named"] else "old-name"
    return change(world, "mentions", key, name_printed=world.cell("names", world.roles[other][0], "name"))
