"""Sources that no table of words lists: "the inspectorate said", "one resident said", "Roe's lawyer said"."""

from __future__ import annotations

from collections.abc import Sequence

from corrigenda.drafting.wording.lexicon import Cue, Lexicon
from corrigenda.drafting.wording.tokens import Token

_OPENING = frozenset(("the", "a", "an", "one", "another", "its", "his", "her", "their", "our", "my", "'s"))
_LONGEST = 4
_WITHIN = frozenset(
    ("of", "for", "at", "from", "in", "by", "on", "with", "near", "to", "about", "into", "during", "under", "over", "after")
)
# Endings of words for one person: "resident", "trader", "biologist"; a body has other ones, or a row in the tables.
_PERSON = ("ist", "er", "or", "ent", "ant", "man", "woman", "ian", "eer", "yst")


def find_noun_phrase(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> tuple[int, str] | None:
    """Return where the words of a subject begin that ends before a verb, and how it is named; None where there is no such subject.

    One person who is described is anonymous; many, and a body, are a group.
    """
    for first in range(end - 1, max(-1, end - 2 - _LONGEST), -1):
        token = tokens[first]
        if token.lower in _OPENING or (token.text in "'’" and first and tokens[first - 1].lower.endswith("s")):
            if first > 1 and tokens[first - 1].lower in _WITHIN:
                # "The head of the union said": the head of the subject is before the link.
                outer = find_noun_phrase(tokens, first - 1, lexicon) if tokens[first - 1].lower in ("of", "for", "at", "from") else None
                return outer if outer and not tokens[first - 2].lower.endswith("ed") else None
            return _name(tokens, first, end, lexicon) if first + 1 < end else None
        if _is_bare(tokens, first, end):
            # "Census takers said": a plural without an article, where a clause begins.
            return first, "group"
        if not token.text.replace("-", "").isalpha() or token.is_capital or _is_other(token, lexicon):
            return None
    return None


def _is_bare(tokens: Sequence[Token], first: int, end: int) -> bool:
    starts = first == 0 or tokens[first - 1].text in ',;:—–"“' or tokens[first - 1].lower in ("that", "but", "and", "while")
    words = tokens[first:end]
    lower = all(token.text.isalpha() and (not token.is_capital or at == first == 0) for at, token in enumerate(words, first))
    return starts and lower and 0 < len(words) <= 2 and len(words[-1].text) > 3 and words[-1].lower.endswith("s")


def _is_other(token: Token, lexicon: Lexicon) -> bool:
    uses = ("auxiliary", "saying", "order", "small", "month", "weekday", "period", "frequency", "day-part", "pronoun")
    return any(lexicon.has(use, token) for use in uses) or token.lower.endswith("ly")


def _name(tokens: Sequence[Token], first: int, end: int, lexicon: Lexicon) -> tuple[int, str]:
    head = tokens[end - 1]
    many = Token(head.start, head.end, f"{head.text}s", f"{head.lower}s")
    title: Cue | None = (lexicon.match_before("title", tokens, end) or (None, 0))[0]
    one = (title is not None and title.means == "head") or lexicon.has("group", many)
    if not one and not head.lower.endswith("s"):
        one = head.lower.endswith(_PERSON) and tokens[first].lower != "the"
    return first + (tokens[first].lower in ("the", "'s", "'")), "anonymous" if one or tokens[first].lower == "one" else "group"
