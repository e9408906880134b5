"""Scenes of time: acts in office, meetings, titles of another time, gaps, orders, what is to come."""

from __future__ import annotations

from datetime import date
from random import Random

from corrigenda.measure.article import Writer
from corrigenda.measure.world import apart, span_of, write_day

_KINDS = ("decision", "order")


def act(writer: Writer, rng: Random) -> None:
    """Tell an act that can only be done in office, by whoever held it; a weekday stands beside some of the dates."""
    world = writer.world
    offices = [
        *world.roles["head"],
        *world.roles["minister"],
        *world.roles["cabinet"],
        *world.roles["old-office"],
        *world.roles["new-office"],
    ]
    rng.shuffle(offices)
    for office in offices:
        people = sorted({term.actor_id for term in world.terms if term.office_id == office})
        person = rng.choice(people)
        found = writer.day_in(person, office, writer.written)
        if found:
            claim = writer.claim("act-claim")
            event = writer.event(claim, rng.choice(_KINDS), "act", about=world.roles["programme"][2])
            writer.titled(person, office, claim, event, "act-title")
            writer.date(event, *found, role="act-date", weekday=rng.random() < 0.7)
            return


def meet(writer: Writer, rng: Random) -> None:
    """Tell a meeting of two heads of state who were in office together."""
    world = writer.world
    ours, theirs = world.roles["head"]
    pairs = [
        (one, other, max(one.held[0], other.held[0]), min(one.held[1], other.held[1], writer.written))
        for one in world.terms if one.office_id == ours
        for other in world.terms if other.office_id == theirs
    ]  # fmt: skip
    pairs = [pair for pair in pairs if pair[2] <= pair[3] and pair[3] > writer.written - 20 * 365]
    if not pairs:
        return
    one, other, first, last = rng.choice(pairs)
    claim = writer.claim()
    event = writer.event(claim, "official-meeting", "meeting")
    writer.titled(one.actor_id, ours, claim, event, "meeting-title")
    writer.titled(other.actor_id, theirs, claim, event, "meeting-title", part="counterpart")
    writer.date(event, rng.randint(first, last), "day", role="meeting-date", weekday=rng.random() < 0.3)


def accompany(writer: Writer, rng: Random) -> None:
    """Tell an act of the head of state, and one of the minister without a date that a reader takes to be of the same day."""
    world = writer.world
    office, other = world.roles["head"][0], world.roles["minister"][0]
    found = writer.day_in(rng.choice(sorted({t.actor_id for t in world.terms if t.office_id == office})), office, writer.written)
    beside = [t for t in world.terms if found and t.office_id == other and t.held[0] <= found[0] <= t.held[1]]
    person = next((t.actor_id for t in world.terms if found and t.office_id == office and t.held[0] <= found[0] <= t.held[1]), "")
    # Where the article prints no day of its own, nothing printed would bound the second act.
    if not found or not beside or not person or not world.cell("articles", writer.article, "published"):
        return
    claim = writer.claim()
    event = writer.event(claim, "decision", "led")
    writer.titled(person, office, claim, event, "led-title")
    writer.date(event, found[0], "day", role="led-date")
    following = writer.claim()
    second = writer.event(following, "order", "companion")
    writer.titled(beside[0].actor_id, other, following, second, "companion-title")
    writer.say("relations", "taken", event_id=second, relation="same", other=event, basis="assumed", reason="told in one breath")


def then(writer: Writer, rng: Random) -> None:
    """Tell what somebody said, with the title of that time, or of an earlier one, marked as such."""
    world = writer.world
    office = world.roles["head"][0]
    closed = [t for t in world.terms if t.office_id == office and t.end[1] < writer.written - 400 and t.held[0] <= t.held[1]]
    if not closed:
        return
    # Nobody is called former who came back before the article was written.
    term = max(closed, key=lambda t: t.end[1])
    others = [t for t in world.terms_of(term.actor_id, office) if t is not term and t.reach[1] > term.start[0]]
    claim = writer.claim()
    event = writer.event(claim, "statement")
    if rng.random() < 0.5 and not others:
        day = rng.randint(term.end[1] + 1, writer.written)
        writer.titled(term.actor_id, office, claim, event, "former-title", title_marker="former", title_time="event")
    else:
        day = rng.randint(max(term.held[0], term.held[1] - 900), term.held[1])
        writer.titled(term.actor_id, office, claim, event, "then-title", title_marker="then", title_time="event")
    writer.date(event, day, "day", role="then-date")


def gap(writer: Writer, rng: Random) -> None:
    """Tell two dated events and how far apart they were: a year, or so many months or days."""
    claim = writer.claim()
    first = writer.event(claim, "announcement", "gap-anchor")
    second = writer.event(claim, "test", "gap-event")
    manner = rng.choice(("year", "months", "days"))
    anchor_day = writer.written - rng.randrange(1500, 4000)
    cells = {"event_id": second, "kind": "gap", "anchor": first, "direction": "after"}
    if manner == "year":
        day = anchor_day + rng.randrange(345, 385)
        cells |= {"as_printed": "a year later", "duration": "P1Y", "phrase_id": "a-year-later"}
    elif manner == "months":
        months = rng.randrange(3, 10)
        day = anchor_day + months * 30 + rng.randrange(-5, 9)
        cells |= {"as_printed": f"{months} months later", "duration": f"P{months}M"}
    else:
        days = rng.randrange(10, 90)
        day = anchor_day + days
        cells |= {"as_printed": f"{days} days later", "duration": f"P{days}D"}
    writer.date(first, anchor_day, "day", role="gap-anchor-date")
    writer.date(second, day, "day", role="gap-date")
    writer.say("dates", "gap", **cells)


def order(writer: Writer, rng: Random) -> None:
    """Tell two dated events and which came first."""
    claim = writer.claim()
    early, late = writer.event(claim, "statement", "early"), writer.event(claim, "test", "late")
    day = writer.written - rng.randrange(1200, 5000)
    writer.date(early, day, "day", role="early-date")
    writer.date(late, day + rng.randrange(70, 500), rng.choice(("day", "month")), role="late-date")
    before = rng.random() < 0.5
    event, other = (early, late) if before else (late, early)
    writer.say("relations", "order", event_id=event, relation="before" if before else "after", other=other, basis="printed")


def new_year(writer: Writer, rng: Random) -> None:
    """Tell what was on the first of January of a year that programs like to write for nothing: here it is printed."""
    claim = writer.claim()
    event = writer.event(claim, "statement", "new-year")
    writer.date(event, date(rng.choice((1900, 1970)), 1, 1).toordinal(), "day", role="new-year-date")


def plan(writer: Writer, rng: Random) -> None:
    """Tell what is expected within weeks of writing, and by whom."""
    claim = writer.claim("plan-claim", modality="anticipated")
    event = writer.event(claim, "announcement", "plan", tense="future")
    day = writer.written + rng.randrange(5, 60)
    writer.date(event, day, "day", role="plan-date")
    writer.say("dates", "plan-word", event_id=event, kind="tense", as_printed="anticipated", phrase_id="anticipated")
    paper = writer.world.roles["paper"][0]
    writer.say("attributions", "plan-source", claim_id=claim, actor_id=paper, naming="named", verb="says", verb_id="says")
    writer.name(paper, claim, part="source")


def yearless(writer: Writer, rng: Random) -> None:
    """Tell a day without its year where the day of publication and the tense leave one year only, or print the year elsewhere."""
    world = writer.world
    if not world.cell("articles", writer.article, "published"):
        return
    claim = writer.claim()
    event = writer.event(claim, "statement", "recent")
    day = writer.written - rng.randrange(2, 20)
    if span_of(day, "year") != span_of(writer.written, "year") or apart(span_of(day, "year"), (writer.written, writer.written)):
        return
    writer.date(event, day, "year", role="recent-year")
    writer.say("dates", "yearless", event_id=event, kind="date", as_printed="that day", edtf="XXXX" + write_day(day)[4:])
    world.days[event] = (day, day)
