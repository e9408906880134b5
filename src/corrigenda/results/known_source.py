"""A source behind rows of the reference, as a finding names it."""

from __future__ import annotations

from dataclasses import dataclass

from corrigenda.values.spoken_dates import say_date

_DAY = len("2026-11-28")
# How a source was seen, in words.
_SEEN = {"page": "the original was seen", "excerpt": "seen as an excerpt or copy", "not-seen": "seen by nobody"}


@dataclass(frozen=True)
class KnownSource:
    """Name a source behind rows of the reference: publisher, publication (EDTF), address, day of a snapshot, how it was seen, and when.

    >>> KnownSource("New cabinet", "AP", url="https://example.org/").about
    'AP'
    """

    title: str
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    known_until: str | None = None
    seen: str | None = None
    seen_on: str | None = None

    @property
    def how_seen(self) -> str:
        """Say how and when it was seen, and that no link is kept where none is; empty where nothing is known of it.

        >>> KnownSource("New cabinet", seen="page", seen_on="2026-11-28").how_seen
        'the original was seen on 28 November 2026, no link kept'
        """
        how = _SEEN.get(self.seen or "")
        when = f"{how or 'seen'} {'on ' if len(self.seen_on) == _DAY else ''}{say_date(self.seen_on)}" if self.seen_on else how
        return ", ".join(part for part in (when, None if self.url else "no link kept") if part)

    @property
    def about(self) -> str:
        """Say what is known of the source after its title."""
        snapshot = f"as of {self.known_until}" if self.known_until else None
        parts = (self.publisher, self.published, snapshot, self.how_seen)
        return ", ".join(part for part in parts if part)

    def __str__(self) -> str:
        """Name the source on one line, with its address.

        >>> print(KnownSource("New cabinet", "AP", "2023-09-13", seen="excerpt"))
        New cabinet (AP, 2023-09-13, seen as an excerpt or copy, no link kept)
        """
        about = f" ({self.about})" if self.about else ""
        return f"{self.title}{about}{f' {self.url}' if self.url else ''}"
