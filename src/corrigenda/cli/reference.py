"""The commands that bring a reference in, look things up in it and keep its files tidy."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from corrigenda.cli.errors import clean, say_sentences


@click.command()
@click.argument("package", default=".", type=click.Path(path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 where something would be changed.")
@say_sentences
def tidy(package: Path, only_check: bool) -> None:
    """Mend what spreadsheets do to CSV files: encoding, line ends, separators, TRUE and FALSE, order, blanks.

    Each change is printed. No cell changes its meaning: a date or a number that a spreadsheet has changed is named, its file
    is left as it is, and the exit code is 1.
    """
    from corrigenda.tasks.tidy import tidy_package

    run = tidy_package(package, only_check=only_check)
    for change in run.changes:
        click.echo(clean(change))
    for problem in run.problems:
        click.echo(clean(str(problem)), err=True)
    if not run.changes and not run.problems:
        click.echo("All files are tidy.")
    sys.exit(int(bool(run.problems) or (only_check and bool(run.changes))))
