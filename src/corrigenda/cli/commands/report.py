"""The commands that hand results on: a report for people, an export for other tools."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from corrigenda.adapters import FORMS
from corrigenda.cli.errors import say_sentences
from corrigenda.cli.options import AS_OF, HOUSE, IGNORE, KNOWN, NOTES, PACKAGE, SELECT, SEVERITY, is_given, read_levels, today
from corrigenda.errors import SetupError
from corrigenda.values.wording import count, visible


@click.command()
@PACKAGE
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Write index.html and report.md there, a page for each of many articles, or page.json of one.",
)
@click.option("--single-file", type=click.Path(path_type=Path), metavar="FILE", help="Write the page alone.")
@click.option("--format", "format_", type=click.Choice(["markdown", "json"]), help="Print the same content instead of writing a page.")
@click.option(
    "--text",
    "texts",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Show your own copy of the text; it is verified first.",
)
@click.option(
    "--from", "stored", type=click.Path(path_type=Path), metavar="FILE", help="Render a stored page.json without reading a package."
)
@SELECT
@IGNORE
@KNOWN
@NOTES
@HOUSE
@AS_OF
@SEVERITY
@click.pass_context
@say_sentences
def report(
    context: click.Context,
    package: Path,
    output: Path | None,
    single_file: Path | None,
    format_: str | None,
    texts: tuple[Path, ...],
    stored: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    known: Path | None,
    notes: Path | None,
    house: Path | None,
    as_of: str | None,
    severity: tuple[str, ...],
) -> None:
    """Make a page for people: what was found, where, and how much was judged (needs corrigenda[report])."""
    from corrigenda.package.storage.files import read_text
    from corrigenda.report.page.model import read_page
    from corrigenda.report.page.render import render_page
    from corrigenda.tasks.page import make_page, write_report

    if [output, single_file, format_].count(None) != 2:
        raise SetupError("say where the report goes: -o DIR, --single-file FILE or --format")
    if stored and any(is_given(context, name) for name in ("texts", "select", "ignore", "known", "notes", "house", "as_of", "severity")):
        raise SetupError("--from renders a stored page; leave out the options about a run")
    if stored:
        page = read_page(read_text(stored))
    else:
        page = make_page(
            package,
            select=select,
            ignore=ignore,
            severity=read_levels(severity),
            as_of=as_of or today(),
            texts=[read_text(f) for f in texts],
            known=known,
            notes=notes,
            house=house,
            targets=[single_file] if single_file else [],
        )
    if any(passage.text is not None for article in page.articles for passage in article.passages):
        click.echo("the page holds the text of an article, and somebody owns its copyright: do not publish it", err=True)
    if format_:
        click.echo(render_page(page, format_), nl=False)
        return
    written = write_report(page, output, single_file)
    shown = written if len(page.articles) < 2 else written[:1]
    for file in shown:
        click.echo(visible(str(file)))
    if len(written) > len(shown):
        click.echo(f"This is the front page; {count(len(written) - len(shown), 'more file')} belong to it.", err=True)


@click.command()
@click.argument("form", type=click.Choice(list(FORMS)))
@PACKAGE
@click.option(
    "--output", "-o", required=True, type=click.Path(path_type=Path), help="The file to write; a folder for parquet and datasette."
)
@AS_OF
@KNOWN
@say_sentences
def export(form: str, package: Path, output: Path, as_of: str | None, known: Path | None) -> None:
    """Write a package in the form FORM for another tool: its tables, or its findings as reviews or annotations.

    Exit 1 where a limit left a view out of what was written.
    """
    from corrigenda.tasks.publishing.export import export as write

    written = write(package, form, output, as_of=as_of or today(), known=known)
    for note in written.notes:
        click.echo(visible(note), err=True)
    click.echo(str(output))
    sys.exit(int(not written.is_whole))
