"""Calendar phrases and the words of tense, order and frequency: "yesterday", "last week", "already", "meanwhile"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from corrigenda.drafting.times.calendar import nearest_year, shift_period, shift_value, weekday_near
from corrigenda.drafting.times.composed import is_planned
from corrigenda.drafting.times.dates import is_newspaper
from corrigenda.drafting.wording.lexicon import Lexicon
from corrigenda.drafting.wording.sentences import is_compared
from corrigenda.drafting.wording.tokens import Token
from corrigenda.values.calendar_days import CalendarPhrase, count_days

_SHIFTS = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "the same": 0, "next": 1, "coming": 1, "following": 1}
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def read_phrase(
    tokens: Sequence[Token], place: int, lexicon: Lexicon, written: date | None, ahead: bool, last_value: str
) -> dict[str, Any] | None:
    """Return the cells of a phrase that begins at a token; None where there is none."""
    return (
        _named_day(tokens, place, lexicon, written)
        or _period(tokens, place, lexicon, written, last_value)
        or _weekday(tokens, place, lexicon, written, ahead=ahead)
        or _word(tokens, place, lexicon, written, ahead=ahead)
    )


def _named_day(tokens: Sequence[Token], place: int, lexicon: Lexicon, written: date | None) -> dict[str, Any] | None:
    shift = _DAYS.get(tokens[place].lower)
    if shift is None or (place + 1 < len(tokens) and tokens[place + 1].lower == "'s" and tokens[place].is_capital and place):
        return None
    value = shift_period(written, "D", shift) or "" if written else ""
    return _cells(place, _with_part(tokens, place + 1, lexicon), value, "published", _phrase_id(tokens, place, place + 1, lexicon))


def is_nowadays(tokens: Sequence[Token], place: int, ahead: bool | None) -> bool:
    """Tell whether "today" means these times: in a clause in the present ("the mill is a museum today"), after "still" or "than"."""
    near = [token.lower for token in tokens[max(0, place - 5) : place]]
    if {"still", "than"} & set(near):
        return True
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if ahead is not None or (after is not None and after.lower == "'s"):
        return False
    # "The vote is today", "they are meeting today".
    around = [token.lower for token in tokens[max(0, place - 8) : place + 8]]
    if not {"is", "are", "do", "does", "am"} & set(around):
        # "The ministers meet today."
        return False
    announced = near[-1:] in (["is"], ["are"]) and (after is None or not after.is_word)
    return not announced and not any(word.endswith("ing") and len(word) > 5 for word in around)


def read_season(tokens: Sequence[Token], place: int, lexicon: Lexicon, written: date | None, ahead: bool | None) -> dict[str, Any] | None:
    """Read "in the spring": the last one of what is past, the next one of what is ahead; where the tense is open, no value."""
    if place == 0 or tokens[place].lower != "the" or place + 1 >= len(tokens):
        return None
    season = lexicon.meaning("season", tokens[place + 1])
    after = tokens[place + 2].lower if place + 2 < len(tokens) else ""
    if not season or tokens[place - 1].lower not in ("in", "during", "until", "since") or after in ("of", "months"):
        return None
    if after in ("and", "or") and place + 3 < len(tokens) and lexicon.has("season", tokens[place + 3]):
        # "In the spring and summer" is neither alone.
        return None
    if tokens[place + 1].lower == "fall" and not ahead:
        # "She broke her hip in the fall."
        return None
    value = ""
    if written is not None and ahead is not None and season != "24":
        month = {"21": 3, "22": 6, "23": 9}[season]
        year = written.year + (written.month > month) if ahead else written.year - (written.month < month)
        value = f"{year:04}-{season}"
    found = _cells(place, place + 2, value, "published", "")
    return found | {"edtf": f"XXXX-{season}"}


def _period(tokens: Sequence[Token], place: int, lexicon: Lexicon, written: date | None, last_value: str) -> dict[str, Any] | None:
    """Read "last week", "earlier this month", "next Tuesday", "this spring", "the same year", "the next day"."""
    at = place
    if tokens[at].lower in ("earlier", "later", "late", "early") and at + 1 < len(tokens):
        at += 1
    same = (
        tokens[at].lower in ("the", "that") and at + 1 < len(tokens) and tokens[at + 1].lower in ("same", "next", "following", "previous")
    )
    counted = "date before it" if same or tokens[at].lower == "that" else "published"
    shift = {"next": 1, "following": 1, "previous": -1}.get(tokens[at + 1].lower, 0) if same else _SHIFTS.get(tokens[at].lower)
    if tokens[at].lower == "that":
        shift = shift or 0
    if shift is None or at + 1 + same >= len(tokens):
        return None
    what = at + 1 + same
    value = _value_of(tokens[what], shift, lexicon, written if counted == "published" else None, last_value)
    if value is None:
        return None
    weekday = lexicon.meaning("weekday", tokens[what]) or ""
    if at > place and not same and shift == 0 and written is not None:
        value = _side_of(value, tokens[place].lower, written)
    return _cells(place, what + 1, value, counted, _phrase_id(tokens, place, what + 1, lexicon), weekday)


def _side_of(value: str, side: str, written: date) -> str:
    """Return the part of this month or year that "earlier" or "later" leaves: up to the day of writing, or from it on."""
    if side not in ("earlier", "later") or not value.replace("-", "").isdigit() or len(value) > 7 or value[5:7] > "12":
        return value
    first, last = f"{value}-01-01"[:10], f"{value}-12-31" if len(value) == 4 else f"{value}-{monthrange(written.year, written.month)[1]}"
    low, high = (first, written) if side == "earlier" else (written, last)
    return f"{low}/{high}" if str(low) < str(high) else value


def _value_of(token: Token, shift: int, lexicon: Lexicon, written: date | None, last_value: str) -> str | None:
    """Return the value of a day, week, month, season … so many steps on; None where a word names no time, "" where it has no value.

    It is counted from the writing, or where that is not given from the date that was printed last.
    """
    unit = lexicon.meaning("period", token)
    season = lexicon.meaning("season", token)
    if unit and ("T" not in unit or token.lower.endswith("s")) and unit != "2W":
        base = written or _day_of(last_value)
        # "In her last years", "these days" have none.
        return (
            ""
            if token.lower.endswith("s")
            else (shift_period(base, unit, shift) if base else shift_value(last_value, shift, unit) if unit in "YM" else "") or ""
        )
    if season:
        year = written.year if written else int(last_value[:4]) if last_value[:4].isdigit() else 0
        return f"{year + shift:04}-{season}" if year else ""
    if not token.is_capital:
        return (shift_period(written, "D", shift) or "" if written else "") if lexicon.has("day-part", token) and shift <= 0 else None
    if lexicon.has("weekday", token):
        return _weekday_of(lexicon.meaning("weekday", token) or "", shift, written)
    if lexicon.has("month", token):
        return _month_of(int(lexicon.meaning("month", token) or 1), shift, written) if written else ""
    return None


def _weekday(tokens: Sequence[Token], place: int, lexicon: Lexicon, written: date | None, *, ahead: bool) -> dict[str, Any] | None:
    name = lexicon.meaning("weekday", tokens[place])
    if not name or not tokens[place].is_capital or is_newspaper(tokens, place):
        return None
    if place and tokens[place - 1].lower in ("a", "any", "each", "every", "most", "some"):
        # "They meet on a Monday" is any.
        return None
    ahead = ahead or is_planned(tokens, place)
    value = weekday_near(name, written, ahead=ahead).isoformat() if written else ""
    phrase = _phrase_id(tokens, place, place + 1, lexicon)
    return _cells(place, _with_part(tokens, place + 1, lexicon), value, "published", phrase, name)


def _word(tokens: Sequence[Token], place: int, lexicon: Lexicon, written: date | None, *, ahead: bool) -> dict[str, Any] | None:
    """Read a word of tense, order or frequency that the phrases list, or that is a cue of frequency."""
    match = lexicon.match("phrase", tokens, place) if not (tokens[place].is_capital and place) else None
    if match:
        row = lexicon.phrase_row(match[0].means)
        if row.get("certainty") == "expected" and (is_compared(tokens, place) or _is_of_a_thing(tokens, place, place + match[1], lexicon)):
            return None
        cells: dict[str, Any] = {"first": place, "last": place + match[1], "kind": row["kind"], "phrase_id": match[0].means}
        if row["kind"] == "date":
            return cells | {"value": _count(row, written) or _weekend(row, written, ahead=ahead), "counted": "published"}
        return cells if row["kind"] != "gap" else None
    if lexicon.has("frequency", tokens[place]):
        return {"first": place, "last": place + 1, "kind": "frequency"}
    return None


def _is_of_a_thing(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Tell whether a word describes a thing, and no event that is to come: "the planned date", but not "the planned talks"."""
    if not first or last >= len(tokens) or tokens[first - 1].lower not in ("the", "a", "an", "its", "their", "this", "that"):
        return False
    noun = lexicon.match("event", tokens, last)
    return tokens[last].is_word and not (noun and noun[0].means == "noun")


def _count(row: dict[str, str], written: date | None) -> str:
    """Return what a calendar phrase of the reference comes to, as EDTF; nothing where it is not one run of days."""
    if written is None or not row.get("unit") or row["unit"] in ("weekday", "date"):
        return ""
    phrase = CalendarPhrase(row["unit"], int(row["first_unit"]), int(row["last_unit"]), row["side"] or None)
    runs = count_days(phrase, None, (written.toordinal(),) * 2)
    if len(runs) != 1:
        return ""
    first, last = (date.fromordinal(day).isoformat() for day in runs[0])
    return first if first == last else f"{first}/{last}"


def _weekend(row: dict[str, str], written: date | None, *, ahead: bool) -> str:
    """Return the weekend that "the weekend" means: the one that is on, else the last one, or the coming one of what is ahead."""
    if written is None or row.get("unit") != "weekend" or row["side"] != "nearest":
        return ""
    return shift_period(written, "WE", 0 if ahead or written.weekday() > 4 else -1) or ""


def _cells(first: int, last: int, value: str, counted: str, phrase: str, weekday: str = "") -> dict[str, Any]:
    found = {"first": first, "last": last, "kind": "date", "edtf": value, "value": value, "counted": counted if value else ""}
    return found | {"phrase_id": phrase, "weekday": weekday}


def _with_part(tokens: Sequence[Token], last: int, lexicon: Lexicon) -> int:
    return last + (last < len(tokens) and lexicon.has("day-part", tokens[last]))


def _weekday_of(name: str, shift: int, written: date | None) -> str:
    if written is None:
        return ""
    if shift < 0:
        return weekday_near(name, written - timedelta(days=1), ahead=False).isoformat()
    start = written + timedelta(days=1 if shift else 0)
    return weekday_near(name, start, ahead=True).isoformat()


def _month_of(month: int, shift: int, written: date) -> str:
    if shift == 0:
        return f"{written.year:04}-{month:02}"
    before = date(written.year, written.month, 1) - timedelta(days=1)
    after = date(written.year + written.month // 12, written.month % 12 + 1, 1)
    year = nearest_year(month, 1, before if shift < 0 else after, ahead=shift > 0)
    return f"{year:04}-{month:02}" if year else ""


def _day_of(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _phrase_id(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> str:
    row = lexicon.find_phrase(tokens, first, last)
    return row["phrase_id"] if row else ""
