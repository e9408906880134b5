"""What a new reference begins with: the states of the world with their adjectives and short forms, verbs of saying, signs of
currencies, and the words by which a draft recognises what a text says.
"""

from __future__ import annotations

import re
from pathlib import Path

from corrigenda.package.storage.files import program_folder, write_atomically
from corrigenda.package.tables.csv_file import read_rows, write_rows
from corrigenda.values.names import fold

_COPIED = ("verbs", "signs", "cues")
CLDR = {
    "source_id": "unicode-cldr",
    "title": "Common Locale Data Repository: names of territories in English",
    "publisher": "Unicode Consortium",
    "url": "https://cldr.unicode.org",
    "licence": "Unicode-3.0",
    "seen": "page",
    "note": "Names of states as the library Babel 2.18 has them.",
}
_OWN = "corrigenda"
_UNCONFIRMED = dict.fromkeys(("name_confirmed", "used_from_confirmed", "used_to_confirmed", "superseded_confirmed"), "false")


def write_starter(folder: Path) -> None:
    """Fill the tables of a new package with the starter; nothing in it is about an article.

    Names of states are confirmed by the repository they come from; short forms and adjectives were collected by hand, and nobody has
    confirmed them. Names that two states share (Congolese) belong to both.
    """
    known = folder / "data" / "known"
    program = program_folder("data") / "known"
    for name in _COPIED:
        write_atomically(known / f"{name}.csv", (program / f"{name}.csv").read_bytes())
    actors, names = _state_rows()
    used = {row["source_id"] for name in _COPIED for row in read_rows(known / f"{name}.csv")[1]} - {_OWN}
    sources = [row for row in read_rows(program / "sources.csv")[1] if row["source_id"] in used]
    _add(known / "sources.csv", [*sources, CLDR])
    _add(known / "actors.csv", actors)
    _add(known / "names.csv", names)


def _state_rows() -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    actors: list[dict[str, str]] = []
    names: list[dict[str, str]] = []
    for row in read_rows(program_folder("starter") / "states.csv")[1]:
        state, name, form = row["state"], row["name"], row["form"]
        source = CLDR["source_id"] if form == "name" else _OWN
        if form == "name":
            unsure = dict.fromkeys(("existed_from_confirmed", "existed_to_confirmed"), "false")
            actors.append({"actor_id": state, "label": name, "kind": "state", "source_id": source} | unsure)
        # "U.S." and "US" are one name to whoever compares names, and two keys.
        words = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") if "." in name else fold(name).replace(" ", "-")
        names.append(
            {
                **_UNCONFIRMED,
                "name_id": f"{state}/{words}",
                "actor_id": state,
                "name": name,
                "language": "en",
                "rank": "primary" if form == "name" else "secondary",
                "name_confirmed": "true" if form == "name" else "false",
                "source_id": source,
                "note": "Adjective" if form == "adjective" else "",
            }
        )
    return actors, names


def _add(file: Path, rows: list[dict[str, str]]) -> None:
    header, before = read_rows(file)
    key = header[0]
    ordered = sorted([*before, *rows], key=lambda row: row[key])
    write_atomically(file, write_rows(header, [[row.get(name) or None for name in header] for row in ordered]))
