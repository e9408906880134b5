"""The commands of a release: diff, version and release."""

from __future__ import annotations

import sys

import click

from corrigenda.cli_errors import say_sentences


@click.command()
@click.argument("old")
@click.argument("new", default=".")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True, help="How to print."
)
@click.option("--exit-code", is_flag=True, help="Exit 1 where the two differ.")
@click.option("--all", "show_all", is_flag=True, help="Show all rows and cells; JSON always has them.")
@say_sentences
def diff(old: str, new: str, format_: str, exit_code: bool, show_all: bool) -> None:
    """Compare two states of a package: rows, cells, schemas, findings and why.

    OLD and NEW are folders, archives (.zip, .tar.gz) or git revisions of the current folder; NEW is the current folder by
    default. Exit 1 where a key is gone without being retired, or a retired one is used again.
    """
    from corrigenda.difference import diff as compare
    from corrigenda.origin import open_state
    from corrigenda.report.change import render_change

    with open_state(old) as before, open_state(new) as after:
        change = compare(before, after)
    click.echo(render_change(change, format_, most=None if show_all else 20))
    sys.exit(bool(change.problems) or (exit_code and bool(change)))
