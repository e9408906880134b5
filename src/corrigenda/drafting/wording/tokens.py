"""A sentence as words and marks, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Letters with the marks that combine with them: a vowel sign alone is no letter to `\w`.
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_LETTER = rf"[^\W\d_{_MARKS}]"
_TOKEN = re.compile(
    rf"""
      (?:{_LETTER}\.){{2,}}                                   # U.S.
    | \d{{4}}-\d\d(?:-\d\d)?(?![\w-])                          # 2024-05-03
    | \d+(?:[.,]\d+)+{_LETTER}{{1,3}}(?!\w)                 # 1.2m and 2.5km
    | \d+(?:[.,]\d+)*(?:st|nd|rd|th|s)?(?!\w)           # 1,200.5 and 19th, 1980s
    | (?:Jr|Sr|Mr|Mrs|Ms|Dr|Prof|Rev|St|Sens?|Govs?|Reps?|Gens?|Lt|Col|Maj|Capt|Sgt|Adm|Inc|Corp|Ltd|Co|Det|Insp|Supt
        |Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tues|Tue|Wed|Thurs|Thu|Fri|Sat|Sun)\.(?!\w)
    | {_LETTER}\.(?=\s?{_LETTER})                             # the initial of a name
    | [\w{_MARKS}]+(?:['’ʼ‐-][\w{_MARKS}]+)*
    | \S
    """,
    re.VERBOSE,
)
_POSSESSIVE = re.compile(r"['’]s$", re.I)
_NEGATED = re.compile(r"n['’]t$", re.I)
_SUFFIX = re.compile(r"[-‐](elect|designate)$", re.I)
_PREFIX = re.compile(r"(?:(?i:then|ex)[-‐](?=\w)|(?i:mid|early|late)[-‐](?=[A-Z0-9]))")


@dataclass(frozen=True, slots=True)
class Token:
    """Hold one word or mark: its place in the text, and its letters in lower case without points."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        """Tell whether it begins with a letter or a digit."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Tell whether it begins with a capital letter."""
        return self.text[0].isupper()


def find_tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the words and marks of a stretch of a text; `'s`, `n't`, `-elect` and `then-` are tokens of their own.

    >>> [token.text for token in find_tokens("The U.S.-led plan of then-President-elect Trump's team cost $1.2 billion.")][:9]
    ['The', 'U.S.', '-', 'led', 'plan', 'of', 'then', '-', 'President']
    >>> [token.text for token in find_tokens("In district 27B the 1980s cost 1,200.5.")]
    ['In', 'district', '27B', 'the', '1980s', 'cost', '1,200.5', '.']
    """
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        found += _divided(match.start(), match.group())
    return found


def _divided(start: int, word: str) -> list[Token]:
    """Divide a word where a part of it says something of its own; a word can begin and end with very many of these."""
    before: list[Token] = []
    while (prefix := _PREFIX.match(word)) is not None:
        cut = prefix.end() - 1
        before += [_token(start, word[:cut]), _token(start + cut, word[cut])]
        start, word = start + cut + 1, word[cut + 1 :]
    after: list[Token] = []
    while (match := _POSSESSIVE.search(word) or _NEGATED.search(word)) is not None and match.start():
        after.append(_token(start + match.start(), word[match.start() :]))
        word = word[: match.start()]
    match = _SUFFIX.search(word)
    if match and match.start():
        cut = match.start()
        before += [_token(start, word[:cut]), _token(start + cut, word[cut])]
        start, word = start + cut + 1, word[cut + 1 :]
    return [*before, _token(start, word), *reversed(after)]


def _token(start: int, word: str) -> Token:
    lower = word.lower().replace("’", "'")
    return Token(start, start + len(word), word, lower.replace(".", "") if word[0].isalpha() else lower)


def print_tokens(tokens: Sequence[Token]) -> str:
    """Return words and marks as they are printed, each blank between them as one.

    >>> print_tokens(find_tokens("US$5 of the  team's plan"))
    "US$5 of the team's plan"
    """
    return "".join(("" if not at or tokens[at - 1].end == token.start else " ") + token.text for at, token in enumerate(tokens))


def is_short(words: str, most: int = 8, longest: int = 80) -> bool:
    """Tell whether words are few and short enough to be printed in a cell.

    >>> is_short("May 2024"), is_short("a b c d e f g h i")
    (True, False)
    """
    return len(words) <= longest and len(words.split()) <= most and words.isprintable() and words == words.strip()
