"""An edited workbook back into its package, with what it changes."""

from __future__ import annotations

from pathlib import Path

from corrigenda.collections.forms.workbook import read_workbook
from corrigenda.errors import SetupError
from corrigenda.package.drafts import find_drafts, read_marks
from corrigenda.package.package import Package, open_package
from corrigenda.package.storage.journal import holding
from corrigenda.package.substitute import amended
from corrigenda.package.tables.csv_file import read_sound
from corrigenda.release.change import Change
from corrigenda.release.diff import diff
from corrigenda.tasks.editing.amendment import amend
from corrigenda.values.wording import count


def take_back(file: Path, path: Path | str = ".", *, only_check: bool = False) -> Change:
    """Take an edited workbook back into the package that it was exported from; return what changes.

    With `only_check` nothing is written. Raises SetupError, and writes nothing, where a cell cannot be taken back, the structure
    of the package would be broken, or a draft would be one no more although nobody accepts it.
    """
    with holding(path):
        package = open_package(path)
        changed = read_workbook(package, file)
        with amended(package, changed) as other:
            change = diff(package, other)
            _demand_marks(package, other)
        if not only_check:
            amend(package, changed)
        return change


def _demand_marks(before: Package, after: Package) -> None:
    """Raise SetupError where a drafted row stays and its mark does not: what rests on it could be certain, and nobody had read it."""
    lost = find_drafts(before) - read_marks(after).keys()
    tables = [after.tables[name] for name in sorted({name for name, _ in lost})]
    kept = [key for table in tables for row in read_sound(table) if (key := (table.name, row[table.key[0]] or "")) in lost]
    if kept:
        named = ", ".join(f"{table} {row}" for table, row in kept[:3])
        advice = "a row is accepted by a name in accepted_by, and goes with 'corrigenda reject'"
        raise SetupError(
            f"sheet drafts: lacks {count(len(kept), 'draft')} that {'is' if len(kept) == 1 else 'are'} still there ({named}); {advice}",
            "nothing was written",
        )
