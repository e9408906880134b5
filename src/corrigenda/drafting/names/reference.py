"""The known names and titles that a text can have: read from a reference once for each text, only those that share a word with it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from corrigenda.collections.lookup import fold_all, read_fields
from corrigenda.drafting.wording.tokens import Token
from corrigenda.package.package import Package
from corrigenda.package.storage.files import program_folder
from corrigenda.package.tables.csv_file import read_rows
from corrigenda.values.names import TitleWords, fold, fold_title

# Reads some fields of the rows of a table, empty where there is none: Cells("names", "actor_id", "name").
Cells = Callable[..., Iterator[tuple[str, ...]]]
# Returns what reads a package for a text with these words, and may leave out people and names that share none; None reads all.
Narrow = Callable[[Package, Collection[str]], Cells | None]
# How far a misspelt part of a name may be from the known one: RapidFuzz, 0 to 100, and the shortest part that counts.
_LEAST, _SHORTEST = 78.0, 6
# What comes after these words in a title is what the office is of.
_OWNED = re.compile(r" (?:of|for|at|in|to) ")
_APOSTROPHES = frozenset("'’")


@dataclass(frozen=True, slots=True)
class Known:
    """Hold who or what a name can mean: a table (actors or offices), the key, and the name as the reference has it."""

    table: str
    key: str
    name: str


@dataclass
class KnownNames:
    """Answer which actors and offices the words of a text name."""

    names: dict[tuple[str, ...], list[Known]] = field(default_factory=lambda: defaultdict(list))
    longest: int = 0
    actors: dict[str, dict[str, str]] = field(default_factory=dict)
    offices: dict[str, dict[str, str]] = field(default_factory=dict)
    adjectives: set[str] = field(default_factory=set)
    categories: list[dict[str, str]] = field(default_factory=list)
    topics: dict[str, str] = field(default_factory=dict)
    terms: dict[str, list[tuple[str, str, str]]] = field(default_factory=lambda: defaultdict(list))
    bodies: dict[frozenset[str], set[str]] = field(default_factory=lambda: defaultdict(set))
    state_words: frozenset[str] = frozenset()
    actor_words: dict[str, frozenset[str]] = field(default_factory=dict)
    title_words: TitleWords = field(default_factory=lambda: TitleWords({}, {}))
    # Titles by each of their words: to tell which of them count is dear, and few are asked about.
    _titles: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    _all_titles: list[tuple[str, str]] = field(default_factory=list)
    _found: dict[frozenset[str], set[str]] = field(default_factory=dict)
    _people: dict[str, list[tuple[tuple[str, ...], Known]]] = field(default_factory=lambda: defaultdict(list))

    def match(self, tokens: Sequence[Token], place: int, table: str = "actors") -> tuple[list[Known], int] | None:
        """Return who (or which office) the longest known name at a token can mean, and how many tokens it is.

        Words that the reference prints with a capital must be printed with one; short ones in capitals ("US") as they are.
        """
        folded: list[str] = []
        best: tuple[list[Known], int] | None = None
        for size in range(1, min(self.longest, len(tokens) - place) + 1):
            token = tokens[place + size - 1]
            # The title of an office can have a qualifier: "Minister of Defence (Canada)".
            if not token.is_word and token.lower != "'s" and token.text not in ("-‐&/(),'’" if table == "offices" else "-‐&/,"):
                break
            if token.lower == "'s" and folded:
                folded[-1] += "s"
            folded += fold(token.text).split() if token.lower != "'s" else []
            if not token.is_word and token.text != ")" and token.lower != "'s":
                continue
            known = [
                one
                for one in self.names.get(tuple(folded), ())
                if one.table == table and _is_printed_alike(one.name, tokens[place : place + size])
            ]
            if known:
                best = known, size
        return best

    def near(self, words: Sequence[str]) -> Known | None:
        """Return the one person whose name the words misspell: one part is the same, and another differs by a letter or two.

        A shared surname with another first name is another person.
        """
        from rapidfuzz import fuzz

        folded = tuple(part for word in words for part in fold(word).split())
        found: dict[str, Known] = {}
        for word in folded:
            for known_words, known in self._people.get(word, ()):
                if len(known_words) == len(folded) >= 2 and known_words != folded:
                    unlike = [(a, b) for a, b in zip(folded, known_words, strict=True) if a != b]
                    # "Stones" is another name than "Stone", and no misspelling of it.
                    if len(unlike) == 1 and all(
                        min(len(a), len(b)) >= _SHORTEST and a[0] == b[0] and a.rstrip("s") != b.rstrip("s") and fuzz.ratio(a, b) >= _LEAST
                        for a, b in unlike
                    ):
                        found[known.key] = known
        return next(iter(found.values())) if len(found) == 1 else None

    def people_called(self, surname: str) -> set[str]:
        """Return the people whose known names end in a surname."""
        word = fold(surname)
        return {known.key for words, known in self._people.get(word, ()) if words[-1] == word}

    def offices_called(self, title: str) -> set[str]:
        """Return the offices that a printed title can mean; the names of states and bodies in it may be left out or added."""
        exact = {one.key for one in self.names.get(tuple(fold(title).split()), ()) if one.table == "offices"}
        if exact:
            return exact
        words = self.words_in(title)
        if same := self._offices_with(words):
            return same
        bare = words - self.state_words
        return {
            office
            for office in self._offices_with(bare)
            if not (words & self.state_words) or (words - bare) <= self.words_of(self.offices[office]["state"])
        }

    def office_held(self, title: str, person: str) -> str:
        """Return the only office of a person that a printed title shortens: all words before "of" and some after it, in any order.

        "Transport Minister" is short for "Minister of Transport of Nordland", "President" is not for "Vice President of Nordland".
        """
        words = self.words_in(title)
        held = {office: self.offices[office]["label"] for office, _, _ in self.terms.get(person, ()) if office in self.offices}
        fits = {key for key, label in held.items() if self.words_in(_OWNED.split(label)[0]) <= words <= self.words_in(label)}
        return fits.pop() if len(fits) == 1 else ""

    def _offices_with(self, words: frozenset[str]) -> set[str]:
        """Return the offices of which a title has just these words that tell it from others."""
        if words not in self._found:
            forms = self.title_words.forms
            spelt = [{word, *(form for form, meant in forms.items() if word in meant.split())} for word in words]
            listed = [[one for form in ways for one in self._titles.get(form, ())] for ways in spelt] or [list(self._all_titles)]
            self._found[words] = {key for key, title in min(listed, key=len) if self.words_in(title) == words}
        return self._found[words]

    def words_in(self, title: str) -> frozenset[str]:
        """Return the words that tell a title or name from others."""
        return frozenset(word for word, _ in self.title_words.split(title))

    def words_of(self, actor: str) -> frozenset[str]:
        """Return the words of all names of an actor that the text can have."""
        return self.actor_words.get(actor, frozenset())

    def add(self, known: Known, words: tuple[str, ...]) -> None:
        """Add a name with its folded words."""
        self.names[words].append(known)
        self.longest = max(self.longest, len(words) + 4)
        if known.table == "offices":
            self._all_titles.append((known.key, known.name))
            for word in set(fold_title(known.name).split() if _APOSTROPHES.intersection(known.name) else words):
                self._titles[word].append((known.key, known.name))
            return
        kind = self.actors[known.key]["kind"]
        if kind == "body":
            self.bodies[self.words_in(known.name)].add(known.key)
        elif kind in ("state", "place"):
            self.actor_words[known.key] = self.words_of(known.key) | self.words_in(known.name)
            self.state_words |= self.words_of(known.key)
        elif kind == "person":
            for word in set(words):
                self._people[word].append((words, known))

    def is_person(self, key: str) -> bool:
        """Tell whether a key is that of a person."""
        return self.actors.get(key, {}).get("kind") == "person"


def read_reference(package: Package | None, tokens: Sequence[Token], narrow: Narrow | None = None) -> KnownNames:
    """Read the names of a package that begin with, or share a word with, the words of a text, and the terms of those people."""
    reference = KnownNames(title_words=_read_title_words(package))
    if package is None:
        return reference
    printed = {word for token in tokens if token.is_word for word in (token.lower, *fold(token.text).split())}
    cells = (narrow(package, printed) if narrow else None) or partial(read_cells, package)
    shared = [one for one in _listed(cells, reference) if not printed.isdisjoint(_plain_words(one[2]))]
    for (table, key, name), folded in zip(shared, fold_all([name for _, _, name in shared]), strict=True):
        words = tuple(folded.split())
        if words:
            reference.add(Known(table, key, name), words)
    fields = ("category_id", "kind_id", "topic", "broader")
    reference.categories = [dict(zip(fields, row, strict=True)) for row in cells("categories", *fields)]
    reference.topics = {key: topic for key, topic in cells("actors", "actor_id", "topic") if topic}
    for named in [named for named in reference.bodies if named & reference.state_words]:
        reference.bodies[named - reference.state_words] |= reference.bodies[named]
    kept = {known.key for found in reference.names.values() for known in found}
    for actor, office, start, end in cells("tenures", "actor_id", "office_id", "start", "end"):
        if actor in kept:
            reference.terms[actor].append((office, start, end))
    return reference


def _plain_words(name: str) -> list[str]:
    """Return the words of a name about as they are printed: to fold each name of a large reference is dear."""
    plain = name if name.isascii() else fold(name)
    return plain.lower().replace(".", "").replace("-", " ").replace("'", "").split()


def _read_title_words(package: Package | None) -> TitleWords:
    """Return what words do in titles, as the package has it, or as the program does."""
    rows = list(read_cells(package, "title_words", "word", "tells", "stands_for")) if package else []
    if not rows:
        own = read_rows(program_folder("data") / "known" / "title_words.csv")[1]
        rows = [(row["word"], row["tells"], row["stands_for"]) for row in own]
    return TitleWords.of((word, tells, stands_for) for word, tells, stands_for in rows)


def _listed(cells: Cells, reference: KnownNames) -> Iterator[tuple[str, str, str]]:
    """Yield every label and name once: the table, the key and the name."""
    for key, label, kind, state in cells("actors", "actor_id", "label", "kind", "state"):
        reference.actors[key] = {"label": label, "kind": kind, "state": state}
        yield "actors", key, label
    for key, label, state, body in cells("offices", "office_id", "label", "state", "body"):
        reference.offices[key] = {"label": label, "state": state, "body": body}
        yield "offices", key, label
    for actor, office, name, note in cells("names", "actor_id", "office_id", "name", "note"):
        if note == "Adjective":
            reference.adjectives.add(name)
        if actor in reference.actors and name != reference.actors[actor]["label"]:
            yield "actors", actor, name
        elif office in reference.offices and name != reference.offices[office]["label"]:
            yield "offices", office, name


def read_cells(package: Package, table: str, *names: str) -> Iterator[tuple[str, ...]]:
    """Yield some fields of the rows of a table; a table, a field or a row that is not there is left out or empty."""
    found = package.tables.get(table)
    return iter(()) if found is None else read_fields(found.file, names)


def _is_printed_alike(name: str, tokens: Sequence[Token]) -> bool:
    """Tell whether words have the capitals that a name has; "us" is no name of a state, and neither is "May" a month of nobody."""
    letters = name.replace(".", "")
    if len(letters) <= 4 and letters.isupper():
        return all(token.text.replace(".", "").isupper() for token in tokens)
    return not name[:1].isupper() or tokens[0].is_capital
