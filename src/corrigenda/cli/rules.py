"""The commands about rules: explain one, try those of a house."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from corrigenda.cli.errors import say_sentences
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
