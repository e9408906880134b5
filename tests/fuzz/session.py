"""Runs many hostile inputs in one process, and another one that sees to it that a crash of that process is a fault too.

`python -m fuzz.session packages=10000 drafts=5000` runs so many of each kind; each input is known by its kind and its seed, and
`python -m fuzz.session packages=1@77` runs one again and prints what it said.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fuzz.hostile_archives import make_archive
from fuzz.hostile_imports import make_import
from fuzz.hostile_packages import break_package
from fuzz.hostile_rules import make_rule
from fuzz.hostile_texts import make_draft
from fuzz.judge import Files, Ran, laid_out, run

# An input on which nothing has come for so long hangs.
_PATIENCE = 120.0


@dataclass(frozen=True)
class Command:
    """Hold the arguments of a command, what it may change where it succeeds, and whether it changes nothing where it fails."""

    arguments: tuple[str, ...]
    may_write: tuple[str, ...] = ()
    is_step: bool = True


# One for each broken package, the cheap ones more often.
COMMANDS = (
    *(Command(("check", ".")),) * 6,
    *(Command(("check", ".", "--format", form)) for form in ("json", "sarif", "junit", "github", "markdown")),
    Command(("check", ".", "--write"), ("data/found/", "datapackage.json")),
    Command(("check", ".", "--locked")),
    Command(("timeline", ".")),
    Command(("tidy", "."), ("data/",), is_step=False),
    Command(("report", ".", "--single-file", "page.html"), ("page.html",)),
    Command(("report", ".", "--format", "markdown")),
    Command(("export", "sqlite", ".", "-o", "made.sqlite"), ("made.sqlite",)),
    Command(("export", "annotations", ".", "-o", "made.json"), ("made.json",)),
    Command(("find", "Ada", "--known", ".")),
    Command(("new", "article", "--text", "datapackage.json", "--id", "two", "--package", "."), ("data/", "datapackage.json")),
    Command(("accept", "--by", "me", "--rest"), ("data/",)),
    Command(("waive", "year-missing:art/day", "--reason", "x", "--by", "me", "--package", "."), ("data/",)),
    Command(("check", ".", "--about", "reference")),
)  # fmt: skip


def _package(seed: int) -> tuple[Files, list[Command], str]:
    files, how = break_package(seed)
    return files, [random.Random(-seed).choice(COMMANDS)], how


def _made(make: Callable[[int], tuple[Files, list[str], str]], *may_write: str) -> Callable[[int], tuple[Files, list[Command], str]]:
    def give(seed: int) -> tuple[Files, list[Command], str]:
        files, arguments, how = make(seed)
        commands = [Command(tuple(arguments), may_write)]
        # What was written by a command that succeeded is a package that can be checked.
        if "made" in arguments:
            commands.append(Command(("check", "made")))
        return files, commands, how

    return give


KINDS: dict[str, Callable[[int], tuple[Files, list[Command], str]]] = {
    "packages": _package,
    # The text of a page is saved next to it.
    "drafts": _made(make_draft, "made/", "one.txt"),
    # What a workbook changes is put into the package that it was made of.
    "imports": _made(make_import, "made/", "data/"),
    "archives": _made(make_archive),
    "rules": _made(make_rule),
}


def try_one(kind: str, seed: int, place: Path) -> list[tuple[Command, Ran]]:
    """Lay out one input and run its commands; the later ones only where the one before succeeded and wrote something."""
    files, commands, _ = KINDS[kind](seed)
    ran = []
    with laid_out(place, files) as work:
        for command in commands:
            if command is not commands[0] and not (work / "made" / "datapackage.json").is_file():
                break
            ran.append((command, run(place, command.arguments, may_write=command.may_write, is_step=command.is_step)))
    return ran


def work_off(kind: str, seeds: Sequence[int], place: Path) -> Iterator[dict[str, object]]:
    """Yield a line before and after each input: what is begun, and what came of it."""
    for seed in seeds:
        yield {"begun": seed}
        start = time.process_time()
        ran = try_one(kind, seed, place)
        yield {
            "seed": seed,
            "codes": [one.code for _, one in ran],
            "faults": [f"{' '.join(command.arguments)}: {fault}" for command, one in ran for fault in one.faults],
            "seconds": max((one.seconds for _, one in ran), default=0),
            "cpu": time.process_time() - start,
            "peak": max((one.peak for _, one in ran), default=0),
        }


def oversee(kind: str, seeds: Sequence[int], most: float) -> Iterator[dict[str, object]]:
    """Run inputs in a process of their own, in a new one after a crash, and yield what came of each; stop after so many seconds."""
    left, end = list(seeds), time.monotonic() + most
    while left and time.monotonic() < end:
        first = left[0]
        worker = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "fuzz.session", "--work", f"{kind}={min(len(left), 400)}@{first}"], stdout=subprocess.PIPE, text=True
        )
        assert worker.stdout
        begun = first
        for line in worker.stdout:
            said = json.loads(line)
            if "begun" in said:
                begun = said["begun"]
                continue
            left.remove(said["seed"])
            yield said
            if time.monotonic() > end:
                worker.terminate()
                worker.wait()
                return
        if worker.wait() != 0:
            left.remove(begun)
            yield {"seed": begun, "codes": [], "faults": [f"the process ended with {worker.returncode}"], "seconds": 0, "cpu": 0, "peak": 0}


def _read(argument: str) -> tuple[str, list[int]]:
    kind, _, number = argument.partition("=")
    count, _, first = number.partition("@")
    return kind, list(range(int(first or 0), int(first or 0) + int(count)))


def main(arguments: Sequence[str]) -> int:
    """Run what the arguments ask for; exit 1 where there was a fault."""
    if arguments[0] == "--work":
        import faulthandler

        faulthandler.dump_traceback_later(_PATIENCE * 10, exit=True)
        kind, seeds = _read(arguments[1])
        with tempfile.TemporaryDirectory() as place:
            for line in work_off(kind, seeds, Path(place) / "place"):
                if "begun" in line:
                    faulthandler.dump_traceback_later(_PATIENCE, exit=True)
                sys.stdout.write(json.dumps(line) + "\n")
                sys.stdout.flush()
        return 0
    most = float(os.environ.get("CORRIGENDA_FUZZ_SECONDS", "inf"))
    faulty = 0
    for argument in arguments:
        kind, seeds = _read(argument)
        if len(seeds) == 1:
            with tempfile.TemporaryDirectory() as place:
                for command, one in try_one(kind, seeds[0], Path(place) / "place"):
                    sys.stdout.write(f"$ corrigenda {' '.join(command.arguments)} -> {one.code}\n{one.said}\n{list(one.faults)}\n")
            continue
        codes: Counter[int] = Counter()
        tried, slowest, largest, cpu = 0, 0.0, 0, 0.0
        for said in oversee(kind, seeds, most):
            tried += 1
            codes.update(said["codes"])  # type: ignore[call-overload]
            slowest, largest = max(slowest, float(str(said["seconds"]))), max(largest, int(str(said["peak"])))
            cpu += float(str(said["cpu"]))
            for fault in said["faults"]:  # type: ignore[attr-defined]
                faulty += 1
                sys.stdout.write(f"{kind}={1}@{said['seed']}: {fault}\n")
                sys.stdout.flush()
        told = ", ".join(f"exit {code} {number:,}" for code, number in sorted(codes.items()))
        sys.stdout.write(f"{kind}: {tried:,} tried ({told}); at most {slowest:.1f} s and {largest / 1e6:,.0f} MB; {cpu:,.0f} CPU s\n")
        sys.stdout.flush()
    return int(faulty > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
