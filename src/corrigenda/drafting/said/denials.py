"""Rows of denials: what is said never to have been, or not to be so, where the words and the reference show of what category."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corrigenda.drafting.names.people import Person
from corrigenda.drafting.said.events import STUB, Told
from corrigenda.drafting.said.firsts import add_first, fit_category
from corrigenda.drafting.said.rows import Row, Rows
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.sentences import Sentence
from corrigenda.drafting.wording.tokens import Token, is_short

_NONE = frozenset(("no", "nobody", "none", "nothing", "neither"))
_STEM = 5


def add_denials(
    rows: Rows, sentence: Sentence, told: Sequence[Told], mentions: Sequence[tuple[Person, Row]], lexicon: Lexicon,
    categories: Sequence[Row], topics: dict[str, str],
) -> None:  # fmt: skip
    """Add a row for each "no … ever", for each "not" whose event has one category, and for each contrast with the words of a topic.

    "Not" alone denies anything at all, so that without a category it is a denied claim and no row of firsts.
    """
    tokens = sentence.tokens
    for place in range(len(tokens)):
        clause = next((one for one in told if one.clause.first <= place < one.clause.last), None)
        match = lexicon.match("first", tokens, place)
        if clause is None:
            continue
        if tokens[place].lower == "ever":
            first = next((at for at in range(place - 1, clause.clause.first - 1, -1) if tokens[at].lower in _NONE), -1)
            if first >= 0 and is_short(sentence.printed(first, place + 1)):
                clause.claim["polarity"] = "denied"
                add_first(rows, sentence, told, clause, (first, place + 1), "never", (), categories, topics)
        elif match is not None and match[0].words == "rather than":
            _add_contrast(rows, sentence, clause, (place, place + match[1]), mentions, lexicon, categories)
        elif match is not None and match[0].means == "not" and fit_category(clause.event, categories, topics):
            first = place - (place > clause.clause.first and lexicon.has("auxiliary", tokens[place - 1]))
            add_first(rows, sentence, told, clause, (first, place + match[1]), "not", mentions, categories, topics)


def _add_contrast(
    rows: Rows, sentence: Sentence, told: Told, at: tuple[int, int], mentions: Sequence[tuple[Person, Row]], lexicon: Lexicon,
    categories: Iterable[Row],
) -> None:  # fmt: skip
    """Add the claim, the event and the row of "rather than X", where the words are those of one topic: its widest category is denied."""
    tokens, last = sentence.tokens, at[1]
    while last < len(tokens) and tokens[last].is_word and not lexicon.has("auxiliary", tokens[last]):
        last += 1
    listed = list(categories)
    found = [row for row in listed if row["topic"] and not row["broader"] and _has_words(tokens[at[1] : last], row["topic"])]
    printed = sentence.printed(at[0], last)
    if len(found) != 1 or not is_short(printed):
        return
    kind = found[0]["kind_id"]
    label = lexicon.kinds.get(kind, {}).get("label", kind)
    start, end = tokens[at[0]].start, tokens[last - 1].end
    claim = rows.add(
        "claims", sentence, f"not {kind}", start, end, statement=f"{STUB} {label}, denied.", modality="asserted", polarity="denied"
    )
    event = rows.add(
        "events", sentence, f"not {kind}", start, end, article_id=rows.article_id, claim_id=claim["claim_id"],
        label=f"{label}, denied (draft)", kind_id=kind, tense="present",
    )  # fmt: skip
    # Whoever it is said of is named before it, the nearest last: "Japan's policy of A rather than B".
    before = [row for person, row in mentions if told.clause.first <= person.name.first < at[0] and row["part"] in ("agent", "owner")]
    rows.add(
        "firsts", sentence, printed, start, end, claim_id=claim["claim_id"], event_id=event["event_id"], kind="not", as_printed=printed,
        actor_id=before[-1].get("actor_id", "") if before else "", category_id=found[0]["category_id"],
        reason="The words set one thing against another and name no act, so that the widest category of their topic is taken.",
    )  # fmt: skip


def _has_words(words: Sequence[Token], topic: str) -> bool:
    """Tell whether words have those of a topic, in either spelling: "missile defense" is missile-defence."""
    return all(any(_is_alike(token.lower, part) for token in words) for part in topic.split("-"))


def _is_alike(one: str, other: str) -> bool:
    return one == other or (one[:_STEM] == other[:_STEM] and len(one) >= _STEM and abs(len(one) - len(other)) <= 1)
