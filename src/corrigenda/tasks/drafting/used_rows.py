"""The rows of a large reference that a draft can use, found before all else is loaded: the others are left out of the preview."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corrigenda.engine.connection import Connection
from corrigenda.engine.sql import quote
from corrigenda.package.drafts import READINGS
from corrigenda.package.package import Package
from corrigenda.package.tables.csv_file import read_rows, write_rows
from corrigenda.package.tables.table import Table
from corrigenda.values.names import fold

# Whoever one of these tables names is kept, whatever the text says: they are small next to names and terms.
_NAMING = ("milestones", "participants", "ties", "figures", "citations", "completeness")
_STEPS = 5
_STEM = 4
_WORDS = "string_split(regexp_replace(lower(strip_accents(title)), '[^a-z0-9 ]', '', 'g'), ' ')"


@dataclass(frozen=True)
class Used:
    """Hold what the articles of a package can use a reference by: the values of their cells, and the names and titles that they print."""

    values: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()

    def __le__(self, other: Used) -> bool:
        return self.values <= other.values and self.names <= other.names and self.titles <= other.titles

    def __or__(self, other: Used) -> Used:
        return Used(self.values | other.values, self.names | other.names, self.titles | other.titles)


def list_used(package: Package) -> Used:
    """Return what the articles of a package can use a reference by; raises ValueError or csv.Error where a file cannot be read."""
    said = {table.name: read_rows(table.file)[1] for table in package.layer("said")}
    readings = package.tables.get(READINGS)
    rows = [row for name, found in said.items() if name != "passages" for row in found]
    others = [row["value"] for row in read_rows(readings.file)[1]] if readings else []
    mentions, articles = said.get("mentions", []), said.get("articles", [])
    return Used(
        frozenset({value for row in rows for value in row.values() if value}.union(others)),
        frozenset({row.get("name_printed", "") for row in mentions} | {row.get("publisher", "") for row in articles}) - {""},
        frozenset(row.get("title_printed", "") for row in mentions) - {""},
    )


def cut_reference(engine: Connection, package: Package, used: Used | None = None) -> dict[str, bytes]:
    """Return the files of the people, names and terms of a reference that rules can read for the articles of a package, by table.

    The engine holds the reference as `LargeReference` reads it; `used` is what the articles use it by. All but people is kept. A person
    is kept whom a row of the articles points at, whose name or family name is printed, who held an office that they name or one with a
    like title, or whom another table of the reference names. A row too many costs a little time.
    """
    used = used or list_used(package)
    _list(engine, "pointed", used.values)
    _list(engine, "printed", {form for name in used.names for form in _forms(name)})
    _find_offices(engine, used.titles)
    _find_people(engine, package)
    return {name: _render(engine, package.tables[name], where) for name, where in _KEPT.items()}


_KEPT = {
    "actors": "kind <> 'person' OR kind IS NULL OR actor_id IN (SELECT row_id FROM people)",
    "names": "actor_id IS NULL OR actor_id NOT IN (SELECT actor_id FROM actors WHERE kind = 'person') "
    "OR actor_id IN (SELECT row_id FROM people)",
    "tenures": "actor_id IN (SELECT row_id FROM people) OR actor_id NOT IN (SELECT actor_id FROM actors WHERE kind = 'person')",
}


def _list(engine: Connection, name: str, values: Iterable[str]) -> None:
    engine.run(f"CREATE OR REPLACE TABLE {name} AS SELECT unnest(?::VARCHAR[]) AS value", [sorted(values)])


def _forms(name: str) -> set[str]:
    """Return a printed name as one word, with and without "the", as a known name or family name is compared with it."""
    short = fold(name)
    return {re.sub(r"[^a-z0-9]", "", short), re.sub(r"\bthe\b| ", "", short), short.rpartition(" ")[2]} - {""}


def _find_offices(engine: Connection, titles: Iterable[str]) -> None:
    """List the offices that the articles name, those within them, and those of the same state whose title has a word in common."""
    engine.run("CREATE OR REPLACE TABLE used_offices AS SELECT office_id FROM offices WHERE office_id IN (SELECT value FROM pointed)")
    named = engine.run(
        "SELECT label FROM offices WHERE office_id IN (SELECT office_id FROM used_offices) "
        "UNION SELECT name FROM names WHERE office_id IN (SELECT office_id FROM used_offices)"
    )
    _list(engine, "stems", {word[:_STEM] for title in (*titles, *(label for (label,) in named)) for word in fold(title).split()})
    words = f"list_transform({_WORDS}, lambda word: word[1:{_STEM}])"
    engine.run(
        f"""INSERT INTO used_offices SELECT DISTINCT office.office_id FROM (
                SELECT office_id, label AS title FROM offices
                UNION ALL SELECT office_id, name FROM names WHERE office_id IS NOT NULL) AS titled
            JOIN offices AS office ON office.office_id = titled.office_id
            WHERE office.state IN (SELECT state FROM offices WHERE office_id IN (SELECT office_id FROM used_offices))
                AND list_has_any({words}, (SELECT list(value) FROM stems))"""
    )
    for _ in range(_STEPS):
        engine.run(
            "INSERT INTO used_offices SELECT office_id FROM offices WHERE broader IN (SELECT office_id FROM used_offices) "
            "EXCEPT SELECT office_id FROM used_offices"
        )


def _find_people(engine: Connection, package: Package) -> None:
    engine.run(
        """CREATE OR REPLACE TABLE people AS
            SELECT actor_id AS row_id FROM spelt
            WHERE actor_id IS NOT NULL
                AND (replace(plain, ' ', '') IN (SELECT value FROM printed) OR split_part(plain, ' ', -1) IN (SELECT value FROM printed))
            UNION SELECT actor_id FROM actors WHERE actor_id IN (SELECT value FROM pointed)
            UNION SELECT actor_id FROM tenures WHERE office_id IN (SELECT office_id FROM used_offices)"""
    )
    # Letters that have no plain form for the engine, and names with marks within their words, are folded as rules fold them.
    is_odd = r"regexp_matches(strip_accents(name), '[^\x00-\x7F]|[-.''(,/]')"
    odd = engine.run(f"SELECT actor_id, name FROM spelt WHERE actor_id IS NOT NULL AND {is_odd}")
    known = {value for (value,) in engine.run("SELECT value FROM printed")}
    found = {actor for actor, name in odd if _forms(name) & known}
    for name in _NAMING:
        rows = read_rows(package.tables[name].file)[1] if name in package.tables else []
        found |= {value for row in rows for key, value in row.items() if value and key in ("actor_id", "other_id", "about")}
    engine.run("INSERT INTO people SELECT unnest(?::VARCHAR[])", [sorted(found)])


def _render(engine: Connection, table: Table, where: str) -> bytes:
    cells = ", ".join(quote(field.name) for field in table.fields)
    rows = engine.run(f"SELECT {cells} FROM {quote(table.name)} WHERE {where} ORDER BY _row")
    return write_rows([field.name for field in table.fields], [list(row) for row in rows])
