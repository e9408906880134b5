"""How the command line itself behaves: help by section, with whole sentences, and a plain end when somebody stops it."""

from __future__ import annotations

import re
import sys
from typing import Any

import click

INTERRUPTED = 130


class CommandGroup(click.Group):
    """Show commands in sections, each with the whole first sentence of its help, and end with exit code 130 on Ctrl-C."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.sections: dict[str, list[str]] = {}

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the sections, and under "More" what is in none."""
        shown = {name: command for name, command in sorted(self.commands.items()) if not command.hidden}
        known = {name for names in self.sections.values() for name in names}
        sections = {**self.sections, "More": [name for name in shown if name not in known]}
        width = max(map(len, shown))
        for heading, names in sections.items():
            rows = [(f"{name:<{width}}", first_sentence(shown[name])) for name in names if name in shown]
            if rows:
                with formatter.section(heading):
                    formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; somebody who stops it gets a plain end and no traceback."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("Interrupted.", err=True)
            sys.exit(INTERRUPTED)


def first_sentence(command: click.Command) -> str:
    """Return the first sentence of the help of a command.

    >>> first_sentence(click.Command("x", help="Read FILE (see e.g. docs). It is long."))
    'Read FILE (see e.g. docs).'
    """
    text = " ".join((command.help or "").split("\n\n")[0].split())
    return re.split(r"(?<=[a-z)\]][.?]) (?=[A-Z])", text, maxsplit=1)[0]
