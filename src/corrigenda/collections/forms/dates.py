"""Dates as collections write them, as EDTF text that says no more than the collection knows."""

from __future__ import annotations

import re

from corrigenda.collections.entries import Reading
from corrigenda.values.edtf import parse_edtf

_STAMP = re.compile(r"\+?(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?")
_UNKNOWN = re.compile(r"https?://www\.wikidata\.org/\.well-known/genid/.*|_:.*|t\d+|somevalue|unknown|novalue", re.I)
# Precisions of Wikidata: a century, a decade, a year, a month, a day and finer.
_KEPT = {7: 2, 8: 3, 9: 4, 10: 7}
_PADDED = (
    "a day given as 1 January was read as the year, because collections write it where they know only the year; "
    "in a table, 11 in a column such as start_precision keeps the day"
)
_ROUGH = "a date that is known only to the century or less was left out"


def read_date(text: str | None, reading: Reading, place: str, precision: str | None = None, *, is_padded: bool = True) -> str | None:
    """Read a date, no more precise than the collection knows it; None where there is none.

    `precision` is that of Wikidata (7 a century, 9 a year, 10 a month, 11 a day). Where it is missing and `is_padded`, a
    1 January becomes its year. What is no date is put to the reading as lost.

    >>> read_date("2021-01-20T00:00:00Z", Reading(), "line 2"), read_date("2021-03-01T00:00:00Z", Reading(), "line 2", "10")
    ('2021-01-20', '2021-03')
    >>> read_date("2017-01-01", Reading(), "line 2")
    '2017'
    """
    text = (text or "").strip()
    if not text or _UNKNOWN.fullmatch(text):
        return None
    level = int(precision) if precision and precision.strip().isascii() and precision.strip().isdigit() else None
    match = _STAMP.fullmatch(text)
    if match:
        year, month, day = match.groups()
        text = year if month == "00" else f"{year}-{month}" if day == "00" else f"{year}-{month}-{day}"
        if level is not None and level < 11:
            if level < 7:
                reading.lose(_ROUGH, place)
                return None
            text = text[: _KEPT[level]].ljust(4, "X")
        elif level is None and is_padded and text.endswith("-01-01"):
            reading.change(_PADDED, place)
            text = year
    try:
        parse_edtf(text)
    except ValueError:
        reading.lose("a date that cannot be read was left out; expected one such as 2019-03-01, 2019-03 or 2019", f"{place}: '{text[:40]}'")
        return None
    return text
