"""Rows that are counted without being read: as many as the CSV reader finds, on the same lines, and with the same faults."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corrigenda.engine.tables import judge
from corrigenda.package.package import Package, open_package
from corrigenda.package.tables import row_counts
from corrigenda.package.tables.csv_file import scan


def lay(root: Path, text: str, width: int = 2) -> Package:
    """Write a package of one table with this text after the header."""
    names = ["k", "x"][:width]
    schema = {"fields": [{"name": name} for name in names], "primaryKey": ["k"]}
    (root / "datapackage.json").write_text(json.dumps({"name": "p", "resources": [{"name": "t", "path": "t.csv", "schema": schema}]}))
    (root / "t.csv").write_bytes(",".join(names).encode() + b"\n" + text.encode())
    return open_package(root)


@settings(max_examples=300)
@given(st.text(alphabet='ab,"\n\r é\x00', max_size=16), st.integers(1, 2), st.integers(1, 5))
def test_what_is_counted_is_what_the_reader_reads(text: str, width: int, piece: int) -> None:
    with tempfile.TemporaryDirectory() as name, patch.object(row_counts, "_LARGE", 0), patch.object(row_counts, "_PIECE", piece):
        table = lay(Path(name), text + "\n", width).tables["t"]
        lines, read = row_counts.measure(table), scan(table)
        if lines.counted is None:
            assert lines == read
        # A row with too few cells is left to the engine, which refuses it.
        elif not any(problem.what.startswith(f"has {cells} cells") for problem in read.problems for cells in range(width)):
            assert not read.problems
            assert lines.rows == read.rows
            assert [lines.of(row) for row in range(1, read.rows + 1)] == list(read.starts)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["a,1", "b,2", "c", "d,1,2", 'e,"x\ny"', 'f,"q"', ",3", "a,1", 'g,x"y', 'h,"x""y"']), max_size=6))
def test_counted_or_read_the_same_faults_are_found(rows: list[str]) -> None:
    with tempfile.TemporaryDirectory() as name:
        package = lay(Path(name), "".join(f"{row}\n" for row in rows))
        read = judge(package)
        with patch.object(row_counts, "_LARGE", 0), patch.object(row_counts, "_PIECE", 8):
            assert judge(package) == read


@pytest.mark.parametrize("cells", ['k1,a\nk2,"b, c"\n', 'k1,"two\nlines"\n', 'k1,"a ""word"""\n', 'k1,""\n', 'k1,\n"k2",é\n'])
def test_sound_files_need_no_slow_reader(tmp_path: Path, cells: str) -> None:
    table = lay(tmp_path, cells).tables["t"]
    assert row_counts.count_rows(table) == scan(table).rows


def test_a_cell_that_is_too_long_is_read(tmp_path: Path) -> None:
    for cell in ("x" * 1_000_001, '"' + "x\n" * 500_001 + '"'):
        table = lay(tmp_path, f"k1,{cell}\n").tables["t"]
        assert row_counts.count_rows(table) is None
        assert [problem.line for problem in row_counts.measure(table).problems] == [2]
