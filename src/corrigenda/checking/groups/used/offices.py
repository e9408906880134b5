"""Offices of one state whose titles say the same without the words for the state: one may be printed where another is meant."""

from __future__ import annotations

from corrigenda.engine.parsed_text import split_texts
from corrigenda.engine.tables import Tables
from corrigenda.engine.views import view_files

# Of a large reference only the offices that can be alike are looked at: those of the states of which some office is printed.
_NEAR = (
    """
    CREATE TEMP TABLE near_offices AS SELECT * FROM offices WHERE state IN (
        SELECT meant.state FROM {mentions} JOIN offices AS meant ON meant.office_id = own.office_id)""",
    """
    CREATE TEMP TABLE near_names AS SELECT * FROM names WHERE office_id IN (SELECT office_id FROM near_offices)
        OR actor_id IN (SELECT state FROM near_offices UNION SELECT body FROM near_offices)""",
    """
    CREATE TEMP TABLE near_titles AS
    SELECT office_id, label AS title FROM near_offices
    UNION SELECT office_id, name FROM near_names WHERE office_id IS NOT NULL
    UNION SELECT office_id, title_printed FROM mentions WHERE office_id IN (SELECT office_id FROM near_offices)""",
)
_TEXTS = "SELECT title FROM near_titles WHERE title IS NOT NULL UNION SELECT name FROM near_names ORDER BY ALL"
_TITLES = """
    CREATE TEMP TABLE title_cores AS
    WITH offices AS (SELECT * FROM near_offices), names AS (SELECT * FROM near_names), words AS (SELECT * FROM near_words),
    listed AS (
        SELECT titled.office_id, titled.title, office.state, CASE WHEN NOT coalesce(state.is_state, FALSE) THEN word.word END AS word
        FROM near_titles AS titled JOIN offices AS office ON office.office_id = titled.office_id
        JOIN words AS word ON word.text = titled.title
        LEFT JOIN ({office_words}) AS state ON state.office_id = titled.office_id AND state.word = word.word)
    SELECT office_id, title, state, string_agg(DISTINCT word, ' ' ORDER BY word) AS core FROM listed GROUP BY office_id, title, state"""


def find_alike(tables: Tables, mentions: str) -> str:
    """Return a query for the offices (part, row_id) whose title is like one printed in a mention; `mentions` are these with their parts."""
    tables.make(["mentions", "names", "offices", "title_words"])
    # The names of the whole package are not split for these few, although the query names the table of their words.
    makers, tables.makers = tables.makers, {}
    try:
        for step in _NEAR:
            tables.run(step.format(mentions=mentions))
        split_texts(tables.run, tables.lines, "near_words", [text for (text,) in tables.run(_TEXTS)])
        tables.run(_TITLES.format(office_words=view_files()["office_words"] + "\n"))
    finally:
        tables.makers = makers
    return f"""
        SELECT home.part, other.office_id AS row_id FROM {mentions}
        JOIN title_cores AS printed ON printed.office_id = own.office_id AND printed.title = own.title_printed
        JOIN title_cores AS other ON other.core = printed.core AND other.state = printed.state"""
