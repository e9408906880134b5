"""Faults of the reference itself: terms reversed, overlapping, out of date, unconfirmed."""

from __future__ import annotations

from itertools import pairwise
from random import Random

from corrigenda.measure.faults import Planted, change, fault, insert, some
from corrigenda.measure.world import EVER, NEVER, Term, World, apart, read_day, shift_years, write_day


@fault("tenure-reversed")
def start_and_end_swapped(world: World, rng: Random) -> Planted | None:
    """Swap start and end of a closed term."""
    terms = [t for t in world.terms if t.start[0] > NEVER and t.end[0] > NEVER and t.end[1] < EVER and t.start[1] < t.end[0]]
    if not terms:
        return None
    row = world.row("tenures", (key := rng.choice(terms).tenure_id))
    return change(world, "tenures", key, start=row["end"], end=row["start"])


@fault("tenure-reversed", others=("tenure-reversed",))
def start_year_too_late(world: World, rng: Random) -> Planted | None:
    """Move the year of a start to after the end of the term."""
    terms = [t for t in world.terms if t.start[0] == t.start[1] and t.end[0] > NEVER and t.end[1] < EVER]
    if not terms:
        return None
    term = rng.choice(terms)
    years = (term.end[1] - term.start[0]) // 365 + rng.randrange(1, 4)
    return change(world, "tenures", term.tenure_id, start=write_day(shift_years(term.start[0], years)))


def _neighbours(world: World) -> list[tuple[Term, Term]]:
    """Return terms of an office for one holder with the next one after each, both sure of their days and neither a stand-in."""
    pairs: list[tuple[Term, Term]] = []
    for office in sorted(key for key, row in world.rows["offices"].items() if row["holders"] == "one"):
        terms = sorted((t for t in world.terms if t.office_id == office and t.start[0] > NEVER), key=lambda t: t.start)
        pairs += pairwise(terms)
    regular = {t.tenure_id for t in world.terms if world.cell("tenures", t.tenure_id, "acting") != "true"}
    return [
        (a, b)
        for a, b in pairs
        if a.actor_id != b.actor_id
        and {a.tenure_id, b.tenure_id} <= regular
        and b.held[0] + 400 < b.held[1]
        and a.held[0] + 400 < a.held[1]
    ]


@fault("tenures-overlap")
def end_too_late(world: World, rng: Random) -> Planted | None:
    """Let a closed term go on into the next one."""
    pairs = [(a, b) for a, b in _neighbours(world) if a.end[1] < EVER and a.end[0] > NEVER]
    if not pairs:
        return None
    earlier, later = rng.choice(pairs)
    return change(world, "tenures", earlier.tenure_id, end=write_day(rng.randrange(later.start[1] + 2, later.end[0] - 1)))


@fault("tenures-overlap", others=("tenures-overlap",))
def start_too_early(world: World, rng: Random) -> Planted | None:
    """Let a term start before the one before it has ended."""
    pairs = _neighbours(world)
    if not pairs:
        return None
    earlier, later = rng.choice(pairs)
    return change(
        world, "tenures", later.tenure_id, start=write_day(rng.randrange(earlier.start[1] + 1, min(earlier.end[0], later.start[0]) - 1))
    )


def _used(world: World, rng: Random) -> tuple[str, Term] | None:
    """Draw the event of an act with the one term that it can lie in."""
    found = []
    for mention in [*world.roles["act-title"], *world.roles["led-title"], *world.roles["meeting-title"]]:
        row = world.row("mentions", mention)
        terms = [t for t in world.terms_of(row["actor_id"], row["office_id"]) if not apart(t.reach, world.days[row["event_id"]])]
        found += [(row["event_id"], terms[0])] if len(terms) == 1 else []
    return rng.choice(found) if found else None


@fault("reference-stale")
def known_too_short(world: World, rng: Random) -> Planted | None:
    """Let an open term be known only up to a day before the act for which it is used."""
    used = _used(world, rng)
    if not used or used[1].end[1] != EVER or not world.cell("tenures", used[1].tenure_id, "as_of"):
        return None
    event, term = used
    day = world.days[event][0] - rng.randrange(1, 60)
    return change(world, "tenures", term.tenure_id, as_of=write_day(day)) if day > term.start[1] else None


def _closed(world: World) -> list[Term]:
    """Return the terms of which both days are known."""
    return [t for t in world.terms if t.start[0] == t.start[1] and t.end[0] == t.end[1] and NEVER < t.start[0] < t.end[0] < EVER]


@fault("term-outside-lifetime", others=("term-outside-lifetime",))
def death_within_a_term(world: World, rng: Random) -> Planted | None:
    """Let a person die while the term goes on."""
    terms = [t for t in _closed(world) if t.end[0] - t.start[0] > 400 and not world.cell("actors", t.actor_id, "existed_to")]
    if not terms:
        return None
    term = rng.choice(terms)
    return change(world, "actors", term.actor_id, existed_to=write_day(term.end[0] - rng.randrange(30, 300)))


@fault("period-reversed")
def death_before_birth(world: World, rng: Random) -> Planted | None:
    """Let a person have died before the birth."""
    people = [key for key in world.roles["person"] if read_day(world.cell("actors", key, "existed_from"))]
    if not people:
        return None
    key = rng.choice(people)
    born = read_day(world.cell("actors", key, "existed_from"))
    return change(world, "actors", key, existed_to=write_day(born[0] - rng.randrange(400, 4000))) if born else None


@fault("term-unlikely-long")
def start_a_century_early(world: World, rng: Random) -> Planted | None:
    """Write the wrong century into the start of a closed term."""
    terms = _closed(world)
    if not terms:
        return None
    term = rng.choice(terms)
    return change(world, "tenures", term.tenure_id, start=write_day(shift_years(term.start[0], -100)))


@fault("closed-term-without-end")
def end_left_out(world: World, rng: Random) -> Planted | None:
    """Leave out the end of a term that is marked as closed."""
    terms = [t for t in _closed(world) if world.cell("tenures", t.tenure_id, "end_state") == "closed"]
    return change(world, "tenures", rng.choice(terms).tenure_id, end="") if terms else None


@fault("term-listed-twice")
def term_entered_again(world: World, rng: Random) -> Planted | None:
    """Enter a closed term a second time, with an end some months earlier."""
    terms = [t for t in _closed(world) if t.end[0] - t.start[0] > 400 and world.cell("tenures", t.tenure_id, "acting") != "true"]
    if not terms:
        return None
    term = rng.choice(terms)
    cells = world.row("tenures", term.tenure_id) | {"end": write_day(term.end[0] - rng.randrange(60, 300))}
    planted = insert(world, "tenures", f"{term.tenure_id}-again", "end", **cells)
    # The whole row is one too many.
    return Planted(planted.world, frozenset(("tenures", f"{term.tenure_id}-again", field) for field in cells))


@fault(possible=("reference-unconfirmed",))
def flag_taken_away(world: World, rng: Random) -> Planted | None:
    """Say that nobody has confirmed the start of a term by which somebody is called in an act."""
    key = some(world, rng, "act-title", "meeting-title")
    if key is None:
        return None
    row = world.row("mentions", key)
    terms = world.terms_of(row["actor_id"], row["office_id"])
    return change(world, "tenures", rng.choice(terms).tenure_id, start_confirmed="false") if terms else None


@fault(possible=("placeholder-in-reference",))
def start_filled_in(world: World, rng: Random) -> Planted | None:
    """Put the day that programs write for zero into the start of the first term of an office, unconfirmed."""
    return _fill_in(world, rng, "start", ("1970-01-01", "1900-01-01"), start_confirmed="false")


@fault("placeholder-in-reference")
def end_filled_in(world: World, rng: Random) -> Planted | None:
    """Put the day that forms write for no end into the end of an open term."""
    return _fill_in(world, rng, "end", ("9999-12-31",), end_state="closed", as_of="")


def _fill_in(world: World, rng: Random, field: str, days: tuple[str, ...], **cells: str) -> Planted | None:
    terms = [
        t
        for t in world.terms
        if (t.end[1] == EVER and world.cell("tenures", t.tenure_id, "as_of") if field == "end" else t.start[0] == NEVER)
    ]
    return change(world, "tenures", rng.choice(terms).tenure_id, **{field: rng.choice(days), **cells}) if terms else None
