"""What commands share, and the only place that reads the clock, so that everything else is given the day."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from corrigenda.errors import SetupError
from corrigenda.report import FORMATS

# `tasks.checking.check` counts them; it loads an engine, which the start of a command must not.
SEVERITIES = ("error", "warning", "note")
COLOURS = ("auto", "always", "never")
FAIL_ON = ("certain", "possible", "new-certain", "new-possible", "never")
PACKAGE = click.argument("package", default=".", type=click.Path(path_type=Path))
IN_PACKAGE = click.option("--package", default=".", type=click.Path(path_type=Path), help="The package; default the current folder.")
KNOWN = click.option(
    "--known", type=click.Path(path_type=Path), metavar="PACKAGE", help="Take the reference (data/known) from another data package."
)
TEXT = click.option("--text", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The text of the article.")
NOTES = click.option(
    "--notes",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A story's own list (CSV) of names, titles and figures, used together with the reference.",
)
HOUSE = click.option("--rules", "house", type=click.Path(path_type=Path), metavar="DIR", help="Run the house rules of a folder as well.")
AS_OF = click.option("--as-of", metavar="DAY", help="Judge waivers on this day instead of today (YYYY-MM-DD).")


def _demand_one_each(_: click.Context, __: click.Parameter, also: tuple[tuple[str, Path], ...]) -> tuple[tuple[str, Path], ...]:
    """Refuse two outputs to one file, of which only the last would be left; a device takes both."""
    # A path that the system finds too long, or may not look at, is refused where it is written.
    files = [os.path.realpath(file) for _, file in also if os.path.isfile(file) or not os.path.exists(file)]  # noqa: PTH110, PTH113
    twice = next((str(file) for _, file in also if files.count(os.path.realpath(file)) > 1), None)
    if twice is not None:
        raise click.BadParameter(f"{twice} is to be written twice; expected a file for each format.")
    return also


ALSO = click.option(
    "--also",
    multiple=True,
    callback=_demand_one_each,
    nargs=2,
    type=(click.Choice(FORMATS), click.Path(path_type=Path)),
    metavar="FORMAT FILE",
    help="Write the same in another format into a file as well.",
)


def _complete_rule(_: click.Context, __: click.Parameter, typed: str) -> list[str]:
    """Return the names of rules that begin with what is typed, for the completion of a shell."""
    from corrigenda.package.storage.files import program_folder

    return sorted(file.stem for file in program_folder("rules").rglob("*.sql") if file.stem.startswith(typed))


RULE: dict[str, Any] = {"multiple": True, "metavar": "RULE", "shell_complete": _complete_rule}
SELECT = click.option("--select", **RULE, help="Run only this rule, or those of a pattern ('office-*'); may be given again.")
IGNORE = click.option("--ignore", **RULE, help="Leave this rule out, or those of a pattern; may be given again.")
SEVERITY = click.option("--severity", multiple=True, metavar="RULE=LEVEL", help="Show a rule as an error, a warning or a note.")
JOBS = click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1, 1024),
    metavar="N",
    help="Judge articles in so many processes; default: one for each core, and one alone for a small package.",
)
ENGINE = click.option(
    "--engine",
    type=click.Choice(["local", "spark"]),
    default="local",
    show_default=True,
    help="Where articles are judged: here, or on Apache Spark, which reads PACKAGE from a folder of Parquet files as well.",
)
RESULTS = click.option(
    "--results", metavar="PLACE", help="With --engine spark: write what was found as Parquet into a folder or an address."
)
NO_CACHE = click.option(
    "--no-cache", is_flag=True, envvar="CORRIGENDA_NO_CACHE", help="Judge every article again, whatever was found of it before."
)
QUIET = click.option("--quiet", "-q", is_flag=True, help="Print the findings and nothing else.")


def read_size(_: click.Context, parameter: click.Parameter, text: str) -> int:
    """Read a size of memory in bytes; raises BadParameter for what is none, or too little for any article.

    >>> read_size(None, None, "2G"), read_size(None, None, "750M")
    (2000000000, 750000000)
    """
    number, unit = text[:-1], text[-1:].upper()
    size = int(number) * _UNITS[unit] if number.isdecimal() and unit in _UNITS else 0
    if size < _LEAST:
        raise click.BadParameter(f"'{text}' is no size; expected 300M or more, such as 750M or 2G", param=parameter)
    return size


_UNITS, _LEAST = {"M": 1_000_000, "G": 1_000_000_000}, 300_000_000
MEMORY = click.option(
    "--memory",
    default="1G",
    show_default=True,
    metavar="SIZE",
    callback=read_size,
    help="How much memory a process that judges articles may need.",
)


def read_levels(pairs: Sequence[str]) -> dict[str, str]:
    """Read the pairs of --severity; raises SetupError for one that is none.

    >>> read_levels(["office-*=note"])
    {'office-*': 'note'}
    """
    levels = dict(pair.split("=", 1) for pair in pairs if "=" in pair)
    wrong = [pair for pair in pairs if pair.partition("=")[2] not in SEVERITIES]
    if wrong:
        raise SetupError(f"--severity is '{wrong[0]}'; expected a rule and a level, such as office-*=note ({', '.join(SEVERITIES)})")
    return levels


def is_given(context: click.Context, name: str) -> bool:
    """Tell whether an option was given on the command line, and not by settings or a default."""
    return context.get_parameter_source(name) is ParameterSource.COMMANDLINE


def has_colour(wish: str) -> bool | None:
    """Tell whether output is coloured: always, never, or None, where that depends on whether it goes to a terminal.

    An option goes before NO_COLOR (https://no-color.org), and that before FORCE_COLOR.
    """
    if wish != "auto":
        return wish == "always"
    return False if os.environ.get("NO_COLOR") else True if os.environ.get("FORCE_COLOR") else None


def today() -> str:
    """Return the day of today (ISO 8601)."""
    return date.today().isoformat()
