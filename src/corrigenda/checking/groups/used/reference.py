"""Which rows of the reference each part uses: all that a rule can read for its articles, and more where that is simpler to say.

A row too many costs a little time. A row too few would change what is found, so that tests judge every case page, and shuffled
groups of articles, with these rows alone and with the whole reference.
"""

from __future__ import annotations

import graphlib

from corrigenda.checking.groups.links import HOMES, NUMBERS, said_tables
from corrigenda.checking.groups.used.firsts import list_compared, list_sets
from corrigenda.checking.groups.used.offices import find_alike
from corrigenda.engine.sql import literal, quote
from corrigenda.engine.tables import Tables

USED = "used"
# The rows that WORDS point at (the states of signs, sources) are those of no part: every group has them, and no rule reads them by that.
OF_WORDS = -1
# What many parts use together is a set with a number of its own, below that: SETS has (part, number of the set).
SETS = f"{USED}.sets"
# What every article is read with: small tables of words, kinds and signs, which each part has whole.
WORDS = ("kinds", "phrases", "signs", "tie_kinds", "title_words", "verbs")
# What only drafting reads.
UNREAD = ("cues",)
# An office, a category or a tie has so many wider ones above it at most that a view follows.
_STEPS = 5
_DESIGNATED = "SELECT actor_id, coalesce(topic, '') AS topic FROM raw.actors WHERE kind IN ('weapon', 'programme')"
_ACTORS, _OFFICES, _NAMED = (f"{USED}.{name}" for name in ("actors", "offices", "named"))


def find_used(tables: Tables) -> None:
    """Make the tables USED.x (part, row_id), x for each table of the reference but WORDS and UNREAD; `divide` has made the parts."""
    Finder(tables).find()


class Finder:
    """Hold the tables of a package and follow what its articles say into the reference, one kind of link after another."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.known = {t.name: t for t in tables.package.layer("known") if t.name in tables.lines and t.name not in (*WORDS, *UNREAD)}
        self.said = {table.name for table in said_tables(tables)}
        self._last_set = OF_WORDS

    def find(self) -> None:
        """Follow all links, each once all that it starts from is there."""
        self.tables.run(f"CREATE SCHEMA {USED}")
        self.tables.run(f"CREATE TABLE {SETS} (part INTEGER, number INTEGER)")
        for name in (*self.known, "named"):
            self.tables.run(f"CREATE TABLE {USED}.{quote(name)} (part INTEGER, row_id VARCHAR)")
        self._pointed_at()
        if "actors" not in self.known:
            return
        self._namesakes()
        self._publishers()
        # The actors that are meant or may be meant: what is known of the others is read only where these are part of it.
        self._add("named", f"SELECT part, row_id FROM {_ACTORS}")
        self._offices()
        self._designations()
        self._outward("offices", "tenures")
        self._pointing("names", "actor_id", _ACTORS)
        self._pointing("names", "office_id", _OFFICES)
        self._milestones()
        self._ties()
        for name, field in (("figures", "about"), ("citations", "actor_id")):
            self._pointing(name, field, _NAMED)
        self._completeness()
        self._pointed_at_by_words()
        self._outward(*self.known)

    def _add(self, name: str, select: str) -> int:
        """Add rows (part and key) to what is used of a table, each once; return how many are new."""
        if name not in (*self.known, "named"):
            return 0
        used = f"{USED}.{quote(name)}"
        ((count,),) = self.tables.run(
            f"INSERT INTO {used} SELECT DISTINCT part, row_id FROM ({select}) AS found EXCEPT SELECT * FROM {used}"
        )
        return int(count)

    def _pointing(self, name: str, field: str, start: str) -> int:
        """Use the rows of a table that point at used ones."""
        if name not in self.known or not self.known[name].has(field):
            return 0
        key = quote(self.known[name].key[0])
        joined = f"{start} AS start JOIN raw.{quote(name)} AS own ON own.{field} = start.row_id"
        return self._add(name, f"SELECT start.part, own.{key} AS row_id FROM {joined}")

    def _pointed_at(self) -> None:
        """Use what rows of the articles point at."""
        selects: dict[str, list[str]] = {}
        for table in said_tables(self.tables):
            for foreign in table.foreign_keys:
                field = quote(foreign.fields[0])
                select = f"SELECT home.part, own.{field} AS row_id FROM {self._own(table.name)} WHERE own.{field} IS NOT NULL"
                selects.setdefault(foreign.table, []).append(select)
        for name in sorted(selects.keys() & self.known.keys()):
            self._add(name, " UNION ALL ".join(selects[name]))

    def _pointed_at_by_words(self) -> None:
        for name in sorted(self.tables.lines.keys() & set(WORDS)):
            for foreign in self.tables.package.tables[name].foreign_keys:
                if foreign.table in self.known:
                    field = quote(foreign.fields[0])
                    select = f"SELECT {OF_WORDS} AS part, {field} AS row_id FROM raw.{quote(name)} WHERE {field} IS NOT NULL"
                    self._add(foreign.table, select)

    def _outward(self, *names: str) -> None:
        """Use what used rows of these tables point at; an actor or an office may have others above it."""
        above = {name: {key.table for key in self.known[name].foreign_keys} & self.known.keys() - {name} for name in sorted(self.known)}
        selects: dict[tuple[str, bool], list[str]] = {}
        for name in sorted({*names, "actors"} & self.known.keys()):
            table = self.known[name]
            for foreign in table.foreign_keys:
                field = quote(foreign.fields[0])
                own = f"raw.{quote(name)} AS own ON own.{quote(table.key[0])} = used.row_id AND own.{field} IS NOT NULL"
                select = f"SELECT used.part, own.{field} AS row_id FROM {USED}.{quote(name)} AS used JOIN {own}"
                selects.setdefault((foreign.table, foreign.table == name), []).append(select)
        # Each table once all is there that points at it.
        for name in reversed([*graphlib.TopologicalSorter(above).static_order()]):
            if (name, False) in selects:
                self._add(name, " UNION ALL ".join(selects[name, False]))
            while (name, True) in selects and self._add(name, " UNION ALL ".join(selects[name, True])):
                pass

    def _namesakes(self) -> None:
        """Use whoever has a printed name, or a printed family name, whoever is meant by it."""
        if "mentions" in self.said and "names" in self.known:
            self._add(
                "actors",
                f"""WITH printed AS (
                        SELECT DISTINCT home.part, folded.solid FROM {self._own("mentions")}
                        JOIN folded ON folded.text = own.name_printed),
                    known AS (
                        SELECT name.actor_id, folded.solid, split_part(folded.folded, ' ', -1) AS family
                        FROM raw.names AS name JOIN folded ON folded.text = name.name WHERE name.actor_id IS NOT NULL)
                SELECT printed.part, known.actor_id AS row_id FROM printed JOIN known ON known.solid = printed.solid
                UNION ALL SELECT printed.part, known.actor_id FROM printed JOIN known ON known.family = printed.solid""",
            )

    def _publishers(self) -> None:
        """Use the actor that publishes an article, who is known by name alone."""
        if "articles" in self.said and self.tables.package.tables["articles"].has("publisher"):
            names = "UNION ALL SELECT actor_id, name FROM raw.names WHERE actor_id IS NOT NULL" if "names" in self.known else ""
            plain = "replace(concat(' ', upper({})), ' THE ', ' ')"
            self._add(
                "actors",
                f"SELECT home.part, known.actor_id AS row_id FROM {self._own('articles')} "
                f"JOIN (SELECT actor_id, label AS name FROM raw.actors {names}) AS known "
                f"ON {plain.format('known.name')} = {plain.format('own.publisher')}",
            )

    def _designations(self) -> None:
        """Use every weapon and programme of the topic where an article prints such a term: it may be that of another one."""
        if "mentions" not in self.said:
            return
        topics = [row[0] for row in self.tables.run(f"SELECT DISTINCT topic FROM ({_DESIGNATED}) AS designated ORDER BY topic")]
        for topic in map(literal, topics):
            self._share(
                "actors",
                f"SELECT home.part FROM {self._own('mentions')} LEFT JOIN raw.actors AS meant ON meant.actor_id = own.actor_id "
                f"WHERE own.form = 'term' AND ({topic} = '' OR coalesce(meant.topic, {topic}) = {topic})",
                f"SELECT actor_id AS row_id FROM ({_DESIGNATED}) AS designated WHERE topic = {topic}",
            )

    def _share(self, name: str, parts: str, rows: str) -> None:
        """Let some parts use rows of a table together, as a set."""
        self._last_set -= 1
        self.tables.run(f"INSERT INTO {USED}.{quote(name)} SELECT DISTINCT {self._last_set}, row_id FROM ({rows}) AS shared")
        self.tables.run(f"INSERT INTO {SETS} SELECT DISTINCT part, {self._last_set} FROM ({parts}) AS together")

    def _offices(self) -> None:
        """Use the offices within a named one, all terms in these, all terms of the named actors, and offices with the same title."""
        if "offices" not in self.known:
            return
        if "mentions" in self.said and "names" in self.known:
            self._add("offices", find_alike(self.tables, self._own("mentions")))
        for _ in range(_STEPS):
            if not self._pointing("offices", "broader", _OFFICES):
                break
        if "tenures" in self.known:
            self._pointing("tenures", "office_id", _OFFICES)
            self._pointing("tenures", "actor_id", _NAMED)

    def _milestones(self) -> None:
        """Use the known events of the named actors, and all of a kind that something is called the first of."""
        if "milestones" not in self.known:
            return
        self._pointing("milestones", "about", _NAMED)
        if "participants" in self.known:
            took_part = f"SELECT used.part, own.milestone_id AS row_id FROM {_NAMED} AS used JOIN raw.participants AS own"
            self._add("milestones", f"{took_part} ON own.actor_id = used.row_id")
        if "firsts" in self.said and {"categories", "kinds", "participants"} <= self.tables.lines.keys():
            self._add("milestones", list_compared(self.tables, self._own("firsts")))
            for parts, rows in list_sets(self.tables, self._own("firsts")):
                self._share("milestones", parts, rows)
        self._pointing("participants", "milestone_id", f"{USED}.milestones")

    def _ties(self) -> None:
        """Use the ties of the named actors, and those by which what they are tied to is part of something wider."""
        if "ties" not in self.known:
            return
        self._pointing("ties", "actor_id", _NAMED)
        self._pointing("ties", "other_id", _NAMED)
        nested = "JOIN raw.tie_kinds AS kind ON kind.tie_kind_id = own.relation AND kind.nested = 'true'"
        for _ in range(_STEPS):
            if not self._add(
                "ties",
                f"SELECT used.part, own.tie_id AS row_id FROM {USED}.ties AS used JOIN raw.ties AS below ON below.tie_id = used.row_id "
                f"JOIN raw.ties AS own ON own.actor_id = below.other_id {nested}",
            ):
                break

    def _completeness(self) -> None:
        """Use what says that the reference is complete: for a used office or actor or for all, or for a category that is read.

        A category is read where something is called the first of it, and where it is of every thing and has a kind of a reported event.
        """
        if not {"completeness", "offices"} <= self.known.keys() or "events" not in self.said:
            return
        # Each kind of row by itself: for all of them at once, every row would meet every part.
        own = "raw.completeness AS own"
        wanted = "(own.category_id IS NULL OR own.relation IS NOT NULL)"
        office, actor = (
            f"JOIN {used} AS {field} ON {field}.row_id = own.{field}_id" for field, used in (("office", _OFFICES), ("actor", _ACTORS))
        )
        for part, joins, where in (
            ("office.part", f"{own} {office}", "own.actor_id IS NULL"),
            ("actor.part", f"{own} {actor}", "own.office_id IS NULL"),
            ("office.part", f"{own} {office} {actor} AND actor.part = office.part", "TRUE"),
            ("numbers.part", f"{own} CROSS JOIN {NUMBERS} AS numbers", "own.office_id IS NULL AND own.actor_id IS NULL"),
        ):
            self._add("completeness", f"SELECT {part}, own.completeness_id AS row_id FROM {joins} WHERE {wanted} AND {where}")
        if {"categories", "kinds"} <= self.tables.lines.keys():
            self._add(
                "completeness",
                f"""WITH kinds AS (SELECT DISTINCT home.part, own.kind_id FROM {self._own("events")}),
                read AS (
                    SELECT kinds.part, category.category_id FROM kinds JOIN kind_scope AS scope ON scope.counts_id = kinds.kind_id
                    JOIN raw.categories AS category ON category.kind_id = scope.kind_id AND category.topic IS NULL
                    {f"UNION SELECT home.part, own.category_id FROM {self._own('firsts')}" if "firsts" in self.said else ""})
                SELECT read.part, own.completeness_id AS row_id FROM raw.completeness AS own
                JOIN read ON read.category_id = own.category_id""",
            )

    def _own(self, name: str) -> str:
        """Return the rows of a table of `said` with the part that each is in, for a query: `own` and `home`."""
        key = quote(self.tables.package.tables[name].key[0])
        return f"raw.{quote(name)} AS own JOIN {HOMES}.{quote(name)} AS home ON home.row_id = own.{key}"
