"""A printed title: its words, its marker and the state that is printed with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corrigenda.drafting.names.proper_names import Name
from corrigenda.drafting.names.reference import KnownNames
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.tokens import Token, is_short, print_tokens

RANKS = frozenset(("sir", "dame", "lord", "lady", "dr", "prof", "rev", "baroness", "baron"))
_LEADING = frozenset(
    ("chief", "lead", "senior", "head", "principal", "state", "general", "city", "county", "royal", "court", "national", "first")
)
ARTICLES = frozenset(("the", "a", "an", "its", "their", "his", "her", "new", "first", "next", "youngest"))


@dataclass(frozen=True)
class Title:
    """Hold a printed title: its tokens, the marker before it, whether it is before the name, and the state printed with it."""

    first: int
    last: int
    marker: str = ""
    before: bool = True
    state: str = ""
    is_profession: bool = False


def is_profession(tokens: Sequence[Token], title: Title, lexicon: Lexicon) -> bool:
    """Tell whether the words of a title are what somebody works as, and no office: "a nurse", "Danish physicist"; not "chief economist"."""
    words = tokens[title.first : title.last]
    end = next((at for at, token in enumerate(words) if token.lower in ("of", "for", "at", "with", "from", "in")), len(words))
    match = lexicon.match_before("profession", words, end) if end else None
    return match is not None and not any(token.lower in _LEADING for token in words[: end - match[1]])


def find_state(tokens: Sequence[Token], first: int, last: int, names: Sequence[Name], reference: KnownNames) -> str:
    """Return the state that a title prints: within it, or as its owner before it ("Russia's press secretary")."""
    for name in names:
        if name.kind in ("state", "place") and name.actor_id and first <= name.first and name.last <= last:
            return name.actor_id
        owner = name.last == first - 1 and tokens[name.last].lower == "'s"
        if owner and name.kind in ("state", "place") and name.actor_id:
            return name.actor_id
    return ""


def keep_short(tokens: Sequence[Token], title: Title) -> Title | None:
    """Keep a title that can be printed in a cell: eight words at most."""
    words = print_tokens(tokens[title.first : title.last])
    return title if title.first < title.last and is_short(words) else None


def read_marker(tokens: Sequence[Token], first: int, end: int, marker: str, lexicon: Lexicon) -> tuple[int, str]:
    """Take in the marker that is printed before a title ("former", "then-")."""
    if not marker and first > 0:
        before = first - 1 - (tokens[first - 1].text in "-‐" and first > 1)
        marker = lexicon.meaning("title-marker", tokens[before]) or ""
    return first, marker
