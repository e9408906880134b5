"""A check that ran before is printed again from the cache as long as nothing has changed; and what a bar and Ctrl-C leave behind."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from many_articles import write_articles
from packages import edit_json, path_of, resource_of

import corrigenda.tasks.checking.check
from corrigenda.cli import progress
from corrigenda.cli.main import main
from corrigenda.cli.progress import Progress
from corrigenda.package.storage.cache import Cache

# A shell that starts the tests in the background has them ignore interrupts, and so does what they start.
START = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from corrigenda.cli.main import main; main()"

Run = Callable[..., Result]


@pytest.fixture
def run(package: Path, tmp_path: Path) -> Run:
    """Give the command with a cache of its own."""

    def invoke(*options: str) -> Result:
        env = {"CORRIGENDA_NO_CACHE": None, "XDG_CACHE_HOME": str(tmp_path / "cache")}
        return CliRunner().invoke(main, ["check", str(package), "--select", "year-missing", "--as-of", "2026-03-20", *options], env=env)

    return invoke


def test_nothing_is_worked_out_twice(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run()
    asked = []

    def fail(*_: object, **__: object) -> None:
        asked.append(1)
        raise AssertionError

    with monkeypatch.context() as patch:
        patch.setattr(corrigenda.tasks.checking.check, "run_check", fail)
        again = run()
        assert (again.exit_code, again.stdout, again.stderr) == (first.exit_code, first.stdout, first.stderr)
        assert not asked
        # What is asked in another way is another run.
        for options in (["--fail-on", "certain"], ["--format", "json"], ["-q"], ["--no-cache"], ["--about", "all"]):
            before = len(asked)
            run(*options)
            assert len(asked) == before + 1, options
    assert run("--no-cache").stdout == first.stdout
    entries = [path for path in (tmp_path / "cache").rglob("*") if path.is_file() and path.name != "cleaned"]
    entries[0].write_bytes(entries[0].read_bytes().replace(b"\n", b" ", 1))
    assert run().stdout == first.stdout


def test_a_changed_file_is_read(run: Run, package: Path) -> None:
    first = run()
    file = path_of(package, "dates")
    lines = file.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(lines[:-1]), "utf-8")
    assert run().stdout != first.stdout
    file.write_text("broken\n", "utf-8")
    assert run().exit_code == 2
    assert run().exit_code == 2


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "cache")
    cache.write("a", b"b")
    assert cache.read("a") is None


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "is_shown"), [(_Terminal(), True), (io.StringIO(), False)])
def test_a_bar_is_for_a_terminal(stream: io.StringIO, is_shown: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(progress, "_AFTER", 0.01)
    with Progress() as bar:
        bar.step(10, 40)
        time.sleep(0.2)
        bar.step(20, 40)
    assert ("20/40" in stream.getvalue()) is is_shown
    assert ("Checking articles" in stream.getvalue()) is is_shown


def test_a_short_run_has_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = _Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    with Progress() as bar:
        bar.step(40, 40)
    assert stream.getvalue() == ""


@pytest.mark.skipif(not Path("/proc/self/stat").is_file(), reason="This system lists no processes in /proc.")
def test_ctrl_c_ends_every_process_and_leaves_nothing(tmp_path: Path) -> None:
    package = write_articles(tmp_path / "package", 4)
    scrap = tmp_path / "scrap"
    scrap.mkdir()
    command = [sys.executable, "-c", START, "check", str(package.root), "--jobs", "2"]
    with subprocess.Popen(  # noqa: S603
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "TMPDIR": str(scrap)},
    ) as running:
        deadline = time.monotonic() + 60
        # A process that judges has cut out its articles.
        while not list(scrap.glob("*/*/articles.csv")) and running.poll() is None and time.monotonic() < deadline:
            time.sleep(0.02)
        os.killpg(running.pid, signal.SIGINT)
        printed, said = running.communicate(timeout=60)
    assert (printed, said, running.returncode) == ("", "Interrupted.\n", 130)
    assert list(scrap.iterdir()) == []
    deadline = time.monotonic() + 10
    while _running(running.pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert _running(running.pid) == []


def _running(group: int) -> list[str]:
    """Return the processes of a group that have not ended."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = file.read_text("utf-8").rpartition(")")
        except OSError:
            continue
        state, _, its_group = rest.split()[:3]
        if int(its_group) == group and state != "Z":
            found.append(name)
    return found


@pytest.mark.parametrize("path", ["/dev/zero", "../outside.csv", "data/pipe.csv", ["data/known/kinds.csv", "/dev/zero"]])
def test_nothing_is_read_that_the_package_may_not_name(run: Run, package: Path, path: object) -> None:
    """A device has no end: before, the digest of all files was made before anything was refused."""
    (package.parent / "outside.csv").write_text("kind_id\n")
    os.mkfifo(package / "data" / "pipe.csv")
    edit_json(package / "datapackage.json", lambda found: resource_of(found, "kinds").update(path=path))
    told = run()
    assert told.exit_code == 2
    assert "datapackage.json: the table 'kinds'" in told.stderr


def test_a_descriptor_of_many_brackets_is_said(run: Run, package: Path) -> None:
    (package / "datapackage.json").write_text("[" * 100_000)
    assert "datapackage.json: is not JSON" in run().stderr
