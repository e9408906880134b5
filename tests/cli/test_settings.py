"""Settings of a desk: found, judged with suggestions, and never in the way of what is asked for on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from packages import copy_package
from repositories import git

from corrigenda.cli.main import main
from corrigenda.cli.settings import read_settings
from corrigenda.errors import SetupError


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    copy_package(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_without_a_file_there_are_none(desk: Path) -> None:
    assert read_settings(desk).defaults == {}
    done = run("--show-settings")
    assert done.exit_code == 0
    assert "There are no settings" in done.output


def test_settings_are_defaults_of_options(desk: Path) -> None:
    (desk / "corrigenda.toml").write_text(
        'select = ["office-*"]\nignore = ["office-not-*"]\nfail-on = "certain"\nreference = "package"\n'
        '[severity]\n"office-outside-*" = "warning"\n',
        "utf-8",
    )
    done = run("check", "package")
    assert done.exit_code == 1
    assert "warning (certain): " in done.stdout
    assert "ran 1 rule " in done.stdout
    assert "What is known was taken from corrigenda, data 0.1.0." in done.stdout
    shown = run("--show-settings").output
    assert "  fail-on    certain" in shown
    assert "  severity   office-outside-* = warning" in shown
    # What is given goes before.
    assert run("check", "package", "--fail-on", "never").exit_code == 0
    assert "ran 1 rule " in run("check", "package", "--select", "year-missing").stdout


def test_a_table_in_pyproject_is_read_from_a_folder_below(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / "pyproject.toml").write_text('[tool.corrigenda]\nselect = ["year-missing"]\n', "utf-8")
    (desk / "below").mkdir()
    monkeypatch.chdir(desk / "below")
    assert read_settings(Path.cwd()).file is None
    git(desk, "init", "-q")
    assert read_settings(Path.cwd()).file == desk / "pyproject.toml"
    assert "ran 1 rule " in run("check", "../package").stdout


def test_what_is_committed_is_the_work_of_all_rules(desk: Path) -> None:
    (desk / "corrigenda.toml").write_text('ignore = ["office-*"]\n[severity]\n"*" = "note"\n', "utf-8")
    done = run("check", "package", "--write")
    assert done.exit_code == 0
    assert "office-outside-tenure,certain,error" in (desk / "package/data/found/findings.csv").read_text("utf-8")


def test_the_gate_reads_no_settings(desk: Path) -> None:
    (desk / "corrigenda.toml").write_text('ignore = ["*"]\nfail-on = "never"\n', "utf-8")
    assert run("gate", "package", "--fail-on", "certain").exit_code == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("selct = []", "there is no setting 'selct'; is 'select' meant?"),
        ("colour = 1", "there is no setting 'colour'; expected one of select, ignore"),
        ('select = "office"', "select is 'office'; expected a list of names of rules"),
        ('fail-on = "certan"', "fail-on is 'certan'; is 'certain' meant?"),
        ('[severity]\n"office-*" = "warn"', "severity of office-* is 'warn'; is 'warning' meant?"),
        ("severity = 3", "severity is '3'; expected a table of rules"),
        ("reference = 3", "reference is '3'; expected the path of a package"),
        ("select = [", "is no TOML"),
    ],
)
def test_what_is_no_setting_is_named_with_what_is_meant(desk: Path, text: str, words: str) -> None:
    (desk / "corrigenda.toml").write_text(text, "utf-8")
    with pytest.raises(SetupError) as told:
        read_settings(desk)
    assert words in str(told.value)
    done = run("check", "package")
    assert (done.exit_code, words in done.stderr) == (2, True)
    assert run("--show-settings").exit_code == 2
