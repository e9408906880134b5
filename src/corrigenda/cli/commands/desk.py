"""The commands of a desk that lives with findings: waive, respond, review."""

from __future__ import annotations

from pathlib import Path

import click

from corrigenda.cli.errors import say_sentences
from corrigenda.cli.options import IN_PACKAGE, KNOWN
from corrigenda.values.wording import visible


@click.command()
@click.argument("finding")
@click.option("--reason", required=True, help="Why it is accepted.")
@click.option("--by", required=True, metavar="WHO", help="Who accepts it.")
@click.option("--until", metavar="EDTF", help="The last day on which it is valid; no limit by default.")
@click.option("--base", metavar="STATE", help="For a finding about a change (gate): the state before the change.")
@IN_PACKAGE
@KNOWN
@say_sentences
def waive(finding: str, reason: str, by: str, until: str | None, base: str | None, package: Path, known: Path | None) -> None:
    """Accept a finding, named by its fingerprint, for as long as its evidence is the same."""
    from corrigenda.tasks.editing.desk import add_waiver

    click.echo(visible(add_waiver(package, finding, reason, by, until, known, base)))


@click.command()
@click.argument("finding")
@click.option("--id", "response_id", required=True, help="Readable key of the response.")
@click.option("--by", required=True, metavar="WHO", help="Who objects.")
@click.option(
    "--as",
    "standing",
    required=True,
    type=click.Choice(["named", "publisher", "source", "other"]),
    help="In what role the person objects; docs/desk.md explains each.",
)
@click.option("--received", required=True, metavar="EDTF", help="The day on which it came in.")
@click.option("--statement", required=True, help="The objection, in your own words; forty words at most.")
@click.option("--url", help="Where the full response can be found.")
@IN_PACKAGE
@KNOWN
@say_sentences
def respond(finding: str, package: Path, known: Path | None, **cells: str | None) -> None:
    """Record an objection to a finding by somebody named in it or by its publisher."""
    from corrigenda.tasks.editing.desk import add_response

    click.echo(visible(add_response(package, finding, known, **cells)))


@click.command()
@click.argument("finding")
@click.option("--by", required=True, metavar="WHO", help="Who publishes it, by the name under which it is published.")
@click.option("--published", required=True, metavar="EDTF", help="The day on which the review was published.")
@click.option("--url", required=True, help="Where the review can be found.")
@click.option("--summary", required=True, help="Its conclusion, in your own words; forty words at most.")
@IN_PACKAGE
@KNOWN
@say_sentences
def review(finding: str, package: Path, known: Path | None, **cells: str | None) -> None:
    """Put your name to a finding, so that it can be exported as a review of a claim (export claimreview)."""
    from corrigenda.tasks.editing.desk import add_review

    click.echo(visible(add_review(package, finding, known, **cells)))
