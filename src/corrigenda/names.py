"""Names made comparable."""

from __future__ import annotations

import re
from functools import lru_cache

_DROPPED = re.compile(r"[.'’ʼ`\"“”‘]")
_GAP = re.compile(r"[^0-9a-z]+")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Reduce a name to lower-case ASCII words, so that spellings of one name compare equal.

    Accents, scripts and punctuation go (transliteration by the library anyascii, loaded only for
    names that are not ASCII); letters are never changed into other letters.

    >>> fold("U.S."), fold("Múte B. Egede"), fold("Lars Løkke Rasmussen")
    ('us', 'mute b egede', 'lars lokke rasmussen')
    """
    if not name.isascii():
        from anyascii import anyascii

        name = anyascii(name)
    return _GAP.sub(" ", _DROPPED.sub("", name).lower()).strip()
