"""An article over a history: passages, claims, events and what is printed of them, each row where its words would stand."""

from __future__ import annotations

from random import Random

from corrigenda.measure.world import NEVER, Days, World, pick, print_day, span_of, write_day

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Writer:
    """Write the article of a world row by row."""

    def __init__(self, world: World, rng: Random, is_dated: bool, has_dateline: bool = False) -> None:
        self.world, self.rng, self.is_dated = world, rng, is_dated
        self.written = world.written[0]
        # What has a dateline may be published some days later.
        has_dateline = has_dateline and is_dated
        published = write_day(self.written + has_dateline * rng.randrange(4)) if is_dated else ""
        self.article = world.add("articles", "", language="en", published=published)
        self.passage = ""
        self.writing = world.add(
            "events", "writing", "writing", article_id=self.article, label="the article is written", kind_id="writing", tense="present"
        )
        if has_dateline:
            self.begin()
            cells = {"as_printed": print_day(self.written), "edtf": write_day(self.written)}
            self.say("dates", "dateline", event_id=self.writing, kind="date", **cells)
        if not is_dated:
            world.written = (NEVER, world.written[1])

    def begin(self) -> None:
        """Begin a new sentence."""
        count = len(self.world.rows.get("passages", {}))
        self.passage = self.world.add(
            "passages",
            f"{count + 1:02}.01",
            article_id=self.article,
            paragraph=str(count + 1),
            sentence="1",
            start=str(100 * count),
            end=str(100 * count + 99),
        )

    def say(self, table: str, role: str = "", /, **cells: str) -> str:
        """Add a row that words of the sentence stand for."""
        stem, count = table.rstrip("s").replace("_", "-"), len(self.world.rows.get(table, {}))
        passage = self.world.row("passages", self.passage)
        start = int(passage["start"]) + len(self.world.rows.get(table, {})) % 50
        return self.world.add(table, f"{stem}-{count:03}", role, passage_id=self.passage, start=str(start), end=str(start + 9), **cells)

    def claim(self, role: str = "", /, **cells: str) -> str:
        """Claim something, in the article's own voice and affirmed unless told otherwise."""
        self.begin()
        return self.say("claims", role, **{"statement": "something is so", "modality": "asserted", "polarity": "affirmed", **cells})

    def event(self, claim: str, kind: str, role: str = "", about: str = "", tense: str = "past") -> str:
        """Tell an event; nothing but its tense bounds it so far."""
        event = self.say(
            "events", role, article_id=self.article, claim_id=claim, label="it happens", kind_id=kind, about=about, tense=tense
        )
        self.world.days[event] = (NEVER, self.written) if tense == "past" else (self.written, self.written)
        return event

    def date(self, event: str, day: int, precision: str = "", role: str = "date", weekday: bool = False) -> str:
        """Print a date of an event, as precise as told or as it comes, at times with its weekday."""
        precision = precision or pick(self.rng, {"day": 5, "month": 4, "year": 1})
        cells = {"event_id": event, "kind": "date", "as_printed": print_day(day, precision), "edtf": write_day(day, precision)}
        if precision == "day" and weekday:
            cells["weekday"] = _WEEKDAYS[(day - 1) % 7]
        self.world.days[event] = span_of(day, precision)
        return self.say("dates", role, **cells)

    def name(self, actor: str, claim: str, event: str = "", part: str = "agent", role: str = "named", **cells: str) -> str:
        """Mention an actor by its label; a title may stand beside it."""
        told = {"form": "name", "name_printed": self.world.cell("actors", actor, "label"), "part": part, "event_id": event, **cells}
        return self.say("mentions", role, claim_id=claim, actor_id=actor, **told)

    def titled(self, actor: str, office: str, claim: str, event: str, role: str = "titled", **cells: str) -> str:
        """Mention a person with the full title of an office before the name, unless another form of it is given."""
        printed = {"title_printed": self.world.cell("offices", office, "label"), **cells}
        return self.name(actor, claim, event, role=role, office_id=office, **printed)

    def day_in(self, actor: str, office: str, before: int) -> tuple[int, str] | None:
        """Draw a day on which a person held an office, with a precision whose days all lie within the term; None where there is none.

        The first and the last day of a term are drawn more often than others.
        """
        choices: list[tuple[int, str]] = []
        for term in self.world.terms:
            first, last = max(term.held[0], before - 20 * 365), min(term.held[1], before)
            if term.actor_id == actor and office in self.world.scope(term.office_id) and first <= last:
                days = (first, last, self.rng.randint(first, last))
                choices += [
                    (day, precision)
                    for day in days
                    for precision in ("day", "month", "year")
                    if within(span_of(day, precision), (first, last))
                ]
        return self.rng.choice(choices) if choices else None


def within(one: Days, other: Days) -> bool:
    """Tell whether a stretch lies in another."""
    return other[0] <= one[0] and one[1] <= other[1]
