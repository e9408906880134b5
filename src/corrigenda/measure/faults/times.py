"""Faults of time: weekdays, years that are left out or shifted, gaps, orders, tenses, lifetimes, placeholders."""

from __future__ import annotations

from random import Random

from corrigenda.measure.faults import Planted, change, fault, remove, some
from corrigenda.measure.history import YEAR
from corrigenda.measure.world import EVER, NEVER, World, print_day, read_day, shift_years, write_day

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _dated(world: World, key: str, day: int, **cells: str) -> Planted | None:
    return change(world, "dates", key, edtf=write_day(day), as_printed=print_day(day), **cells)


def _whole_day(world: World, key: str | None) -> int | None:
    """Return the day of a date that is told to the day."""
    days = read_day(world.cell("dates", key, "edtf")) if key else None
    return days[0] if days and days[0] == days[1] else None


@fault("weekday-mismatch")
def weekday_wrong(world: World, rng: Random) -> Planted | None:
    """Print another day of the week beside a date."""
    dates = [key for key, row in world.listed("dates") if "weekday" in row and read_day(row.get("edtf", ""))]
    if not dates:
        return None
    key = rng.choice(dates)
    others = [day for day in _WEEKDAYS if day != world.cell("dates", key, "weekday")]
    return change(world, "dates", key, weekday=rng.choice(others))


@fault("weekday-mismatch")
def digit_of_day_wrong(world: World, rng: Random) -> Planted | None:
    """Print another digit in the day of a date with a weekday; a week more or less would fit and is not planted."""
    dates = [key for key, row in world.listed("dates") if "weekday" in row and read_day(row.get("edtf", ""))]
    day = _whole_day(world, key := rng.choice(dates)) if dates else None
    if day is None:
        return None
    text = write_day(day)
    choices = [text[:-1] + digit for digit in "0123456789"]
    wrong = [days[0] for choice in choices if (days := read_day(choice)) and (days[0] - day) % 7]
    return _dated(world, key, rng.choice(wrong)) if wrong else None


@fault("year-missing", "date-underdetermined")
def year_left_out(world: World, rng: Random) -> Planted | None:
    """Leave out the year of the only date of an event, in an article that prints no day of its own."""
    return _leave_out_year(world, some(world, rng, "date", "cited-date"))


@fault("year-missing")
def known_year_left_out(world: World, rng: Random) -> Planted | None:
    """Leave out the year of an event that the reference knows, in an article that prints no day of its own: it can be looked up."""
    return _leave_out_year(world, some(world, rng, "joining-date"))


def _leave_out_year(world: World, key: str | None) -> Planted | None:
    day = _whole_day(world, key)
    if key is None or day is None or world.cell("articles", world.key, "published"):
        return None
    return change(world, "dates", key, edtf="XXXX" + write_day(day)[4:], as_printed=print_day(day, year=False), weekday="")


@fault("gap-mismatch", "impossible-timeline")
def gap_three_times_as_long(world: World, rng: Random) -> Planted | None:
    """Print a distance three times as long as the dates are apart: no reader stretches a distance so far."""
    key = some(world, rng, "gap")
    if key is None:
        return None
    row = world.row("dates", key)
    number, unit = int(row["duration"][1:-1]), row["duration"][-1]
    words = {"Y": "years", "M": "months", "D": "days"}[unit]
    return change(world, "dates", key, duration=f"P{3 * number}{unit}", as_printed=f"{3 * number} {words} later", phrase_id="")


@fault("gap-mismatch", "impossible-timeline")
def gap_turned_round(world: World, rng: Random) -> Planted | None:
    """Print earlier for later."""
    key = some(world, rng, "gap")
    if key is None:
        return None
    printed = world.cell("dates", key, "as_printed").replace("later", "earlier")
    return change(world, "dates", key, direction="before", as_printed=printed)


@fault("gap-mismatch", "impossible-timeline", others=("gap-mismatch",))
def year_beside_gap_shifted(world: World, rng: Random) -> Planted | None:
    """Shift the year of an event that is told by its date and by a gap, by more than any reading of the gap allows."""
    key = some(world, rng, "gap-date", "gap-anchor-date")
    day = _whole_day(world, key)
    if key is None or day is None:
        return None
    shifted = shift_years(day, rng.choice((-8, -7, -6, -5, -4, -3, 3, 4)))
    return _dated(world, key, shifted) if shifted <= world.written[1] else None


@fault(possible=("gap-mismatch",), others=("gap-mismatch",))
def gap_stretched(world: World, rng: Random) -> Planted | None:
    """Print "a year later" for what lies fourteen to seventeen months later: some readers stretch it so far, and others do not."""
    key = some(world, rng, "gap")
    if key is None or world.cell("dates", key, "phrase_id") != "a-year-later":
        return None
    anchor, day = world.days[world.cell("dates", key, "anchor")][0], _date_beside(world, key)
    return _dated(world, day, anchor + rng.randrange(14 * 30 + 6, 17 * 30)) if day else None


def _date_beside(world: World, gap: str) -> str | None:
    """Return the date of the event that a gap tells of."""
    event = world.cell("dates", gap, "event_id")
    return next((key for key, row in world.listed("dates") if row["event_id"] == event and row["kind"] == "date"), None)


@fault("order-reversed", "impossible-timeline", others=("impossible-timeline",))
def order_turned_round(world: World, rng: Random) -> Planted | None:
    """Print after for before."""
    key = some(world, rng, "order")
    if key is None:
        return None
    return change(world, "relations", key, relation="before" if world.cell("relations", key, "relation") == "after" else "after")


@fault("order-reversed", "impossible-timeline", others=("order-reversed",))
def year_beside_order_shifted(world: World, rng: Random) -> Planted | None:
    """Shift the year of the earlier of two ordered events to after the later one."""
    key, late = some(world, rng, "early-date"), some(world, rng, "late")
    day = _whole_day(world, key)
    if key is None or late is None or day is None:
        return None
    years = (world.days[late][1] - day) // YEAR + 1
    shifted = [shift_years(day, years + more) for more in (0, 1)]
    fitting = [one for one in shifted if world.days[late][1] < one <= world.written[1]]
    return _dated(world, key, rng.choice(fitting)) if fitting else None


def _is_dated(world: World) -> bool:
    """Tell whether the article prints the day on which it was written."""
    return world.written[0] == world.written[1]


def _told_before(world: World, key: str) -> int:
    """Return the last day on which something else that is told as past surely had begun: the article is not older."""
    past = [event for event, row in world.listed("events") if row["tense"] == "past" and event != key]
    return max((days[0] for event in past if (days := world.days[event])[1] < EVER), default=NEVER)


@fault("tense-mismatch", "impossible-timeline")
def coming_told_as_past(world: World, rng: Random) -> Planted | None:
    """Tell in the past tense what is dated after the day of publication."""
    key = some(world, rng, "will-event", "may-event")
    return change(world, "events", key, tense="past") if key and _is_dated(world) else None


@fault("tense-mismatch", "impossible-timeline")
def past_told_as_coming(world: World, rng: Random) -> Planted | None:
    """Tell in the future tense what is dated before something else that is told as past, in a dated article."""
    key = some(world, rng, "early", "late", "gap-anchor", "gap-event", "named-event")
    return (
        change(world, "events", key, tense="future")
        if key and _is_dated(world) and world.days[key][1] < _told_before(world, key) - 1
        else None
    )


@fault("stale-future")
def known_told_as_coming(world: World, rng: Random) -> Planted | None:
    """Tell as still to come what the reference knows to have been on the very day printed, in a dated article."""
    key = some(world, rng, "joining", "first-joining")
    return change(world, "events", key, tense="future") if key and _is_dated(world) else None


@fault("tense-mismatch", "impossible-timeline")
def coming_and_long_over(world: World, rng: Random) -> Planted | None:
    """Date what is told as coming to before something that is told as past, in a dated article."""
    key = some(world, rng, "plan-date", "coming-date")
    if key is None or not _is_dated(world):
        return None
    told = _told_before(world, world.cell("dates", key, "event_id"))
    return _dated(world, key, told - rng.randrange(2, 700)) if told > NEVER else None


@fault("undated-event")
def date_left_out(world: World, rng: Random) -> Planted | None:
    """Take away the only date of an act with a title or of an event with a name of its time, where the article has no day either.

    What is dated and still to come tells that the article is older, so that the past is bounded; there nothing is planted.
    """
    key = some(world, rng, "act-date", "named-date")
    is_bounded = any(row["tense"] == "future" for _, row in world.listed("events"))
    if key is None or is_bounded or world.cell("articles", world.key, "published"):
        return None
    event = world.cell("dates", key, "event_id")
    return remove(world, "dates", [key], ("events", event, "label"))


@fault("outside-lifetime", others=("outside-lifetime",))
def act_before_birth(world: World, rng: Random) -> Planted | None:
    """Date what a person does to some years before the person was born."""
    key = some(world, rng, "full-name")
    if key is None:
        return None
    row = world.row("mentions", key)
    dates = [name for name, date in world.listed("dates") if date["event_id"] == row["event_id"]]
    born = read_day(world.cell("actors", row["actor_id"], "existed_from"))
    if len(dates) != 1 or not born:
        return None
    return _dated(world, dates[0], born[0] - rng.randrange(200, 3000))


@fault("outside-lifetime")
def act_after_death(world: World, rng: Random) -> Planted | None:
    """Name a person as doing something years after dying."""
    key, dead = some(world, rng, "full-name"), some(world, rng, "dead")
    if key is None or dead is None:
        return None
    died = read_day(world.cell("actors", dead, "existed_to"))
    if not died or world.days[world.cell("mentions", key, "event_id")][0] <= died[1]:
        return None
    return change(world, "mentions", key, actor_id=dead, name_printed=world.cell("actors", dead, "label"))


@fault(possible=("placeholder-date",))
def date_filled_in(world: World, rng: Random) -> Planted | None:
    """Put a day that programs write for zero where other words are printed."""
    key = some(world, rng, "date", "joining-date", "cited-date")
    return change(world, "dates", key, edtf=rng.choice(("1900-01-01", "1970-01-01")), weekday="") if key else None


@fault("placeholder-date")
def date_for_no_end(world: World, rng: Random) -> Planted | None:
    """Put a day that forms write for no end where other words are printed."""
    key = some(world, rng, "date", "joining-date", "cited-date")
    return change(world, "dates", key, edtf=rng.choice(("9999-12-31", "0001-01-01")), weekday="") if key else None
