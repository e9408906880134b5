"""A package on which people work, with only the people of a large reference that its articles can use: those grow with the work."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from corrigenda.engine.connection import Connection
from corrigenda.package.package import Package
from corrigenda.tasks.drafting.large_reference import LargeReference
from corrigenda.tasks.drafting.used_rows import Used, cut_reference, list_used


class UsedReference:
    """Give packages as the rules can read them, as long as it is open; the people that were used once stay."""

    def __init__(self) -> None:
        self._whole = LargeReference()
        self._scrap: TemporaryDirectory[str] | None = None
        self._engine: Connection | None = None
        self._used = Used()
        self._files: dict[str, Path] = {}

    def of(self, package: Package) -> Package:
        """Return a package with the used rows of its reference; as it is where that is not large.

        What a row names that was not used before is added.
        """
        engine = self._whole.read(package)
        if engine is None:
            return package
        try:
            used = list_used(package)
        except (ValueError, csv.Error):
            # What is wrong with a file is said by whoever reads it closer.
            return package
        if engine is not self._engine or not used <= self._used:
            self._used = used | self._used if engine is self._engine else used
            self._engine = engine
            self._scrap = self._scrap or TemporaryDirectory(prefix="corrigenda-")
            for name, data in cut_reference(engine, package, self._used).items():
                self._files[name] = Path(self._scrap.name) / f"{name}.csv"
                self._files[name].write_bytes(data)
        tables = {name: replace(package.tables[name], file=file) for name, file in self._files.items()}
        return replace(package, tables=package.tables | tables)

    def close(self) -> None:
        """Let go of the reference, and of the files."""
        self._whole.close()
        if self._scrap is not None:
            self._scrap.cleanup()
            self._scrap = None
        self._engine = None
