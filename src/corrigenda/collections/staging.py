"""What was read, kept on disk and in the order of its keys, so that a file of any size fits into little memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from corrigenda.collections.entries import Entry, EventEntry, FigureEntry, OfficeEntry, PersonEntry, Reading, TermEntry, TieEntry
from corrigenda.collections.keys import digest, entity_key, name_key, slug
from corrigenda.collections.states import find_state
from corrigenda.collections.titles import printed_titles
from corrigenda.errors import NoRoomError
from corrigenda.package.storage.scrap import temporary_folder
from corrigenda.values.edtf import iso, parse_edtf

_MAKE = """
    CREATE TABLE actors (id TEXT PRIMARY KEY, key TEXT, label TEXT, kind TEXT, born TEXT, died TEXT,
        is_implied INTEGER, born_seen INTEGER, died_seen INTEGER) WITHOUT ROWID;
    CREATE INDEX actors_by_key ON actors (key);
    CREATE TABLE offices (id TEXT PRIMARY KEY, key TEXT, label TEXT, state TEXT, holders TEXT) WITHOUT ROWID;
    CREATE INDEX offices_by_key ON offices (key);
    CREATE TABLE earlier (own TEXT PRIMARY KEY, key TEXT) WITHOUT ROWID;
    CREATE TABLE names (key TEXT PRIMARY KEY, actor TEXT, office TEXT, name TEXT, language TEXT, rank TEXT, is_made INTEGER,
        confirmed INTEGER) WITHOUT ROWID;
    CREATE TABLE terms (person TEXT, office TEXT, start TEXT, "end" TEXT, end_state TEXT, as_of TEXT, acting INTEGER, source TEXT,
        confirmed INTEGER);
    CREATE TABLE events (key TEXT PRIMARY KEY, label TEXT, kind TEXT, day TEXT, about TEXT, known_from TEXT,
        confirmed INTEGER) WITHOUT ROWID;
    CREATE TABLE parts (key TEXT PRIMARY KEY, event TEXT, name TEXT, part TEXT) WITHOUT ROWID;
    CREATE TABLE figures (key TEXT PRIMARY KEY, label TEXT, measure TEXT, about TEXT, extent TEXT, amount TEXT, currency TEXT, unit TEXT,
        day TEXT, known_from TEXT, confirmed INTEGER) WITHOUT ROWID;
    CREATE TABLE ties (actor TEXT, actor_name TEXT, relation TEXT, other TEXT, other_name TEXT, start TEXT, "end" TEXT, end_state TEXT,
        as_of TEXT, source TEXT, confirmed INTEGER, complete_since TEXT, other_complete_since TEXT);
"""
_MANY = 5_000


@contextmanager
def staged(reading: Reading, today: str, states: dict[str, tuple[str, ...]], language: str) -> Iterator[tuple[Staging, Path]]:
    """Give a place for the entries of a collection, with the folder that it is in, which is removed at the end."""
    with temporary_folder() as folder:
        try:
            with closing(Staging(folder, reading, today, states, language)) as staging:
                yield staging, folder
        except sqlite3.OperationalError as error:
            is_full = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
            raise (NoRoomError(str(folder.parent), str(error)) if is_full else error) from None


class Staging:
    """Hold the entries of a collection; `latest` is the latest day on which a term or a tie starts.

    `given` has the keys of people and offices (by their identifier in the file) that somebody has settled beforehand.
    """

    def __init__(self, folder: Path, reading: Reading, today: str, states: dict[str, tuple[str, ...]], language: str) -> None:
        self.reading, self.language, self.states, self._today = reading, language, states, today
        self.latest = ""
        self._is_update = False
        self.given: dict[str, str] = {}
        self._known: tuple[set[int], set[int]] = (set(), set())
        self.database = sqlite3.connect(folder / "staging.sqlite", isolation_level=None)
        self.database.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = FILE;"
        )
        self.database.executescript(_MAKE)

    def put(self, entries: Iterable[Entry]) -> None:
        """Take in all entries."""
        self.database.execute("BEGIN")
        for entry in entries:
            if isinstance(entry, PersonEntry):
                self._put_person(entry)
            elif isinstance(entry, OfficeEntry):
                self._put_office(entry)
            elif isinstance(entry, TermEntry):
                self._put_term(entry)
            elif isinstance(entry, TieEntry):
                self._put_tie(entry)
            elif isinstance(entry, EventEntry):
                self._put_event(entry)
            else:
                self._put_figure(entry)
        self.database.execute("COMMIT")

    def _is_new(self, entry: Entry, which: int) -> bool:
        """Tell whether an entry was not put in exactly so before: tables repeat a person in each of their rows."""
        mark = hash(entry)
        if mark in self._known[which]:
            return False
        self._known[which].add(mark)
        return True

    def remember(self, keys: Iterable[str]) -> None:
        """Take in the keys of an earlier import, so that an entity whose name has changed since keeps its key."""
        ends = ((key, key.rpartition("/")[2]) for key in keys)
        found = ((own, key) for key, end in ends for own in (end, end.partition(".")[2]) if own)
        self.database.executemany("INSERT OR IGNORE INTO earlier VALUES (?, ?)", found)
        self._is_update = True

    def _key(self, name: str, identifier: str, state: str | None = None) -> str:
        if (identifier or name) in self.given:
            return self.given[identifier or name]
        key = entity_key(name, identifier)
        if self._is_update and identifier:
            own = key.partition(".")[2] or key
            found = self.database.execute("SELECT key FROM earlier WHERE own = ?", (own,)).fetchone()
            if found:
                return str(found[0])
        return f"{state}/{key}" if state else key

    def _put_person(self, entry: PersonEntry) -> None:
        if not self._is_new(entry, 0):
            return
        identifier = entry.id or entry.name
        found = self.database.execute("SELECT key FROM actors WHERE id = ?", (identifier,)).fetchone()
        key = found[0] if found else self._key(entry.name, "" if identifier == entry.name else identifier)
        if not found:
            self.reading.read["actors"] += 1
        seen = (entry.is_confirmed and bool(day) for day in (entry.born, entry.died))
        self.database.execute(
            "INSERT INTO actors VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
            "is_implied = min(is_implied, excluded.is_implied), "
            "born = coalesce(born, excluded.born), died = coalesce(died, excluded.died), "
            # A day is confirmed by a row that says the same day.
            "born_seen = max(born_seen, excluded.born_seen AND coalesce(born, excluded.born) = excluded.born), "
            "died_seen = max(died_seen, excluded.died_seen AND coalesce(died, excluded.died) = excluded.died)",
            (identifier, key, entry.name, entry.kind, entry.born, entry.died, entry.is_implied, *seen),
        )
        self._put_names(key, None, ((entry.name, self.language), *entry.names), is_first=not found, is_confirmed=entry.is_confirmed)

    def _put_office(self, entry: OfficeEntry) -> None:
        if not self._is_new(entry, 1):
            return
        state = find_state(entry.state, self.states) if entry.state else None
        found = self.database.execute("SELECT key FROM offices WHERE id = ?", (entry.id,)).fetchone()
        key = found[0] if found else self._key(entry.label, "" if entry.id == entry.label else entry.id, state)
        if not found:
            self.reading.read["offices"] += 1
        self.database.execute(
            "INSERT INTO offices VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET holders = coalesce(holders, excluded.holders)",
            (entry.id, key, entry.label, state, entry.holders),
        )
        self._put_names(None, key, ((entry.label, self.language), *entry.names), is_first=not found)
        made = printed_titles(entry.label, self.states.get(state or "", ()))
        self._put_names(None, key, tuple((form, self.language) for form in made), is_first=False, is_made=True)

    def _put_names(
        self,
        actor: str | None,
        office: str | None,
        names: tuple[tuple[str, str], ...],
        *,
        is_first: bool,
        is_made: bool = False,
        is_confirmed: bool = False,
    ) -> None:
        for place, (name, language) in enumerate(names):
            if len(name) > 400 or not name.isprintable():
                self.reading.lose("a name of more than 400 characters, or with characters that cannot be printed, was left out", name[:40])
                continue
            rank = "primary" if is_first and not place else "secondary"
            key = name_key(actor or office or "", name)
            if not self._add_name(key, (actor, office, name, language, rank, is_made, is_confirmed)):
                found = self.database.execute("SELECT name FROM names WHERE key = ?", (key,)).fetchone()
                # "Kim Jong Un" and "Kim Jong-un" are two spellings with the same words.
                if found[0] != name:
                    self._add_name(f"{key}-{digest(name)[:4]}", (actor, office, name, language, rank, is_made, is_confirmed))

    def _add_name(self, key: str, cells: tuple[str | bool | None, ...]) -> bool:
        """Add a name, and say whether its key was free."""
        sql = "INSERT INTO names VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING"
        return self.database.execute(sql, (key, *cells)).rowcount > 0

    def _note_start(self, start: str | None) -> None:
        first = parse_edtf(start).first if start else None
        day = iso(first) if first is not None else ""
        if self.latest < day <= self._today:
            self.latest = day

    def _put_term(self, entry: TermEntry) -> None:
        self.reading.read["tenures"] += 1
        self._note_start(entry.start)
        self.database.execute(
            "INSERT INTO terms VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                entry.person,
                entry.office,
                entry.start,
                entry.end,
                entry.end_state,
                entry.as_of,
                entry.acting,
                entry.source,
                entry.is_confirmed,
            ),
        )

    def _put_event(self, entry: EventEntry) -> None:
        self.reading.read["milestones"] += 1
        key = f"{slug(entry.day)}-{slug(entry.label)}"
        self.database.execute(
            "INSERT OR REPLACE INTO events VALUES (?, ?, ?, ?, ?, ?, ?)",
            (key, entry.label, entry.kind, entry.day, entry.about, entry.known_from or entry.day, entry.is_confirmed),
        )
        for name, part in entry.parts:
            self.database.execute("INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?)", (f"{key}/{slug(name)}-{part}", key, name, part))

    def _put_figure(self, entry: FigureEntry) -> None:
        self.reading.read["figures"] += 1
        key = f"{slug(entry.about)}/{slug(entry.label)}-{slug(entry.day)}"
        self.database.execute(
            "INSERT OR REPLACE INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                key, entry.label, entry.measure, entry.about, entry.extent, entry.amount, entry.currency, entry.unit, entry.day,
                entry.known_from or entry.day, entry.is_confirmed,
            ),
        )  # fmt: skip

    def _put_tie(self, entry: TieEntry) -> None:
        self.reading.read["ties"] += 1
        self._note_start(entry.start)
        self.database.execute(
            "INSERT INTO ties VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *entry.actor, entry.relation, *entry.other, entry.start, entry.end, entry.end_state, entry.as_of, entry.source,
                entry.is_confirmed, entry.complete_since, entry.other_complete_since,
            ),
        )  # fmt: skip

    def drop_known(self, find: Callable[[str], Collection[str]]) -> None:
        """Drop those who are only named in passing where `find` gives other keys for the name: they are in the package already."""
        implied = list(self.rows("SELECT id, key, label FROM actors WHERE is_implied"))
        known = [(identifier, key) for identifier, key, label in implied if set(find(label or "")) - {key}]
        self.database.executemany("DELETE FROM actors WHERE id = ?", [(identifier,) for identifier, _ in known])
        self.database.executemany("DELETE FROM names WHERE actor = ?", [(key,) for _, key in known])
        self.reading.read["actors"] -= len(known)

    def rows(self, sql: str, parameters: tuple[str, ...] = ()) -> Iterator[tuple[str | None, ...]]:
        """Yield the rows of a SELECT, a few thousand at a time."""
        cursor = self.database.execute(sql, parameters)
        while found := cursor.fetchmany(_MANY):
            yield from found

    def close(self) -> None:
        """Close the database and let go of what was kept in memory."""
        self._known = (set(), set())
        self.database.close()
