"""The command line: the group of all commands. Each command prints what one public function gives."""

from __future__ import annotations

import gc
import sys

import click

from corrigenda import __version__
from corrigenda.cli.authoring import locate, new
from corrigenda.cli.check import check, timeline
from corrigenda.cli.desk import respond, review, waive
from corrigenda.cli.draft import draft
from corrigenda.cli.reference import find, import_, tidy
from corrigenda.cli.release import diff, release, version
from corrigenda.cli.report import export, report
from corrigenda.cli.review import accept, reject
from corrigenda.cli.rules import explain, measure, rules
from corrigenda.cli.validate import rows, structure, update

COMMANDS = (
    accept, check, diff, draft, explain, export, find, import_, locate, measure, new, reject, release, report, respond, review, rows,
    rules, structure, tidy, timeline, update, version, waive,
)  # fmt: skip


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="corrigenda")
def main() -> None:
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


for command in COMMANDS:
    main.add_command(command)
