"""What somebody named in a finding, or its publisher, objects to it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Response:
    """Hold what somebody named in a finding, or its publisher, objects to it, and what came of it.

    `is_current` is false where it was given to other evidence than the finding rests on now.

    >>> Response("Ada", "named", "2026-03-20", "She says that she was not there.", None, "open", None, True).outcome
    'open'
    """

    by: str
    standing: str
    received: str
    statement: str
    url: str | None
    outcome: str
    note: str | None
    is_current: bool

    def __str__(self) -> str:
        """Tell the response on one line.

        >>> print(Response("Ada", "named", "2026-03-20", "She says that she was not there.", None, "open", None, True))
        Ada (named, 2026-03-20): She says that she was not there. [open]
        """
        stale = "" if self.is_current else ", to earlier evidence"
        where = f" {self.url}" if self.url else ""
        note = f": {self.note}" if self.note else ""
        return f"{self.by} ({self.standing}, {self.received}{stale}): {self.statement}{where} [{self.outcome}{note}]"
