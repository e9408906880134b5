"""The names that a sentence prints: known ones by the longest match, others by their capitals and by what is printed around them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corrigenda.drafting.names.reference import Known, KnownNames
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.tokens import Token

_SORTS = {"weapon": "programme"}
_WHAT = (("body-name", "body"), ("place-name", "place"), ("thing-name", "thing"))


@dataclass(frozen=True)
class Name:
    """Hold a name in a sentence: its tokens, what bears it (person, body, place … or nothing sure), and who it can mean."""

    sentence: int
    first: int
    last: int
    kind: str
    words: tuple[str, ...]
    actor_id: str = ""
    others: tuple[str, ...] = ()
    misspelt: str = ""
    is_adjective: bool = False

    @property
    def surname(self) -> str:
        """Return the last word of the name."""
        return self.words[-1].lower()


def find_names(number: int, tokens: Sequence[Token], reference: KnownNames, lexicon: Lexicon) -> list[Name]:
    """Return the names of a sentence, in order; those of people stand without their titles."""
    found: list[Name] = []
    place = 0
    while place < len(tokens):
        known = _known_name(number, tokens, place, reference, lexicon)
        name = known or _unknown_name(number, tokens, place, reference, lexicon)
        if name is not None:
            found.append(name)
        place = name.last if name is not None else place + 1
    return found


def name_at(names: Sequence[Name], at: int) -> Name | None:
    """Return the name of a sentence that a token is part of; the names are in order, as a sentence may have thousands of them."""
    place = bisect_right(names, at, key=_first) - 1
    return names[place] if place >= 0 and names[place].last > at else None


def name_from(names: Sequence[Name], least: int, most: int) -> Name | None:
    """Return the first name of a sentence that begins at one token or another, or between them."""
    place = bisect_left(names, least, key=_first)
    return names[place] if place < len(names) and names[place].first <= most else None


def _first(name: Name) -> int:
    return name.first


def _known_name(number: int, tokens: Sequence[Token], place: int, reference: KnownNames, lexicon: Lexicon) -> Name | None:
    match = reference.match(tokens, place) or _match_without_initial(tokens, place, reference)
    if match is None:
        return _capital(number, tokens, place, reference, lexicon)
    known = {one.key: one for one in match[0] if one.table == "actors"}
    last = place + match[1]
    if not known or (len(known) > 1 and not _one_kind(known.values(), reference)):
        return None
    if _goes_on(tokens, last, lexicon) or (match[1] == 1 and _has_first_name(tokens, place, known.values(), reference, lexicon)):
        return None
    if match[1] == 1 and place == 0 and lexicon.has("small", tokens[0]):
        return None
    keys = _likely(known, tokens, last, reference, lexicon)
    kind = reference.actors[keys[0]]["kind"]
    name = Name(
        number, place, last, kind, tuple(t.text for t in tokens[place:last]), keys[0] if len(keys) == 1 or kind == "programme" else "", keys
    )
    return replace(name, is_adjective=kind == "state" and any(one.name in reference.adjectives for one in known.values()))


def _match_without_initial(tokens: Sequence[Token], place: int, reference: KnownNames) -> tuple[list[Known], int] | None:
    """Match "Dean R. Pollard" with the known Dean Pollard: a text may print an initial that the reference does not have."""
    if place + 2 >= len(tokens) or not _is_initial(tokens[place + 1]) or not tokens[place].is_capital:
        return None
    match = reference.match([tokens[place], tokens[place + 2]], 0)
    return (match[0], 3) if match and match[1] == 2 and all(reference.is_person(one.key) for one in match[0]) else None


def _capital(number: int, tokens: Sequence[Token], place: int, reference: KnownNames, lexicon: Lexicon) -> Name | None:
    """Read a capital, or the seat of a government, that the reference does not list: a place, or the state where it acts."""
    match = lexicon.match("capital", tokens, place)
    if match is None or not tokens[place + match[1] - 1].is_capital or match[0].means not in reference.actors:
        return None
    words = tuple(token.text for token in tokens[place : place + match[1]])
    return Name(number, place, place + match[1], "place", words, others=(match[0].means,))


def _likely(known: Iterable[str], tokens: Sequence[Token], last: int, reference: KnownNames, lexicon: Lexicon) -> tuple[str, ...]:
    """Put the programmes first where the word after a name (or after its marks) is one for them: "the 'X' initiative"."""
    after = last + (last < len(tokens) and not tokens[last].is_word)
    named = after < len(tokens) and lexicon.has("description", tokens[after]) and tokens[after].lower not in ("weapon", "missile")
    return tuple(sorted(known, key=lambda key: (named and reference.actors[key]["kind"] != "programme", key)))


def _one_kind(known: Iterable[Known], reference: KnownNames) -> bool:
    """Tell whether all that a name can mean is of one sort; programmes and weapons are things alike."""
    return len({_SORTS.get(kind, kind) for kind in (reference.actors[one.key]["kind"] for one in known)}) == 1


def _goes_on(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> bool:
    """Tell whether a known name is only the beginning of a longer one ("Washington Post")."""
    if last >= len(tokens) or not tokens[last].is_capital:
        return False
    return any(lexicon.has(use, tokens[last]) for use, _ in _WHAT) and not lexicon.has("title", tokens[last])


def _has_first_name(tokens: Sequence[Token], place: int, known: Iterable[Known], reference: KnownNames, lexicon: Lexicon) -> bool:
    """Tell whether a surname that is known by itself is printed with a first name, so that it is the name of somebody else."""
    if not all(reference.is_person(one.key) for one in known):
        return False
    before = tokens[place - 1] if place else None
    return before is not None and before.is_capital and (lexicon.has("given", before) or _is_initial(before))


def _unknown_name(number: int, tokens: Sequence[Token], place: int, reference: KnownNames, lexicon: Lexicon) -> Name | None:
    last = _run_end(tokens, place, reference, lexicon)
    if last == place:
        return None
    first = _without_titles(tokens, place, last, lexicon)
    if first == last:
        return None
    words = tuple(token.text for token in tokens[first:last])
    body = _body_of_state(tokens, first, last, reference)
    if body:
        return Name(number, first, last, "body", words, body, (body,))
    near = reference.near(words) if len(words) >= 2 else None
    if near is not None:
        return Name(number, first, last, "person", words, near.key, (near.key,), near.name)
    return Name(number, first, last, _kind(tokens, first, last, lexicon, titled=first > place), words)


def _body_of_state(tokens: Sequence[Token], first: int, last: int, reference: KnownNames) -> str:
    """Return the body that a name with the adjective of a state means: "Russian Security Council" is the Security Council of Russia."""
    state = reference.match(tokens, first)
    if state is None or first + state[1] >= last:
        return ""
    bare = frozenset(word for token in tokens[first + state[1] : last] for word in reference.words_in(token.text))
    keys = {one.key for one in state[0] if one.table == "actors"}
    bodies = {key for key in reference.bodies.get(bare, ()) if reference.actors[key]["state"] in keys}
    return next(iter(bodies)) if len(bodies) == 1 else ""


def _run_end(tokens: Sequence[Token], place: int, reference: KnownNames, lexicon: Lexicon) -> int:
    """Return where a run of capital words ends; small words within the name of a body go with it."""
    if not _can_be_name(tokens, place, lexicon):
        return place
    end = place + 1
    while end < len(tokens):
        token = tokens[end]
        if token.is_capital and token.is_word and not token.text.isdigit():
            known = reference.match(tokens, end)
            # A person is named again where a known name of several words begins.
            if known and known[1] >= 2 and any(reference.is_person(one.key) for one in known[0]):
                break
            end += 1
        elif lexicon.has("particle", token) and end + 1 < len(tokens) and tokens[end + 1].is_capital:
            end += 1
        elif token.lower in ("of", "for", "&") and end + 1 < len(tokens) and _is_of_body(tokens, place, end, lexicon):
            end += 2 if tokens[end + 1].is_capital else 3
        elif token.text in "-‐&" and end + 1 < len(tokens) and tokens[end + 1].is_capital and tokens[end - 1].end == token.start:
            end += 2
        else:
            break
    return min(end, len(tokens))


def _is_of_body(tokens: Sequence[Token], place: int, of: int, lexicon: Lexicon) -> bool:
    after = tokens[of + 1]
    reaches = after.is_capital or (after.lower == "the" and of + 2 < len(tokens) and tokens[of + 2].is_capital)
    return reaches and any(lexicon.has("body-name", token) for token in tokens[place:of])


def _can_be_name(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    token = tokens[place]
    if not token.is_word or not token.is_capital:
        return False
    if lexicon.has("month", token) or lexicon.has("weekday", token):
        return place + 1 < len(tokens) and tokens[place + 1].is_capital and lexicon.has("given", token)
    starts = place == 0 or not tokens[place - 1].is_word
    follows = place + 1 < len(tokens) and tokens[place + 1].is_capital and tokens[place + 1].is_word
    if starts and lexicon.has("small", token):
        return False
    if starts and not follows and any(lexicon.match(use, tokens, place) for use in ("event", "saying", "group", "anonymous", "frequency")):
        return False
    return token.text != "I"


def _without_titles(tokens: Sequence[Token], place: int, last: int, lexicon: Lexicon) -> int:
    """Return where the name begins after the titles printed with it; `last` where the run is a title alone."""
    first, at = place, place
    of = place - 1 - (place > 1 and tokens[place - 1].lower == "the" and last - place > 2)
    if of > 0 and tokens[of].lower in ("of", "for") and lexicon.match_before("title", tokens, of):
        # "Secretary of State X", "Chancellor of the Exchequer X Y": the name begins where a first name does, or is two words.
        alone = last - 2 if of < place - 1 else place
        return next((one for one in range(place + 1, last) if lexicon.has("given", tokens[one])), alone)
    while at < last:
        title = lexicon.match("title", tokens, at)
        if title and title[0].means in ("head", "honorific", "plural") and at + title[1] <= last:
            at += title[1]
            first = at
        elif title or lexicon.has("title-marker", tokens[at]):
            at += 1
            first = at if at < last and lexicon.match("title", tokens, at) and first == place else first
        else:
            at += 1
    return first


def _kind(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon, *, titled: bool) -> str:
    """Say what a name that nobody knows is the name of; an empty text where its words do not tell."""
    if last - first == 1 and not titled and any(lexicon.has(use, tokens[first]) for use, _ in _WHAT):
        # "The Council" alone is some council.
        return ""
    if last - first > 1 or not titled:
        for use, kind in _WHAT:
            named = lexicon.has(use, tokens[last - 1]) or (kind == "body" and any(lexicon.has(use, t) for t in tokens[first:last]))
            if named and not (_is_given(tokens[first], lexicon) and last - first == 2 and kind != "body"):
                return kind
    if titled and last - first <= 4:
        return "person"
    if last - first >= 2 and (_is_given(tokens[first], lexicon) or any(map(_is_initial, tokens[first : last - 1]))):
        return "person" if last - first <= 5 else ""
    return ""


def _is_given(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a word is a first name, also one of two: "Ann-Marie"."""
    return any(lexicon.has("given", Token(token.start, token.end, part, part.lower())) for part in {token.text, token.text.split("-")[0]})


def _is_initial(token: Token) -> bool:
    return len(token.text) == 2 and token.text[1] == "." and token.is_capital
