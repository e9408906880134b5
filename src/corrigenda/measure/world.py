"""A world: the rows of a small reference and of one article about it, and the days on which all of it truly was.

Nothing here, and nothing of what draws worlds or plants faults, knows a rule, a view or how the program reads a
cell: days are counted and dates are written by the calendar of Python alone. Else the rules would test themselves.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from random import Random

Row = dict[str, str]
Rows = dict[str, dict[str, Row]]
Cell = tuple[str, str, str]
Days = tuple[int, int]

# The first and the last day of the calendar stand for "nothing bounds it".
NEVER, EVER = 1, date.max.toordinal()


@dataclass(frozen=True)
class Term:
    """Hold a term as the reference tells it: the days on which it can have started and ended; `held` are those that it surely held."""

    tenure_id: str
    actor_id: str
    office_id: str
    start: Days
    end: Days

    @property
    def reach(self) -> Days:
        """Return the first and last day on which it can have been held."""
        return self.start[0], self.end[1]

    @property
    def held(self) -> Days:
        """Return the first and last day between which it surely was held; reversed where there are none."""
        return self.start[1], self.end[0]


@dataclass
class World:
    """Hold rows by table and key, with what is true of them.

    `days` gives the days on which each event of the article can have been, by what is printed of it; `written` the
    days on which the article can have been written; `terms` all terms; `roles` the rows that stand for something
    a fault may want to find, by a word for it.
    """

    key: str
    rows: Rows = field(default_factory=dict)
    days: dict[str, Days] = field(default_factory=dict)
    written: Days = (NEVER, EVER)
    terms: list[Term] = field(default_factory=list)
    wider: dict[str, str] = field(default_factory=dict)
    roles: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, table: str, name: str, role: str = "", /, **cells: str) -> str:
        """Add a row and return its key; `role` notes it for faults."""
        key = f"{self.key}/{name}" if name else self.key
        listed = self.rows.setdefault(table, {})
        assert key not in listed, f"{table} has {key} already"  # noqa: S101  (a slip of the generator, not of data)
        listed[key] = {k: v for k, v in cells.items() if v}
        if role:
            self.roles[role].append(key)
        return key

    def row(self, table: str, key: str) -> Row:
        """Return the cells of a row that are not empty."""
        return self.rows[table][key]

    def cell(self, table: str, key: str, field: str) -> str:
        """Return a cell as text, empty where nothing stands in it."""
        return self.rows[table][key].get(field, "")

    def listed(self, table: str) -> list[tuple[str, Row]]:
        """Return the rows of a table with their keys, in order."""
        return sorted(self.rows.get(table, {}).items())

    def terms_of(self, actor: str, office: str) -> list[Term]:
        """Return the terms of a person in an office, those in a special case of it included."""
        return [term for term in self.terms if term.actor_id == actor and office in self.scope(term.office_id)]

    def scope(self, office: str) -> set[str]:
        """Return an office with all that are wider than it."""
        found = {office}
        while office in self.wider and self.wider[office] not in found:
            office = self.wider[office]
            found.add(office)
        return found

    def copy(self) -> World:
        """Return the same world with rows that can be changed without touching this one."""
        rows = {table: {key: dict(row) for key, row in listed.items()} for table, listed in self.rows.items()}
        return World(self.key, rows, dict(self.days), self.written, list(self.terms), self.wider, self.roles)


def write_day(day: int, precision: str = "day") -> str:
    """Write a day as EDTF.

    >>> write_day(date(2024, 5, 6).toordinal()), write_day(date(2024, 5, 6).toordinal(), "month")
    ('2024-05-06', '2024-05')
    """
    return date.fromordinal(day).isoformat()[: {"day": 10, "month": 7, "year": 4}[precision]]


def span_of(day: int, precision: str = "day") -> Days:
    """Return the first and last day that a day can be once it is written so.

    >>> [write_day(one) for one in span_of(date(2024, 2, 6).toordinal(), "month")]
    ['2024-02-01', '2024-02-29']
    """
    at = date.fromordinal(day)
    if precision == "day":
        return day, day
    if precision == "month":
        after = date(at.year + at.month // 12, at.month % 12 + 1, 1)
        return at.replace(day=1).toordinal(), after.toordinal() - 1
    return date(at.year, 1, 1).toordinal(), date(at.year, 12, 31).toordinal()


def read_day(text: str) -> Days | None:
    """Return the first and last day of a plain date as it is written here, or None for anything else.

    >>> read_day("2024-02") == span_of(date(2024, 2, 6).toordinal(), "month"), read_day("XXXX-02-06")
    (True, None)
    """
    parts = text.split("-")
    try:
        first = date(*[*map(int, parts), 1, 1][:3])
    except ValueError:
        return None
    return span_of(first.toordinal(), ("year", "month", "day")[len(parts) - 1]) if len(parts) <= 3 else None


def print_day(day: int, precision: str = "day", year: bool = True) -> str:
    """Write a day as an article prints it.

    >>> print_day(date(2024, 5, 6).toordinal()), print_day(date(2024, 5, 6).toordinal(), "month")
    ('May 6, 2024', 'May 2024')
    """
    at = date.fromordinal(day)
    words = {"day": f"{at:%B} {at.day}, {at.year}" if year else f"{at:%B} {at.day}", "month": f"{at:%B %Y}", "year": f"{at.year}"}
    return words[precision]


def shift_years(day: int, years: int) -> int:
    """Return the same day of another year (28 February for a 29th that is not there)."""
    at = date.fromordinal(day)
    try:
        return at.replace(year=at.year + years).toordinal()
    except ValueError:
        return at.replace(year=at.year + years, day=28).toordinal()


def apart(one: Days, other: Days) -> bool:
    """Tell whether two stretches share no day."""
    return one[1] < other[0] or other[1] < one[0]


def pick(rng: Random, weights: dict[str, int]) -> str:
    """Draw a word by its weight."""
    return rng.choices(list(weights), list(weights.values()))[0]
