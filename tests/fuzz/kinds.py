"""The kinds of hostile inputs, each with the commands that are tried on it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from fuzz.hostile_archives import make_archive
from fuzz.hostile_imports import make_import
from fuzz.hostile_packages import break_package
from fuzz.hostile_rules import make_rule
from fuzz.hostile_texts import make_draft
from fuzz.hostile_updates import make_notes, make_update
from fuzz.judge import Files

from corrigenda.checking.rulebook.catalogue import catalogue


@dataclass(frozen=True)
class Command:
    """Hold the arguments of a command, what it may change where it succeeds, and whether it changes nothing where it fails."""

    arguments: tuple[str, ...]
    may_write: tuple[str, ...] = ()
    is_step: bool = True


Input = tuple[Files, list[Command], str]

# One for each broken package, the cheap ones more often.
COMMANDS = (
    *(Command(("check", ".")),) * 4,
    *(Command(("check", ".", "--select", "RULE", "--select", "RULE")),) * 8,
    *(Command(("check", ".", "--format", form)) for form in ("json", "sarif", "junit", "github", "markdown")),
    Command(("check", ".", "--write"), ("data/found/", "datapackage.json")),
    Command(("check", ".", "--locked")),
    *(Command(("timeline", ".")),) * 3,
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


def _package(seed: int) -> Input:
    files, how = break_package(seed)
    chance = random.Random(-seed)
    command = chance.choice(COMMANDS)
    names = [rule.name for rule in catalogue()]
    arguments = tuple(chance.choice(names) if one == "RULE" else one for one in command.arguments)
    return files, [Command(arguments, command.may_write, command.is_step)], how


def _made(make: Callable[[int], tuple[Files, list[str], str]], *may_write: str) -> Callable[[int], Input]:
    def give(seed: int) -> Input:
        files, arguments, how = make(seed)
        commands = [Command(tuple(arguments), may_write)]
        # What was written by a command that succeeded is a package that can be checked; that takes longest, so only some are.
        if "made" in arguments and seed % 5 == 0:
            commands.append(Command(("check", "made")))
        return files, commands, how

    return give


KINDS: dict[str, Callable[[int], Input]] = {
    "packages": _package,
    # The text of a page is saved next to it.
    "drafts": _made(make_draft, "made/", "one.txt"),
    # What a workbook changes is put into the package that it was made of.
    "imports": _made(make_import, "made/", "data/"),
    "archives": _made(make_archive),
    "rules": _made(make_rule),
    "updates": _made(make_update),
    "notes": _made(make_notes),
}
