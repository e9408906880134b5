"""Where the words of a proposal are in its sentence: whole words, as printed, and not those of another row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corrigenda.drafting.said.rows import Row
from corrigenda.drafting.wording.sentences import Sentence
from corrigenda.drafting.wording.tokens import is_short

Place = tuple[int, int]


def find_places(sentence: Sentence, words: str) -> list[Place]:
    """Return the tokens that words are in a sentence, each time that they are printed there; a part of a word is no place.

    >>> from corrigenda.drafting.wording.sentences import read_sentences
    >>> [sentence] = read_sentences("The art party sold art.", "a", "en")
    >>> find_places(sentence, "art"), find_places(sentence, "the art")
    ([(1, 2), (4, 5)], [])
    """
    first_at = {token.start: at for at, token in enumerate(sentence.tokens)}
    last_at = {token.end: at + 1 for at, token in enumerate(sentence.tokens)}
    found: list[Place] = []
    if not words or not is_short(words):
        return found
    start = sentence.text.find(words, sentence.passage.start, sentence.passage.end)
    while start >= 0:
        first, last = first_at.get(start), last_at.get(start + len(words))
        if first is not None and last is not None:
            found.append((first, last))
        start = sentence.text.find(words, start + 1, sentence.passage.end)
    return found


def overlapping(sentence: Sentence, place: Place, rows: Iterable[Row]) -> list[Row]:
    """Return the rows that have a part of a stretch of a sentence."""
    start, end = sentence.tokens[place[0]].start, sentence.tokens[place[1] - 1].end
    return [row for row in rows if "start" in row and int(row["start"]) < end and start < int(row["end"])]


def first_free(sentence: Sentence, words: str, rows: Sequence[Row]) -> Place | None:
    """Return the first place of words of which no row has a part; None where there is none."""
    return next((place for place in find_places(sentence, words) if not overlapping(sentence, place, rows)), None)


def nearest(sentence: Sentence, words: str, place: Place, most: int) -> Place | None:
    """Return the place of words that is nearest to another one, at most so many tokens away and not over it; None where none is."""
    apart = [(max(place[0] - last, first - place[1]), (first, last)) for first, last in find_places(sentence, words)]
    near = [one for one in apart if 0 <= one[0] <= most]
    return min(near)[1] if near else None
