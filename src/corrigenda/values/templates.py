"""Templates of sentences: values of a row of a query are filled in as days, amounts and counted nouns."""

from __future__ import annotations

import re
from typing import Any

from corrigenda.values.edtf import iso
from corrigenda.values.spoken_dates import say_day, say_days, say_span
from corrigenda.values.wording import clip, count

_SLOT = re.compile(r"\{(\w+)(?::(\w+(?: \w+)*))?\}")

# Of one value in a sentence.
_LONGEST = 2_000


def fill(template: str, row: dict[str, Any], *, is_cell: bool = False) -> str | None:
    """Fill `{column}`, `{column:day}`, `{column:amount}`, `{column:count NOUN}` and `{column:span OTHER}` with values of a row.

    A part in square brackets is left out if a value in it is missing; of the two days of a span one is enough. Days are
    in words, or in EDTF for a cell. Returns None if a value outside brackets is missing.

    >>> fill("starts on {start:day}[; {who} held it]", {"start": 739276, "who": None})
    'starts on 25 January 2025'
    >>> fill("{start:day}/..", {"start": 739276}, is_cell=True)
    '2025-01-25/..'
    >>> fill("in an event[ {first:span last}]", {"first": 739276, "last": None})
    'in an event on 25 January 2025 or later'
    >>> fill("{more:count claim} more, {days:count day} later", {"more": 1, "days": 1200})
    '1 claim more, 3 years and 3 months later'
    """
    parts = re.split(r"\[([^\[\]]*\{[^\[\]]*)\]", template)
    filled: list[str] = []
    for position, part in enumerate(parts):
        if any(all(row[name] is None for name in _columns(*slot)) for slot in _SLOT.findall(part)):
            if position % 2 == 0:
                return None
            continue
        filled.append(_SLOT.sub(lambda match: _write(row, match.group(1), match.group(2), is_cell=is_cell), part))
    return "".join(filled)


def slots(template: str) -> set[str]:
    """Return the names of the columns that a template needs."""
    return {name for slot in _SLOT.findall(template) for name in _columns(*slot)}


def _columns(name: str, form: str) -> tuple[str, ...]:
    return (name, form.removeprefix("span ")) if form.startswith("span ") else (name,)


def _write(row: dict[str, Any], name: str, form: str | None, *, is_cell: bool) -> str:
    value = row[name]
    if form and form.startswith("span "):
        return say_span(value, row[form.removeprefix("span ")])
    if form == "day":
        return iso(value) if is_cell else say_day(value)
    if form == "amount" or isinstance(value, float):
        return write_amount(float(value))
    if form and form.startswith("count "):
        return say_days(value) if form == "count day" else count(value, form.removeprefix("count "))
    text = ", ".join(sorted({str(item) for item in value})) if isinstance(value, list) else str(value)
    # A cell may hold a million characters, and stand in thousands of sentences.
    return text if is_cell else clip(text, _LONGEST)


def write_amount(amount: float) -> str:
    """Write an amount with a word for its scale, never rounding it.

    >>> write_amount(24_400_000_000.0), write_amount(120000.0), write_amount(0.5)
    ('24.4 billion', '120,000', '0.5')
    """
    for scale, word in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        scaled = round(amount / scale, 6)
        if abs(amount) >= scale and scaled * scale == amount:
            return f"{scaled:,.6f}".rstrip("0").rstrip(".") + word
    return f"{amount:,.6f}".rstrip("0").rstrip(".")
