"""The columns of tables that people keep: what each is called, and which of them a header has."""

from __future__ import annotations

import re

Row = dict[str, str]

# What people and the Wikidata query service call each column; compared without capitals, '_', '-' and blanks.
COLUMNS = {
    "person": (
        "person", "name", "fullname", "actor", "holder", "officeholder", "minister", "politician", "personlabel", "holderlabel",
        "humanlabel",
    ),
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
    "day_precision": ("dayprecision", "dateprecision"),
    "about": ("about",),
    "people": ("people", "participants", "who"),
    "place": ("place", "where"),
    "known_from": ("knownfrom",),
    "measure": ("measure",),
    "amount": ("amount", "value"),
    "currency": ("currency",),
    "unit": ("unit",),
    "extent": ("extent",),
    "relation": ("relation", "tie"),
    "other": ("other", "otherlabel"),
    "other_id": ("otherid",),
    "other_kind": ("otherkind",),
    "complete_since": ("completesince",),
    "other_complete_since": ("othercompletesince",),
}  # fmt: skip
_ENTITY = re.compile(r"<?https?://www\.wikidata\.org/(?:entity|wiki)/([QLP]\d+)>?")


def map_header(header: list[str]) -> dict[str, int]:
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


def read_identifier(row: Row, what: str) -> str:
    """Return the identifier of a person or an office: its own column, or else its name."""
    text = row.get(f"{what}_id") or row[what]
    entity = _ENTITY.fullmatch(text)
    return entity[1] if entity else text
