"""The commands that ask what cannot all be true: check and timeline."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from corrigenda.cli.errors import say_sentences
from corrigenda.cli.kept_output import KEPT_FORMATS, KeptOutput, Printed
from corrigenda.cli.options import (
    ALSO,
    AS_OF,
    ENGINE,
    FAIL_ON,
    HOUSE,
    IGNORE,
    JOBS,
    KNOWN,
    MEMORY,
    NO_CACHE,
    NOTES,
    PACKAGE,
    QUIET,
    RESULTS,
    SELECT,
    SEVERITY,
    is_given,
    read_levels,
    today,
)
from corrigenda.cli.output import Also, how_shown, print_broken, print_report
from corrigenda.cli.progress import Progress
from corrigenda.errors import SetupError
from corrigenda.package.storage.cache import Cache, open_cache
from corrigenda.report import FORMATS
from corrigenda.values.wording import visible


@click.command()
@PACKAGE
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="How to print the findings.")
@SELECT
@IGNORE
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    default="never",
    show_default=True,
    help="Exit 1 on such a finding about an article; with --baseline, only on new and changed ones.",
)
@click.option("--locked", is_flag=True, help="Exit 1 if data/found differs from this run.")
@click.option("--write", is_flag=True, help="Write data/found.")
@click.option(
    "--text",
    "texts",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Verify every position and digest against the text of an article.",
)
@click.option(
    "--baseline",
    "earlier",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Show what is new since an earlier state: its findings.csv, or its package.",
)
@click.option(
    "--about",
    type=click.Choice(["article", "reference", "all"]),
    help="What to show: what articles say and the rows of the reference that they use (the default), the reference, or all.",
)
@ALSO
@AS_OF
@KNOWN
@NOTES
@HOUSE
@SEVERITY
@JOBS
@MEMORY
@ENGINE
@RESULTS
@NO_CACHE
@QUIET
@click.pass_context
@say_sentences
def check(
    context: click.Context,
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
    about: str | None,
    as_of: str | None,
    known: Path | None,
    notes: Path | None,
    house: Path | None,
    severity: tuple[str, ...],
    jobs: int | None,
    memory: int,
    engine: str,
    results: str | None,
    no_cache: bool,
    quiet: bool,
) -> None:
    """Check the structure of a package, then find what cannot all be true."""
    if write and locked:
        raise SetupError("Use --write or --locked, not both: the first writes the state that the second compares")
    if write or locked:
        # What is committed is the work of all rules as they are; settings are about what one desk wants to see.
        select, ignore, severity = (context.params[name] if is_given(context, name) else () for name in ("select", "ignore", "severity"))
    if (write or locked) and (select or ignore or severity):
        raise SetupError("--write and --locked need all rules as they are; leave out --select, --ignore and --severity")
    if (write or locked) and house:
        raise SetupError("--write and --locked are about the program's own findings; leave out --rules")
    if results and engine != "spark":
        raise SetupError("--results is for --engine spark; elsewhere use --write and 'corrigenda export parquet'")
    asked = {
        "select": select, "ignore": ignore, "severity": read_levels(severity), "as_of": today() if as_of is None else as_of,
        "locked": locked, "known": known, "about": about,
    }  # fmt: skip
    files = {"write": write, "texts": texts, "house": house, "earlier": earlier, "notes": notes, "results": results}
    cache = None if no_cache else open_cache()
    shown = {"format": format_, "fail_on": fail_on, "quiet": quiet, "in": Path.cwd(), **how_shown(format_)}
    kept = None
    if cache and format_ in KEPT_FORMATS and engine == "local" and not also and not any(files.values()):
        kept = KeptOutput(cache, {"package": package, **({"reference": known} if known else {})}, {**asked, **shown})
    printed = kept.read() if kept else None
    if printed is None:
        printed = _run(package, {**asked, **files}, format_, also, fail_on, (jobs, memory, cache), engine, quiet=quiet)
        if kept:
            kept.write(printed)
    elif printed.shown is not None:
        click.echo(printed.shown)
    for sentence in () if quiet and not printed.code else printed.sentences:
        click.echo(visible(sentence), err=True)
    sys.exit(printed.code)


def _run(
    package: Path,
    asked: dict[str, Any],
    format_: str,
    also: Also,
    fail_on: str,
    means: tuple[int | None, int, Cache | None],
    engine: str,
    *,
    quiet: bool,
) -> Printed:
    """Check a package, print the report, and return what was printed."""
    from corrigenda.checking.groups.plan import Plan
    from corrigenda.package.storage.files import read_text
    from corrigenda.tasks.checking.check import run_check

    try:
        with Progress(is_wanted=not quiet) as progress, _opened(package, engine) as (root, judge):
            plan = Plan(*means, step=progress.step, judge=judge)
            texts = [read_text(file) for file in asked["texts"]]
            run = run_check(root, **{**asked, "texts": texts}, targets=[file for _, file in also], plan=plan)
    except SetupError as error:
        print_broken(error, package, format_, also)
    shown = print_report(run.report, package, format_, also, quiet=quiet)
    return Printed(shown, (*run.sentences, *run.tell_failure(fail_on)), run.exit_code(fail_on))


@contextmanager
def _opened(package: Path, engine: str) -> Iterator[tuple[Path, Callable[..., Any] | None]]:
    """Give the package to check, and what judges its articles where that is not this program."""
    if engine == "local":
        yield package, None
        return
    from corrigenda.adapters.spark.judging import judge_on_spark
    from corrigenda.tasks.checking.archive import opened_archive

    with opened_archive(package) as root:
        yield root, judge_on_spark


@click.command()
@PACKAGE
@click.option("--article", metavar="ID", help="Only this article.")
@click.option(
    "--drop",
    multiple=True,
    metavar="ROW[.FIELD]",
    help="What if this was not said? A row, a field of it, or a part of a date (ROW.edtf.year).",
)
@click.option("--assume", multiple=True, metavar="ROW", help="What if this is certain? It is given up last.")
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
    """Check all times of an article together: what clashes, which days are left, what would repair it."""
    from corrigenda.report.timeline import render_timelines
    from corrigenda.tasks.checking.timeline import ask_timelines, tell_drafting

    answers = ask_timelines(package, article, drop, assume, cap, known)
    click.echo(render_timelines(answers, format_, None if show_all else 3))
    for sentence in tell_drafting(package, known):
        click.echo(visible(sentence), err=True)
