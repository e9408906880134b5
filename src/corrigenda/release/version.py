"""The version that a change of the data needs, after the recipe for data versions of the Data Package standard.

Breaking changes of a schema, and rows gone that other tables may point at, are major; added data is minor; corrections
of cells and of descriptions are a patch. What is generated follows from the rest and is a patch at most. A file that only
moves to another path needs no new version.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corrigenda.errors import SetupError
from corrigenda.release.change import Need
from corrigenda.release.schema import Level
from corrigenda.values.wording import EMPTY, show

OTHER_WORDS = "is described in other words"
MADE_ANEW = "is generated again with other rows"
_VERSION = re.compile(r"(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})")


@dataclass(frozen=True)
class Ground:
    """Hold one thing that moves a version: how far, the place (file, key, field) and what happened there.

    What comes in numbers has its `file` and a `kind`, by which it is counted.
    """

    level: Level
    place: str
    what: str
    file: str = ""
    kind: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


def new_row(path: str, key: Sequence[str]) -> Ground:
    """Return what a new row means."""
    return Ground(Level.MINOR, f"{path}, {show_key(key)}", "is a new row", path, "rows new")


def corrected_cell(path: str, key: Sequence[str], field: str, told: str) -> Ground:
    """Return what a cell with another value means."""
    return Ground(Level.PATCH, f"{path}, {show_key(key)}, field {field}", f"{told} is a correction", path, "cells corrected")


def gone_row(path: str, key: Sequence[str], is_pointed_at: bool) -> Ground:
    """Return what a row that is gone means: others may point at a row of a table that foreign keys name."""
    level, more = (Level.MAJOR, ", and other tables point at such rows") if is_pointed_at else (Level.PATCH, "")
    return Ground(level, f"{path}, {show_key(key)}", f"the row is gone{more}", path, "rows gone")


def show_key(key: Sequence[str]) -> str:
    """Show the key of a row in a sentence."""
    return ", ".join(key)


def show_cell(value: str | None) -> str:
    """Show a cell in a sentence."""
    return EMPTY if value is None else show(value)


def weigh(grounds: Iterable[Ground], old: str) -> Need:
    """Return the version that some changes need after the version `old`, and the first of those that reach farthest.

    Where the old one is no version of three numbers, no next one can be given, and it is returned as it is.
    """
    strongest = Ground(Level.NONE, "", "nothing changed")
    for ground in grounds:
        if ground.level > strongest.level:
            strongest = ground
    reason = str(strongest) if strongest.level else strongest.what
    return Need(strongest.level, reason, raise_version(old, strongest.level) if _VERSION.fullmatch(old) else old)


def tell_grounds(grounds: Iterable[Ground]) -> list[str]:
    """Tell what changed, one line a thing; rows and cells are counted for each file."""
    lines: list[str] = []
    counts: dict[str, Counter[str]] = {}
    for ground in grounds:
        if ground.kind:
            counts.setdefault(ground.file, Counter())[ground.kind] += 1
        else:
            lines.append(str(ground))
    return lines + [f"{file}: {', '.join(f'{count:,} {kind}' for kind, count in sorted(own.items()))}" for file, own in counts.items()]


def raise_version(version: str, level: Level) -> str:
    """Return the next version of a level.

    >>> raise_version("1.2.3", Level.MINOR)
    '1.3.0'
    """
    major, minor, patch = parse_version(version)
    return {
        Level.MAJOR: f"{major + 1}.0.0",
        Level.MINOR: f"{major}.{minor + 1}.0",
        Level.PATCH: f"{major}.{minor}.{patch + 1}",
        Level.NONE: version,
    }[level]


def parse_version(version: str) -> tuple[int, ...]:
    """Return the three numbers of a version; raises SetupError where it is none.

    >>> parse_version("0.10.2") > parse_version("0.9.9")
    True
    """
    found = _VERSION.fullmatch(version)
    if not found:
        raise SetupError(f"datapackage.json: the version is {version!r}; expected three numbers such as 1.2.0")
    return tuple(map(int, found.groups()))


def is_enough(declared: str, need: Need) -> bool:
    """Tell whether a declared version is at least the needed one."""
    return parse_version(declared) >= parse_version(need.version)
