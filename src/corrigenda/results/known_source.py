"""A source behind rows of the reference, as a finding names it."""

from __future__ import annotations

from dataclasses import dataclass

# How a source was seen, in words.
_SEEN = {"page": "the page itself was seen", "excerpt": "seen as an excerpt or copy", "not-seen": "seen by nobody"}


@dataclass(frozen=True)
class KnownSource:
    """Name a source behind rows of the reference: publisher, publication (EDTF), address, day of a snapshot, and how it was seen."""

    title: str
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    known_until: str | None = None
    seen: str | None = None

    @property
    def about(self) -> str:
        """Say what is known of the source after its title."""
        snapshot = f"as of {self.known_until}" if self.known_until else None
        parts = (self.publisher, self.published, snapshot, _SEEN.get(self.seen or ""), None if self.url else "no link kept")
        return ", ".join(part for part in parts if part)

    def __str__(self) -> str:
        """Name the source on one line, with its address.

        >>> print(KnownSource("New cabinet", "AP", "2023-09-13", seen="excerpt"))
        New cabinet (AP, 2023-09-13, seen as an excerpt or copy, no link kept)
        """
        about = f" ({self.about})" if self.about else ""
        return f"{self.title}{about}{f' {self.url}' if self.url else ''}"
