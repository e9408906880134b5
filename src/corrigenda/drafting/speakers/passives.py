"""What was made known by somebody: "her death was announced on Monday by the institute"."""

from __future__ import annotations

from collections.abc import Sequence

from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.tokens import Token

_MADE_KNOWN = frozenset(("announced", "confirmed", "reported", "disclosed", "revealed", "declared"))
_KNOWN = frozenset(
    ("death", "deaths", "news", "result", "results", "deal", "plan", "plans", "it", "this", "move", "decision", "figures", "toll")
)
_BEING = frozenset(("was", "were", "been", "is", "are"))
_FAR = 6


def find_by(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> int:
    """Return where the source of a passive verb begins, past "by"; 0 where the verb is none or nobody is named in its clause.

    "He was confirmed by the Senate" is an election to an office, and "announced by 5 p.m." an hour: neither has a subject that can
    be made known.
    """
    if tokens[place].lower not in _MADE_KNOWN or not place or tokens[place - 1].lower not in _BEING:
        return 0
    made = tokens[place].lower in ("announced", "disclosed", "revealed") and place > 1 and not lexicon.has("pronoun", tokens[place - 2])
    known = made or (place > 1 and tokens[place - 2].lower in _KNOWN) or lexicon.match_before("event", tokens, place - 1) is not None
    if not known:
        return 0
    for at in range(place + 1, min(len(tokens) - 1, place + _FAR)):
        if tokens[at].lower == "by":
            after = tokens[at + 1]
            if lexicon.match("feast", tokens, at + 1) is not None:
                # "Announced by Christmas Eve".
                return 0
            return at + 1 if after.is_capital or after.lower in ("the", "his", "her", "its", "their") else 0
        if not tokens[at].is_word or lexicon.has("saying", tokens[at]):
            return 0
    return 0
