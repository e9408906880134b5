"""The commands that bring a reference in, look things up in it and keep its files tidy."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from corrigenda.cli.errors import say_sentences
from corrigenda.cli.options import today
from corrigenda.collections import FORMS
from corrigenda.errors import SetupError
from corrigenda.values.wording import visible


@click.command()
@click.argument("package", default=".", type=click.Path(path_type=Path))
@click.option("--check", "only_check", is_flag=True, help="Change nothing; exit 1 where something would be changed.")
@say_sentences
def tidy(package: Path, only_check: bool) -> None:
    """Mend what spreadsheets do to CSV files: encoding, line ends, separators, TRUE and FALSE, order, blanks.

    Each change is printed. No cell changes its meaning: a date or a number that a spreadsheet has changed is named, its file
    is left as it is, and the exit code is 1.
    """
    from corrigenda.tasks.checking.tidy import tidy_package

    run = tidy_package(package, only_check=only_check)
    for change in run.changes:
        click.echo(visible(change))
    for problem in run.problems:
        click.echo(visible(str(problem)), err=True)
    if not run.changes and not run.problems:
        click.echo("All files are tidy.")
    sys.exit(int(bool(run.problems) or (only_check and bool(run.changes))))


@click.command("import")
@click.argument("form", type=click.Choice((*FORMS, "xlsx")))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", "target", default=".", type=click.Path(path_type=Path), metavar="PACKAGE", help="The package; made if new.")
@click.option("--as-of", metavar="DAY", help="The day of the file: what comes after it is undecided (YYYY-MM-DD).")
@click.option("--source", metavar="ID", help="The key of the source; default the name of the file.")
@click.option("--title", help="What the source is called.")
@click.option("--licence", help="The licence of the file, such as CC0-1.0.")
@click.option("--url", help="Where the file comes from.")
@click.option("--language", default="en", show_default=True, help="The language of names and titles (BCP 47).")
@click.option("--open", "is_open", is_flag=True, help="In a table, an empty end means: in office on the day of the file.")
@click.option("--check", "only_check", is_flag=True, help="With xlsx: show what would change, and write nothing.")
@say_sentences
def import_(form: str, file: Path, target: Path, is_open: bool, only_check: bool, **options: str | None) -> None:
    """Read FILE of a public collection into the reference of a package (needs corrigenda[import]).

    FORM is table (a CSV with named columns, or a result of the Wikidata query service), followthemoney (OpenSanctions),
    congress (congress-legislators) or popolo; xlsx takes back what 'corrigenda export xlsx' wrote. A second import of a newer
    file is an update. What was read, what was lost and why is printed; a broken file writes nothing.
    """
    if form == "xlsx":
        from corrigenda.report.diff import render_change
        from corrigenda.tasks.reference.take_back import take_back

        change = take_back(file, target, only_check=only_check)
        click.echo(render_change(change) if change else "Nothing differs from the package.")
        return
    if only_check:
        raise SetupError("--check goes with xlsx; for another form import into a copy and run 'corrigenda diff'.")
    from corrigenda.tasks.reference.collect import describe, import_collection

    for sentence in describe(import_collection(form, file, target, today=today(), is_open=is_open, **options)):  # type: ignore[arg-type]
        click.echo(visible(sentence))


@click.command()
@click.argument("words")
@click.option(
    "--at", "day", metavar="DAY", help="Only terms that hold on this day, surely or perhaps (EDTF, such as 2025-05-01 or 2025-05)."
)
@click.option("--known", default=".", type=click.Path(path_type=Path), metavar="PACKAGE", help="The package with the reference.")
@click.option("--most", default=10, show_default=True, type=click.IntRange(1, 1000), help="How many people and offices to show.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print.")
@say_sentences
def find(words: str, day: str | None, known: Path, most: int, format_: str) -> None:
    """Find people, offices and their terms in the reference by WORDS, in any spelling.

    Accents, scripts and word order do not matter; where no name fits, near spellings are shown. Exit 1 where nothing is found.
    """
    from corrigenda.tasks.reference.find import find as look_up
    from corrigenda.tasks.reference.find import render_matches

    matches = look_up(words, known, day=day, most=most)
    text = render_matches(words, matches, format_, day)
    click.echo(text if format_ == "json" else "\n".join(map(visible, text.split("\n"))))
    sys.exit(int(not matches))
