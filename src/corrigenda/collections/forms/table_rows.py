"""One row of a table that people keep, as what it says: a term, a person, an event, a figure or a tie."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from corrigenda.collections.entries import Entry, EventEntry, FigureEntry, OfficeEntry, PersonEntry, Reading, TermEntry, TieEntry
from corrigenda.collections.forms.columns import Row, read_identifier
from corrigenda.collections.forms.dates import read_date

_STATES = {"incumbent": "open", "current": "open", "open": "open", "closed": "closed", "ended": "closed", "unknown": "unknown"}
_TRUE = ("true", "yes", "1", "x")
_LISTED = re.compile(r"\s*[;|]\s*")
_KINDS = ("person", "body", "state", "place", "programme", "weapon", "group", "work")
# What is on either side of a tie where the file does not say: whoever has it, and what it is to.
_SIDES = {
    "citizen-of": ("person", "state"),
    "lies-in": ("place", "place"),
    "made": ("person", "work"),
    "married-to": ("person", "person"),
    "one-of": ("person", "group"),
    "part-of": ("body", "body"),
}
RowReader = Callable[[Row, Reading, str, str, bool], Iterator[Entry]]


def is_told(row: Row) -> bool:
    """Tell whether a row says that somebody has seen it confirmed."""
    return row.get("confirmed", "").lower() in _TRUE


def _read_term(row: Row, reading: Reading, place: str, language: str, is_open: bool) -> Iterator[Entry]:
    person, office = row["person"], row["office"]
    if not person or not office:
        reading.lose("a row without a person or an office was left out", place)
        return
    person_id, office_id = read_identifier(row, "person"), read_identifier(row, "office")
    start = read_date(row.get("start"), reading, place, row.get("start_precision"))
    end = read_date(row.get("end"), reading, place, row.get("end_precision"))
    told = row.get("end_state", "").lower()
    state = "closed" if end else _STATES.get(told, "unknown") if told else "open" if is_open and not row.get("end") else "unknown"
    holders = row.get("holders") if row.get("holders") in ("one", "several") else None
    # Who has seen the days of a term has not seen how the name is spelt.
    yield from read_person({**row, "confirmed": ""}, reading, place, language, is_open)
    yield OfficeEntry(office_id, office, row.get("state", "").lower() or None, holders)
    yield TermEntry(
        person_id,
        office_id,
        start,
        end,
        "unknown" if state == "closed" and not end else state,
        read_date(row.get("as_of"), reading, place, is_padded=False),
        row.get("acting", "").lower() in _TRUE,
        row.get("source") or None,
        is_told(row),
    )


def read_person(row: Row, reading: Reading, place: str, language: str, _: bool) -> Iterator[Entry]:
    """Yield the person or other actor that a row names, with other names and dates of life."""
    if not row["person"]:
        reading.lose("a row without a name was left out", place)
        return
    names = [name for name in _LISTED.split(row.get("variants", "")) if name and name != row["person"]]
    kind = row.get("kind", "").lower() or "person"
    if kind not in _KINDS:
        reading.lose(f"a kind of actor that the tables do not have ('{kind[:30]}') was left out", place)
        return
    born = read_date(row.get("born"), reading, place, row.get("born_precision"))
    died = read_date(row.get("died"), reading, place, row.get("died_precision"))
    kept = tuple((name, language if name.isascii() else "und") for name in dict.fromkeys(names))
    yield PersonEntry(read_identifier(row, "person"), row["person"], kept, kind, born, died, is_confirmed=is_told(row))


def _read_event(row: Row, reading: Reading, place: str, language: str, _: bool) -> Iterator[Entry]:
    day = read_date(row["day"], reading, place, row.get("day_precision"))
    if not row["event"] or not row["kind"] or not day:
        reading.lose("an event without a label, a kind or a day was left out", place)
        return
    people = [name for name in _LISTED.split(row.get("people", "")) if name]
    places = [name for name in _LISTED.split(row.get("place", "")) if name]
    yield from (PersonEntry("", name, is_implied=True) for name in people)
    yield from (PersonEntry("", name, kind="place", is_implied=True) for name in places)
    parts = (*((name, "agent") for name in people), *((name, "place") for name in places))
    known = read_date(row.get("known_from"), reading, place, is_padded=False)
    yield EventEntry(row["event"], row["kind"].lower(), day, row.get("about") or None, known, parts, is_told(row))


def _read_figure(row: Row, reading: Reading, place: str, language: str, _: bool) -> Iterator[Entry]:
    day = read_date(row["day"], reading, place, row.get("day_precision"))
    amount = row["amount"].replace(",", "").replace("\u202f", "").replace(" ", "")
    if not day or not row["about"] or not re.fullmatch(r"-?\d{1,18}(\.\d{1,9})?", amount):
        reading.lose("a figure without something it is about, a day or a plain number was left out", place)
        return
    label = row.get("event") or f"{row['measure']} of {row['about']}"
    known = read_date(row.get("known_from"), reading, place, is_padded=False)
    extent = row.get("extent", "").lower()
    yield FigureEntry(
        label,
        row["measure"].lower(),
        row["about"],
        amount,
        day,
        row.get("currency", "").upper() or None,
        row.get("unit") or None,
        extent if extent in ("total", "part") else "unstated",
        known,
        is_told(row),
    )


def _read_tie(row: Row, reading: Reading, place: str, language: str, is_open: bool) -> Iterator[Entry]:
    person, other = row["person"], row["other"]
    relation = re.sub(r"[\s_]+", "-", re.sub(r"^is (an? )?", "", row["relation"].lower()))
    if not person or not other or not relation:
        reading.lose("a tie without an actor, a relation or the other side was left out", place)
        return
    own_kind, other_kind = _SIDES.get(relation, ("person", "body"))
    person_id, other_id = read_identifier(row, "person"), read_identifier(row, "other")
    for kind, key, name in ((row.get("kind"), person_id, person), (row.get("other_kind"), other_id, other)):
        told = (kind or (own_kind if key == person_id else other_kind)).lower()
        if told not in _KINDS:
            reading.lose(f"a kind of actor that the tables do not have ('{told[:30]}') was left out", place)
            return
        yield PersonEntry(key, name, kind=told, is_implied=True)
    end = read_date(row.get("end"), reading, place, row.get("end_precision"))
    state = "closed" if end else _STATES.get(row.get("end_state", "").lower(), "open" if is_open or not row.get("end") else "unknown")
    yield TieEntry(
        (person_id, person),
        relation,
        (other_id, other),
        read_date(row.get("start"), reading, place, row.get("start_precision")),
        end,
        "unknown" if state == "closed" and not end else state,
        read_date(row.get("as_of"), reading, place, is_padded=False),
        row.get("source") or None,
        is_told(row),
        read_date(row.get("complete_since"), reading, place, is_padded=False),
        read_date(row.get("other_complete_since"), reading, place, is_padded=False),
    )


# What a row says by the columns that it has: the first set that is there is taken.
_READERS: tuple[tuple[frozenset[str], RowReader], ...] = (
    (frozenset({"measure", "amount", "about", "day"}), _read_figure),
    (frozenset({"event", "kind", "day"}), _read_event),
    (frozenset({"person", "relation", "other"}), _read_tie),
    (frozenset({"person", "office"}), _read_term),
)


def reader_of(columns: Iterable[str]) -> RowReader | None:
    """Return what reads a row with these columns, or None where they say nothing together."""
    has = set(columns)
    found = next((read for wanted, read in _READERS if wanted <= has), None)
    return found or (read_person if "person" in has and has & {"variants", "born", "died"} else None)
