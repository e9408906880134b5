"""The command that measures how reliable each rule is."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from corrigenda.cli.errors import say_sentences
from corrigenda.cli.options import PACKAGE


@click.command()
@PACKAGE
@click.option("--select", multiple=True, metavar="RULE", help="Measure only this rule; may be given again.")
@click.option("--worlds", type=click.IntRange(1, 100_000), help="How many consistent synthetic articles to draw.")
@click.option("--planted", type=click.IntRange(1, 100_000), help="How often to inject each error at most.")
@click.option("--faults", is_flag=True, help="Show each kind of error as well.")
@click.option("--write", is_flag=True, help="Write data/found/reliability.csv.")
@say_sentences
def measure(package: Path, select: tuple[str, ...], worlds: int | None, planted: int | None, faults: bool, write: bool) -> None:
    """Inject known errors into consistent synthetic articles; report recall and false alarms per rule. This takes some minutes."""
    from corrigenda.errors import SetupError
    from corrigenda.measure.bench import count_steps
    from corrigenda.report.scores import render_measured
    from corrigenda.tasks.measure import measure_rules

    if write and (select or worlds or planted):
        raise SetupError("--write needs all rules and the usual numbers; leave out --select, --worlds and --planted")
    bars = sys.stderr is not None and sys.stderr.isatty()
    with click.progressbar(length=count_steps(worlds), label="measuring", file=sys.stderr, hidden=not bars) as steps:
        figures, written = measure_rules(package, select, worlds=worlds, planted=planted, write=write, step=lambda: steps.update(1))
    click.echo(render_measured(figures, faults))
    for path in written:
        click.echo(f"wrote {path}", err=True)
