"""Draft rows of the said tables: each with a key of its own and a place in the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from corrigenda.collections.keys import slug
from corrigenda.drafting.wording.sentences import Sentence

Row = dict[str, str]


@dataclass
class Rows:
    """Collect the rows of a draft by table; keys begin with the article and the passage, and are never given twice."""

    article_id: str
    taken: frozenset[str] = frozenset()
    tables: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    readings: list[Row] = field(default_factory=list)
    _given: set[tuple[str, str]] = field(default_factory=set)
    _last: dict[tuple[str, str], int] = field(default_factory=dict)

    def add(self, table: str, sentence: Sentence | None, words: str, start: int, end: int, **cells: str) -> Row:
        """Add a row for a stretch of the text; `words` make its key readable, and cells that are empty stay so."""
        name = f"{table[:-1]}_id"
        row = {name: self._key(table, sentence, words)}
        if sentence is not None:
            row |= {"passage_id": sentence.passage_id, "start": str(start), "end": str(end)}
        row |= {key: value for key, value in cells.items() if value}
        self.tables[table].append(row)
        return row

    def offer(self, table: str, row: Row, field_name: str, values: Iterable[str], reason: str) -> None:
        """Offer other values for a cell of a row, of which whoever reviews the draft can choose one."""
        key = row[f"{table[:-1]}_id"]
        for value in values:
            self.readings.append({"table": table, "row": key, "field": field_name, "value": value, "reason": reason})

    def _key(self, table: str, sentence: Sentence | None, words: str) -> str:
        place = sentence.passage_id.rpartition("/")[2].replace(".", "") if sentence is not None else ""
        plain = slug(words)[:40].strip("-") or "row"
        base = f"{self.article_id}/{plain}{'-' + place if place else ''}"
        # From the last number on: a text that says one thing ten thousand times would be counted through for each.
        number = self._last.get((table, base), 1)
        key = base if number == 1 else f"{base}-{number}"
        while (table, key) in self._given or key in self.taken:
            number += 1
            key = f"{base}-{number}"
        self._given.add((table, key))
        self._last[table, base] = number
        return key
