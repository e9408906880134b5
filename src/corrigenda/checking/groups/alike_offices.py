"""Offices of one state whose titles say the same without the words for the state: one may be printed where another is meant."""

from __future__ import annotations

from corrigenda.engine.tables import Tables

_TITLES = """
    CREATE TEMP TABLE title_cores AS
    WITH titled AS (
        SELECT office_id, label AS title FROM raw.offices
        UNION SELECT office_id, name FROM raw.names WHERE office_id IS NOT NULL
        UNION SELECT office_id, title_printed FROM raw.mentions WHERE office_id IS NOT NULL),
    listed AS (
        SELECT titled.office_id, titled.title, office.state, CASE WHEN NOT coalesce(state.is_state, FALSE) THEN word.word END AS word
        FROM titled JOIN raw.offices AS office ON office.office_id = titled.office_id
        JOIN words AS word ON word.text = titled.title
        LEFT JOIN office_words AS state ON state.office_id = titled.office_id AND state.word = word.word)
    SELECT office_id, title, state, string_agg(DISTINCT word, ' ' ORDER BY word) AS core FROM listed GROUP BY office_id, title, state"""


def find_alike(tables: Tables, mentions: str) -> str:
    """Return a query for the offices (part, row_id) whose title is like one printed in a mention; `mentions` are these with their parts."""
    tables.run(_TITLES)
    return f"""
        SELECT home.part, other.office_id AS row_id FROM {mentions}
        JOIN title_cores AS printed ON printed.office_id = own.office_id AND printed.title = own.title_printed
        JOIN title_cores AS other ON other.core = printed.core AND other.state = printed.state"""
