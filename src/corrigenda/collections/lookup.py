"""People, offices and terms of a reference by any spelling of a name, and who held what on a day."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path

from corrigenda.package.package import Package
from corrigenda.values.edtf import parse_edtf
from corrigenda.values.names import fold, fold_lines

# Below these scores of RapidFuzz (0 to 100) a spelling is another name: one wrong letter in eight still counts.
_LEAST, _LEAST_WORD = 84.0, 80.0
_EXACT, _PART = 100.0, 95.0


@dataclass(frozen=True)
class HeldTerm:
    """Hold one term of a match: of a person the office, of an office the person; `held` says whether it holds on the day asked about.

    >>> HeldTerm("us/mayor/ann-lee", "mayor", "Mayor", "2019-03-01", "", "open", "2026-06-01").other
    'Mayor'
    """

    tenure_id: str
    other_id: str
    other: str
    start: str
    end: str
    end_state: str
    known_until: str
    held: str | None = None


@dataclass(frozen=True)
class Match:
    """Hold a person (or another actor) or an office that a query means: its names, its terms and how well it fits, from 0 to 100.

    >>> Match("actors", "ann-lee", "Ann Lee", "person", "ann lee", 100.0).label
    'Ann Lee'
    """

    table: str
    key: str
    label: str
    kind: str
    matched: str
    score: float
    names: tuple[str, ...] = ()
    terms: tuple[HeldTerm, ...] = ()


@dataclass
class Lookup:
    """Answer queries about a reference; reading it once serves many.

    The names are read at the start, terms when they are first asked for.
    """

    package: Package
    _names: list[tuple[str, str, str]] = field(default_factory=list)
    _folded: list[str] = field(default_factory=list)
    _labels: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    _terms: dict[tuple[str, str], list[tuple[str, ...]]] | None = None
    _known: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for table, kind in (("actors", "kind"), ("offices", "state")):
            key = "actor_id" if table == "actors" else "office_id"
            for one, label, what in self._cells(table, key, "label", kind):
                self._labels[table, one] = label, what
                self._names.append((table, one, label))
        for actor, office, name in self._cells("names", "actor_id", "office_id", "name"):
            named = ("actors", actor) if actor else ("offices", office)
            if named not in self._labels or name != self._labels[named][0]:
                self._names.append((*named, name))
        self._folded = fold_all([name for _, _, name in self._names])

    def find(self, words: str, day: str | None = None, most: int = 10) -> tuple[Match, ...]:
        """Return what the words can mean, best first: the same spelling, then some of its words, then a misspelling.

        `day` is EDTF; each term then says whether it surely or perhaps holds on it. Raises ValueError for what is no date.
        """
        span = parse_edtf(day) if day else None
        scores = self._score(fold(words))
        best: dict[tuple[str, str], tuple[float, str]] = {}
        for place, score in scores:
            table, key, name = self._names[place]
            if (table, key) in self._labels and score > best.get((table, key), (0.0, ""))[0]:
                best[table, key] = score, name
        ordered = sorted(best.items(), key=lambda item: (-item[1][0], len(item[1][1]), item[0]))[:most]
        names = self._names_of({one for one, _ in ordered})
        return tuple(
            Match(
                table,
                key,
                *self._labels[table, key],
                name,
                round(score, 1),
                names[table, key],
                self._terms_of(table, key, (span.first, span.last) if span else None),
            )
            for (table, key), (score, name) in ordered
        )

    def _score(self, query: str) -> list[tuple[int, float]]:
        """Return the places of the names that fit, each with its score."""
        if not query:
            return []
        found = {place: _EXACT for place, name in enumerate(self._folded) if name == query}
        inside = f" {query} "
        found |= {place: _PART for place, name in enumerate(self._folded) if place not in found and inside in f" {name} "}
        if not found:
            wanted = set(query.split())
            found = {place: _PART - 1 for place, name in enumerate(self._folded) if wanted <= set(name.split())}
        if not found:
            from rapidfuzz import fuzz, process

            near = process.extract(query, self._folded, scorer=fuzz.ratio, score_cutoff=_LEAST, limit=50)
            if not near:
                near = process.extract(query, self._folded, scorer=fuzz.token_sort_ratio, score_cutoff=_LEAST, limit=50)
            if not near and len(query) >= 4:
                # A surname alone, misspelt: each word of each name by itself.
                words = sorted({word for name in self._folded for word in name.split() if abs(len(word) - len(query)) < 3})
                close = {word for word, _, _ in process.extract(query, words, scorer=fuzz.ratio, score_cutoff=_LEAST_WORD, limit=5)}
                near = [(name, _LEAST_WORD, place) for place, name in enumerate(self._folded) if close & set(name.split())]
            found = {place: min(score, _PART - 2) for _, score, place in near}
        return list(found.items())

    def _names_of(self, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], tuple[str, ...]]:
        found: dict[tuple[str, str], dict[str, None]] = {one: {} for one in wanted}
        for table, key, name in self._names:
            if (table, key) in found and name != self._labels[table, key][0]:
                found[table, key][name] = None
        return {one: tuple(names) for one, names in found.items()}

    def _terms_of(self, table: str, key: str, days: tuple[int | None, int | None] | None) -> tuple[HeldTerm, ...]:
        if self._terms is None:
            self._terms = self._read_terms()
        rows = self._terms.get((table, key), [])
        terms = sorted((self._make_term(table, row) for row in rows), key=lambda term: (term.start, term.tenure_id))
        if days is None:
            return tuple(terms)
        judged = ((term, judge_day(term, days)) for term in terms)
        return tuple(HeldTerm(**{**vars(term), "held": held}) for term, held in judged if held)

    def _make_term(self, table: str, row: tuple[str, ...]) -> HeldTerm:
        tenure, actor, office, start, end, state, as_of, source = row
        other = ("offices", office) if table == "actors" else ("actors", actor)
        return HeldTerm(
            tenure, other[1], self._labels.get(other, (other[1], ""))[0], start, end, state, as_of or self._known.get(source, "")
        )

    def _read_terms(self) -> dict[tuple[str, str], list[tuple[str, ...]]]:
        """Return the rows of terms by person and by office; only those of a match are made into terms."""
        self._known = dict(self._cells("sources", "source_id", "known_until"))  # type: ignore[arg-type]
        found: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
        for row in self._cells("tenures", "tenure_id", "actor_id", "office_id", "start", "end", "end_state", "as_of", "source_id"):
            found["actors", row[1]].append(row)
            found["offices", row[2]].append(row)
        return found

    def _cells(self, table: str, *names: str) -> Iterator[tuple[str, ...]]:
        """Yield some fields of a table; a table or a field that the package does not have is empty."""
        found = self.package.tables.get(table)
        return iter(()) if found is None else read_fields(found.file, names)


def read_fields(file: Path, names: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield some fields of the rows of a CSV; a row or a field that is not there is left out or empty."""
    limit = csv.field_size_limit(10_000_000)
    try:
        with file.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
            reader = csv.reader(stream)
            header = next(reader, [])
            # What is not there is taken from an empty cell that each row is given at its end.
            take = itemgetter(*(header.index(name) if name in header else len(header) for name in names))
            width = len(header)
            for row in reader:
                if len(row) == width:
                    row.append("")
                    yield take(row)
    finally:
        csv.field_size_limit(limit)


def fold_all(names: list[str]) -> list[str]:
    """Return what `fold` gives for each name; names in ASCII are folded together, which takes a fifth of the time.

    >>> fold_all(["U.S.", "Múte B. Egede", " Ann-Lee "])
    ['us', 'mute b egede', 'ann lee']
    """
    together = [name for name in names if name.isascii() and "\n" not in name]
    folded = iter(fold_lines("\n".join(together)).split("\n"))
    return [next(folded) if name.isascii() and "\n" not in name else fold(name) for name in names]


def judge_day(term: HeldTerm, days: tuple[int | None, int | None]) -> str | None:
    """Say whether a term holds on a day: 'surely', 'perhaps', or None where it does not.

    >>> term = HeldTerm("t", "o", "Minister", "2019", "", "open", "2022-01-01")
    >>> [judge_day(term, (day, day)) for day in (730000, 737211, 737791, 739000)]
    [None, 'perhaps', 'surely', 'perhaps']
    """
    first, last = days
    start, end, known = (_span(text) for text in (term.start, term.end, term.known_until))
    if first is None or last is None:
        return "perhaps"
    if (start[0] is not None and last < start[0]) or (end[1] is not None and first > end[1]):
        return None
    began = start[1] is not None and first >= start[1]
    goes_on = last <= end[0] if end[0] is not None else term.end_state == "open" and known[0] is not None and last <= known[0]
    return "surely" if began and goes_on else "perhaps"


def _span(text: str) -> tuple[int | None, int | None]:
    try:
        span = parse_edtf(text) if text else None
    except ValueError:
        return None, None
    return (span.first, span.last) if span else (None, None)
