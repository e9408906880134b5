"""Tables that were judged before: one whose file is the same to the byte holds by itself, and with each other one that is the same."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from corrigenda.package.storage.cache import Cache
from corrigenda.package.tables.table import Table


class SoundTables:
    """Hold the digests of the files of a package, and those that they had when its structure was last found sound.

    An entry of the cache is for all packages of these schemas: of several that are checked by turns, the last one has it.
    """

    def __init__(self, cache: Cache | None, tables: Iterable[Table]) -> None:
        self._cache, listed = cache, list(tables)
        schemas = [(t.name, t.path, t.fields, t.key, t.foreign_keys, t.unique_keys) for t in listed]
        self._key = hashlib.sha256(f"sound {schemas!r}".encode()).hexdigest()
        self._digests = {table.name: _digest(table) for table in listed} if cache else {}
        self._before = self._read()

    def among(self, tables: Iterable[Table]) -> tuple[Table, ...]:
        """Return those of some tables that were judged before as they are."""
        return tuple(table for table in tables if table.name in self._before and self._before[table.name] == self._digests[table.name])

    def keep(self) -> None:
        """Note that all are sound together, as they were when this was made."""
        import msgspec

        if self._cache and self._before != self._digests:
            self._cache.write(self._key, msgspec.json.encode(self._digests))

    def _read(self) -> dict[str, str]:
        import msgspec

        try:
            return msgspec.json.decode((self._cache and self._cache.read(self._key)) or b"{}", type=dict[str, str])
        except msgspec.MsgspecError:
            return {}


def _digest(table: Table) -> str:
    """Return the digest of a table's file; of one that cannot be read another one than any had."""
    try:
        with table.file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
