"""The tense of a clause: its verb, its helping words, and whether what it says at a word is still to come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from corrigenda.drafting.wording.lexicon import Cue, Lexicon
from corrigenda.drafting.wording.sentences import Clause, Sentence, is_compared
from corrigenda.drafting.wording.tokens import Token

# Verbs after which an infinitive is still to come, and how many words before a time one is looked for.
_PLANS = frozenset(("plan", "plans", "planned", "planning", "intends", "intended", "hopes", "hoped", "scheduled", "set", "agreed"))
_NEAR = 12
_BEFORE_NOUN = frozenset(("a", "the", "his", "her", "their", "its", "this", "that", "of", "good", "free", "political", "'s"))


def looking_ahead(sentence: Sentence, clauses: Sequence[Clause], lexicon: Lexicon) -> Callable[[int], bool | None]:
    """Return a function that tells whether what a sentence says at a token is still to come, by the verbs of its clause.

    None is a clause in the present, which can be of either: "it takes effect on Jan. 1", "he resigns on May 3".
    """
    # Every token of a sentence is asked about: 4,000 brackets were four minutes where each read its clause again.
    verbs_of = cache(lambda clause: (find_helping(sentence, clause, lexicon), find_verb(sentence, clause, lexicon)))
    would_of = cache(lambda clause: {token.lower for token in sentence.tokens[clause.first : max(clause.verb + 1, clause.first)]})
    first_present_of = cache(lambda clause: _first_present(sentence, clause, lexicon))

    def is_ahead(place: int) -> bool | None:
        clause = next((one for one in clauses if one.first <= place < one.last), None)
        if clause is None:
            return False
        helping, verb = verbs_of(clause)
        if _is_after_would(sentence.tokens, clause, place):
            # "He said work would begin in the autumn": one clause where no "that" is printed.
            return True
        if "would" in would_of(clause) and not helping & {"perfect", "pluperfect"}:
            # "He said that they would decide in July".
            return True
        if "future" in helping or helping & {"past", "perfect", "pluperfect"}:
            return "future" in helping
        if helping & {"hedged"} and would_of(clause) & {"may", "might", "can", "should"}:
            # "It may rain on Thursday".
            return True
        # "The law takes effect": the verb of such a clause may be no verb to the tables of kinds.
        present = "present" in helping or (verb.means.split(" ")[0] == "present" if verb is not None else first_present_of(clause) < place)
        return None if present or not _is_past(verb) else False

    return is_ahead


def find_verb(sentence: Sentence, clause: Clause, lexicon: Lexicon) -> Cue | None:
    """Return the cue of the main verb of a clause; None where it has no verb, or one of which nothing is known."""
    if clause.verb < 0:
        return None
    for use in ("event", "saying", "act"):
        match = lexicon.match(use, sentence.tokens, clause.verb)
        if match:
            return match[0]
    word = sentence.tokens[clause.verb].lower
    ending = next((cue for cue in lexicon.cues("ending") if word.endswith(cue.words)), None)
    return Cue(word, "act", ending.means) if ending else None


def find_helping(sentence: Sentence, clause: Clause, lexicon: Lexicon) -> set[str]:
    """Return what the helping verbs of a clause say: future, hedged, perfect, past, present."""
    tokens, found = sentence.tokens, set()
    last = clause.verb + 1 if clause.verb >= 0 else clause.last
    if clause.verb >= 0 and lexicon.meaning("auxiliary", tokens[clause.verb]) == "present":
        # "The summit is planned": what is planned or scheduled now is still to come.
        last = min(last + 1, clause.last)
    for place in range(clause.first, last):
        match = lexicon.match("auxiliary", tokens, place)
        # "May" within a sentence is a month, and "Will" a name.
        if match and not (tokens[place].is_capital and place) and not is_compared(tokens, place):
            found.add(match[0].means)
    return found


def tell_tense(verb: Cue | None, helping: set[str], kind: dict[str, str]) -> str:
    """Return past, present, future or unstated for the verb of a clause with its helping words."""
    form = verb.means.split(" ")[0] if verb else ""
    if "future" in helping:
        return "future"
    if "hedged" in helping:
        return "past" if helping & {"perfect"} else "unstated" if helping & {"past", "pluperfect"} else "future"
    if helping & {"perfect", "pluperfect", "past"}:
        return "past"
    if form in ("past", "passive") and "present" not in helping:
        return "past"
    # News tells a past act in the present ("reveals"), so that only what lasts is surely going on.
    if (form == "present" or "present" in helping) and kind.get("lasts") == "true":
        return "present"
    return "unstated"


def _is_after_would(tokens: Sequence[Token], clause: Clause, place: int) -> bool:
    """Tell whether "would", "will" or "planned to" comes shortly before a time, after the main verb of its clause.

    So do other words for what was planned or hoped. "Would have" is past.
    """
    first = max(clause.verb + 1, place - _NEAR)
    words = [token.lower for token in tokens[first : place + 1]]
    for at in range(len(words) - 2, -1, -1):
        # "Will Smith", "his will", "the will of the people".
        is_name = tokens[first + at].is_capital or tokens[first + at - 1].lower in _BEFORE_NOUN
        if words[at] in ("would", "will") and not is_name:
            return words[at + 1] != "have" and words[at + 2 : at + 3] != ["have"]
        if words[at] in _PLANS and words[at + 1] == "to":
            return True
    return False


def _is_past(verb: Cue | None) -> bool:
    """Tell whether the verb of a clause says that it is over; "the clubs meet on May 3" has none that the tables know."""
    return verb is not None and verb.means.split(" ")[0] in ("past", "passive", "participle")


def _first_present(sentence: Sentence, clause: Clause, lexicon: Lexicon) -> int:
    """Return the first token of a clause that is a word in the present; the end of the clause where there is none."""
    cues = ((at, match[0]) for at in range(clause.first, clause.last) for match in _cues_at(sentence, at, lexicon))
    return next((at for at, cue in cues if cue.means.split(" ")[0] == "present"), clause.last)


def _cues_at(sentence: Sentence, at: int, lexicon: Lexicon) -> list[tuple[Cue, int]]:
    found = (lexicon.match(use, sentence.tokens, at) for use in ("event", "act"))
    return [match for match in found if match is not None]
