"""Whom and what the names of a file can mean: actors and offices of a package first, then those of the file itself."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from corrigenda.collections.staging import Staging
from corrigenda.collections.update import read_cells
from corrigenda.package.package import Package
from corrigenda.values.names import fold

Keys = defaultdict[str, set[str]]


@dataclass
class NameKeys:
    """Give the actors and offices that a name can mean; the package and the file are read when they are first asked."""

    package: Package
    staging: Staging
    _actors: Keys = field(default_factory=lambda: defaultdict(set))
    _offices: Keys = field(default_factory=lambda: defaultdict(set))
    _staged: Keys = field(default_factory=lambda: defaultdict(set))

    def known(self, name: str) -> set[str]:
        """Return the keys of the actors of the package that have a name or a key."""
        self._read()
        return self._actors.get(name) or self._actors.get(f"={fold(name)}") or set()

    def offices(self, title: str) -> set[str]:
        """Return the keys of the offices of the package that have a title or a key."""
        self._read()
        return self._offices.get(title) or self._offices.get(f"={fold(title)}") or set()

    def find(self, name: str) -> str | None:
        """Return the key of the one actor that a name means, or None."""
        keys = self.known(name)
        if not keys:
            if not self._staged:
                for key, label in self.staging.rows("SELECT key, label FROM actors"):
                    self._staged[fold(label or "")].add(key or "")
            keys = self._staged.get(fold(name), set())
        return next(iter(keys)) if len(keys) == 1 else None

    def _read(self) -> None:
        if self._actors:
            return
        for table, found in (("actors", self._actors), ("offices", self._offices)):
            key = self.package.tables[table].key[0]
            for row in read_cells(self.package.tables[table]):
                # A key is found as it is written; no name that is folded has the sign before it.
                found[row[key]].add(row[key])
                found[f"={fold(row['label'])}"].add(row[key])
        for row in read_cells(self.package.tables["names"]):
            if row["actor_id"]:
                self._actors[f"={fold(row['name'])}"].add(row["actor_id"])
            elif row["office_id"]:
                self._offices[f"={fold(row['name'])}"].add(row["office_id"])
