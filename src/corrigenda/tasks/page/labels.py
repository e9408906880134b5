"""How the rows that a finding points at are named in words: by their own label, or by what they tie."""

from __future__ import annotations

from collections.abc import Iterable

from corrigenda.engine.sql import literal, quote
from corrigenda.engine.tables import Tables
from corrigenda.errors import LimitError, MissingTableError

_ACTOR = "JOIN actors AS actor ON actor.actor_id = own.actor_id"
_WORDS = {
    "tenures": ("concat(actor.label, ' as ', office.label)", f"{_ACTOR} JOIN offices AS office ON office.office_id = own.office_id"),
    "ties": ("concat(actor.label, ' and ', other.label)", f"{_ACTOR} JOIN actors AS other ON other.actor_id = own.other_id"),
    "names": ("concat('the name ‘', own.name, '’')", ""),
    "articles": ("'the day of publication'", ""),
    **dict.fromkeys(("actors", "offices", "milestones", "figures"), ("own.label", "")),
}


def label_rows(tables: Tables, table: str, keys: Iterable[str]) -> dict[str, str]:
    """Return the words for rows of a table by key; none where its rows have no words of their own."""
    if table not in _WORDS:
        return {}
    words, joined = _WORDS[table]
    key = f"own.{quote(tables.package.tables[table].key[0])}"
    wanted = ", ".join(literal(one) for one in sorted(keys))
    try:
        return dict(tables.run(f"SELECT {key}, {words} FROM {quote(table)} AS own {joined} WHERE {key} IN ({wanted})"))
    except (LimitError, MissingTableError):
        return {}
