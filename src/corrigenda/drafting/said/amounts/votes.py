"""Votes, of which each side is an amount: "voted 53-47", "34 votes to 24", "by nine to five"; how a match ended ("won 3-1") is none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corrigenda.drafting.said.amounts.forms import Sum
from corrigenda.drafting.said.amounts.money import money_words
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.tokens import Token

_VOTING = frozenset(
    ("vote", "voted", "votes", "won", "win", "wins", "beat", "lost", "lose", "defeated", "lead", "leads", "led", "ruled", "passed", "score",
     "by", "from", "rejected", "approved")
)  # fmt: skip
# Words of voting and ruling, and those that say it only where there is somebody who decides: "passed for 90 yards", "the House passed".
_VOTE = frozenset(
    ("vote", "voted", "votes", "voting", "ruled", "ruling", "approved", "rejected", "majority", "ballot", "abstention", "abstentions")
)
_DECIDED = frozenset(("passed", "confirmed", "backed", "decision", "decided", "split", "divided", "margin", "upheld", "adopted"))
_DECIDING = frozenset(
    ("court", "senate", "house", "council", "committee", "panel", "jury", "parliament", "board", "assembly", "congress", "commission",
     "justices", "lawmakers", "councillors", "deputies", "senators", "judges", "bill", "law", "motion", "amendment", "resolution")
)  # fmt: skip
_AFTER_VOTE = frozenset(
    ("in", "on", "to", "for", "against", "with", "that", "and", "at", "after", "over", "vote", "votes", "ruling", "decision", "majority",
     "win", "victory", "defeat", "loss", "lead")
)  # fmt: skip
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_LARGE = re.compile(r"\d{1,3}(?:,\d{3})+")


def read_tally(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Sum | None:
    """Read each side of a vote: "voted 53-47", "34 votes to 24", "from 9 to 10"; with a hyphen only where a vote or a ruling is told."""
    if not _figure(tokens, at):
        return _voted_in_words(tokens, at, lexicon)
    scaled = any(place < len(tokens) and lexicon.has("scale", tokens[place]) for place in (at + 1, at + 3))
    if scaled or (at + 1 < len(tokens) and lexicon.match("unit", tokens, at + 1)):
        return None
    after = tokens[at + 1 : at + 3]
    before = tokens[max(0, at - 3) : at]
    if _is_of_years(tokens, at) or _is_range(tokens, at):
        return None
    if len(before) == 3 and before[0].lower == "from" and money_words(tokens, at + 1, lexicon):
        return None
    joined = (len(after) == 2 and after[0].text in "-–") or (len(before) > 1 and before[-1].text in "-–")
    if joined and not _is_vote(tokens[max(0, at - 14) : at + 14]):
        # "Rovers won 3-1" is how a match ended.
        return None
    first = len(after) == 2 and after[0].text in "-–" and after[1].text.isdigit() and after[0].start == tokens[at].end
    first = first or (len(after) == 2 and after[0].lower == "to" and _figure(tokens, at + 2) and not lexicon.match("unit", tokens, at + 3))
    second = len(before) > 1 and before[-1].text in "-–" and before[-2].text.isdigit() and before[-1].end == tokens[at].start
    to = len(before) > 1 and before[-1].lower == "to" and (before[-2].lower == "votes" or bool(_figure(tokens, at - 2)))
    return Sum(at, at + 1, float(tokens[at].text.replace(",", "")), "count") if first or second or to else None


def _figure(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token is a side of a vote: figures, with commas only where votes are spoken of ("by 312 votes, 8,401 to 8,089")."""
    text = tokens[at].text
    near = {token.lower for token in tokens[max(0, at - 10) : at + 6]}
    return text.isdecimal() or (bool(_LARGE.fullmatch(text)) and bool(near & {"vote", "votes"}))


def _is_vote(near: Sequence[Token]) -> bool:
    """Tell whether words are about a vote or a ruling; "centre court" and "the board game" alone are not."""
    words = {token.lower for token in near}
    return bool(words & _VOTE) or bool(words & _DECIDED and words & _DECIDING)


def _voted_in_words(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Sum | None:
    """Read a side of "by nine votes to five" and "by nine to five", where the sentence is about a vote."""
    number = lexicon.number_of(tokens[at].lower)
    if number is None or not _is_vote(tokens[max(0, at - 16) : at + 8]):
        return None
    before, after = [token.lower for token in tokens[max(0, at - 4) : at]], [token.lower for token in tokens[at + 1 : at + 4]]
    after = after[1:] if after[:1] in (["votes"], ["vote"]) else after
    first = before[-1:] == ["by"] and len(after) > 1 and after[0] == "to" and lexicon.number_of(after[1]) is not None
    before = [word for word in before if word not in ("votes", "vote")]
    second = len(before) > 2 and before[-1] == "to" and before[-3] == "by" and lexicon.number_of(before[-2]) is not None
    return Sum(at, at + 1, number, "count") if first or second else None


def _is_of_years(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number is an end of "2000-2050"."""
    near = [token.text for token in tokens[max(0, at - 2) : at + 3] if token.text not in "-–" and token.text != "to"]
    return bool(_YEAR.fullmatch(tokens[at].text)) and sum(bool(_YEAR.fullmatch(text)) for text in near) > 1


def _is_range(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number is the first of "40 to 50 questions", which is no vote: a noun that is counted comes after it."""
    words = [token.lower for token in tokens[at : at + 4]]
    if len(words) < 4 or words[1] not in ("to", "-", "–") or not words[2].isdigit() or not words[3].isalpha():
        return False
    if words[1] != "to" and not words[3].endswith("s"):
        return False
    near = {token.lower for token in tokens[max(0, at - 4) : at]}
    return words[3] not in _AFTER_VOTE and not near & _VOTING
