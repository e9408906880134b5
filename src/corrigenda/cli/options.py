"""What commands share, and the only place that reads the clock, so that everything else is told what day it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

PACKAGE = click.argument("package", default=".", type=click.Path(path_type=Path))
IN_PACKAGE = click.option("--package", default=".", type=click.Path(path_type=Path), help="The package; default the current folder.")
KNOWN = click.option(
    "--known", type=click.Path(path_type=Path), metavar="PACKAGE", help="Take the reference (data/known) from another data package."
)
NOTES = click.option(
    "--notes",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A story's own list (CSV) of names, titles and figures, used together with the reference.",
)
HOUSE = click.option("--rules", "house", type=click.Path(path_type=Path), metavar="DIR", help="Run the house rules of a folder as well.")
AS_OF = click.option("--as-of", metavar="DAY", help="Judge waivers on this day instead of today (YYYY-MM-DD).")
SELECT = click.option("--select", multiple=True, metavar="RULE", help="Run only this rule; may be given again.")
IGNORE = click.option("--ignore", multiple=True, metavar="RULE", help="Leave this rule out; may be given again.")


def today() -> str:
    """Return the day of today (ISO 8601)."""
    return date.today().isoformat()
