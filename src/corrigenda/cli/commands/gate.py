"""The command that judges an update: what it changes, and whether that may be let in."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from corrigenda.cli.errors import say_sentences
from corrigenda.cli.options import ALSO, AS_OF, FAIL_ON, HOUSE, KNOWN, PACKAGE, QUIET, today
from corrigenda.cli.output import print_broken, print_report
from corrigenda.errors import SetupError
from corrigenda.report import FORMATS
from corrigenda.values.wording import visible


@click.command()
@PACKAGE
@click.option("--base", metavar="STATE", help="What it is compared with: a git revision, a folder or an archive.")
@click.option(
    "--fail-on", type=click.Choice(FAIL_ON), default="new-certain", show_default=True, help="Exit 1 on such a finding about an article."
)
@click.option("--locked/--no-locked", default=True, show_default=True, help="Exit 1 if data/found differs from this run.")
@click.option(
    "--docs", type=click.Path(path_type=Path), metavar="DIR", help="Have Great Expectations judge the update, and write its pages there."
)
@click.option("--files-at", metavar="URL", default="", help="The address of the repository's files at this commit, for links.")
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="How to print it.")
@ALSO
@AS_OF
@KNOWN
@HOUSE
@QUIET
@say_sentences
def gate(
    package: Path,
    base: str | None,
    fail_on: str,
    locked: bool,
    docs: Path | None,
    files_at: str,
    format_: str,
    also: tuple[tuple[str, Path], ...],
    as_of: str | None,
    known: Path | None,
    house: Path | None,
    quiet: bool,
) -> None:
    """Judge an update of a package: what it changes, which findings come and go by that, and whether it may be let in.

    Findings that went because the reference changed come first, and fail until a waiver accepts them.
    """
    from corrigenda.tasks.publishing.gate import judge_update

    try:
        run = judge_update(
            package,
            base,
            as_of=today() if as_of is None else as_of,
            # Findings of house rules are never committed.
            locked=locked and house is None,
            known=known,
            house=house,
            targets=[file for _, file in also],
            docs=docs,
        )
    except SetupError as error:
        print_broken(error, package, format_, also, files_at)
    code = run.exit_code(fail_on)
    print_report(run.report, package, format_, also, files_at, quiet=quiet)
    for sentence in () if quiet and not code else (*run.sentences, *run.tell_failure(fail_on)):
        click.echo(visible(sentence), err=True)
    sys.exit(code)
