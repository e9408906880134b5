"""Popolo: one JSON object with persons, organizations, posts and memberships, read entry by entry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corrigenda.collections.entries import Entry, OfficeEntry, PersonEntry, Reading, TermEntry
from corrigenda.collections.forms.dates import read_date
from corrigenda.collections.forms.lines import open_bytes
from corrigenda.collections.forms.nesting import Shallow
from corrigenda.errors import SetupError

_PARTS = ("persons", "organizations", "posts", "memberships")
_NO_OFFICE = "a membership without a post and without an organization was left out"


def read_popolo(file: Path, reading: Reading, language: str) -> Iterator[Entry]:
    """Yield the people, bodies, posts and memberships of a file.

    A membership without a post is one in its organization, by its role. Raises SetupError where the file is not Popolo.
    """
    organizations: dict[str, str] = {}
    made: set[str] = set()
    seen = 0
    for part in _PARTS:
        for number, item in enumerate(read_items(file, f"{part}.item"), 1):
            seen += 1
            place = f"{part}, entry {number}"
            if not isinstance(item, dict):
                raise SetupError(f"{file}, {place}: is no object.")
            if part == "memberships":
                yield from _read_membership(item, reading, place, organizations, made)
            elif not (key := _text(item, "id")):
                reading.lose(f"an entry of {part} without an id was left out", place)
            elif part == "posts":
                label = _text(item, "label") or _text(item, "role")
                if label:
                    body = organizations.get(_text(item, "organization_id") or "")
                    yield OfficeEntry(key, label if not body or body in label else f"{label}, {body}", names=((label, language),))
                else:
                    reading.lose("a post without a label was left out", place)
            elif name := _text(item, "name"):
                if part == "organizations":
                    organizations[key] = name
                yield _person(key, name, part, item, reading, place, language)
            else:
                reading.lose(f"an entry of {part} without a name was left out", place)
    if not seen:
        raise SetupError(f"{file}: has none of {', '.join(_PARTS)}; expected a Popolo file, which is one JSON object with these lists.")


def read_items(file: Path, path: str) -> Iterator[Any]:
    """Yield the entries of a list in a JSON file, however large it is; raises SetupError where it is not JSON."""
    import ijson

    with open_bytes(file) as stream:
        try:
            yield from ijson.items(Shallow(stream, str(file)), path, use_float=True)
        except (ijson.JSONError, UnicodeDecodeError, RecursionError) as error:
            # The first line says what is wrong, the others draw where in a piece of the file.
            said = str(error).split("\n")[0][:120]
            raise SetupError(f"{file}: is not JSON: {said}") from None


def _person(key: str, name: str, part: str, item: dict[str, Any], reading: Reading, place: str, language: str) -> PersonEntry:
    others = item.get("other_names")
    names = {_text(other, "name") for other in others if isinstance(other, dict)} if isinstance(others, list) else set()
    kept = tuple((other, language if other.isascii() else "und") for other in sorted(names - {None, name}, key=str) if other)
    first, last = ("birth_date", "death_date") if part == "persons" else ("founding_date", "dissolution_date")
    born, died = read_date(_text(item, first), reading, place), read_date(_text(item, last), reading, place)
    return PersonEntry(key, name, kept, "person" if part == "persons" else "body", born, died)


def _read_membership(
    item: dict[str, Any], reading: Reading, place: str, organizations: dict[str, str], made: set[str]
) -> Iterator[OfficeEntry | TermEntry]:
    person, office = _text(item, "person_id"), _text(item, "post_id")
    body = _text(item, "organization_id")
    if not person:
        reading.lose("a membership without a person was left out", place)
        return
    if not office:
        if not body or body not in organizations:
            reading.lose(_NO_OFFICE, place)
            return
        role = _text(item, "role") or "member"
        office = f"{body} {role}"
        if office not in made:
            made.add(office)
            yield OfficeEntry(office, f"{role[:1].upper()}{role[1:]} of {organizations[body]}")
    end = read_date(_text(item, "end_date"), reading, place)
    yield TermEntry(person, office, read_date(_text(item, "start_date"), reading, place), end, "closed" if end else "unknown")


def _text(item: dict[str, Any], name: str) -> str | None:
    value = item.get(name)
    return (
        value.strip() or None if isinstance(value, str) else str(value) if isinstance(value, int) and not isinstance(value, bool) else None
    )
