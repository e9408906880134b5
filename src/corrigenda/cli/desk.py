"""The commands of a desk that lives with findings: waive, respond, review, rules, settle."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from corrigenda.cli.errors import clean, say_sentences
from corrigenda.cli.options import KNOWN

_PACKAGE = click.option("--package", default=".", type=click.Path(path_type=Path), help="The package; default the current folder.")


@click.command()
@click.argument("finding")
@click.option("--reason", required=True, help="Why it is accepted.")
@click.option("--by", required=True, metavar="WHO", help="Who accepts it.")
@click.option("--until", metavar="EDTF", help="Last day on which it holds; default no limit.")
@_PACKAGE
@KNOWN
@say_sentences
def waive(finding: str, reason: str, by: str, until: str | None, package: Path, known: Path | None) -> None:
    """Accept a finding, named by its fingerprint, as long as its evidence stays the same."""
    from corrigenda.tasks.desk import add_waiver

    click.echo(clean(add_waiver(package, finding, reason, by, until, known)))


@click.command()
@click.argument("finding")
@click.option("--id", "response_id", required=True, help="Readable key of the response.")
@click.option("--by", required=True, metavar="WHO", help="Who objects.")
@click.option(
    "--as", "standing", required=True, type=click.Choice(["named", "publisher", "source", "other"]), help="As what: see the table."
)
@click.option("--received", required=True, metavar="EDTF", help="The day on which it came in.")
@click.option("--statement", required=True, help="What is objected, in your own words; forty words at most.")
@click.option("--url", help="Where the full response stands.")
@_PACKAGE
@KNOWN
@say_sentences
def respond(finding: str, package: Path, known: Path | None, **cells: str | None) -> None:
    """Put an objection of somebody named in a finding, or of its publisher, beside the finding."""
    from corrigenda.tasks.desk import add_response

    click.echo(clean(add_response(package, finding, known, **cells)))


@click.command()
@click.argument("finding")
@click.option("--by", required=True, metavar="WHO", help="Who stands for it, by the name under which it is published.")
@click.option("--published", required=True, metavar="EDTF", help="The day on which the review was published.")
@click.option("--url", required=True, help="Where the review stands.")
@click.option("--summary", required=True, help="What it comes to, in your own words; forty words at most.")
@_PACKAGE
@KNOWN
@say_sentences
def review(finding: str, package: Path, known: Path | None, **cells: str | None) -> None:
    """Stand for a finding, so that it can leave as a review of a claim (export claimreview)."""
    from corrigenda.tasks.desk import add_review

    click.echo(clean(add_review(package, finding, known, **cells)))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@say_sentences
def rules(folder: Path) -> None:
    """Hold the house rules of FOLDER to their headers and to the case pages beside them."""
    from corrigenda.checking.house_rules import try_rules
    from corrigenda.values.wording import count

    trial = try_rules(folder)
    for problem in trial.problems:
        click.echo(clean(problem))
    click.echo(
        f"{count(trial.rules, 'rule')}, {count(trial.cases, 'case')}: "
        + (count(len(trial.problems), "problem") if trial.problems else "all hold")
    )
    sys.exit(1 if trial.problems else 0)


@click.command()
@click.argument("package", default=".", type=click.Path(path_type=Path))
@say_sentences
def settle(package: Path) -> None:
    """Settle the conflicts of a git merge in generated files: data/found and the hashes of datapackage.json."""
    from corrigenda.tasks.merge import settle as settle_conflicts

    for sentence in settle_conflicts(package):
        click.echo(clean(sentence))
