"""What every world shares: kinds of events and ties, phrases, verbs, signs of money, and the one source."""

from __future__ import annotations

from corrigenda.measure.world import World

SOURCE = "register"
# Kinds of events that a world needs, in the program's own words: label, wider kind, needs an office, lasts.
KINDS = {
    "writing": ("report", False, False),
    "report": ("statement", False, False),
    "statement": ("", False, False),
    "announcement": ("statement", False, False),
    "warning": ("statement", False, False),
    "act": ("", True, False),
    "decision": ("act", True, False),
    "order": ("act", True, False),
    "contact": ("", False, False),
    "meeting": ("contact", False, False),
    "official-meeting": ("meeting", True, False),
    "take-part": ("", False, True),
    "join-programme": ("take-part", False, False),
    "test": ("", False, False),
    "state-of-affairs": ("", False, True),
    "law": ("act", True, False),
    "veto-of-law": ("act", True, False),
    "signing-of-document": ("act", True, False),
    "appointment": ("act", False, False),
    "start-of-term": ("appointment", False, False),
    "birth-of-person": ("", False, False),
    "nomination-to-office": ("act", False, False),
    "award-event": ("", False, False),
}
# What else is known of some kinds: whether they come again and once only, the contrary one, the cell that tells of them, what they
# lead to, and whether whom they are done to must live.
MORE = {
    "law": {"recurs": "true"},
    "veto-of-law": {"recurs": "true", "contrary": "law"},
    "signing-of-document": {"recurs": "false", "once": "true"},
    "start-of-term": {"recurs": "true", "told_by": "start", "needs_object": "true"},
    "nomination-to-office": {"recurs": "true", "leads_to": "start-of-term"},
    "award-event": {"recurs": "true", "credited": "object"},
    "birth-of-person": {"recurs": "false", "once": "true", "told_by": "existed_from"},
}
# How distances in words are read, drawn so that what is printed within the inner range fits every reader.
PHRASES = {
    "a-year-later": ("a year later", "gap", "P11M", "P13M", "P9M", "P18M", ""),
    "anticipated": ("anticipated", "tense", "P0D", "P3M", "P0D", "P1Y", "expected"),
    "will": ("will", "tense", "", "", "", "", "certain"),
    "may": ("may", "tense", "", "", "", "", "possible"),
}
# Phrases that count on the calendar: the words, the unit, and which of them from the one of the day of writing.
CALENDAR_PHRASES = {
    "yesterday": ("yesterday", "day", "-1"),
    "last-week": ("last week", "week", "-1"),
    "last-month": ("last month", "month", "-1"),
    "last-year": ("last year", "year", "-1"),
}
# Kinds of ties: label, whether one is had at a time, and whether it lasts and passes on to the whole, as places do.
TIES = {
    "member-of-party": ("is a member of the party", True, False),
    "lies-in": ("lies in", True, True),
    "citizen-of": ("is a citizen of", False, False),
    "one-of": ("is one of", False, True),
}
VERBS = {"says": "neutral", "tells": "neutral", "reveals": "factive", "confirms": "factive", "claims": "distant", "reportedly": "distant"}
# Signs of the money of both states: "$" can mean either.
SIGNS = {"a": ("USD", "US$"), "b": ("CAD", "C$")}


def common_rows() -> World:
    """Return the rows that every world shares: kinds of events and ties, phrases, verbs and the one source."""
    world = World("common")
    tables = world.rows
    tables["sources"] = {SOURCE: {"title": "Register", "seen": "page"}}
    tables["kinds"] = {
        name: {
            "label": name,
            "broader": broader,
            "needs_office": str(needs).lower(),
            "lasts": str(lasts).lower(),
            "reason": "by definition",
            **MORE.get(name, {}),
        }
        for name, (broader, needs, lasts) in KINDS.items()
    }
    tables["tie_kinds"] = {
        name: {
            "label": label,
            "exclusive": str(exclusive).lower(),
            "lasting": str(place).lower(),
            "mutual": "false",
            "nested": str(place).lower(),
            "reason": "by definition",
        }
        for name, (label, exclusive, place) in TIES.items()
    }
    fields = ("phrase", "kind", "inner_from", "inner_to", "outer_from", "outer_to", "certainty")
    tables["phrases"] = {name: {**dict(zip(fields, cells, strict=True)), "reason": "by definition"} for name, cells in PHRASES.items()}
    tables["phrases"] |= {
        name: {"phrase": words, "kind": "date", "unit": unit, "first_unit": at, "last_unit": at, "reason": "by definition"}
        for name, (words, unit, at) in CALENDAR_PHRASES.items()
    }
    tables["verbs"] = {name: {"verb": name, "stance": stance, "reason": "by definition"} for name, stance in VERBS.items()}
    return world
