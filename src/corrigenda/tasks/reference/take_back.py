"""An edited workbook back into its package, with what it changes."""

from __future__ import annotations

from pathlib import Path

from corrigenda.collections.forms.workbook import read_workbook
from corrigenda.package.package import open_package
from corrigenda.package.storage.journal import holding
from corrigenda.package.substitute import amended
from corrigenda.release.change import Change
from corrigenda.release.diff import diff
from corrigenda.tasks.amendment import amend


def take_back(file: Path, path: Path | str = ".", *, only_check: bool = False) -> Change:
    """Take an edited workbook back into the package that it was exported from; return what changes.

    With `only_check` nothing is written. Raises SetupError, and writes nothing, where a cell cannot be taken back or the structure
    of the package would be broken.
    """
    with holding(path):
        package = open_package(path)
        changed = read_workbook(package, file)
        with amended(package, changed) as other:
            change = diff(package, other)
        if not only_check:
            amend(package, changed)
        return change
