"""The page `docs/commands.md`: every command and option, from the commands themselves."""

from __future__ import annotations

from collections.abc import Iterator

import click

from corrigenda.report.markdown import escape


def render_commands(root: click.Group) -> str:
    """Return the page of all commands of a group, in order of name."""
    lines = [
        "# Commands",
        "",
        "Every command and option. This page is made from the commands themselves; `corrigenda COMMAND --help` prints the same.",
    ]
    for path, command in walk(root, ("corrigenda",)):
        lines += ["", *_section(path, command)]
    return "\n".join(lines) + "\n"


def walk(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield a command and all commands below it, each with the words that call it; hidden ones are left out."""
    yield path, command
    if isinstance(command, click.Group):
        for name, child in sorted(command.commands.items()):
            if not child.hidden:
                yield from walk(child, (*path, name))


def _section(path: tuple[str, ...], command: click.Command) -> Iterator[str]:
    context = click.Context(command, info_name=" ".join(path))
    yield f"## {' '.join(path)}"
    yield ""
    # Help is wrapped for a terminal: an empty line ends a paragraph, any other line break is a blank.
    for paragraph in (command.help or "").split("\n\n"):
        yield escape(" ".join(paragraph.replace("\b", "").split()))
        yield ""
    yield f"    {' '.join([*path, *command.collect_usage_pieces(context)])}"
    options = [record for param in command.params if isinstance(param, click.Option) and (record := param.get_help_record(context))]
    if options:
        yield from ("", "| option | meaning |", "|---|---|")
        yield from (f"| `{names.replace('|', chr(92) + '|')}` | {escape(help_)} |" for names, help_ in options)
