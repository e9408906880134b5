"""A CSV with named columns: terms, people with their names, dated events or figures, by what its header has."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from corrigenda.collections.entries import Entry, EventEntry, FigureEntry, OfficeEntry, PersonEntry, Reading, TermEntry
from corrigenda.collections.forms.dates import read_date
from corrigenda.collections.forms.lines import LONGEST, open_lines
from corrigenda.errors import SetupError

# What people and the Wikidata query service call each column; compared without capitals, '_', '-' and blanks.
COLUMNS = {
    "person": ("person", "name", "holder", "personlabel", "holderlabel", "humanlabel"),
    "person_id": ("personid", "personqid", "holderid", "wikidata", "qid"),
    "office": ("office", "position", "post", "title", "officelabel", "positionlabel", "postlabel"),
    "office_id": ("officeid", "positionid", "postid"),
    "start": ("start", "startdate", "from", "since", "starttime"),
    "end": ("end", "enddate", "to", "until", "endtime"),
    "start_precision": ("startprecision", "startdateprecision"),
    "end_precision": ("endprecision", "enddateprecision"),
    "end_state": ("endstate", "status"),
    "as_of": ("asof", "knownuntil"),
    "acting": ("acting", "interim"),
    "holders": ("holders",),
    "state": ("state", "country"),
    "source": ("source", "reference"),
    "confirmed": ("confirmed",),
    "variants": ("variants", "names", "aliases", "alsoknownas", "altlabel", "personaltlabel"),
    "kind": ("kind", "type"),
    "born": ("born", "birthdate", "dateofbirth", "birth"),
    "died": ("died", "deathdate", "dateofdeath", "death"),
    "born_precision": ("bornprecision", "birthdateprecision", "dateofbirthprecision"),
    "died_precision": ("diedprecision", "deathdateprecision", "dateofdeathprecision"),
    "event": ("event", "label", "what"),
    "day": ("day", "date"),
    "about": ("about",),
    "people": ("people", "participants", "who"),
    "place": ("place", "where"),
    "known_from": ("knownfrom",),
    "measure": ("measure",),
    "amount": ("amount", "value"),
    "currency": ("currency",),
    "unit": ("unit",),
    "extent": ("extent",),
}  # fmt: skip
_ENTITY = re.compile(r"<?https?://www\.wikidata\.org/(?:entity|wiki)/([QLP]\d+)>?")
_STATES = {"incumbent": "open", "current": "open", "open": "open", "closed": "closed", "ended": "closed", "unknown": "unknown"}
_TRUE = ("true", "yes", "1", "x")
_LISTED = re.compile(r"\s*[;|]\s*")
_EXPECTED = (
    "expected the columns of terms (person, office, start, end), of people (person, with variants, born or died), "
    "of events (event, kind, day) or of figures (event, measure, about, amount, day)"
)
Row = dict[str, str]


def read_table(file: Path, reading: Reading, language: str, *, is_open: bool = False) -> Iterator[Entry]:
    """Yield what the rows of a CSV say; the header shows what kind of rows they are.

    With `is_open`, an empty end means that the person was still in office. Separators are ',', ';' or a tab. Raises
    SetupError for a file that is no CSV, or whose header is none of the four.
    """
    lines = open_lines(file, is_stripped=False)
    first = next(lines, None)
    if first is None:
        raise SetupError(f"{file}: is empty; {_EXPECTED}.")
    separator = max(",;\t", key=first[1].count)
    header = next(csv.reader([first[1]], delimiter=separator), [])
    places = _map_header(header)
    read = _reader_of(places)
    if read is None:
        raise SetupError(f"{file}, line 1: the columns are {', '.join(name[:40] for name in header[:20])}; {_EXPECTED}.")
    limit = csv.field_size_limit(LONGEST)
    number = first[0]

    def texts() -> Iterator[str]:
        nonlocal number
        for number, text in lines:  # noqa: B007  (the number is shown with the row)
            yield text + "\n"

    try:
        for cells in csv.reader(texts(), delimiter=separator, strict=True):
            row = {name: cells[place].strip() for name, place in places.items() if place < len(cells)}
            if len(cells) != len(header):
                raise SetupError(f"{file}, line {number}: has {len(cells)} cells; expected {len(header)} as in the header.")
            yield from read(row, reading, f"line {number}", language, is_open)
    except csv.Error as error:
        raise SetupError(f"{file}, line {number}: is not CSV: {error}.") from None
    finally:
        csv.field_size_limit(limit)


def _map_header(header: list[str]) -> dict[str, int]:
    """Return the place of each known column; where there is a label as well as an entity, the entity is the identifier."""
    plain = [re.sub(r"[\s_?-]", "", name).lower() for name in header]
    places: dict[str, int] = {}
    for name, words in COLUMNS.items():
        found = next((plain.index(word) for word in words if word in plain), None)
        if found is not None:
            places[name] = found
    for name in ("person", "office"):
        label = next((plain.index(word) for word in COLUMNS[name] if word.endswith("label") and word in plain), None)
        if label is not None and label != places.get(name):
            places.setdefault(f"{name}_id", places[name])
            places[name] = label
    return places


def _reader_of(places: dict[str, int]) -> Callable[[Row, Reading, str, str, bool], Iterator[Entry]] | None:
    has = places.keys()
    if {"measure", "amount", "about", "day"} <= has:
        return _read_figure
    if {"event", "kind", "day"} <= has:
        return _read_event
    if {"person", "office"} <= has:
        return _read_term
    if "person" in has and has & {"variants", "born", "died"}:
        return _read_person
    return None


def _read_term(row: Row, reading: Reading, place: str, language: str, is_open: bool) -> Iterator[Entry]:
    person, office = row["person"], row["office"]
    if not person or not office:
        reading.lose("a row without a person or an office was left out", place)
        return
    person_id, office_id = _identifier(row, "person"), _identifier(row, "office")
    start = read_date(row.get("start"), reading, place, row.get("start_precision"))
    end = read_date(row.get("end"), reading, place, row.get("end_precision"))
    told = row.get("end_state", "").lower()
    state = "closed" if end else _STATES.get(told, "unknown") if told else "open" if is_open and not row.get("end") else "unknown"
    holders = row.get("holders") if row.get("holders") in ("one", "several") else None
    yield from _read_person(row, reading, place, language, is_open)
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
        row.get("confirmed", "").lower() in _TRUE,
    )


def _read_person(row: Row, reading: Reading, place: str, language: str, _: bool) -> Iterator[Entry]:
    if not row["person"]:
        reading.lose("a row without a name was left out", place)
        return
    names = [name for name in _LISTED.split(row.get("variants", "")) if name and name != row["person"]]
    kind = row.get("kind", "").lower() or "person"
    if kind not in ("person", "body", "state", "place", "programme", "weapon", "group"):
        reading.lose(f"a kind of actor that the tables do not have ('{kind[:30]}') was left out", place)
        return
    born = read_date(row.get("born"), reading, place, row.get("born_precision"))
    died = read_date(row.get("died"), reading, place, row.get("died_precision"))
    kept = tuple((name, language if name.isascii() else "und") for name in dict.fromkeys(names))
    yield PersonEntry(_identifier(row, "person"), row["person"], kept, kind, born, died)


def _read_event(row: Row, reading: Reading, place: str, language: str, _: bool) -> Iterator[Entry]:
    day = read_date(row["day"], reading, place)
    if not row["event"] or not row["kind"] or not day:
        reading.lose("an event without a label, a kind or a day was left out", place)
        return
    people = [name for name in _LISTED.split(row.get("people", "")) if name]
    places = [name for name in _LISTED.split(row.get("place", "")) if name]
    yield from (PersonEntry("", name) for name in people)
    yield from (PersonEntry("", name, kind="place") for name in places)
    parts = (*((name, "agent") for name in people), *((name, "place") for name in places))
    known = read_date(row.get("known_from"), reading, place, is_padded=False)
    yield EventEntry(row["event"], row["kind"].lower(), day, row.get("about") or None, known, parts)


def _read_figure(row: Row, reading: Reading, place: str, language: str, _: bool) -> Iterator[Entry]:
    day = read_date(row["day"], reading, place)
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
    )


def _identifier(row: Row, what: str) -> str:
    """Return the identifier of a person or an office: its own column, or else its name."""
    text = row.get(f"{what}_id") or row[what]
    entity = _ENTITY.fullmatch(text)
    return entity[1] if entity else text
