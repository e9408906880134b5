"""What a licence lets somebody do with the facts of a collection, as far as its words say."""

from __future__ import annotations

import re

_CLOSED = re.compile(
    r"\bnc\b|non-?\s?commercial|\bnd\b|no-?\s?deriv|all rights reserved|proprietary|confidential|do not (?:copy|redistribute)", re.I
)
_OPEN = re.compile(
    r"\bcc-?\s?0\b|public domain|\bcc[- ]by(?:-sa)?\b|\bodc-?by\b|\bodbl\b|\bpddl\b|open government licen[cs]e|\bmit\b", re.I
)


def judge_licence(licence: str | None) -> str:
    """Say what a reader of the licence should know before the rows are published; an open one needs no words.

    >>> judge_licence("CC BY-NC 4.0")
    "The licence 'CC BY-NC 4.0' restricts reuse: use the rows for checking, and ask before you publish them."
    """
    if not licence:
        return "No licence was stated (--licence): find out whether the rows may be published before you publish them."
    if _CLOSED.search(licence):
        return f"The licence '{licence}' restricts reuse: use the rows for checking, and ask before you publish them."
    if not _OPEN.search(licence):
        return f"The licence '{licence}' is not one that this program knows: read it before you publish the rows."
    return ""
