"""Passages, spans and digests against the text of an article."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Passage:
    """Hold the position of one sentence: paragraph and sentence from 1, code points from 0."""

    paragraph: int
    sentence: int
    start: int
    end: int
    sha256: str


def digest(text: str) -> str:
    """Return the SHA-256 of a text as UTF-8.

    >>> digest("")[:8]
    'e3b0c442'
    """
    return hashlib.sha256(text.encode()).hexdigest()


def segment(text: str, language: str = "en") -> tuple[Passage, ...]:
    """Divide a text into sentences; every line end starts a paragraph, empty lines count for none.

    Sentences are found by the library sentencex, which is loaded here only.
    """
    import sentencex

    passages: list[Passage] = []
    paragraph, offset = 0, 0
    for line in text.split("\n"):
        if line.strip():
            paragraph += 1
            position = 0
            for number, sentence in enumerate((s for s in sentencex.segment(language, line) if s.strip()), 1):
                words = sentence.strip()
                position = line.index(words, position)
                start = offset + position
                position += len(words)
                passages.append(Passage(paragraph, number, start, start + len(words), digest(words)))
        offset += len(line) + 1
    return tuple(passages)


def find_words(text: str, words: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the spans of printed words within `text[start:end]`.

    `first … last` stands for a stretch from the first words to the last; words in square brackets
    only say where: they must stand there and do not belong to the span.

    >>> find_words("a b a c", "a[ c]")
    [(4, 5)]
    >>> find_words("one two three four", "two … four")
    [(4, 18)]
    """
    pattern = _pattern(words)
    window = text[:end] if end is not None else text
    return [match.span("span") for match in pattern.finditer(window, start)]


@lru_cache(maxsize=4096)
def _pattern(words: str) -> re.Pattern[str]:
    match = re.fullmatch(r"(?:\[([^\[\]]*)\])?([^\[\]]+)(?:\[([^\[\]]*)\])?", words, re.DOTALL)
    before, inner, after = match.groups() if match else (None, words, None)
    pieces = [re.escape(piece.strip()) for piece in inner.split("…")] if " … " in inner else [re.escape(inner)]
    return re.compile(f"{re.escape(before or '')}(?P<span>{'.+?'.join(pieces)}){re.escape(after or '')}", re.DOTALL)
