"""A package whose files a spreadsheet has saved, made what the schemas expect."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corrigenda.engine.tables import judge
from corrigenda.errors import Problem, SetupError
from corrigenda.package.package import Package, open_package
from corrigenda.package.storage.journal import in_turn, write_together
from corrigenda.package.substitute import amended
from corrigenda.package.tables.table import Table
from corrigenda.package.tidy import Tidied, tidy

_LAYERS = ("said", "known", "kept")


@dataclass(frozen=True)
class TidyRun:
    """Hold what was changed in each file, as sentences, and the cells that only a person can mend."""

    changes: tuple[str, ...]
    problems: tuple[Problem, ...]


@in_turn
def tidy_package(path: Path | str = ".", *, only_check: bool = False) -> TidyRun:
    """Mend the form of every table that people write; with `only_check`, say what would be changed and write nothing.

    A file with a cell that only a person can mend is left as it is. Raises SetupError where the package cannot be opened.
    """
    package = open_package(path)
    changes: list[str] = []
    problems: list[Problem] = []
    files: dict[str, bytes] = {}
    for table in package.layer(*_LAYERS):
        made = _tidy_file(table)
        problems += made.problems
        changes += [f"{table.path}: {change}." for change in made.changes]
        if made.changes:
            files[table.path] = made.data
    if not only_check:
        write_together(package.root, files)
    return TidyRun(tuple(changes), tuple(problems))


def advise_tidy(package: Package, problems: tuple[Problem, ...]) -> str:
    """Say that tidying would mend a package where it does: the sentence to print, or nothing."""
    files = {problem.file for problem in problems}
    made = {table.name: _tidy_file(table) for table in package.layer(*_LAYERS) if table.path in files}
    changed = {name: one.data for name, one in made.items() if one.changes}
    refused = [name for name, one in made.items() if any("spreadsheet" in problem.what for problem in one.problems)]
    if not changed and not refused:
        return ""
    with amended(package, changed) as other:
        left = judge(other) if changed else problems
    mended = len(problems) - len(left)
    if mended > 0:
        return f"Run 'corrigenda tidy': it mends {mended:,} of these." if left else "Run 'corrigenda tidy': it mends all of these."
    return "Run 'corrigenda tidy': it names the cells that a spreadsheet has changed." if refused else ""


def _tidy_file(table: Table) -> Tidied:
    try:
        data = table.file.read_bytes()
    except OSError as error:
        raise SetupError(Problem(table.path, 0, "", f"cannot be read: {error.strerror}")) from None
    return tidy(table, data)
