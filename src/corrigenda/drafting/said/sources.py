"""Rows of attributions: who is said to say it, by which verb, through whom, and how the source is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from corrigenda.drafting.names.people import Person
from corrigenda.drafting.said.events import Told
from corrigenda.drafting.said.rows import Row, Rows
from corrigenda.drafting.speakers.cited import read_source
from corrigenda.drafting.speakers.described import Speaker
from corrigenda.drafting.speakers.objects import says_nothing
from corrigenda.drafting.speakers.passives import find_by
from corrigenda.drafting.speakers.saying import is_asserted, is_meant, is_said, reports
from corrigenda.drafting.speakers.subjects import find_opening, find_subject
from corrigenda.drafting.wording.lexicon import Cue, Lexicon
from corrigenda.drafting.wording.sentences import Sentence
from corrigenda.drafting.wording.tokens import Token, is_short

_UNNAMED = ("not to be named", "condition of anonymity", "not be named", "not to be identified", "not be identified", "anonymously")


def find_sources(
    sentence: Sentence, people: Sequence[Person], lexicon: Lexicon, last_person: Person | None, bodies: Mapping[str, str] | None = None
) -> list[Speaker]:
    """Return the sources of a sentence in order: subjects of verbs of saying, "according to" and "citing", and marks of hearsay.

    `bodies` are those that the text named before, by the last word of their names: "the institute said".
    """
    found = _find_all(sentence, people, lexicon, last_person)
    return [_settle(sentence.tokens, one, bodies or {}) for one in found]


def _settle(tokens: Sequence[Token], one: Speaker, bodies: Mapping[str, str]) -> Speaker:
    """Take a body by its noun for the one that was named before, and a group that asks not to be named for people who are not."""
    if one.naming != "group" or one.actor_id:
        return one
    after = " ".join(token.lower for token in tokens[one.first : max(one.last, one.cue_at)])
    if any(words in after for words in _UNNAMED):
        return replace(one, naming="anonymous")
    first = one.first + (tokens[one.first].lower == "the")
    is_noun = one.last - first == 1 and first > 0 and tokens[first - 1].lower == "the"
    body = bodies.get(tokens[first].lower, "") if is_noun else ""
    return replace(one, naming="named", actor_id=body) if body else one


def _find_all(sentence: Sentence, people: Sequence[Person], lexicon: Lexicon, last_person: Person | None) -> list[Speaker]:
    tokens = sentence.tokens
    found: list[Speaker] = []
    for place in range(len(tokens)):
        cited = lexicon.match("source", tokens, place) or _find_under(tokens, place, lexicon)
        if cited:
            at = place + cited[1]
            who = read_source(tokens, at, people, lexicon, last_person)
            if who is not None:
                found.append(replace(who, cue=cited[0], cue_at=place, is_cited=True))
            continue
        hearsay = lexicon.match("hearsay", tokens, place)
        if hearsay:
            if not any(one.naming == "none" and one.first <= place < one.last for one in found):
                found.append(Speaker(place, place + hearsay[1], hearsay[0], place, "none"))
            continue
        says = lexicon.match("saying", tokens, place)
        by = find_by(tokens, place, lexicon) if says else 0
        if says and by:
            who = read_source(tokens, by, people, lexicon, last_person)
            # "Announced by the three senators" has a source that is counted; "by his lawyer" has none that is known.
            if who is not None and (who.naming != "anonymous" or lexicon.match_before("group", tokens, who.last)):
                found.append(replace(who, cue=says[0], cue_at=place))
        elif says and says[0].means.startswith("participle"):
            who = _find_participle(tokens, place, says[1], people, lexicon, found)
            found += [replace(who, cue=says[0], cue_at=place, is_cited=False)] if who is not None else []
        elif says and is_said(tokens, place, says[0], lexicon):
            who = find_subject(
                tokens, place, says[1], people, lexicon, last_person, inverts=says[0].verb_id != "tell" and "weak" not in says[0].means
            )
            if who is None and place and tokens[place - 1].lower in ("and", "but"):
                who = found[-1] if found and not found[-1].is_cited else find_opening(tokens, people, place)
            after = place + says[1]
            if (
                who is not None
                and is_asserted(tokens, who)
                and is_meant(tokens, after, says[0], who)
                and not says_nothing(tokens, place, after, says[0], who, lexicon)
            ):
                found.append(replace(who, cue=says[0], cue_at=place))
    return found


def _find_under(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> tuple[Cue, int] | None:
    """Return the mark of what a paper says that a sentence begins with: "Under the contract, he gets a car"."""
    if place or tokens[0].lower != "under" or len(tokens) < 3:
        return None
    end = next((at for at in range(1, min(len(tokens), 8)) if not tokens[at].is_word and tokens[at].text not in "-‐"), 0)
    head = next((at for at in range(1, end) if lexicon.has("document", tokens[at])), 0)
    return (Cue("under", "source", "", "", "according-to"), 1) if head else None


def _find_participle(
    tokens: Sequence[Token], place: int, size: int, people: Sequence[Person], lexicon: Lexicon, found: Sequence[Speaker]
) -> Speaker | None:
    """Return who goes on to say something: "X said …, adding that", "with Smith stating:"; only where a report follows."""
    if not place or not reports(tokens, place + size):
        return None
    if tokens[place - 1].text == ",":
        return next((one for one in reversed(found) if one.naming != "none" and not one.is_cited), None)
    who = find_subject(tokens, place, size, people, lexicon, None, inverts=False)
    return who if who is not None and who.first and tokens[who.first - 1].lower == "with" else None


def add_sources(rows: Rows, sentence: Sentence, told: Sequence[Told], sources: Sequence[Speaker], lexicon: Lexicon) -> list[Row]:
    """Add a row for each source, for the clause that it is the source of; a cited one comes through the one that cites it."""
    added: list[Row] = []
    tellers: list[Row] = []
    # A source that is cited comes through whoever cites it, also where the verb of saying is printed later.
    for source in sorted(sources, key=lambda one: (one.is_cited and one.cue.verb_id == "cite", one.cue_at)):
        own = next((one for one in told if one.clause.first <= source.cue_at < one.clause.last), None)
        if own is None:
            continue
        target = _reported(told, own, source)
        cue_last = source.cue_at + source.cue.size
        first, last = (
            (source.cue_at, cue_last) if source.naming == "none" else (min(source.first, source.cue_at), max(source.last, cue_last))
        )
        described = sentence.printed(source.first, source.last) if not source.actor_id and source.naming != "none" else ""
        verb = sentence.printed(source.cue_at, min(cue_last, len(sentence.tokens)))
        cites = source.is_cited and source.cue.verb_id == "cite"
        via = tellers[-1] if cites and tellers else None
        reports = via is None and (target is not own or source.is_cited or source.naming == "none")
        if reports and target.claim["modality"] == "asserted":
            target.claim["modality"] = "reported"
        said = next((one for one in told if via is not None and one.claim["claim_id"] == via["claim_id"]), target)
        if source.naming == "anonymous" and said.claim["modality"] == "anticipated":
            # What is still to come and is only said by people who will not be named is kept from the public.
            said.claim.setdefault("needs_source", "secret")
        row = rows.add(
            "attributions", sentence, f"{described or source.actor_id or source.naming} {source.cue.verb_id}",
            sentence.tokens[first].start, sentence.tokens[last - 1].end,
            claim_id=via["claim_id"] if via else target.claim["claim_id"], actor_id=source.actor_id,
            described=described if is_short(described) else "", naming=source.naming, affiliation=source.affiliation,
            verb=_word_of(verb) if source.naming == "none" else verb,
            hedge=verb if source.naming == "none" and not _word_of(verb) else "", verb_id=source.cue.verb_id,
            via=via["attribution_id"] if via else "", event_id=own.event["event_id"] if not source.is_cited and target is not own else "",
        )  # fmt: skip
        added.append(row)
        if source.naming != "none":
            tellers.append(row)
    return added


def _word_of(verb: str) -> str:
    """Return the verb of a mark of hearsay that has one: "expected" of "is expected to"; nothing for "reportedly"."""
    return next((word for word in verb.split() if word.endswith("ed")), "")


def _reported(told: Sequence[Told], own: Told, source: Speaker) -> Told:
    """Return the clause that is reported: after the verb of saying, else the one before it; for a cited source the first other one."""
    place = told.index(own)
    if source.naming == "none":
        return own
    if source.is_cited:
        return own if own.clause.verb >= 0 and own.clause.verb != source.cue_at else told[place - 1 if place else min(1, len(told) - 1)]
    if place + 1 < len(told) and (own.clause.first == 0 or told[place + 1].clause.opened_by in ("that", "", "whether", "how")):
        return told[place + 1]
    return told[place - 1] if place else own
