"""The command line: the group of all commands. Each command prints what one public function gives."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import click

from corrigenda import __version__
from corrigenda.cli.commands.authoring import locate, new
from corrigenda.cli.commands.check import check, timeline
from corrigenda.cli.commands.demo import demo
from corrigenda.cli.commands.desk import respond, review, waive
from corrigenda.cli.commands.draft import draft
from corrigenda.cli.commands.gate import gate
from corrigenda.cli.commands.reference import find, import_, tidy
from corrigenda.cli.commands.release import diff, release, version
from corrigenda.cli.commands.report import export, report
from corrigenda.cli.commands.review import accept, reject, review_draft
from corrigenda.cli.commands.rules import explain, measure, rules
from corrigenda.cli.commands.validate import rows, structure, update
from corrigenda.cli.errors import say_sentences
from corrigenda.cli.group import CommandGroup
from corrigenda.cli.options import COLOURS, has_colour
from corrigenda.cli.settings import read_settings, show_settings
from corrigenda.engine.limits import end_program, end_where_stuck

# What a command is for, in the order of the help; a command that is in none is shown under "More".
SECTIONS = {
    "Check an article": (demo, check, timeline, explain, report),
    "Write an article": (draft, new, locate, tidy),
    "Bring in and look up a reference": (import_, find),
    "Decide about findings": (review_draft, accept, reject, waive, respond, review),
    "Let an update in": (gate, diff, version, structure, rows, update, release),
    "Use it elsewhere": (export, rules, measure),
}


@say_sentences
def _show(context: click.Context, _: click.Parameter, is_asked: bool) -> None:
    if is_asked:
        click.echo(show_settings(read_settings(Path.cwd())))
        context.exit()


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="corrigenda", message="%(prog)s, version %(version)s of the program")
@click.option(
    "--color", type=click.Choice(COLOURS), default="auto", show_default=True, help="When to use colour; NO_COLOR and FORCE_COLOR count too."
)
@click.option(
    "--show-settings", is_flag=True, expose_value=False, is_eager=True, callback=_show, help="Show the settings and where they are from."
)
@click.pass_context
@say_sentences
def main(context: click.Context, color: str) -> None:
    """Find what cannot all be true in what an article says.

    Exit codes: 0, all is well; 1, the reference contradicts itself, the committed state is out of
    date, or --fail-on is met; 2, the package or the set-up is broken, and no result can be trusted.
    """
    # A run is short and its results are plain: looking for cycles costs a tenth of it and frees next to nothing.
    gc.disable()
    # What a terminal or a file cannot show is escaped and never a reason to stop.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    end_where_stuck(end_program)
    context.color = has_colour(color)
    context.default_map = read_settings(Path.cwd()).defaults


def _add_commands(root: CommandGroup) -> None:
    for section, commands in SECTIONS.items():
        for command in commands:
            root.add_command(command)
            root.sections.setdefault(section, []).append(str(command.name))


_add_commands(main)
