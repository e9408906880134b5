"""Tables that people write, with rows that a command adds: judged first, written only where the structure stays sound."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from corrigenda.engine.tables import judge
from corrigenda.errors import Problem, SetupError, shorten
from corrigenda.package.package import Package
from corrigenda.package.storage.journal import write_together
from corrigenda.package.substitute import amended


def amend(package: Package, files: Mapping[str, bytes | Path], examine: Callable[[Package], Iterable[Problem]] = judge) -> None:
    """Write new bytes, or those of other files, into the files of some tables, by the names of the tables.

    `examine` says what is wrong with the package as it would be: its structure, and whatever else it may ask. Raises
    SetupError, and writes nothing, where it would have a problem that it does not have now.
    """
    with amended(package, files) as other:
        problems = [_placeless(problem) for problem in examine(other)]
    if problems:
        known = {_placeless(problem) for problem in judge(package)}
        problems = [problem for problem in problems if problem not in known]
    if problems:
        raise SetupError(*shorten(problems), "nothing was written")
    steps: dict[Path, dict[str, bytes | Path]] = {}
    for name, data in files.items():
        # The known tables of a package that uses the reference of another one are files of that one.
        owner = package.reference if package.reference and package.tables[name].layer == "known" else package
        steps.setdefault(owner.root, {})[owner.tables[name].path] = data
    for root, step in steps.items():
        write_together(root, step)


def _placeless(problem: Problem) -> Problem:
    """Return a problem without its line: in a file that is not written there is none."""
    return replace(problem, line=0)
