"""A short trace of a cell, by which a changed one is known without the cell itself."""

from __future__ import annotations

import hashlib


def trace_cell(cell: str | None) -> str:
    """Return six hexadecimal digits of the SHA-256 of a cell, '-' for an empty one.

    >>> trace_cell("ada"), trace_cell("")
    ('fdee43', '-')
    """
    return hashlib.sha256(cell.encode()).hexdigest()[:6] if cell else "-"
