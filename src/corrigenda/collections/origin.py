"""Where the rows of an import come from, and the form in which they are made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corrigenda.collections.keys import slug

Cells = dict[str, str]
Rows = Iterator[Cells]


@dataclass(frozen=True)
class Origin:
    """Say where the rows come from: the row of the table sources; `is_stated` where somebody has given the day of the file.

    `seen_on` is the day of the import, empty where the rows come from no file.
    """

    source_id: str
    title: str
    known_until: str
    licence: str | None = None
    url: str | None = None
    is_stated: bool = False
    seen_on: str = ""


def source_key(origin: Origin, text: str) -> str:
    """Return the key of a source that a row of the file names itself."""
    return f"{origin.source_id}/{slug(text)}"
