"""Runs many hostile inputs in one process, and another one that sees to it that a crash of that process is a fault too.

`python -m fuzz.session packages=10000 drafts=5000` runs so many of each kind, in turn, so that each has its part where the time ends;
each input is known by its kind and its seed, and `python -m fuzz.session packages=1@77` runs one again and prints what it said.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from fuzz.guards import begin_input, guard_process, is_worn
from fuzz.judge import Ran, fast_folder, laid_out, run
from fuzz.kinds import KINDS, Command

# So many inputs between two lines on how far it is.
_OFTEN = 500
Job = tuple[str, int]


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


def plan(arguments: Sequence[str]) -> list[Job]:
    """Return the inputs that arguments such as `packages=100@7` ask for, the kinds mixed in proportion.

    >>> plan(["rules=1@5", "archives=2"])
    [('archives', 0), ('rules', 5), ('archives', 1)]
    """
    jobs = []
    for argument in arguments:
        kind, _, number = argument.partition("=")
        count, _, first = number.partition("@")
        jobs += [((place + 0.5) / int(count), kind, int(first or 0) + place) for place in range(int(count))]
    return [(kind, seed) for _, kind, seed in sorted(jobs)]


def work_off(jobs: Sequence[Job], place: Path) -> Iterator[dict[str, Any]]:
    """Yield a line before and after each input: what is begun, and what came of it; end early where the process has grown."""
    for kind, seed in jobs:
        yield {"begun": seed}
        begin_input()
        ran = try_one(kind, seed, place)
        yield {
            "codes": [one.code for _, one in ran],
            "faults": [f"{' '.join(command.arguments)}: {fault}" for command, one in ran for fault in one.faults],
            "seconds": max((one.seconds for _, one in ran), default=0),
            "cpu": time.process_time(),
            "peak": max((one.peak for _, one in ran), default=0),
        }
        if is_worn():
            return


def oversee(arguments: Sequence[str], most: float = float("inf")) -> Iterator[tuple[Job, dict[str, Any]]]:
    """Run inputs in a process of their own, in a new one after a crash, and yield what came of each; stop after so many seconds."""
    jobs, done, end = plan(arguments), 0, time.monotonic() + most
    while done < len(jobs) and time.monotonic() < end:
        worker = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", "fuzz.session", "--work", str(done), *arguments], stdout=subprocess.PIPE, text=True
        )
        assert worker.stdout
        for line in worker.stdout:
            said = json.loads(line)
            if "begun" not in said:
                yield jobs[done], said
                done += 1
                if time.monotonic() > end:
                    worker.terminate()
        if worker.wait() != 0 and time.monotonic() < end:
            # A query that cannot be stopped ends the program with 2 and a sentence; everything else is a crash.
            faults = [] if worker.returncode == 2 else [f"the process ended with {worker.returncode}"]
            yield jobs[done], {"codes": [worker.returncode], "faults": faults, "seconds": 0, "cpu": 0, "peak": 0}
            done += 1


class Tally:
    """Count what came of the inputs of one kind."""

    def __init__(self) -> None:
        self.tried, self.faulty, self.slowest, self.largest = 0, 0, 0.0, 0
        self.codes: Counter[int] = Counter()

    def add(self, said: dict[str, Any]) -> None:
        """Count one input."""
        self.tried += 1
        self.faulty += bool(said["faults"])
        self.codes.update(said["codes"])
        self.slowest, self.largest = max(self.slowest, said["seconds"]), max(self.largest, said["peak"])

    def __str__(self) -> str:
        codes = ", ".join(f"exit {code} {number:,}" for code, number in sorted(self.codes.items()))
        return f"{self.tried:,} tried, {self.faulty} with faults ({codes}); at most {self.slowest:.1f} s and {self.largest / 1e6:,.0f} MB"


def main(arguments: Sequence[str]) -> int:
    """Run what the arguments ask for; exit 1 where there was a fault."""
    if arguments[0] == "--work":
        guard_process()
        with tempfile.TemporaryDirectory(dir=fast_folder()) as place:
            # What is kept from run to run is hostile as well, and not that of whoever runs this.
            os.environ["XDG_CACHE_HOME"] = f"{place}/cache"
            for line in work_off(plan(arguments[2:])[int(arguments[1]) :], Path(place) / "place"):
                _say(json.dumps(line))
        return 0
    if len(jobs := plan(arguments)) == 1:
        with tempfile.TemporaryDirectory(dir=fast_folder()) as place:
            for command, one in try_one(*jobs[0], Path(place) / "place"):
                _say(f"$ corrigenda {' '.join(command.arguments)} -> {one.code}\n{one.said}\n{list(one.faults)}")
        return 0
    tallies: dict[str, Tally] = defaultdict(Tally)
    for number, ((kind, seed), said) in enumerate(oversee(arguments, float(os.environ.get("CORRIGENDA_FUZZ_SECONDS", "inf")))):
        tallies[kind].add(said)
        for fault in said["faults"]:
            _say(f"{kind}=1@{seed}: {fault}")
        if number % _OFTEN == _OFTEN - 1:
            _say(f"... {number + 1:,} of {len(jobs):,}, {sum(tally.faulty for tally in tallies.values())} with faults")
    for kind, tally in sorted(tallies.items()):
        _say(f"{kind}: {tally}")
    return int(any(tally.faulty for tally in tallies.values()))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
