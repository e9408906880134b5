"""The commands about rules: explain one, try those of a house, measure how reliable each is."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from corrigenda.cli.errors import say_sentences
from corrigenda.cli.options import PACKAGE
from corrigenda.values.wording import visible


@click.command()
@click.argument("rule", required=False)
@click.option("--rules", "house", type=click.Path(path_type=Path), metavar="DIR", help="Explain the house rules of a folder as well.")
@say_sentences
def explain(rule: str | None, house: Path | None) -> None:
    """Explain a rule: why it happens, what is judged, how to settle it, examples, reliability. Without a name, list all rules."""
    from corrigenda.report.rule_page import render_list, render_rule
    from corrigenda.tasks.explain import explain as explain_rule
    from corrigenda.tasks.explain import known_rules

    click.echo(render_rule(explain_rule(rule, house)) if rule else render_list(known_rules(house)))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@say_sentences
def rules(folder: Path) -> None:
    """Test the house rules in FOLDER against their headers and case pages."""
    from corrigenda.checking.house_rules import try_rules
    from corrigenda.values.wording import count

    trial = try_rules(folder)
    for problem in trial.problems:
        click.echo(visible(problem))
    click.echo(
        f"{count(trial.rules, 'rule')}, {count(trial.cases, 'case')}: "
        + (count(len(trial.problems), "problem") if trial.problems else "all hold")
    )
    sys.exit(1 if trial.problems else 0)


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
