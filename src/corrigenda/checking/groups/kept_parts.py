"""What was found of each part before, kept in the cache under a digest of all that it depends on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

from corrigenda.checking.groups.digests import digest_reference, digest_said, digest_used, digest_words
from corrigenda.engine.tables import Tables
from corrigenda.package.storage.cache import Cache
from corrigenda.results.part import Part


class KeptParts:
    """Hold the cache, and what the answer for each part depends on.

    An entry is kept under the digest of the rows of its part, of the reference that these use, and of the rules. Which reference a part
    uses takes long to work out; so a list, kept under the digest of the whole reference, says which entry belongs to which rows.
    """

    def __init__(self, cache: Cache, rules: str, tables: Tables, parts: Sequence[Sequence[str]]) -> None:
        self._cache, self._tables, self._parts = cache, tables, parts
        self._said = digest_said(tables, len(parts))
        self._shared = f"{rules} {digest_words(tables)}"
        self._list = _digest(f"list {self._shared} {digest_reference(tables)}")
        self._listed = self._read_list()
        self._keys: dict[int, str] = {}
        self._numbers = {tuple(articles): number for number, articles in enumerate(parts)}

    def _read_list(self) -> dict[str, str]:
        import msgspec

        try:
            return msgspec.json.decode(self._cache.read(self._list) or b"{}", type=dict[str, str])
        except msgspec.MsgspecError:
            return {}

    def find_listed(self) -> None:
        """Note the entries of the parts that were judged with the very same reference."""
        self._keys = {number: self._listed[said] for number, said in enumerate(self._said) if said in self._listed}

    def find_entries(self, parts: Sequence[int]) -> None:
        """Note the entry of each of some parts, once it is known which reference they use."""
        for number, used in zip(parts, digest_used(self._tables, parts), strict=True):
            self._keys[number] = _digest(f"part {self._shared} {self._said[number]} {used}")

    def read(self, number: int) -> Part | None:
        """Return what was found of a part, or None where it has to be judged: an entry of another form is as good as none."""
        part = self._read(self._keys[number]) if number in self._keys else None
        return part if part is not None and part.articles == tuple(self._parts[number]) else None

    def _read(self, key: str) -> Part | None:
        import msgspec

        data = self._cache.read(key)
        try:
            return None if data is None else msgspec.json.decode(data, type=Part)
        except msgspec.MsgspecError:
            return None

    def write(self, part: Part) -> None:
        """Keep what was found of a part; of several that were not kept apart, and where a limit stopped a rule, nothing is kept."""
        number = self._numbers.get(part.articles)
        if number is not None:
            self._write(self._keys[number], part)

    def _write(self, key: str, part: Part) -> None:
        import msgspec

        if not part.stopped and not part.cut:
            self._cache.write(key, msgspec.json.encode(part))

    def keep_whole(self, digest: str, judge: Callable[[], Part]) -> Part:
        """Return what the rules about the whole found, as it was kept for this reference and this digest, or as it is judged now."""
        key = _digest(f"whole {self._list} {digest}")
        part = self._read(key)
        if part is None:
            part = judge()
            self._write(key, part)
        return part

    def write_list(self) -> None:
        """Keep which entry belongs to the rows of each part."""
        import msgspec

        listed = {self._said[number]: key for number, key in sorted(self._keys.items())}
        if listed != self._listed:
            self._cache.write(self._list, msgspec.json.encode(listed))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
