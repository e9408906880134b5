"""Rows of quotations: every stretch in quotation marks, with what the marks do; apostrophes are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corrigenda.drafting.said.events import Told
from corrigenda.drafting.said.rows import Row, Rows
from corrigenda.drafting.wording.sentences import Sentence
from corrigenda.drafting.wording.tokens import is_short

_PAIRS = (("“", "”"), ("„", "“"), ("«", "»"), ("「", "」"), ("『", "』"), ('"', '"'))
# A straight or curly mark opens before a letter and after none; it closes after a letter or a stop and before none.
_SINGLE = re.compile(
    r"(?<![\w.,!?])(?:'(?=\w)[^'\n]*?(?:(?<=\w)'(?=\w)[^'\n]*?)*(?<=[\w.,!?])'(?!\w)|‘[^‘’\n]*?(?:(?<=\w)’(?=\w)[^‘’\n]*?)*’(?!\w))"
)
_SPEECH = 4


@dataclass(frozen=True)
class Marked:
    """Hold a stretch between quotation marks: start and end in the text."""

    start: int
    end: int


def find_quotations(sentence: Sentence) -> list[Marked]:
    """Return the stretches of a sentence that are printed between quotation marks, without the marks; not those within others.

    A mark that is opened or closed in another sentence reaches to the end or from the start of this one.
    """
    start, end = sentence.passage.start, sentence.passage.end
    words = sentence.text[start:end]
    found = [one for pair in _PAIRS for one in _between(words, *pair)]
    inside = [(match.start() + 1, match.end() - 1) for match in _SINGLE.finditer(words)]
    found += [one for one in inside if not any(a <= one[0] and one[1] <= b for a, b in found)]
    kept = [_trimmed(words, a, b) for a, b in sorted(found)]
    return [Marked(start + a, start + b) for a, b in kept if a < b]


def add_quotations(rows: Rows, sentence: Sentence, told: Sequence[Told], marked: Sequence[Marked], sources: Sequence[Row]) -> None:
    """Add a row for each stretch in marks; one that is too long for a cell has its place alone."""
    for one in marked:
        clause = next((part for part in told if _holds(sentence, part, one)), told[0] if told else None)
        if clause is None:
            continue
        printed = sentence.text[one.start : one.end]
        spoken = [row for row in sources if row["naming"] != "none"]
        use = _use(printed, spoken=bool(spoken))
        rows.add(
            "quotations", sentence, printed[:60], one.start, one.end, claim_id=clause.claim["claim_id"], use=use,
            as_printed=printed if is_short(printed) else "",
            attribution_id=spoken[0]["attribution_id"] if use == "speech" and spoken else "",
        )  # fmt: skip


def _between(words: str, opening: str, closing: str) -> list[tuple[int, int]]:
    found, at = [], 0
    if opening == closing:
        places = [match.start() for match in re.finditer(re.escape(opening), words)]
        if len(places) % 2:
            # The mark that has no other half in this sentence: at its end it closes, else it opens to the end.
            alone = places[-1]
            opens = alone + 1 < len(words) and not words[alone + 1].isspace() and (alone == 0 or not words[alone - 1].isalnum())
            found.append((alone + 1, len(words)) if opens else (0, alone) if len(places) == 1 else (places[-2], places[-2]))
            places = places[:-1]
        return found + [(a + 1, b) for a, b in zip(places[::2], places[1::2], strict=True)]
    while (first := words.find(opening, at)) >= 0:
        last = words.find(closing, first + 1)
        found.append((first + 1, last if last >= 0 else len(words)))
        if last < 0:
            return found
        at = last + 1
    first = words.find(closing)
    if not found and first > 0 and closing not in "“":
        found.append((0, first))
    return found


def _trimmed(words: str, start: int, end: int) -> tuple[int, int]:
    while start < end and words[start].isspace():
        start += 1
    while end > start and words[end - 1].isspace():
        end -= 1
    return start, end


def _holds(sentence: Sentence, told: Told, one: Marked) -> bool:
    tokens = sentence.tokens
    return tokens[told.clause.first].start <= one.end and one.start < tokens[told.clause.last - 1].end


def _use(printed: str, *, spoken: bool) -> str:
    """Say what the marks do: longer words are somebody's, capital words a name, a few words a term."""
    words = printed.split()
    if len(words) >= _SPEECH or (spoken and not printed[:1].isupper()) or printed.endswith((",", ".", "!", "?")):
        return "speech"
    capital = [word for word in words if word[:1].isupper() or word[:1].isdigit()]
    return "name" if words and len(capital) * 2 > len(words) else "term"
