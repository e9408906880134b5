"""What was found of each part before, kept in the cache under a digest of all that it depends on."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from corrigenda.package.cache import Cache
from corrigenda.results.part import Part


class KeptParts:
    """Hold the cache, and the digest of each part: of its rows, the reference that it uses and the rules that judge it."""

    def __init__(self, cache: Cache, rules: str, digests: Sequence[str]) -> None:
        self._cache = cache
        self._keys = [hashlib.sha256(f"part {rules} {digest}".encode()).hexdigest() for digest in digests]
        self._by_article: dict[tuple[str, ...], str] = {}

    def read(self, number: int, articles: Sequence[str]) -> Part | None:
        """Return what was found of a part, or None where it has to be judged: an entry of another form is as good as none."""
        import msgspec

        self._by_article[tuple(articles)] = self._keys[number]
        data = self._cache.read(self._keys[number])
        try:
            part = None if data is None else msgspec.json.decode(data, type=Part)
        except msgspec.MsgspecError:
            return None
        return part if part is not None and part.articles == tuple(articles) else None

    def write(self, part: Part) -> None:
        """Keep what was found of a part; of several that were not kept apart, and where a limit stopped a rule, nothing is kept."""
        import msgspec

        key = self._by_article.get(part.articles)
        if key is not None and not part.stopped and not part.cut:
            self._cache.write(key, msgspec.json.encode(part))
