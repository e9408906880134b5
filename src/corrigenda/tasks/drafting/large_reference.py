"""A large reference read once, as text, in an engine: for the names that a text can have, and for what its draft can use."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from typing import Self

from corrigenda.drafting.names.reference import Cells, read_cells
from corrigenda.engine.connection import Connection
from corrigenda.engine.sql import literal, quote
from corrigenda.engine.unchanged import Marks, mark_files
from corrigenda.errors import SetupError
from corrigenda.package.package import Package
from corrigenda.package.tables.table import Table

# A smaller reference is read faster than an engine is asked.
LARGE = 500_000
CUT = ("actors", "names", "tenures")
_READ = (*CUT, "offices")
# The words of a plain name as a draft compares them; any other name is looked at there.
_WORDS = "string_split(replace(translate(lower(name), '.''', ''), '-', ' '), ' ')"
_REGULAR = "regexp_full_match(name, '[A-Za-z0-9][A-Za-z0-9.'']*([ -][A-Za-z0-9][A-Za-z0-9.'']*)*')"
_PLAIN = (
    "CASE WHEN regexp_full_match(name, '[A-Za-z0-9 ]*') THEN lower(name) "
    "ELSE regexp_replace(lower(strip_accents(name)), '[^a-z0-9 ]', '', 'g') END"
)
_NO_PERSON = "actor_id IN (SELECT actor_id FROM actors WHERE kind <> 'person' OR kind IS NULL)"
_NAMED = f"actor_id IN (SELECT actor_id FROM named) OR {_NO_PERSON}"
_WHERE = {"actors": _NAMED, "tenures": _NAMED, "names": "_row IN (SELECT _row FROM shared WHERE table_name = 'names')"}


class LargeReference:
    """Hold the people, names, terms and offices of a large reference from when a draft first asks for them until its preview is made.

    Nothing is read of a smaller one, nor of files that only a closer reader understands.
    """

    def __init__(self) -> None:
        self._engine: Connection | None = None
        self._marks: Marks = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, package: Package) -> Connection | None:
        """Return the engine that holds the tables of a package, with `spelt`: every label and name of theirs, and its words.

        None where its reference is not large, or cannot be read so.
        """
        if not is_large(package):
            return None
        tables = [package.tables[name] for name in _READ]
        marks = mark_files(tables)
        if self._marks != marks:
            self.close()
            self._engine, self._marks = _load(tables), marks
        return self._engine

    def narrow(self, package: Package, printed: Collection[str]) -> Cells | None:
        """Return what reads cells of a package for a text with these words; None where all of the reference has to be read.

        It leaves out names that share no word with the text, and people who cannot be named in it: neither is the last word of a name
        of theirs there, nor are all of its words but one that may be misspelt.
        """
        engine = self.read(package)
        if engine is None:
            return None
        engine.run("CREATE OR REPLACE TABLE printed_words AS SELECT unnest(?::VARCHAR[]) AS word", [sorted(printed)])
        engine.run(
            f"""CREATE OR REPLACE TABLE shared AS
                WITH met AS (
                    SELECT table_name, _row, count(*) AS hits, bool_or(spelt_words.word = last_word) AS has_last
                    FROM (SELECT table_name, _row, words[-1] AS last_word, unnest(words) AS word FROM spelt) AS spelt_words
                    SEMI JOIN printed_words ON printed_words.word = spelt_words.word
                    GROUP BY table_name, _row)
                SELECT spelt.table_name, spelt._row, spelt.actor_id FROM spelt JOIN met USING (table_name, _row)
                WHERE has_last OR len(words) - hits <= 1 OR actor_id IS NULL OR {_NO_PERSON}
                UNION ALL SELECT table_name, _row, actor_id FROM spelt WHERE words IS NULL"""
        )
        engine.run("CREATE OR REPLACE TABLE named AS SELECT DISTINCT actor_id FROM shared WHERE actor_id IS NOT NULL")
        return partial(_cells, engine, package)

    def close(self) -> None:
        """Let go of what was read."""
        if self._engine is not None:
            self._engine.close()
        self._engine, self._marks = None, {}


def is_large(package: Package) -> bool:
    """Tell whether cutting a reference pays, and whether it is in plain files that can be cut."""
    tables = [package.tables[name] for name in _READ if name in package.tables]
    plain = not any(table.parts for table in package.layer("known")) and len(tables) == len(_READ)
    return plain and sum(table.file.stat().st_size for table in tables if table.name in CUT) > LARGE and all(map(_has_columns, tables))


def _has_columns(table: Table) -> bool:
    """Tell whether a file has the columns of its schema in their order: the engine goes by their places."""
    header = ",".join(field.name for field in table.fields).encode() + b"\n"
    with table.file.open("rb") as stream:
        return stream.read(len(header)) == header


def _load(tables: Collection[Table]) -> Connection | None:
    """Return an engine with tables as text, each row with its number; None where it cannot read them."""
    engine = Connection()
    try:
        for table in tables:
            columns = ", ".join(f"{literal(field.name)}: 'VARCHAR'" for field in table.fields)
            engine.run(
                f"CREATE TABLE {quote(table.name)} AS SELECT row_number() OVER () AS _row, * FROM read_csv(?, columns = {{{columns}}}, "
                "header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = '', parallel = false)",
                [str(table.file.resolve())],
            )
        engine.run(
            f"""CREATE TABLE spelt AS
                SELECT *, {_PLAIN} AS plain, CASE WHEN {_REGULAR} THEN {_WORDS} END AS words FROM (
                    SELECT 'actors' AS table_name, _row, actor_id, label AS name FROM actors
                    UNION ALL SELECT 'names', _row, actor_id, name FROM names) AS listed
                WHERE name IS NOT NULL"""
        )
    except SetupError:
        engine.close()
        return None
    return engine


def _cells(engine: Connection, package: Package, name: str, *fields: str) -> Iterator[tuple[str, ...]]:
    """Yield some fields of a table in the order of its rows; of a large one only what the text can name."""
    if name not in _READ:
        return read_cells(package, name, *fields)
    present = {field.name for field in package.tables[name].fields}
    wanted = ", ".join(f"coalesce({quote(field)}, '')" if field in present else "''" for field in fields)
    return iter(engine.run(f"SELECT {wanted} FROM {quote(name)} WHERE {_WHERE.get(name, 'TRUE')} ORDER BY _row"))
