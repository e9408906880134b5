"""JSON that is read as a stream, bounded in how deep it is nested."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import IO

from corrigenda.collections.forms.lines import LONGEST
from corrigenda.errors import SetupError

DEEPEST = 100
_TEXTS = re.compile(rb'"(?:[^"\\]|\\.)*"', re.DOTALL)
# Brackets as steps down and up; a byte holds no -1.
_STEPS = bytes.maketrans(b"[{]}", bytes((2, 2, 0, 0)))
_OTHERS = bytes(sorted(set(range(256)) - set(b"[{]}")))


class Shallow:
    """Pass on a stream of JSON, and raise SetupError where it is nested deeper than any collection is.

    The library names each level by all levels above it: 100 KB of brackets alone took it more than two minutes.
    """

    def __init__(self, stream: IO[bytes], shown: str) -> None:
        self._stream, self._shown = stream, shown
        self._depth = 0
        self._open_text = b""

    def read(self, size: int = -1) -> bytes:
        """Read some bytes."""
        data = self._stream.read(size)
        bare = _TEXTS.sub(b"", self._open_text + data)
        # A text that this part does not end begins at the only quote that is left.
        bare, quote, rest = bare.partition(b'"')
        self._open_text = quote + rest
        if len(self._open_text) > LONGEST:
            raise SetupError(f"{self._shown}: has a text of more than {LONGEST:,} bytes.")
        steps = accumulate((step - 1 for step in bare.translate(_STEPS, _OTHERS)), initial=self._depth)
        for self._depth in steps:
            if self._depth > DEEPEST:
                raise SetupError(f"{self._shown}: is nested more than {DEEPEST} levels deep.")
        return data
