"""What is worked out once for each text: the words of all that titles and terms are compared with, and of no more."""

from __future__ import annotations

from pathlib import Path

from packages import append_row, change_cell, read_table

from corrigenda.engine.tables import load
from corrigenda.package.package import open_package


def test_the_words_of_a_name_are_those_of_titles_terms_states_and_bodies(package: Path) -> None:
    ((person,), *_) = words_asked(package, "SELECT actor_id FROM actors WHERE kind = 'person' ORDER BY ALL")
    ((office, state), *_) = words_asked(package, "SELECT office_id, state FROM offices WHERE state IS NOT NULL ORDER BY ALL")
    change_cell(package, "actors", state, "kind", "person")
    flags = [name for name in read_table(package, "names")[0] if name.endswith("_confirmed")]
    for key, owner in (("zz/1", {"actor_id": person}), ("zz/2", {"actor_id": state}), ("zz/3", {"office_id": office})):
        cells = {"name_id": key, "name": f"Quxe {key[-1]}", "language": "en", "rank": "secondary", "source_id": "general-knowledge"}
        append_row(package, "names", **cells, **owner, **dict.fromkeys(flags, "false"))
    assert words_asked(package, "SELECT DISTINCT text FROM words WHERE text LIKE 'Quxe%' ORDER BY ALL") == [("Quxe 2",), ("Quxe 3",)]


def words_asked(package: Path, query: str) -> list[tuple[str, ...]]:
    with load(open_package(package)) as tables:
        assert not tables.problems, tables.problems
        return tables.run(query)
