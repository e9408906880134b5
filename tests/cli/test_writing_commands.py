"""Every command that writes into a package takes its lock before it reads; a new command has to say which kind it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from packages import small_package

from corrigenda.cli.main import main
from corrigenda.errors import SetupError
from corrigenda.package.storage import journal

# Commands that write nothing but what the user names as an output.
READ = {
    "check", "demo", "diff", "explain", "export", "find", "gate", "report", "rows", "rules", "structure", "timeline", "version", "measure",
}  # fmt: skip
# Commands that make something new where nothing is; and the page for review, which calls the functions of accept and reject.
NEW = {"new package", "new rule", "review-draft"}
# Commands that write into a package, and an option with which others do so.
WRITE: dict[str, tuple[str, ...]] = {
    "accept": ("--by", "me", "--rest", "--package", "."),
    "check --write": ("check", ".", "--write"),
    "draft": ("--text", "one.txt", "--into", "."),
    "import": ("table", "list.csv", "-o", ".", "--as-of", "2024-01-01"),
    "import xlsx": ("import", "xlsx", "book.xlsx", "-o", "."),
    "locate": ("claims", "--text", "one.txt", "--package", "."),
    "measure --write": ("measure", "--write"),
    "new article": ("--text", "one.txt", "--package", "."),
    "reject": ("dates:art/day", "--package", "."),
    "release": (".", "-o", "made"),
    "respond": (
        "a:b", "--id", "x", "--by", "me", "--as", "named", "--received", "2026-01-01", "--statement", "No.", "--package", ".",
    ),
    "review": ("a:b", "--by", "me", "--published", "2026-01-01", "--url", "https://example.org/a", "--summary", "So.", "--package", "."),
    "tidy": (".",),
    "update": (".", "--accept"),
    "waive": ("a:b", "--reason", "x", "--by", "me", "--package", "."),
}  # fmt: skip


def all_commands(group: click.Group = main, before: tuple[str, ...] = ()) -> Iterator[str]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from all_commands(command, (*before, name))
        else:
            yield " ".join((*before, name))


def test_every_command_says_whether_it_writes() -> None:
    named = READ | NEW | {name.removesuffix(" --write").removesuffix(" xlsx") for name in WRITE}
    assert set(all_commands()) == named


@pytest.mark.parametrize("name", WRITE)
def test_a_command_that_writes_takes_the_lock_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def refuse(root: Path) -> AbstractContextManager[None]:
        raise SetupError(f"{root.name}: another command has it")

    root = small_package(tmp_path)
    (root / "one.txt").write_text("One sentence.")
    (root / "list.csv").write_text("person,office,start\nAnn Lee,Mayor,2019\n")
    before = {file: file.read_bytes() for file in root.rglob("*") if file.is_file()}
    monkeypatch.chdir(root)
    monkeypatch.setattr(journal, "_lock", refuse)
    # Figures are measured for minutes before they are written.
    monkeypatch.setattr("corrigenda.measure.bench.measure", lambda *_, **__: [])
    arguments = WRITE[name] if WRITE[name][0] == name.partition(" ")[0] else (*name.split(), *WRITE[name])
    told = CliRunner().invoke(main, list(arguments))
    assert (told.exit_code, told.stderr.strip().split(": ")[-1]) == (2, "another command has it")
    assert {file: file.read_bytes() for file in root.rglob("*") if file.is_file()} == before
