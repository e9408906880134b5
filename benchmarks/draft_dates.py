"""Write the times of texts for a scorer of time expressions.

    python benchmarks/draft_dates.py CORPUS > answers.jsonl

CORPUS is JSON lines with `id`, `text` and `published`. Each answer has `start`, `end` and a TimeML value; of a printed interval both ends
are answers, as in that standard. Texts whose key has "bio" are no news: nothing in them is counted from the day of publication.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from corrigenda.drafting.said.tenses import looking_ahead
from corrigenda.drafting.times.calendar import read_day
from corrigenda.drafting.times.expressions import Time, find_times, last_printed
from corrigenda.drafting.wording.lexicon import Lexicon, read_lexicon
from corrigenda.drafting.wording.sentences import Sentence, find_clauses, read_sentences

_JOINING = ("-", "–", "—", "to", "and", "through", "until")
_SEASONS = {"1": "SP", "2": "SU", "3": "FA", "4": "WI"}


def in_timeml(value: str) -> str:
    """Return an EDTF value as TimeML writes it.

    >>> in_timeml("195X"), in_timeml("2010/.."), in_timeml("2016-03"), in_timeml("2016-22")
    ('1950-01-01/1959-12-31', '2010', '2016-03', '2016-SU')
    """
    season = re.fullmatch(r"(\d{4})-2([1-4])", value)
    if season:
        return f"{season[1]}-{_SEASONS[season[2]]}"
    value = value.replace("/..", "").replace("../", "")
    span = re.fullmatch(r"(\d\d)(\d|X)X", value)
    if not span:
        return value
    low, high = (f"{span[1]}{span[2].replace('X', digit)}{digit}" for digit in "09")
    return f"{low}-01-01/{high}-12-31"


def values_of(sentence: Sentence, time: Time) -> list[str]:
    """Return the values of one expression: both ends where an interval is printed."""
    joined = any(token.text in _JOINING for token in sentence.tokens[time.first : time.last])
    printed = time.kind == "date" and not time.phrase_id and joined and time.value.count("/") == 1 and ".." not in time.value
    return time.value.split("/") if printed else [time.value]


def find_all(text: str, published: str, lexicon: Lexicon) -> list[dict[str, object]]:
    """Return every valued time of a text."""
    found: list[dict[str, object]] = []
    last = ""
    for sentence in read_sentences(text, "text", lexicon.language):
        clauses = find_clauses(sentence, lexicon)
        is_ahead = looking_ahead(sentence, clauses, lexicon)
        ahead = {at: is_ahead(at) for at in range(len(sentence.tokens))}
        for time in find_times(sentence.tokens, lexicon, read_day(published), ahead.__getitem__, last):
            if time.kind in ("date", "gap") and time.value and not time.value.startswith("P"):
                start, end = sentence.tokens[time.first].start, sentence.tokens[time.last - 1].end
                found += [{"start": start, "end": end, "value": in_timeml(value)} for value in values_of(sentence, time)]
                last = last_printed(time, last)
    return found


def main() -> None:
    """Print one line for each text."""
    lexicon = read_lexicon(None)
    for line in Path(sys.argv[1]).read_text("utf-8").splitlines():
        row = json.loads(line)
        published = "" if "bio" in row["id"] else row.get("published") or ""
        print(json.dumps({"id": row["id"], "found": find_all(row["text"], published, lexicon)}))


if __name__ == "__main__":
    main()
