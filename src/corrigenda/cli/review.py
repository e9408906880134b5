"""The commands that review a draft: accept and reject."""

from __future__ import annotations

from pathlib import Path

import click

from corrigenda.cli.errors import say_sentences
from corrigenda.cli.options import IN_PACKAGE, KNOWN, today
from corrigenda.errors import SetupError
from corrigenda.values.wording import visible


@click.command()
@click.argument("chosen", nargs=-1, metavar="[FINDING|TABLE:KEY]...")
@click.option("--by", required=True, metavar="WHO", help="Who accepts.")
@click.option("--on", metavar="DAY", help="The day on which they accept; today by default.")
@click.option("--rest", is_flag=True, help="Accept every draft on which no finding rests.")
@click.option("--set", "new", multiple=True, metavar="FIELD=VALUE", help="Change a cell of the row first; may be given again.")
@click.option("--text", "texts", multiple=True, type=click.Path(path_type=Path), metavar="FILE", help="A changed row must fit this text.")
@IN_PACKAGE
@KNOWN
@say_sentences
def accept(
    chosen: tuple[str, ...],
    by: str,
    on: str | None,
    rest: bool,
    new: tuple[str, ...],
    texts: tuple[Path, ...],
    package: Path,
    known: Path | None,
) -> None:
    """Accept drafted rows: a row (mentions:KEY), or all drafts under a finding, named by its fingerprint.

    data/drafts.csv then says who accepted each row and when. What rests on accepted rows alone can be certain.
    """
    from corrigenda.package.files import read_text
    from corrigenda.tasks.review.choice import accept_chosen

    if not chosen and not rest:
        raise SetupError("Name a finding or a row (TABLE:KEY), or use --rest for every draft on which no finding rests.")
    read = [read_text(file) for file in texts]
    click.echo(visible(accept_chosen(package, chosen, by, on or today(), new=new, rest=rest, known=known, texts=read)))


@click.command()
@click.argument("chosen", nargs=-1, required=True, metavar="TABLE:KEY...")
@IN_PACKAGE
@KNOWN
@say_sentences
def reject(chosen: tuple[str, ...], package: Path, known: Path | None) -> None:
    """Remove drafted rows, and the drafts that point at them.

    Nothing is removed if a row that is no draft points at one of them.
    """
    from corrigenda.tasks.review.choice import reject_chosen

    click.echo(visible(reject_chosen(package, chosen, known)))
