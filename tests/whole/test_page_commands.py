"""The commands that the pages print: every one exists with its options, and those of pages that no other test walks through are run."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from packages import ROOT

from corrigenda.cli.main import main

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", *sorted((ROOT / "docs").glob("**/*.md"))]
# A command in a block of its own, in the words of a shell, or in a code span.
_BLOCK = re.compile(r"^```(?:sh|console|)\n(.*?)^```", re.S | re.M)
_SPAN = re.compile(r"`(corrigenda [a-z][^`\\]*)\\?`")


def commands(text: str) -> Iterator[str]:
    """Yield the commands of a page, each on one line."""
    for block in _BLOCK.findall(text):
        for line in block.replace("\\\n", " ").splitlines():
            command = line.removeprefix("$ ").strip()
            if command.startswith("corrigenda "):
                yield command
    yield from (" ".join(span.split()) for span in _SPAN.findall(text))


def refuse(line: str) -> str | None:
    """Say why a command cannot be what its page says; values that stand for others (FILE, FORM) are not judged."""
    words = [word for word in shlex.split(line, comments=True)[1:] if word not in ("…", "|")]
    command: click.Command = main
    context = click.Context(main, info_name="corrigenda")
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        found = command.get_command(context, words[0])
        if found is None:
            return f"there is no command {words[0]}"
        command, words = found, words[1:]
        context = click.Context(command, parent=context, info_name=command.name)
    try:
        # The parser alone: a page may leave out what is required, to name an option.
        given, _, _ = command.make_parser(context).parse_args(list(words))
    except click.BadOptionUsage as error:
        return None if "requires" in error.message else error.format_message()
    except click.UsageError as error:
        return error.format_message()
    choices = {param.name: param.type.choices for param in command.params if isinstance(param.type, click.Choice)}
    wrong = [f"{name} {value}" for name, value in given.items() if name in choices and isinstance(value, str) and value.islower()]
    return next((f"no such value: {one}" for one in wrong if one.split(" ", 1)[1] not in choices[one.split(" ", 1)[0]]), None)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_of_a_page_exists_with_its_options(page: Path) -> None:
    assert [f"{line}: {why}" for line in commands(page.read_text("utf-8")) if (why := refuse(line))] == []


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("corrigenda chek .", "there is no command chek"),
        ("corrigenda check --lokced", "No such option"),
        ("corrigenda export sqlit facts", "no such value: form sqlit"),
        ("corrigenda check --locked", None),
    ],
)
def test_a_planted_command_is_refused(line: str, why: str | None) -> None:
    told = refuse(line)
    assert told is None if why is None else why in str(told)


@pytest.mark.long
def test_the_page_for_a_desk_runs(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each block in its order, on the published package; the last takes a reference that the page does not make."""
    monkeypatch.chdir(package)
    page = (ROOT / "docs" / "desk.md").read_text("utf-8")
    blocks = [line for line in commands("\n".join(f"```sh\n{block}```" for block in _BLOCK.findall(page))) if "my-article/" not in line]
    assert len(blocks) > 7
    for line in blocks:
        done = CliRunner().invoke(main, shlex.split(line, comments=True)[1:])
        assert done.exit_code == 0, f"{line}: {done.output}"


def test_the_example_that_joins_findings_and_cells_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The other recipes of the page are run by `nox -s clients`."""
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs" / "clients.md").read_text("utf-8")
    exec(page.split("## Which findings rest on which cells")[1].split("```python\n")[1].split("```")[0], {})  # noqa: S102
    assert re.search(r"dates +tokyo-dome/announced-may-2024 +\d+\n", capsys.readouterr().out)


@pytest.mark.long
def test_the_python_of_the_readme_runs(package: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """All of it but the release, which is not in the repository."""
    monkeypatch.chdir(package)
    (block,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
    names: dict[str, object] = {}
    exec("\n".join(line for line in block.splitlines() if "corrigenda-data-" not in line), names)  # noqa: S102
    assert "certain Pete Hegseth does not fit" in capsys.readouterr().out
    assert len(names["again"]) == len(names["result"])  # type: ignore[arg-type]
