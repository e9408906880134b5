"""The commands of authoring: locate and new."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from corrigenda.cli.errors import say_sentences
from corrigenda.cli.options import IN_PACKAGE, KNOWN, TEXT
from corrigenda.cli.output import say_next
from corrigenda.values.wording import count, visible


@click.command()
@click.argument("table")
@TEXT
@IN_PACKAGE
@KNOWN
@say_sentences
def locate(table: str, text: Path, package: Path, known: Path | None) -> None:
    """Fill passage_id, start and end of the rows of TABLE from their printed words.

    The words may be in a working column 'find': exact words, 'first words … last words' for a
    longer stretch, and [words in brackets] that only show where. A quotation of more than
    eight words needs it, as no cell has its words.
    """
    from corrigenda.package.package import open_package
    from corrigenda.package.storage.files import read_text
    from corrigenda.tasks.editing.authoring import locate as locate_rows

    located = locate_rows(open_package(package, known), table, read_text(text))
    click.echo(
        f"{table}: {count(located.filled, 'row')} filled, {located.already} had their span already, {len(located.unsettled)} not settled"
    )
    for sentence in located.unsettled:
        click.echo(visible(sentence), err=True)
    sys.exit(1 if located.unsettled else 0)


@click.group()
def new() -> None:
    """Start an article, a rule or a package."""


@new.command("article")
@TEXT
@click.option("--id", "article_id", help="Readable key; default the name of the file.")
@IN_PACKAGE
@KNOWN
@click.option("--title", help="The title that the article prints.")
@click.option("--publisher", help="Who published it.")
@click.option("--published", metavar="EDTF", help="The day of publication, as printed.")
@click.option("--language", default="en", show_default=True, help="BCP 47 tag.")
@click.option("--url", help="Where it can be found.")
@say_sentences
def new_article(text: Path, article_id: str | None, package: Path, known: Path | None, **printed: str | None) -> None:
    """Add an article: its digest, its passages with theirs, and the event of its writing."""
    from corrigenda.package.package import open_package
    from corrigenda.package.storage.files import read_text
    from corrigenda.tasks.editing.authoring import new_article as add

    key = article_id or text.stem.lower()
    made = add(open_package(package, known), key, read_text(text), **printed)
    click.echo(f"{key}: {count(made, 'passage')}, and the event {key}/writing")
    own = f" --known {known}" if known else ""
    say_next(
        (f"write its claims into {package / 'data' / 'said' / 'claims.csv'}", "with the printed words in a last column 'find'"),
        (f"corrigenda locate claims --text {text} --package {package}{own}", "find where those words are; then events, dates, mentions"),
        (f"corrigenda check {package} --text {text}{own}", "prove each row by the text, and see what does not fit"),
        (f"corrigenda draft --text {text}{own}", "or have all rows drafted in a package of their own"),
    )


@new.command("rule")
@click.argument("name")
@click.option("--topic", help="The topic of one of the program's own rules: the folder that it goes into. House rules have none.")
@click.option("--rules", default="src/corrigenda/rules", type=click.Path(path_type=Path), show_default=True, help="The folder of rules.")
@say_sentences
def new_rule(name: str, topic: str | None, rules: Path) -> None:
    """Write the skeleton of a rule and of its case page, side by side."""
    from corrigenda import __version__
    from corrigenda.package.scaffold import new_rule as add

    for file in add(name, rules, topic, __version__):
        click.echo(str(file))
    if topic:
        say_next(
            (f"nox -s long -- tests/checking/test_case_pages.py -k {name}", "run its cases; CONTRIBUTING.md has the other steps"),
            (f"corrigenda explain {name}", "read its page"),
        )
    else:
        say_next(
            (f"corrigenda rules {rules}", "test the rules against their headers and cases"),
            (f"corrigenda check --rules {rules}", "run them with the program's own"),
        )


@new.command("package")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--for", "purpose", type=click.Choice(["articles", "reference"]), help="articles: no reference of its own, for use with --known."
)
@click.option("--empty", is_flag=True, help="Leave out the starter: the states of the world, verbs of saying, signs of currencies.")
@say_sentences
def new_package(folder: Path, purpose: str | None, empty: bool) -> None:
    """Make a valid package without an article in a new folder.

    Its reference begins with kinds of events, phrases, the states of the world with their adjectives and short forms, verbs of
    saying and signs of currencies.
    """
    from corrigenda.package.scaffold import new_package as make

    made = make(folder, starter=not empty, articles=purpose == "articles")
    own = [table for table in made.tables.values() if purpose != "articles" or table.layer != "known"]
    click.echo(f"{folder}: {len(own)} tables")
    if purpose == "articles":
        click.echo(f"It has no reference of its own: run 'corrigenda check {folder} --known PACKAGE'.")
    known = " --known PACKAGE" if purpose == "articles" else ""
    steps = [
        (f"corrigenda draft --text FILE --into {folder}{known}", "the rows of an article, from its text (needs corrigenda[author])"),
        (f"corrigenda new article --text FILE --package {folder}{known}", "or its passages alone, to write the rows yourself"),
        (f"corrigenda check {folder}{known}", "what cannot all be true"),
    ]
    if not known:
        steps.insert(0, (f"corrigenda import table FILE -o {folder}", "people, offices and terms (needs corrigenda[import])"))
    say_next(*steps)
