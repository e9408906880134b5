"""Texts that a spreadsheet would run as a formula, and how a table for people writes them: one rule for every file.

A spreadsheet takes a cell for a formula where it begins with a sign, also behind blanks, and where the sign is a full-width one.
"""

from __future__ import annotations

import re
from unicodedata import category

# Plain, full-width and small forms.
_SIGNS = frozenset("=+-@＝＋－＠﹦﹢﹣﹫")
# Controls, marks that nobody sees, and blanks of all kinds: a spreadsheet leaves some out, and which ones differs.
_UNSEEN = frozenset(("Cc", "Cf", "Zs", "Zl", "Zp"))
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def is_run(text: str) -> bool:
    """Tell whether a spreadsheet that opens a text in a CSV could run it; a plain number is only a number.

    >>> [is_run(text) for text in ("=1+1", " ＝1", "@sum", "-5", "-5+1", "1-5")]
    [True, True, True, False, True, False]
    """
    if not text:
        return False
    first = next((letter for letter in text if category(letter) not in _UNSEEN), "")
    return text[0] in "\t\r\n" or (first in _SIGNS and _NUMBER.fullmatch(text) is None)


def write_for_people(text: str | None) -> str | None:
    """Return a text as a table for people has it: an apostrophe in front makes a text of what a spreadsheet would run.

    >>> write_for_people("=1+1"), write_for_people("1+1"), write_for_people(None)
    ("'=1+1", '1+1', None)
    """
    return f"'{text}" if text and is_run(text) else text
