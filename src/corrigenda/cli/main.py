"""The command line: each command calls one public function. Only this module reads the clock."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import click

from corrigenda import __version__
from corrigenda.cli.authoring import locate, new
from corrigenda.cli.desk import respond, review, rules, settle, waive
from corrigenda.cli.errors import clean, say_sentences
from corrigenda.cli.export import export
from corrigenda.cli.measure import measure
from corrigenda.cli.options import AS_OF, HOUSE, IGNORE, KNOWN, SELECT, today
from corrigenda.cli.reference import find, import_, tidy
from corrigenda.cli.release import diff, release, version
from corrigenda.cli.report import report
from corrigenda.errors import SetupError
from corrigenda.report import FORMATS

PACKAGE = click.argument("package", default=".", type=click.Path(path_type=Path))


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="corrigenda")
def main() -> None:
    """Find what cannot all be true in what an article says.

    Exit codes: 0 fine; 1 the reference contradicts itself, the committed state is stale, or
    --fail-on is met; 2 the package or the set-up is broken and nothing may be trusted.
    """
    # A run is short and its results are plain: looking for cycles costs a tenth of it and frees next to nothing.
    gc.disable()
    # What a terminal or a file cannot show is escaped and never a reason to stop.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


main.add_command(diff)
main.add_command(export)
main.add_command(locate)
main.add_command(measure)
main.add_command(new)
main.add_command(release)
main.add_command(report)
main.add_command(respond)
main.add_command(review)
main.add_command(rules)
main.add_command(settle)
main.add_command(find)
main.add_command(import_)
main.add_command(tidy)
main.add_command(version)
main.add_command(waive)


@main.command()
@PACKAGE
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="How to print the findings.")
@SELECT
@IGNORE
@click.option(
    "--fail-on",
    type=click.Choice(["certain", "possible", "never"]),
    default="never",
    show_default=True,
    help="Exit 1 on such a finding about an article.",
)
@click.option("--locked", is_flag=True, help="Exit 1 unless data/found and all hashes are what this run gives.")
@click.option("--write", is_flag=True, help="Write data/found and the hashes.")
@click.option(
    "--text",
    "texts",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Prove every span and digest against the text of an article.",
)
@click.option(
    "--baseline",
    "earlier",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Say what is new beside an earlier state: its findings.csv, or its package.",
)
@click.option(
    "--also",
    multiple=True,
    nargs=2,
    type=(click.Choice(FORMATS), click.Path(path_type=Path)),
    metavar="FORMAT FILE",
    help="Write the same findings in another format into a file as well.",
)
@AS_OF
@KNOWN
@HOUSE
@click.option("--engine", type=click.Choice(["duckdb"]), default="duckdb", show_default=True, help="Where the rules run.")
@say_sentences
def check(
    package: Path,
    format_: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    locked: bool,
    write: bool,
    texts: tuple[Path, ...],
    earlier: Path | None,
    also: tuple[tuple[str, Path], ...],
    as_of: str | None,
    known: Path | None,
    house: Path | None,
    engine: str,
) -> None:
    """Check a package: structure, then what cannot all be true."""
    from corrigenda.package.files import read_text, write_output
    from corrigenda.tasks.check import run_check

    if write and locked:
        raise SetupError("--write and --locked exclude one another: the first makes the state that the second compares")
    if (write or locked) and (select or ignore):
        raise SetupError("--write and --locked need all rules; leave out --select and --ignore")
    if (write or locked) and house:
        raise SetupError("--write and --locked are about what the program finds by itself; leave out --rules")
    run = run_check(
        package,
        select=select,
        ignore=ignore,
        as_of=today() if as_of is None else as_of,
        locked=locked,
        write=write,
        texts=[read_text(file) for file in texts],
        known=known,
        house=house,
        earlier=earlier,
        targets=[file for _, file in also],
    )
    wide = format_ == "text" and sys.stdout is not None and sys.stdout.isatty()
    from corrigenda.report import render

    click.echo(render(run.report, format_, wide=wide))
    for name, file in also:
        write_output(file, render(run.report, name))
    for sentence in run.sentences:
        click.echo(clean(sentence), err=True)
    sys.exit(run.exit_code(fail_on))


@main.command()
@PACKAGE
@click.option("--article", metavar="ID", help="Only this article.")
@click.option(
    "--drop",
    multiple=True,
    metavar="ROW[.FIELD]",
    help="What if this was not said? A row, a field of it, or a part of a date (ROW.edtf.year).",
)
@click.option("--assume", multiple=True, metavar="ROW", help="What if this is settled? It is given up last.")
@KNOWN
@click.option("--cap", default=20, show_default=True, type=click.IntRange(1, 1000), help="How many repairs to look for.")
@click.option("--all", "show_all", is_flag=True, help="Show all clashes and repairs that were found.")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print the answers."
)
@say_sentences
def timeline(
    package: Path,
    article: str | None,
    drop: tuple[str, ...],
    assume: tuple[str, ...],
    known: Path | None,
    cap: int,
    show_all: bool,
    format_: str,
) -> None:
    """Ask the timeline of an article: what clashes jointly, which days are left, what would mend it."""
    from corrigenda.report.timeline import render_timelines
    from corrigenda.tasks.check import ask_timelines

    answers = ask_timelines(package, article, drop, assume, cap, known)
    click.echo(render_timelines(answers, format_, None if show_all else 3))


@main.command()
@PACKAGE
@say_sentences
def structure(package: Path) -> None:
    """Have frictionless judge every file, key and type of a package (needs corrigenda[structure])."""
    from corrigenda.adapters.validators.frictionless import judge_profile, judge_structure
    from corrigenda.package.package import open_package

    opened = open_package(package)
    problems = judge_profile(opened) + judge_structure(opened)
    _report(problems, f"frictionless: {len(opened.tables)} tables are what their schemas say, and the descriptor is a Data Package 2.0", 2)


@main.command()
@PACKAGE
@say_sentences
def rows(package: Path) -> None:
    """Have pandera judge whether each row is sensible by itself (needs corrigenda[rows])."""
    from corrigenda.adapters.validators.pandera import judge_rows
    from corrigenda.package.package import open_package

    opened = open_package(package)
    _report(judge_rows(opened), f"pandera: the rows of {len(opened.tables)} tables are sensible by themselves", 2)


@main.command()
@PACKAGE
@click.option("--docs", default="build/data-docs", type=click.Path(path_type=Path), show_default=True, help="Where Data Docs are written.")
@click.option("--accept", is_flag=True, help="Take the package as it is as the baseline of the next update.")
@say_sentences
def update(package: Path, docs: Path, accept: bool) -> None:
    """Have Great Expectations judge an update beside the last release (needs corrigenda[update])."""
    from corrigenda.package.package import open_package
    from corrigenda.release.profile import profile, write_baseline

    opened = open_package(package)
    baseline = opened.root / "data" / "baseline.json"
    if accept:
        write_baseline(profile(opened), baseline)
        click.echo(f"{baseline} is the profile of {opened.name} {opened.version}")
        return
    from corrigenda.adapters.validators.great_expectations import run_update
    from corrigenda.release.release_profile import judge_version, read_baseline
    from corrigenda.tasks.release import judge_changelog

    released = read_baseline(baseline)
    judged = run_update(opened, baseline, opened.root / "bounds.toml", docs)
    problems = (*judge_version(opened, released), *judge_changelog(opened, released), *judged.problems)
    _report(problems, f"Great Expectations: {judged.evaluated} expectations about the update are met; Data Docs: {judged.page}", 1)


def _report(problems: tuple[object, ...], fine: str, code: int) -> None:
    """Print the problems, or that all is well; exit with the code where there are any."""
    from corrigenda.report.page.summary import count

    for problem in problems:
        click.echo(clean(str(problem)))
    click.echo(count(len(problems), "problem") if problems else fine)
    sys.exit(code if problems else 0)


@main.command()
@click.argument("rule", required=False)
@click.option("--rules", "house", type=click.Path(path_type=Path), metavar="DIR", help="Explain the house rules of a folder as well.")
@say_sentences
def explain(rule: str | None, house: Path | None) -> None:
    """Explain a rule: why it happens, what is judged, how to settle it, examples, reliability. Without a name, list all rules."""
    from corrigenda.report.rule_page import render_list, render_rule
    from corrigenda.tasks.explain import explain as explain_rule
    from corrigenda.tasks.explain import known_rules

    click.echo(render_rule(explain_rule(rule, house)) if rule else render_list(known_rules(house)))
