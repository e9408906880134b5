"""Titles that are printed before a name: "former Prime Minister X", "its president, X", "Secretary of State X"."""

from __future__ import annotations

from collections.abc import Sequence

from corrigenda.drafting.names.printed_title import ARTICLES, RANKS, Title, find_state, keep_short, read_marker
from corrigenda.drafting.names.proper_names import Name
from corrigenda.drafting.names.reference import KnownNames
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.tokens import Token

_OPENING = 2
_INSIDE = frozenset(("of", "for", "and", "to", "the", "&", "-", "‐"))


def find_before(tokens: Sequence[Token], name: Name, names: Sequence[Name], reference: KnownNames, lexicon: Lexicon) -> Title | None:
    """Return the title that is printed before a name; None where there is none."""
    end = _end_before(tokens, name, lexicon)
    if not end or tokens[end - 1].text in "\"'“”‘’-‐":
        return None
    head = _find_head(tokens, end, lexicon, after_comma=end < name.first)
    if head is None:
        return None
    if end < name.first and len(name.words) == 1 and not name.actor_id and _head_before(tokens, end, lexicon) is None:
        # "A spokesman for the operator, Nordbane, said": the name is that of the operator.
        return None
    first = head
    taken = [other for other in names if other.last <= end and other is not name]
    while first > 0:
        token = tokens[first - 1]
        other = next((one for one in taken if one.first < first <= one.last), None)
        if other is not None and other.kind != "person":
            first = other.first
        elif (lexicon.has("title", token) and token.lower not in _INSIDE and token.is_word) or (
            token.is_capital and token.is_word and not lexicon.has("small", token) and other is None
        ):
            first -= 1
        elif token.text in "-‐" and first - 2 >= 0 and tokens[first - 2].end == token.start and lexicon.has("title", tokens[first - 2]):
            first -= 2
        else:
            break
    marker = ""
    while first < end and (mark := lexicon.meaning("title-marker", tokens[first])) is not None:
        marker, first = mark, first + 1
    first = _with_owner(tokens, first, taken)
    first, marker = read_marker(tokens, first, end, marker, lexicon)
    end, marker = _unmarked_end(tokens, first, end, marker, lexicon)
    if first >= end or all(lexicon.meaning("title", t) == "honorific" for t in tokens[first:end]):
        return None
    return keep_short(tokens, Title(first, end, marker, state=find_state(tokens, first, end, names, reference)))


def _end_before(tokens: Sequence[Token], name: Name, lexicon: Lexicon) -> int:
    """Return where a title before a name would end: before a comma or a rank as well."""
    end = name.first
    if end >= 3 and tokens[end - 1].lower in RANKS and tokens[end - 2].text == ",":
        # "The chief executive, Dr Roe".
        end -= _is_apposition(tokens, end - 2, lexicon)
    # "Sarah Smith, the mayor" has it after; "the mayor, Sarah Smith" before, with a comma.
    if end >= 2 and tokens[end - 1].text == "," and _is_apposition(tokens, end - 1, lexicon):
        end -= 1
    # "Chief Inspector of Schools Sir X": the office tells more than the rank.
    ranked = end >= 2 and tokens[end - 1].lower in RANKS
    return end - 1 if ranked and _find_head(tokens, end - 1, lexicon, after_comma=False) is not None else end


def _find_head(tokens: Sequence[Token], end: int, lexicon: Lexicon, *, after_comma: bool) -> int | None:
    """Return where the head of a title begins that ends at a token, or that goes on with what it is the title of."""
    head = _head_before(tokens, end, lexicon)
    if head is None:
        head = _of_before(tokens, end, lexicon)
    if head is None:
        linked = _linked_before(tokens, end, lexicon)
        # Without a comma only where a sentence begins: "Secretary of the academy X".
        opens = linked is not None and linked <= _OPENING and tokens[end - 1].text.islower() and tokens[end - 1].lower not in ARTICLES
        head = linked if after_comma or opens else None
    return head


def _is_apposition(tokens: Sequence[Token], comma: int, lexicon: Lexicon) -> bool:
    """Tell whether a title ends at a comma before a name: "its president, X", "a spokeswoman for the council, X"."""
    return _head_before(tokens, comma, lexicon) is not None or _linked_before(tokens, comma, lexicon) is not None


def _linked_before(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> int | None:
    """Return where a title begins that goes on with what it is the title of: "spokeswoman for the council"."""
    for at in range(end - 2, max(0, end - 6), -1):
        if not tokens[at].is_word or tokens[at].text == ",":
            return None
        if tokens[at].lower in ("of", "for", "at"):
            return _head_before(tokens, at, lexicon)
    return None


def _with_owner(tokens: Sequence[Token], first: int, names: Sequence[Name]) -> int:
    """Take in whose a title is: "the union's president", "Russia's president"; somebody's own is not part of it ("her mayor")."""
    if first < 2 or tokens[first - 1].lower != "'s":
        return first
    owner = next((one for one in names if one.last == first - 1), None)
    if owner is not None:
        return first if owner.kind == "person" else owner.first
    return first - 2 if tokens[first - 2].lower not in ("country", "state", "nation", "government") else first


def _unmarked_end(tokens: Sequence[Token], first: int, end: int, marker: str, lexicon: Lexicon) -> tuple[int, str]:
    """Leave out the marker that is printed after a title ("President-elect")."""
    last = lexicon.meaning("title-marker", tokens[end - 1]) if end > first else None
    if last:
        return end - 1 - (tokens[end - 2].text in "-‐"), last
    return end, marker


def _head_before(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> int | None:
    """Return where the head of a title begins that ends before a token; a marker like "-elect" may be between."""
    if end >= 2 and lexicon.has("title-marker", tokens[end - 1]) and tokens[end - 1].lower in ("elect", "designate"):
        end -= 1 + (tokens[end - 2].text in "-‐")
    match = lexicon.match_before("title", tokens, end)
    if match is None or match[0].means == "modifier":
        return None
    first = end - match[1]
    # A title in lower case after a full stop or alone in the plural is the beginning of something else.
    return first if tokens[first].is_word else None


def _of_before(tokens: Sequence[Token], end: int, lexicon: Lexicon) -> int | None:
    """Return where "Secretary of State" begins: a head, of, and capital words up to the name."""
    at = end - 1
    if at < 0 or not tokens[at].is_capital:
        return None
    while at > 0 and (tokens[at].is_capital or tokens[at].lower in ("the", "and", "&")) and end - at <= 6:
        if tokens[at - 1].lower in ("of", "for"):
            return _head_before(tokens, at - 1, lexicon)
        at -= 1
    return None
