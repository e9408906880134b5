"""Really killed programs: each command that writes is ended by SIGKILL at a random moment, and what is left is judged.

`python -m fuzz.kills 1000` kills so many, `python -m fuzz.kills 100@5000` so many from a seed on. A command runs in a process of its own,
forked from one that has loaded everything, so that a kill costs no start. Afterwards the next command has to find the state before or
the state after, whole, and no scrap may stay.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fuzz.hostile_packages import sound_package
from fuzz.judge import Files, fast_folder, laid_out, read_files, write_files

from corrigenda.cli.main import main

TEXT = "Ada, Minister of Land, met Ben in May 2023. She said on Monday that it had cost 1.5 million euros.\n"
_LIST = "person,office,start,end\n" + "".join(f"Ann Lee {n},Mayor of {n},2019-03-01,2020-03-01\n" for n in range(40))


# Commands that take a second or more, most of it before they write.
_LONG = frozenset((
    "check --write", "draft --into", "accept", "import", "import -o", "draft -o", "release", "report", "report --single-file",
    "export sqlite", "export xlsx", "check --also", "reject", "export parquet",
))  # fmt: skip


@dataclass(frozen=True)
class Written:
    """Hold a command that writes: its arguments, the files before it, and the command with which it goes on afterwards."""

    arguments: tuple[str, ...]
    files: Files
    remedy: tuple[str, ...]


@cache
def commands() -> dict[str, Written]:
    """Return the commands that write several files, each with what it needs."""
    sound = sound_package()
    untidy = {name: data.replace(b"\n", b"\r\n") if name.endswith(".csv") else data for name, data in sound.items()}
    drafted = made_package(("draft", "--text", "one.txt", "-o", "."), {"one.txt": TEXT.encode()}, "made")
    tidy = ("tidy", ".")
    listed = {"list.csv": _LIST.encode()}
    known = {**listed, "one.txt": TEXT.encode()}
    checked = made_package(("check", ".", "--write"), {f"made/{name}": data for name, data in sound_package(is_whole=True).items()}, "made")
    # Without the profile of the published package, whose keys it would have lost, it is a first release.
    del checked["data/baseline.json"]
    rejected = next(line.split(",")[0] for line in drafted["data/said/claims.csv"].decode().splitlines()[1:])
    taken = ("--as-of", "2024-01-01", "--licence", "CC0-1.0")
    return {
        "check --write": Written(("check", ".", "--write"), sound_package(is_whole=True), tidy),
        "tidy": Written(tidy, untidy, tidy),
        "new article": Written(("new", "article", "--text", "one.txt", "--id", "two"), {**drafted, "one.txt": b"One sentence."}, tidy),
        "draft --into": Written(
            ("draft", "--text", "two.txt", "--into", "."), {**drafted, "two.txt": (TEXT * 2).encode()}, tidy),
        "accept": Written(("accept", "--by", "me", "--rest"), drafted, tidy),
        "import": Written(
            ("import", "table", "list.csv", "-o", ".", *taken), {**made_package(("new", "package", "made"), {}, "made"), **listed}, tidy),
        "new package": Written(("new", "package", "made"), known, ("new", "package", "made")),
        "new package in a folder": Written(("new", "package", "here"), {"here/.keep": b""}, ("tidy", "here")),
        "import -o": Written(
            ("import", "table", "list.csv", "-o", "made", *taken), known, ("import", "table", "list.csv", "-o", "made", *taken)),
        "draft -o": Written(("draft", "--text", "one.txt", "-o", "made"), known, ("draft", "--text", "one.txt", "-o", "made")),
        "release": _again(checked, "release", ".", "-o", "made"),
        "report": _again(sound, "report", ".", "-o", "made"),
        "report --single-file": _again(sound, "report", ".", "--single-file", "made.html"),
        "export sqlite": _again(sound, "export", "sqlite", ".", "-o", "made.sqlite"),
        "export xlsx": _again(sound, "export", "xlsx", ".", "-o", "made.xlsx"),
        "check --also": _again(sound, "check", ".", "--also", "json", "made.json", "--also", "sarif", "made.sarif"),
        "reject": Written(("reject", f"claims:{rejected}"), drafted, tidy),
        "export parquet": Written(("export", "parquet", ".", "-o", "made"), sound, ("export", "parquet", ".", "-o", "made")),
    }  # fmt: skip


def _again(files: Files, *arguments: str) -> Written:
    """Return a command that is run again after a kill, and then has to have written all of it."""
    return Written(arguments, files, arguments)


def made_package(arguments: tuple[str, ...], files: Files, folder: str) -> Files:
    """Return the files of a package that a command makes."""
    told = [folder if one == "." else one for one in arguments]
    with tempfile.TemporaryDirectory() as place, laid_out(Path(place) / "place", files) as work:
        _call(told)
        found = read_files(work / folder)
    return {name: data for name, data in found.items() if isinstance(data, bytes)}


def _call(arguments: list[str]) -> int:
    try:
        main(arguments, standalone_mode=False)
    except SystemExit as end:
        return int(str(end.code or 0))
    return 0


def _lay(work: Path, written: Written) -> None:
    write_files(work, written.files)
    for keep in work.rglob(".keep"):
        keep.unlink()


def _fork(arguments: tuple[str, ...]) -> int:
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        code = 3
        try:
            code = _call(list(arguments))
        finally:
            os._exit(code)
    return child


def _drop_rights() -> None:
    """Give up what lets root write to where it may not (the third version of Linux's call for that)."""
    import ctypes

    ctypes.CDLL(None).capset((ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)())


def call_in_child(arguments: tuple[str, ...], *, as_nobody: bool = False) -> tuple[int, str]:
    """Run a command in a process of its own, if asked without the rights of root; return its exit code and words."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.dup2(writer, 1)
        os.dup2(writer, 2)
        code = 3
        try:
            sys.stdout, sys.stderr = (open(number, "w", buffering=1, closefd=False) for number in (1, 2))  # noqa: SIM115
            if as_nobody and os.geteuid() == 0:
                _drop_rights()
            code = _call(list(arguments))
        except BaseException as error:
            os.write(2, f"Traceback: {error!r}".encode())
        finally:
            os._exit(code)
    os.close(writer)
    with open(reader, "rb") as stream:  # noqa: PTH123
        said = stream.read().decode()
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), said


def _run(arguments: tuple[str, ...]) -> tuple[int, float]:
    start = time.monotonic()
    _, status = os.waitpid(_fork(arguments), 0)
    return os.waitstatus_to_exitcode(status), time.monotonic() - start


def kill_one(name: str, seed: int, place: Path, known: dict[str, tuple[dict[str, bytes | str], float]]) -> tuple[str, list[str]]:
    """Run a command, kill it at a moment of chance, go on, and say in which state it was found and what is wrong with it.

    Half of the moments are anywhere, half a few milliseconds after something begins to be written. `known` keeps the state after each
    command, and how long it takes.
    """
    written, chance = commands()[name], random.Random(seed)
    if name not in known:
        with laid_out(place, {}) as work:
            _lay(work, written)
            code, took = _run(written.arguments)
            assert code in (0, 1), f"{name} ended with {code}"
            known[name] = read_files(work), took
            assert {path: data for path, data in known[name][0].items() if data} != written.files, f"{name} wrote nothing"
    after, took = known[name]
    with laid_out(place, {}) as work:
        _lay(work, written)
        before = read_files(work)
        folders = {folder for folder in work.rglob("*") if folder.is_dir()} | {work}
        marks = {folder: folder.stat().st_mtime_ns for folder in folders}
        child = _fork(written.arguments)
        if chance.random() < 0.5:
            time.sleep(chance.random() * took)
        else:
            end = time.monotonic() + 3 * took
            while time.monotonic() < end and all(folder.is_dir() and folder.stat().st_mtime_ns == mark for folder, mark in marks.items()):
                if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                    break
            time.sleep(chance.choice((0, 0, 0.001, 0.005, 0.02)) * chance.random())
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        was_killed = os.WIFSIGNALED(status)
        left = {name for name in read_files(work) if ".corrigenda-" in name}
        _run(written.remedy)
        found = read_files(work)
        faults = [f"{one} stayed" for one in sorted(found) if ".corrigenda-" in one][:1]
        whole = {path: data for path, data in found.items() if ".corrigenda-" not in path}
        # A command that is started again ends in the state after it, whatever there was.
        state = "after" if written.remedy == written.arguments or whole == after else "before"
        other = after if state == "after" else before
        if whole != other:
            wrong = sorted(path for path in whole.keys() | other.keys() if whole.get(path) != other.get(path))
            faults.append(f"is neither of the two states: {', '.join(wrong[:3])}")
        return ("not killed" if not was_killed else f"{state}{', with scrap' if left else ''}"), faults


def kill(kills: int, place: Path, seconds: float = float("inf"), *, first: int = 0) -> tuple[Counter[str], list[str]]:
    """Kill so many commands, or for so many seconds, from a first seed on; return how they were found, and each fault."""
    known: dict[str, tuple[dict[str, bytes | str], float]] = {}
    states: Counter[str] = Counter()
    killed: Counter[str] = Counter()
    faults: list[str] = []
    # What is over in a moment is killed more often: it takes less of the time that there is.
    names = [name for name in commands() for _ in range(1 if name in _LONG else 4)]
    seed, end = first, time.monotonic() + seconds
    while sum(number for state, number in states.items() if state != "not killed") < kills and time.monotonic() < end:
        name = names[seed % len(names)]
        state, wrong = kill_one(name, seed, place, known)
        states[state] += 1
        killed[name] += state != "not killed"
        for fault in wrong:
            faults.append(f"{name}, seed {seed}: {fault}")
            sys.stdout.write(faults[-1] + "\n")
            sys.stdout.flush()
        seed += 1
        if (seed - first) % 50 == 0:
            sys.stdout.write(f"... {sum(killed.values()):,} killed ({', '.join(f'{one} {number}' for one, number in killed.items())})\n")
            sys.stdout.flush()
    return states, faults


if __name__ == "__main__":
    import corrigenda.package.storage.scrap

    corrigenda.package.storage.scrap._YOUNG = -1.0
    # The day of a release, which the clock would give.
    os.environ |= {"SOURCE_DATE_EPOCH": "1790000000", "CORRIGENDA_NO_CACHE": "1"}
    count, _, first = sys.argv[1].partition("@")
    seconds = float(os.environ.get("CORRIGENDA_FUZZ_SECONDS", "inf"))
    with tempfile.TemporaryDirectory(dir=fast_folder()) as folder:
        found, wrong = kill(int(count), Path(folder) / "place", seconds, first=int(first or 0))
    sys.stdout.write(f"kills: {', '.join(f'{state} {number:,}' for state, number in sorted(found.items()))}; {len(wrong)} faults\n")
    sys.exit(int(bool(wrong)))
