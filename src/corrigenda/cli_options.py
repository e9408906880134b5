"""What commands share: the only place that reads the clock, so that everything else is told what day it is."""

from __future__ import annotations

from datetime import date


def today() -> str:
    """Return the day of today (ISO 8601)."""
    return date.today().isoformat()
