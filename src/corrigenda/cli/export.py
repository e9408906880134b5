"""The command that hands a package to other tools."""

from __future__ import annotations

from pathlib import Path

import click

from corrigenda.adapters import FORMS
from corrigenda.cli.errors import say_sentences
from corrigenda.cli.options import AS_OF, KNOWN, PACKAGE, today
from corrigenda.values.wording import visible


@click.command()
@click.argument("form", type=click.Choice(list(FORMS)))
@PACKAGE
@click.option("--output", "-o", required=True, type=click.Path(path_type=Path), help="The file to write; a folder for parquet.")
@AS_OF
@KNOWN
@say_sentences
def export(form: str, package: Path, output: Path, as_of: str | None, known: Path | None) -> None:
    """Write a package in the form FORM for another tool: its tables, or its findings as reviews or annotations."""
    from corrigenda.tasks.export import export as write

    for note in write(package, form, output, as_of=as_of or today(), known=known):
        click.echo(visible(note), err=True)
    click.echo(str(output))
