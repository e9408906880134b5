"""The commands of the other judges: structure, rows and update, one library each."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from corrigenda.cli.errors import say_sentences
from corrigenda.cli.options import PACKAGE
from corrigenda.values.wording import count, name_data, visible


@click.command()
@PACKAGE
@say_sentences
def structure(package: Path) -> None:
    """Check every file, key and type of a package with frictionless (needs corrigenda[structure])."""
    from corrigenda.adapters.validators.frictionless import judge_profile, judge_structure
    from corrigenda.package.package import open_package

    opened = open_package(package)
    problems = judge_profile(opened) + judge_structure(opened)
    _report(problems, f"frictionless: {len(opened.tables)} tables fit their schemas, and the descriptor is a Data Package 2.0", 2)


@click.command()
@PACKAGE
@say_sentences
def rows(package: Path) -> None:
    """Check with pandera whether each row makes sense by itself (needs corrigenda[rows])."""
    from corrigenda.adapters.validators.pandera import judge_rows
    from corrigenda.package.package import open_package

    opened = open_package(package)
    _report(judge_rows(opened), f"pandera: the rows of {len(opened.tables)} tables make sense by themselves", 2)


@click.command()
@PACKAGE
@click.option("--docs", default="build/data-docs", type=click.Path(path_type=Path), show_default=True, help="Where Data Docs are written.")
@click.option("--accept", is_flag=True, help="Make the package as it is the state that the next update is compared with.")
@say_sentences
def update(package: Path, docs: Path, accept: bool) -> None:
    """Compare an update with the last release, with Great Expectations (needs corrigenda[update])."""
    from corrigenda.package.package import open_package
    from corrigenda.package.storage.files import own_file
    from corrigenda.package.storage.journal import holding, write_together
    from corrigenda.release.profile import profile, render_profile
    from corrigenda.tasks.publishing.release import PROFILE, judge_changelog

    if accept:
        with holding(package):
            opened = open_package(package)
            write_together(opened.root, {PROFILE: render_profile(profile(opened))})
        click.echo(f"{opened.root / PROFILE} is the profile of {name_data(opened.name, opened.version)}")
        return
    opened = open_package(package)
    last = own_file(opened.root, PROFILE)
    from corrigenda.adapters.validators.great_expectations import run_update
    from corrigenda.release.release_profile import judge_version, read_profile

    released = read_profile(last)
    judged = run_update(opened, last, own_file(opened.root, "bounds.toml"), docs)
    problems = (*judge_version(opened, released), *judge_changelog(opened, released), *judged.problems)
    _report(problems, f"Great Expectations: {judged.evaluated} expectations about the update are met; Data Docs: {judged.page}", 1)


def _report(problems: tuple[object, ...], fine: str, code: int) -> None:
    """Print the problems, or that all is well; exit with the code where there are any."""
    for problem in problems:
        click.echo(visible(str(problem)))
    click.echo(count(len(problems), "problem") if problems else fine)
    sys.exit(code if problems else 0)
