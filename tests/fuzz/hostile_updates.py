"""Hostile updates and notes, always the same ones for a seed: a broken state on either side, and a story's own list of anything."""

from __future__ import annotations

import random

from fuzz.hostile_packages import break_package, sound_package
from fuzz.hostile_values import NASTY, SOUND_DATES
from fuzz.judge import Files  # noqa: TC002  (of the tests)

Chance = random.Random

_COLUMNS = (
    "name", "title", "start", "end", "variants", "measure", "amount", "day", "relation", "other", "event", "kind", "about", "born",
    "person_id", "currency", "note", "x",
)  # fmt: skip
_CELLS = ("Ada", "Ben", "Minister of Land", "cost", "1500000", "EUR", "signing", "member-of", "Land")
_STATES = (
    "old",
    "old/datapackage.json",
    ".",
    "",
    "-x",
    "HEAD",
    "HEAD~1",
    "@{u}",
    ":/x",
    "HEAD:data",
    "nowhere",
    "old.zip",
    "a\nb",
    "../outside.txt",
)


def make_update(seed: int) -> tuple[Files, list[str], str]:
    """Return two states of a package, one of them broken, the arguments that compare them, and what kind of input it is."""
    chance = Chance(seed)
    broken, _ = break_package(seed)
    old, new = chance.choice(((broken, sound_package()), (sound_package(), broken)))
    files = {**{f"old/{name}": data for name, data in old.items()}, **{f"new/{name}": data for name, data in new.items()}}
    state = "old" if chance.random() < 0.7 else chance.choice(_STATES)
    if chance.random() < 0.5:
        return files, ["gate", "new", f"--base={state}", "--format", chance.choice(("text", "json", "markdown", "github", "sarif"))], "gate"
    return files, ["diff", *chance.choice((("--", state, "new"), ("--", "new", state)))], "diff"


def make_notes(seed: int) -> tuple[Files, list[str], str]:
    """Return a package with a story's own list, the arguments that check both, and what kind of input it is."""
    chance = Chance(seed)
    columns = ["name", *chance.sample(_COLUMNS[1:], chance.randrange(1, 6))] if chance.random() < 0.9 else chance.sample(_COLUMNS, 3)
    pool = (*NASTY[:-1], *SOUND_DATES) if chance.random() < 0.4 else (*_CELLS, *SOUND_DATES)
    rows = [
        ",".join(chance.choice(pool).replace(",", " ").replace("\n", " ") for _ in columns) for _ in range(chance.choice((0, 1, 3, 30)))
    ]
    data = "\n".join([",".join(columns), *rows, ""]).encode("utf-8", "surrogatepass")
    if chance.random() < 0.1:
        data = chance.choice((data[: len(data) // 2], b"\xff" + data, data.replace(b"\n", b"\r"), b"", b"\x00" * 99, b'"' + data))
    return {**sound_package(is_whole=True), "notes.csv": data}, ["check", ".", "--notes", "notes.csv"], "notes"
