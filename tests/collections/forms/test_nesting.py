"""JSON of a collection is bounded in depth, however its brackets come."""

from __future__ import annotations

import io

import pytest

from corrigenda.collections.forms.nesting import DEEPEST, Shallow
from corrigenda.errors import SetupError


def read(data: bytes, size: int) -> bytes:
    stream = Shallow(io.BytesIO(data), "c.json")
    return b"".join(iter(lambda: stream.read(size), b""))


@pytest.mark.parametrize("size", [1, 7, 65_536])
@pytest.mark.parametrize(
    "data",
    [
        b"[" * DEEPEST + b"]" * DEEPEST,
        b"[[], {}]" * 1_000,
        b'["' + b"[" * 500 + b'"]',
        b'["a\\"' + b"[" * 500 + b'", "\\\\"]',
        b'{"a": "' + "é[".encode() * 500 + b'"}',
    ],
)
def test_what_is_shallow_is_passed_on(data: bytes, size: int) -> None:
    assert read(data, size) == data


@pytest.mark.parametrize("size", [1, 7, 65_536])
@pytest.mark.parametrize("data", [b"[" * 101, b'{"a":' * 101, b"[[]," * 101, b'["]",' * 101, b'["\\\\",' * 101])
def test_what_is_deep_is_refused(data: bytes, size: int) -> None:
    with pytest.raises(SetupError, match=r"c\.json: is nested more than 100 levels deep"):
        read(data, size)
