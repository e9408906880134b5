"""Where one thing has very many names or figures, what is printed of it with the known ones that each is compared with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from corrigenda.engine.sql import create_table
from corrigenda.values.likeness import Index, Intervals, Traits, read_name, read_title

Query = Callable[[str], list[dict[str, Any]]]
# What these rows are worked out from, besides tables of the package.
READS = {
    "likely_pairs": ("crowds", "printed_names", "printed_titles", "printed_terms", "first_mentions", "known_titles", "office_words"),
    "likely_figures": ("crowds", "printed_amounts", "writing_days"),
}
COLUMNS = {
    "likely_pairs": {"sort": "VARCHAR", "owner_id": "VARCHAR", "printed": "VARCHAR", "known": "VARCHAR"},
    "likely_figures": {"sum_id": "VARCHAR", "figure_id": "VARCHAR", "among": "BIGINT", "is_sure": "BOOLEAN"},
}
# Of so many nothing is crowded, as the view of crowds has it.
FEW = 100
# An amount may be a slip for one that is this many times as much.
_SCALES = (1.0, 1e3, 1e6, 1e9, 1e-3, 1e-6, 1e-9)
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
_FIGURES = """
    SELECT crowd.owner_id, figure.figure_id, figure.amount AS low, coalesce(figure.amount_high, figure.amount) AS high, figure.extent,
        known.first_day AS known_first, known.last_day AS known_last
    FROM crowds AS crowd
    JOIN figures AS figure
        ON crowd.sort = 'figure' AND concat_ws(' ', figure.about, figure.measure, figure.currency, figure.unit) = crowd.owner_id
    JOIN edtf AS known ON known.text = figure.known_from
    ORDER BY crowd.owner_id, figure.figure_id"""
_AMOUNTS = """
    SELECT crowd.owner_id, printed.extent, writing.first_day AS written_first, writing.last_day AS written_last, printed.sum_id,
        printed.high, coalesce(digits.high, printed.high) AS digits_high
    FROM crowds AS crowd
    JOIN printed_amounts AS printed
        ON crowd.sort = 'figure' AND concat_ws(' ', printed.about, printed.measure, printed.currency, printed.unit) = crowd.owner_id
        AND (printed.difference_of IS NULL OR printed.measure = 'difference')
    JOIN claims AS claim ON claim.claim_id = printed.claim_id
    JOIN passages AS passage ON passage.passage_id = claim.passage_id
    JOIN writing_days AS writing ON writing.article_id = passage.article_id
    LEFT JOIN intervals AS digits ON digits.as_printed = printed.as_printed AND digits.amount = printed.amount AND digits.hedge = 'none'
    ORDER BY ALL"""


def pair_texts(query: Query, run: Callable[..., Any]) -> None:
    """Create the table likely_pairs: for each crowd, the printed texts with the known ones that they are compared with."""
    pairs: list[tuple[str, str, str, str]] = []
    # Almost no package has any.
    if query("SELECT sort FROM crowds LIMIT 1"):
        for select, read in ((_NAMES, _read_name), (_TITLES, _read_title), (_TERMS, _read_term)):
            for (sort, owner), rows in groupby(query(select), itemgetter("sort", "owner_id")):
                pairs += ((sort, owner, *pair) for pair in _pair(list(rows), read))
    create_table(run, "likely_pairs", COLUMNS["likely_pairs"], pairs)


def pair_amounts(query: Query, run: Callable[..., Any]) -> None:
    """Create the table likely_figures: for each printed amount of a thing with very many figures, those that are nearest to it."""
    pairs: list[tuple[str, str, int, bool]] = []
    figures = {owner: list(rows) for owner, rows in groupby(query(_FIGURES), itemgetter("owner_id"))}
    alike = itemgetter("owner_id", "extent", "written_first", "written_last")
    for (owner, extent, written_first, written_last), amounts in groupby(query(_AMOUNTS) if figures else (), alike):
        known = [
            row
            for row in figures[owner]
            if (row["extent"] == extent or "unstated" in (row["extent"], extent))
            and (written_last is None or row["known_first"] <= written_last)
        ]
        is_sure = extent != "unstated" and all(
            row["extent"] == extent and None not in (row["known_last"], written_first) and row["known_last"] <= written_first
            for row in known
        )
        ranges = Intervals((row["figure_id"], row["low"], row["high"]) for row in known)
        for amount in amounts:
            ends = amount["high"], *(amount["digits_high"] * scale * (1 + 1e-9) for scale in _SCALES)
            near = {figure for end in ends for figure, _, _ in ranges.nearest(end)}
            pairs += ((amount["sum_id"], figure, len(known), is_sure) for figure in sorted(near))
    create_table(run, "likely_figures", COLUMNS["likely_figures"], pairs)


def _pair(rows: list[dict[str, Any]], read: Callable[[str, bool, list[dict[str, Any]]], Traits]) -> Iterator[tuple[str, str]]:
    """Yield (printed, known) for the texts of one crowd."""
    known: list[Traits] = []
    printed: list[Traits] = []
    for (text, is_known), own in groupby(rows, itemgetter("text", "is_known")):
        (known if is_known else printed).append(read(text, is_known, list(own)))
    index = Index(known)
    for reading in printed:
        yield from ((reading.text, text) for text in sorted(index.find(reading)))


def _read_name(text: str, _: bool, rows: list[dict[str, Any]]) -> Traits:
    forms = dict.fromkeys(row[form] for row in rows for form in ("folded", "sound", "short") if row[form])
    return read_name(text, *forms)


def _read_title(text: str, is_known: bool, rows: list[dict[str, Any]]) -> Traits:
    """Return what a title is compared by; a printed one may add words of its office or for a head, and lack those of the state."""
    words = [row["word"] for row in rows]
    left_out = ("is_of_state",) if is_known else ("is_of_office", "is_head")
    core = [row["word"] for row in rows if not any(row[name] for name in left_out)]
    return read_title(text, words, core, ["".join(word[0] for word in words) if is_known else rows[0]["folded"]])


def _read_term(text: str, _: bool, rows: list[dict[str, Any]]) -> Traits:
    words = [row["word"] for row in rows if row["word"]] or rows[0]["folded"].split()
    return read_title(text, words, words, [rows[0]["solid"]])
