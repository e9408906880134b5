"""What a verb of saying goes on with where it says nothing: "claims the title", "wrote nine operas", "said nothing", "told to leave"."""

from __future__ import annotations

from collections.abc import Sequence

from corrigenda.drafting.speakers.described import Speaker
from corrigenda.drafting.wording.lexicon import Cue, Lexicon
from corrigenda.drafting.wording.tokens import Token

# Stems of verbs that with a plain object are acts: to claim a title, note a fall, write a song, add 20 seats, recall an ambassador.
_ACTS = (
    "claim",
    "note",
    "noti",
    "wr",
    "add",
    "recall",
    "conclud",
    "tweet",
    "clarif",
    "recount",
    "refut",
    "mention",
    "impl",
    "reckon",
    "testif",
)
# After these the verb of one of them is no report either: "responded to the fire", "argued with his brother", "noted for its walls".
_NO_REPORT = (
    ("respond", ("to", "with", "by", "quickly", "in", "on")), ("argue", ("with", "about", "over", "for")), ("note", ("for", "as")),
    ("report", ("for", "to", "missing", "sick", "back")), ("warn", ("off",)), ("admit", ("to", "a", "an")), ("comment", ("on",)),
    ("wr", ("to", "for", "about", "back", "off", "down")), ("joke", ("with",)), ("conclude", ("with", "in", "on", "at")),
    ("add", ("to", "up", "into")),
)  # fmt: skip
_NOTHING = frozenset(
    ("nothing", "little", "no", "yes", "goodbye", "farewell", "hello", "sorry", "thanks", "mass", "grace", "prayers", "more", "much", "hi")
)
_PERFORMED = frozenset(("war", "bankruptcy", "bankrupt", "insolvency", "independence", "a", "an", "martial", "peace", "open", "victory"))
_STORIES = frozenset(("story", "stories", "joke", "jokes", "tale", "tales", "lie", "lies", "truth", "fortune"))
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i", "you", "there", "this", "these", "those"))
_CHAMBERS = frozenset(("senate", "parliament", "senators", "lawmakers", "house", "assembly", "chamber"))
_OWNING = frozenset(("a", "an", "the", "his", "her", "their", "its", "my", "this", "that"))
_FAR = 12


def says_nothing(tokens: Sequence[Token], place: int, after: int, cue: Cue, who: Speaker, lexicon: Lexicon) -> bool:
    """Tell whether what comes after a verb of saying makes it an act, or leaves nothing that is said.

    `place` and `after` are where the verb begins and what follows it.
    """
    follows = [token.lower for token in tokens[after : after + 6]]
    if not follows or (place and _ends_speech(tokens, place, who, lexicon)):
        return False
    if cue.words in ("said", "say", "says"):
        ends = len(follows) == 1 or tokens[after + 1].text in ".,;" or follows[0] in ("nothing", "little")
        return follows[0] in _NOTHING and (ends or follows[1] in ("to", "about", "for", "and", "on", "of", "when", "as"))
    if follows[0] in ("that", "how", "why", "whether") or tokens[after].text in ',:"“‘.' or "that" in follows[1:]:
        return False
    if cue.words in ("told", "tell", "tells"):
        return any(
            word in _STORIES and before in _OWNING and not lexicon.has("auxiliary", after_it)
            for before, word, after_it in zip(follows, follows[1:4], tokens[after + 2 : after + 5], strict=False)
        )
    return _is_act(tokens, after, cue, who, lexicon) and not _has_quotation(tokens, after)


def _is_act(tokens: Sequence[Token], after: int, cue: Cue, who: Speaker, lexicon: Lexicon) -> bool:
    """Tell whether a verb that can be one of saying is something else by its object: "claims the title", "admitted 60 patients"."""
    follows = tokens[after].lower
    counts = cue.verb_id == "admit" and _is_amount(tokens, after, lexicon)
    performs = cue.verb_id == "declare" and follows in _PERFORMED
    if counts or performs or any(cue.words.startswith(stem) and follows in words for stem, words in _NO_REPORT):
        return True
    votes = cue.verb_id == "confirm" and who.last > 0 and tokens[who.last - 1].lower in _CHAMBERS
    return (votes or cue.words.startswith(_ACTS)) and not _has_clause(tokens, after, lexicon)


def _ends_speech(tokens: Sequence[Token], place: int, who: Speaker, lexicon: Lexicon) -> bool:
    """Tell whether a verb comes after what is said: '…," he added', "Prices rose, the ministry noted"; "in 2019, he added" says nothing."""
    first = min(who.first, place)
    if first < 1 or tokens[first - 1].text not in ",\"”’'":
        return False
    if tokens[first - 1].text != ",":
        return any(token.is_word for token in tokens[: first - 1])
    verbs = (lexicon.match("event", tokens, at) for at in range(first - 1))
    tells = any(match is not None and match[0].means != "noun" for match in verbs)
    return tells or any(lexicon.has(use, token) for use in ("auxiliary", "act") for token in tokens[: first - 1])


def _is_amount(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    return tokens[at].text[0].isdigit() or lexicon.has("number", tokens[at])


def _has_quotation(tokens: Sequence[Token], after: int) -> bool:
    return any(token.text in '"“:' for token in tokens[after : after + 8])


def _has_clause(tokens: Sequence[Token], after: int, lexicon: Lexicon) -> bool:
    """Tell whether a clause with a verb of its own follows: "claims the vote was rigged"; "claims the title that he won" has none."""
    if tokens[after].lower in _PRONOUNS or tokens[after].lower.endswith("ing"):
        return True
    for at in range(after, min(len(tokens), after + _FAR)):
        token = tokens[at]
        if not token.is_word and token.text not in "-‐%$€£'’":
            return False
        if token.lower in ("who", "which", "that", "whose", "and", "or", "but", "to", "when", "after", "before", "while", "as", "where"):
            return False
        if at == after or token.is_capital:
            continue
        if lexicon.meaning("auxiliary", token) in ("past", "present", "perfect", "pluperfect", "future", "hedged"):
            return True
        if any((lexicon.meaning(use, token) or "").split(" ")[0] in ("past", "present") for use in ("event", "act")):
            return True
    return False
