"""The commands of a release: diff, version and release."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corrigenda.cli.errors import say_sentences
from corrigenda.cli.options import PACKAGE, today
from corrigenda.errors import SetupError
from corrigenda.values.wording import visible

if TYPE_CHECKING:
    from corrigenda.package.package import Package


@click.command()
@click.argument("old")
@click.argument("new", default=".")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True, help="How to print."
)
@click.option("--exit-code", is_flag=True, help="Exit 1 if the two differ.")
@click.option("--all", "show_all", is_flag=True, help="Show all rows and cells; JSON always has them.")
@say_sentences
def diff(old: str, new: str, format_: str, exit_code: bool, show_all: bool) -> None:
    """Compare two states of a package: rows, cells, schemas, findings and why.

    OLD and NEW are folders, archives (.zip, .tar.gz) or git revisions of the current folder; NEW is the current folder by
    default. Exit 1 if a key is gone without being retired, or a retired one is used again.
    """
    from corrigenda.release.diff import diff as compare
    from corrigenda.report.diff import render_change

    with ExitStack() as stack:
        change = compare(_open(stack, old), _open(stack, new))
    click.echo(render_change(change, format_, most=None if show_all else 20))
    sys.exit(int(bool(change.problems) or (exit_code and bool(change))))


def _open(stack: ExitStack, state: str) -> Package:
    """Open a state; what is wrong with it begins with its name."""
    from corrigenda.package.source import open_state

    try:
        return stack.enter_context(open_state(state))
    except SetupError as error:
        raise SetupError(*(one if one.startswith(state) else f"{state}: {one}" for one in error.sentences)) from None


@click.command()
@PACKAGE
@say_sentences
def version(package: Path) -> None:
    """Compute the version that the changes since the last release (data/baseline.json) need. Exit 1 if the declared one is lower."""
    from corrigenda.package.package import open_package
    from corrigenda.package.storage.files import own_file
    from corrigenda.release.release_profile import need_since, read_profile
    from corrigenda.release.version import is_enough

    opened = open_package(package)
    released = read_profile(own_file(opened.root, "data/baseline.json"))
    need = need_since(opened, released)
    states = f"data released as {released['version']}, declared {opened.version}, needed {need.version}"
    click.echo(visible(f"{opened.name}: {states} ({need.level.name.lower()})"))
    click.echo(visible(need.reason))
    sys.exit(int(not is_enough(opened.version, need)))


@click.command()
@PACKAGE
@click.option(
    "-o",
    "--output",
    default="build/release",
    type=click.Path(path_type=Path),
    show_default=True,
    metavar="DIR",
    help="The folder that it goes into.",
)
@click.option(
    "--sbom",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Put a list of what the program is made of (CycloneDX, in JSON) into the release; nox -s release does.",
)
@say_sentences
def release(package: Path, output: Path, sbom: Path | None) -> None:
    """Write a release: NAME-data-VERSION and NAME-data-VERSION.zip with CSV, schemas, SQLite, Parquet, descriptions and checksums.

    The data section of CHANGELOG.md, CITATION.cff, .zenodo.json and data/baseline.json follow. SOURCE_DATE_EPOCH fixes the
    day. Exit 1 where data/found is stale, the version is too low, or a key is lost.
    """
    from corrigenda.tasks.publishing.release import make_release

    made = make_release(package, output, today(), _epoch(), sbom)
    for problem in made.problems:
        click.echo(visible(problem), err=True)
    click.echo("Nothing was released." if made.problems else f"{made.folder}: {made.files} files; {made.archive}")
    if not made.problems:
        # A tag of the program begins with v.
        click.echo(visible(f"Commit what changed, then: git tag {made.tag}"))
    sys.exit(int(bool(made.problems)))


def _epoch() -> int | None:
    """Read SOURCE_DATE_EPOCH, by which builds fix their time."""
    text = os.environ.get("SOURCE_DATE_EPOCH")
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and int(text) < 253_402_300_800):
        raise SetupError(f"SOURCE_DATE_EPOCH is '{text}'; expected seconds since 1970 as a whole number")
    return int(text)
