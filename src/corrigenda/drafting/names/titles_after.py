"""Titles that are printed after a name: "X, head of the agency", "X of the Greens is minister", "X resigns as president"."""

from __future__ import annotations

from collections.abc import Sequence

from corrigenda.drafting.names.printed_title import ARTICLES, Title, find_state, keep_short
from corrigenda.drafting.names.proper_names import Name, name_at, name_from
from corrigenda.drafting.names.reference import KnownNames
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.tokens import Token

_INSIDE = frozenset(("of", "for", "and", "to", "the", "&", "-", "‐"))
_COPULAS = frozenset(("is", "was", "becomes", "became", "remains"))
# "X was elected mayor" tells how somebody came to an office, and prints no title next to the name.
_CHOSEN = frozenset(
    ("elected", "reelected", "appointed", "named", "made", "nominated", "chosen", "crowned", "promoted", "ordained", "hired")
)
_TAIL = frozenset(("of", "for", "at", "from", "with", "in", "to"))
# "X, now chairman": after a name alone, where they say nothing else.
_SINCE = {"now": "current", "currently": "current", "once": "former", "formerly": "former", "previously": "former"}


def find_after(tokens: Sequence[Token], name: Name, names: Sequence[Name], reference: KnownNames, lexicon: Lexicon) -> Title | None:
    """Return the title that is printed after a name; None where there is none."""
    start = _opening(tokens, name, names)
    if not start:
        return None
    marker, at = "", start
    while at < len(tokens) and (tokens[at].lower in ARTICLES or tokens[at].lower in _SINCE or lexicon.has("title-marker", tokens[at])):
        marker = lexicon.meaning("title-marker", tokens[at]) or _SINCE.get(tokens[at].lower) or marker
        at += 1
    first = at + (at < len(tokens) and tokens[at].text in "-‐")
    head = _head_from(tokens, first, names, lexicon)
    if head is None:
        return None
    last = _with_of(tokens, head, names, lexicon)
    if tokens[start - 1].text == "," and last < len(tokens) and _acts(tokens[last], lexicon):
        # "Speaking for X, a spokesman said": no second comma ends an apposition.
        return None
    return keep_short(tokens, Title(first, last, marker, before=False, state=find_state(tokens, first, last, names, reference)))


def _acts(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word is a verb whose subject ends before it."""
    says = (lexicon.meaning("saying", token) or "").split(" ")[0] in ("past", "present")
    return says or lexicon.meaning("auxiliary", token) in ("past", "present", "perfect", "pluperfect", "future")


def _opening(tokens: Sequence[Token], name: Name, names: Sequence[Name]) -> int:
    """Return where a title can begin after a name: past a comma, a copula or "as"; 0 where it cannot."""
    at = name.last
    if at >= len(tokens):
        return 0
    if tokens[at].lower in ("of", "from") and (of := name_from(names, at + 1, at + 2)):
        at = of.last
    if at < len(tokens) and (
        tokens[at].lower in _COPULAS or (tokens[at].text == "," and at + 1 < len(tokens) and tokens[at + 1].lower in _COPULAS)
    ):
        at += 1 + (tokens[at].text == ",")
    elif at < len(tokens) and tokens[at].text in ",(":
        at += 1
        # "X, 45, mayor of Y".
        if at + 1 < len(tokens) and tokens[at].text.isdigit() and tokens[at + 1].text == ",":
            at += 2
    else:
        return _as_title(tokens, at) if at > name.last or not _is_object(tokens, name) else 0
    return at


def _is_object(tokens: Sequence[Token], name: Name) -> bool:
    """Tell whether "as" after a name says what somebody else does: "she worked for X as a clerk"."""
    before = tokens[name.first - 1].lower if name.first else ""
    return before in ("for", "with", "under", "by") and tokens[name.last].lower == "as"


def _head_from(tokens: Sequence[Token], first: int, names: Sequence[Name], lexicon: Lexicon) -> int | None:
    """Return where the head of a title ends that begins at a token: past "security affairs director"."""
    at, head = first, None
    while at < len(tokens) and at - first < 8:
        title = lexicon.match("title", tokens, at)
        other = name_at(names, at)
        if title and title[0].means == "head":
            head = at + title[1]
            at = head
        elif title or (other is not None and other.kind != "person" and head is None) or _is_plain(tokens, at, head, lexicon):
            at += 1 if title or other is None else other.last - at
        elif tokens[at].text in "-‐" or (tokens[at].lower == "'s" and head is None):
            at += 1
        elif head is None and tokens[at].text.isalpha() and at + 1 < len(tokens) and tokens[at + 1].lower == "'s":
            # "Bob Roe, the council's finance director".
            at += 2
        else:
            break
    return head


def _as_title(tokens: Sequence[Token], at: int) -> int:
    """Return where the title begins in "X resigns as president"; 0 where no such words are near."""
    for place in range(at, min(at + 5, len(tokens) - 1)):
        if tokens[place].text in '.,;:"“”' or tokens[place].is_capital:
            return 0
        if tokens[place].lower == "as" and tokens[place - 1].lower not in ("well", "such", "far", "soon", "long", "same"):
            return place + 1
    return 0


def _is_plain(tokens: Sequence[Token], at: int, head: int | None, lexicon: Lexicon) -> bool:
    """Tell whether a word can be within a title before its head: "Security Affairs director", "infrastructure minister"."""
    if head is not None or not tokens[at].text.isalpha() or tokens[at].lower in _INSIDE or tokens[at].lower in _CHOSEN:
        return False
    after = lexicon.match("title", tokens, at + 1) if at + 1 < len(tokens) else None
    return tokens[at].is_capital or (after is not None and after[0].means == "head" and not lexicon.has("small", tokens[at]))


def _is_plural_owner(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a mark is the apostrophe of an owner: "the teachers' union"."""
    before = tokens[at - 1]
    follows = at + 1 < len(tokens) and tokens[at + 1].text.isalpha() and tokens[at + 1].start > tokens[at].end
    return tokens[at].text in "'’" and before.end == tokens[at].start and before.lower.endswith("s") and follows


def _with_of(tokens: Sequence[Token], head: int, names: Sequence[Name], lexicon: Lexicon) -> int:
    """Return the end of a title with what it is the title of: "director of policy", "judge at the Court of Appeal"."""
    last, at = head, head
    while at + 1 < len(tokens) and tokens[at].lower in _TAIL and at - head < 6:
        if last > head and tokens[at].lower not in ("of", "for"):
            # "Professor of politics at the University of Tartu": where somebody works is no second part of a title.
            break
        at += 1 + (tokens[at + 1].lower in ("the", "a", "an", "its", "their"))
        start = at
        while at < len(tokens) and at - start < 4:
            other = name_at(names, at)
            if other is not None:
                at = other.last
            elif tokens[at].text.isalpha() and not lexicon.has("small", tokens[at]) and not lexicon.has("auxiliary", tokens[at]):
                if lexicon.has("saying", tokens[at]) or lexicon.has("weekday", tokens[at]) or lexicon.has("month", tokens[at]):
                    break
                at += 1
            elif (
                tokens[at].lower == "'s"
                or _is_plural_owner(tokens, at)
                or (tokens[at].text in "-‐" and tokens[at].start == tokens[at - 1].end)
            ):
                at += 1
            else:
                break
        if at == start or at - head > 7:
            break
        last = at
    return last
