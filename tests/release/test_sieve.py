"""What is put aside before rows are compared."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from states import lay

import corrigenda
from corrigenda.package.package import open_package
from corrigenda.release.sieve import sieve

_CELLS = st.lists(st.text(alphabet='a ,"\né', max_size=3), min_size=2, max_size=2)
_KEYED = st.dictionaries(
    st.text(alphabet="ab", min_size=1, max_size=4) | st.text(alphabet='a,"\n', min_size=1, max_size=2), _CELLS, max_size=12
)


@settings(max_examples=150)
@given(_KEYED, _KEYED, _KEYED, st.randoms())
def test_what_the_sieve_puts_aside_is_no_difference(
    shared: dict[str, list[str]], one: dict[str, list[str]], other: dict[str, list[str]], random: Any
) -> None:
    def lay_rows(folder: Path, rows: dict[str, list[str]]) -> Path:
        laid = [[key, *cells] for key, cells in sorted(rows.items())]
        if random.random() < 0.2:
            random.shuffle(laid)
        return lay(folder, {"actors": (["k", "x", "y"], ["k"], laid)})

    with tempfile.TemporaryDirectory() as name:
        a, b = lay_rows(Path(name) / "a", shared | one), lay_rows(Path(name) / "b", shared | other)
        change = corrigenda.diff(a, b)
        with patch("corrigenda.release.diff.sieve", return_value=None):
            whole = corrigenda.diff(a, b)
    for part in ("added", "removed", "changed"):
        first, second = ([repr(item) for table in told.tables for item in getattr(table, part)] for told in (change, whole))
        assert sorted(first) == sorted(second)


@pytest.mark.parametrize(
    ("before", "after", "rest"),
    [
        ("a,1\nb,2\nc,3\n", "a,1\nb,9\nc,3\n", ("b,2\n", "b,9\n")),
        ("a,1\nb,2\n", "b,2\nc,3\n", ("a,1\n", "c,3\n")),
        ("", "a,1\n", ("", "a,1\n")),
        ("a,1\n", "", ("a,1\n", "")),
        ('a,"1, 2"\nb,2\n', 'a,"1, 2"\nb,3\n', ("b,2\n", "b,3\n")),
    ],
)
def test_the_sieve_leaves_what_differs(tmp_path: Path, before: str, after: str, rest: tuple[str, str]) -> None:
    old, new = _sides(tmp_path, before, after)
    assert sieve(old, new) == tuple(b"k,x\n" + part.encode() for part in rest)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a,1\na,2\n", "a,1\n"),
        ("b,1\na,2\n", "b,1\na,3\n"),
        ("a,1\nb,2\n", "a,1\na,3\nb,2\n"),
        ("a,1\nc,2\n", "a,1\nb,1\nb,2\nc,2\n"),
        ("a,1\nc,2\n", "a,1\nd,1\nc,2\n"),
        ("a,1\nb,2\n", 'a,"1\nb,2\n"\n'),
        ('a,"1\nb,2"\nc,3\n', "a,1\n"),
        ('a,1\n"b",2\n', "a,1\n"),
        ("a,1\n", 'a,1\n"b",2\n'),
        (",1\n", ",2\n"),
        ("a,1\n", "a,1"),
        ("a,1,2\n", "a,1,2\n"),
    ],
)
def test_without_sure_rows_and_growing_keys_there_is_no_sieve(tmp_path: Path, before: str, after: str) -> None:
    assert sieve(*_sides(tmp_path, before, after)) is None


def _sides(tmp_path: Path, before: str, after: str) -> tuple[Any, Any]:
    tables = [open_package(lay(tmp_path / side, {"t": (["k", "x"], ["k"], [])})).tables["t"] for side in ("old", "new")]
    for table, text in zip(tables, (before, after), strict=True):
        table.file.write_bytes(b"k,x\n" + text.encode())
    return tables[0], tables[1]
