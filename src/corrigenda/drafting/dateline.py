"""The dateline of a report: the place, the day and the agency that are printed before its first words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corrigenda.drafting.times.dates import Found, read_date
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.tokens import Token

_DASHES = frozenset("—–―")
_CLOSING = frozenset(".:")
_LONGEST = 4


@dataclass(frozen=True)
class Dateline:
    """Hold how many tokens a dateline takes, its mark at the end included, and the date in it."""

    length: int
    date: Found | None = None


def read_dateline(tokens: Sequence[Token], lexicon: Lexicon) -> Dateline | None:
    """Return the dateline with which a sentence begins; None where it has none.

    A place in capitals may come alone before a dash; one in small letters needs a day, or is a capital with its agency. A stop ends a
    dateline with a whole date alone. "Usain Bolt (JAM) — first" is none.

    >>> from corrigenda.drafting.wording.lexicon import read_lexicon
    >>> from corrigenda.drafting.wording.tokens import find_tokens
    >>> lexicon = read_lexicon(None)
    >>> [read_dateline(find_tokens(words), lexicon).length for words in ("OSLO, Norway (AP) — They met.", "Rome, 4 May 2024 - He won.")]
    [7, 6]
    >>> read_dateline(find_tokens("NASA — the space agency — agreed."), lexicon)
    """
    place = _words(tokens, 0, capitals=True)
    in_capitals = place > 0
    place = place or _words(tokens, 0)
    at, date, region, agency = place, None, False, False
    while place and at < len(tokens):
        if tokens[at].text == "(" and not agency:
            end = _words(tokens, at + 1)
            if end == at + 1 or end >= len(tokens) or tokens[end].text != ")":
                return None
            at, agency = end + 1, True
            continue
        start = at + (tokens[at].text == ",")
        found = read_date(tokens, start, lexicon) if date is None and start < len(tokens) else None
        if found is not None:
            at, date = found.last, found
        elif start > at and not region and (end := _words(tokens, start)) > start:
            at, region = end, True
        elif start > at and start < len(tokens) and tokens[start].text == "(":
            at = start
        else:
            break
    known = date is not None or agency
    capital = lexicon.match("capital", tokens, 0) if agency and place else None
    if not place or not (in_capitals or date or (capital and capital[1] == place)) or at >= len(tokens):
        return None
    if date is not None and date.is_whole_day and tokens[at].text in _CLOSING:
        return Dateline(at + 1, date)
    after = _past_dash(tokens, at)
    if not after or (not known and not region and any(token.text in _DASHES for token in tokens[after:])):
        return None
    follows = tokens[after] if after < len(tokens) else None
    return Dateline(after, date) if follows is not None and (follows.is_capital or not follows.text.isalpha()) else None


def _words(tokens: Sequence[Token], at: int, *, capitals: bool = False) -> int:
    """Return where the words of a name end that begins at a token; with `capitals`, each letter of them is one and one word is long."""
    end = at
    while end < min(len(tokens), at + _LONGEST) and tokens[end].is_capital and (not capitals or tokens[end].text.isupper()):
        end += 1
        follows = tokens[end + 1] if end + 1 < len(tokens) else None
        # "ST. LOUIS", "Mass., ", "LONDON/PARIS": a mark within the name or at the end of its short form.
        if follows is not None and ((tokens[end].text == "/" and follows.is_capital) or _is_short_form(tokens[end], follows)):
            end += 1
    return end if not capitals or any(len(token.lower) > 2 for token in tokens[at:end]) else at


def _is_short_form(stop: Token, follows: Token) -> bool:
    return stop.text == "." and (follows.text in {",", "(", "-", *_DASHES} or (follows.text.isupper() and follows.text.isalpha()))


def _past_dash(tokens: Sequence[Token], at: int) -> int:
    """Return what comes after a dash, 0 where there is none; a hyphen is one where it is printed twice, or with a blank on both sides."""
    if tokens[at].text in _DASHES:
        return at + 1
    if tokens[at].text != "-":
        return 0
    end = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].text == "-")
    apart = tokens[at - 1].end < tokens[at].start and end < len(tokens) and tokens[end - 1].end < tokens[end].start
    return end if apart or end == at + 2 else 0
