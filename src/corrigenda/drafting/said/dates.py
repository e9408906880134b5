"""Rows of dates: what a text says of when things happen, each with the event that it dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from corrigenda.drafting.said.events import OTHER_KIND, STUB, Told
from corrigenda.drafting.said.rows import Row, Rows
from corrigenda.drafting.times.calendar import read_day
from corrigenda.drafting.times.expressions import Time
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.sentences import Sentence
from corrigenda.drafting.wording.tokens import Token, is_short
from corrigenda.values.edtf import parse_edtf

_LEADING = frozenset(("on", "in", "at", "during", ",", "(", "—", "–", "-", "late", "early", "mid"))
_OPEN = frozenset(("since", "until", "till", "by", "before", "after", "from"))


@dataclass
class Dating:
    """Remember which events of a text have a date, and which was dated last: from it "a year later" is counted."""

    dated: set[str] = field(default_factory=set)
    distant: set[str] = field(default_factory=set)
    last_event: str = ""
    values: dict[str, str] = field(default_factory=dict)


def date_events(
    rows: Rows, sentence: Sentence, told: Sequence[Told], times: Sequence[Time], lexicon: Lexicon, dating: Dating, published: str
) -> None:
    """Add a row for every expression of time that dates something; how long a thing lasts is a sum."""
    for time in times:
        if time.kind == "gap" and not time.direction:
            continue
        clause = next((one for one in told if one.clause.first <= time.first < one.clause.last), None)
        printed = sentence.printed(time.first, time.last)
        if clause is None or not is_short(printed):
            continue
        event = clause.event["event_id"]
        if time.kind == "tense" and lexicon.has_distance(time.phrase_id):
            # Two distances from the writing cannot both be those of one event.
            if event in dating.distant or not _dates_the_clause(sentence, time, clause, lexicon):
                event = _other_event(rows, sentence, time, clause, lexicon)["event_id"]
            dating.distant.add(event)
        if time.kind in {"date", "gap"}:
            elsewhere = not _dates_the_clause(sentence, time, clause, lexicon) or _is_against(time, clause, published)
            if event in dating.dated or elsewhere:
                event = _other_event(rows, sentence, time, clause, lexicon)["event_id"]
            dating.dated.add(event)
        anchor = ""
        if time.kind == "gap":
            anchor = f"{rows.article_id}/writing" if time.counted == "writing" else _last_dated(sentence, time, dating, event)
        start, end = sentence.tokens[time.first].start, sentence.tokens[time.last - 1].end
        row = rows.add(
            "dates", sentence, printed, start, end, event_id=event, kind=time.kind, as_printed=printed, edtf=_cell(time),
            weekday=time.weekday, anchor=anchor, duration="" if "T" in time.duration else time.duration, direction=time.direction,
            hedge=time.hedge,
            phrase_id=time.phrase_id, reason=_reason(time, published, clause),
        )  # fmt: skip
        if time.value:
            dating.values[row["date_id"]] = time.value
        if time.kind == "date" and time.value:
            dating.last_event = event


def _cell(time: Time) -> str:
    """Return the date no more precise than printed; what is counted from the last printed date stays open."""
    return time.edtf if time.counted != "date before it" else ""


def _reason(time: Time, published: str, told: Told) -> str:
    if time.counted == "published" and time.edtf and "XXXX" not in time.edtf:
        return f"Counted from the day of publication, {published}."
    if time.counted == "date before it" and time.value and time.kind == "date":
        return f"Drafted reading: {time.value}."
    return "Which event it dates is a drafted reading." if told.clause.verb < 0 else ""


def _dates_the_clause(sentence: Sentence, time: Time, told: Told, lexicon: Lexicon) -> bool:
    """Tell whether a time dates what its clause says, and not a thing in it ("the 2016 election") or since when it lasts."""
    tokens = sentence.tokens
    before = tokens[time.first - 1].lower if time.first > told.clause.first else ""
    if tokens[time.first].lower in _OPEN or before in _OPEN or told.clause.verb < 0:
        return False
    if time.kind == "tense":
        return time.first == told.clause.first or (
            time.last < len(tokens) and told.event["kind_id"] == _noun_kind(tokens, time.last, lexicon)
        )
    if time.phrase_id or time.weekday or time.kind == "gap":
        return not (time.last < len(tokens) and tokens[time.last].lower == "'s")
    return not before or before in _LEADING or _follows_verb(told, time)


def _follows_verb(told: Told, time: Time) -> bool:
    """Tell whether a time comes right after the verb of its clause ("resigned May 3")."""
    return time.first - 1 == told.clause.verb


def _is_against(time: Time, told: Told, published: str) -> bool:
    """Tell whether a time does not fit the tense of its clause, so that it more likely dates something else in it."""
    tense = told.event["tense"]
    if time.kind == "gap" and time.counted == "writing":
        return tense in ("present", "past" if time.direction == "after" else "future")
    written, span = read_day(published), _span_of(time.value)
    if written is None or span is None:
        return False
    first, last = span
    over, ahead = last is not None and last < written.toordinal(), first is not None and first > written.toordinal()
    return (over and tense in ("present", "future")) or (ahead and tense in ("present", "past"))


def _span_of(value: str) -> tuple[int | None, int | None] | None:
    try:
        span = parse_edtf(value) if value and not value.startswith("P") else None
    except ValueError:
        return None
    return (span.first, span.last) if span else None


def _noun_kind(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> str:
    match = lexicon.match("event", tokens, place)
    return match[0].kind_id if match and match[0].means == "noun" else ""


def _other_event(rows: Rows, sentence: Sentence, time: Time, told: Told, lexicon: Lexicon) -> Row:
    """Add an event of its own for a date that belongs to something else than the verb of its clause."""
    kind = OTHER_KIND
    for place in range(time.last, min(time.last + 3, len(sentence.tokens))):
        named = _noun_kind(sentence.tokens, place, lexicon)
        if named:
            kind = named
            break
    label = lexicon.kinds.get(kind, {}).get("label", kind)
    start, end = sentence.tokens[time.first].start, sentence.tokens[time.last - 1].end
    claim = told.claim["claim_id"]
    if kind != OTHER_KIND and _is_expected_before(time, told, lexicon):
        # "The expected announcement will show …": what it will show takes for granted that it comes.
        claim = rows.add(
            "claims", sentence, kind, start, end, statement=f"{STUB} {label}, expected.", modality="anticipated", polarity="affirmed"
        )["claim_id"]
        told.claim.setdefault("given", claim)
    return rows.add(
        "events", sentence, f"{kind}-dated", start, end, article_id=rows.article_id, claim_id=claim,
        label=f"{label}, dated by itself (draft)", kind_id=kind, tense="unstated",
        reason="The date is not printed with the verb of the clause, so it is given an event of its own.",
    )  # fmt: skip


def _is_expected_before(time: Time, told: Told, lexicon: Lexicon) -> bool:
    """Tell whether a time says that the subject of a clause is only expected, and is printed before the verb of the clause."""
    return time.kind == "tense" and time.last <= told.clause.verb and lexicon.phrase_row(time.phrase_id).get("certainty") == "expected"


def _last_dated(sentence: Sentence, time: Time, dating: Dating, event: str) -> str:
    """Return the event from which "a year later" is counted; nothing where the text goes on to say from what."""
    after = sentence.tokens[time.last] if time.last < len(sentence.tokens) else None
    goes_on = after is not None and after.is_word and sentence.tokens[time.last - 1].lower in ("after", "before", "on")
    return "" if goes_on or dating.last_event == event else dating.last_event
