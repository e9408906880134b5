"""The command line: each command calls one public function. Only this module reads the clock."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from corrigenda import __version__
from corrigenda.errors import SetupError
from corrigenda.report import FORMATS

_EXTRAS = {
    "frictionless": "structure",
    "dplib": "structure",
    "pandera": "rows",
    "pandas": "rows",
    "great_expectations": "update",
    "sentencex": "author",
}
PACKAGE = click.argument("package", default=".", type=click.Path(path_type=Path))


def _sentences(command: Callable[..., Any]) -> Callable[..., Any]:
    """Turn a broken set-up into sentences on stderr and exit code 2."""

    @wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except SetupError as error:
            for sentence in error.sentences:
                click.echo(_clean(sentence), err=True)
            sys.exit(2)
        except ModuleNotFoundError as error:
            extra = _EXTRAS.get(str(error.name).split(".")[0])
            if extra is None:
                raise
            click.echo(f"this needs {error.name}, which is not installed: pip install 'corrigenda[{extra}]'", err=True)
            sys.exit(2)
        except BrokenPipeError:
            sys.stderr.close()
            sys.exit(2)

    return wrapped


def _clean(text: str) -> str:
    from corrigenda.report.text import visible

    return visible(text)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="corrigenda")
def main() -> None:
    """Find what cannot all be true in what an article says.

    Exit codes: 0 fine; 1 the reference contradicts itself, the committed state is stale, or
    --fail-on is met; 2 the package or the set-up is broken and nothing may be trusted.
    """


@main.command()
@PACKAGE
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="How to print the findings.")
@click.option("--select", multiple=True, metavar="RULE", help="Run only this rule; may be given again.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave this rule out; may be given again.")
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
@click.option("--as-of", metavar="DAY", help="Judge waivers on this day instead of today (YYYY-MM-DD).")
@click.option("--engine", type=click.Choice(["duckdb"]), default="duckdb", show_default=True, help="Where the rules run.")
@_sentences
def check(
    package: Path,
    format_: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    locked: bool,
    write: bool,
    texts: tuple[Path, ...],
    as_of: str | None,
    engine: str,
) -> None:
    """Check a package: structure, then what cannot all be true."""
    from corrigenda.author import read_text
    from corrigenda.run import run_check

    if write and locked:
        raise SetupError("--write and --locked exclude one another: the first makes the state that the second compares")
    if (write or locked) and (select or ignore):
        raise SetupError("--write and --locked need all rules; leave out --select and --ignore")
    run = run_check(
        package,
        select=select,
        ignore=ignore,
        as_of=_today() if as_of is None else as_of,
        locked=locked,
        write=write,
        texts=[read_text(file) for file in texts],
    )
    wide = format_ == "text" and sys.stdout.isatty()
    from corrigenda.report import render

    click.echo(render(run.report, format_, wide=wide))
    for sentence in run.sentences:
        click.echo(_clean(sentence), err=True)
    sys.exit(run.exit_code(fail_on))


@main.command()
@PACKAGE
@_sentences
def structure(package: Path) -> None:
    """Have frictionless judge every file, key and type of a package (needs corrigenda[structure])."""
    from corrigenda.adapters.frictionless import judge_profile, judge_structure
    from corrigenda.package import open_package

    opened = open_package(package)
    problems = judge_profile(opened) + judge_structure(opened)
    _report(problems, f"frictionless: {len(opened.tables)} tables are what their schemas say, and the descriptor is a Data Package 2.0", 2)


@main.command()
@PACKAGE
@_sentences
def rows(package: Path) -> None:
    """Have pandera judge whether each row is sensible by itself (needs corrigenda[rows])."""
    from corrigenda.adapters.pandera import judge_rows
    from corrigenda.package import open_package

    opened = open_package(package)
    _report(judge_rows(opened), f"pandera: the rows of {len(opened.tables)} tables are sensible by themselves", 2)


@main.command()
@PACKAGE
@click.option("--docs", default="build/data-docs", type=click.Path(path_type=Path), show_default=True, help="Where Data Docs are written.")
@click.option("--accept", is_flag=True, help="Take the package as it is as the baseline of the next update.")
@_sentences
def update(package: Path, docs: Path, accept: bool) -> None:
    """Have Great Expectations judge an update beside the last release (needs corrigenda[update])."""
    from corrigenda.package import open_package
    from corrigenda.profile import profile, write_baseline

    opened = open_package(package)
    baseline = opened.root / "data" / "baseline.json"
    if accept:
        write_baseline(profile(opened), baseline)
        click.echo(f"{baseline} is the profile of {opened.name} {opened.version}")
        return
    from corrigenda.adapters.great_expectations import run_update

    judged = run_update(opened, baseline, opened.root / "bounds.toml", docs)
    _report(judged.problems, f"Great Expectations: {judged.evaluated} expectations about the update are met; Data Docs: {judged.page}", 1)


def _report(problems: tuple[object, ...], fine: str, code: int) -> None:
    """Print the problems, or that all is well; exit with the code where there are any."""
    for problem in problems:
        click.echo(_clean(str(problem)))
    click.echo(f"{len(problems)} problems" if problems else fine)
    sys.exit(code if problems else 0)


@main.command()
@click.argument("rule", required=False)
@_sentences
def explain(rule: str | None) -> None:
    """Say what a rule looks for, why it happens and how to settle it; without a name, list all rules."""
    from corrigenda.rule import catalogue

    rules = catalogue()
    if rule:
        click.echo(rules[rule].page, nl=False)
        return
    width = max(len(r.name) for r in rules)
    for r in rules:
        click.echo(f"{r.name:<{width}}  {r.severity:<7}  {r.summary}")


@main.command()
@click.argument("table")
@click.option("--text", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The text of the article.")
@click.option("--package", default=".", type=click.Path(path_type=Path), help="The package; default the current folder.")
@_sentences
def locate(table: str, text: Path, package: Path) -> None:
    """Fill passage_id, start and end of the rows of TABLE from their printed words.

    The words may stand in a working column 'find': exact words, 'first words … last words' for a
    longer stretch, and [words in brackets] that only say where.
    """
    from corrigenda.author import locate as locate_rows
    from corrigenda.author import read_text
    from corrigenda.package import open_package

    located = locate_rows(open_package(package), table, read_text(text))
    click.echo(f"{table}: {located.filled} rows filled, {located.already} had their span already, {len(located.unsettled)} not settled")
    for sentence in located.unsettled:
        click.echo(_clean(sentence), err=True)
    sys.exit(1 if located.unsettled else 0)


@main.group()
def new() -> None:
    """Start an article, a rule or a package."""


@new.command("article")
@click.option("--text", required=True, type=click.Path(path_type=Path), metavar="FILE", help="The text of the article.")
@click.option("--id", "article_id", help="Readable key; default the name of the file.")
@click.option("--package", default=".", type=click.Path(path_type=Path), help="The package; default the current folder.")
@click.option("--title", help="The title that the article prints.")
@click.option("--publisher", help="Who published it.")
@click.option("--published", metavar="EDTF", help="The day of publication, as printed.")
@click.option("--language", default="en", show_default=True, help="BCP 47 tag.")
@click.option("--url", help="Where it stands.")
@_sentences
def new_article(text: Path, article_id: str | None, package: Path, **known: str | None) -> None:
    """Add an article: its digest, its passages with theirs, and the event of its writing."""
    from corrigenda.author import new_article as add
    from corrigenda.author import read_text
    from corrigenda.package import open_package

    key = article_id or text.stem.lower()
    count = add(open_package(package), key, read_text(text), **known)
    click.echo(f"{key}: {count} passages, and the event {key}/writing")


@new.command("rule")
@click.argument("name")
@click.option("--rules", default="src/corrigenda/rules", type=click.Path(path_type=Path), show_default=True, help="The folder of rules.")
@click.option("--cases", default="tests/rules", type=click.Path(path_type=Path), show_default=True, help="The folder of case pages.")
@_sentences
def new_rule(name: str, rules: Path, cases: Path) -> None:
    """Write the skeleton of a rule and of its case page."""
    from corrigenda.start import new_rule as add

    for file in add(name, rules, cases):
        click.echo(str(file))


@new.command("package")
@click.argument("folder", type=click.Path(path_type=Path))
@_sentences
def new_package(folder: Path) -> None:
    """Make a valid package without rows in a new folder."""
    from corrigenda.start import new_package as make

    click.echo(f"{folder}: {len(make(folder).tables)} tables")


def _today() -> str:
    from datetime import date

    return date.today().isoformat()
