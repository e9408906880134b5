"""Writing the generated pages of the documentation, or saying which are out of date: `python -m corrigenda.cli.docs`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from corrigenda.checking.rulebook.catalogue import catalogue
from corrigenda.cli.main import main as commands
from corrigenda.package.package import open_package
from corrigenda.package.storage.files import write_atomically
from corrigenda.report.markup import escape
from corrigenda.report.page.schema import describe_page
from corrigenda.tasks.docs.pages import render_docs


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` say which ones are out of date and return 1 if any is."""
    root = Path.cwd()
    stale = []
    schema = json.dumps(describe_page(), indent=2) + "\n"
    made = {"docs/commands.md": render_commands(commands), "src/corrigenda/formats/page.schema.json": schema}
    pages = {**render_docs(open_package(root), catalogue()), **made}
    for path, text in pages.items():
        file = root / path
        if "--check" not in arguments:
            file.parent.mkdir(exist_ok=True)
            write_atomically(file, text.encode())
        elif not file.is_file() or file.read_text("utf-8") != text:
            stale.append(path)
    for path in stale:
        sys.stderr.write(f"{path} is out of date; run 'nox -s data'.\n")
    return int(bool(stale))


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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
