"""How the command behaves on a terminal: width, colour, quiet, an end on Ctrl-C, help that is not cut, completion, suggestions."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from packages import ROOT, change_cell, path_of

from corrigenda.cli.group import first_sentence
from corrigenda.cli.main import SECTIONS, main

COMMAND = [sys.executable, "-m", "corrigenda"]
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def on_a_terminal(columns: int, *arguments: str, **environment: str) -> str:
    """Return what the command prints on a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    env = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")} | environment
    with subprocess.Popen([*COMMAND, *arguments], stdout=theirs, stderr=subprocess.DEVNULL, env=env, cwd=ROOT) as running:  # noqa: S603
        os.close(theirs)
        parts = []
        try:
            while part := os.read(ours, 65_536):
                parts.append(part)
        except OSError:
            pass
        running.wait()
    os.close(ours)
    return b"".join(parts).decode("utf-8").replace("\r\n", "\n")


def test_eighty_columns_are_enough() -> None:
    shown = on_a_terminal(80, "check", "--select", "office-*")
    blocks = COLOUR.sub("", shown).split("\nCompared")[0].split("\n1 finding")[0]
    assert shown != COLOUR.sub("", shown)
    assert "  the claim " in blocks
    # A name of a cell is never broken, so that it can be copied; sentences are.
    assert max(len(line) for line in blocks.splitlines() if "data/" not in line and "[" not in line) <= 80


def test_colour_is_left_out_where_somebody_asks_for_that() -> None:
    assert COLOUR.search(on_a_terminal(80, "check", "--select", "office-*", NO_COLOR="1")) is None
    assert COLOUR.search(on_a_terminal(80, "--color", "never", "check", "--select", "office-*")) is None
    assert COLOUR.search(on_a_terminal(80, "--color", "always", "check", "--select", "office-*", NO_COLOR="1"))


@pytest.mark.parametrize(
    ("environment", "options", "is_coloured"),
    [
        ({}, [], False),
        ({"FORCE_COLOR": "1"}, [], True),
        ({"FORCE_COLOR": ""}, [], False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
    ],
)
def test_colour_in_a_pipe_is_a_wish(environment: dict[str, str], options: list[str], is_coloured: bool) -> None:
    unset: dict[str, str | None] = {"NO_COLOR": None, "FORCE_COLOR": None}
    done = CliRunner().invoke(main, [*options, "check", str(ROOT), "--select", "office-*"], env={**unset, **environment})
    assert done.exit_code == 0
    assert bool(COLOUR.search(done.stdout)) is is_coloured


def test_quiet_prints_findings_and_nothing_else(package: Path) -> None:
    done = CliRunner().invoke(main, ["check", str(package), "-q", "--select", "office-outside-tenure"])
    assert [line.split(": ")[1] for line in done.stdout.splitlines()] == ["error (certain)"]
    assert done.stderr == ""
    nothing = CliRunner().invoke(main, ["check", str(package), "-q", "--select", "tenures-overlap", "--text", str(package / "none.txt")])
    assert nothing.exit_code == 2
    assert nothing.stderr
    nothing = CliRunner().invoke(main, ["check", str(package), "-q", "--select", "tenures-overlap"])
    assert (nothing.exit_code, nothing.output) == (0, "")


def test_somebody_who_stops_it_gets_a_plain_end(tmp_path: Path) -> None:
    (tmp_path / "slow.py").write_text(
        "import os, signal, threading\n"
        "import corrigenda.tasks.checking.check as task\n"
        "from corrigenda.cli.main import main\n"
        # Whoever runs the tests in the background has told its children to ignore an interrupt.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def slow(*arguments, **options):\n"
        "    print('ready', flush=True)\n"
        "    threading.Event().wait(60)\n"
        "task.run_check = slow\n"
        "main(['check'])\n",
        "utf-8",
    )
    with subprocess.Popen(  # noqa: S603
        [sys.executable, str(tmp_path / "slow.py")], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        time.sleep(0.1)
        running.send_signal(signal.SIGINT)
        out, told = running.communicate(timeout=30)
    assert (running.returncode, out, told) == (130, "", "Interrupted.\n")


def test_each_command_is_in_a_section_with_its_whole_sentence() -> None:
    listed = [command for commands in SECTIONS.values() for command in commands]
    assert {command.name for command in listed} == set(main.commands)
    assert len(listed) == len(main.commands)
    text = " ".join(CliRunner().invoke(main, ["--help"], terminal_width=80).output.split())
    assert "..." not in text.partition("COMMAND [ARGS]...")[2]
    for command in main.commands.values():
        assert f" {command.name} {' '.join(first_sentence(command).split())}" in text


def test_a_command_of_no_section_is_shown_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(main.commands, "plant", click.Command("plant", help="Plant one."))
    output = CliRunner().invoke(main, ["--help"]).output
    assert re.search(r"More:\n  plant +Plant one\.", output)


@pytest.mark.parametrize(("shell", "words"), [("bash", "complete -o nosort"), ("zsh", "compdef"), ("fish", "complete --no-files")])
def test_a_shell_can_complete(shell: str, words: str) -> None:
    source = CliRunner().invoke(main, [], prog_name="corrigenda", env={"_CORRIGENDA_COMPLETE": f"{shell}_source"})
    assert words in source.output
    assert f"_CORRIGENDA_COMPLETE={shell}_source corrigenda" in (ROOT / "README.md").read_text("utf-8")


def test_completion_knows_commands_options_and_rules() -> None:
    def complete(line: str) -> list[str]:
        env = {"_CORRIGENDA_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(line.split()) - 1)}
        return [one.partition(",")[2] for one in CliRunner().invoke(main, [], prog_name="corrigenda", env=env).output.splitlines()]

    assert complete("corrigenda ga") == ["gate"]
    assert complete("corrigenda check --fail") == ["--fail-on"]
    assert "office-outside-tenure" in complete("corrigenda check --select office-")


def test_a_pattern_names_many_rules(package: Path) -> None:
    def select(*options: str) -> str:
        return CliRunner().invoke(main, ["check", str(package), *options]).output

    assert "ran 2 rules" in select("--select", "office-*")
    assert "ran 1 rule " in select("--select", "office-*", "--ignore", "office-not-*")
    assert "There is no rule 'ofice-*'" in select("--select", "ofice-*")
    assert "is office-outside-tenure" in select("--select", "office-outside-tenur")


def test_a_severity_is_a_wish_of_the_reader(package: Path) -> None:
    def show(*options: str) -> str:
        return CliRunner().invoke(main, ["check", str(package), "-q", "--select", "office-outside-tenure", *options]).output

    assert ": note: " in show("--severity", "office-*=note")
    assert "expected a rule and a level" in show("--severity", "office-*=nought")
    assert "leave out --select" in show("--severity", "office-*=note", "--locked")


@pytest.mark.parametrize(
    ("table", "key", "field", "value", "words"),
    [
        ("tenures", "us/secretary-of-defense/pete-hegseth", "actor_id", "pete-hegset", "is 'pete-hegseth' meant?"),
        ("tenures", "us/secretary-of-defense/pete-hegseth", "end_state", "opened", "is 'open' meant?"),
        ("tenures", "us/secretary-of-defense/pete-hegseth", "acting", "FALSE", "is 'false' meant?"),
        ("tenures", "us/secretary-of-defense/pete-hegseth", "acting", "7", "'7' is not true or false\n"),
    ],
)
def test_what_is_meant_is_asked(package: Path, table: str, key: str, field: str, value: str, words: str) -> None:
    change_cell(package, table, key, field, value)
    done = CliRunner().invoke(main, ["check", str(package)])
    assert done.exit_code == 2
    assert words in done.stderr


@pytest.mark.parametrize(("separator", "shown"), [(";", ";"), ("\t", "a tab"), ("|", "|")])
def test_another_separator_is_named_once(package: Path, separator: str, shown: str) -> None:
    file = path_of(package, "kinds")
    text = file.read_text("utf-8")
    file.write_text("\n".join(line if number else line.replace(",", separator) for number, line in enumerate(text.split("\n"))), "utf-8")
    done = CliRunner().invoke(main, ["check", str(package)])
    told = [line for line in done.stderr.splitlines() if "kinds.csv" in line]
    assert told == [f"{package}/data/known/kinds.csv:1: the separator is {shown} and not a comma"]


def test_a_broken_file_of_a_package_in_a_folder_is_named_from_here(package: Path) -> None:
    """A descriptor that cannot be read is no table with a line, and still a click leads to the file."""
    schema = package / "schemas" / "said" / "claims.json"
    schema.write_text(schema.read_text("utf-8").replace('"fields"', '"field"'), "utf-8")
    told = CliRunner().invoke(main, ["check", str(package)]).stderr
    assert told.startswith(f"{schema.as_posix()}: expected a Table Schema with a list of fields")


def test_a_path_that_was_given_is_named_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(main, ["check", "no such folder"])
    assert (told.exit_code, told.stderr.startswith("no such folder: ")) == (2, True)


def test_a_name_of_an_output_that_the_system_finds_too_long_is_a_sentence() -> None:
    told = CliRunner().invoke(main, ["check", str(ROOT), "--select", "year-missing", "--also", "json", "a" * 300])
    assert told.exit_code == 2
    assert told.exception is None or isinstance(told.exception, SystemExit)
    assert "too long" in told.stderr
