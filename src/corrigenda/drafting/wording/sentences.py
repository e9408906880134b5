"""A text as sentences with their words, and the clauses that a sentence is made of."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.tokens import Token, find_tokens
from corrigenda.values.passages import Passage, segment

_BREAKS = frozenset(";:—–")
_JOINING = frozenset(("and", "but", "or", "yet", "so"))
_OPENING = frozenset(
    ("that", "who", "which", "whom", "whose", "where", "when", "while", "because", "although", "though", "after", "before", "if", "as",
     "since", "until", "unless", "whether", "once", "to")
)  # fmt: skip
_BEFORE_NOUN = frozenset(("the", "a", "an", "of", "its", "his", "her", "their", "this"))
_QUOTES = frozenset('"“”„«»‘')


@dataclass(frozen=True)
class Sentence:
    """Hold one passage of a text with its words."""

    passage_id: str
    passage: Passage
    text: str
    tokens: tuple[Token, ...]

    def printed(self, first: int, last: int) -> str:
        """Return the text from one token up to another, the last one not counted."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]


@dataclass(frozen=True)
class Clause:
    """Hold a part of a sentence with one verb: the tokens from `first` up to `last`, the verb at `verb`, and whether it opens by a word."""

    first: int
    last: int
    verb: int
    opened_by: str = ""


def read_sentences(text: str, article_id: str, language: str) -> tuple[Sentence, ...]:
    """Divide a text into sentences with their words; line ends start a paragraph."""
    return tuple(
        Sentence(f"{article_id}/{p.paragraph:02}.{p.sentence:02}", p, text, tuple(find_tokens(text, p.start, p.end)))
        for p in segment(text, language.split("-", maxsplit=1)[0])
    )


def find_clauses(sentence: Sentence, lexicon: Lexicon) -> list[Clause]:
    """Divide a sentence at its joining words and marks, so that each part has one verb that the tables know; at least one part.

    Parts without a verb go to the part before them (or after, at the start).
    """
    tokens = sentence.tokens
    verbs = [place for place in range(len(tokens)) if _is_verb(tokens, place, lexicon)]
    if not verbs:
        return [Clause(0, len(tokens), -1)] if tokens else []
    cuts = [(0, "")]
    for start, stop in _noun_clauses(tokens, verbs, lexicon):
        cuts += [(start, tokens[start].lower), *([(stop, "")] if stop else [])]
    for one, other in itertools.pairwise(verbs):
        # "is poised to join", "has agreed to buy": a helping verb alone does not make a clause of its own.
        if lexicon.meaning("auxiliary", tokens[one]) is not None and tokens[other - 1].lower == "to" and other - one <= 5:
            continue
        cut = _cut_between(tokens, one, other)
        if cut is not None:
            cuts.append(cut)
    kept = dict(reversed([(place, word) for place, word in cuts if place < len(tokens)]))
    bounds = [*sorted(kept.items()), (len(tokens), "")]
    found = []
    for (first, opened), (last, _) in itertools.pairwise(bounds):
        inside = [place for place in verbs if first <= place < last]
        found.append(Clause(first, last, _main_verb(tokens, inside, lexicon), opened))
    return found


def find_bounds(sentence: Sentence, clause: Clause) -> tuple[int, int]:
    """Return the stretch of a clause without the marks at its ends."""
    tokens = sentence.tokens
    first, last = clause.first, clause.last
    while last - first > 1 and not tokens[first].is_word:
        first += 1
    while last - first > 1 and not tokens[last - 1].is_word and tokens[last - 1].text not in "%)”’":
        last -= 1
    return tokens[first].start, tokens[last - 1].end


def _noun_clauses(tokens: Sequence[Token], verbs: Sequence[int], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return where "during the meeting of X and Y" begins, and the verb at which it ends (0 where it ends with its clause)."""
    found = []
    for place in range(1, len(tokens)):
        if tokens[place].lower not in ("during", "amid"):
            continue
        verb = next((one for one in verbs if one > place), len(tokens))
        nouns = [lexicon.match("event", tokens, at) for at in range(place + 1, min(verb, place + 12))]
        if any(match and match[0].means == "noun" for match in nouns):
            found.append((place, verb if verb < len(tokens) and tokens[verb - 1].text != "," else 0))
    return found


def _cut_between(tokens: Sequence[Token], one: int, other: int) -> tuple[int, str] | None:
    """Return where the clause of a later verb begins, with the word that opens it; None where both are of one clause."""
    for place in range(other - 1, one, -1):
        word = tokens[place]
        if word.text in _BREAKS:
            return place + 1, ""
        if word.lower in _OPENING and place + 1 < len(tokens) and not (word.lower == "to" and place + 1 != other):
            return place, word.lower
        if word.lower in _JOINING and (tokens[place - 1].text == "," or place + 1 == other):
            return place, word.lower
    # A comma alone ends a clause where somebody is quoted or said to say the rest.
    for place in range(other - 1, one, -1):
        if tokens[place].text == "," or tokens[place].text in _QUOTES:
            return place + 1, ""
    return None


def _is_verb(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    token = tokens[place]
    if not token.is_word or (token.is_capital and place > 0) or is_compared(tokens, place):
        return False
    for use in ("event", "saying"):
        cue = lexicon.match(use, tokens, place)
        if cue and cue[0].means.split(" ")[0] in ("past", "present", "base", "passive"):
            if cue[0].means.startswith("base"):
                # "reports" is a verb, "report" after an article is not; the plain form needs a helping word or a plural before it.
                before = tokens[place - 1] if place else None
                if before is None or before.lower == "to" or lexicon.has("auxiliary", before):
                    return before is not None
                return use == "saying" and (lexicon.has("group", before) or lexicon.has("anonymous", before))
            return place == 0 or tokens[place - 1].lower not in _BEFORE_NOUN
    if place and token.lower.endswith("ed") and tokens[place - 1].lower in _BEFORE_NOUN - {"this"}:
        # "The planned date", but "this caused losses".
        return False
    return _is_plain_verb(tokens, place, lexicon) or lexicon.meaning("auxiliary", token) in (
        "present",
        "past",
        "perfect",
        "pluperfect",
        "future",
        "hedged",
    )


def is_compared(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a participle only says with what something is compared: "30 percent more than planned", "as expected".

    >>> [is_compared(find_tokens(words), 4) for words in ("It cost more than planned.", "It cost more than was planned.")]
    [True, False]
    """
    return place > 0 and tokens[place].lower.endswith("ed") and tokens[place - 1].lower in ("than", "as")


def _is_plain_verb(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Tell whether a word is a verb that names no kind of event: a listed one, or by its ending, after a subject."""
    token, before = tokens[place], tokens[place - 1] if place else None
    listed = lexicon.meaning("act", token) == "past"
    ends = len(token.text) > 4 and any(token.lower.endswith(cue.words) for cue in lexicon.cues("ending"))
    if before is None or not (listed or ends):
        return False
    if not before.is_word:
        # "Mike Hill, Mayor of Rome, opened …".
        return before.text in ",)" and listed
    is_subject = (
        before.is_capital or lexicon.has("pronoun", before) or before.lower in ("who", "which", "that") or before.lower.endswith("ly")
    )
    return is_subject or (
        listed and not lexicon.has("small", before) and not lexicon.has("auxiliary", before) and before.lower not in ("be", "been")
    )


def _main_verb(tokens: Sequence[Token], verbs: Sequence[int], lexicon: Lexicon) -> int:
    """Return the verb that says what happens: the first one that names a kind of event, else one of saying, else the first."""
    for use in ("event", "saying"):
        for place in verbs:
            if lexicon.match(use, tokens, place):
                return place
    return verbs[0] if verbs else -1
