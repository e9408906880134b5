"""The article as a map: every passage as a run of pieces, to scale, with printed words and findings where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from corrigenda.report.page.card import Card
from corrigenda.report.page.model import Article, PagePassage, PrintedWords
from corrigenda.results.finding import Severity

# Code points that one bar stands for at most, so that a line can break between bars.
BAR = 12
# More bars than this cannot be told apart on a screen.
_MOST_BARS = 400
_HEIGHTS = {Severity.ERROR: 64, Severity.WARNING: 44, Severity.NOTE: 24, None: 8}
_RANK = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True)
class Piece:
    """Hold a stretch of a passage: its words, or bars for words that are not published; the worst finding on it; those that end with it."""

    text: str | None
    bars: tuple[int, ...]
    is_printed: bool
    is_exact: bool
    level: Severity | None
    ends: tuple[Card, ...]


@dataclass(frozen=True)
class Block:
    """Hold one passage laid out, with the findings that stand in it."""

    passage: PagePassage
    pieces: tuple[Piece, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Bar:
    """Hold one sentence in the strip of an article that is 1,000 wide; the worst finding in it gives the height."""

    x: float
    width: float
    height: int
    level: Severity | None


@dataclass(frozen=True)
class _Mark:
    card: Card
    start: int
    end: int


def lay_out(article: Article, cards: Iterable[Card]) -> tuple[list[list[Block]], list[Card]]:
    """Return the blocks of every paragraph in reading order, and the findings of the article that stand in no passage."""
    where: dict[tuple[str, str], list[tuple[str, PrintedWords]]] = {}
    for passage in article.passages:
        for words in passage.words:
            where.setdefault((words.table, words.row), []).append((passage.passage_id, words))
    marks: dict[str, list[_Mark]] = {}
    nowhere = []
    for card in cards:
        if card.finding.article_id != article.article_id:
            continue
        found = next((where[key] for p in card.finding.places if (key := (p.table, p.row)) in where), None)
        if found is None:
            nowhere.append(card)
            continue
        start, end = min(words.start for _, words in found), max(words.end for _, words in found)
        marks.setdefault(found[0][0], []).append(_Mark(card, start, end))
    paragraphs: dict[int, list[Block]] = {}
    for passage in article.passages:
        own = marks.get(passage.passage_id, [])
        block = Block(passage, tuple(_divide(passage, own)), tuple(mark.card for mark in own))
        paragraphs.setdefault(passage.paragraph, []).append(block)
    return list(paragraphs.values()), nowhere


def strip(article: Article, paragraphs: list[list[Block]]) -> list[Bar]:
    """Return the article at a glance, one bar a sentence; nothing where it has too many sentences to be told apart."""
    blocks = [block for blocks in paragraphs for block in blocks]
    if not article.length or len(blocks) > _MOST_BARS:
        return []
    scale = 1000 / article.length
    bars = []
    for block in blocks:
        level = min((card.finding.level for card in block.cards), key=lambda one: _RANK[one], default=None)
        start, end = block.passage.start, block.passage.end
        bars.append(Bar(round(start * scale, 2), round(max(end - start, 0) * scale * 0.94, 2), _HEIGHTS[level], level))
    return bars


def _divide(passage: PagePassage, marks: list[_Mark]) -> Iterator[Piece]:
    """Cut a passage wherever printed words or a finding begin or end."""
    words = list(_choose(passage))
    starts: dict[int, list[_Mark]] = {}
    ends: dict[int, list[_Mark]] = {}
    # Where the exact place of words is not known, a finding that begins or ends there must not cut them.
    loose = [w for w in words if not w.is_exact]
    for mark in marks:
        start = next((w.start for w in loose if w.start < mark.start < w.end), mark.start)
        end = next((w.end for w in loose if w.start < mark.end < w.end), mark.end)
        starts.setdefault(max(start, passage.start), []).append(mark)
        ends.setdefault(min(end, passage.end), []).append(mark)
    edges = _edges(passage, words, [*starts, *ends])
    active: Counter[int] = Counter()
    position = 0
    for start, end in pairwise(edges):
        active.update(_RANK[mark.card.finding.level] for mark in starts.get(start, ()))
        active.subtract(_RANK[mark.card.finding.level] for mark in ends.get(start, ()))
        while position < len(words) and words[position].end <= start:
            position += 1
        over = words[position] if position < len(words) and words[position].start <= start else None
        text = _text_between(passage, over, start, end)
        yield Piece(
            text,
            () if text is not None else _bars(end - start),
            over is not None,
            over is None or over.is_exact,
            _worst(active),
            tuple(mark.card for mark in ends.get(end, ())),
        )


def _worst(active: Counter[int]) -> Severity | None:
    """Return the worst severity of which a finding is open."""
    rank = min((rank for rank, number in active.items() if number > 0), default=None)
    return None if rank is None else list(Severity)[rank]


def _edges(passage: PagePassage, words: Iterable[PrintedWords], marks: Iterable[int]) -> list[int]:
    """Return where a passage is cut, in order."""
    cuts = {passage.start, passage.end, *marks, *(at for w in words for at in (w.start, w.end))}
    return sorted(cut for cut in cuts if passage.start <= cut <= passage.end)


def _text_between(passage: PagePassage, over: PrintedWords | None, start: int, end: int) -> str | None:
    """Return the words of a stretch: those of the text where it was laid in, else those that are printed there."""
    if passage.text is not None:
        return passage.text[start - passage.start : end - passage.start]
    return over.words[start - over.start : end - over.start] if over and over.words else None


def _choose(passage: PagePassage) -> Iterator[PrintedWords]:
    """Yield printed words that do not overlap, the longest of those that begin together; inexact ones in the middle of their span."""
    printed = [w for w in passage.words if w.words and passage.start <= w.start and w.end <= passage.end]
    reached = passage.start
    for w in sorted(printed, key=lambda w: (w.start, not w.is_exact, -w.end, w.table, w.row)):
        length = len(w.words or "")
        start = w.start if w.is_exact else w.start + max(0, w.end - w.start - length) // 2
        if start >= reached and length and start + length <= w.end:
            reached = start + length
            yield PrintedWords(w.table, w.row, start, reached, w.words, w.is_exact)


def _bars(length: int) -> tuple[int, ...]:
    """Divide a stretch into bars.

    >>> _bars(27)
    (12, 12, 3)
    """
    full, rest = divmod(length, BAR)
    return (BAR,) * full + ((rest,) if rest else ())
