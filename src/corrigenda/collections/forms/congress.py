"""The collection congress-legislators: people with their terms in Congress and as president, in YAML or JSON."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corrigenda.collections.entries import Entry, OfficeEntry, PersonEntry, Reading, TermEntry
from corrigenda.collections.forms.dates import read_date
from corrigenda.collections.forms.lines import LONGEST, open_lines
from corrigenda.collections.forms.popolo import read_items
from corrigenda.errors import SetupError

LICENCE = "CC0-1.0"
URL = "https://github.com/unitedstates/congress-legislators"
# The office of each type of term, with the forms in which news prints it; whoever sits for a state is one of several.
_OFFICES = {
    "prez": ("President of the United States", "one", ("President", "US President", "U.S. President")),
    "viceprez": ("Vice President of the United States", "one", ("Vice President", "US Vice President", "U.S. Vice President")),
    "sen": ("United States Senator", "several", ("Senator", "Sen.", "US Senator", "U.S. Senator")),
    "rep": ("United States Representative", "several", ("Representative", "Rep.", "Congressman", "Congresswoman", "US Representative")),
}


def read_congress(file: Path, reading: Reading, language: str) -> Iterator[Entry]:
    """Yield people and terms; the end of a term that is still to come is a plan, and is read as one by what settles the terms.

    Raises SetupError for a file that is neither, with the line or the entry.
    """
    for key, (label, holders, titles) in _OFFICES.items():
        yield OfficeEntry(key, label, "us", holders, tuple((title, "en") for title in titles))
    items = _read_yaml(file) if file.suffix.lower() in (".yaml", ".yml") else enumerate(read_items(file, "item"), 1)
    seen = 0
    for number, item in items:
        seen += 1
        yield from _read_person(file, item, reading, f"entry {number}", language)
    if not seen:
        raise SetupError(f"{file}: has no person; expected a list of people, each with 'id', 'name' and 'terms'.")


def _read_yaml(file: Path) -> Iterator[tuple[int, Any]]:
    """Yield the entries of a list in YAML, one at a time, so that a large file needs little memory."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    block: list[str] = []
    start, size, count = 1, 0, 0

    def parse() -> Any:
        text = "\n".join(block)
        if any(line.lstrip("- ").startswith(("&", "*")) or ": &" in line or ": *" in line for line in block):
            raise SetupError(f"{file}, line {start}: has an alias of YAML, which this collection does not use.")
        try:
            return yaml.load(text, loader)[0]  # noqa: S506  (a safe loader)
        except (yaml.YAMLError, ValueError, TypeError, KeyError, IndexError, RecursionError):
            raise SetupError(f"{file}: the entry that starts on line {start} is not YAML.") from None

    for number, line in open_lines(file, is_stripped=False):
        if line.startswith(("#", "---")) and not block:
            continue
        if line.startswith("- ") and block:
            count += 1
            yield count, parse()
            block, size = [], 0
        if not block:
            start = number
            if not line.startswith("- "):
                raise SetupError(f"{file}, line {number}: is no list in YAML; expected '- id:'.")
        block.append(line)
        size += len(line)
        if size > LONGEST:
            raise SetupError(f"{file}: the entry that starts on line {start} is longer than {LONGEST:,} bytes.")
    if block:
        yield count + 1, parse()


def _read_person(file: Path, item: Any, reading: Reading, place: str, language: str) -> Iterator[Entry]:
    identity, name, terms = (item.get(part) if isinstance(item, dict) else None for part in ("id", "name", "terms"))
    if not isinstance(identity, dict) or not isinstance(name, dict) or not isinstance(terms, list):
        raise SetupError(f"{file}, {place}: is no person of congress-legislators; expected 'id', 'name' and 'terms'.")
    key = next((str(identity[kind]) for kind in ("bioguide", "wikidata", "govtrack") if identity.get(kind)), "")
    parts = {part: str(name.get(part) or "") for part in ("first", "middle", "last", "suffix", "nickname", "official_full")}
    plain = f"{parts['first']} {parts['last']}".strip()
    full = parts["official_full"] or plain
    if not key or not full:
        reading.lose("a person without an identifier or a name was left out", place)
        return
    forms = (
        full,
        plain,
        f"{parts['first']} {parts['middle']} {parts['last']}",
        f"{plain} {parts['suffix']}",
        f"{parts['nickname']} {parts['last']}",
    )
    used = dict.fromkeys(
        " ".join(form.split())
        for form in (*forms[:2], *(f for f, p in zip(forms[2:], ("middle", "suffix", "nickname"), strict=True) if parts[p]))
    )
    bio = item.get("bio")
    born = read_date(str(bio.get("birthday") or ""), reading, place, is_padded=False) if isinstance(bio, dict) else None
    yield PersonEntry(key, full, tuple((form, language) for form in used if form != full), "person", born)
    for term in terms:
        kind = term.get("type") if isinstance(term, dict) else None
        if kind not in _OFFICES:
            reading.lose("a term of an unknown type was left out", place)
            continue
        start, end = (read_date(str(term.get(side) or ""), reading, place, is_padded=False) for side in ("start", "end"))
        yield TermEntry(key, kind, start, end, "closed" if end else "unknown")
