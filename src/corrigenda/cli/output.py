"""How a command prints a report: in the format that is asked for, in others into files, with paths that its reader can follow."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from shutil import get_terminal_size
from typing import Any, NoReturn

import click

from corrigenda.errors import SetupError, shorten
from corrigenda.report.model import Report
from corrigenda.values.wording import visible

WIDEST = 100
# A command longer than this leaves no room for its purpose on 100 columns.
_LONG = 56
Also = Sequence[tuple[str, Path]]


def print_report(report: Report, package: Path, format_: str, also: Also = (), files_at: str = "", *, quiet: bool = False) -> str | None:
    """Print a report of the package in a folder, and write it in other formats into files; a `quiet` text has no summary.

    What was printed is returned, if anything was.
    """
    from corrigenda.package.storage.files import write_output
    from corrigenda.report import render

    options = {**how_shown(format_), "quiet": quiet}
    report = replace(report, files_at=files_at)
    printed = None
    # Of a broken package there is nothing to print but sentences, and those go to the other stream.
    if not (report.is_broken and format_ == "text"):
        rendered = render(_placed(report, package, format_), format_, **(options if format_ == "text" else {}))
        if rendered or not quiet:
            click.echo(rendered)
            printed = rendered
    for name, file in also:
        write_output(file, render(_placed(report, package, name), name))
    return printed


def how_shown(format_: str) -> dict[str, Any]:
    """Return what the text of a report depends on besides the report: whether it goes to a terminal, its width, and colour."""
    wide = format_ == "text" and sys.stdout is not None and sys.stdout.isatty()
    return {"wide": wide, "width": terminal_width(), "colour": click.get_current_context().color is True}


def say_next(*steps: tuple[str, str]) -> None:
    """Say what can be done next, a command and its purpose a line; what the command printed itself stays alone on its stream."""
    widest = max(len(command) for command, _ in steps)
    click.echo("Next:", err=True)
    for command, purpose in steps:
        # A path may make a command long; its purpose is then on the line below.
        gap = "  " if widest <= _LONG else f"\n{' ' * 6}"
        click.echo(visible(f"  {command.ljust(widest if widest <= _LONG else 0)}") + gap + purpose, err=True)


def terminal_width() -> int:
    """Return how wide a text for the terminal can be."""
    return min(get_terminal_size((WIDEST, 24)).columns, WIDEST)


def print_broken(error: SetupError, package: Path, format_: str, also: Also = (), files_at: str = "") -> NoReturn:
    """Print what is wrong with a package of which nothing can be judged, and raise the error with its sentences.

    Files of the package, so that a click leads to the line, are named as seen from the current folder. Where the package could not be
    opened, nobody has judged which files are its own: then no file that is there already is replaced.
    """
    from corrigenda.tasks.checking.description import describe_broken

    report = describe_broken(package, error)
    print_report(report, package, format_, also if error.problems else [(name, file) for name, file in also if _is_new(file)], files_at)
    rest = [_from_here(sentence, package) for sentence in error.sentences[len(shorten(error.problems)) :]]
    raise SetupError(*(shorten(_placed(report, package, "text").problems) if error.problems else ()), *rest) from None


def _from_here(sentence: str, package: Path) -> str:
    """Return a sentence that begins with a file of a package with the path of that file from the current folder."""
    root = package if package.is_dir() else package.parent
    place = re.match(r"(.+?)(?::\d+)*: ", sentence)
    name = place[1] if place else ""
    # A sentence is no path: one that the system finds too long, or may not look at, is no file.
    is_its_file = name != "" and not Path(name).is_absolute() and os.path.isfile(root / name)  # noqa: PTH113
    return (root / name).as_posix() + sentence.removeprefix(name) if is_its_file else sentence


def _is_new(file: Path) -> bool:
    return not os.path.lexists(file) and file.parent.is_dir()


def _placed(report: Report, package: Path, format_: str) -> Report:
    """Return a report with paths for the reader of a format: a terminal is in a folder, a service in a repository."""
    from corrigenda.package.storage.git import path_in_repository
    from corrigenda.report.places import show_from

    root = package if package.is_dir() else package.parent
    typed = root.as_posix()
    if format_ in ("json", "jsonl"):
        return report
    return show_from(report, typed if format_ == "text" else path_in_repository(root) or typed)
