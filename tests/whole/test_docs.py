"""The documentation names every command and option there is, and its generated pages are up to date."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click
from packages import ROOT

from corrigenda.cli import docs
from corrigenda.cli.docs import render_commands, walk
from corrigenda.cli.main import main

if TYPE_CHECKING:
    import pytest

PAGE = ROOT / "docs" / "commands.md"
BY_HAND = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *(ROOT / "docs" / f"{name}.md" for name in ("desk", "review", "ci", "releases", "timeline", "reliability")),
]


def lacking(text: str, root: click.Group) -> list[str]:
    """Say which command, argument or option of a group a page does not name in the section of its command."""
    sections = {part.split("\n", 1)[0]: part for part in re.split(r"^## ", text, flags=re.M)[1:]}
    missing = []
    for path, command in walk(root, ("corrigenda",)):
        name = " ".join(path)
        if name not in sections:
            missing.append(name)
            continue
        named = [option for param in command.params if isinstance(param, click.Option) and not param.hidden for option in param.opts]
        missing += [f"{name} {option}" for option in named if not re.search(rf"`[^`]*{re.escape(option)}\b[^`]*`", sections[name])]
    return missing


def test_the_page_names_every_command_and_option() -> None:
    assert lacking(PAGE.read_text("utf-8"), main) == []


def test_a_command_or_option_that_is_not_named_is_seen() -> None:
    text = PAGE.read_text("utf-8")
    assert lacking(text.replace("| `--locked` |", "| |"), main) == ["corrigenda check --locked"]
    assert lacking(text.replace("## corrigenda waive\n", "## corrigenda other\n"), main) == ["corrigenda waive"]


def test_every_command_is_in_the_pages_written_by_hand() -> None:
    text = "\n".join(file.read_text("utf-8") for file in BY_HAND)
    for path, command in walk(main):
        if path and not isinstance(command, click.Group):
            assert re.search(rf"`[^`]*\b{' '.join(path)}\b[^`]*`", text) or re.search(rf"^corrigenda {' '.join(path)}\b", text, re.M), path


def test_a_planted_option_makes_the_page_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(docs, "open_package", lambda root: root)
    monkeypatch.setattr(docs, "render_docs", lambda _, rules: {"docs/rules.md": f"{len(rules.rules)} rules\n"})
    monkeypatch.chdir(tmp_path)
    (tmp_path / "src" / "corrigenda" / "formats").mkdir(parents=True)
    assert docs.main([]) == 0
    assert docs.main(["--check"]) == 0
    planted = click.Group("corrigenda", {**main.commands, "plant": click.Command("plant", params=[click.Option(["--seed"])])})
    monkeypatch.setattr(docs, "commands", planted)
    assert docs.main(["--check"]) == 1
    assert "docs/commands.md is out of date; run 'nox -s data'." in capsys.readouterr().err


def test_help_is_joined_and_hidden_commands_are_left_out() -> None:
    one = click.Command("one", help="First\nline.\n\nSecond a|b.", params=[click.Option(["--a"], help="x|y")])
    text = render_commands(click.Group("corrigenda", {"one": one, "two": click.Command("two", hidden=True)}))
    assert "First line.\n\nSecond a\\|b.\n" in text
    assert "| `--a TEXT` | x\\|y |" in text
    assert "two" not in text
