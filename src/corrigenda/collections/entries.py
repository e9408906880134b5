"""What a collection says, whatever its form: people, offices, terms, events, figures and ties, and a report of the reading."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True)
class PersonEntry:
    """Hold an actor of a collection; `names` are other names, each with its language.

    One that is only named in passing (`is_implied`) is made where the package has nobody of that name.
    """

    id: str
    name: str
    names: tuple[tuple[str, str], ...] = ()
    kind: str = "person"
    born: str | None = None
    died: str | None = None
    is_implied: bool = False
    is_confirmed: bool = False


@dataclass(frozen=True)
class OfficeEntry:
    """Hold an office; `holders` is None where the collection does not say whether one person holds it at a time."""

    id: str
    label: str
    state: str | None = None
    holders: str | None = None
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class TermEntry:
    """Hold one term; `as_of` is the day up to which it is known, where that differs from the rest of the file."""

    person: str
    office: str
    start: str | None = None
    end: str | None = None
    end_state: str = "unknown"
    as_of: str | None = None
    acting: bool = False
    source: str | None = None
    is_confirmed: bool = False


@dataclass(frozen=True)
class EventEntry:
    """Hold a dated event, with the people and places that took part, each with the part played."""

    label: str
    kind: str
    day: str
    about: str | None = None
    known_from: str | None = None
    parts: tuple[tuple[str, str], ...] = ()
    is_confirmed: bool = False


@dataclass(frozen=True)
class FigureEntry:
    """Hold an amount of something on a day."""

    label: str
    measure: str
    about: str
    amount: str
    day: str
    currency: str | None = None
    unit: str | None = None
    extent: str = "unstated"
    known_from: str | None = None
    is_confirmed: bool = False


@dataclass(frozen=True)
class TieEntry:
    """Hold what an actor belongs to; each side has its identifier in the file and its name.

    `complete_since` is the day from which on the file has all such ties of the actor, `other_complete_since` all of the other side.
    """

    actor: tuple[str, str]
    relation: str
    other: tuple[str, str]
    start: str | None = None
    end: str | None = None
    end_state: str = "unknown"
    as_of: str | None = None
    source: str | None = None
    is_confirmed: bool = False
    complete_since: str | None = None
    other_complete_since: str | None = None


Entry = PersonEntry | OfficeEntry | TermEntry | EventEntry | FigureEntry | TieEntry


@dataclass
class Reading:
    """Count what was read, what was lost and why (with the first place of each), and what was changed on the way."""

    read: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    changed: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)

    def lose(self, reason: str, place: str) -> None:
        """Count something that could not be taken over."""
        self.lost[reason] += 1
        self.first.setdefault(reason, place)

    def change(self, what: str, place: str) -> None:
        """Count something that was taken over in another form."""
        self.changed[what] += 1
        self.first.setdefault(what, place)
