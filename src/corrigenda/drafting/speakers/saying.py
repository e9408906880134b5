"""Whether a verb is one of saying where it is printed: by its form, by what it goes on with, and by who is its subject."""

from __future__ import annotations

from collections.abc import Sequence

from corrigenda.drafting.speakers.described import OBTAINED, Speaker
from corrigenda.drafting.wording.lexicon import Cue, Lexicon
from corrigenda.drafting.wording.tokens import Token

_NOUNS = frozenset(
    ("states", "reports", "claims", "notes", "comments", "demands", "forecasts", "estimates", "hints", "charges", "posts", "remarks",
     "calls", "promises", "replies", "answers", "stresses", "pledges", "signals", "rules", "fears", "hopes", "worries", "shows")
)  # fmt: skip
# What a thing can do as well, so that a noun that no table knows is no source: "the scope suggests".
_THINGS_DO = frozenset(
    ("suggest", "indicate", "imply", "hint", "reveal", "confirm", "emphasise", "recall", "show", "demonstrate", "prove", "expose")
)
_PLACING = frozenset(("on", "in", "at", "near", "by", "under", "inside", "outside", "among", "along", "dead", "guilty", "to"))
# Words after "called the meeting" with which nothing is called anything.
_NO_NAME = frozenset(("off", "up", "in", "back", "again", "twice", "today", "yesterday", "early", "later", "first", "once", "together"))
_NO_SUBJECT = frozenset(
    ("to", "the", "a", "an", "of", "is", "was", "are", "were", "be", "been", "not", "n't", "its", "his", "her", "their", "our", "my",
     "being", "got", "never", "nobody", "nothing", "none")
)  # fmt: skip
# Words between a helping verb and "told": "was later told", "had been repeatedly told".
_BETWEEN = frozenset(
    ("also", "first", "later", "widely", "once", "often", "still", "repeatedly", "then", "already", "again", "only", "just")
)
# "A few notes", "these claims".
_COUNTING = frozenset(("few", "many", "several", "these", "those", "some", "no", "any", "all", "more", "other", "such", "both"))
_SUPPOSING = frozenset(("if", "unless", "whether", "until", "what", "whatever", "whoever", "nothing", "everything", "anything"))
_EXPECTING = frozenset(("expect", "believe", "forecast", "anticipate"))
# "Called for talks", "called police after a fight".
_NOT_CALLED = frozenset(("for", "on", "off", "at", "to", "back", "up", "out", "by", "round", "after", "with", "from", "about", "and"))
_SHOWING = frozenset(("find", "show", "demonstrate", "prove", "suggest"))


def is_asserted(tokens: Sequence[Token], who: Speaker) -> bool:
    """Tell whether a report stands by itself: "if the court says so", "what Lee said was wrong" and "nothing Roe said" report nothing."""
    first = who.first - (who.first > 0 and tokens[who.first - 1].lower in ("the", "a", "an", "its", "his", "her"))
    return first <= 0 or tokens[first - 1].lower not in _SUPPOSING


def is_meant(tokens: Sequence[Token], after: int, cue: Cue, who: Speaker) -> bool:
    """Tell whether a verb with a subject says something: a weak one only by how it goes on, and no plural noun is a verb."""
    if who.is_bare and (cue.verb_id in _THINGS_DO or (cue.verb_id == "add" and _next(tokens, after) in ("to", "into", "in"))):
        return False
    if _is_noun_alike(tokens, after, cue, who):
        return False
    if "weak" not in cue.means:
        return True
    return reports(tokens, after) or _holds(tokens, after, who, cue) or _judges(tokens, after, cue)


def _next(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].lower if at < len(tokens) else ""


def is_said(tokens: Sequence[Token], place: int, cue: Cue, lexicon: Lexicon) -> bool:
    """Tell whether a verb of saying is one here: in the past or present, or plain after a plural or a helping verb."""
    form = cue.means.split(" ")[0]
    if tokens[place].is_capital and place and tokens[place - 1].is_word:
        # "The United States", "the State Department".
        return False
    at = place - 1
    while at > 0 and form == "past" and tokens[at].lower in _BETWEEN:
        at -= 1
    before = tokens[at] if place else None
    if before is not None and (before.lower in _NO_SUBJECT or (cue.words in _NOUNS and before.lower in _COUNTING)):
        return False
    if form == "base":
        many = before is not None and (
            lexicon.has("group", before) or lexicon.has("anonymous", before) or _are_many(tokens, place, lexicon)
        )
        return before is not None and (many or before.lower in ("they", "we", "i", "you")
            or (before.lower.endswith("s") and before.is_word and (not before.is_capital or place == 1)))  # fmt: skip
    return form in ("past", "present")


def _are_many(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> bool:
    """Tell whether the subject is many: "figures from the ministry show", "researchers at Yale say", "the figures, out on Friday, show"."""
    if tokens[place - 1].text == ",":
        comma = next((at for at in range(place - 2, max(0, place - 14), -1) if tokens[at].text == ","), 0)
        return comma > 0 and _is_many(tokens[comma - 1], lexicon)
    for at in range(place - 2, max(0, place - 7), -1):
        if tokens[at].lower in ("from", "of", "by", "at", "in", "with"):
            head = tokens[at - 1 - (at > 1 and tokens[at - 1].lower in OBTAINED)]
            if _is_many(head, lexicon):
                return True
    return False


def _is_many(head: Token, lexicon: Lexicon) -> bool:
    papers = lexicon.has("document", head) and (head.lower.endswith("s") or head.lower == "data")
    return papers or (head.lower.endswith("s") and (lexicon.has("group", head) or lexicon.has("anonymous", head)))


def _holds(tokens: Sequence[Token], after: int, who: Speaker, cue: Cue) -> bool:
    """Tell whether a source is said to expect, deny or show something: of people that is a report of what they said.

    "The talks in London expected next month" and "a document found on a train" are no report.
    """
    before = [token.lower for token in tokens[max(0, who.first - 2) : who.first] if token.lower != "the"]
    if cue.verb_id in _EXPECTING and before[-1:] in (["in"], ["at"]):
        return False
    if cue.words == "found" and _next(tokens, after) in _PLACING:
        return False
    named = who.naming in ("named", "group", "document")
    denies = cue.verb_id == "deny"
    return denies or (cue.verb_id in _EXPECTING and named) or (cue.verb_id in _SHOWING and who.naming == "document")


def _judges(tokens: Sequence[Token], after: int, cue: Cue) -> bool:
    """Tell whether a verb is one of saying by how it goes on: "called it a mistake", "described … as", "accused … of"."""
    follows = [token.lower for token in tokens[after : after + 9]]
    stop = next((at for at, word in enumerate(follows) if word in (".", ",", ";", ":")), len(follows))
    follows = follows[:stop]
    if cue.words.startswith("call"):
        # "Called the law overdue", where the sentence goes no further.
        if follows[:1] == ["the"] and len(follows) == 3 and tokens[after + 2].text.islower() and follows[2] not in _NO_NAME:
            return True
        if follows[:1] and follows[0] in _NOT_CALLED:
            return False
        named = follows[:1] and follows[0] in ("it", "him", "her", "them", "this")
        stop = next((at for at, word in enumerate(follows) if word in _NOT_CALLED), len(follows))
        return bool(named and len(follows) > 1 and follows[1] not in ("to", "for", "on")) or any(
            word in ("a", "an") for word in follows[2 : min(6, stop)]
        )
    linked = {"describe": "as", "accus": "of", "quot": "as", "urge": "to"}
    return any(cue.words.startswith(stem) and word in follows[1:] for stem, word in linked.items())


def _is_noun_alike(tokens: Sequence[Token], after: int, cue: Cue, who: Speaker) -> bool:
    """Tell whether "rich states", "the ministry reports" may be a plural noun and no verb: nothing that is reported follows."""
    if "present" not in cue.means or cue.words not in _NOUNS:
        return False
    if _next(tokens, after) in ("have", "has", "had", "were", "was", "are", "is"):
        return True
    if reports(tokens, after):
        return False
    # "…, the ministry estimates."
    ends = after >= len(tokens) or tokens[after].text in ".,"
    if ends and who.first and "," in [token.text for token in tokens[max(0, who.first - 2) : who.first]]:
        return False
    return who.naming != "named"


def reports(tokens: Sequence[Token], after: int) -> bool:
    """Tell whether what follows a verb that need not be one of saying makes it one: "that", a quotation, a colon."""
    quoted = any(token.text in '"“' for token in tokens[after : after + 7])
    return after < len(tokens) and (quoted or tokens[after].lower in ("that", "how", "why", "whether") or tokens[after].text == ":")
