"""What is at the head of a text: dateline, byline, title and the day of publication, where they are printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from corrigenda.drafting.dateline import read_dateline
from corrigenda.drafting.times.dates import Found, read_date
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.sentences import Sentence

_BYLINE = re.compile(r"By [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,4}(?: and [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,4})?[,.]?")
_STAMP = re.compile(r"(?:(?:Published|Posted)(?: on| at)?:? |(?:Updated|Date)(?: on|:| on:) )", re.I)
_LINES = 6


@dataclass(frozen=True)
class PrintedDay:
    """Hold the day that the head of a text prints: its sentence, its place in the text, and its EDTF (XXXX for a missing year)."""

    sentence: int
    start: int
    end: int
    edtf: str


@dataclass(frozen=True)
class Heading:
    """Hold what the head of a text says of it: cells of its row of articles, the day printed there, and the words that are no report.

    `lengths` has for each sentence in the head how many of its tokens belong to the dateline, or to a line that is a byline or a day alone.
    """

    cells: dict[str, str] = field(default_factory=dict)
    day: PrintedDay | None = None
    byline: str = ""
    lengths: dict[int, int] = field(default_factory=dict)


def read_heading(sentences: Sequence[Sentence], lexicon: Lexicon) -> Heading:
    """Find the day of publication, the dateline and the byline in the first lines of a text; a day counts only where its year is printed.

    A day is that of publication where it is a line by itself, in a dateline, or after "Published".
    """
    day, byline, title, lengths = None, "", "", {}
    for number, sentence in enumerate(sentences[:_LINES]):
        words = sentence.text[sentence.passage.start : sentence.passage.end]
        if _BYLINE.fullmatch(words):
            byline, lengths[number] = words, len(sentence.tokens)
            continue
        found, length = _head_of(number, sentence, words, lexicon)
        if length:
            lengths[number] = length
            day = day or found
            if length < len(sentence.tokens):
                break
        elif number == 0 and len(sentences) > 1 and sentence.passage.paragraph == 1 and _is_title(sentences, words):
            title = words
    cells = {"published": day.edtf} if day and "X" not in day.edtf else {}
    if title and title.isprintable() and len(title.split()) <= 8 and len(title) <= 80:
        cells["title"] = title
    return Heading(cells, day, byline, lengths)


def _head_of(number: int, sentence: Sentence, words: str, lexicon: Lexicon) -> tuple[PrintedDay | None, int]:
    """Return the day in a dateline or on a line of its own, and how many tokens those take."""
    tokens = sentence.tokens
    dateline = read_dateline(tokens, lexicon) if sentence.passage.sentence == 1 else None
    if dateline is not None:
        date = dateline.date
        return _printed(number, sentence, date) if date and len(date.edtf) == 10 else None, dateline.length
    stamp = _STAMP.match(words)
    for place in range(min(len(tokens), 14)):
        found = read_date(tokens, place, lexicon)
        if found is None or not found.is_whole_day:
            continue
        alone = place == 0 and tokens[found.last - 1].end >= sentence.passage.end - 1
        stamped = stamp is not None and tokens[found.first].start == sentence.passage.start + stamp.end()
        # "Published on May 3, 2019, the report listed 40 deaths." goes on with words.
        stamped = stamped and all(not token.text.isalpha() or token.text.isupper() or token.lower == "at" for token in tokens[found.last :])
        return (_printed(number, sentence, found), len(tokens)) if alone or stamped else (None, 0)
    return None, 0


def _printed(number: int, sentence: Sentence, date: Found) -> PrintedDay:
    return PrintedDay(number, sentence.tokens[date.first].start, sentence.tokens[date.last - 1].end, date.edtf)


def _is_title(sentences: Sequence[Sentence], words: str) -> bool:
    """Tell whether the first line is a headline: one line of one sentence without a stop."""
    alone = sum(sentence.passage.paragraph == 1 for sentence in sentences[:3]) == 1
    return alone and not words.endswith((".", "!", "?", "”", '"', ":")) and len(words) <= 150
