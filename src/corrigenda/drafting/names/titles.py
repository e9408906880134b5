"""The title that is printed with a name, and the office that it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corrigenda.drafting.names.printed_title import ARTICLES, RANKS, Title, find_state, is_profession, keep_short, read_marker
from corrigenda.drafting.names.proper_names import Name
from corrigenda.drafting.names.reference import KnownNames
from corrigenda.drafting.names.titles_after import find_after
from corrigenda.drafting.names.titles_before import find_before
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.tokens import Token, print_tokens

_LONGEST = 16


def find_title(tokens: Sequence[Token], name: Name, names: Sequence[Name], reference: KnownNames, lexicon: Lexicon) -> Title | None:
    """Return the title that is printed with a name, the one before it first; None where there is none.

    The longest known title of an office comes before what the words of titles tell.
    """
    title = _find_title(tokens, name, names, reference, lexicon)
    if title is None or not is_profession(tokens, title, lexicon):
        return title
    is_office = bool(reference.offices_called(print_tokens(tokens[title.first : title.last])))
    return title if is_office else replace(title, is_profession=True)


def _find_title(tokens: Sequence[Token], name: Name, names: Sequence[Name], reference: KnownNames, lexicon: Lexicon) -> Title | None:
    known = _known_title(tokens, name, names, reference, lexicon)
    before = find_before(tokens, name, names, reference, lexicon)
    plain = before if before is not None and not _is_rank(tokens, before) else find_after(tokens, name, names, reference, lexicon) or before
    if known is None or plain is None:
        return known or plain
    return known if (known.before, known.last - known.first) > (plain.before, plain.last - plain.first) else plain


def _is_rank(tokens: Sequence[Token], title: Title) -> bool:
    """Tell whether a title is a form of address alone, so that an office after the name tells more: "Sir X, chairman of Y"."""
    return title.last - title.first == 1 and tokens[title.first].lower in RANKS


def _known_title(tokens: Sequence[Token], name: Name, names: Sequence[Name], reference: KnownNames, lexicon: Lexicon) -> Title | None:
    """Return a known title of two words or more that ends right before a name, or begins right after it."""
    end = name.first - (name.first > 1 and tokens[name.first - 1].text == ",")
    for first in range(max(0, end - _LONGEST), end - 1):
        match = reference.match(tokens, first, "offices") if tokens[first].is_word else None
        if match and first + match[1] == end:
            marked, marker = read_marker(tokens, first, end, "", lexicon)
            return keep_short(tokens, Title(marked, end, marker, state=find_state(tokens, first, end, names, reference)))
    if name.last + 2 < len(tokens) and tokens[name.last].text == ",":
        first = name.last + 1
        marker = ""
        while first < len(tokens) and (tokens[first].lower in ARTICLES or lexicon.has("title-marker", tokens[first])):
            marker = lexicon.meaning("title-marker", tokens[first]) or marker
            first += 1
        match = reference.match(tokens, first, "offices") if first < len(tokens) else None
        if match and match[1] > 1:
            last = first + match[1]
            return keep_short(tokens, Title(first, last, marker, before=False, state=find_state(tokens, first, last, names, reference)))
    return None


def link_office(printed: str, person: str, state: str, reference: KnownNames) -> str:
    """Return the office that a printed title means, or nothing where the words leave open which.

    The state printed with it decides, then the terms of the person, then the state of the person; else there must be only one.
    """
    known = reference.offices_called(printed)
    if not known:
        return reference.office_held(printed, person)
    held = {office for office, _, _ in reference.terms.get(person, ())} & known
    if state:
        inside = {office for office in known if reference.offices[office]["state"] in (state, "")}
        inside = (inside & held) or inside
        return next(iter(inside)) if len(inside) == 1 else ""
    if len(held) == 1:
        return next(iter(held))
    own = reference.actors.get(person, {}).get("state", "")
    at_home = {office for office in known if own and reference.offices[office]["state"] == own}
    if len(at_home) == 1:
        return next(iter(at_home))
    return next(iter(known)) if len(known) == 1 and len(reference.words_in(printed)) > 1 else ""
