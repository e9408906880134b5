"""Several files are written in one step, whole or not at all, and by one command at a time, whatever ends a program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from corrigenda.errors import SetupError
from corrigenda.package.storage import journal
from corrigenda.package.storage.files import put_in_place
from corrigenda.package.storage.journal import JOURNAL, in_turn, refuse_unfinished, write_together, writing

WRITER = """
import sys
from pathlib import Path
from corrigenda.package.storage.journal import write_together
number = 0
while True:
    number += 1
    write_together(Path(sys.argv[1]), {f"data/{name}": f"{number}\\n".encode() * 2000 for name in "abcde"})
    print(number, flush=True)
"""


def state(root: Path) -> list[bytes]:
    return [file.read_bytes() for file in sorted((root / "data").iterdir())]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    write_together(tmp_path, {f"data/{name}": b"old" for name in "abcde"})
    return tmp_path


def test_only_what_changes_is_written(root: Path) -> None:
    assert write_together(root, {"data/a": b"old", "data/b": b"new"}) == ["data/b"]
    assert write_together(root, {"data/a": b"old", "data/b": b"new"}) == []
    assert sorted(path.name for path in root.iterdir()) == ["data"]


def test_a_step_that_was_ended_before_it_was_certain_leaves_the_old_state(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(journal, "_write_through", stop)
    with pytest.raises(SetupError, match="No space left on device; nothing was changed"):
        write_together(root, {"data/a": b"new", "data/b": b"new"})
    assert state(root) == [b"old"] * 5
    assert sorted(path.name for path in root.iterdir()) == ["data"]


def test_a_step_that_was_ended_half_way_is_refused_to_readers_and_finished_by_the_next_writer(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def end_after_two(made: Path, file: Path) -> None:
        if file.name == "c":
            raise KeyboardInterrupt
        put_in_place(made, file)

    monkeypatch.setattr("corrigenda.package.storage.journal.put_in_place", end_after_two)
    with pytest.raises(KeyboardInterrupt):
        write_together(root, {f"data/{name}": b"new" for name in "abcde"})
    monkeypatch.undo()
    assert state(root) == [b"new"] * 2 + [b"old"] * 3
    with pytest.raises(SetupError, match="a command was ended while it wrote several files; run 'corrigenda tidy"):
        refuse_unfinished(root)
    with writing(root):
        assert state(root) == [b"new"] * 5
    assert not (root / JOURNAL).exists()
    refuse_unfinished(root)


def test_a_journal_that_somebody_made_up_reaches_nothing_outside(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "file"
    outside.write_text("kept")
    made = root / JOURNAL
    made.mkdir()
    (made / "index.json").write_text(f'["../{outside.parent.name}/file"]')
    (made / "0").write_text("changed")
    with pytest.raises(SetupError, match="leaves the package"), writing(root):
        pass
    assert outside.read_text() == "kept"


def test_what_another_program_changed_in_the_meantime_is_not_lost(root: Path) -> None:
    with writing(root):
        write_together(root, {"data/a": b"ours"})
        write_together(root, {"data/a": b"ours again"})
        (root / "data" / "b").write_bytes(b"of an editor")
        (root / "data" / "new").write_bytes(b"of an editor")
        for path in ("data/b", "data/new"):
            with pytest.raises(SetupError, match=f"{path}: was changed by another program in the meantime; nothing was written"):
                write_together(root, {"data/c": b"ours", path: b"ours"})
        assert write_together(root, {"data/c": b"ours"}) == ["data/c"]
    assert state(root)[1] == b"of an editor"
    assert write_together(root, {"data/b": b"ours"}) == ["data/b"]


def test_one_command_waits_for_another(root: Path) -> None:
    order: list[str] = []

    @in_turn
    def second(place: Path) -> None:
        order.append("second")

    with writing(root):
        waiting = threading.Thread(target=second, args=(root,))
        waiting.start()
        time.sleep(0.2)
        order.append("first")
    waiting.join(10)
    assert order == ["first", "second"]


@pytest.mark.parametrize("seed", range(int(os.environ.get("CORRIGENDA_KILLS", "12"))))
def test_a_program_that_is_killed_at_any_moment_leaves_one_state(root: Path, seed: int) -> None:
    """Real programs, really killed; CORRIGENDA_KILLS=1000 is the long run of `nox -s fuzz`."""
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(root)], stdout=subprocess.PIPE)  # noqa: S603
    assert writer.stdout
    writer.stdout.readline()
    time.sleep(seed * 0.0037 % 0.05)
    writer.send_signal(signal.SIGKILL)
    said = writer.communicate()[0].split()
    with writing(root):
        (content,) = set(state(root))
    # What was acknowledged is there, or a later state is.
    assert int(content.split()[0]) >= int(said[-1] if said else 1)
    assert sorted(path.name for path in root.iterdir()) == ["data"]
    assert sorted(path.name for path in (root / "data").iterdir()) == list("abcde")
