"""What commands share, and the only place that reads the clock, so that everything else is told what day it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

KNOWN = click.option(
    "--known", type=click.Path(path_type=Path), metavar="PACKAGE", help="Take the reference (data/known) from another data package."
)


def today() -> str:
    """Return the day of today (ISO 8601)."""
    return date.today().isoformat()
