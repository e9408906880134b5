"""Faults of titles: of another office, of another holder, of another time, of an office that was not there."""

from __future__ import annotations

from random import Random

from corrigenda.measure.faults import Planted, change, fault, some
from corrigenda.measure.world import EVER, NEVER, Days, Row, World, apart, print_day, read_day, shift_years, span_of, write_day

TITLES = ("act-title", "led-title", "meeting-title")


def _act(world: World, rng: Random, *roles: str) -> tuple[str, Row, Days] | None:
    """Draw a mention with a title, that of an act unless told otherwise, with the days of its event."""
    key = some(world, rng, *(roles or ("act-title",)))
    if key is None:
        return None
    row = world.row("mentions", key)
    return key, row, world.days[row["event_id"]]


def _outside(world: World, person: str, office: str, days: Days) -> bool:
    """Tell whether a person has terms in an office, and none that can reach into some days."""
    terms = world.terms_of(person, office)
    return bool(terms) and all(apart(term.reach, days) for term in terms)


@fault("office-outside-tenure", "impossible-timeline", others=("impossible-timeline",))
def title_of_another_time(world: World, rng: Random) -> Planted | None:
    """Print the title of an office that the person held at another time."""
    act = _act(world, rng, "act-title", "news-title")
    if not act:
        return None
    key, row, days = act
    offices = [
        office
        for office in world.rows["offices"]
        if _outside(world, row["actor_id"], office, days) and office not in world.roles["cabinet"]
    ]
    if not offices:
        return None
    office = rng.choice(sorted(offices))
    return change(world, "mentions", key, office_id=office, title_printed=world.cell("offices", office, "label"))


@fault("office-outside-tenure")
def title_never_held(world: World, rng: Random) -> Planted | None:
    """Print the title of an office whose holders are all known, and never was the person among them."""
    act = _act(world, rng, "act-title", "news-title")
    if not act:
        return None
    key, row, days = act
    complete = {}
    for _, known in world.listed("completeness"):
        since, until = read_day(known["since"]), read_day(known["until"])
        if "office_id" in known and since and until and since[0] <= days[0] and days[1] <= until[1]:
            complete[known["office_id"]] = known
    offices = sorted(office for office in complete if not world.terms_of(row["actor_id"], office))
    if not offices:
        return None
    office = rng.choice(offices)
    return change(world, "mentions", key, office_id=office, title_printed=world.cell("offices", office, "label"))


@fault("office-outside-tenure", "impossible-timeline", others=("impossible-timeline",))
def holder_swapped(world: World, rng: Random) -> Planted | None:
    """Print the title beside the name of somebody who held the office at another time."""
    act = _act(world, rng, "act-title", "news-title")
    if not act:
        return None
    key, row, days = act
    people = sorted({t.actor_id for t in world.terms if _outside(world, t.actor_id, row["office_id"], days)})
    if not people:
        return None
    person = rng.choice(people)
    return change(world, "mentions", key, actor_id=person, name_printed=world.cell("actors", person, "label"))


@fault("office-outside-tenure", "impossible-timeline", others=("office-outside-tenure",))
def year_of_act_shifted(world: World, rng: Random) -> Planted | None:
    """Shift the year of an act to one in which the person cannot have held the office; never to after the writing."""
    act = _act(world, rng)
    date = some(world, rng, "act-date")
    if not act or not date:
        return None
    _, row, days = act
    text = world.cell("dates", date, "edtf")
    precision = {4: "year", 7: "month", 10: "day"}[len(text)]
    choices = []
    for years in (-7, -5, -4, -3, -2, -1, 1, 2, 3):
        shifted = span_of(shift_years(days[0], years), precision)
        if shifted[1] <= world.written[1] and _outside(world, row["actor_id"], row["office_id"], shifted):
            choices.append(shifted[0])
    if not choices:
        return None
    day = rng.choice(choices)
    return change(world, "dates", date, edtf=write_day(day, precision), as_printed=print_day(day, precision), weekday="")


@fault("office-outside-tenure", "impossible-timeline", others=("office-outside-tenure",))
def day_after_the_end(world: World, rng: Random) -> Planted | None:
    """Date an act one day after the last or before the first day of the term."""
    act = _act(world, rng)
    date = some(world, rng, "act-date")
    if not act or not date:
        return None
    _, row, _ = act
    terms = world.terms_of(row["actor_id"], row["office_id"])
    days = [t.start[0] - 1 for t in terms if t.start[0] > NEVER] + [t.end[1] + 1 for t in terms if t.end[1] < EVER]
    days = [day for day in days if day <= world.written[1] and _outside(world, row["actor_id"], row["office_id"], (day, day))]
    if not days:
        return None
    day = rng.choice(days)
    return change(world, "dates", date, edtf=write_day(day), as_printed=print_day(day), weekday="")


@fault(possible=("office-outside-tenure",), others=("office-outside-tenure",))
def act_told_by_the_year(world: World, rng: Random) -> Planted | None:
    """Tell an act by a year of which the person surely was not in office for a part, in no term and before the writing."""
    act = _act(world, rng)
    date = some(world, rng, "act-date")
    if not act or not date:
        return None
    _, row, days = act
    terms = world.terms_of(row["actor_id"], row["office_id"])
    year = span_of(days[0], "year")
    is_partly = not all(any(t.reach[0] <= day <= t.reach[1] for t in terms) for day in range(year[0], year[1] + 1, 5))
    is_known = all(t.start[0] > NEVER and t.end[0] > NEVER for t in terms)
    if not is_partly or not is_known or year[1] > world.written[1] or len(world.cell("dates", date, "edtf")) == 4:
        return None
    return change(world, "dates", date, edtf=write_day(days[0], "year"), as_printed=print_day(days[0], "year"), weekday="")


@fault("offices-never-overlap")
def counterpart_of_another_time(world: World, rng: Random) -> Planted | None:
    """Let a head of state meet one of the other state who was never in office at the same time; either can be the one put in."""
    titles = list(world.roles["meeting-title"])
    if not titles:
        return None
    rng.shuffle(titles)
    kept, swapped = (world.row("mentions", key) for key in titles)
    terms = world.terms_of(kept["actor_id"], kept["office_id"])
    others = sorted({t.actor_id for t in world.terms if t.office_id == swapped["office_id"]})
    people = [
        person
        for person in others
        if all(apart(theirs.reach, ours.reach) for ours in terms for theirs in world.terms_of(person, swapped["office_id"]))
    ]
    if not people:
        return None
    person = rng.choice(people)
    return change(world, "mentions", titles[1], actor_id=person, name_printed=world.cell("actors", person, "label"))


@fault("office-not-existing")
def title_before_the_office(world: World, rng: Random) -> Planted | None:
    """Print the later title of an office for a time before it was made, or the earlier one for a time after."""
    act = _act(world, rng)
    if not act:
        return None
    key, row, days = act
    for ours, theirs in (("old-office", "new-office"), ("new-office", "old-office")):
        if row["office_id"] in world.roles[ours]:
            office = world.roles[theirs][world.roles[ours].index(row["office_id"])]
            since, until = (read_day(world.cell("offices", office, field)) for field in ("existed_from", "existed_to"))
            if (since and days[1] < since[0]) or (until and days[0] > until[1]):
                return change(world, "mentions", key, office_id=office, title_printed=world.cell("offices", office, "label"))
    return None


@fault("title-at-writing")
def former_in_office(world: World, rng: Random) -> Planted | None:
    """Call somebody former who surely has held the office without a break from before the act to after the article is written."""
    act = _act(world, rng, *TITLES)
    if not act or world.written[0] != world.written[1]:
        return None
    key, row, days = act
    held = [t for t in world.terms_of(row["actor_id"], row["office_id"]) if t.held[0] < days[0] and t.held[1] > world.written[1]]
    return change(world, "mentions", key, title_marker="former") if held else None


@fault("office-outside-tenure")
def current_out_of_office(world: World, rng: Random) -> Planted | None:
    """Call somebody current whose terms have all ended when the article is written."""
    key = some(world, rng, "then-title", "former-title")
    if key is None or world.written[0] != world.written[1]:
        return None
    row = world.row("mentions", key)
    return (
        change(world, "mentions", key, title_marker="current", title_time="writing")
        if _outside(world, row["actor_id"], row["office_id"], world.written)
        else None
    )


@fault("impossible-timeline", possible=("fits-only-misdated",))
def one_slip_hides_another(world: World, rng: Random) -> Planted | None:
    """Shift the year of an act to before the term, and name beside it the minister of that year, who never served under that head."""
    date = some(world, rng, "led-date")
    if date is None:
        return None
    led, beside = (world.row("mentions", world.roles[role][0]) for role in ("led-title", "companion-title"))
    day = world.days[led["event_id"]][0]
    terms = world.terms_of(led["actor_id"], led["office_id"])
    choices = []
    for years in range(1, 15):
        shifted = shift_years(day, -years)
        others = [t for t in world.terms if t.office_id == beside["office_id"] and t.held[0] <= shifted <= t.held[1]]
        others = [t for t in others if all(apart(one.reach, x.reach) for one in terms for x in world.terms_of(t.actor_id, t.office_id))]
        if others and _outside(world, led["actor_id"], led["office_id"], (shifted, shifted)):
            choices.append((shifted, others[0].actor_id))
    if not choices:
        return None
    shifted, person = rng.choice(choices)
    named = change(
        world, "mentions", world.roles["companion-title"][0], actor_id=person, name_printed=world.cell("actors", person, "label")
    )
    if named is None:
        return None
    dated = change(named.world, "dates", date, edtf=write_day(shifted), as_printed=print_day(shifted))
    return Planted(dated.world, named.cells | dated.cells) if dated else None
