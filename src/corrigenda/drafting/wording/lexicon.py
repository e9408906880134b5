"""The tables of words as a draft reads them: cues, phrases, verbs, signs and kinds of one language."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corrigenda.drafting.wording.tokens import Token, find_tokens
from corrigenda.package.package import Package
from corrigenda.package.storage.files import program_folder

_TABLES = ("cues", "phrases", "verbs", "signs", "kinds")


@dataclass(frozen=True, slots=True)
class Cue:
    """Hold what words tell in one use: the words, their meaning, and the kind or verb that they name."""

    words: str
    use: str
    means: str = ""
    kind_id: str = ""
    verb_id: str = ""

    @property
    def size(self) -> int:
        """Return how many tokens the words are."""
        return len(find_tokens(self.words))


@dataclass
class Lexicon:
    """Answer what the words of a text tell, from the tables of words in one language."""

    language: str = "en"
    rows: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    _uses: dict[str, dict[tuple[str, ...], Cue]] = field(default_factory=lambda: defaultdict(dict))
    _longest: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _phrases: dict[tuple[str, ...], dict[str, str]] = field(default_factory=dict)
    kinds: dict[str, dict[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.kinds = {row["kind_id"]: row for row in self.rows.get("kinds", ())}
        verbs = {row["verb_id"] for row in self.rows.get("verbs", ())}
        for row in self.rows.get("cues", ()):
            if row["language"].split("-")[0] != self.language.split("-")[0]:
                continue
            kind = row["kind_id"] if row["kind_id"] in self.kinds else ""
            if row["kind_id"] and not kind:
                continue
            verb = row["verb_id"] if row["verb_id"] in verbs else ""
            self._add(Cue(row["words"], row["use"], row["means"], kind, verb))
        for row in self.rows.get("phrases", ()):
            self._phrases[tuple(row["phrase"].lower().split())] = row
            self._add(Cue(row["phrase"], "phrase", row["phrase_id"]))
        for row in self.rows.get("verbs", ()):
            self._add(Cue(row["verb"], "verb", "", "", row["verb_id"]))

    def _add(self, cue: Cue) -> None:
        words = _words(cue.words)
        self._uses[cue.use].setdefault(words, cue)
        self._longest[cue.use] = max(self._longest[cue.use], len(words))

    def match(self, use: str, tokens: Sequence[Token], place: int) -> tuple[Cue, int] | None:
        """Return the longest cue of a use that begins at a token, and how many tokens it is; None where there is none."""
        known = self._uses.get(use)
        if known:
            for size in range(min(self._longest[use], len(tokens) - place), 0, -1):
                cue = known.get(tuple(token.lower for token in tokens[place : place + size]))
                if cue:
                    return cue, size
        return None

    def match_before(self, use: str, tokens: Sequence[Token], end: int) -> tuple[Cue, int] | None:
        """Return the longest cue of a use that ends before a token, and how many tokens it is."""
        known = self._uses.get(use)
        if known:
            for size in range(min(self._longest[use], end), 0, -1):
                cue = known.get(tuple(token.lower for token in tokens[end - size : end]))
                if cue:
                    return cue, size
        return None

    def has(self, use: str, token: Token) -> bool:
        """Tell whether one token is a cue of a use."""
        return (token.lower,) in self._uses.get(use, ())

    def meaning(self, use: str, token: Token) -> str | None:
        """Return what one token means in a use; None where it is no cue of it."""
        cue = self._uses.get(use, {}).get((token.lower,))
        return cue.means if cue else None

    def find_phrase(self, tokens: Sequence[Token], first: int, last: int) -> dict[str, str] | None:
        """Return the row of the phrase that some tokens are, where "on {weekday}" stands for any; the preposition may be before them."""
        words = tuple(self._placed(token) for token in tokens[first:last])
        before = (tokens[first - 1].lower,) if first else ()
        # "Tuesday morning" is Tuesday.
        bare = words[:-1] if len(words) > 1 and self.has("day-part", tokens[last - 1]) else words
        found = (self._phrases.get(one) for one in (words, (*before, *words), ("on", *words), ("in", *words), bare, ("on", *bare)))
        return next((row for row in found if row), None)

    def _placed(self, token: Token) -> str:
        """Return a token as phrases write it: the names of days, months and seasons by their sort."""
        for use in ("weekday", "month") if token.is_capital else ():
            if self.has(use, token):
                return f"{{{use}}}"
        return "{season}" if self.has("season", token) else token.lower

    def phrase_row(self, phrase_id: str) -> dict[str, str]:
        """Return the row of a known phrase."""
        return next(row for row in self.rows["phrases"] if row["phrase_id"] == phrase_id)

    def has_distance(self, phrase_id: str) -> bool:
        """Tell whether a known phrase says how far away something is."""
        return any(row["phrase_id"] == phrase_id and (row["outer_from"] or row["outer_to"]) for row in self.rows.get("phrases", ()))

    def number_of(self, word: str) -> float | None:
        """Return the number that one word is; None where it is none."""
        cue = self._uses.get("number", {}).get((word,))
        return float(cue.means) if cue else None

    def is_period(self, word: str) -> bool:
        """Tell whether a word is a stretch of time, such as year."""
        return (word,) in self._uses.get("period", ())

    def cues(self, use: str) -> Iterable[Cue]:
        """Return every cue of a use."""
        return self._uses.get(use, {}).values()


def read_lexicon(package: Package | None, language: str = "en") -> Lexicon:
    """Read the tables of words of a package; a table that it lacks, or has empty, is that of the program.

    A package that has its own kinds and no cues takes those of the program that name a kind it has.
    """
    rows: dict[str, list[dict[str, str]]] = {}
    for name in _TABLES:
        table = package.tables.get(name) if package else None
        rows[name] = (_read(table.file) if table else []) or _read(program_folder("data") / "known" / f"{name}.csv")
    return Lexicon(language, rows)


def _read(file: Path) -> list[dict[str, str]]:
    if not file.is_file():
        return []
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        return list(csv.DictReader(stream, restval=""))


def _words(text: str) -> tuple[str, ...]:
    text = text.removesuffix(".") if " " not in text and len(text) > 1 else text
    return (
        tuple(text.lower().replace(".", "").replace("’", "'").split())
        if text.replace(" ", "").isalpha()
        else tuple(token.lower for token in find_tokens(text))
    )
