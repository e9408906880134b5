"""FollowTheMoney entities (OpenSanctions and others), one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corrigenda.collections.entries import Entry, OfficeEntry, PersonEntry, Reading, TermEntry
from corrigenda.collections.forms.dates import read_date
from corrigenda.collections.forms.lines import open_lines
from corrigenda.errors import SetupError

_KINDS = {"Person": "person", "Organization": "body", "PublicBody": "body", "Company": "body", "LegalEntity": "body"}
_STATES = {"current": "open", "ended": "closed"}
_NAMES = ("alias", "weakAlias", "previousName")
_NO_PEOPLE = "an occupancy that does not name one holder and one post was left out"


def read_followthemoney(file: Path, reading: Reading, language: str) -> Iterator[Entry]:
    """Yield the people, bodies, positions and occupancies of a file; everything else is counted as lost.

    A file that ends within an entity, or has a line that is no entity, raises SetupError with the line.
    """
    for number, line in open_lines(file):
        place = f"line {number}"
        try:
            entity = json.loads(line)
        except (ValueError, RecursionError):
            raise SetupError(f"{file}, {place}: is not JSON; expected one FollowTheMoney entity a line.") from None
        if not isinstance(entity, dict) or not isinstance(entity.get("schema"), str) or not isinstance(entity.get("id"), str):
            raise SetupError(f"{file}, {place}: is no FollowTheMoney entity; expected an object with 'id', 'schema' and 'properties'.")
        cells = entity.get("properties")
        if not isinstance(cells, dict):
            raise SetupError(f"{file}, {place}: the entity '{entity['id'][:60]}' has no 'properties'.")
        yield from _read_entity(entity["id"], entity["schema"], cells, reading, place, language)


def _read_entity(key: str, schema: str, cells: dict[str, Any], reading: Reading, place: str, language: str) -> Iterator[Entry]:
    names = _all(cells, "name")
    if schema in _KINDS:
        if not names:
            reading.lose(f"a {schema} without a name was left out", place)
            return
        others = dict.fromkeys(name for field in ("name", *_NAMES) for name in _all(cells, field))
        born = read_date(_one(cells, "birthDate" if schema == "Person" else "incorporationDate"), reading, place)
        died = read_date(_one(cells, "deathDate" if schema == "Person" else "dissolutionDate"), reading, place)
        kept = tuple((name, language if name.isascii() else "und") for name in others if name != names[0])
        yield PersonEntry(key, names[0], kept, _KINDS[schema], born, died)
    elif schema == "Position":
        if not names:
            reading.lose("a Position without a name was left out", place)
            return
        kept = tuple((name, language if name.isascii() else "und") for name in names[1:])
        yield OfficeEntry(key, names[0], state=_state(cells), names=kept)
    elif schema == "Occupancy":
        holders, posts = _all(cells, "holder"), _all(cells, "post")
        if len(holders) != 1 or len(posts) != 1:
            reading.lose(_NO_PEOPLE, place)
            return
        end = read_date(_one(cells, "endDate"), reading, place)
        state = "closed" if end else _STATES.get(_one(cells, "status") or "", "unknown")
        yield TermEntry(
            holders[0],
            posts[0],
            read_date(_one(cells, "startDate"), reading, place),
            end,
            "unknown" if state == "closed" and not end else state,
            read_date(_one(cells, "declarationDate"), reading, place, is_padded=False),
        )
    else:
        reading.lose(f"entities of the schema {schema[:60]} are not read", place)


def _all(cells: dict[str, Any], name: str) -> list[str]:
    values = cells.get(name)
    return [text for value in values if isinstance(value, str) and (text := value.strip())] if isinstance(values, list) else []


def _one(cells: dict[str, Any], name: str) -> str | None:
    """Return the value of a property; of several dates nobody can say which is right, so that the least precise one is taken."""
    values = sorted(_all(cells, name), key=lambda value: (len(value), value))
    return None if not values else values[0] if all(value.startswith(values[0]) for value in values) else _shared(values)


def _shared(values: list[str]) -> str | None:
    """Return what several dates have in common: the year or the month, or nothing."""
    for width in (7, 4):
        if len({value[:width] for value in values}) == 1:
            return values[0][:width]
    return None


def _state(cells: dict[str, Any]) -> str | None:
    states = _all(cells, "country")
    return states[0].lower() if len(states) == 1 else None
