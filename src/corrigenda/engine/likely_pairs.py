"""Where one thing has very many names, the printed texts with the known ones that each is compared with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from corrigenda.values.likeness import Index, Reading, read_name, read_title

Query = Callable[[str], list[dict[str, Any]]]
# What these rows are worked out from, besides tables of the package.
READS = ("crowds", "printed_names", "printed_titles", "printed_terms", "first_mentions", "known_titles", "office_words")
COLUMNS = {"likely_pairs": {"sort": "VARCHAR", "owner_id": "VARCHAR", "printed": "VARCHAR", "known": "VARCHAR"}}
# Each query gives the texts of every crowd of its sort, those that are printed and those that are known.
_NAMES = """
    SELECT crowd.sort, crowd.owner_id, listed.text, listed.is_known, folded.folded, romanised.sound, romanised.short
    FROM crowds AS crowd
    JOIN (
        SELECT DISTINCT 'name' AS sort, actor_id AS owner_id, name_printed AS text, FALSE AS is_known FROM printed_names
        UNION SELECT 'name', actor_id, name, TRUE FROM names
        UNION SELECT 'article', concat(article_id, ' ', actor_id), name_printed, FALSE FROM first_mentions
        UNION SELECT 'article', concat(article_id, ' ', actor_id), name_printed, TRUE FROM first_mentions
    ) AS listed ON listed.sort = crowd.sort AND listed.owner_id = crowd.owner_id
    JOIN folded ON folded.text = listed.text
    LEFT JOIN romanised ON romanised.text = listed.text
    ORDER BY ALL"""
_TITLES = """
    SELECT crowd.sort, crowd.owner_id, listed.text, listed.is_known, folded.folded, word.word,
        word.tells = 'head' AS is_head, office_word.word IS NOT NULL AS is_of_office, coalesce(office_word.is_state, FALSE) AS is_of_state
    FROM crowds AS crowd
    JOIN (
        SELECT DISTINCT office_id AS owner_id, title_printed AS text, FALSE AS is_known FROM printed_titles
        UNION SELECT office_id, title, TRUE FROM known_titles
    ) AS listed ON crowd.sort = 'title' AND listed.owner_id = crowd.owner_id
    JOIN folded ON folded.text = listed.text
    JOIN words AS word ON word.text = listed.text
    LEFT JOIN office_words AS office_word ON office_word.office_id = crowd.owner_id AND office_word.word = word.word
    ORDER BY crowd.sort, crowd.owner_id, listed.text, listed.is_known, word.position"""
_TERMS = """
    SELECT crowd.sort, crowd.owner_id, listed.text, listed.is_known, folded.folded, folded.solid, word.word
    FROM crowds AS crowd
    JOIN (
        SELECT DISTINCT topic, name_printed AS text, FALSE AS is_known FROM printed_terms
        UNION SELECT coalesce(actor.topic, ''), name.name, TRUE
        FROM names AS name JOIN actors AS actor ON actor.actor_id = name.actor_id AND actor.kind IN ('weapon', 'programme')
    ) AS listed ON crowd.sort = 'term' AND coalesce(listed.topic, crowd.owner_id) = crowd.owner_id
    JOIN folded ON folded.text = listed.text
    LEFT JOIN words AS word ON word.text = listed.text
    ORDER BY crowd.sort, crowd.owner_id, listed.text, listed.is_known, word.position"""


def pair_texts(query: Query, run: Callable[..., Any]) -> None:
    """Create the table of COLUMNS: for each crowd, the printed texts with the known ones that they are compared with."""
    pairs: list[tuple[str, str, str, str]] = []
    # Almost no package has any.
    if query("SELECT sort FROM crowds LIMIT 1"):
        for select, read in ((_NAMES, _read_name), (_TITLES, _read_title), (_TERMS, _read_term)):
            for (sort, owner), rows in groupby(query(select), itemgetter("sort", "owner_id")):
                pairs += ((sort, owner, *pair) for pair in _pair(list(rows), read))
    columns = [list(column) for column in zip(*pairs, strict=True)] or [[] for _ in COLUMNS["likely_pairs"]]
    cells = ", ".join(f"unnest(?::{kind}[]) AS {name}" for name, kind in COLUMNS["likely_pairs"].items())
    run(f"CREATE TABLE likely_pairs AS SELECT {cells}", columns)


def _pair(rows: list[dict[str, Any]], read: Callable[[str, bool, list[dict[str, Any]]], Reading]) -> Iterator[tuple[str, str]]:
    """Yield (printed, known) for the texts of one crowd."""
    known: list[Reading] = []
    printed: list[Reading] = []
    for (text, is_known), own in groupby(rows, itemgetter("text", "is_known")):
        (known if is_known else printed).append(read(text, is_known, list(own)))
    index = Index(known)
    for reading in printed:
        yield from ((reading.text, text) for text in sorted(index.find(reading)))


def _read_name(text: str, _: bool, rows: list[dict[str, Any]]) -> Reading:
    forms = dict.fromkeys(row[form] for row in rows for form in ("folded", "sound", "short") if row[form])
    return read_name(text, *forms)


def _read_title(text: str, is_known: bool, rows: list[dict[str, Any]]) -> Reading:
    """Return what a title is compared by; a printed one may add words of its office or for a head, and lack those of the state."""
    words = [row["word"] for row in rows]
    left_out = ("is_of_state",) if is_known else ("is_of_office", "is_head")
    core = [row["word"] for row in rows if not any(row[name] for name in left_out)]
    return read_title(text, words, core, ["".join(word[0] for word in words) if is_known else rows[0]["folded"]])


def _read_term(text: str, _: bool, rows: list[dict[str, Any]]) -> Reading:
    words = [row["word"] for row in rows if row["word"]] or rows[0]["folded"].split()
    return read_title(text, words, words, [rows[0]["solid"]])
