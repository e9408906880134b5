"""The commands that review a draft: accept, reject and review-draft."""

from __future__ import annotations

from pathlib import Path

import click

from corrigenda.cli.errors import say_sentences
from corrigenda.cli.options import IN_PACKAGE, KNOWN, PACKAGE, TEXT, today
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
    from corrigenda.package.storage.files import read_text
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


@click.command("review-draft")
@PACKAGE
@TEXT
@click.option("--by", required=True, metavar="WHO", help="Who decides.")
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="The port on this machine; any free one by default.")
@KNOWN
@say_sentences
def review_draft(package: Path, text: Path, by: str, port: int, known: Path | None) -> None:
    """Open a page on this machine to review a draft, finding by finding (needs corrigenda[review]).

    The page shows the text with its drafted words, and each finding with the few rows under it, to accept, change or reject.
    Every decision is written at once. Stop with Ctrl+C.
    """
    import threading

    from corrigenda.package.storage.files import read_text
    from corrigenda.tasks.review.server import serve_review

    def say(line: str) -> None:
        click.echo(line, err=True)

    with serve_review(package, read_text(text), by, today, say, known=known, port=port) as link:
        click.echo(f"Open this link in a browser: {link}")
        say("It works once, on this machine alone. Every decision is written at once. Stop with Ctrl+C.")
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            say("Stopped. What you decided is in the package.")
