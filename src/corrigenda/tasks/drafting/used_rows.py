"""The rows of a large reference that a draft can use, found before the reference is loaded: the others are left out of the preview."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corrigenda.engine.connection import Connection
from corrigenda.engine.sql import literal, quote
from corrigenda.package.package import Package
from corrigenda.package.tables.csv_file import read_rows, write_rows
from corrigenda.package.tables.table import Table
from corrigenda.values.names import fold

# A smaller reference is read faster than it is cut.
LARGE = 500_000
_CUT = ("actors", "names", "tenures")
# Whoever one of these tables names is kept, whatever the text says: they are small next to names and terms.
_NAMING = ("milestones", "participants", "ties", "figures", "citations", "completeness")
_STEPS = 5
_STEM = 4
_PLAIN = "regexp_replace(lower(strip_accents({})), '[^a-z0-9 ]', '', 'g')"


def is_large(package: Package) -> bool:
    """Tell whether cutting a reference pays, and whether it is in plain files that can be cut."""
    tables = [package.tables[name] for name in _CUT if name in package.tables]
    plain = not any(table.parts for table in package.layer("known"))
    return plain and len(tables) == len(_CUT) and "offices" in package.tables and sum(table.file.stat().st_size for table in tables) > LARGE


def cut_reference(package: Package) -> dict[str, bytes]:
    """Return the files of the people, names and terms of a reference that rules can read for the articles of a package, by table.

    All but people is kept. A person is kept whom a row of the articles points at, whose name or family name is printed, who held an
    office that they name or one with a like title, or whom another table of the reference names. A row too many costs a little time.
    """
    said = [(table, read_rows(table.file)[1]) for table in package.layer("said")]
    values = {value for table, rows in said if table.name not in ("passages",) for row in rows for value in row.values() if value}
    printed = [row["name_printed"] for table, rows in said if table.name == "mentions" for row in rows if row.get("name_printed")]
    printed += [row["publisher"] for table, rows in said if table.name == "articles" for row in rows if row.get("publisher")]
    titles = [row["title_printed"] for table, rows in said if table.name == "mentions" for row in rows if row.get("title_printed")]
    engine = Connection()
    try:
        for name in (*_CUT, "offices"):
            _read(engine, package.tables[name])
        _list(engine, "pointed", values)
        _list(engine, "printed", {form for name in printed for form in _forms(name)})
        _find_offices(engine, titles)
        _find_people(engine, package)
        return {name: _render(engine, package.tables[name], where) for name, where in _KEPT.items()}
    finally:
        engine.close()


_KEPT = {
    "actors": "kind <> 'person' OR kind IS NULL OR actor_id IN (SELECT row_id FROM people)",
    "names": "actor_id IS NULL OR actor_id NOT IN (SELECT actor_id FROM actors WHERE kind = 'person') "
    "OR actor_id IN (SELECT row_id FROM people)",
    "tenures": "actor_id IN (SELECT row_id FROM people) OR actor_id NOT IN (SELECT actor_id FROM actors WHERE kind = 'person')",
}


def _read(engine: Connection, table: Table) -> None:
    columns = ", ".join(f"{literal(field.name)}: 'VARCHAR'" for field in table.fields)
    engine.run(
        f"CREATE TABLE {quote(table.name)} AS SELECT row_number() OVER () AS _row, * FROM read_csv(?, columns = {{{columns}}}, "
        "header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = '', parallel = false)",
        [str(table.file.resolve())],
    )


def _list(engine: Connection, name: str, values: Iterable[str]) -> None:
    engine.run(f"CREATE TABLE {name} AS SELECT unnest(?::VARCHAR[]) AS value", [sorted(values)])


def _forms(name: str) -> set[str]:
    """Return a printed name as one word, with and without "the", as a known name or family name is compared with it."""
    short = fold(name)
    return {re.sub(r"[^a-z0-9]", "", short), re.sub(r"\bthe\b| ", "", short), short.rpartition(" ")[2]} - {""}


def _find_offices(engine: Connection, titles: Iterable[str]) -> None:
    """List the offices that the articles name, those within them, and those of the same state whose title has a word in common."""
    engine.run("CREATE TABLE used_offices AS SELECT office_id FROM offices WHERE office_id IN (SELECT value FROM pointed)")
    named = engine.run(
        "SELECT label FROM offices WHERE office_id IN (SELECT office_id FROM used_offices) "
        "UNION SELECT name FROM names WHERE office_id IN (SELECT office_id FROM used_offices)"
    )
    _list(engine, "stems", {word[:_STEM] for title in (*titles, *(label for (label,) in named)) for word in fold(title).split()})
    words = f"list_transform(string_split({_PLAIN.format('title')}, ' '), lambda word: word[1:{_STEM}])"
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
        f"""CREATE TABLE called AS SELECT actor_id, name, {_PLAIN.format("name")} AS plain FROM (
                SELECT actor_id, label AS name FROM actors UNION SELECT actor_id, name FROM names WHERE actor_id IS NOT NULL)"""
    )
    engine.run(
        """CREATE TABLE people AS
            SELECT actor_id AS row_id FROM called
            WHERE replace(plain, ' ', '') IN (SELECT value FROM printed) OR split_part(plain, ' ', -1) IN (SELECT value FROM printed)
            UNION SELECT actor_id FROM actors WHERE actor_id IN (SELECT value FROM pointed)
            UNION SELECT actor_id FROM tenures WHERE office_id IN (SELECT office_id FROM used_offices)"""
    )
    # Letters that have no plain form for the engine, and names with marks within their words, are folded as rules fold them.
    odd = engine.run(r"SELECT actor_id, name FROM called WHERE regexp_matches(strip_accents(name), '[^\x00-\x7F]|[-.''(,/]')")
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
