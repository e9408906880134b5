"""What is at the head of a text: dateline, byline, title and the day of publication, where they are printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corrigenda.drafting.times.dates import read_date
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.sentences import Sentence

_BYLINE = re.compile(r"By [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,4}(?: and [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,4})?[,.]?")
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]+[A-Z.](?:, [A-Z][\w .]+)?(?:,| \()? ?[^—–\n]{0,40}?\)? ?(?:\([A-Z][\w .]+\) ?)?[—–]"
    r"|[A-Z][A-Z.'’ -]+[A-Z.], [A-Z]\w+\.? \d{1,2}, \d{4} -"
)
_STAMP = re.compile(r"^(?:Published|Posted|Updated|Date)(?: on| at)?:? ", re.I)
_LINES = 6


@dataclass(frozen=True)
class Heading:
    """Hold what the head of a text says of it: cells of its row of articles, and the stretch of the printed day with its EDTF."""

    cells: dict[str, str] = field(default_factory=dict)
    day: tuple[int, int, int, str] | None = None
    byline: str = ""


def read_heading(sentences: Sequence[Sentence], lexicon: Lexicon) -> Heading:
    """Find the day of publication and the byline in the first lines of a text; a day counts only where its year is printed.

    A day is that of publication where it is a line by itself, in a dateline, or after "Published".
    """
    day, byline, title = None, "", ""
    for number, sentence in enumerate(sentences[:_LINES]):
        words = sentence.text[sentence.passage.start : sentence.passage.end]
        if _BYLINE.fullmatch(words):
            byline = words
            continue
        if number == 0 and len(sentences) > 1 and sentence.passage.paragraph == 1 and _is_title(sentences, words):
            title = words
        if day is None:
            found = _printed_day(sentence, words, lexicon)
            day = (number, *found) if found else None
    cells = {"published": day[3]} if day else {}
    if title and title.isprintable() and len(title.split()) <= 8 and len(title) <= 80:
        cells["title"] = title
    return Heading(cells, day, byline)


def _printed_day(sentence: Sentence, words: str, lexicon: Lexicon) -> tuple[int, int, str] | None:
    tokens = sentence.tokens
    dateline = _DATELINE.match(words)
    stamp = _STAMP.match(words)
    limit = len(dateline[0]) if dateline else len(words) if stamp else 0
    for place in range(min(len(tokens), 14)):
        found = read_date(tokens, place, lexicon)
        if found is None or len(found.edtf) != 10 or "X" in found.edtf:
            continue
        start, end = tokens[found.first].start, tokens[found.last - 1].end
        alone = start == sentence.passage.start and end >= sentence.passage.end - 1
        if alone or end - sentence.passage.start <= limit:
            return found.first, found.last, found.edtf
    return None


def _is_title(sentences: Sequence[Sentence], words: str) -> bool:
    """Tell whether the first line is a headline: one line of one sentence without a stop."""
    alone = sum(sentence.passage.paragraph == 1 for sentence in sentences[:3]) == 1
    return alone and not words.endswith((".", "!", "?", "”", '"', ":")) and len(words) <= 150
