"""The states of the world by their codes, as the starter has them: names, short forms and adjectives."""

from __future__ import annotations

from functools import cache

from corrigenda.collections.keys import slug
from corrigenda.package.storage.files import program_folder
from corrigenda.package.tables.csv_file import read_rows
from corrigenda.values.names import fold


@cache
def state_names() -> dict[str, tuple[str, ...]]:
    """Return the names of each state by its key: the usual one first, then the others."""
    names: dict[str, list[str]] = {}
    file = program_folder("starter") / "states.csv"
    for row in read_rows(file)[1] if file.is_file() else ():
        names.setdefault(row["state"], []).append(row["name"])
    return {state: tuple(found) for state, found in names.items()}


def find_state(text: str, states: dict[str, tuple[str, ...]]) -> str:
    """Return the key of the state that a code or a name means; what is not known becomes a key of its own.

    >>> find_state("France", {"fr": ("France",)}), find_state("us", {}), find_state("Ruritania", {})
    ('fr', 'us', 'ruritania')
    """
    folded = fold(text)
    if folded in states:
        return folded
    return next((state for state, names in states.items() if folded in map(fold, names)), slug(text))
