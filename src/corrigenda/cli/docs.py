"""Writing the generated pages of the documentation, or saying which are out of date: `python -m corrigenda.cli.docs`."""

from __future__ import annotations

import sys
from pathlib import Path

from corrigenda.checking.catalogue import catalogue
from corrigenda.cli.commands_page import render_commands
from corrigenda.cli.main import main as commands
from corrigenda.package.files import write_atomically
from corrigenda.package.package import open_package
from corrigenda.tasks.docs import render_docs


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` say which ones are out of date and return 1 if any is."""
    root = Path.cwd()
    stale = []
    pages = {**render_docs(open_package(root), catalogue()), "docs/commands.md": render_commands(commands)}
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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
