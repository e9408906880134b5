"""The command that measures how reliable each rule is."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from corrigenda.cli.errors import say_sentences


@click.command()
@click.argument("package", default=".", type=click.Path(path_type=Path))
@click.option("--select", multiple=True, metavar="RULE", help="Measure only this rule; may be given again.")
@click.option("--worlds", type=click.IntRange(1, 100_000), help="How many consistent worlds to draw.")
@click.option("--planted", type=click.IntRange(1, 100_000), help="How often to plant each fault at most.")
@click.option("--faults", is_flag=True, help="Show each kind of fault as well.")
@click.option("--write", is_flag=True, help="Write data/found/reliability.csv.")
@say_sentences
def measure(package: Path, select: tuple[str, ...], worlds: int | None, planted: int | None, faults: bool, write: bool) -> None:
    """Plant known faults in consistent worlds and count what each rule says of them; it takes some minutes."""
    from corrigenda.checking.catalogue import catalogue
    from corrigenda.checking.measured import write_reliability
    from corrigenda.errors import SetupError
    from corrigenda.measure import bench
    from corrigenda.package.package import open_package
    from corrigenda.report.scores import render_measured

    if write and (select or worlds or planted):
        raise SetupError("--write needs all rules and the usual numbers; leave out --select, --worlds and --planted")
    opened, rules = open_package(package), catalogue().select(select)
    if write and "reliability" not in opened.tables:
        raise SetupError("datapackage.json: there is no table 'reliability' to write to")
    bars = sys.stderr is not None and sys.stderr.isatty()
    steps = click.progressbar(length=bench.count_steps(worlds), label="measuring", file=sys.stderr, hidden=not bars)
    with steps:
        figures = bench.measure(opened, rules, worlds=worlds, planted=planted, step=lambda: steps.update(1))
    click.echo(render_measured(figures, faults))
    if write:
        for path in write_reliability(opened, figures):
            click.echo(f"wrote {path}", err=True)
