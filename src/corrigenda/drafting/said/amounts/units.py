"""What an amount counts, by the words after it."""

from __future__ import annotations

from collections.abc import Sequence

from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.plurals import in_singular
from corrigenda.drafting.wording.tokens import Token

_NO_UNIT = frozenset(
    ("of", "in", "to", "and", "or", "at", "by", "on", "for", "from", "with", "as", "than", "per", "after", "before", "the", "a", "an",
     "was", "were", "is", "are", "has", "have", "had", "will", "would", "that", "who", "which", "when", "while", "but", "ago", "later",
     "so", "because", "if", "last", "next", "this", "near", "below", "above", "over", "under", "off", "up", "down", "into", "about",
     "between", "against", "during", "since", "until", "without", "within", "through", "then", "also", "not")
)  # fmt: skip
# Nouns after which no other word of the unit comes.
_WHOLE = frozenset(
    ("people", "men", "women", "children", "percent", "person", "man", "woman", "child", "member", "other")
)  # fmt: skip


def find_unit(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> str:
    """Return what is counted: the noun after the number, with the words between them left out but for the last two."""
    words: list[str] = []
    while at < len(tokens) and _can_be_unit(tokens[at], lexicon) and len(words) < 4:
        # "A third said no"; but "120 claims".
        if lexicon.has("saying", tokens[at]) and (words or (lexicon.meaning("saying", tokens[at]) or "").startswith("past")):
            break
        words.append(tokens[at].lower)
        at += 1
        if (words[-1].endswith("s") and len(words[-1]) > 3) or words[-1] in _WHOLE:
            break
        # "500 Greek and Turkish families".
        pair = tokens[at - 1 : at + 2]
        at += len(pair) == 3 and pair[0].is_capital and pair[1].lower in ("and", "or") and pair[2].is_capital
    return in_singular(words[-1], "count") if words else ""


def _can_be_unit(token: Token, lexicon: Lexicon) -> bool:
    plain = token.text.replace("-", "").isalpha()
    return plain and token.lower not in _NO_UNIT and not lexicon.has("pronoun", token) and not lexicon.has("auxiliary", token)
